#pragma once

#include <QHash>
#include <QJsonObject>
#include <QWidget>

#include <optional>

class QStackedWidget;

namespace ui {

class EmptyState;
class LaneColumns;
class LaneGrid;
class LanePlace;
class LaneTabs;
class LaneView;
class LaneWindow;
class Theme;

/// How lanes stand: all side by side, in rows, or one at a time.
enum class LaneLayout { Columns, Grid, Tabs };

/// The lanes on screen, in one of three layouts or, torn off, in windows of their own. Owns the views. Lanes
/// are counted over all places; repeats of one target share a place. One lane is current: the keyboard acts
/// on it.
class LaneStrip : public QWidget
{
    Q_OBJECT

public:
    explicit LaneStrip(const Theme &theme, QWidget *parent = nullptr);
    ~LaneStrip() override;

    /// In a place of its own after all others.
    LanePlace *addLane(LaneView *view);
    /// After the other repeats of `place`.
    void addRepeat(LanePlace *place, LaneView *view);
    /// A place goes with its last lane.
    void removeLane(int index);
    /// Moves the whole place of a lane to where that of the other stands. Both indexes must exist.
    void moveLane(int from, int to);

    int count() const { return static_cast<int>(m_lanes.size()); }
    LaneView *lane(int index) const { return m_lanes.value(index); }
    const QList<LaneView *> &lanes() const { return m_lanes; }
    int indexOf(const LaneView *view) const;
    const QList<LanePlace *> &places() const { return m_places; }
    /// Null for an index that is not there.
    LanePlace *placeOf(int index) const;

    /// -1 without lanes. A lane becomes the one that is seen of its place.
    int current() const { return m_current; }
    void setCurrent(int index);
    /// To the next place, or the one before, around the end.
    void step(int by);
    /// Gives the focus to the current lane's answer and brings it into view.
    void focusCurrent();
    /// Scrolls, pages or turns to the lane, without the focus.
    void reveal(int index);

    /// -1: all are shown.
    int maximised() const;
    void setMaximised(int index);

    LaneLayout mode() const { return m_mode; }
    void setMode(LaneLayout mode);
    /// Mode and widths as they are kept with a line-up, and back; what is not said stays.
    QJsonObject layoutJson() const;
    void applyLayout(const QJsonObject &layout);

    bool isTornOff(int index) const;
    /// Opens a window for the lane's place.
    void tearOff(int index);
    /// Puts it back where it was.
    void dock(int index);

    /// Puts the lane's place among the selected, or takes it out.
    void toggleSelected(int index);
    void clearSelection();
    /// The lane seen in each selected place.
    QList<int> selected() const;

    /// Widths of the columns.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);
    void equalise();

    QSize sizeHint() const override;

signals:
    void currentChanged(int index);
    /// The user moved a border.
    void widthsChanged();
    void modeChanged();
    void selectionChanged();
    /// About to be shown.
    void windowOpened(ui::LaneWindow *window);

private:
    void noteFocus(QWidget *now);
    void noteLanes();
    void arrange();
    void connectView(LaneView *view);
    LanePlace *front() const;

    const Theme &m_theme;
    LaneTabs *const m_tabs;
    QStackedWidget *const m_stack;
    LaneColumns *const m_columns;
    LaneGrid *const m_grid;
    EmptyState *const m_away;
    QList<LanePlace *> m_places;
    QList<LaneView *> m_lanes;
    QHash<LanePlace *, LaneWindow *> m_windows;
    LaneLayout m_mode = LaneLayout::Columns;
    LanePlace *m_maximised = nullptr;
    int m_current = -1;
};

/// `columns`, `grid` or `tabs`.
QString laneLayoutName(LaneLayout layout);
std::optional<LaneLayout> laneLayoutFromName(QStringView name);

} // namespace ui
