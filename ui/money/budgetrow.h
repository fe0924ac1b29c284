#pragma once

#include "core/ledger/budgetstate.h"
#include "ui/widgets/surface.h"

namespace ui {

class BudgetBar;
class ElidedLabel;
class FlatButton;
class Pill;
class ThemedLabel;

/// One budget in the list: name, standing, bar, figures, and what can be done with it. Owned by
/// BudgetsDialog.
class BudgetRow : public Surface
{
    Q_OBJECT

public:
    explicit BudgetRow(const Theme &theme, QWidget *parent = nullptr);

    /// `nowMs` says how long its period still lasts.
    void setState(const core::BudgetState &state, qint64 nowMs);
    const core::Budget &budget() const { return m_budget; }

signals:
    void editWanted(const core::Budget &budget);
    void removeWanted(const core::Budget &budget);

private:
    void putTogether();

    core::Budget m_budget;
    ElidedLabel *const m_name;
    Pill *const m_standing;
    ThemedLabel *const m_spent;
    BudgetBar *const m_bar;
    ThemedLabel *const m_details;
    FlatButton *const m_edit;
    FlatButton *const m_remove;
};

} // namespace ui
