#include "ui/compare/laneboard.h"

#include "core/accounts/accountstore.h"
#include "core/compare/comparison.h"
#include "core/compare/repeats.h"
#include "core/compare/runestimate.h"
#include "ui/compare/blindtexts.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/laneplace.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/repeatbar.h"

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

QList<core::Target> LaneBoard::askedTargets() const
{
    QList<core::Target> targets;
    for (const auto &lane : m_lanes)
        targets.append(lane->askedTarget());
    return targets;
}

void LaneBoard::makeLane(const core::Target &target, LaneView *view)
{
    view->setRaw(m_raw);
    view->showTurns(m_turnsShown);
    connect(view, &LaneView::turnsShown, this, &LaneBoard::showTurns);
    const int index = m_strip.indexOf(view);
    LaneController *const lane =
        m_lanes.insert(m_lanes.begin() + index, std::make_unique<LaneController>(m_context, target, *view))
            ->get();
    connect(view, &LaneView::actionRequested, this,
            [this, view](LaneAction action) { perform(m_strip.indexOf(view), action); });
    connect(view, &LaneView::repeatRequested, this,
            [this, view](int times) { setRepeats(m_strip.indexOf(view), times); });
    connect(view, &LaneView::menuOpening, this,
            [this, view](QMenu *menu) { emit menuOpening(m_strip.indexOf(view), menu); });
    connect(view, &LaneView::inspectRequested, this,
            [this, view] { emit inspectWanted(m_strip.indexOf(view)); });
    connect(view, &LaneView::linkActivated, this, &LaneBoard::linkActivated);
    connect(lane, &LaneController::changed, this, &LaneBoard::noteChanged);
    connect(lane, &LaneController::targetChanged, this, &LaneBoard::targetsChanged);
    connect(lane, &LaneController::refused, this, &LaneBoard::refused);
    emit laneAdded(view);
}

void LaneBoard::append(const core::Target &target)
{
    auto *const view = new LaneView(m_context.theme, m_context.colours, m_context.markdown);
    LanePlace *const place = m_strip.addLane(view);
    connect(&place->bar(), &RepeatBar::stepRequested, this,
            [this, place](int by) { stepAnswer(m_strip.indexOf(place->shown()), by); });
    makeLane(target, view);
}

void LaneBoard::setTargets(const QList<core::Target> &targets)
{
    QList<LanePlan> plans;
    for (const core::Target &target : targets)
        plans.append({target});
    setPlans(plans);
}

void LaneBoard::addTarget(const core::Target &target)
{
    append(target);
    emit targetsChanged();
    noteChanged();
}

void LaneBoard::show(core::Comparison &comparison)
{
    for (int i = 0; i < std::min(count(), comparison.laneCount()); ++i) {
        lane(i).setTask(comparison.request().task);
        lane(i).attach(&comparison.lane(i), core::estimateInputTokens(comparison.lane(i).messages()));
    }
    noteChanged();
}

void LaneBoard::show(const core::RunRecord &record)
{
    QList<LanePlan> plans;
    qsizetype next = 0;
    for (const int repeats : core::repeatsIn(record.lanes)) {
        const core::LaneRecord &stored = record.lanes.at(next);
        plans.append({requestedOf(stored), repeats});
        next += repeats;
    }
    setPlans(plans);
    for (int i = 0; i < count(); ++i) {
        lane(i).setTask(record.task);
        lane(i).showRecord(record.lanes.at(i));
    }
    noteChanged();
}

void LaneBoard::setTask(const QString &task)
{
    for (const auto &lane : m_lanes)
        lane->setTask(task);
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
    for (const auto &lane : m_lanes)
        lane->setWithheld(m_blind && anyRunning);

    const QList<QList<LaneBadge>> badges =
        anyRunning || m_blind ? QList<QList<LaneBadge>>() : laneBadges(states());
    qsizetype shown = 0;
    for (const auto &lane : m_lanes)
        lane->view().setBadges(lane->isIdle() ? QList<LaneBadge>() : badges.value(shown++));
    describeRepeats();
    emit changed();
}

void LaneBoard::perform(int index, LaneAction action)
{
    if (index < 0 || index >= count())
        return;
    if (m_blind && !isAllowedBlind(action))
        return;
    switch (action) {
    case LaneAction::Copy:
    case LaneAction::CopyPlain:
        return copy(lane(index), action == LaneAction::CopyPlain);
    case LaneAction::Best:
    case LaneAction::ThumbUp:
    case LaneAction::ThumbDown:
        emit voteWanted(index, action);
        return;
    case LaneAction::Diff:
        emit diffWanted(index);
        return;
    case LaneAction::UseAsBase:
        emit baseWanted(index);
        return;
    case LaneAction::Retry:
    case LaneAction::Stop:
    case LaneAction::TryNow:
    case LaneAction::ContinueOnNext:
    case LaneAction::UseSuccessor:
        for (const int each : members(index))
            performOne(lane(each), action);
        return;
    case LaneAction::Parameters:
        emit parametersWanted(index);
        return;
    case LaneAction::TearOff:
        return m_strip.isTornOff(index) ? m_strip.dock(index) : m_strip.tearOff(index);
    case LaneAction::Swap:
        emit swapWanted(index);
        return;
    case LaneAction::OpenAccounts:
        emit accountsWanted();
        return;
    case LaneAction::Maximise:
        return m_strip.setMaximised(m_strip.maximised() == index ? -1 : index);
    case LaneAction::MoveLeft:
        return move(index, members(index).constFirst() - 1);
    case LaneAction::MoveRight:
        return move(index, members(index).constLast() + 1);
    case LaneAction::Remove:
        return removeAndTell(index);
    }
}

void LaneBoard::performOne(LaneController &lane, LaneAction action)
{
    if (action == LaneAction::Retry)
        lane.retry();
    else if (action == LaneAction::Stop)
        lane.stop();
    else if (action == LaneAction::TryNow)
        lane.tryNow();
    else if (action == LaneAction::ContinueOnNext)
        lane.continueOnNext();
    else
        useSuccessor(lane);
}

void LaneBoard::useSuccessor(LaneController &lane)
{
    core::Target target = lane.target();
    target.name.model = lane.info().successor;
    if (!target.name.model.isEmpty() && !core::isRoute(target.name))
        lane.swap(target);
}

void LaneBoard::setAliases(const QStringList &aliases)
{
    m_blind = !aliases.isEmpty();
    for (int i = 0; i < count(); ++i)
        lane(i).setAlias(aliases.value(i));
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

void LaneBoard::setTurns(const QList<QList<LaneTurn>> &turns)
{
    for (int i = 0; i < count(); ++i)
        lane(i).view().setTurns(turns.value(i));
}

void LaneBoard::showTurns(bool shown)
{
    if (shown == m_turnsShown)
        return;
    m_turnsShown = shown;
    for (const auto &lane : m_lanes)
        lane->view().showTurns(shown);
}

void LaneBoard::refreshInfo()
{
    for (const auto &lane : m_lanes)
        lane->refreshInfo();
}

} // namespace ui
