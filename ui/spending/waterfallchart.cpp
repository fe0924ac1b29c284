#include "ui/spending/waterfallchart.h"

#include "ui/spending/spendingwords.h"

#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int kRowHeight = 42;
constexpr int kBarHeight = 14;
constexpr int kMostContributors = 2;
constexpr double kSmallFont = 0.88;

} // namespace

WaterfallChart::WaterfallChart(const Theme &theme, QWidget *parent) : MarkChart(theme, parent)
{
    setObjectName(QStringLiteral("spending.waterfall"));
    setAccessibleName(tr("Why the cost changed, part by part"));
    connect(&theme, &Theme::changed, this, &WaterfallChart::place);
}

void WaterfallChart::setChange(const core::CostChange &change, const QStringList &names)
{
    m_change = change;
    m_names = names;
    forgetMarks();
    updateGeometry();
    place();
}

int WaterfallChart::rowHeight() const
{
    return theme().px(kRowHeight);
}

QSize WaterfallChart::sizeHint() const
{
    return {theme().px(480), rowHeight() * (core::kChangeFactors + 1)};
}

QSize WaterfallChart::minimumSizeHint() const
{
    return {theme().px(320), rowHeight() * (core::kChangeFactors + 1)};
}

void WaterfallChart::resizeEvent(QResizeEvent *event)
{
    MarkChart::resizeEvent(event);
    place();
}

core::Money WaterfallChart::amountOf(const Step &step) const
{
    if (step.part < 0)
        return m_change.difference();
    const core::ChangePart &part = m_change.parts.at(step.part);
    return step.contributor < 0 ? part.amount : part.contributors.at(step.contributor).amount;
}

QString WaterfallChart::nameOf(const Step &step) const
{
    if (step.part < 0)
        return tr("Difference");
    return m_names.value(step.part);
}

QString WaterfallChart::contributorText(const Step &step) const
{
    const core::ChangeContributor &who = m_change.parts.at(step.part).contributors.at(step.contributor);
    return tr("%1/%2 %3", "account, model, signed amount")
        .arg(who.account, who.model, SpendingWords::signedMoney(who.amount));
}

QString WaterfallChart::markText(int mark) const
{
    const Step step = this->step(mark);
    if (step.contributor >= 0)
        return tr("%1: %2", "part of a difference: who adds what to it")
            .arg(nameOf(step), contributorText(step));
    const core::Money amount = amountOf(step);
    return tr("%1: %2 (US$ %3)", "part of a difference: amount, exact amount")
        .arg(nameOf(step), SpendingWords::signedMoney(amount), amount.toDecimal());
}

bool WaterfallChart::leads(int mark) const
{
    const Step step = this->step(mark);
    return step.part >= 0 && !amountOf(step).isZero();
}

void WaterfallChart::place()
{
    m_marks.clear();
    if (m_change.parts.isEmpty())
        return;
    const QFontMetrics metrics(theme().font());
    m_nameWidth = 0.0;
    m_amountWidth = 0.0;
    for (int row = 0; row < rowCount(); ++row) {
        const Step step{row + 1 < rowCount() ? row : -1, -1};
        m_nameWidth = std::max(m_nameWidth, 1.0 * metrics.horizontalAdvance(nameOf(step)));
        m_amountWidth = std::max(m_amountWidth,
                                 1.0 * metrics.horizontalAdvance(SpendingWords::signedMoney(amountOf(step))));
    }
    for (int row = 0; row < rowCount(); ++row) {
        const Step step{row + 1 < rowCount() ? row : -1, -1};
        m_marks.append({step, QRectF(2, row * rowHeight() + 2, width() - 4, rowHeight() - 4)});
        if (step.part >= 0)
            placeContributors(row);
    }
    update();
}

void WaterfallChart::placeContributors(int row)
{
    const QFontMetrics metrics(theme().font(kSmallFont));
    double left = m_nameWidth + theme().px(20);
    const auto shown = std::min<qsizetype>(kMostContributors, m_change.parts.at(row).contributors.size());
    for (int at = 0; at < shown; ++at) {
        const Step step{row, at};
        const double wide = metrics.horizontalAdvance(contributorText(step)) + 4.0;
        if (left + wide > width())
            return;
        m_marks.append({step, QRectF(left, row * rowHeight() + theme().px(21), wide, theme().px(17))});
        left += wide + theme().px(12);
    }
}

/// On a scale from the lowest to the highest sum on the way.
QRectF WaterfallChart::barRect(int row) const
{
    double sum = 0.0;
    double lowest = 0.0;
    double highest = 0.0;
    double from = 0.0;
    double to = 0.0;
    for (int at = 0; at + 1 < rowCount(); ++at) {
        const double before = sum;
        sum += m_change.parts.at(at).amount.toDouble();
        lowest = std::min(lowest, sum);
        highest = std::max(highest, sum);
        if (at == row) {
            from = before;
            to = sum;
        }
    }
    if (row + 1 == rowCount())
        to = sum;
    const double left = m_nameWidth + theme().px(22);
    const double room = std::max(1.0, width() - left - m_amountWidth - theme().px(14));
    const double scale = highest > lowest ? room / (highest - lowest) : 0.0;
    const double start = left + (std::min(from, to) - lowest) * scale;
    const double wide = std::max(1.0, std::abs(to - from) * scale);
    return {start, 1.0 * row * rowHeight() + theme().px(5), wide, 1.0 * theme().px(kBarHeight)};
}

void WaterfallChart::drawRow(QPainter &painter, int row) const
{
    const Step step{row + 1 < rowCount() ? row : -1, -1};
    const core::Money amount = amountOf(step);
    const double top = row * rowHeight();
    const bool isSum = step.part < 0;
    painter.setFont(theme().font(1.0, isSum ? QFont::DemiBold : QFont::Normal));
    painter.setPen(theme().colour(amount.isZero() ? Theme::Token::Ink3 : Theme::Token::Ink));
    const double line = theme().px(24);
    painter.drawText(QRectF(theme().px(6), top, m_nameWidth + theme().px(12), line),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), nameOf(step));
    painter.drawText(QRectF(0, top, width() - theme().px(6), line),
                     static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), SpendingWords::signedMoney(amount));
    if (amount.isZero())
        return;
    const Theme::Token rise = amount < core::Money() ? Theme::Token::Good : Theme::Token::Bad;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().colour(isSum ? Theme::Token::Accent : rise));
    painter.drawRoundedRect(barRect(row), 2, 2);
}

void WaterfallChart::drawMarks(QPainter &painter)
{
    for (int row = 0; row < rowCount() && !m_change.parts.isEmpty(); ++row)
        drawRow(painter, row);
    painter.setFont(theme().font(kSmallFont));
    painter.setPen(theme().colour(Theme::Token::Ink2));
    for (const Mark &mark : std::as_const(m_marks)) {
        if (mark.step.contributor >= 0)
            painter.drawText(mark.rect.adjusted(theme().px(2), 0, theme().px(2), 0),
                             static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), contributorText(mark.step));
    }
}

} // namespace ui
