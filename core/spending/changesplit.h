#pragma once

#include "core/catalog/modelinfo.h"
#include "core/spending/callselection.h"

#include <functional>

namespace core {

/// Why the cost of two periods differs, in the order in which one is turned into the other.
enum class ChangeFactor { Volume, ModelMix, TokensPerCall, CacheShare, Price, Failures };

/// Their number.
constexpr int kChangeFactors = 6;

/// `volume`, `model_mix`, `tokens_per_call`, `cache_share`, `price` or `retries_and_failures`.
QString changeFactorName(ChangeFactor factor);

/// What a token of each class costs at a target, by which the classes are weighed against each other; nothing
/// where no price is known: all tokens then weigh the same, and the cache counts as price. Any thread.
using TokenWeights = std::function<std::optional<TokenPrices>(const QString &account, const QString &model)>;

/// What one model at an account adds to a part.
struct ChangeContributor
{
    QString account;
    QString model;
    Money amount = {};
    /// Those of the later period, or of the earlier when the later has none.
    CallSelection calls = {};

    bool operator==(const ChangeContributor &) const = default;
};

struct ChangePart
{
    ChangeFactor factor = ChangeFactor::Volume;
    Money amount = {};
    /// The largest amounts first, whatever their sign; none of zero.
    QList<ChangeContributor> contributors = {};
    CallSelection calls = {};
};

/// The difference in cost of two periods, in parts that sum to it to the last 1e-12 USD.
struct CostChange
{
    TimeRange before = {};
    TimeRange after = {};
    /// Of all settled attempts.
    UsageFigures total = {};
    UsageFigures totalBefore = {};
    /// What failed, interrupted and refused attempts cost; parts of the totals.
    Money failedCost = {};
    Money failedCostBefore = {};
    /// One of each factor, in their order.
    QList<ChangePart> parts = {};
    /// Targets with attempts of unknown cost in either period, and how many of both: their part of the
    /// difference is not known and in no part.
    QList<std::pair<QString, qint64>> unpriced = {};

    /// Of the known costs.
    Money difference() const { return total.cost - totalBefore.cost; }
    /// Unset when nothing is known of what one of the periods cost.
    std::optional<Money> knownDifference() const;
};

/// What the reports of splitChange() are by.
QStringList changeDimensions();

/// The method is successive substitution, for each account and model by itself: its cost before is turned
/// into its cost after in steps, and the part of a factor is the sum of what its step changes.
/// 1. Volume: as many answers in all as after. 2. Mix: as many answers of this model as after.
/// 3. Tokens per call: input and output per answer as after, the cache's share of the input as before.
/// 4. Cache share: cache reads and writes as after. 5. Price: the cost after.
/// Tokens are weighed by `weights`, the same in both periods. Only answers of known cost count; the rows of
/// the reports have the tokens of these alone, the totals those of all. What failed attempts cost grows with
/// steps 1 and 2; the rest of its change is retries and failures.
/// A new model is mix, whatever there is of an empty period volume; without tokens, steps 3 and 4 change
/// nothing. Each step is rounded to 1e-12 USD; the price, which ends on the cost itself, takes what rounding
/// leaves, so that the parts always sum to the difference.
CostChange splitChange(const UsageReport &before, const UsageReport &after, const TimeRange &rangeBefore,
                       const TimeRange &rangeAfter, const TokenWeights &weights = {});

struct ChangeQuery
{
    TimeRange before = {};
    TimeRange after = {};
    bool includeSimulated = false;
};

/// Reads both periods from one state of the ledger and splits their difference. The totals have attempts,
/// errors, costs and tokens; other figures are 0.
Result<CostChange> costChange(Connection &connection, const ChangeQuery &query,
                              const TokenWeights &weights = {});

} // namespace core
