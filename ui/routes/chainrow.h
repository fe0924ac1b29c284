#pragma once

#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"
#include "ui/widgets/surface.h"

class QCheckBox;
class QDoubleSpinBox;
class QLineEdit;
class QMenu;

namespace ui {

class FlatButton;
class ThemedLabel;

/// One target or fallback of a chain: its model, its share, its parameters, and when it is asked. It changes
/// the chain through the editor. Owned by ChainList.
class ChainRow : public Surface
{
    Q_OBJECT

public:
    ChainRow(RuleEditor &editor, const RoutesContext &context, QWidget *parent);

    /// Shows what the editor has at that place.
    void showPlace(const ChainPlace &place);
    const ChainPlace &place() const { return m_place; }
    void showSelected(bool selected);
    void showProblems();
    void takeFocus();

signals:
    /// It stands at the editor's selection now.
    void moved();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeWeight();
    QWidget *makeParameters();
    QWidget *makeConditions();
    void fillMenu();
    void fillKinds();
    void name();
    void showWeight();
    void showParameters();
    void showConditions();
    void fitName();
    void pickModel();
    void takeParameters(const QString &text);
    void move(qsizetype by);
    void remove();
    void switchList();
    void startDrag();
    void setFallback(const std::function<void(core::Fallback &)> &change, const QString &text);

    RuleEditor &m_editor;
    const RoutesContext m_context;
    ChainPlace m_place;
    core::ChainTarget m_target;
    bool m_wantsParameters = false;
    FlatButton *m_handle = nullptr;
    QWidget *m_dot = nullptr;
    FlatButton *m_name = nullptr;
    FlatButton *m_more = nullptr;
    FlatButton *m_remove = nullptr;
    QMenu *m_menu = nullptr;
    ThemedLabel *m_facts = nullptr;
    QWidget *m_weightRow = nullptr;
    QDoubleSpinBox *m_weight = nullptr;
    ThemedLabel *m_share = nullptr;
    QWidget *m_parametersRow = nullptr;
    QLineEdit *m_parameters = nullptr;
    ThemedLabel *m_fault = nullptr;
    QWidget *m_conditions = nullptr;
    QCheckBox *m_larger = nullptr;
    FlatButton *m_after = nullptr;
    ThemedLabel *m_problem = nullptr;
    QPoint m_pressed;
};

} // namespace ui
