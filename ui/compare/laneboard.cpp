#include "ui/compare/laneboard.h"

#include "core/accounts/accountstore.h"
#include "core/compare/comparison.h"
#include "core/compare/repeats.h"
#include "core/compare/runestimate.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/laneplace.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/repeatbar.h"

#include <QApplication>
#include <QClipboard>

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

QList<LanePlan> LaneBoard::plans() const
{
    QList<LanePlan> plans;
    for (const LanePlace *place : m_strip.places())
        plans.append({lane(m_strip.indexOf(place->lanes().constFirst())).target(),
                      static_cast<int>(place->lanes().size())});
    return plans;
}

void LaneBoard::makeLane(const core::Target &target, LaneView *view)
{
    view->setRaw(m_raw);
    const int index = m_strip.indexOf(view);
    LaneController *const lane =
        m_lanes.insert(m_lanes.begin() + index, std::make_unique<LaneController>(m_context, target, *view))
            ->get();
    connect(view, &LaneView::actionRequested, this,
            [this, view](LaneAction action) { perform(m_strip.indexOf(view), action); });
    connect(view, &LaneView::repeatRequested, this,
            [this, view](int times) { setRepeats(m_strip.indexOf(view), times); });
    connect(view, &LaneView::linkActivated, this, &LaneBoard::linkActivated);
    connect(lane, &LaneController::changed, this, &LaneBoard::noteChanged);
    connect(lane, &LaneController::targetChanged, this, &LaneBoard::targetsChanged);
}

void LaneBoard::append(const core::Target &target)
{
    auto *const view = new LaneView(m_context.theme, m_context.colours, m_context.markdown);
    LanePlace *const place = m_strip.addLane(view);
    connect(&place->bar(), &RepeatBar::stepRequested, this,
            [this, place](int by) { stepAnswer(m_strip.indexOf(place->shown()), by); });
    makeLane(target, view);
}

void LaneBoard::append(const LanePlan &plan)
{
    append(plan.target);
    while (static_cast<int>(members(count() - 1).size()) < plan.repeats)
        addRepeat(count() - 1);
    for (const int index : members(count() - 1))
        lane(index).setRepeats(plan.repeats);
}

void LaneBoard::addRepeat(int after)
{
    auto *const view = new LaneView(m_context.theme, m_context.colours, m_context.markdown);
    m_strip.addRepeat(m_strip.placeOf(after), view);
    makeLane(lane(after).target(), view);
}

void LaneBoard::removeLane(int index)
{
    m_lanes.erase(m_lanes.begin() + index);
    m_strip.removeLane(index);
}

QList<int> LaneBoard::members(int index) const
{
    QList<int> lanes;
    if (const LanePlace *const place = m_strip.placeOf(index)) {
        for (const LaneView *view : place->lanes())
            lanes.append(m_strip.indexOf(view));
    }
    return lanes;
}

void LaneBoard::setTargets(const QList<core::Target> &targets)
{
    QList<LanePlan> plans;
    for (const core::Target &target : targets)
        plans.append({target});
    setPlans(plans);
}

void LaneBoard::setPlans(const QList<LanePlan> &plans)
{
    while (!m_lanes.empty())
        removeLane(count() - 1);
    for (const LanePlan &plan : plans)
        append(plan);
    emit targetsChanged();
    noteChanged();
}

void LaneBoard::setRepeats(int index, int repeats)
{
    QList<int> lanes = members(index);
    if (lanes.isEmpty() || repeats < 1 || repeats == lanes.size())
        return;
    for (; lanes.size() < repeats; lanes = members(index))
        addRepeat(lanes.constLast());
    for (; lanes.size() > repeats; lanes.removeLast()) {
        lane(lanes.constLast()).stop();
        removeLane(lanes.constLast());
    }
    for (const int each : std::as_const(lanes))
        lane(each).setRepeats(repeats);
    emit targetsChanged();
    noteChanged();
}

void LaneBoard::setParameters(int index, const core::ChatParameters &parameters)
{
    for (const int each : members(index))
        lane(each).setParameters(parameters);
    emit targetsChanged();
}

void LaneBoard::swap(int index, const core::Target &target)
{
    for (const int each : members(index))
        lane(each).swap(target);
}

void LaneBoard::addTarget(const core::Target &target)
{
    append(target);
    emit targetsChanged();
    noteChanged();
}

void LaneBoard::remove(int index)
{
    const QList<int> lanes = members(index);
    for (auto each = lanes.crbegin(); each != lanes.crend(); ++each) {
        lane(*each).stop();
        removeLane(*each);
    }
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
    QList<LanePlan> plans;
    qsizetype next = 0;
    for (const int repeats : core::repeatsIn(record.lanes)) {
        const core::LaneRecord &stored = record.lanes.at(next);
        plans.append({{{stored.latest.accountName, stored.latest.model}, stored.parameters}, repeats});
        next += repeats;
    }
    setPlans(plans);
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
    describeRepeats();
    emit changed();
}

core::RepeatSummary LaneBoard::summaryOf(const QList<int> &lanes) const
{
    // Repeats that were asked for after the run began stand at the end and are no part of it.
    QList<core::LaneState> asked;
    for (const int index : lanes) {
        if (const std::optional<core::LaneState> state = lane(index).state())
            asked.append(*state);
    }
    return core::summarizeRepeats(asked);
}

void LaneBoard::describeRepeats()
{
    for (const LanePlace *place : m_strip.places()) {
        if (place->lanes().size() < 2)
            continue;
        const QList<int> lanes = members(m_strip.indexOf(place->shown()));
        const auto shown = static_cast<int>(place->lanes().indexOf(place->shown()));
        const core::RepeatSummary summary = summaryOf(lanes);
        place->bar().setTexts(summary.asked > 0 ? repeatTexts(summary, shown)
                                                : plannedRepeatTexts(static_cast<int>(lanes.size())));
    }
}

void LaneBoard::stepAnswer(int index, int by)
{
    const QList<int> lanes = members(index);
    if (lanes.size() < 2)
        return;
    const auto shown = static_cast<int>(lanes.indexOf(index));
    const int next = lanes.at(steppedRepeat(summaryOf(lanes), shown, by));
    const bool hadFocus = lane(index).view().isAncestorOf(QApplication::focusWidget());
    m_strip.setCurrent(next);
    if (hadFocus)
        m_strip.focusCurrent();
    describeRepeats();
}

void LaneBoard::perform(int index, LaneAction action)
{
    if (index < 0 || index >= count())
        return;
    switch (action) {
    case LaneAction::Copy:
    case LaneAction::CopyPlain:
        return copy(lane(index), action == LaneAction::CopyPlain);
    case LaneAction::Retry:
    case LaneAction::Stop:
    case LaneAction::TryNow:
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
        return remove(index);
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
    else
        useSuccessor(lane);
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
    m_strip.moveLane(from, to);
    std::sort(m_lanes.begin(), m_lanes.end(), [this](const auto &a, const auto &b) {
        return m_strip.indexOf(&a->view()) < m_strip.indexOf(&b->view());
    });
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
