#include "ui/compare/lanecontroller.h"

#include "core/accounts/accountstore.h"
#include "core/base/clock.h"
#include "core/catalog/costcalculator.h"
#include "core/catalog/modeldirectory.h"
#include "core/chat/tokenestimate.h"
#include "core/compare/lane.h"
#include "core/judging/volumewatch.h"
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

std::optional<core::Account> LaneController::account() const
{
    return m_context.accounts.find(m_target.name.account);
}

void LaneController::refreshInfo()
{
    const std::optional<core::Account> seller = account();
    m_simulated = seller && seller->simulated;
    m_info = {};
    m_info.id = m_target.name.model;
    if (seller)
        m_info = m_context.services.directory.describe(*seller, m_target.name.model);
    present();
}

void LaneController::reset()
{
    if (m_lane)
        m_lane->disconnect(this);
    m_lane.clear();
    m_record.reset();
    m_pendingSwap.reset();
    m_outputSoFar = 0;
    m_shownText = 0;
    m_view.clearAnswer();
}

void LaneController::attach(core::Lane *lane, qint64 inputTokens)
{
    reset();
    m_lane = lane;
    m_inputTokens = inputTokens;
    connect(lane, &core::Lane::appended, this, &LaneController::append);
    connect(lane, &core::Lane::changed, this, [this] {
        present();
        emit changed();
    });
    connect(lane, &core::Lane::restarted, this, [this] {
        m_outputSoFar = 0;
        m_shownText = 0;
        m_view.clearAnswer();
    });
    connect(lane, &core::Lane::settled, this, &LaneController::noteSettled);
    present();
}

void LaneController::detach()
{
    reset();
    present();
}

void LaneController::showRecord(const core::LaneRecord &record)
{
    reset();
    m_record = stateOfRecord(record);
    m_view.setAnswer(m_record->completion.text, m_record->completion.reasoning);
    present();
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
    m_view.append(text, reasoning);
    m_shownText += text.size();
    m_outputSoFar += core::estimateTokens(text) + core::estimateTokens(reasoning);
}

void LaneController::noteSettled()
{
    const QString &whole = m_lane->state().completion.text;
    if (whole.size() != m_shownText) // an endpoint that cannot stream gives the answer at the end
        m_view.setAnswer(whole, m_lane->state().completion.reasoning);
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
    if (const std::optional<core::Account> seller = account(); !seller)
        facts.account = LaneFacts::AccountState::Unknown;
    else if (!seller->enabled)
        facts.account = LaneFacts::AccountState::SwitchedOff;
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
    if (m_lane && m_lane->isSettled())
        m_lane->restart();
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
    const std::optional<core::Account> seller = account();
    if (m_lane && seller && seller->enabled)
        m_lane->restart(std::pair(*seller, target));
    emit targetChanged();
}

} // namespace ui
