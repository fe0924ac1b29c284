#pragma once

#include "core/insight/ruleevidence.h"
#include "core/ledger/reportperiod.h"

#include <QJsonObject>
#include <QTimeZone>

namespace core {

/// Below so many votes on two targets nothing is said of which of them is better.
constexpr int kVotesForWhatIf = 20;

/// When a cheaper target has passed the votes: so many of them on it and the present one, and a 95 % interval
/// of its share of wins, a tie being half a win, that is not below `lowerBound`.
struct VoteStandard
{
    int votes = kVotesForWhatIf;
    double lowerBound = 0.5 - kNotWorseMargin;

    bool operator==(const VoteStandard &) const = default;
};

/// What the person's votes say of a target against the present one.
struct VoteEvidence
{
    enum class Verdict { None, TooFew, Passed, Failed };

    Verdict verdict = Verdict::None;
    int votes = 0;
    int wins = 0;
    int ties = 0;
    Estimate share = {};

    bool operator==(const VoteEvidence &) const = default;
};

/// Calls at another price. Money is only of the `repriced` ones.
struct WhatIfFigures
{
    /// All calls; each is in one of the next four.
    qint64 calls = 0;
    /// Their cost is known before and after.
    qint64 repriced = 0;
    /// Their cost before is unknown, or the other target's price.
    qint64 unpriced = 0;
    /// Their tokens exceed the other target's context window or its limit of output tokens.
    qint64 doesNotFit = 0;
    /// No tokens are known, as of a request that failed.
    qint64 withoutTokens = 0;
    /// Parts of `repriced`: those that went to the other target alone, which cost what they did, and those
    /// with cached tokens for which it has no price, so that they count as input.
    qint64 unchanged = 0;
    qint64 withoutCachePrice = 0;
    Money costBefore = {};
    Money costAfter = {};
    /// Bounds of costAfter for tokens that are estimated and for missing prices of cached ones.
    Money costAfterLow = {};
    Money costAfterHigh = {};

    Money saved() const { return costBefore - costAfter; }
    WhatIfFigures &operator+=(const WhatIfFigures &other);
    bool operator==(const WhatIfFigures &) const = default;
};

/// One task's calls at another target.
struct WhatIfRow
{
    /// '' is "no task".
    QString task;
    /// Whom most of its calls were sent to first; unset when none but cases of prompt sets were sent.
    std::optional<TargetName> from = {};
    /// Unset: none is cheaper, see WhatIfResult::target.
    std::optional<TargetName> to = {};
    /// Of `to` against `from`.
    VoteEvidence votes = {};
    /// With no `to`: the calls alone.
    WhatIfFigures figures = {};
    /// Known cost of all its calls, and how many of them may have cost something unknown.
    Money periodCost = {};
    qint64 periodUnpriced = 0;
    /// Whether it is part of the total: votes that are too few are shown, never summed.
    bool counted = false;

    bool operator==(const WhatIfRow &) const = default;
};

/// What a period's calls would have cost elsewhere. A value.
struct WhatIfResult
{
    TimeRange range = {};
    /// Unset: for each task the cheapest that passed the votes.
    std::optional<TargetName> target = {};
    VoteStandard standard = {};
    /// Cancelled before its end: the figures are of what was looked at.
    bool cancelled = false;
    /// Calls of the period that were sent before were pruned, milliseconds UTC; unset when none were.
    std::optional<qint64> prunedBeforeMs = {};
    /// Whose midnight that is.
    QTimeZone prunedZone = QTimeZone::utc();
    /// The most saved first.
    QList<WhatIfRow> rows = {};
    /// Of the rows that are counted.
    WhatIfFigures total = {};
    /// Known cost of all calls of the period, and how many of them may have cost something unknown.
    Money periodCost = {};
    qint64 periodUnpriced = 0;
    /// Whom most calls of the period were sent to first.
    std::optional<TargetName> mostAsked = {};

    bool operator==(const WhatIfResult &) const = default;
};

/// `part` of `whole` in percent; nothing of a whole that is not above 0.
std::optional<double> percentOf(Money part, Money whole);

/// "61 of 68 votes win or tie", "12 votes, too few"; translated.
QString votesInWords(const VoteEvidence &votes);

/// What the figures rest on, a translated sentence each; those that do not apply are left out.
QStringList whatIfAssumptions(const WhatIfResult &result);

/// A record for each row, then the total; money as exact decimals.
QString whatIfToCsv(const WhatIfResult &result);
/// The value of `what_if` in `usage --json`.
QJsonObject whatIfToJson(const WhatIfResult &result);

/// A rule for each counted task that would cost less, and one for the calls without a task, with the cheaper
/// target and the present one as its fallback; all other calls go where most went. Without rules when there
/// is none to make, as for what a judge or a prompt set sent: their models are named, not routed.
RuleSet draftRules(const WhatIfResult &result, qint64 nowMs);

} // namespace core
