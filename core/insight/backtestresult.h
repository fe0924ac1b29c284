#pragma once

#include "core/accounts/account.h"
#include "core/base/money.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace core {

/// What rules would change for some calls. Money is only of the calls whose cost is known before and after;
/// the others are `unpriced`.
struct BacktestFigures
{
    /// All that were looked at, also those that cannot be decided.
    qint64 calls = 0;
    /// Their first target would be another.
    qint64 moved = 0;
    /// Depend on something that is not known, such as a text that was not kept.
    qint64 undecidable = 0;
    qint64 unpriced = 0;
    Money costBefore = {};
    /// As if every answer had as many tokens as it had.
    Money costAfter = {};
    /// Bounds of costAfter from how long the answers of the old and the new target are (95 % of the mean
    /// ratio, own samples of the task); calls without enough samples are in them as in costAfter.
    Money costAfterLow = {};
    Money costAfterHigh = {};
    /// Moved and priced calls whose part of the bounds rests on own samples.
    qint64 bounded = 0;
    /// Moved calls whose old and new target both have a median of own first-token times, and the means of
    /// those medians over these calls, in ms.
    qint64 timed = 0;
    double firstTokenBefore = 0.0;
    double firstTokenAfter = 0.0;

    BacktestFigures &operator+=(const BacktestFigures &other);
    bool operator==(const BacktestFigures &) const = default;
};

/// The calls of one rule, or of one task.
struct BacktestRow
{
    /// The rule's name, or the task ('' is "no task").
    QString name = {};
    /// Of a rule its place, rules.size() for the default; else -1.
    qsizetype place = -1;
    BacktestFigures figures = {};

    bool operator==(const BacktestRow &) const = default;
};

/// Own figures of a target for a task: of the newest 500 answers.
struct TargetSamples
{
    /// Answers with a first-token time; their median, unset below kSamplesForSpeed.
    int times = 0;
    std::optional<double> firstTokenP50 = {};
    /// Whole answers with known output tokens, and their mean and variance.
    int outputs = 0;
    double meanOutput = 0.0;
    double outputVariance = 0.0;

    bool operator==(const TargetSamples &) const = default;
};

/// All calls of one task that one rule takes from one target to another.
struct BacktestMove
{
    QString rule = {};
    QString task = {};
    /// What was asked first, and what would be.
    TargetName from = {};
    TargetName to = {};
    TargetSamples fromSamples = {};
    TargetSamples toSamples = {};
    BacktestFigures figures = {};

    bool operator==(const BacktestMove &) const = default;
};

/// One call that would go elsewhere.
struct MovedCall
{
    qint64 callId = 0;
    /// 0 when the run was deleted.
    qint64 runId = 0;
    /// Which of the moves it is part of.
    qsizetype move = 0;
    std::optional<Money> costBefore = {};
    std::optional<Money> costAfter = {};

    bool operator==(const MovedCall &) const = default;
};

/// What came of a back-test. A value.
struct BacktestResult
{
    QString ruleSet;
    int version = 0;
    /// Cancelled before its end: the figures are of what was looked at.
    bool cancelled = false;
    /// The newest call of the ledger when it began, see BacktestOptions::lastCall.
    qint64 lastCall = 0;
    /// A rule asks for the health of a target, see Backtest.
    bool asksHealth = false;
    BacktestFigures total = {};
    /// Every rule in its order, those that are off or were not reached too, then the default.
    QList<BacktestRow> byRule = {};
    /// By calls, most first.
    QList<BacktestRow> byTask = {};
    /// By calls, most first.
    QList<BacktestMove> moves = {};
    /// Newest first.
    QList<MovedCall> movedCalls = {};

    bool operator==(const BacktestResult &) const = default;
};

/// Which of the moved calls to list. Unset members do not restrict.
struct MovedFilter
{
    std::optional<QString> rule = {};
    std::optional<QString> task = {};
    std::optional<TargetName> to = {};
};

/// The moved calls from the `offset`-th that the filter lets through, at most `limit`; newest first.
QList<MovedCall> movedPage(const BacktestResult &result, const MovedFilter &filter, qsizetype offset,
                           qsizetype limit);
qint64 movedCount(const BacktestResult &result, const MovedFilter &filter);

/// What one rule does in two versions, on the same calls.
struct BacktestDifference
{
    QString rule;
    /// Unset: the rule is not in that version.
    std::optional<BacktestFigures> one = {};
    std::optional<BacktestFigures> other = {};

    bool operator==(const BacktestDifference &) const = default;
};

/// The rules of both in the order of `other`, those that are only in `one` at the end; rules are the same by
/// name.
QList<BacktestDifference> compareBacktests(const BacktestResult &one, const BacktestResult &other);

/// `{"calls", "moved", "cost_before_usd", "cost_after_usd", "unpriced", "undecidable", "by_rule": [{"rule",
/// ...}], "by_task", "moves"}`, the document of `rules backtest --json`. Money is an exact decimal.
QJsonObject backtestToJson(const BacktestResult &result);

} // namespace core
