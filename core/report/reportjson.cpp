#include "core/report/reportjson.h"

#include "core/report/knownchange.h"
#include "core/report/reportbudgets.h"

#include <QDateTime>
#include <QJsonArray>

namespace core {

namespace {

const QString kCalls = QStringLiteral("calls");
const QString kAttempts = QStringLiteral("attempts");
const QString kModel = QStringLiteral("model");
const QString kAccount = QStringLiteral("account");
const QString kSpent = QStringLiteral("spent_usd");
const QString kUnpriced = QStringLiteral("unpriced_attempts");
const QString kCost = QStringLiteral("cost_usd");

QJsonValue moneyJson(const std::optional<Money> &amount)
{
    return amount ? QJsonValue(amount->toDecimal()) : QJsonValue();
}

QJsonValue momentJson(const std::optional<qint64> &ms, const QTimeZone &zone)
{
    return ms ? QJsonValue(QDateTime::fromMSecsSinceEpoch(*ms, zone).toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue dayJson(QDate date)
{
    return date.toString(Qt::ISODate);
}

QJsonObject figuresJson(const UsageFigures &figures)
{
    constexpr qint64 kPicosPerMicro = 1'000'000;
    QJsonObject json{{kCalls, figures.calls},
                     {kAttempts, figures.attempts},
                     {QStringLiteral("errors"), figures.errors},
                     {QStringLiteral("rescued"), figures.rescued},
                     {QStringLiteral("input"), figures.input},
                     {QStringLiteral("cached_input"), figures.cachedInput},
                     {QStringLiteral("cache_write"), figures.cacheWrite},
                     {QStringLiteral("output"), figures.output},
                     {QStringLiteral("reasoning"), figures.reasoning},
                     {kCost, moneyJson(knownCost(figures))},
                     {kUnpriced, figures.unpricedAttempts}};
    if (figures.belowMicros != 0 || figures.aboveMicros != 0) {
        const Money below = Money::fromPicos(kPicosPerMicro) * figures.belowMicros;
        const Money above = Money::fromPicos(kPicosPerMicro) * figures.aboveMicros;
        json.insert(QStringLiteral("cost_low_usd"), moneyJson(figures.cost - below));
        json.insert(QStringLiteral("cost_high_usd"), moneyJson(figures.cost + above));
    }
    return json;
}

QJsonArray tableJson(const ReportTable &table, const QString &name, bool hasBefore)
{
    QJsonArray rows;
    for (const ReportRow &row : table.rows) {
        QJsonObject json = figuresJson(row.figures);
        json.insert(name, row.name);
        json.insert(QStringLiteral("change_usd"),
                    hasBefore ? moneyJson(knownChange(row.figures, row.before)) : QJsonValue());
        rows.append(json);
    }
    if (table.others > 0) {
        QJsonObject json = figuresJson(table.rest);
        json.insert(QStringLiteral("others"), table.others);
        json.insert(QStringLiteral("change_usd"),
                    hasBefore ? moneyJson(knownChange(table.rest, table.restBefore)) : QJsonValue());
        rows.append(json);
    }
    return rows;
}

QJsonValue changeJson(const MonthlyReport &report)
{
    if (!report.before)
        return {};
    QJsonArray reasons;
    for (const ReportReason &reason : report.reasons)
        reasons.append(QJsonObject{{QStringLiteral("factor"), changeFactorName(reason.factor)},
                                   {QStringLiteral("amount_usd"), moneyJson(reason.amount)}});
    return QJsonObject{
        {QStringLiteral("from"), dayJson(report.beforeFirst)},
        {QStringLiteral("to"), dayJson(report.beforeLast)},
        {QStringLiteral("before"), figuresJson(*report.before)},
        {QStringLiteral("difference_usd"), moneyJson(knownChange(report.total, *report.before))},
        {QStringLiteral("why"), reasons}};
}

QJsonArray daysJson(const QList<ReportDay> &days)
{
    QJsonArray rows;
    for (const ReportDay &day : days) {
        QJsonObject json = figuresJson(day.figures);
        json.insert(QStringLiteral("day"), dayJson(day.date));
        rows.append(json);
    }
    return rows;
}

QJsonArray callsJson(const MonthlyReport &report)
{
    QJsonArray rows;
    for (const ReportCall &call : report.calls)
        rows.append(
            QJsonObject{{QStringLiteral("run_id"), call.run == 0 ? QJsonValue() : QJsonValue(call.run)},
                        {QStringLiteral("at"), momentJson(call.atMs, report.zone)},
                        {kAccount, call.account},
                        {kModel, call.model},
                        {QStringLiteral("task"), call.task},
                        {kAttempts, call.attempts},
                        {QStringLiteral("input"), call.input},
                        {QStringLiteral("output"), call.output},
                        {kCost, moneyJson(call.cost)}});
    return rows;
}

QJsonArray budgetsJson(const QList<ReportBudget> &budgets)
{
    QJsonArray rows;
    for (const ReportBudget &budget : budgets)
        rows.append(QJsonObject{{QStringLiteral("name"), budget.worst.budget.name},
                                {QStringLiteral("scope"), budgetScopeText(budget.worst.budget.scope)},
                                {QStringLiteral("amount_usd"), moneyJson(budget.worst.budget.amount)},
                                {QStringLiteral("from"), dayJson(budget.worst.span.first)},
                                {QStringLiteral("to"), dayJson(budget.worst.span.last)},
                                {kSpent, moneyJson(knownCost(spentFigures(budget.worst)))},
                                {kUnpriced, budget.worst.unpriced},
                                {QStringLiteral("periods"), budget.periods},
                                {QStringLiteral("periods_exceeded"), budget.exceeded},
                                {QStringLiteral("complete"), budget.complete}});
    return rows;
}

QJsonArray unpricedJson(const QList<ReportUnpriced> &unpriced)
{
    QJsonArray rows;
    for (const ReportUnpriced &row : unpriced)
        rows.append(QJsonObject{{kAccount, row.account}, {kModel, row.model}, {kAttempts, row.attempts}});
    return rows;
}

QJsonArray savingsJson(const MonthlyReport &report)
{
    QJsonArray rows;
    for (const ReportSaving &saving : report.savings) {
        QJsonObject json{
            {QStringLiteral("rule_set"), saving.ruleSet},
            {QStringLiteral("version"), saving.version},
            {QStringLiteral("against_version"),
             saving.versionBefore == 0 ? QJsonValue() : QJsonValue(saving.versionBefore)},
            {QStringLiteral("rule"), saving.rule.isEmpty() ? QJsonValue() : QJsonValue(saving.rule)},
            {QStringLiteral("since"), momentJson(saving.sinceMs, report.zone)},
            {kCalls, saving.calls},
            {kSpent, moneyJson(saving.spent)},
            {QStringLiteral("saved_usd"), moneyJson(saving.saved)}};
        if (saving.saved) {
            json.insert(QStringLiteral("saved_low_usd"), moneyJson(saving.savedLow));
            json.insert(QStringLiteral("saved_high_usd"), moneyJson(saving.savedHigh));
        }
        rows.append(json);
    }
    return rows;
}

QJsonObject completenessJson(const MonthlyReport &report)
{
    const ReportCompleteness &known = report.completeness;
    const std::optional<qint64> pruned =
        known.prunedBeforeMs == 0 ? std::nullopt : std::optional(known.prunedBeforeMs);
    return {{QStringLiteral("first_request"), momentJson(known.firstMs, report.zone)},
            {QStringLiteral("last_request"), momentJson(known.lastMs, report.zone)},
            {QStringLiteral("pruned_before"), momentJson(pruned, report.zone)},
            {QStringLiteral("hidden_simulated"), known.hiddenSimulated},
            {QStringLiteral("imported"), figuresJson(known.imported)}};
}

} // namespace

QJsonObject reportToJson(const MonthlyReport &report)
{
    return {
        {QStringLiteral("month"), report.month.toString(QStringLiteral("yyyy-MM"))},
        {QStringLiteral("from"), dayJson(report.month)},
        {QStringLiteral("to"), dayJson(report.lastDay)},
        {QStringLiteral("zone"), QString::fromUtf8(report.zone.id())},
        {QStringLiteral("total"), figuresJson(report.total)},
        {QStringLiteral("failed_cost_usd"), moneyJson(knownCost(report.failed))},
        {QStringLiteral("first_token_p95_ms"),
         report.firstTokenP95 ? QJsonValue(*report.firstTokenP95) : QJsonValue()},
        {QStringLiteral("change"), changeJson(report)},
        {QStringLiteral("days"), daysJson(report.days)},
        {QStringLiteral("tasks"), tableJson(report.tasks, QStringLiteral("task"), report.before.has_value())},
        {QStringLiteral("models"), tableJson(report.models, kModel, report.before.has_value())},
        {QStringLiteral("accounts"), tableJson(report.accounts, kAccount, report.before.has_value())},
        {QStringLiteral("calls"), callsJson(report)},
        {QStringLiteral("budgets"), budgetsJson(report.budgets)},
        {QStringLiteral("unpriced"), unpricedJson(report.unpriced)},
        {QStringLiteral("savings"), savingsJson(report)},
        {QStringLiteral("completeness"), completenessJson(report)}};
}

} // namespace core
