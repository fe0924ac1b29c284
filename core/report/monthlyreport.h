#pragma once

#include "core/ledger/budgetstate.h"
#include "core/spending/changesplit.h"

#include <QDate>

namespace core {

/// One day of a report's chart.
struct ReportDay
{
    QDate date;
    UsageFigures figures;
    /// What the models of MonthlyReport::chartModels cost, in their order, and last all others.
    QList<Money> parts = {};
};

/// A task, model or account in the month, and in the time compared with.
struct ReportRow
{
    QString name;
    UsageFigures figures;
    UsageFigures before = {};
};

/// The dearest rows of one dimension, and the sum of the others.
struct ReportTable
{
    QList<ReportRow> rows = {};
    qsizetype others = 0;
    UsageFigures rest = {};
    UsageFigures restBefore = {};
};

/// A call. What was asked and answered is not in a report, which is made to be handed on.
struct ReportCall
{
    /// 0 for a call that belongs to no run.
    qint64 run = 0;
    /// When it was begun.
    qint64 atMs = 0;
    /// Those of its dearest attempt.
    QString account;
    QString model;
    QString task;
    qint64 attempts = 0;
    qint64 input = 0;
    qint64 output = 0;
    Money cost = {};
};

/// Why the cost is another than before: the part of the difference that one cause has.
struct ReportReason
{
    ChangeFactor factor = ChangeFactor::Volume;
    Money amount = {};
};

/// What the active version of a rule set saved in the month against the version before it.
struct ReportSaving
{
    QString ruleSet;
    int version = 0;
    int versionBefore = 0;
    /// Empty for all rules of the set.
    QString rule = {};
    qint64 sinceMs = 0; ///< calls count from here on
    qint64 calls = 0;
    /// Their known cost, also of those that cannot be compared; unset when none is known.
    std::optional<Money> spent = {};
    /// Negative when more was spent; unset when it is not known.
    std::optional<Money> saved = {};
    Money savedLow = {};
    Money savedHigh = {};
    /// Why it is not known, one translated sentence; may be empty.
    QString problem = {};
};

/// Of a budget's periods that touch the month, the one that used most of it.
struct ReportBudget
{
    BudgetState worst;
    int periods = 0;
    /// Those that spent more than the amount.
    int exceeded = 0;
    /// False when attempts of a period were pruned before they could be counted.
    bool complete = true;
};

struct ReportUnpriced
{
    QString account;
    QString model;
    qint64 attempts = 0;
};

/// How far the ledger can speak for the month.
struct ReportCompleteness
{
    /// Of the whole ledger.
    std::optional<qint64> firstMs = {};
    std::optional<qint64> lastMs = {};
    /// Single attempts before this moment are gone, their sums are kept; 0: none are gone.
    qint64 prunedBeforeMs = 0;
    /// Attempts of the month that the figures leave out.
    qint64 hiddenSimulated = 0;
    /// Attempts of the month that came by import; the figures have them.
    UsageFigures imported = {};
};

/// Everything a month's report says. A value; words and form are those of reportHtml() and its like.
struct MonthlyReport
{
    /// The month's first day, and the last one that is reported: today in a month that is under way.
    QDate month;
    QDate lastDay;
    bool isRunning = false;
    QTimeZone zone = QTimeZone::utc();
    bool includesSimulated = false;
    qint64 madeAtMs = 0;
    UsageFigures total;
    /// The same of the month before, of it as much as has passed of a running month. Unset when the ledger
    /// was begun later.
    std::optional<UsageFigures> before = {};
    QDate beforeFirst = {};
    QDate beforeLast = {};
    /// Their sum is the difference of the costs; empty when it cannot be told apart.
    QList<ReportReason> reasons = {};
    /// Of attempts that failed, were cut off or refused.
    UsageFigures failed = {};
    /// Milliseconds; unset below 20 samples.
    std::optional<double> firstTokenP50 = {};
    std::optional<double> firstTokenP95 = {};
    /// Every day from the first to the last.
    QList<ReportDay> days = {};
    QStringList chartModels = {};
    /// Of each of them; empty: one after the other.
    QList<int> chartColours = {};
    ReportTable tasks = {};
    ReportTable models = {};
    ReportTable accounts = {};
    QList<ReportCall> calls = {};
    QList<ReportBudget> budgets = {};
    QList<ReportUnpriced> unpriced = {};
    QList<ReportSaving> savings = {};
    ReportCompleteness completeness = {};

    bool isEmpty() const { return total.attempts == 0; }
};

} // namespace core
