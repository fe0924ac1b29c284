#include "core/catalog/costcalculator.h"

#include <QCoreApplication>

#include <array>

namespace core {

namespace {

/// How far a token count made from the length of a text may be off, as a rule of thumb.
constexpr std::int64_t kEstimateErrorPercent = 25;
/// A cache write costs at most this many times the input price: one hour at Anthropic.
/// https://docs.claude.com/en/docs/build-with-claude/prompt-caching#pricing
constexpr std::int64_t kDearestCacheWrite = 2;

constexpr std::array kTokenClasses{
    &TokenPrices::input,        &TokenPrices::output,    &TokenPrices::cacheRead,  &TokenPrices::cacheWrite,
    &TokenPrices::cacheWrite1h, &TokenPrices::reasoning, &TokenPrices::audioInput, &TokenPrices::audioOutput};

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
    qint64 audioInput = 0;
    qint64 visible = 0;
    qint64 reasoning = 0;
    qint64 audioOutput = 0;
    qint64 toolCalls = 0;
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
    classes.audioInput = usage.audioInput.value_or(0);
    classes.audioOutput = usage.audioOutput.value_or(0);
    classes.toolCalls = usage.toolCalls.value_or(0);
    if (std::min({input, output, classes.cached, written, classes.written1h, classes.reasoning,
                  classes.audioInput, classes.audioOutput, classes.toolCalls})
        < 0)
        return std::nullopt;
    classes.uncached = input - classes.cached - written - classes.audioInput;
    classes.visible = output - classes.reasoning - classes.audioOutput;
    classes.clamped = classes.uncached < 0 || classes.visible < 0;
    classes.uncached = std::max<qint64>(classes.uncached, 0);
    classes.visible = std::max<qint64>(classes.visible, 0);
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

Sum sumOf(const Classes &classes, const TokenPrices &prices, const PriceList &list)
{
    Sum sum;
    sum.estimated = classes.clamped;
    sum.add(classes.uncached, prices.input);
    sum.add(classes.audioInput, prices.audioInput);
    addCacheRead(sum, classes.cached, prices);
    addCacheWrite(sum, classes.written, prices.cacheWrite, prices);
    addCacheWrite(sum, classes.written1h, prices.cacheWrite1h ? prices.cacheWrite1h : prices.cacheWrite,
                  prices);
    sum.add(classes.visible, prices.output);
    sum.add(classes.audioOutput, prices.audioOutput);
    sum.add(classes.reasoning, prices.reasoning ? prices.reasoning : prices.output);
    sum.add(1, list.perRequest.value_or(Money()));
    sum.add(classes.toolCalls, list.perToolCall);
    return sum;
}

std::optional<Sum> sumOfUsage(const Usage &usage, const PriceList &list)
{
    const std::optional<Classes> classes = classesOf(usage);
    if (!classes || usage.basis == UsageBasis::Missing)
        return std::nullopt;
    const Sum sum = sumOf(*classes, pricesFor(list, *usage.input, usage.serviceTier), list);
    return sum.unknown ? std::nullopt : std::optional(sum);
}

/// The usage with its counts `percent` of what they are, but for an output of `output`.
Usage bounded(Usage usage, std::int64_t percent, std::optional<qint64> output)
{
    constexpr std::int64_t kWhole = 100;
    usage.input = *usage.input / kWhole * percent + *usage.input % kWhole * percent / kWhole;
    usage.output = output;
    usage.reasoning = std::min(usage.reasoning.value_or(0), output.value_or(0));
    return usage;
}

/// The bounds of an estimated usage, whose counts themselves are off.
void widen(Sum &sum, const Usage &usage, const PriceList &list, std::optional<qint64> outputLimit)
{
    sum.estimated = true;
    if (usage.outputLow && usage.outputHigh) {
        const auto low = sumOfUsage(bounded(usage, 100 - kEstimateErrorPercent, usage.outputLow), list);
        const auto high = sumOfUsage(bounded(usage, 100 + kEstimateErrorPercent, usage.outputHigh), list);
        sum.lower = low ? std::min(low->lower, sum.amount) : sum.lower;
        sum.upper = high ? std::max(high->upper, sum.amount) : sum.upper;
    } else {
        sum.lower = sum.lower.scaled(100 - kEstimateErrorPercent, 100);
        sum.upper = sum.upper.scaled(100 + kEstimateErrorPercent, 100);
    }
    if (!outputLimit || *outputLimit <= usage.output.value_or(0))
        return;
    Usage most = usage;
    most.output = outputLimit;
    if (const std::optional<Sum> atLimit = sumOfUsage(most, list))
        sum.upper = std::max(sum.upper, atLimit->upper);
}

/// Sets each price that `own` has.
TokenPrices overlaid(TokenPrices prices, const TokenPrices &own)
{
    for (const auto member : kTokenClasses) {
        if (own.*member)
            prices.*member = own.*member;
    }
    return prices;
}

const PriceTier *tierReached(const QList<PriceTier> &tiers, qint64 inputTokens)
{
    const PriceTier *reached = nullptr;
    for (const PriceTier &tier : tiers) {
        const bool passed =
            inputTokens > tier.aboveInputTokens || (tier.inclusive && inputTokens == tier.aboveInputTokens);
        if (passed && (!reached || tier.aboveInputTokens >= reached->aboveInputTokens))
            reached = &tier;
    }
    return reached;
}

/// What a tier does not name keeps its price, but for cache classes beside an input price of the tier: nobody
/// says that a discount on a lower price goes on, so they cost that. A tier without any price is unknown.
TokenPrices inTier(const TokenPrices &below, const TokenPrices &tier)
{
    if (tier == TokenPrices())
        return tier;
    TokenPrices prices = overlaid(below, tier);
    if (!tier.input)
        return prices;
    prices.cacheRead = tier.cacheRead ? tier.cacheRead : tier.input;
    prices.cacheWrite = tier.cacheWrite ? tier.cacheWrite : tier.input;
    prices.cacheWrite1h = tier.cacheWrite1h;
    return prices;
}

/// Names that providers give to serving as usual: OpenAI `default`, Groq `on_demand`, Anthropic `standard`.
bool isStandardService(QStringView service)
{
    return service.isEmpty() || service == QLatin1StringView("default")
        || service == QLatin1StringView("standard") || service == QLatin1StringView("on_demand")
        || service == QLatin1StringView("auto");
}

const ServicePrices *servicePrices(const PriceList &list, QStringView service)
{
    if (isStandardService(service))
        return nullptr;
    for (const ServicePrices &prices : list.services) {
        if (prices.service == service)
            return &prices;
    }
    return nullptr;
}

QString rateText(const ExchangeRate &rate)
{
    return QCoreApplication::translate("Prices", "at 1 %1 = $%2 of %3")
        .arg(rate.currency, rate.usdPerUnit.toDecimal(), rate.date.toString(Qt::ISODate));
}

/// What the price is, for people, with what was assumed to use it.
QString sourceOf(const Usage &usage, const PriceList &list)
{
    QStringList parts{list.sourceText};
    if (!isStandardService(usage.serviceTier) && !servicePrices(list, usage.serviceTier))
        parts += QCoreApplication::translate("Prices", "standard price, none is known for \"%1\"")
                     .arg(usage.serviceTier);
    if (list.currency != kUsd)
        parts += list.rate ? rateText(*list.rate)
                           : QCoreApplication::translate("Prices", "no rate from %1 to US dollars is given")
                                 .arg(list.currency);
    return parts.join(QStringLiteral("; "));
}

Cost costOf(const Sum &sum, const Usage &usage, const PriceList &list)
{
    Cost cost;
    cost.amount = inUsd(sum.amount, list);
    cost.computed = cost.amount;
    if (cost.amount)
        cost.basis = sum.estimated ? CostBasis::Estimated : CostBasis::Computed;
    cost.priceVersion = list.version;
    cost.priceSource = sourceOf(usage, list);
    cost.priceId = list.id;
    if (list.currency != kUsd) {
        cost.currency = list.currency;
        cost.ownAmount = sum.amount;
    }
    if (sum.estimated) {
        cost.lower = inUsd(sum.lower, list);
        cost.upper = inUsd(sum.upper, list);
    }
    return cost;
}

/// What the provider said goes before what was computed.
Cost reportedBefore(Cost cost, Money amount)
{
    cost.amount = amount;
    cost.basis = CostBasis::Reported;
    cost.reported = amount;
    cost.priceVersion.clear();
    cost.priceSource = QCoreApplication::translate("Prices", "Reported by the provider");
    cost.currency.clear();
    cost.ownAmount.reset();
    cost.lower.reset();
    cost.upper.reset();
    return cost;
}

} // namespace

std::optional<Money> inUsd(Money amount, const PriceList &list)
{
    if (list.currency == kUsd)
        return amount;
    if (!list.rate)
        return std::nullopt;
    return amount.scaled(list.rate->usdPerUnit.picos(), Money::kPicosPerUsd);
}

TokenPrices basePricesInUsd(const PriceList &list)
{
    TokenPrices prices;
    for (const auto member : kTokenClasses) {
        if (const std::optional<Money> &price = list.base.*member)
            prices.*member = inUsd(*price, list);
    }
    return prices;
}

TokenPrices pricesFor(const PriceList &prices, qint64 inputTokens, QStringView serviceTier)
{
    const ServicePrices *const service = servicePrices(prices, serviceTier);
    const PriceTier *const reached = tierReached(prices.tiers, inputTokens);
    const PriceTier *const ofService = service ? tierReached(service->tiers, inputTokens) : nullptr;
    TokenPrices own = service ? overlaid(prices.base, service->prices) : prices.base;
    if (reached)
        own = inTier(own, reached->prices);
    return ofService ? overlaid(own, ofService->prices) : own;
}

Cost computeCost(const Usage &usage, const std::optional<PriceList> &prices,
                 std::optional<qint64> outputLimit)
{
    std::optional<Sum> sum = prices ? sumOfUsage(usage, *prices) : std::nullopt;
    if (sum && usage.basis == UsageBasis::Estimated)
        widen(*sum, usage, *prices, outputLimit);
    Cost cost = sum ? costOf(*sum, usage, *prices) : Cost();
    if (!usage.reportedCost)
        return cost;
    const bool usersOwnPrice = cost.amount && prices->source == PriceSource::Override;
    if (!usersOwnPrice)
        return reportedBefore(cost, *usage.reportedCost);
    cost.reported = usage.reportedCost;
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
    sum.priceId = part.priceId;
    sum.reported.reset();
    sum.computed.reset();
    sum.currency.clear();
    sum.ownAmount.reset();
    if (!bounded)
        return;
    sum.lower = lower;
    sum.upper = upper;
}

} // namespace core
