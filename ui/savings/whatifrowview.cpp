#include "ui/savings/whatifrowview.h"

#include "core/base/formatting.h"
#include "core/compare/tasksuggestion.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using core::Money;

namespace ui {

namespace {

QString taskText(const QString &task)
{
    return task.isEmpty() ? WhatIfRowView::tr("no task") : core::taskDisplayName(task);
}

/// What stands behind the amount: its part of the period, the votes, what was left out.
QString remarkOf(const core::WhatIfRow &row, Money periodCost)
{
    QStringList parts;
    const std::optional<double> percent = core::percentOf(row.figures.saved(), periodCost);
    if (percent && row.figures.saved() > Money())
        parts.append(WhatIfRowView::tr("%1 % of the period").arg(QString::number(*percent, 'f', 0)));
    parts.append(core::votesInWords(row.votes));
    if (row.figures.doesNotFit > 0)
        parts.append(WhatIfRowView::tr("%1 calls do not fit").arg(core::formatCount(row.figures.doesNotFit)));
    if (row.figures.unpriced > 0)
        parts.append(WhatIfRowView::tr("%1 unpriced").arg(core::formatCount(row.figures.unpriced)));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString WhatIfRowView::amountText(Money saved)
{
    if (saved.isZero())
        return core::formatMoney(saved);
    const bool less = saved > Money();
    const QString size = core::formatMoney(less ? saved : saved * -1);
    return less ? QString(QChar(0x2212) + size) : QString(u'+' + size);
}

WhatIfRowView::WhatIfRowView(const Theme &theme, const core::WhatIfRow &row, Money periodCost,
                             QWidget *parent)
    : QWidget(parent)
{
    const QString task = taskText(row.task);
    const QString where = row.to ? QString(task + QStringLiteral(" → ") + row.to->toString()) : task;
    auto *const head = new ElidedLabel(theme, where, Theme::Token::Ink, Qt::ElideMiddle, this);
    head->setObjectName(QStringLiteral("whatif.task"));
    const bool known = row.to && row.figures.repriced > 0;
    const Money saved = row.figures.saved();
    auto *const amount = new ThemedLabel(theme, known ? amountText(saved) : QString(),
                                         saved < Money() ? Theme::Token::Warn : Theme::Token::Good, this);
    amount->setObjectName(QStringLiteral("whatif.amount"));
    amount->setType(1.0, QFont::DemiBold);
    amount->setVisible(known);
    const QString remark = row.to ? remarkOf(row, periodCost) : tr("nothing cheaper has passed");
    auto *const rest = new ThemedLabel(theme, remark, Theme::Token::Ink2, this);
    rest->setObjectName(QStringLiteral("whatif.remark"));
    rest->setWordWrap(true);
    auto *const line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(amount, 0, Qt::AlignTop);
    line->addWidget(rest, 1, Qt::AlignTop);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(head);
    column->addLayout(line);
    setAccessibleName(
        known ? QString(where + QStringLiteral(", ") + amountText(saved) + QStringLiteral(", ") + remark)
              : QString(where + QStringLiteral(", ") + remark));
}

} // namespace ui
