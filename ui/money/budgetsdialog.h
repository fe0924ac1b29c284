#pragma once

#include "core/ledger/budgetstate.h"
#include "ui/money/moneycontext.h"
#include "ui/money/scopefield.h"

#include <QDialog>

class QCheckBox;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace core {
struct Error;
}

namespace ui {

class BudgetForm;
class BudgetRow;
class EmptyState;
class FlatButton;
class MessagePanel;
class ToastArea;

/// The budgets with how each of them stands: made, changed and removed here, each step with an undo. Owned by
/// MoneyDesk.
class BudgetsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit BudgetsDialog(const MoneyContext &context, QWidget *parent);

    void open() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeList();
    void putTogether();
    void wire();
    void readKnown();
    void showStates();
    void rebuild(const QList<core::BudgetState> &states);
    void add();
    void edit(const core::Budget &budget);
    void submit(const core::Budget &budget);
    /// Shows the list with it, and how to undo that.
    void conclude(const core::Budget &saved, const std::optional<core::Budget> &before);
    void remove(const core::Budget &budget);
    /// Without a toast, as an undo does.
    void store(const core::Budget &budget);
    void takeOut(const QString &name);
    void showList();
    void complain(const QString &title, const core::Error &error);

    const MoneyContext m_context;
    KnownScopes m_known;
    MessagePanel *const m_problem;
    QStackedWidget *const m_stack;
    EmptyState *const m_empty;
    BudgetForm *const m_form;
    FlatButton *const m_add;
    QCheckBox *const m_notify;
    ToastArea *const m_toasts;
    QScrollArea *m_list = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QList<BudgetRow *> m_shown;
};

} // namespace ui
