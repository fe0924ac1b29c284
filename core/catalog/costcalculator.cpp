#include "core/catalog/costcalculator.h"

#include <QCoreApplication>

namespace core {

namespace {

/// How far a token count made from the length of a text may be off, as a rule of thumb.
constexpr std::int64_t kEstimateErrorPercent = 25;
/// A cache write costs at most this many times the input price: one hour at Anthropic.
/// https://docs.claude.com/en/docs/build-with-claude/prompt-caching#pricing
constexpr std::int64_t kDearestCacheWrite = 2;

/// A sum with its bounds, as long as every price it needs is known.
struct Sum
{
    Money lower = {};
    Money amount = {};
    Money upper = {};
    bool estimated = false;
    bool unknown = false;

    void add(qint64 tokens, const std::optional<Money> &price)
    {
        if (tokens == 0)
            return;
        if (price)
            addRange(*price * tokens, *price * tokens, *price * tokens);
        else
            unknown = true;
    }

    void addRange(Money low, Money middle, Money high)
    {
        lower += low;
        amount += middle;
        upper += high;
    }
};

/// Input and output of a request split into classes that do not overlap.
struct Classes
{
    qint64 uncached = 0;
    qint64 cached = 0;
    qint64 written = 0;
    qint64 written1h = 0;
    qint64 visible = 0;
    qint64 reasoning = 0;
    bool clamped = false;
};

std::optional<Classes> classesOf(const Usage &usage)
{
    Classes classes;
    const qint64 input = usage.input.value_or(-1);
    const qint64 output = usage.output.value_or(-1);
    classes.cached = usage.cachedInput.value_or(0);
    const qint64 written = usage.cacheWrite.value_or(0);
    classes.written1h = std::min(usage.cacheWrite1h.value_or(0), written);
    classes.written = written - classes.written1h;
    classes.reasoning = std::min(usage.reasoning.value_or(0), output);
    classes.visible = output - classes.reasoning;
    if (std::min({input, output, classes.cached, written, classes.written1h, classes.reasoning}) < 0)
        return std::nullopt;
    classes.uncached = input - classes.cached - written;
    classes.clamped = classes.uncached < 0;
    classes.uncached = std::max<qint64>(classes.uncached, 0);
    return classes;
}

void addCacheRead(Sum &sum, qint64 tokens, const TokenPrices &prices)
{
    if (prices.cacheRead || !prices.input || tokens == 0) {
        sum.add(tokens, prices.cacheRead);
        return;
    }
    sum.addRange(Money(), *prices.input * tokens, *prices.input * tokens);
    sum.estimated = true;
}

void addCacheWrite(Sum &sum, qint64 tokens, const std::optional<Money> &price, const TokenPrices &prices)
{
    if (price || !prices.input || tokens == 0) {
        sum.add(tokens, price);
        return;
    }
    const Money atInputPrice = *prices.input * tokens;
    sum.addRange(Money(), atInputPrice, atInputPrice * kDearestCacheWrite);
    sum.estimated = true;
}

Sum sumOf(const Classes &classes, const TokenPrices &prices, const std::optional<Money> &perRequest)
{
    Sum sum;
    sum.estimated = classes.clamped;
    sum.add(classes.uncached, prices.input);
    addCacheRead(sum, classes.cached, prices);
    addCacheWrite(sum, classes.written, prices.cacheWrite, prices);
    addCacheWrite(sum, classes.written1h, prices.cacheWrite1h ? prices.cacheWrite1h : prices.cacheWrite,
                  prices);
    sum.add(classes.visible, prices.output);
    sum.add(classes.reasoning, prices.reasoning ? prices.reasoning : prices.output);
    sum.add(1, perRequest.value_or(Money()));
    return sum;
}

Cost reported(Money amount)
{
    Cost cost;
    cost.amount = amount;
    cost.basis = CostBasis::Reported;
    cost.priceSource = QCoreApplication::translate("Prices", "Reported by the provider");
    return cost;
}

/// The bounds of an estimated usage, whose counts themselves are off.
void widen(Sum &sum, const Usage &usage, const PriceList &list, std::optional<qint64> outputLimit)
{
    sum.estimated = true;
    sum.lower = sum.lower.scaled(100 - kEstimateErrorPercent, 100);
    sum.upper = sum.upper.scaled(100 + kEstimateErrorPercent, 100);
    if (!outputLimit || *outputLimit <= usage.output.value_or(0))
        return;
    Usage most = usage;
    most.output = outputLimit;
    if (const std::optional<Classes> classes = classesOf(most))
        sum.upper = std::max(sum.upper,
                             sumOf(*classes, pricesFor(list, most.input.value_or(0)), list.perRequest).upper);
}

} // namespace

TokenPrices pricesFor(const PriceList &prices, qint64 inputTokens)
{
    const PriceTier *reached = nullptr;
    for (const PriceTier &tier : prices.tiers) {
        const bool passed =
            inputTokens > tier.aboveInputTokens || (tier.inclusive && inputTokens == tier.aboveInputTokens);
        if (passed && (!reached || tier.aboveInputTokens >= reached->aboveInputTokens))
            reached = &tier;
    }
    if (!reached)
        return prices.base;
    // As LiteLLM has it, a cache class that a tier does not name costs the tier's input price.
    TokenPrices tier = reached->prices;
    if (!tier.cacheRead)
        tier.cacheRead = tier.input;
    if (!tier.cacheWrite)
        tier.cacheWrite = tier.input;
    return tier;
}

Cost computeCost(const Usage &usage, const std::optional<PriceList> &prices,
                 std::optional<qint64> outputLimit)
{
    const bool usersOwnPrice = prices && prices->source == PriceSource::Override;
    if (usage.reportedCost && !usersOwnPrice)
        return reported(*usage.reportedCost);
    const std::optional<Classes> classes = classesOf(usage);
    if (!prices || !classes || usage.basis == UsageBasis::Missing)
        return usage.reportedCost ? reported(*usage.reportedCost) : Cost();
    Sum sum = sumOf(*classes, pricesFor(*prices, *usage.input), prices->perRequest);
    if (sum.unknown)
        return usage.reportedCost ? reported(*usage.reportedCost) : Cost();
    if (usage.basis == UsageBasis::Estimated)
        widen(sum, usage, *prices, outputLimit);
    Cost cost;
    cost.amount = sum.amount;
    cost.basis = sum.estimated ? CostBasis::Estimated : CostBasis::Computed;
    cost.priceVersion = prices->version;
    cost.priceSource = prices->sourceText;
    if (sum.estimated) {
        cost.lower = sum.lower;
        cost.upper = sum.upper;
    }
    return cost;
}

void addAttemptCost(Cost &sum, const Cost &part)
{
    if (!part.amount)
        return;
    if (!sum.amount) {
        sum = part;
        return;
    }
    const bool bounded = sum.lower || sum.upper || part.lower || part.upper;
    const Money lower = sum.lower.value_or(*sum.amount) + part.lower.value_or(*part.amount);
    const Money upper = sum.upper.value_or(*sum.amount) + part.upper.value_or(*part.amount);
    const bool estimated = sum.basis == CostBasis::Estimated || part.basis == CostBasis::Estimated;
    sum.amount = *sum.amount + *part.amount;
    sum.basis = estimated ? CostBasis::Estimated : part.basis;
    sum.priceVersion = part.priceVersion;
    sum.priceSource = part.priceSource;
    if (!bounded)
        return;
    sum.lower = lower;
    sum.upper = upper;
}

} // namespace core
