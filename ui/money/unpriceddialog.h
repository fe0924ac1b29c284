#pragma once

#include "core/ledger/repricingquery.h"
#include "ui/money/moneycontext.h"

#include <QDialog>

namespace ui {

class PeriodChoice;
class UnpricedPane;

/// The models without a known price in a window of their own, of a period that is chosen there. Owned by
/// MoneyDesk.
class UnpricedDialog : public QDialog
{
    Q_OBJECT

public:
    UnpricedDialog(const MoneyContext &context, QWidget *parent);

    void openFor(const core::RepricingScope &scope);
    UnpricedPane &pane() { return *m_pane; }

private:
    void takePeriod();

    PeriodChoice *const m_period;
    UnpricedPane *const m_pane;
};

} // namespace ui
