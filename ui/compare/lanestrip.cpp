#include "ui/compare/lanestrip.h"

#include "ui/compare/lanearrangement.h"
#include "ui/compare/laneplace.h"
#include "ui/compare/lanetabs.h"
#include "ui/compare/laneview.h"
#include "ui/compare/lanewindow.h"
#include "ui/markdown/markdownview.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QJsonArray>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

LaneStrip::LaneStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tabs(new LaneTabs(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_columns(new LaneColumns(theme, this))
    , m_grid(new LaneGrid(theme, this))
    , m_away(new EmptyState(theme, Icon::External, tr("Every lane is in a window of its own"),
                            tr("They go on there. Closing a window brings its lane back here."), this))
{
    setObjectName(QStringLiteral("laneStrip"));
    setAccessibleName(tr("Lanes"));
    m_away->setObjectName(QStringLiteral("lanesAway"));
    m_away->setAction(tr("Put them back"));
    for (QWidget *page :
         {static_cast<QWidget *>(m_columns), static_cast<QWidget *>(m_grid), static_cast<QWidget *>(m_away)})
        m_stack->addWidget(page);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_tabs);
    rows->addWidget(m_stack, 1);
    connect(m_columns, &LaneColumns::widthsChanged, this, &LaneStrip::widthsChanged);
    connect(m_tabs, &LaneTabs::chosen, this,
            [this](LanePlace *place) { setCurrent(indexOf(place->shown())); });
    connect(m_away, &EmptyState::actionTriggered, this, [this] {
        for (LanePlace *place : std::as_const(m_places))
            dock(indexOf(place->shown()));
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { noteFocus(now); });
    arrange();
}

LaneStrip::~LaneStrip()
{
    disconnect(qApp, nullptr, this, nullptr); // a lane that goes with its focus must not call back
}

QSize LaneStrip::sizeHint() const
{
    return {m_theme.px(640), m_theme.px(320)};
}

void LaneStrip::connectView(LaneView *view)
{
    connect(view, &LaneView::headPressed, this, [this, view](bool withControl) {
        if (withControl)
            toggleSelected(indexOf(view));
        else
            clearSelection();
    });
    connect(view, &LaneView::described, this, [this, view] {
        LanePlace *const place = placeOf(indexOf(view));
        if (!place || place->shown() != view)
            return;
        if (LaneWindow *const window = m_windows.value(place))
            window->describe();
        if (m_mode == LaneLayout::Tabs)
            m_tabs->describe(place);
    });
}

LanePlace *LaneStrip::addLane(LaneView *view)
{
    auto *const place = new LanePlace(m_theme, this);
    place->add(view);
    connectView(view);
    m_places.append(place);
    m_maximised = nullptr;
    noteLanes();
    equalise();
    if (m_current < 0)
        setCurrent(0);
    return place;
}

void LaneStrip::addRepeat(LanePlace *place, LaneView *view)
{
    place->add(view);
    connectView(view);
    noteLanes();
}

void LaneStrip::removeLane(int index)
{
    LaneView *const view = lane(index);
    LanePlace *const place = placeOf(index);
    const int before = m_current;
    place->take(view);
    if (place->lanes().isEmpty()) {
        m_places.removeOne(place);
        m_maximised = nullptr;
        place->setParent(this); // out of its splitter or window, but not gone: it may hold the sender
        place->hide();
        place->deleteLater();
        if (LaneWindow *const window = m_windows.take(place)) {
            window->hide();
            window->deleteLater();
        }
    } else {
        view->deleteLater();
    }
    noteLanes();
    const int next = m_current >= 0 ? m_current : std::min(before, count() - 1);
    m_current = -1;
    setCurrent(next);
    emit selectionChanged();
}

void LaneStrip::moveLane(int from, int to)
{
    LaneView *const moved = lane(from);
    m_places.move(m_places.indexOf(placeOf(from)), m_places.indexOf(placeOf(to)));
    noteLanes();
    m_current = -1;
    setCurrent(indexOf(moved));
}

int LaneStrip::indexOf(const LaneView *view) const
{
    return static_cast<int>(m_lanes.indexOf(view));
}

LanePlace *LaneStrip::placeOf(int index) const
{
    LaneView *const view = lane(index);
    const auto found = std::find_if(m_places.cbegin(), m_places.cend(), [view](const LanePlace *place) {
        return view && place->lanes().contains(view);
    });
    return found == m_places.cend() ? nullptr : *found;
}

void LaneStrip::noteLanes()
{
    const LaneView *const now = lane(m_current);
    m_lanes.clear();
    for (const LanePlace *place : std::as_const(m_places))
        m_lanes.append(place->lanes());
    for (int i = 0; i < count(); ++i)
        m_lanes.at(i)->setNumber(i + 1);
    m_current = indexOf(now);
    arrange();
}

LanePlace *LaneStrip::front() const
{
    LanePlace *const place = placeOf(m_current);
    if (place && !m_windows.contains(place))
        return place;
    const auto docked = std::find_if(m_places.cbegin(), m_places.cend(),
                                     [this](LanePlace *each) { return !m_windows.contains(each); });
    return docked == m_places.cend() ? nullptr : *docked;
}

void LaneStrip::arrange()
{
    const LanePlace *const only = m_mode == LaneLayout::Tabs ? front() : m_maximised;
    QList<LanePlace *> docked;
    QList<QWidget *> places;
    QList<QWidget *> hidden;
    for (LanePlace *place : std::as_const(m_places)) {
        if (m_windows.contains(place))
            continue;
        docked.append(place);
        places.append(place);
        if (only && place != only)
            hidden.append(place);
        for (LaneView *view : place->lanes())
            view->setMaximised(place == m_maximised);
    }
    if (m_mode == LaneLayout::Grid)
        m_grid->setPlaces(places, hidden);
    else
        m_columns->setPlaces(places, hidden);
    QWidget *const page = m_mode == LaneLayout::Grid ? static_cast<QWidget *>(m_grid) : m_columns;
    m_stack->setCurrentWidget(docked.isEmpty() && !m_places.isEmpty() ? m_away : page);
    m_tabs->setVisible(m_mode == LaneLayout::Tabs && docked.size() > 1);
    if (m_mode == LaneLayout::Tabs)
        m_tabs->setPlaces(docked, front());
}

void LaneStrip::setCurrent(int index)
{
    if (LanePlace *const place = placeOf(index))
        place->setShown(lane(index));
    if (index == m_current)
        return;
    m_current = index;
    for (int i = 0; i < count(); ++i)
        m_lanes.at(i)->setCurrent(i == index && m_places.size() > 1);
    if (m_mode == LaneLayout::Tabs)
        arrange();
    emit currentChanged(index);
}

void LaneStrip::step(int by)
{
    const qsizetype places = m_places.size();
    if (places == 0)
        return;
    const qsizetype next = ((m_places.indexOf(placeOf(m_current)) + by) % places + places) % places;
    setCurrent(indexOf(m_places.at(next)->shown()));
}

void LaneStrip::noteFocus(QWidget *now)
{
    for (int i = 0; i < count(); ++i) {
        if (m_lanes.at(i)->isAncestorOf(now))
            return setCurrent(i);
    }
}

void LaneStrip::reveal(int index)
{
    LanePlace *const place = placeOf(index);
    if (!place)
        return;
    setCurrent(index);
    if (m_windows.contains(place))
        return m_windows.value(place)->raise();
    if (m_maximised && m_maximised != place)
        setMaximised(index);
    if (m_mode == LaneLayout::Grid)
        m_grid->ensureWidgetVisible(place, 0, 0);
    else
        m_columns->ensureWidgetVisible(place, 0, 0);
}

void LaneStrip::focusCurrent()
{
    LaneView *const view = lane(m_current);
    if (!view)
        return;
    reveal(m_current);
    if (isTornOff(m_current))
        view->window()->activateWindow();
    MarkdownView &answer = view->answerView();
    if (answer.isVisible())
        answer.setFocus(Qt::OtherFocusReason);
    else
        view->setFocus(Qt::OtherFocusReason);
}

int LaneStrip::maximised() const
{
    return m_maximised ? indexOf(m_maximised->shown()) : -1;
}

void LaneStrip::setMaximised(int index)
{
    LanePlace *const place = placeOf(index);
    m_maximised = place && !m_windows.contains(place) ? place : nullptr;
    arrange();
    if (index >= 0)
        setCurrent(index);
}

void LaneStrip::setMode(LaneLayout mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    m_maximised = nullptr;
    arrange();
    if (mode == LaneLayout::Columns)
        equalise();
    emit modeChanged();
}

QJsonObject LaneStrip::layoutJson() const
{
    QJsonObject layout{{QStringLiteral("mode"), laneLayoutName(m_mode)}};
    const QList<int> widths = m_mode == LaneLayout::Columns ? m_columns->widths() : QList<int>();
    QJsonArray shares;
    for (const int width : widths)
        shares.append(width);
    if (!shares.isEmpty() && widths.size() == m_places.size())
        layout.insert(QStringLiteral("widths"), shares);
    return layout;
}

void LaneStrip::applyLayout(const QJsonObject &layout)
{
    setMode(laneLayoutFromName(layout.value(QLatin1StringView("mode")).toString()).value_or(m_mode));
    QList<int> widths;
    for (const QJsonValue &width : layout.value(QLatin1StringView("widths")).toArray())
        widths.append(std::max(0, width.toInt()));
    m_columns->setWidths(widths);
}

bool LaneStrip::isTornOff(int index) const
{
    return m_windows.contains(placeOf(index));
}

void LaneStrip::tearOff(int index)
{
    LanePlace *const place = placeOf(index);
    if (!place || m_windows.contains(place))
        return;
    if (m_maximised == place)
        m_maximised = nullptr;
    auto *const window = new LaneWindow(m_theme, place, this);
    m_windows.insert(place, window);
    connect(window, &LaneWindow::closed, this, [this, place] { dock(indexOf(place->shown())); });
    arrange();
    emit windowOpened(window);
    window->show();
    setCurrent(index);
    focusCurrent();
}

void LaneStrip::dock(int index)
{
    LanePlace *const place = placeOf(index);
    LaneWindow *const window = place ? m_windows.take(place) : nullptr;
    if (!window)
        return;
    window->release();
    arrange();
    equalise();
    window->deleteLater();
    if (LaneView *const view = lane(m_current); view && view->window() == this->window())
        focusCurrent();
}

void LaneStrip::toggleSelected(int index)
{
    if (LanePlace *const place = placeOf(index)) {
        place->setSelected(!place->isSelected());
        emit selectionChanged();
    }
}

void LaneStrip::clearSelection()
{
    if (selected().isEmpty())
        return;
    for (LanePlace *place : std::as_const(m_places))
        place->setSelected(false);
    emit selectionChanged();
}

QList<int> LaneStrip::selected() const
{
    QList<int> lanes;
    for (const LanePlace *place : m_places) {
        if (place->isSelected())
            lanes.append(indexOf(place->shown()));
    }
    return lanes;
}

QByteArray LaneStrip::saveState() const
{
    return m_columns->saveState();
}

void LaneStrip::restoreState(const QByteArray &state)
{
    m_columns->restoreState(state);
}

void LaneStrip::equalise()
{
    m_columns->equalise();
}

QString laneLayoutName(LaneLayout layout)
{
    switch (layout) {
    case LaneLayout::Grid:
        return QStringLiteral("grid");
    case LaneLayout::Tabs:
        return QStringLiteral("tabs");
    case LaneLayout::Columns:
        break;
    }
    return QStringLiteral("columns");
}

std::optional<LaneLayout> laneLayoutFromName(QStringView name)
{
    for (const LaneLayout layout : {LaneLayout::Columns, LaneLayout::Grid, LaneLayout::Tabs}) {
        if (laneLayoutName(layout) == name)
            return layout;
    }
    return std::nullopt;
}

} // namespace ui
