#pragma once

#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"

#include <QGraphicsView>

#include <optional>

namespace ui {

/// The rules drawn as tracks: one a rule, its condition as the switch, its targets in order, its fallbacks
/// dashed. It shows the editor's value, selection and problems, and changes them through it; nothing is
/// placed freely. Owned by RoutesPage.
class TrackCanvas : public QGraphicsView
{
    Q_OBJECT

public:
    TrackCanvas(RuleEditor &editor, const RoutesContext &context, QWidget *parent = nullptr);
    ~TrackCanvas() override;

    /// Lights the path that a tried prompt takes; nothing lights none.
    void setDecision(const std::optional<core::Decision> &decision);
    /// Estimated tokens of the tried prompt, for the node at the left; unset: it says none.
    void setPromptTokens(std::optional<qint64> tokens);

    /// 1 is the size of the design at the theme's zoom.
    double zoomFactor() const;
    /// Kept between 0.1 and 3.
    void setZoomFactor(double factor);

    /// Brings what is selected into view.
    void showSelection();

public slots:
    void zoomIn();
    void zoomOut();
    /// All of it in view, never larger than 1.
    void zoomFit();

signals:
    void zoomChanged(double factor);
    /// Enter or a double click on a rule: its inspector is to get the focus.
    void ruleActivated(qsizetype rule);
    void targetActivated(const ui::RulePlace &place);
    /// A model is to be picked for this place, below `at` in global coordinates.
    void targetWanted(const ui::ChainPlace &place, const QPoint &at);
    /// A rule is to be added before this place.
    void ruleWanted(qsizetype place);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace ui
