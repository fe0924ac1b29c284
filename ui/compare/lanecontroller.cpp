#include "ui/compare/lanecontroller.h"

#include "core/accounts/accountstore.h"
#include "core/base/clock.h"
#include "core/catalog/costcalculator.h"
#include "core/catalog/modeldirectory.h"
#include "core/chat/tokenestimate.h"
#include "core/compare/lane.h"
#include "core/judging/selfnaming.h"
#include "core/judging/volumewatch.h"
#include "ui/compare/laneplan.h"
#include "ui/compare/laneview.h"

namespace ui {

LaneController::LaneController(const CompareContext &context, const core::Target &target, LaneView &view,
                               QObject *parent)
    : QObject(parent), m_context(context), m_target(target), m_view(view)
{
    refreshInfo();
    if (context.volume)
        connect(context.volume, &core::VolumeWatch::changed, this, &LaneController::present);
}

core::TargetName LaneController::askedName() const
{
    const std::optional<core::LaneState> shown = state();
    return core::isRoute(m_target.name) && shown ? shown->target.name : m_target.name;
}

void LaneController::refreshInfo()
{
    m_infoName = askedName();
    const std::optional<core::Account> seller = m_context.accounts.find(m_infoName.account);
    m_simulated = seller && seller->simulated;
    m_info = {};
    m_info.id = m_infoName.model;
    if (seller)
        m_info = m_context.services.directory.describe(*seller, m_infoName.model);
    present();
}

/// A rule may have gone on to another model.
void LaneController::noteLane()
{
    if (askedName() == m_infoName)
        present();
    else
        refreshInfo();
    emit changed();
}

void LaneController::reset()
{
    if (m_lane)
        m_lane->disconnect(this);
    m_lane.clear();
    m_record.reset();
    m_pendingSwap.reset();
    m_parentLane = 0;
    m_outputSoFar = 0;
    m_shownText = 0;
    m_verdict = {};
    m_view.clearAnswer();
}

void LaneController::showWhole(const core::Completion &completion)
{
    if (m_alias.isEmpty())
        m_view.setAnswer(completion.text, completion.reasoning);
    else
        m_view.setAnswer(core::maskSelfNaming(completion.text), core::maskSelfNaming(completion.reasoning));
}

void LaneController::setAlias(const QString &alias)
{
    if (alias == m_alias)
        return;
    const bool masked = m_alias.isEmpty() != alias.isEmpty();
    m_alias = alias;
    if (masked)
        showAgain();
    present();
}

void LaneController::setWithheld(bool withheld)
{
    if (withheld == m_withheld)
        return;
    m_withheld = withheld;
    showAgain();
    present();
}

void LaneController::showAgain()
{
    const std::optional<core::LaneState> shown = state();
    if (!shown)
        return;
    if (!isVeiled() && !isRunning())
        return showWhole(shown->completion);
    m_view.clearAnswer();
    if (!isVeiled())
        m_view.append(shown->completion.text, shown->completion.reasoning);
}

void LaneController::setVerdict(const LaneVerdict &verdict)
{
    if (verdict == m_verdict)
        return;
    m_verdict = verdict;
    present();
}

void LaneController::attach(core::Lane *lane, qint64 inputTokens)
{
    reset();
    m_lane = lane;
    m_inputTokens = inputTokens;
    connect(lane, &core::Lane::appended, this, &LaneController::append);
    connect(lane, &core::Lane::changed, this, &LaneController::noteLane);
    connect(lane, &core::Lane::restarted, this, [this] {
        m_outputSoFar = 0;
        m_shownText = 0;
        m_view.clearAnswer();
    });
    connect(lane, &core::Lane::settled, this, &LaneController::noteSettled);
    refreshInfo();
}

void LaneController::detach()
{
    reset();
    refreshInfo();
}

void LaneController::showRecord(const core::LaneRecord &record)
{
    reset();
    m_record = stateOfRecord(record);
    m_parentLane = record.parentLane;
    showWhole(m_record->completion);
    refreshInfo();
}

void LaneController::setTask(const QString &task)
{
    m_task = task;
    present();
}

bool LaneController::isRunning() const
{
    return m_lane && !m_lane->isSettled();
}

std::optional<core::LaneState> LaneController::state() const
{
    if (m_lane)
        return m_lane->state();
    return m_record;
}

void LaneController::append(const QString &text, const QString &reasoning)
{
    if (!isVeiled())
        m_view.append(text, reasoning);
    m_shownText += text.size();
    m_outputSoFar += core::estimateTokens(text) + core::estimateTokens(reasoning);
}

void LaneController::noteSettled()
{
    const QString &whole = m_lane->state().completion.text;
    // An endpoint that cannot stream gives the answer at the end.
    if (!isVeiled() && (whole.size() != m_shownText || !m_alias.isEmpty()))
        showWhole(m_lane->state().completion);
    m_view.finishAnswer();
    present();
    if (m_pendingSwap)
        swap(*std::exchange(m_pendingSwap, std::nullopt));
    emit changed();
}

LaneFacts LaneController::facts() const
{
    LaneFacts facts;
    facts.idle = isIdle();
    facts.live = m_lane != nullptr;
    facts.info = m_info;
    facts.verdict = m_verdict;
    facts.alias = facts.idle ? QString() : m_alias;
    facts.withheld = !facts.idle && isVeiled();
    facts.own = m_target.parameters;
    facts.repeats = m_repeats;
    addAvailability(facts);
    facts.nowMs = m_context.services.clock.utcMs();
    if (const std::optional<core::LaneState> shown = state()) {
        facts.state = *shown;
        facts.outputSoFar = m_outputSoFar;
        facts.costSoFar = costSoFar();
        if (m_context.volume)
            facts.callsPerMonth = m_context.volume->volume().callsOf(m_task);
    } else {
        facts.state.target = m_target;
        facts.state.simulated = m_simulated;
    }
    return facts;
}

void LaneController::addAvailability(LaneFacts &facts) const
{
    if (core::isRoute(m_target.name)) {
        if (const core::Result<void> askable = core::canAsk(m_context.services, m_target.name); !askable)
            facts.cannotDecide = askable.error().message;
        return;
    }
    const std::optional<core::Account> seller = m_context.accounts.find(m_target.name.account);
    if (!seller)
        facts.account = LaneFacts::AccountState::Unknown;
    else if (!seller->enabled)
        facts.account = LaneFacts::AccountState::SwitchedOff;
}

std::optional<core::Money> LaneController::costSoFar() const
{
    if (m_outputSoFar == 0 || !m_info.prices)
        return std::nullopt;
    core::Usage usage;
    usage.input = m_inputTokens;
    usage.cachedInput = 0;
    usage.cacheWrite = 0;
    usage.output = m_outputSoFar;
    usage.reasoning = 0;
    usage.basis = core::UsageBasis::Estimated;
    return core::computeCost(usage, m_info.prices).amount;
}

void LaneController::present()
{
    m_view.present(facts());
}

void LaneController::stop()
{
    if (m_lane)
        m_lane->cancel();
}

void LaneController::tryNow()
{
    if (m_lane)
        m_lane->tryNow();
}

void LaneController::retry()
{
    if (!m_lane || !m_lane->isSettled())
        return;
    const core::Target asked = askedTarget();
    if (asked != m_lane->state().requested && core::canAsk(m_context.services, asked.name))
        restart(asked);
    else
        restart(std::nullopt);
}

void LaneController::restart(const std::optional<core::Target> &swap)
{
    if (const core::Result<void> begun = m_lane->restart(swap); !begun)
        emit refused(begun.error());
}

void LaneController::continueOnNext()
{
    if (m_lane)
        m_lane->continueOnNext();
}

core::Target LaneController::askedTarget() const
{
    return withDefaults(m_target, m_context.settings);
}

void LaneController::setParameters(const core::ChatParameters &parameters)
{
    m_target.parameters = parameters;
    present();
}

void LaneController::setRepeats(int repeats)
{
    m_repeats = repeats;
    present();
}

void LaneController::swap(const core::Target &target)
{
    if (isRunning()) {
        m_pendingSwap = target;
        stop();
        return;
    }
    if (m_record)
        reset();
    m_target = target;
    refreshInfo();
    if (m_lane && core::canAsk(m_context.services, target.name))
        restart(askedTarget());
    emit targetChanged();
}

} // namespace ui
