#include "core/savings/routesavings.h"

#include "core/base/continuation.h"
#include "core/base/onworker.h"
#include "core/insight/frozentargets.h"
#include "core/insight/pastcalls.h"
#include "core/insight/replaycall.h"
#include "core/insight/rulereplay.h"
#include "core/insight/targetsamples.h"
#include "core/routing/rulesetrows.h"
#include "core/savings/routesavingstally.h"
#include "core/savings/savingswords.h"
#include "core/storage/database.h"
#include "core/storage/statement.h"

#include <algorithm>

namespace core {

namespace {

/// Calls that a worker looks at before it lets others in.
constexpr qint64 kCallsOfSavingsPart = 20'000;
constexpr int kMostSavingsWorkers = 4;
/// A call's attempt begins after it, so that of the first so many attempts the lowest call is the first.
constexpr int kAttemptsToLookAt = 1'000;

} // namespace

/// One set that is looked at.
struct SavingsSubject
{
    SetSavings savings;
    RuleSet active;
    /// Unset: `savings.problem` says why.
    std::optional<RuleSet> before = {};
    qint64 firstCall = 0;
    BacktestOptions options = {};
    /// The version before with the sets that it names, what it needs and what is known of its targets.
    QList<RuleSet> sets = {};
    PastNeeds needs = {};
    FrozenTargets targets = {};
};

/// All that the workers need; nothing of it changes once they began.
struct RouteSavingsPlan
{
    struct Part
    {
        qsizetype subject = 0;
        qint64 after = 0;
        qint64 upTo = 0;
    };

