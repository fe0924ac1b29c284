#include "ui/evaluate/auditiondesk.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/base/continuation.h"
#include "core/catalog/modeldirectory.h"
#include "core/judging/votestore.h"
#include "core/ledger/ledgerreader.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace ui {

namespace {

/// A listing changes model by model.
constexpr auto kLookAfter = 200ms;
/// Judged runs that are read for as many prompts: some cannot be asked again.
constexpr int kSpare = 3;

} // namespace

AuditionDesk::AuditionDesk(const EvaluateContext &context, QObject *parent)
    : QObject(parent), m_context(context)
{
    m_look.setSingleShot(true);
    m_look.setInterval(kLookAfter);
    connect(&m_look, &QTimer::timeout, this, &AuditionDesk::look);
    connect(&context.models, &core::ModelListStore::changed, &m_look, qOverload<>(&QTimer::start));
    connect(&context.services.compare.accounts, &core::AccountStore::changed, &m_look,
            qOverload<>(&QTimer::start));
    m_look.start();
}

core::Offers AuditionDesk::offersNow() const
{
    core::Offers offers;
    const core::CompareServices &services = m_context.services.compare;
    for (const core::Account &account : services.accounts.accounts()) {
        if (!account.enabled || account.simulated || !m_context.models.listedAtMs(account.id))
            continue;
        for (const core::ModelInfo &model : services.directory.modelsOf(account))
            offers.insert(core::TargetName{account.name, model.id}.toString(), core::priceMark(model.prices));
    }
    return offers;
}

core::Offers AuditionDesk::storedOffers() const
{
    return core::offersFromJson(m_context.settings.get(core::settings::kKnownOffers));
}

void AuditionDesk::keepOffers(const core::Offers &offers)
{
    m_context.settings.set(core::settings::kKnownOffers, core::offersToJson(offers));
}

/// What is new stays new until it was tried or dismissed; everything else is known from now on.
void AuditionDesk::look()
{
    const core::Offers before = storedOffers();
    core::Offers now = offersNow();
    const QList<core::OfferNews> news = core::newsOf(before, now);
    core::Offers known = now;
    for (const core::OfferNews &one : news) {
        if (one.priceChanged)
            known.insert(one.target, one.priceBefore);
        else
            known.remove(one.target);
    }
    if (known != before)
        keepOffers(known);
    if (news == m_news)
        return;
    m_news = news;
    emit newsChanged();
}

void AuditionDesk::dismiss(const QString &target)
{
    core::Offers known = storedOffers();
    const core::Offers now = offersNow();
    known.insert(target, now.value(target));
    keepOffers(known);
    look();
}

void AuditionDesk::dismissAll()
{
    keepOffers(offersNow());
    look();
}

void AuditionDesk::plan(const core::TargetName &candidate, const QString &task, int prompts)
{
    Gathering gathering;
    gathering.plan.candidate = candidate;
    gathering.plan.task = task;
    gathering.prompts = prompts;
    gather(gathering);
}

void AuditionDesk::gather(const Gathering &gathering)
{
    const quint64 generation = ++m_generation;
    core::VoteFilter filter;
    filter.task = gathering.plan.task;
    filter.judge.reset();
    filter.includeSimulated = m_context.settings.get(core::settings::kIncludeSimulated);
    core::continued(
        m_context.votes.votes(filter), this,
        [this, generation, gathering = gathering](const core::Result<QList<core::Vote>> &votes) mutable {
            if (generation != m_generation)
                return;
            if (!votes)
                return emit failed(votes.error());
            core::RatingOptions options;
            options.resamples = 0;
            const core::AccountStore &accounts = m_context.services.compare.accounts;
            for (const core::Rating &rating : core::rate(*votes, options).ratings) {
                const std::optional<core::Account> account = accounts.find(rating.target.account);
                if (rating.target != gathering.plan.candidate && account && account->enabled) {
                    gathering.plan.champion = rating.target;
                    break;
                }
            }
            for (auto vote = votes->crbegin(); vote != votes->crend(); ++vote) {
                if (core::isRanking(vote->kind) && vote->runId != 0 && !gathering.left.contains(vote->runId)
                    && gathering.left.size() < gathering.prompts * kSpare)
                    gathering.left.append(vote->runId);
            }
            readNext(std::move(gathering));
        });
}

void AuditionDesk::readNext(Gathering gathering)
{
    if (gathering.left.isEmpty())
        return finish(std::move(gathering));
    const qint64 run = gathering.left.takeFirst();
    core::continued(
        m_context.reader.run(run), this,
        [this, generation = m_generation, gathering](const core::Result<core::RunRecord> &record) mutable {
            if (generation != m_generation)
                return;
            if (record)
                gathering.runs.append(*record);
            readNext(std::move(gathering));
        });
}

core::LaneForecast AuditionDesk::forecast(const core::TargetName &name) const
{
    core::LaneForecast forecast;
    const core::CompareServices &services = m_context.services.compare;
    if (const std::optional<core::Account> account = services.accounts.find(name.account))
        forecast.prices = services.directory.describe(*account, name.model).prices;
    return forecast;
}

void AuditionDesk::finish(Gathering gathering)
{
    AuditionPlan &plan = gathering.plan;
    plan.audition =
        core::auditionOf(tr("Audition: %1").arg(plan.candidate.model), gathering.runs, gathering.prompts);
    QList<core::LaneForecast> lanes{forecast(plan.candidate)};
    if (plan.champion)
        lanes.append(forecast(*plan.champion));
    core::RunEstimate sum;
    for (const core::PromptCase &one : plan.audition.draft.table.cases) {
        const core::RunEstimate estimate =
            core::estimateRun(lanes,
                              core::estimateInputTokens({{core::Role::System, one.values.value(1)},
                                                         {core::Role::User, one.values.value(0)}}));
        sum.low += estimate.low;
        sum.high += estimate.high;
        sum.lanes = estimate.lanes;
        sum.unpricedLanes = estimate.unpricedLanes;
        sum.guessedLanes = estimate.guessedLanes;
    }
    plan.estimate = sum;
    emit planned(plan);
}

void AuditionDesk::add(const AuditionPlan &plan)
{
    core::continued(m_context.services.sets.add(plan.audition.draft), this,
                    [this, plan](const core::Result<qint64> &set) {
                        if (!set)
                            return emit failed(set.error());
                        core::MatrixDraft draft;
                        draft.setId = *set;
                        draft.task = plan.task;
                        if (plan.champion)
                            draft.targets.append({*plan.champion});
                        draft.targets.append({plan.candidate});
                        core::continued(m_context.services.matrices.add(draft), this,
                                        [this, plan](const core::Result<qint64> &matrix) {
                                            if (!matrix)
                                                return emit failed(matrix.error());
                                            dismiss(plan.candidate.toString());
                                            emit matrixAdded(*matrix);
                                        });
                    });
}

} // namespace ui
