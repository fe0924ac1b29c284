#pragma once

#include <QList>
#include <QScrollArea>

class QSplitter;

namespace ui {

class LaneView;
class Theme;

/// The lanes side by side in a splitter; when they do not fit at their least width the strip scrolls
/// sideways. Owns the views. One lane is current: the keyboard acts on it.
class LaneStrip : public QScrollArea
{
    Q_OBJECT

public:
    explicit LaneStrip(const Theme &theme, QWidget *parent = nullptr);
    ~LaneStrip() override;

    void addLane(LaneView *view);
    void removeLane(int index);
    /// Both indexes must exist.
    void moveLane(int from, int to);

    int count() const { return static_cast<int>(m_lanes.size()); }
    LaneView *lane(int index) const { return m_lanes.value(index); }
    const QList<LaneView *> &lanes() const { return m_lanes; }
    int indexOf(const LaneView *view) const;

    /// -1 without lanes.
    int current() const { return m_current; }
    void setCurrent(int index);
    /// Gives the focus to the current lane's answer and brings it into view.
    void focusCurrent();

    /// -1: all are shown.
    int maximised() const { return m_maximised; }
    void setMaximised(int index);

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);
    /// All lanes get the same width.
    void equalise();

    QSize sizeHint() const override;

signals:
    void currentChanged(int index);
    /// The user moved a border.
    void widthsChanged();

private:
    void noteFocus(QWidget *now);
    void number();

    const Theme &m_theme;
    QSplitter *const m_splitter;
    QList<LaneView *> m_lanes;
    int m_current = -1;
    int m_maximised = -1;
};

} // namespace ui
