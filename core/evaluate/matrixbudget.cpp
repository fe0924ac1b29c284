#include "core/evaluate/matrixbudget.h"

#include <algorithm>

namespace core {

namespace {

/// As many as outputQuantiles() asks for; below, a guess is as good.
constexpr qsizetype kFewestOutputs = 10;
/// Enough for a percentile, and little to sort.
constexpr qsizetype kMostOutputs = 200;

} // namespace

TargetForecast::TargetForecast(std::optional<PriceList> prices, std::optional<qint64> maxTokens)
{
    m_lane.prices = std::move(prices);
    m_lane.maxTokens = maxTokens;
}

Money TargetForecast::reserveFor(qint64 inputTokens) const
{
    return std::max(estimateRun({m_lane}, inputTokens).high, m_highest);
}

void TargetForecast::learn(std::optional<qint64> outputTokens, std::optional<Money> cost)
{
    if (cost) {
        m_cost += *cost;
        m_highest = std::max(m_highest, *cost);
        ++m_priced;
    }
    if (!outputTokens || m_outputs.size() >= kMostOutputs)
        return;
    m_outputs.insert(std::upper_bound(m_outputs.begin(), m_outputs.end(), *outputTokens), *outputTokens);
    if (m_outputs.size() >= kFewestOutputs)
        m_lane.ownOutput =
            OutputRange{m_outputs.at(m_outputs.size() / 10), m_outputs.at(m_outputs.size() * 9 / 10)};
}

std::optional<Money> TargetForecast::meanCost() const
{
    return m_priced > 0 ? std::optional(m_cost.scaled(1, m_priced)) : std::nullopt;
}

void MatrixBudget::settle(Money reserved, std::optional<Money> cost)
{
    m_reserved = m_reserved - reserved;
    m_spent += cost.value_or(Money());
}

} // namespace core
