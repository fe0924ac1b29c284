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

signals:
    void actionRequested(ui::LaneAction action);
    void menuRequested(const QPoint &globalPosition);

private:
    FlatButton *addButton(LaneAction action);

    ThemedLabel *const m_tokens;
    ThemedLabel *const m_cost;
    ElidedLabel *const m_costNote;
    ElidedLabel *const m_ending;
    Pill *const m_badge;
    Pill *const m_verdict;
    FlatButton *const m_copy;
    FlatButton *const m_best;
    FlatButton *const m_retry;
    FlatButton *const m_stop;
    FlatButton *const m_more;
};

} // namespace ui
