#pragma once

#include "core/routing/promptfacts.h"
#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"

#include <QGraphicsView>

#include <memory>
#include <optional>

namespace ui {

struct TrackHit;

/// The rules drawn as tracks: one a rule, its condition as the switch, its targets in order, its fallbacks
/// dashed. It shows the editor's value, selection and problems, and changes them through it; nothing is
/// placed freely. Owned by RoutesPage.
///
/// Arrows go over the rules and targets and with Alt move them; Delete removes; Insert adds another of what
/// is selected, with Shift what comes further right; Enter and F2 activate; +, - and 0 zoom, as Ctrl with the
/// wheel does; the middle button, or the mouse with the space key, pans.
class TrackCanvas : public QGraphicsView
{
    Q_OBJECT

public:
    TrackCanvas(RuleEditor &editor, const RoutesContext &context, QWidget *parent = nullptr);
    ~TrackCanvas() override;

    /// Lights the path that a tried prompt takes; nothing lights none.
    void setDecision(const std::optional<core::Decision> &decision);
    /// The tried prompt: its estimated tokens stand in the node at the left, what a call with it would cost
    /// in those of the targets. Without tokens there is none.
    void setPrompt(const core::PromptFacts &prompt);

    /// 1 is the size of the design at the theme's zoom.
    double zoomFactor() const;
    /// Kept between 0.1 and 3.
    void setZoomFactor(double factor);

    /// What is selected in the editor.
    const RulePlace &selection() const;
    void select(const RulePlace &place);
    /// As Enter does.
    void activateSelection();
    /// Brings what is selected into view.
    void showSelection();

public slots:
    void zoomIn();
    void zoomOut();
    /// All of it in view, never larger than 1, but of very many rules smaller than the least factor.
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

protected:
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Parts;

    void zoomTo(double factor, const QPoint &anchor);
    void zoomBy(int steps, const QPoint &anchor);
    TrackHit hitAt(const QPoint &at) const;
    void showCursor(const TrackHit &hit);
    void add(const TrackHit &hit);
    void wantTarget(const ChainPlace &place, const QRect &below);
    void takeKey(int key, Qt::KeyboardModifiers held);
    void moveSelection(int key);
    void removeSelection();
    void addBehindSelection(bool further);
    void describe();
    void noteSelection();
    void noteFocus();
    void noteArrangement();
    /// The corner between the scroll bars is of the palette.
    void takeColours();

    std::unique_ptr<Parts> m_parts;
};

} // namespace ui
