#pragma once

#include "core/report/monthlyreport.h"

#include <QDateTime>

namespace test {

inline core::Money dollars(qint64 count)
{
    return core::Money::fromPicos(core::Money::kPicosPerUsd) * count;
}

/// Requests of whole dollars with 1,000 tokens in and 100 out each.
inline core::UsageFigures requests(qint64 count, qint64 cost)
{
    core::UsageFigures figures;
    figures.calls = count;
    figures.attempts = count;
    figures.input = 1000 * count;
    figures.output = 100 * count;
    figures.cost = dollars(cost);
    return figures;
}

/// October 2026 as a reader would give it, with every part: $30 in 12 requests after $20 in 10.
inline core::MonthlyReport wholeReport()
{
    core::MonthlyReport report;
    report.month = QDate(2026, 10, 1);
    report.lastDay = QDate(2026, 10, 31);
    report.zone = QTimeZone("Europe/Berlin");
    report.madeAtMs = QDateTime(QDate(2026, 11, 2), QTime(8, 30), Qt::UTC).toMSecsSinceEpoch();
    report.total = requests(12, 30);
    report.total.errors = 3;
    report.total.cachedInput = 3000;
    report.total.unpricedAttempts = 2;
    report.before = requests(10, 20);
    report.beforeFirst = QDate(2026, 9, 1);
    report.beforeLast = QDate(2026, 9, 30);
    report.reasons = {
        {core::ChangeFactor::Volume, dollars(4)},        {core::ChangeFactor::ModelMix, dollars(9)},
        {core::ChangeFactor::TokensPerCall, dollars(0)}, {core::ChangeFactor::CacheShare, dollars(-1)},
        {core::ChangeFactor::Price, dollars(-3)},        {core::ChangeFactor::Failures, dollars(1)}};
    report.failed = requests(3, 1);
    report.failed.errors = 3;
    report.chartModels = {QStringLiteral("big"), QStringLiteral("small")};
    for (QDate day = report.month; day <= report.lastDay; day = day.addDays(1))
        report.days.append({day, {}, {{}, {}, {}}});
    report.days[1] = {QDate(2026, 10, 2), requests(8, 12), {dollars(10), dollars(2), {}}};
    report.days[30] = {QDate(2026, 10, 31), requests(4, 18), {dollars(18), {}, {}}};
    report.models.rows = {{QStringLiteral("big"), requests(6, 28), requests(8, 15)},
                          {QStringLiteral("small"), requests(6, 2), {}}};
    report.tasks.rows = {{QString(), requests(12, 30), requests(10, 20)}};
    report.accounts.rows = {{QStringLiteral("one"), requests(12, 30), requests(10, 20)}};
    report.calls = {
        {7, report.madeAtMs, QStringLiteral("one"), QStringLiteral("big"), {}, 2, 9000, 300, dollars(9)}};
    core::ReportBudget budget;
    budget.worst.budget.name = QStringLiteral("team");
    budget.worst.budget.amount = dollars(25);
    budget.worst.span = {report.month, report.lastDay};
    budget.worst.spent = dollars(30);
    budget.periods = 1;
    budget.exceeded = 1;
    report.budgets = {budget};
    report.unpriced = {{QStringLiteral("one"), QStringLiteral("odd"), 2}};
    core::ReportSaving saving;
    saving.ruleSet = QStringLiteral("daily");
    saving.version = 3;
    saving.versionBefore = 2;
    saving.sinceMs = report.madeAtMs;
    saving.calls = 40;
    saving.spent = dollars(5);
    saving.saved = dollars(6);
    saving.savedLow = dollars(4);
    saving.savedHigh = dollars(7);
    report.savings = {saving};
    return report;
}

} // namespace test
