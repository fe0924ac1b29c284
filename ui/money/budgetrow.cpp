#include "ui/money/budgetrow.h"

#include "core/base/formatting.h"
#include "ui/money/budgetbar.h"
#include "ui/money/moneywords.h"
#include "ui/theme/paint.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/pill.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

BudgetRow::BudgetRow(const Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, AllSides, parent)
    , m_name(new ElidedLabel(theme, {}, Theme::Token::Ink, Qt::ElideMiddle, this))
    , m_standing(new Pill(theme, {}, Theme::Token::Ink2, this))
    , m_spent(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_bar(new BudgetBar(theme, this))
    , m_details(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_edit(new FlatButton(theme, Icon::Edit, tr("Edit"), this))
    , m_remove(new FlatButton(theme, Icon::Trash, tr("Remove"), this))
{
    setObjectName(QStringLiteral("budget"));
    setRadius(kCardRadius);
    m_name->setObjectName(QStringLiteral("budget.name"));
    m_name->setType(1.0, QFont::DemiBold);
    m_standing->setObjectName(QStringLiteral("budget.standing"));
    m_spent->setObjectName(QStringLiteral("budget.spent"));
    m_details->setObjectName(QStringLiteral("budget.details"));
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setType(0.92);
    m_edit->setObjectName(QStringLiteral("budget.edit"));
    m_remove->setObjectName(QStringLiteral("budget.remove"));
    putTogether();
    connect(m_edit, &QToolButton::clicked, this, [this] { emit editWanted(m_budget); });
    connect(m_remove, &QToolButton::clicked, this, [this] { emit removeWanted(m_budget); });
}

void BudgetRow::putTogether()
{
    auto *const top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_name, 1);
    top->addWidget(m_standing);
    top->addWidget(m_spent);
    top->addWidget(m_edit);
    top->addWidget(m_remove);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 8, 12);
    column->setSpacing(6);
    column->addLayout(top);
    // The bar ends where the picture of the last button does.
    auto *const below = new QVBoxLayout;
    below->setContentsMargins(0, 0, 6, 0);
    below->setSpacing(6);
    below->addWidget(m_bar);
    below->addWidget(m_details);
    column->addLayout(below);
}

void BudgetRow::setState(const core::BudgetState &state, qint64 nowMs)
{
    m_budget = state.budget;
    m_name->setFullText(m_budget.name);
    const BudgetStanding standing = standingOf(state);
    m_standing->setText(MoneyWords::standing(standing));
    m_standing->setInk(inkOf(standing));
    m_spent->setToolTip(tr("What Switchyard sent; imported requests are in no budget."));
    m_spent->setText(
        tr("%1 of %2", "spent, amount")
            .arg(MoneyWords::sum(state.spent, state.unpriced), core::formatMoney(m_budget.amount)));
    m_bar->setState(state);
    const QLocale locale;
    QStringList parts{tr("%1 % used").arg(locale.toString(state.usedPercent(), 'f', 1))};
    if (!state.reserved.isZero())
        parts.append(tr("%1 reserved").arg(core::formatMoney(state.reserved)));
    parts.append(MoneyWords::scope(m_budget.scope));
    parts.append(MoneyWords::period(m_budget.period));
    parts.append(MoneyWords::daysLeft(state.span, nowMs));
    if (m_budget.hard)
        parts.append(tr("refuses what may pass it"));
    if (m_budget.softPercent > 0)
        parts.append(tr("warns at %1 %").arg(m_budget.softPercent));
    m_details->setText(parts.join(QStringLiteral(" · ")));
    m_edit->setAccessibleName(tr("Edit the budget %1").arg(m_budget.name));
    m_remove->setAccessibleName(tr("Remove the budget %1").arg(m_budget.name));
}

} // namespace ui
