#include "ui/money/unpriceddialog.h"

#include "ui/money/periodchoice.h"
#include "ui/money/unpricedpane.h"
#include "ui/theme/theme.h"

#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize kUnpricedSize(760, 480);

} // namespace

UnpricedDialog::UnpricedDialog(const MoneyContext &context, QWidget *parent)
    : QDialog(parent)
    , m_period(new PeriodChoice(context.settings, context.clock, this))
    , m_pane(new UnpricedPane(context, this))
{
    setObjectName(QStringLiteral("unpriced"));
    setWindowTitle(tr("Requests without a price"));
    setAccessibleName(windowTitle());
    resize(context.theme.px(kUnpricedSize.width()), context.theme.px(kUnpricedSize.height()));
    m_period->setObjectName(QStringLiteral("unpriced.period"));
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_period, 0, Qt::AlignLeft);
    column->addWidget(m_pane, 1);
    connect(m_period, &PeriodChoice::rangeChanged, this, &UnpricedDialog::takePeriod);
    connect(m_pane, &UnpricedPane::left, this, &QDialog::reject);
    // Rates are set in the window behind this one.
    connect(m_pane, &UnpricedPane::rateWanted, this, &QDialog::reject);
}

void UnpricedDialog::openFor(const core::RepricingScope &scope)
{
    m_period->setRange({scope.sinceMs, scope.untilMs});
    show();
    raise();
    activateWindow();
    m_pane->focusTable();
}

void UnpricedDialog::takePeriod()
{
    const core::TimeRange range = m_period->range();
    core::RepricingScope scope;
    scope.sinceMs = range.sinceMs;
    scope.untilMs = range.untilMs;
    m_pane->openFor(scope);
}

} // namespace ui
