#pragma once

#include "core/insight/rehearsal.h"
#include "ui/routes/routescontext.h"
#include "ui/widgets/surface.h"

class QListWidget;
class QScrollArea;
class QVBoxLayout;

namespace ui {

class RehearsalTimeline;
class ThemedLabel;

/// A call that goes through its chain with faults that one chooses: what happens when, and why. Nothing is
/// sent. Stands above the Try bar.
class RehearsalPanel : public Surface
{
    Q_OBJECT

public:
    RehearsalPanel(const RoutesContext &context, QWidget *parent);

    /// Faults that were chosen stay while the targets are the same; else the first target is silent.
    void setPlan(const core::Decision &plan);
    const core::Rehearsal &rehearsal() const { return m_rehearsal; }
    void takeFocus();

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLayout *makeHead();
    QScrollArea *makeTimes();
    /// All targets are seen at once, unless they are very many.
    void fitHeights();
    void makeRows();
    void rehearseAgain();
    void fillSteps();
    QString stepOf(qsizetype attempt) const;

    const RoutesContext m_context;
    ThemedLabel *const m_title;
    ThemedLabel *const m_summary;
    QWidget *const m_rows;
    QVBoxLayout *const m_rowLayout;
    RehearsalTimeline *const m_timeline;
    QListWidget *const m_steps;
    QScrollArea *m_scroll = nullptr;
    core::Decision m_plan;
    QHash<qsizetype, core::RehearsedFault> m_faults;
    core::Rehearsal m_rehearsal;
};

} // namespace ui
