#pragma once

#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class ChainRow;
class FlatButton;
class ThemedLabel;

/// The targets of a rule or its fallbacks, in order, and what adds one. Rows are dragged, here and to the
/// other list; models and targets of the canvas are dropped here. Owned by RuleInspector.
class ChainList : public QWidget
{
    Q_OBJECT

public:
    ChainList(RuleEditor &editor, const RoutesContext &context, bool fallbacks, QWidget *parent);

    void showRule(qsizetype rule);
    void showSelection();
    void showProblems();
    /// Null when the target is not in this list.
    ChainRow *rowOf(const RulePlace &place) const;
    /// What adds one gets the focus.
    void takeFocus();
    /// Opens the picker for a further target at the end.
    void addTarget();

signals:
    void moved();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    qsizetype count() const;
    qsizetype placeAt(int y) const;
    void fillRouteMenu();
    void insert(qsizetype at, const core::TargetName &name);
    QStringList inUse() const;

    RuleEditor &m_editor;
    const RoutesContext m_context;
    const bool m_fallbacks;
    qsizetype m_rule = -1;
    QVBoxLayout *m_column = nullptr;
    QList<ChainRow *> m_rows;
    ThemedLabel *m_none = nullptr;
    FlatButton *m_add = nullptr;
    FlatButton *m_addRoute = nullptr;
    /// Where a drop would put it; -1: nothing is dragged over.
    qsizetype m_dropAt = -1;
};

} // namespace ui