    QString filePath;
    bool includeSimulated = false;
    QList<RouteActivation> activations = {};
    QStringList tasks = {};
    qint64 lastCall = 0;
    std::vector<SavingsSubject> subjects = {};
    QList<Part> parts = {};
    std::shared_ptr<const std::atomic_bool> cancelled = {};
};

namespace {

using SavingsPart = std::shared_ptr<const RouteSavingsTally>;

Result<qint64> firstCallSince(Connection &connection, qint64 sinceMs)
{
    qint64 call = 0;
    const Result<bool> found = Statement(connection, QStringLiteral(R"(
            SELECT min(call_id) FROM (SELECT call_id FROM attempts WHERE started_at >= :since
                ORDER BY started_at LIMIT :some))"))
                                   .bind(":since", sinceMs)
                                   .bind(":some", kAttemptsToLookAt)
                                   .first([&call](const Statement &row) { call = row.integer(0); });
    if (!found)
        return found.error();
    return call;
}

/// The version that ran before, or why there is none to compare with.
Result<void> readBefore(Connection &connection, SavingsSubject &subject)
{
    const RouteActivation &activation = subject.savings.activation;
    if (activation.versionBefore == 0) {
        subject.savings.problem = SavingsWords::tr("No version ran before this one, so there is nothing to "
                                                   "compare with.");
        return {};
    }
    const Result<QList<RuleSetVersion>> versions = readSetVersions(connection, activation.ruleSet);
    if (!versions)
        return versions.error();
    for (const RuleSetVersion &version : *versions) {
        if (version.number == activation.versionBefore && version.problem.isEmpty())
            subject.before = version.rules;
    }
    if (!subject.before)
        subject.savings.problem = SavingsWords::tr("Version %1 cannot be read, so there is nothing to "
                                                   "compare with.")
                                      .arg(activation.versionBefore);
    return {};
}

/// The active version of a set since it runs; nothing when it began after the range.
Result<std::optional<SavingsSubject>> readSubject(Connection &connection, const RuleSetEntry &entry,
                                                  const QList<RouteActivation> &activations,
                                                  const TimeRange &range, bool includeSimulated)
{
    const auto last =
        std::find_if(activations.crbegin(), activations.crend(), [&entry](const RouteActivation &each) {
            return each.ruleSet == entry.name && each.version == entry.activeVersion;
        });
    if (!entry.active || last == activations.crend() || (range.untilMs && last->atMs >= *range.untilMs))
        return std::optional<SavingsSubject>();
    SavingsSubject subject{.savings = {.activation = *last}, .active = *entry.active};
    subject.savings.sinceMs = std::max(last->atMs, range.sinceMs.value_or(last->atMs));
    subject.options.sinceMs = subject.savings.sinceMs;
    subject.options.untilMs = range.untilMs;
    subject.options.gateway = false;
    subject.options.imported = false;
    subject.options.includeSimulated = includeSimulated;
    subject.options.ruleSet = entry.name;
    subject.options.ruleSetVersion = entry.activeVersion;
    if (const Result<void> read = readBefore(connection, subject); !read)
        return read.error();
    const Result<qint64> first = firstCallSince(connection, subject.savings.sinceMs);
    if (!first)
        return first.error();
    subject.firstCall = *first;
    return std::optional<SavingsSubject>(std::move(subject));
}

Result<std::shared_ptr<RouteSavingsPlan>> prepareSavings(const QString &filePath, const TimeRange &range,
                                                         bool includeSimulated)
{
    const Result<std::unique_ptr<Connection>> opened = Connection::open(filePath, Connection::Mode::ReadOnly);
    if (!opened)
        return opened.error();
    Connection &connection = **opened;
    const auto plan = std::make_shared<RouteSavingsPlan>();
    plan->filePath = filePath;
    plan->includeSimulated = includeSimulated;
    const Result<QList<RuleSetEntry>> entries = readSetEntries(connection);
    if (!entries)
        return entries.error();
    const Result<QList<RouteActivation>> all = routeActivations(connection, {});
    if (!all)
        return all.error();
    const Result<QList<RouteActivation>> within = routeActivations(connection, range);
    if (!within)
        return within.error();
    plan->activations = *within;
    const Result<QStringList> tasks = tasksOfPast(connection);
    if (!tasks)
        return tasks.error();
    plan->tasks = *tasks;
    const Result<qint64> last = connection.integer(QStringLiteral("SELECT ifnull(max(id), 0) FROM calls"));
    if (!last)
        return last.error();
    plan->lastCall = *last;
    for (const RuleSetEntry &entry : *entries) {
        Result<std::optional<SavingsSubject>> subject =
            readSubject(connection, entry, *all, range, includeSimulated);
        if (!subject)
            return subject.error();
        if (*subject)
            plan->subjects.push_back(std::move(**subject));
    }
    return plan;
}

/// Divides the calls since each activation among the workers.
void addParts(RouteSavingsPlan &plan)
{
    for (qsizetype place = 0; place < static_cast<qsizetype>(plan.subjects.size()); ++place) {
        const SavingsSubject &subject = plan.subjects[static_cast<size_t>(place)];
        if (subject.firstCall == 0)
            continue;
        for (qint64 after = subject.firstCall - 1; after < plan.lastCall; after += kCallsOfSavingsPart)
            plan.parts.append({place, after, std::min(after + kCallsOfSavingsPart, plan.lastCall)});
    }
}

Result<SavingsPart> scanSavings(const RouteSavingsPlan &plan, const RouteSavingsPlan::Part &part)
{
    const Result<std::unique_ptr<Connection>> connection =
        Connection::open(plan.filePath, Connection::Mode::ReadOnly);
    if (!connection)
        return connection.error();
    const SavingsSubject &subject = plan.subjects[static_cast<size_t>(part.subject)];
    const auto tally = std::make_shared<RouteSavingsTally>();
    RuleReplay rules(subject.sets, subject.savings.activation.versionBefore, subject.targets);
    PastCalls calls(**connection, subject.options, subject.needs);
    std::optional<Error> problem;
    const Result<void> read = calls.read(part.after, part.upTo, [&](const PastCall &call) {
        if (*plan.cancelled || problem)
            return;
        tally->addBilled(part.subject, call);
        BacktestTally &backtest = tally->backtestOf(part.subject, call.rule, subject.targets);
        if (!subject.before) {
            backtest.addUndecidable(call);
            return;
        }
        if (const Result<void> done = replayCall(call, rules, calls, backtest); !done)
            problem = done.error();
    });
    if (!read)
        return read.error();
    if (problem)
        return *problem;
    return SavingsPart(tally);
}

Result<RouteSavingsResult> concludeSavings(const RouteSavingsPlan &plan, const QList<SavingsPart> &parts,
                                           const TimeRange &range)
{
    QList<const TargetBook *> books;
    for (const SavingsSubject &subject : plan.subjects)
        books.append(&subject.targets);
    RouteSavingsTally tally;
    for (const SavingsPart &part : parts)
        tally.append(*part, books);
    TargetSamplesTable samples;
    if (const QList<TargetName> targets = tally.targets(); !targets.isEmpty()) {
        const Result<std::unique_ptr<Connection>> connection =
            Connection::open(plan.filePath, Connection::Mode::ReadOnly);
        if (!connection)
            return connection.error();
        const Result<TargetSamplesTable> read =
            TargetSamplesTable::read(**connection, targets, plan.includeSimulated);
        if (!read)
            return read.error();
        samples = *read;
    }
    RouteSavingsResult result{
        .range = range, .activations = plan.activations, .cancelled = plan.cancelled->load()};
    qsizetype place = 0;
    for (const SavingsSubject &subject : plan.subjects) {
        SetSavings savings = subject.savings;
        tally.fill(
            savings, place++, subject.active, subject.sets.constFirst(),
            [&samples](const TargetName &target, const QString &task) { return samples.of(target, task); });
        result.sets.append(savings);
    }
    return result;
}

} // namespace

RouteSavings::RouteSavings(Database &database, const TimeRange &range, bool includeSimulated,
                           const TargetBook &book, const Router::Lookup &others, QObject *parent)
    : QObject(parent)
    , m_filePath(database.filePath())
    , m_range(range)
    , m_includeSimulated(includeSimulated)
    , m_book(book)
    , m_others(others)
    , m_cancelled(std::make_shared<std::atomic_bool>(false))
{
}

RouteSavings::~RouteSavings()
{
    *m_cancelled = true;
}

void RouteSavings::start()
{
    if (std::exchange(m_started, true))
        return;
    continued(onBackgroundWorker([path = m_filePath, range = m_range, simulated = m_includeSimulated] {
                  return prepareSavings(path, range, simulated);
              }),
              this, [this](const Result<std::shared_ptr<RouteSavingsPlan>> &plan) {
                  if (plan)
                      begin(*plan);
                  else
                      end(plan.error());
              });
}

void RouteSavings::cancel()
{
    *m_cancelled = true;
}

void RouteSavings::begin(const std::shared_ptr<RouteSavingsPlan> &plan)
{
    plan->cancelled = m_cancelled;
    for (SavingsSubject &subject : plan->subjects) {
        subject.sets = setsReachedBy(subject.before.value_or(subject.active), m_others);
        subject.needs = needsOf(subject.sets);
        subject.targets = FrozenTargets(m_book, targetsOf(subject.sets), plan->tasks);
    }
    addParts(*plan);
    m_plan = plan;
    const int workers = std::clamp(backgroundWorkers().maxThreadCount(), 1, kMostSavingsWorkers);
    for (int worker = 0; worker < workers; ++worker)
        scanNext();
    if (m_open == 0)
        conclude();
}

void RouteSavings::scanNext()
{
    if (m_next >= m_plan->parts.size() || m_error || *m_cancelled)
        return;
    ++m_open;
    continued(onBackgroundWorker(
                  [plan = m_plan, part = m_plan->parts.at(m_next++)] { return scanSavings(*plan, part); }),
              this, [this](const Result<SavingsPart> &part) { note(part); });
}

void RouteSavings::note(const Result<std::shared_ptr<const RouteSavingsTally>> &part)
{
    --m_open;
    if (part)
        m_parts.append(*part);
    else if (!m_error)
        m_error = part.error();
    emit progressed(static_cast<double>(m_parts.size()) / static_cast<double>(m_plan->parts.size()));
    scanNext();
    if (m_open == 0)
        conclude();
}

void RouteSavings::conclude()
{
    if (m_error) {
        end(*m_error);
        return;
    }
    continued(onBackgroundWorker([plan = m_plan, parts = m_parts, range = m_range] {
                  return concludeSavings(*plan, parts, range);
              }),
              this, [this](const Result<RouteSavingsResult> &result) { end(result); });
}

void RouteSavings::end(const Result<RouteSavingsResult> &result)
{
    if (std::exchange(m_finished, true))
        return;
    m_parts.clear();
    emit finished(result);
}

} // namespace core
