#include "ui/compare/laneboard.h"

#include "core/accounts/accountstore.h"
#include "core/compare/comparison.h"
#include "core/compare/runestimate.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace std::chrono_literals;

namespace ui {

namespace {

/// Countdowns and figures of running lanes move four times a second, whatever arrives meanwhile.
constexpr auto kTick = 250ms;

} // namespace

LaneBoard::LaneBoard(const CompareContext &context, LaneStrip &strip, QObject *parent)
    : QObject(parent), m_context(context), m_strip(strip)
{
    m_ticks.setInterval(kTick);
    connect(&m_ticks, &QTimer::timeout, this, [this] {
        for (const auto &lane : m_lanes) {
            if (lane->isRunning())
                lane->present();
        }
    });
}

LaneBoard::~LaneBoard() = default;

QList<core::Target> LaneBoard::targets() const
{
    QList<core::Target> targets;
    for (const auto &lane : m_lanes)
        targets.append(lane->target());
    return targets;
}

void LaneBoard::append(const core::Target &target)
{
    auto *const view = new LaneView(m_context.theme, m_context.colours, m_context.markdown);
    view->setRaw(m_raw);
    m_strip.addLane(view);
    m_lanes.push_back(std::make_unique<LaneController>(m_context, target, *view));
    LaneController *const lane = m_lanes.back().get();
    connect(view, &LaneView::actionRequested, this,
            [this, view](LaneAction action) { perform(m_strip.indexOf(view), action); });
    connect(view, &LaneView::menuOpening, this,
            [this, view](QMenu *menu) { emit menuOpening(m_strip.indexOf(view), menu); });
    connect(view, &LaneView::linkActivated, this, &LaneBoard::linkActivated);
    connect(lane, &LaneController::changed, this, &LaneBoard::noteChanged);
    connect(lane, &LaneController::targetChanged, this, &LaneBoard::targetsChanged);
}

void LaneBoard::setTargets(const QList<core::Target> &targets)
{
    while (!m_lanes.empty()) {
        m_lanes.pop_back();
        m_strip.removeLane(m_strip.count() - 1);
    }
    for (const core::Target &target : targets)
        append(target);
    emit targetsChanged();
    noteChanged();
}

void LaneBoard::addTarget(const core::Target &target)
{
    append(target);
    emit targetsChanged();
    noteChanged();
}

void LaneBoard::remove(int index)
{
    lane(index).stop();
    m_lanes.erase(m_lanes.begin() + index);
    m_strip.removeLane(index);
    emit targetsChanged();
    noteChanged();
}

void LaneBoard::show(core::Comparison &comparison)
{
    const core::CompareRequest &request = comparison.request();
    const qint64 input = core::estimateInputTokens(
        {{core::Role::System, request.system}, {core::Role::User, request.prompt, request.images}});
    for (int i = 0; i < std::min(count(), comparison.laneCount()); ++i)
        lane(i).attach(&comparison.lane(i), input);
    noteChanged();
}

void LaneBoard::show(const core::RunRecord &record)
{
    QList<core::Target> targets;
    for (const core::LaneRecord &stored : record.lanes)
        targets.append({{stored.latest.accountName, stored.latest.model}, stored.parameters});
    setTargets(targets);
    for (int i = 0; i < count(); ++i)
        lane(i).showRecord(record.lanes.at(i));
    noteChanged();
}

void LaneBoard::clearRun()
{
    for (const auto &lane : m_lanes)
        lane->detach();
    noteChanged();
}

int LaneBoard::running() const
{
    return static_cast<int>(
        std::count_if(m_lanes.cbegin(), m_lanes.cend(), [](const auto &lane) { return lane->isRunning(); }));
}

int LaneBoard::settled() const
{
    return static_cast<int>(
        std::count_if(m_lanes.cbegin(), m_lanes.cend(), [](const auto &lane) { return lane->isSettled(); }));
}

bool LaneBoard::isIdle() const
{
    return std::all_of(m_lanes.cbegin(), m_lanes.cend(), [](const auto &lane) { return lane->isIdle(); });
}

QList<core::LaneState> LaneBoard::states() const
{
    QList<core::LaneState> states;
    for (const auto &lane : m_lanes) {
        if (const std::optional<core::LaneState> state = lane->state())
            states.append(*state);
    }
    return states;
}

void LaneBoard::noteChanged()
{
    const bool anyRunning = running() > 0;
    if (anyRunning && !m_ticks.isActive())
        m_ticks.start();
    else if (!anyRunning)
        m_ticks.stop();

    const QList<QList<LaneBadge>> badges = anyRunning ? QList<QList<LaneBadge>>() : laneBadges(states());
    qsizetype shown = 0;
    for (const auto &lane : m_lanes)
        lane->view().setBadges(lane->isIdle() ? QList<LaneBadge>() : badges.value(shown++));
    emit changed();
}

void LaneBoard::perform(int index, LaneAction action)
{
    if (index < 0 || index >= count())
        return;
    LaneController &asked = lane(index);
    switch (action) {
    case LaneAction::Copy:
    case LaneAction::CopyPlain:
        return copy(asked, action == LaneAction::CopyPlain);
    case LaneAction::Retry:
        return asked.retry();
    case LaneAction::Stop:
        return asked.stop();
    case LaneAction::TryNow:
        return asked.tryNow();
    case LaneAction::Swap:
        emit swapWanted(index);
        return;
    case LaneAction::UseSuccessor:
        return useSuccessor(asked);
    case LaneAction::OpenAccounts:
        emit accountsWanted();
        return;
    case LaneAction::Maximise:
        return m_strip.setMaximised(m_strip.maximised() == index ? -1 : index);
    case LaneAction::MoveLeft:
        return move(index, index - 1);
    case LaneAction::MoveRight:
        return move(index, index + 1);
    case LaneAction::Remove:
        return remove(index);
    }
}

void LaneBoard::useSuccessor(LaneController &lane)
{
    core::Target target = lane.target();
    target.name.model = lane.info().successor;
    if (!target.name.model.isEmpty())
        lane.swap(target);
}

void LaneBoard::move(int from, int to)
{
    if (to < 0 || to >= count())
        return;
    std::swap(m_lanes.at(static_cast<std::size_t>(from)), m_lanes.at(static_cast<std::size_t>(to)));
    m_strip.moveLane(from, to);
    emit targetsChanged();
    noteChanged();
}

void LaneBoard::copy(const LaneController &lane, bool plain)
{
    const QString text = plain ? lane.view().plainAnswer() : lane.view().answer();
    if (text.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(text);
    emit copied();
}

void LaneBoard::stopAll()
{
    for (const auto &lane : m_lanes)
        lane->stop();
}

void LaneBoard::setRaw(bool raw)
{
    m_raw = raw;
    for (const auto &lane : m_lanes)
        lane->view().setRaw(raw);
}

void LaneBoard::refreshInfo()
{
    for (const auto &lane : m_lanes)
        lane->refreshInfo();
}

} // namespace ui
