#include "core/compare/knowntargets.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/catalog/modeldirectory.h"
#include "core/ledger/budgetguard.h"
#include "core/ledger/ledgerwriter.h"
#include "core/routing/targethealth.h"

using namespace std::chrono_literals;

namespace core {

namespace {

constexpr std::chrono::hours kStatisticsWindow{30 * 24};
/// Attempts that settle within it share one reading.
constexpr auto kStatisticsDelay = 5s;
/// Below so many answers the length of the next is a guess.
constexpr int kAnswersForLength = 10;

} // namespace

KnownTargets::KnownTargets(Database &database, const LedgerWriter &ledger, const Sources &sources,
                           QObject *parent)
    : QObject(parent), m_database(database), m_sources(sources)
{
    m_refreshTimer.setSingleShot(true);
    connect(&m_refreshTimer, &QTimer::timeout, this, &KnownTargets::refresh);
    connect(&ledger, &LedgerWriter::attemptSettled, this, &KnownTargets::refreshSoon);
}

void KnownTargets::refreshSoon()
{
    if (!m_refreshTimer.isActive())
        m_refreshTimer.start(kStatisticsDelay);
}

void KnownTargets::setRatingReader(std::function<Result<Ratings>(Connection &)> reader)
{
    m_readRatings = std::move(reader);
}

TargetFacts KnownTargets::factsOf(const TargetName &target, const QString &task) const
{
    TargetFacts facts;
    facts.model.id = target.model;
    const std::optional<Account> account = m_sources.accounts.find(target.account);
    facts.available = account && account->enabled;
    if (account) {
        const std::optional<ModelInfo> known = m_sources.directory.info(*account, target.model);
        facts.modelKnown = known.has_value();
        facts.model = known ? *known : m_sources.directory.describe(*account, target.model);
        if (!account->enabled)
            facts.whyNot = tr("The account \"%1\" is switched off.").arg(target.account);
    } else {
        facts.whyNot = tr("There is no account named \"%1\".").arg(target.account);
    }
    readOnce();
    const QString name = target.toString();
    const auto speed = m_speeds.constFind(name);
    if (speed != m_speeds.constEnd()) {
        facts.firstTokenP50 = speed->p50;
        facts.firstTokenP95 = speed->p95;
        facts.samples = speed->samples;
    }
    const QHash<QString, double> rated = m_ratings.value(task);
    if (const auto rating = rated.constFind(name); rating != rated.constEnd())
        facts.rating = *rating;
    facts.expectedOutput = expectedOutput(target.model, task);
    facts.errorRate = m_sources.health.errorRate(target);
    if (const std::optional<double> present = m_sources.health.firstTokenP95(target))
        facts.firstTokenP95 = present;
    facts.coolingUntilMs = m_sources.health.coolingUntil(target);
    return facts;
}

std::optional<double> KnownTargets::budgetUsed(const QString &name) const
{
    return m_sources.budgets ? m_sources.budgets->usedPercent(name) : std::nullopt;
}

/// Of the model for the task, else of all models for it, weighed by how many answers there were.
qint64 KnownTargets::expectedOutput(const QString &model, const QString &task) const
{
    const QHash<QString, AnswerLength> lengths = m_lengths.value(task);
    const AnswerLength own = lengths.value(model);
    if (own.samples >= kAnswersForLength)
        return own.median;
    qint64 samples = 0;
    qint64 tokens = 0;
    for (const AnswerLength &length : lengths) {
        samples += length.samples;
        tokens += length.samples * length.median;
    }
    return samples >= kAnswersForLength ? tokens / samples : TargetFacts().expectedOutput;
}

std::function<Result<KnownTargets::Known>(Connection &)> KnownTargets::reading() const
{
    const qint64 since = m_sources.clock.utcMs() - std::chrono::milliseconds(kStatisticsWindow).count();
    return [since, readRatings = m_readRatings](Connection &connection) -> Result<Known> {
        const Result<TargetStatistics> statistics = targetStatistics(connection, since);
        if (!statistics)
            return statistics.error();
        if (!readRatings)
            return Known{*statistics, {}};
        const Result<Ratings> ratings = readRatings(connection);
        if (!ratings)
            return ratings.error();
        return Known{*statistics, *ratings};
    };
}

/// A program that decides right after its start must not decide otherwise than later.
void KnownTargets::readOnce() const
{
    if (m_isRead)
        return;
    const Result<Known> read = m_database.readNow(reading());
    if (read)
        adopt(*read);
    else
        qCWarning(logLedger) << "how targets answered is not known:" << read.error().message;
    m_isRead = true;
}

QFuture<Result<void>> KnownTargets::refresh()
{
    return continued(m_database.read(reading()), this, [this](const Result<Known> &read) -> Result<void> {
        if (!read) {
            qCWarning(logLedger) << "how targets answered is not known:" << read.error().message;
            return read.error();
        }
        adopt(*read);
        emit changed();
        return {};
    });
}

void KnownTargets::adopt(const Known &known) const
{
    m_isRead = true;
    m_speeds.clear();
    for (const TargetSpeed &speed : known.statistics.speeds)
        m_speeds.insert(TargetName{speed.account, speed.model}.toString(), speed);
    m_lengths.clear();
    for (const AnswerLength &length : known.statistics.lengths)
        m_lengths[length.task].insert(length.model, length);
    m_ratings = known.ratings;
}

} // namespace core
