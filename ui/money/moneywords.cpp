#include "ui/money/moneywords.h"

#include "core/base/formatting.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace ui {

namespace {

constexpr int kMillionTokens = 1'000'000;
constexpr double kDayMs = 86'400'000.0;

QString dayText(qint64 utcMs)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).date(), QLocale::ShortFormat);
}

QString windowText(const core::PeakWindow &window)
{
    QStringList days;
    for (const int day : window.weekdays)
        days.append(QLocale().standaloneDayName(day, QLocale::ShortFormat));
    return MoneyWords::tr("%1 %2–%3 UTC", "days of the week, hours")
        .arg(days.join(QStringLiteral(", ")), window.start.toString(QStringLiteral("HH:mm")),
             window.end.toString(QStringLiteral("HH:mm")));
}

} // namespace

BudgetStanding standingOf(const core::BudgetState &state)
{
    if (!state.budget.enabled)
        return BudgetStanding::Off;
    if (state.spent >= state.budget.amount)
        return state.budget.hard ? BudgetStanding::Refuses : BudgetStanding::UsedUp;
    return state.isPastWarning() ? BudgetStanding::Warned : BudgetStanding::Fine;
}

Theme::Token inkOf(BudgetStanding standing)
{
    switch (standing) {
    case BudgetStanding::Off:
        return Theme::Token::Ink2;
    case BudgetStanding::Fine:
        return Theme::Token::Good;
    case BudgetStanding::Warned:
        return Theme::Token::Warn;
    case BudgetStanding::UsedUp:
    case BudgetStanding::Refuses:
        break;
    }
    return Theme::Token::Bad;
}

QString MoneyWords::standing(BudgetStanding standing)
{
    switch (standing) {
    case BudgetStanding::Off:
        return tr("off");
    case BudgetStanding::Fine:
        return tr("within budget");
    case BudgetStanding::Warned:
        return tr("warned");
    case BudgetStanding::UsedUp:
        return tr("used up");
    case BudgetStanding::Refuses:
        break;
    }
    return tr("refuses");
}

QString MoneyWords::scopeKind(core::BudgetScope::Kind kind)
{
    switch (kind) {
    case core::BudgetScope::Kind::All:
        return tr("all requests");
    case core::BudgetScope::Kind::Account:
        return tr("account");
    case core::BudgetScope::Kind::Vendor:
        return tr("vendor");
    case core::BudgetScope::Kind::Model:
        return tr("model");
    case core::BudgetScope::Kind::Task:
        return tr("task type");
    case core::BudgetScope::Kind::Rule:
        return tr("rule");
    case core::BudgetScope::Kind::Tag:
        return tr("tag");
    case core::BudgetScope::Kind::Source:
        break;
    }
    return tr("source");
}

QString MoneyWords::scope(const core::BudgetScope &scope)
{
    const QString kind = scopeKind(scope.kind);
    switch (scope.kind) {
    case core::BudgetScope::Kind::All:
        return kind;
    case core::BudgetScope::Kind::Tag:
        return tr("%1 %2=%3", "tag, key, value").arg(kind, scope.key, scope.value);
    default:
        return tr("%1 %2", "kind of scope, name").arg(kind, scope.value);
    }
}

QString MoneyWords::period(const core::BudgetPeriod &period)
{
    switch (period.cycle) {
    case core::BudgetCycle::Day:
        return tr("each day");
    case core::BudgetCycle::Week:
        return tr("each week from %1").arg(QLocale().standaloneDayName(period.startDay));
    case core::BudgetCycle::Month:
        break;
    }
    return period.startDay == 1 ? tr("each month")
                                : tr("each month from day %1").arg(QString::number(period.startDay));
}

QString MoneyWords::daysLeft(const core::BudgetSpan &span, qint64 nowMs)
{
    const double left = static_cast<double>(std::max<qint64>(span.endMs - nowMs, 0)) / kDayMs;
    if (left <= 1.0)
        return tr("less than a day left");
    return tr("%n days left", nullptr, static_cast<int>(left));
}

QString MoneyWords::perMillion(const std::optional<core::Money> &perToken, const QString &currency)
{
    return perToken ? core::formatAmount(*perToken * kMillionTokens, currency) : QStringLiteral("–");
}

QString MoneyWords::inOut(const core::TokenPrices &prices, const QString &currency)
{
    return tr("%1 / %2", "price of input, of output")
        .arg(perMillion(prices.input, currency), perMillion(prices.output, currency));
}

QString MoneyWords::validity(const core::PriceEntry &entry)
{
    QString days = tr("always");
    if (entry.validFromMs && entry.validToMs)
        days = tr("%1 to %2", "first day, day after the last")
                   .arg(dayText(*entry.validFromMs), dayText(*entry.validToMs));
    else if (entry.validFromMs)
        days = tr("from %1").arg(dayText(*entry.validFromMs));
    else if (entry.validToMs)
        days = tr("until %1").arg(dayText(*entry.validToMs));
    QStringList parts{days};
    for (const core::PeakWindow &window : entry.windows)
        parts.append(windowText(window));
    return parts.join(QStringLiteral("; "));
}

QString MoneyWords::listAge(const QString &name, QDate date, qint64 nowMs)
{
    if (!date.isValid())
        return name;
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).date();
    const int days = static_cast<int>(std::max<qint64>(date.daysTo(today), 0));
    if (days == 0)
        return tr("%1 of today", "price list").arg(name);
    return tr("%1 of %2, %3", "price list, its day, its age")
        .arg(name, QLocale().toString(date, QLocale::ShortFormat), tr("%n days old", nullptr, days));
}

QString MoneyWords::sum(core::Money known, qint64 unpriced)
{
    if (known.isZero() && unpriced > 0)
        return tr("%1 unpriced").arg(core::formatCount(unpriced));
    const QString money = core::formatMoney(known);
    return unpriced > 0 ? tr("%1 + %2 unpriced").arg(money, core::formatCount(unpriced)) : money;
}

} // namespace ui
