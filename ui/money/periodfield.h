#pragma once

#include "core/ledger/budgetperiod.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace ui {

/// How long a budget lasts, on which day that begins, and in which zone. Owned by BudgetForm.
class PeriodField : public QWidget
{
    Q_OBJECT

public:
    explicit PeriodField(QWidget *parent = nullptr);

    void setPeriod(const core::BudgetPeriod &period);
    core::BudgetPeriod period() const;
    /// What is wrong, as a sentence; empty when nothing is.
    QString fault() const;

signals:
    void edited();

private:
    void makeDays();
    void makeZone();
    core::BudgetCycle cycle() const;
    void follow();

    QComboBox *const m_cycle;
    QComboBox *const m_weekday;
    QSpinBox *const m_day;
    QLineEdit *const m_zone;
};

} // namespace ui
