#pragma once

#include "core/compare/runestimate.h"

#include <optional>

namespace core {

/// What one target's cells will cost, learnt from those that have settled. Pure.
class TargetForecast
{
public:
    TargetForecast(std::optional<PriceList> prices, std::optional<qint64> maxTokens);

    bool hasPrices() const { return m_lane.prices.has_value(); }
    /// What a cell may cost at most, most likely: its output as long as a tenth of all answers are, or a
    /// guess before there are enough of them. At least as much as
    /// the dearest cell so far. Zero without a price.
    Money reserveFor(qint64 inputTokens) const;
    void learn(std::optional<qint64> outputTokens, std::optional<Money> cost);
    /// Unset before the first cell of known cost.
    std::optional<Money> meanCost() const;

private:
    LaneForecast m_lane;
    QList<qint64> m_outputs;
    Money m_cost;
    Money m_highest;
    int m_priced = 0;
};

/// Known and reserved money against a cap. Pure.
class MatrixBudget
{
public:
    MatrixBudget(std::optional<Money> cap, Money spent) : m_cap(cap), m_spent(spent) { }

    bool fits(Money reserve) const { return !m_cap || m_spent + m_reserved + reserve <= *m_cap; }
    void reserve(Money amount) { m_reserved += amount; }
    /// Gives a reservation back and counts what is known instead.
    void settle(Money reserved, std::optional<Money> cost);
    Money spent() const { return m_spent; }
    Money reserved() const { return m_reserved; }

private:
    std::optional<Money> m_cap;
    Money m_spent;
    Money m_reserved;
};

} // namespace core
