#pragma once

#include "core/ledger/budgetstate.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// How much of a budget is spent and reserved, with a mark where it warns. Owned by a BudgetRow.
class BudgetBar : public QWidget
{
    Q_OBJECT

public:
    explicit BudgetBar(const Theme &theme, QWidget *parent = nullptr);

    void setState(const core::BudgetState &state);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    core::BudgetState m_state;
};

} // namespace ui
