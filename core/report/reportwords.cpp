#include "core/report/reportwords.h"

#include "core/base/formatting.h"
#include "core/ledger/usagecsv.h"

#include <QDateTime>

#include <cmath>

namespace core {

namespace {

QString withSign(bool negative, const QString &magnitude)
{
    return (negative ? QStringLiteral("\u2212") : QStringLiteral("+")) + magnitude;
}

} // namespace

ReportCell ReportWords::money(Money amount) const
{
    return {formatMoney(amount, m_locale), amount.toDecimal()};
}

ReportCell ReportWords::signedMoney(Money amount) const
{
    if (amount <= Money())
        return money(amount);
    return {withSign(false, formatMoney(amount, m_locale)), amount.toDecimal()};
}

ReportCell ReportWords::cost(const UsageFigures &figures) const
{
    const std::optional<Money> known = knownCost(figures);
    if (!known)
        return {tr("unpriced")};
    if (figures.unpricedAttempts == 0)
        return money(*known);
    return {tr("%1 + %2 unpriced", "cost, attempts of unknown cost")
                .arg(formatMoney(*known, m_locale), formatCount(figures.unpricedAttempts, m_locale)),
            known->toDecimal()};
}

QString ReportWords::modelName(const QString &model)
{
    return model.isEmpty() ? tr("no name") : model;
}

ReportCell ReportWords::count(qint64 count) const
{
    return {formatCount(count, m_locale)};
}

ReportCell ReportWords::tokens(qint64 count) const
{
    const QString text = formatCompactCount(count, m_locale);
    const QString whole = formatCount(count, m_locale);
    return {text, text == whole ? QString() : QString::number(count)};
}

ReportCell ReportWords::duration(const std::optional<double> &ms) const
{
    return {ms ? formatDuration(*ms, m_locale) : unknown()};
}

QString ReportWords::percent(double part, double whole) const
{
    if (whole <= 0.0)
        return unknown();
    const double share = 100.0 * part / whole;
    if (share > 0.0 && share < 0.1)
        return tr("under %1 %", "a percentage").arg(m_locale.toString(0.1, 'f', 1));
    return tr("%1 %", "a percentage").arg(m_locale.toString(share, 'f', share >= 99.95 ? 0 : 1));
}

QString ReportWords::change(double now, double before) const
{
    if (before <= 0.0)
        return {};
    const double share = 100.0 * (now - before) / before;
    if (std::abs(share) < 0.5)
        return tr("as before");
    if (share >= 1000.0)
        return tr("over 10 times as much");
    return tr("%1 %", "a percentage").arg(withSign(share < 0.0, m_locale.toString(std::abs(share), 'f', 0)));
}

QString ReportWords::day(QDate date) const
{
    return m_locale.toString(date, tr("d MMM yyyy", "format of a date, as QLocale takes it"));
}

QString ReportWords::days(QDate first, QDate last) const
{
    return first == last ? day(first) : tr("%1 to %2", "days").arg(day(first), day(last));
}

QString ReportWords::moment(qint64 ms, const QTimeZone &zone) const
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(ms, zone);
    return tr("%1, %2", "day and time of day")
        .arg(day(local.date()), local.toString(QStringLiteral("HH:mm")));
}

QString ReportWords::month(QDate month) const
{
    return QStringLiteral("%1 %2").arg(m_locale.standaloneMonthName(month.month()),
                                       QString::number(month.year()));
}

} // namespace core
