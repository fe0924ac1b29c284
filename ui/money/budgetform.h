#pragma once

#include "core/ledger/budget.h"
#include "ui/money/scopefield.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace ui {

class FieldRow;
class FlatButton;
class PeriodField;
class PrimaryButton;
class ThemedLabel;

/// The fields of one budget, each with what is wrong with it below. Owned by BudgetsDialog.
class BudgetForm : public QWidget
{
    Q_OBJECT

public:
    explicit BudgetForm(const Theme &theme, QWidget *parent = nullptr);

    void setKnown(const KnownScopes &known);
    /// `taken`: the names of the other budgets.
    void edit(const core::Budget &budget, const QStringList &taken);
    /// What the store said of it.
    void setProblem(const QString &sentence);

signals:
    /// It can be kept.
    void submitted(const core::Budget &budget);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void putTogether();
    void wire();
    core::Budget written() const;
    /// Says what is wrong at each field; false when anything is.
    bool check();
    void recheck();
    void submit();

    const Theme &m_theme;
    core::Budget m_budget;
    QStringList m_taken;
    bool m_checked = false;
    ThemedLabel *const m_title;
    QLineEdit *const m_name;
    ScopeField *const m_scope;
    QLineEdit *const m_amount;
    PeriodField *const m_period;
    QSpinBox *const m_soft;
    QCheckBox *const m_hard;
    QCheckBox *const m_unpriced;
    QCheckBox *const m_enabled;
    ThemedLabel *const m_problem;
    PrimaryButton *const m_save;
    FlatButton *const m_cancel;
    FieldRow *m_nameRow = nullptr;
    FieldRow *m_scopeRow = nullptr;
    FieldRow *m_amountRow = nullptr;
    FieldRow *m_periodRow = nullptr;
};

} // namespace ui
