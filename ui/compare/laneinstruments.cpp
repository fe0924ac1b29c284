#include "ui/compare/laneinstruments.h"

#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/actions.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/laneplace.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/lanewindow.h"
#include "ui/compare/parameterspanel.h"
#include "ui/compare/parametertexts.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAction>

namespace ui {

namespace {

constexpr int kLineUpKeys = 9;
/// Below a lane's head.
constexpr int kHead = 58;

constexpr LaneLayout kModes[] = {LaneLayout::Columns, LaneLayout::Grid, LaneLayout::Tabs};

} // namespace

LaneInstruments::LaneInstruments(const CompareContext &context, LaneStrip &strip, LaneBoard &board,
                                 QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_strip(strip)
    , m_board(board)
    , m_page(page)
    , m_panel(new ParametersPanel(context.theme, page))
{
    connect(m_panel, &ParametersPanel::lanesEdited, this, &LaneInstruments::applyLanes);
    connect(m_panel, &ParametersPanel::defaultsEdited, this, [this](const core::ChatParameters &defaults) {
        setRunDefaults(m_context.settings, defaults);
        describeDefaults();
        emit parametersChanged();
    });
    connect(&board, &LaneBoard::parametersWanted, this, &LaneInstruments::openParameters);
    connect(&strip, &LaneStrip::modeChanged, this, &LaneInstruments::noteMode);
    connect(&strip, &LaneStrip::windowOpened, this, &LaneInstruments::adopt);
    connect(&context.actions, &Actions::changed, this, [this] {
        for (LaneWindow *window : std::as_const(m_windows)) {
            if (window)
                lendActions(window);
        }
    });
    connect(&context.lineUps, &core::LineUpStore::changed, this, &LaneInstruments::registerLineUps);
    registerActions();
    registerLineUps();
}

SegmentedControl *LaneInstruments::makeLayoutControl(const Theme &theme, QWidget *parent)
{
    auto *const control = new SegmentedControl(theme, parent);
    control->setObjectName(QStringLiteral("laneLayout"));
    control->setAccessibleName(tr("Layout of the lanes"));
    control->addSegment(tr("Columns"), tr("All lanes side by side (Ctrl+Shift+G)"));
    control->addSegment(tr("Grid"), tr("Lanes in rows (Ctrl+Shift+G)"));
    control->addSegment(tr("Tabs"), tr("One lane at a time (Ctrl+Shift+G)"));
    control->setCurrent(0);
    return control;
}

void LaneInstruments::useLayoutControl(SegmentedControl *control)
{
    m_layout = control;
    connect(m_layout, &SegmentedControl::currentChanged, this,
            [this](int index) { m_strip.setMode(kModes[index]); });
}

void LaneInstruments::useDefaultsButton(FlatButton *button)
{
    m_defaults = button;
    connect(button, &QToolButton::clicked, this, &LaneInstruments::openDefaults);
    describeDefaults();
}

void LaneInstruments::restore()
{
    const QString mode = m_context.settings.get(core::settings::kLaneLayout);
    m_strip.setMode(laneLayoutFromName(mode).value_or(LaneLayout::Columns));
}

void LaneInstruments::noteMode()
{
    m_context.settings.set(core::settings::kLaneLayout, laneLayoutName(m_strip.mode()));
    if (m_layout)
        m_layout->setCurrent(static_cast<int>(m_strip.mode()));
}

void LaneInstruments::nextMode()
{
    m_strip.setMode(kModes[(static_cast<int>(m_strip.mode()) + 1) % static_cast<int>(std::size(kModes))]);
}

void LaneInstruments::describeDefaults()
{
    if (!m_defaults)
        return;
    const core::ChatParameters defaults = runDefaults(m_context.settings);
    const int count = core::countParameters(defaults);
    m_defaults->setText(count > 0 ? tr("Parameters: %1").arg(count) : tr("Parameters"));
    m_defaults->setAccessibleName(count == 1 ? tr("Run defaults, 1 parameter set")
                                             : tr("Run defaults, %n parameters set", nullptr, count));
    m_defaults->setToolTip(
        count > 0 ? tr("Run defaults: %1 (Ctrl+Shift+P)").arg(parameterLine(defaults))
                  : tr("Parameters that every lane is sent unless it sets them itself (Ctrl+Shift+P)"));
}

void LaneInstruments::openParameters(int lane)
{
    if (lane < 0 || lane >= m_board.count() || m_board.isBlind())
        return;
    m_tuned = m_strip.selected();
    const LanePlace *const place = m_strip.placeOf(lane);
    if (!place->isSelected())
        m_tuned = {lane};
    QStringList names;
    QList<core::ChatParameters> parameters;
    for (const int each : std::as_const(m_tuned)) {
        names.append(m_board.lane(each).target().name.model);
        parameters.append(m_board.lane(each).target().parameters);
    }
    m_panel->editLanes(names, parameters, runDefaults(m_context.settings));
    const LaneView *const view = m_strip.lane(lane);
    m_panel->openAt(view->mapToGlobal(QPoint(0, m_context.theme.px(kHead))));
    m_panel->focusFirst();
}

void LaneInstruments::openCurrent()
{
    const QList<int> selected = m_strip.selected();
    const LanePlace *const place = m_strip.placeOf(m_strip.current());
    openParameters(place && !place->isSelected() && !selected.isEmpty() ? selected.constFirst()
                                                                        : m_strip.current());
}

void LaneInstruments::openDefaults()
{
    m_panel->editDefaults(runDefaults(m_context.settings));
    m_panel->openAbove(m_defaults);
    m_panel->focusFirst();
}

void LaneInstruments::applyLanes(const QList<core::ChatParameters> &lanes)
{
    for (qsizetype i = 0; i < std::min(lanes.size(), m_tuned.size()); ++i) {
        if (m_tuned.at(i) < m_board.count())
            m_board.setParameters(m_tuned.at(i), lanes.at(i));
    }
    emit parametersChanged();
}

void LaneInstruments::selectCurrent()
{
    m_strip.toggleSelected(m_strip.current());
}

void LaneInstruments::selectAll()
{
    for (const LanePlace *place : m_strip.places()) {
        if (!place->isSelected())
            m_strip.toggleSelected(m_strip.indexOf(place->shown()));
    }
}

void LaneInstruments::tearOffCurrent()
{
    m_board.perform(m_strip.current(), LaneAction::TearOff);
}

void LaneInstruments::nextAnswer()
{
    m_board.stepAnswer(m_strip.current(), 1);
}

void LaneInstruments::previousAnswer()
{
    m_board.stepAnswer(m_strip.current(), -1);
}

void LaneInstruments::adopt(LaneWindow *window)
{
    qsizetype slot = m_windows.indexOf(nullptr);
    if (slot < 0) {
        slot = m_windows.size();
        m_windows.append(nullptr);
    }
    m_windows[slot] = window;
    const QStringList kept = m_context.settings.get(core::settings::kLaneWindows);
    window->restore(QByteArray::fromBase64(kept.value(slot).toLatin1()));
    lendActions(window);
    connect(window, &LaneWindow::moved, this, [this, window] { keepGeometry(window); });
    connect(window, &QObject::destroyed, this, [this, slot] { m_windows[slot] = nullptr; });
}

void LaneInstruments::lendActions(LaneWindow *window) const
{
    // The page's own and those of the main window; another page's would take keys away.
    const QList<QAction *> all = m_context.actions.all();
    for (QAction *action : all) {
        const QObject *const scope = action->parent();
        if ((scope == m_page || scope == m_page->window()) && !window->actions().contains(action))
            window->addAction(action);
    }
}

void LaneInstruments::keepGeometry(const LaneWindow *window)
{
    const qsizetype slot = m_windows.indexOf(window);
    if (slot < 0)
        return;
    QStringList kept = m_context.settings.get(core::settings::kLaneWindows);
    while (kept.size() <= slot)
        kept.append(QString());
    kept[slot] = QString::fromLatin1(window->saveGeometry().toBase64());
    m_context.settings.set(core::settings::kLaneWindows, kept);
}

void LaneInstruments::add(const QString &id, const QString &text, const QList<QKeySequence> &keys,
                          void (LaneInstruments::*slot)())
{
    const QAction *const action = m_context.actions.add({id, text, tr("Lane"), keys}, m_page);
    connect(action, &QAction::triggered, this, slot);
}

void LaneInstruments::registerActions()
{
    using K = QKeySequence;
    add(QStringLiteral("compare.parameters"), tr("Set the parameters of the lane, or of the selected lanes"),
        {K(Qt::CTRL | Qt::Key_P)}, &LaneInstruments::openCurrent);
    add(QStringLiteral("compare.runDefaults"), tr("Set the run defaults"),
        {K(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}, &LaneInstruments::openDefaults);
    add(QStringLiteral("compare.selectLane"), tr("Select the lane, to tune several together"),
        {K(Qt::CTRL | Qt::Key_Space)}, &LaneInstruments::selectCurrent);
    add(QStringLiteral("compare.selectAllLanes"), tr("Select all lanes"), {}, &LaneInstruments::selectAll);
    add(QStringLiteral("compare.tearOffLane"), tr("Put the lane into a window of its own, or back"),
        {K(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, &LaneInstruments::tearOffCurrent);
    add(QStringLiteral("compare.nextAnswer"), tr("Show the next answer of a repeated lane"),
        {K(Qt::ALT | Qt::Key_PageDown)}, &LaneInstruments::nextAnswer);
    add(QStringLiteral("compare.previousAnswer"), tr("Show the previous answer of a repeated lane"),
        {K(Qt::ALT | Qt::Key_PageUp)}, &LaneInstruments::previousAnswer);
    add(QStringLiteral("compare.nextLayout"), tr("Lay the lanes out the next way"),
        {K(Qt::CTRL | Qt::SHIFT | Qt::Key_G)}, &LaneInstruments::nextMode);
    const QStringList layouts{tr("Lay the lanes out in columns"), tr("Lay the lanes out in a grid"),
                              tr("Lay the lanes out in tabs")};
    for (qsizetype i = 0; i < layouts.size(); ++i) {
        const QString id = QStringLiteral("compare.layout.") + laneLayoutName(kModes[i]);
        const QAction *const action = m_context.actions.add({id, layouts.at(i), tr("Lane"), {}}, m_page);
        connect(action, &QAction::triggered, this, [this, i] { m_strip.setMode(kModes[i]); });
    }
    for (const int times : {1, 2, 3, 5, 10}) {
        const QString text = times == 1 ? tr("Ask the lane once in each run")
                                        : tr("Ask the lane %n times in each run", nullptr, times);
        const QAction *const action = m_context.actions.add(
            {QStringLiteral("compare.repeat%1").arg(times), text, tr("Lane"), {}}, m_page);
        connect(action, &QAction::triggered, this,
                [this, times] { m_board.setRepeats(m_strip.current(), times); });
    }
}

void LaneInstruments::registerLineUps()
{
    qDeleteAll(m_lineUps);
    m_lineUps.clear();
    const QList<core::LineUp> &saved = m_context.lineUps.lineUps();
    for (int i = 0; i < std::min<int>(kLineUpKeys, static_cast<int>(saved.size())); ++i) {
        const core::LineUp &lineUp = saved.at(i);
        QAction *const action =
            m_context.actions.add({QStringLiteral("compare.lineUp%1").arg(i + 1),
                                   tr("Apply the line-up “%1”").arg(lineUp.name),
                                   tr("Compare"),
                                   {QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i))}},
                                  m_page);
        connect(action, &QAction::triggered, this, [this, i] {
            const QList<core::LineUp> &now = m_context.lineUps.lineUps();
            if (i < now.size())
                emit lineUpChosen(now.at(i));
        });
        m_lineUps.append(action);
    }
}

} // namespace ui
