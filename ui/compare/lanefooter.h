#pragma once

#include "ui/compare/lanebadges.h"
#include "ui/compare/lanepresenter.h"
#include "ui/widgets/surface.h"

namespace ui {

class ElidedLabel;
class FlatButton;
class Pill;
class ThemedLabel;

/// The fixed foot of a lane, two lines: tokens and cost with its basis; how it ended and what can be done.
class LaneFooter : public Surface
{
    Q_OBJECT

public:
    explicit LaneFooter(const Theme &theme, QWidget *parent = nullptr);

    void setTexts(const LaneTexts &texts);
    /// The one about cost is shown here.
    void setBadges(const QList<LaneBadge> &badges);
    /// Whether there is another answer to compare this one with, and whether that is done now.
    void setComparing(bool possible, bool shown);

    /// Narrow: buttons without room are left to the menu.
    QSize minimumSizeHint() const override;

signals:
    void actionRequested(ui::LaneAction action);
    void menuRequested(const QPoint &globalPosition);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    FlatButton *addButton(LaneAction action, const QString &name);
    void offer();

    ThemedLabel *const m_tokens;
    ThemedLabel *const m_cost;
    ElidedLabel *const m_costNote;
    ElidedLabel *const m_ending;
    Pill *const m_badge;
    Pill *const m_verdict;
    QList<LaneAction> m_actions;
    bool m_comparable = false;
    FlatButton *const m_copy;
    FlatButton *const m_best;
    FlatButton *const m_diff;
    FlatButton *const m_retry;
    FlatButton *const m_stop;
    FlatButton *const m_more;
};

} // namespace ui
