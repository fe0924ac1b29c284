#pragma once

#include "core/insight/backtestresult.h"
#include "core/savings/routeactivations.h"

#include <QJsonObject>

namespace core {

/// Below so many calls nothing is said of what a rule saved.
constexpr qint64 kCallsForSavings = 20;

/// How many of some calls have a cost of which basis, the weakest of a call's attempts.
struct CostBases
{
    qint64 reported = 0;
    qint64 computed = 0;
    qint64 estimated = 0;
    qint64 unknown = 0;

    CostBases &operator+=(const CostBases &other);
    bool operator==(const CostBases &) const = default;
};

/// What the calls of one rule cost, and would have by the version before.
struct RuleSavings
{
    /// Empty for all of a set.
    QString rule = {};
    /// `costBefore` is what was spent, `costAfter` with its bounds the estimate of the version before on the
    /// same calls.
    BacktestFigures figures = {};
    /// Known cost of all its calls, also those that have no estimate, and its bases.
    Money spend = {};
    CostBases bases = {};

    /// Whether the calls are enough, and their costs known on both sides.
    bool isKnown() const;
    /// Whether the cost of some call is known, or there is none.
    bool hasSpend() const { return figures.calls == 0 || bases.unknown < figures.calls; }
    qint64 compared() const { return figures.calls - figures.undecidable - figures.unpriced; }
    /// What was saved against the estimate, and its bounds; negative when more was spent.
    Money saved() const { return figures.costAfter - figures.costBefore; }
    Money savedLow() const { return figures.costAfterLow - figures.costBefore; }
    Money savedHigh() const { return figures.costAfterHigh - figures.costBefore; }

    bool operator==(const RuleSavings &) const = default;
};

/// What the active version of one rule set saved since it runs.
struct SetSavings
{
    RouteActivation activation;
    /// Since when calls count: the activation, or a later beginning of the period.
    qint64 sinceMs = 0;
    /// Why there is no estimate, one translated sentence; empty when there is one.
    QString problem = {};
    /// In the order of the active version, those without calls left out; then rules that it does not have.
    QList<RuleSavings> rules = {};
    RuleSavings total = {};

    bool operator==(const SetSavings &) const = default;
};

struct RouteSavingsResult
{
    TimeRange range = {};
    /// By name; sets that are not active, or were activated after the period, are left out.
    QList<SetSavings> sets = {};
    /// The activations within the range, oldest first.
    QList<RouteActivation> activations = {};
    /// Cancelled before its end: the figures are of what was looked at.
    bool cancelled = false;

    bool operator==(const RouteSavingsResult &) const = default;
};

/// "Saved $1.20 ($0.90 to $1.45)", "12 calls, too few", "cost unknown"; translated.
QString savingsInWords(const RuleSavings &savings);
/// "900 reported, 100 estimated"; those of none are left out; translated.
QString basesInWords(const CostBases &bases);

/// The value of `savings` in `usage --json`.
QJsonObject routeSavingsToJson(const RouteSavingsResult &result);

} // namespace core
