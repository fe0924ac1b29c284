#pragma once

#include "core/routing/ruleset.h"
#include "core/routing/targetfacts.h"

namespace core {

/// A target of a chain with what its place depends on.
struct PickCandidate
{
    /// Above 0; any other counts as none and stands last.
    double weight = 1.0;
    TargetFacts facts = {};
    /// Of this call, see estimatedCost().
    std::optional<Money> cost = {};
};

/// Where a candidate stands, and why: `2 of 3 by price, about $0.0004`.
struct Pick
{
    qsizetype candidate = 0;
    QString why = {};

    bool operator==(const Pick &) const = default;
};

struct PickedOrder
{
    QList<Pick> order = {};
    /// Above the price ceiling, or not known to be below it.
    QList<Pick> leftOut = {};

    bool operator==(const PickedOrder &) const = default;
};

/// The order in which the candidates of a chain are asked; those that are alike stay as they are listed.
/// Pure. `draw` in [0, 1) is the chance of PickOrder::Weighted: the first is the one in whose part of the row
/// of weights it falls, and its place within that part is the draw for the rest. `sticky`: it came from the
/// value of the chain's sticky tag.
PickedOrder pickOrder(const Chain &chain, const QList<PickCandidate> &candidates, double draw,
                      bool sticky = false);

/// The draw for a value of a sticky tag within a rule: the first 53 bits of the SHA-1 of `rule`, a zero byte
/// and `value` in UTF-8, as a fraction.
double stickyDraw(const QString &rule, const QString &value);

/// What a call will probably cost at the target's prices, with as many output tokens as such calls usually
/// have, and no more than its limit. Unset when a price or the input tokens are unknown.
std::optional<Money> estimatedCost(const TargetFacts &target, std::optional<qint64> inputTokens,
                                   std::optional<qint64> outputLimit);

} // namespace core
