#include "core/pricelists/genaiprices.h"

#include "core/pricelists/pricenumbers.h"

#include <QHash>
#include <QJsonObject>

#include <array>

namespace core {

namespace {

/// The sellers that are called otherwise there than in the presets.
QString sellerOfGenai(const QString &provider)
{
    static const QHash<QString, QString> others{
        {QStringLiteral("x_ai"), QStringLiteral("xai")},
        {QStringLiteral("x-ai"), QStringLiteral("xai")},
        {QStringLiteral("together"), QStringLiteral("togetherai")},
        {QStringLiteral("fireworks"), QStringLiteral("fireworks-ai")}};
    static const QStringList same{
        QStringLiteral("openai"),  QStringLiteral("anthropic"),  QStringLiteral("google"),
        QStringLiteral("alibaba"), QStringLiteral("deepseek"),   QStringLiteral("mistral"),
        QStringLiteral("groq"),    QStringLiteral("openrouter"), QStringLiteral("moonshotai"),
        QStringLiteral("zai"),     QStringLiteral("cerebras"),   QStringLiteral("cohere"),
        QStringLiteral("minimax")};
    return same.contains(provider) ? provider : others.value(provider);
}

struct GenaiClass
{
    QLatin1StringView name;
    std::optional<Money> TokenPrices::*price;
};

constexpr std::array<GenaiClass, 8> kGenaiClasses{{
    {QLatin1StringView("input_mtok"), &TokenPrices::input},
    {QLatin1StringView("output_mtok"), &TokenPrices::output},
    {QLatin1StringView("cache_read_mtok"), &TokenPrices::cacheRead},
    {QLatin1StringView("cache_write_mtok"), &TokenPrices::cacheWrite},
    {QLatin1StringView("cache_write_1h_mtok"), &TokenPrices::cacheWrite1h},
    {QLatin1StringView("output_reasoning_mtok"), &TokenPrices::reasoning},
    {QLatin1StringView("input_audio_mtok"), &TokenPrices::audioInput},
    {QLatin1StringView("output_audio_mtok"), &TokenPrices::audioOutput},
}};

PriceTier &tierAbove(PriceEntry &entry, qint64 tokens)
{
    for (PriceTier &tier : entry.tiers) {
        if (tier.aboveInputTokens == tokens)
            return tier;
    }
    entry.tiers += PriceTier{tokens};
    return entry.tiers.last();
}

/// A number, or `{"base": 3, "tiers": [{"start": 200000, "price": 6}]}`.
Result<void> readGenaiClass(const QJsonObject &prices, const GenaiClass &known, const QString &place,
                            PriceEntry &entry)
{
    const QJsonValue value = prices.value(known.name);
    const QJsonObject tiered = value.toObject();
    const Result<std::optional<Money>> base = value.isObject()
        ? millionthOf(tiered, u"base", place + u'.' + known.name)
        : millionthOf(prices, QString(known.name), place);
    if (!base)
        return base.error();
    entry.prices.*known.price = *base;
    const QJsonArray tiers = tiered.value(u"tiers").toArray();
    for (const auto &step : tiers) {
        const QJsonObject tier = step.toObject();
        const Result<std::optional<Money>> price = millionthOf(tier, u"price", place + u'.' + known.name);
        if (!price)
            return price.error();
        const qint64 start = tier.value(u"start").toInteger();
        std::optional<Money> &kept = tierAbove(entry, start).prices.*known.price;
        if (kept)
            return badPriceList(
                place + u'.' + known.name,
                PriceListWords::tr("the tier that starts at %1 tokens is given twice.").arg(start));
        kept = *price;
    }
    return {};
}

/// Classes that have no tier of their own keep their price in a longer request.
void completeTiers(PriceEntry &entry)
{
    for (PriceTier &tier : entry.tiers) {
        for (const GenaiClass &known : kGenaiClasses) {
            if (!(tier.prices.*known.price))
                tier.prices.*known.price = entry.prices.*known.price;
        }
    }
}

Result<void> readGenaiPricesOf(const QJsonObject &prices, const QString &place, PriceEntry &entry)
{
    constexpr std::int64_t kThousand = 1'000;
    for (const GenaiClass &known : kGenaiClasses) {
        if (const Result<void> read = readGenaiClass(prices, known, place, entry); !read)
            return read;
    }
    completeTiers(entry);
    const Result<std::optional<Money>> requests = amountOf(prices, u"requests_kcount", place);
    if (!requests)
        return requests.error();
    const Result<std::optional<Money>> searches = amountOf(prices, u"web_searches_kcount", place);
    if (!searches)
        return searches.error();
    if (*requests)
        entry.perRequest = (*requests)->scaled(1, kThousand);
    if (*searches)
        entry.perToolCall = (*searches)->scaled(1, kThousand);
    return {};
}

/// `{"start_date": "2026-03-13"}` or `{"start_time": "00:30:00Z", "end_time": "16:30:00Z"}`, which may pass
/// midnight.
Result<void> readConstraint(const QJsonObject &constraint, const QString &place, PriceEntry &entry)
{
    if (constraint.isEmpty())
        return {};
    const QDate day = QDate::fromString(constraint.value(u"start_date").toString(), Qt::ISODate);
    if (day.isValid()) {
        entry.validFromMs = day.startOfDay(Qt::UTC).toMSecsSinceEpoch();
        return {};
    }
    const auto hour = [&constraint](QStringView member) {
        return QTime::fromString(constraint.value(member).toString().left(5), QStringLiteral("HH:mm"));
    };
    const QTime start = hour(u"start_time");
    const QTime end = hour(u"end_time");
    if (!start.isValid() || !end.isValid())
        return badPriceList(place, PriceListWords::tr("its price has a constraint that is not known."));
    const QList<int> week{1, 2, 3, 4, 5, 6, 7};
    const QTime midnight(0, 0);
    if (start < end || end == midnight)
        entry.windows = {PeakWindow{week, start, end}};
    else
        entry.windows = {PeakWindow{week, start, midnight}, PeakWindow{week, midnight, end}};
    return {};
}

/// The ids of a match clause that can be told without a pattern.
void collectMatches(const QJsonObject &clause, QList<std::pair<QString, PriceMatch>> &matches)
{
    const QString equals = clause.value(u"equals").toString();
    const QString start = clause.value(u"starts_with").toString();
    if (!equals.isEmpty())
        matches += std::pair(equals, PriceMatch::Exact);
    if (!start.isEmpty())
        matches += std::pair(start, PriceMatch::Prefix);
    const QJsonArray either = clause.value(u"or").toArray();
    for (const auto &part : either)
        collectMatches(part.toObject(), matches);
}

/// The model's id first: a prefix where the clause says so, else with any date.
QList<std::pair<QString, PriceMatch>> matchesOf(const QString &id, const QJsonObject &clause)
{
    QList<std::pair<QString, PriceMatch>> matches;
    collectMatches(clause, matches);
    const bool isPrefix = matches.contains(std::pair(id, PriceMatch::Prefix));
    matches.removeIf([&id](const std::pair<QString, PriceMatch> &match) { return match.first == id; });
    matches.prepend(std::pair(id, isPrefix ? PriceMatch::Prefix : PriceMatch::Dated));
    return matches;
}

QList<QJsonObject> conditionalPrices(const QJsonValue &prices)
{
    if (prices.isObject())
        return {QJsonObject{{QStringLiteral("prices"), prices}}};
    QList<QJsonObject> list;
    const QJsonArray array = prices.toArray();
    for (const auto &entry : array)
        list += entry.toObject();
    return list;
}

Result<QList<PriceEntry>> entriesOfGenaiModel(const QString &seller, const QJsonObject &model)
{
    const QString id = model.value(u"id").toString();
    const QString place = seller + u'/' + id;
    if (id.isEmpty())
        return badPriceList(seller, PriceListWords::tr("a model has no id."));
    const QList<std::pair<QString, PriceMatch>> matches = matchesOf(id, model.value(u"match").toObject());
    QList<PriceEntry> entries;
    const QList<QJsonObject> conditional = conditionalPrices(model.value(u"prices"));
    for (const QJsonObject &priced : conditional) {
        PriceEntry entry;
        entry.seller = seller;
        if (const Result<void> read = readGenaiPricesOf(priced.value(u"prices").toObject(), place, entry);
            !read)
            return read.error();
        if (const Result<void> read = readConstraint(priced.value(u"constraint").toObject(), place, entry);
            !read)
            return read.error();
        if (!entry.prices.input && !entry.prices.output)
            continue;
        for (const auto &[name, match] : matches) {
            entry.model = name;
            entry.match = match;
            entries += entry;
        }
    }
    return entries;
}

} // namespace

bool isGenaiPrices(const QJsonArray &root)
{
    const QJsonObject first = root.first().toObject();
    return first.value(u"models").isArray() && first.value(u"id").isString();
}

Result<PriceListDocument> readGenaiPrices(const QJsonArray &root)
{
    PriceListDocument document;
    document.name = QStringLiteral("genai-prices");
    for (const auto &value : root) {
        const QJsonObject provider = value.toObject();
        const QString seller = sellerOfGenai(provider.value(u"id").toString());
        const QJsonArray models = provider.value(u"models").toArray();
        if (seller.isEmpty()) {
            document.passedOver += static_cast<int>(models.size());
            continue;
        }
        for (const auto &model : models) {
            const Result<QList<PriceEntry>> entries = entriesOfGenaiModel(seller, model.toObject());
            if (!entries)
                return entries.error();
            document.passedOver += entries->isEmpty() ? 1 : 0;
            document.entries += *entries;
        }
    }
    return document;
}

} // namespace core
