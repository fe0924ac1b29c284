#pragma once

#include <QWidget>

namespace ui {

class LaneView;
class RepeatBar;
class Theme;

/// One place among the lanes: a target's lane, or its repeats, of which one is seen, with a bar to page
/// through them. Owned by its LaneStrip; owns the views.
class LanePlace : public QWidget
{
    Q_OBJECT

public:
    explicit LanePlace(const Theme &theme, QWidget *parent = nullptr);

    const QList<LaneView *> &lanes() const { return m_lanes; }
    void add(LaneView *view);
    /// Out of the place, but still a hidden child of it: it may be the sender.
    void take(LaneView *view);
    LaneView *shown() const { return m_shown; }
    /// One of lanes().
    void setShown(LaneView *view);
    RepeatBar &bar() const { return *m_bar; }

    /// With others, to be tuned together.
    bool isSelected() const { return m_selected; }
    void setSelected(bool selected);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    const Theme &m_theme;
    QList<LaneView *> m_lanes;
    LaneView *m_shown = nullptr;
    RepeatBar *const m_bar;
    QWidget *const m_frame;
    bool m_selected = false;
};

} // namespace ui
