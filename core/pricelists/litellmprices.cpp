#include "core/pricelists/litellmprices.h"

#include "core/pricelists/pricenumbers.h"

#include <QHash>
#include <QJsonArray>

#include <array>

namespace core {

namespace {

/// LiteLLM's names of the sellers that have a preset.
const QHash<QString, QString> &liteLlmSellers()
{
    static const QHash<QString, QString> sellers{
        {QStringLiteral("openai"), QStringLiteral("openai")},
        {QStringLiteral("anthropic"), QStringLiteral("anthropic")},
        {QStringLiteral("gemini"), QStringLiteral("google")},
        {QStringLiteral("dashscope"), QStringLiteral("alibaba")},
        {QStringLiteral("deepseek"), QStringLiteral("deepseek")},
        {QStringLiteral("mistral"), QStringLiteral("mistral")},
        {QStringLiteral("groq"), QStringLiteral("groq")},
        {QStringLiteral("openrouter"), QStringLiteral("openrouter")},
        {QStringLiteral("xai"), QStringLiteral("xai")},
        {QStringLiteral("together_ai"), QStringLiteral("togetherai")},
        {QStringLiteral("moonshot"), QStringLiteral("moonshotai")},
        {QStringLiteral("zai"), QStringLiteral("zai")},
        {QStringLiteral("fireworks_ai"), QStringLiteral("fireworks-ai")},
        {QStringLiteral("cerebras"), QStringLiteral("cerebras")},
        {QStringLiteral("cohere"), QStringLiteral("cohere")},
        {QStringLiteral("cohere_chat"), QStringLiteral("cohere")},
        {QStringLiteral("meta_llama"), QStringLiteral("llama")},
        {QStringLiteral("minimax"), QStringLiteral("minimax")},
    };
    return sellers;
}

struct LiteLlmClass
{
    QLatin1StringView name;
    std::optional<Money> TokenPrices::*price;
};

constexpr std::array<LiteLlmClass, 8> kLiteLlmClasses{{
    {QLatin1StringView("input_cost_per_token"), &TokenPrices::input},
    {QLatin1StringView("output_cost_per_token"), &TokenPrices::output},
    {QLatin1StringView("cache_read_input_token_cost"), &TokenPrices::cacheRead},
    {QLatin1StringView("cache_creation_input_token_cost"), &TokenPrices::cacheWrite},
    {QLatin1StringView("cache_creation_input_token_cost_above_1hr"), &TokenPrices::cacheWrite1h},
    {QLatin1StringView("output_cost_per_reasoning_token"), &TokenPrices::reasoning},
    {QLatin1StringView("input_cost_per_audio_token"), &TokenPrices::audioInput},
    {QLatin1StringView("output_cost_per_audio_token"), &TokenPrices::audioOutput},
}};

struct LiteLlmService
{
    QLatin1StringView suffix;
    QLatin1StringView name;
};

constexpr std::array<LiteLlmService, 4> kLiteLlmServices{{
    {QLatin1StringView(""), QLatin1StringView("")},
    {QLatin1StringView("_flex"), QLatin1StringView("flex")},
    {QLatin1StringView("_priority"), QLatin1StringView("priority")},
    {QLatin1StringView("_batches"), QLatin1StringView("batch")},
}};

constexpr std::array<int, 4> kLiteLlmThresholds{128, 200, 256, 272};

Result<TokenPrices> pricesWith(const QJsonObject &model, const QString &suffix, const QString &place)
{
    TokenPrices prices;
    for (const LiteLlmClass &known : kLiteLlmClasses) {
        const Result<std::optional<Money>> amount = amountOf(model, QString(known.name + suffix), place);
        if (!amount)
            return amount.error();
        prices.*known.price = *amount;
    }
    return prices;
}

/// `tiered_pricing`: the first range is the base, unless the model names one itself.
Result<void> readRanges(const QJsonObject &model, const QString &place, PriceEntry &entry)
{
    const QJsonArray ranges = model.value(u"tiered_pricing").toArray();
    for (const auto &value : ranges) {
        const QJsonObject range = value.toObject();
        const Result<TokenPrices> prices = pricesWith(range, {}, place);
        if (!prices)
            return prices.error();
        const qint64 above = qRound64(range.value(u"range").toArray().first().toDouble());
        if (above > 0)
            entry.tiers += PriceTier{above, false, *prices};
        else if (!entry.prices.input)
            entry.prices = *prices;
    }
    return {};
}

Result<PriceEntry> entryOfService(const QJsonObject &model, const PriceEntry &named,
                                  const LiteLlmService &service, const QString &place)
{
    PriceEntry entry = named;
    entry.serviceTier = service.name;
    const Result<TokenPrices> base = pricesWith(model, service.suffix, place);
    if (!base)
        return base.error();
    entry.prices = *base;
    for (const int thousands : kLiteLlmThresholds) {
        const QString suffix = QStringLiteral("_above_%1k_tokens").arg(thousands) + QString(service.suffix);
        const Result<TokenPrices> prices = pricesWith(model, suffix, place);
        if (!prices)
            return prices.error();
        // xAI counts the threshold itself in, as LiteLLM's threshold_is_inclusive has it.
        if (*prices != TokenPrices())
            entry.tiers += PriceTier{thousands * 1'000, named.seller == QLatin1StringView("xai"), *prices};
    }
    return entry;
}

bool isFreeOrUnknown(const TokenPrices &prices)
{
    return prices.input.value_or(Money()).isZero() && prices.output.value_or(Money()).isZero();
}

bool isChat(const QString &mode)
{
    return mode.isEmpty() || mode == QLatin1StringView("chat") || mode == QLatin1StringView("responses")
        || mode == QLatin1StringView("completion");
}

Result<QList<PriceEntry>> entriesOfModel(const QString &key, const QJsonObject &model)
{
    const QString provider = model.value(u"litellm_provider").toString();
    PriceEntry named;
    named.seller = liteLlmSellers().value(provider);
    named.match = PriceMatch::Dated;
    named.model = key.startsWith(provider + u'/') ? key.mid(provider.size() + 1) : key;
    if (named.seller.isEmpty() || !isChat(model.value(u"mode").toString()))
        return QList<PriceEntry>();
    QList<PriceEntry> entries;
    for (const LiteLlmService &service : kLiteLlmServices) {
        Result<PriceEntry> entry = entryOfService(model, named, service, key);
        if (!entry)
            return entry.error();
        if (service.name.isEmpty()) {
            if (const Result<void> read = readRanges(model, key, *entry); !read)
                return read.error();
            const Result<std::optional<Money>> search = amountOf(
                model.value(u"search_context_cost_per_query").toObject(), u"search_context_size_medium", key);
            if (!search)
                return search.error();
            entry->perToolCall = *search;
            if (isFreeOrUnknown(entry->prices))
                return QList<PriceEntry>();
        }
        if (service.name.isEmpty() || entry->prices != TokenPrices() || !entry->tiers.isEmpty())
            entries += *entry;
    }
    return entries;
}

} // namespace

bool isLiteLlmPrices(const QJsonObject &root)
{
    return std::any_of(root.begin(), root.end(), [](const auto &model) {
        return model.toObject().contains(QLatin1StringView("litellm_provider"));
    });
}

Result<PriceListDocument> readLiteLlmPrices(const QJsonObject &root)
{
    PriceListDocument document;
    document.name = QStringLiteral("litellm");
    for (auto model = root.begin(); model != root.end(); ++model) {
        if (model.key() == QLatin1StringView("sample_spec"))
            continue;
        if (!model.value().isObject())
            return badPriceList(model.key(), PriceListWords::tr("the model is no JSON object."));
        const Result<QList<PriceEntry>> entries = entriesOfModel(model.key(), model.value().toObject());
        if (!entries)
            return entries.error();
        document.passedOver += entries->isEmpty() ? 1 : 0;
        document.entries += *entries;
    }
    return document;
}

} // namespace core
