#include "core/savings/whatiftally.h"

#include "core/catalog/costcalculator.h"
#include "core/ledger/usagestate.h"

#include <algorithm>

namespace core {

namespace {

bool fitsInto(const WhatIfTarget &target, const Usage &usage)
{
    const qint64 input = usage.input.value_or(0);
    const qint64 output = usage.output.value_or(0);
    return !(target.contextWindow && input + output > *target.contextWindow)
        && !(target.maxOutputTokens && output > *target.maxOutputTokens);
}

/// Whether cached tokens of the usage have no price of their own in the list.
bool lacksCachePrice(const Usage &usage, const PriceList &list)
{
    const TokenPrices prices = pricesFor(list, usage.input.value_or(0));
    return (usage.cachedInput.value_or(0) > 0 && !prices.cacheRead)
        || (usage.cacheWrite.value_or(0) > 0 && !prices.cacheWrite);
}

/// The tokens alone: what the provider that served them said of its price and tier is not the other's.
Usage tokensOf(Usage usage)
{
    usage.reportedCost.reset();
    usage.serviceTier.clear();
    return usage;
}

void addRepriced(WhatIfFigures &figures, Money before, const Cost &after)
{
    ++figures.repriced;
    figures.costBefore += before;
    figures.costAfter += *after.amount;
    figures.costAfterLow += after.lower.value_or(*after.amount);
    figures.costAfterHigh += after.upper.value_or(*after.amount);
}

void countAt(const WhatIfCall &call, const WhatIfTarget &target, const std::optional<PriceList> &prices,
             WhatIfFigures &figures)
{
    ++figures.calls;
    if (!call.usage.input || !call.usage.output) {
        ++figures.withoutTokens;
    } else if (call.unpriced) {
        ++figures.unpriced;
    } else if (call.askedAlone && call.asked == target.name) {
        ++figures.unchanged;
        addRepriced(figures, call.cost, Cost{.amount = call.cost});
    } else if (!fitsInto(target, call.usage)) {
        ++figures.doesNotFit;
    } else if (const Cost after = computeCost(tokensOf(call.usage), prices); after.amount) {
        addRepriced(figures, call.cost, after);
        figures.withoutCachePrice += lacksCachePrice(call.usage, *prices) ? 1 : 0;
    } else {
        ++figures.unpriced;
    }
}

std::optional<TargetName> mostAskedOf(const std::map<QString, qint64> &asked)
{
    const auto most = std::max_element(asked.cbegin(), asked.cend(), [](const auto &one, const auto &other) {
        return one.second < other.second;
    });
    return most == asked.cend() ? std::nullopt : parseTargetName(most->first);
}

bool isWorthMore(const WhatIfRow &one, const WhatIfRow &other)
{
    const Money saved = one.to ? one.figures.saved() : Money();
    const Money otherSaved = other.to ? other.figures.saved() : Money();
    if (saved != otherSaved)
        return saved > otherSaved;
    return one.periodCost != other.periodCost ? one.periodCost > other.periodCost : one.task < other.task;
}

} // namespace

WhatIfPrices::WhatIfPrices(const PriceSnapshot &prices, const QList<WhatIfTarget> &targets)
    : m_prices(prices), m_targets(targets)
{
}

std::optional<PriceList> WhatIfPrices::ask(qsizetype target, qint64 ms) const
{
    const WhatIfTarget &wanted = m_targets.at(target);
    return m_prices.priceOf(wanted.accountId, wanted.name.model, ms);
}

std::optional<PriceList> WhatIfPrices::at(qsizetype target, qint64 ms)
{
    const std::pair<qsizetype, qint64> key{target, ms / kQuarterMs};
    auto known = m_quarters.constFind(key);
    if (known == m_quarters.constEnd()) {
        const qint64 begin = key.second * kQuarterMs;
        const std::optional<PriceList> list = ask(target, begin);
        const bool steady = list == ask(target, begin + kQuarterMs - 1);
        known = m_quarters.insert(key, {steady, list});
    }
    return known->steady ? known->list : ask(target, ms);
}

void WhatIfTally::add(const WhatIfCall &call, const WhatIfCandidates &candidates, WhatIfPrices &prices)
{
    OfTask &task = m_tasks[call.task];
    ++task.calls;
    task.cost += call.cost;
    task.unpriced += call.unpriced ? 1 : 0;
    if (!call.ofMatrix)
        ++task.asked[call.asked.toString()];
    const QList<qsizetype> places = candidates.of(call.task);
    for (const qsizetype place : places)
        countAt(call, candidates.targets.at(place), prices.at(place, call.sentAtMs), task.at[place]);
}

void WhatIfTally::append(const WhatIfTally &other)
{
    for (const auto &[name, theirs] : other.m_tasks) {
        OfTask &mine = m_tasks[name];
        mine.calls += theirs.calls;
        mine.cost += theirs.cost;
        mine.unpriced += theirs.unpriced;
        for (const auto &[target, calls] : theirs.asked)
            mine.asked[target] += calls;
        for (const auto &[place, figures] : theirs.at)
            mine.at[place] += figures;
    }
}

WhatIfRow WhatIfTally::rowOf(const QString &task, const OfTask &tally, const WhatIfResult &result,
                             const WhatIfCandidates &candidates, const VoteTable &votes) const
{
    WhatIfRow row{.task = task, .from = mostAskedOf(tally.asked)};
    row.figures.calls = tally.calls;
    row.periodCost = tally.cost;
    row.periodUnpriced = tally.unpriced;
    for (const auto &[place, figures] : tally.at) {
        const TargetName &target = candidates.targets.at(place).name;
        const VoteEvidence evidence =
            row.from ? votes.evidence(task, target, *row.from, result.standard) : VoteEvidence();
        const bool passed = evidence.verdict == VoteEvidence::Verdict::Passed;
        const bool shown = passed || evidence.verdict == VoteEvidence::Verdict::TooFew;
        if (!result.target && (!shown || figures.saved() <= Money()))
            continue;
        // What passed goes before what may yet pass; of equals the one that saves more.
        const bool better = row.counted == passed ? figures.saved() > row.figures.saved() : passed;
        if (row.to && !better)
            continue;
        row.to = target;
        row.votes = evidence;
        row.figures = figures;
        row.counted = passed || result.target.has_value();
    }
    return row;
}

void WhatIfTally::fill(WhatIfResult &result, const WhatIfCandidates &candidates, const VoteTable &votes) const
{
    std::map<QString, qint64> asked;
    for (const auto &[task, tally] : m_tasks) {
        result.rows.append(rowOf(task, tally, result, candidates, votes));
        result.periodCost += tally.cost;
        result.periodUnpriced += tally.unpriced;
        if (result.rows.constLast().counted)
            result.total += result.rows.constLast().figures;
        for (const auto &[target, calls] : tally.asked)
            asked[target] += calls;
    }
    result.mostAsked = mostAskedOf(asked);
    std::stable_sort(result.rows.begin(), result.rows.end(), isWorthMore);
}

} // namespace core
