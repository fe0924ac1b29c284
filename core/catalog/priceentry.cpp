#include "core/catalog/priceentry.h"

#include "core/accounts/account.h"
#include "core/catalog/catalogkey.h"

#include <QCoreApplication>
#include <QSet>

#include <array>
#include <limits>

namespace core {

namespace {

constexpr std::array kPriceMatches{
    std::pair{PriceMatch::Exact, QLatin1StringView("exact")},
    std::pair{PriceMatch::Dated, QLatin1StringView("dated")},
    std::pair{PriceMatch::Prefix, QLatin1StringView("prefix")},
};

constexpr int kExactRank = 1'000'000;
constexpr int kDatedRank = 500'000;
/// 10,000 USD per million tokens; the dearest published price is 600. Other currencies have smaller units.
constexpr std::int64_t kDearestPicosPerToken = 10'000'000'000;
constexpr std::int64_t kSmallestUnit = 1'000;

const QTime kMidnight(0, 0);

Error badPrice(const QString &sentence)
{
    return Error{ErrorKind::InvalidRequest, sentence};
}

struct NamedPrice
{
    QLatin1StringView name;
    std::optional<Money> TokenPrices::*price;
};

constexpr std::array<NamedPrice, 8> kNamedPrices{{
    {QLatin1StringView("input"), &TokenPrices::input},
    {QLatin1StringView("output"), &TokenPrices::output},
    {QLatin1StringView("cache read"), &TokenPrices::cacheRead},
    {QLatin1StringView("cache write"), &TokenPrices::cacheWrite},
    {QLatin1StringView("cache write 1 h"), &TokenPrices::cacheWrite1h},
    {QLatin1StringView("reasoning"), &TokenPrices::reasoning},
    {QLatin1StringView("audio input"), &TokenPrices::audioInput},
    {QLatin1StringView("audio output"), &TokenPrices::audioOutput},
}};

Result<void> validateTokenPrices(const PriceEntry &entry, const TokenPrices &prices)
{
    const std::int64_t dearest =
        entry.currency == kUsd ? kDearestPicosPerToken : kDearestPicosPerToken * kSmallestUnit;
    for (const NamedPrice &named : kNamedPrices) {
        const std::optional<Money> &price = prices.*named.price;
        if (!price)
            continue;
        if (*price < Money())
            return badPrice(QCoreApplication::translate("Prices", "the %1 price of %2 is below zero.")
                                .arg(named.name, entry.model));
        if (price->picos() > dearest)
            return badPrice(
                QCoreApplication::translate("Prices",
                                            "the %1 price of %2 is beyond any model's; prices are per "
                                            "million tokens, or per token where the format says so.")
                    .arg(named.name, entry.model));
    }
    return {};
}

bool isUnset(const TokenPrices &prices)
{
    return prices == TokenPrices();
}

/// Two tiers of one limit would leave it to chance which of them counts. `>` 499 is the limit `>=` 500 too.
Result<void> refuseRepeatedLimits(const PriceEntry &entry)
{
    QSet<qint64> limits;
    QSet<qint64> firstTokens;
    for (const PriceTier &tier : entry.tiers) {
        const qint64 first = tier.aboveInputTokens + (tier.inclusive ? 0 : 1);
        if (limits.contains(tier.aboveInputTokens) || firstTokens.contains(first))
            return badPrice(QCoreApplication::translate("Prices",
                                                        "the long-context limit of %1 input tokens is given "
                                                        "twice for %2; give it once, with all its prices.")
                                .arg(tier.aboveInputTokens)
                                .arg(entry.model));
        limits += tier.aboveInputTokens;
        firstTokens += first;
    }
    return {};
}

Result<void> validateTiers(const PriceEntry &entry)
{
    for (const PriceTier &tier : entry.tiers) {
        if (tier.aboveInputTokens <= 0 || isUnset(tier.prices))
            return badPrice(QCoreApplication::translate("Prices",
                                                        "a long-context tier of %1 wants a number of "
                                                        "tokens and a price.")
                                .arg(entry.model));
        if (const Result<void> valid = validateTokenPrices(entry, tier.prices); !valid)
            return valid;
    }
    return refuseRepeatedLimits(entry);
}

Result<void> validateWindow(const PriceEntry &entry, const PeakWindow &window)
{
    const auto isDay = [](int day) { return day >= Qt::Monday && day <= Qt::Sunday; };
    if (!window.weekdays.isEmpty() && std::all_of(window.weekdays.begin(), window.weekdays.end(), isDay)
        && window.start.isValid() && window.end.isValid()
        && (window.start < window.end || window.end == kMidnight))
        return {};
    return badPrice(QCoreApplication::translate("Prices",
                                                "the hours of %1 want weekdays from 1 to 7 and a start "
                                                "before their end.")
                        .arg(entry.model));
}

/// Whether `a` is the better of two that hold and match equally; of dated models the newest.
bool goesBefore(const PriceEntry &a, const PriceEntry &b)
{
    if (a.model != b.model)
        return a.model > b.model;
    if (a.windows.isEmpty() != b.windows.isEmpty())
        return b.windows.isEmpty();
    const qint64 sinceEver = std::numeric_limits<qint64>::min();
    const qint64 fromA = a.validFromMs.value_or(sinceEver);
    const qint64 fromB = b.validFromMs.value_or(sinceEver);
    return fromA != fromB ? fromA > fromB : a.sourceDate > b.sourceDate;
}

PriceList listFromEntry(const PriceEntry &entry)
{
    PriceList list;
    list.base = entry.prices;
    list.tiers = entry.tiers;
    list.perRequest = entry.perRequest;
    list.perToolCall = entry.perToolCall;
    list.currency = entry.currency;
    list.id = entry.id;
    list.version = entry.sourceDate.toString(Qt::ISODate);
    list.sourceText = entry.source;
    return list;
}

} // namespace

QString priceMatchName(PriceMatch match)
{
    for (const auto &[value, name] : kPriceMatches) {
        if (value == match)
            return name;
    }
    return {};
}

std::optional<PriceMatch> priceMatchFromName(QStringView name)
{
    for (const auto &[value, known] : kPriceMatches) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

bool isWithin(const PeakWindow &window, const QDateTime &atUtc)
{
    return window.weekdays.contains(atUtc.date().dayOfWeek()) && atUtc.time() >= window.start
        && (atUtc.time() < window.end || window.end == kMidnight);
}

bool holdsAt(const PriceEntry &entry, qint64 atUtcMs)
{
    if (entry.validFromMs && atUtcMs < *entry.validFromMs)
        return false;
    if (entry.validToMs && atUtcMs >= *entry.validToMs)
        return false;
    if (entry.windows.isEmpty())
        return true;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atUtcMs, Qt::UTC);
    return std::any_of(entry.windows.cbegin(), entry.windows.cend(),
                       [&at](const PeakWindow &window) { return isWithin(window, at); });
}

int matchRank(const PriceEntry &entry, const QString &comparableId)
{
    const QString own = comparableModelId(entry.model);
    if (own.isEmpty())
        return 0;
    if (own == comparableId)
        return kExactRank;
    if (entry.match == PriceMatch::Prefix && comparableId.startsWith(own))
        return static_cast<int>(std::min<qsizetype>(own.size(), kDatedRank - 1));
    const QString stem = withoutDate(own);
    if (entry.match == PriceMatch::Dated && stem == withoutDate(comparableId))
        return own == stem ? kDatedRank + 1 : kDatedRank;
    return 0;
}

std::optional<PriceList> priceListAt(const QList<PriceEntry> &entries, QStringView model, qint64 atUtcMs)
{
    const QString id = comparableModelId(model);
    QHash<QString, std::pair<int, const PriceEntry *>> best;
    for (const PriceEntry &entry : entries) {
        const int rank = matchRank(entry, id);
        if (rank == 0 || !holdsAt(entry, atUtcMs))
            continue;
        auto &[bestRank, found] = best[entry.serviceTier];
        if (!found || rank > bestRank || (rank == bestRank && goesBefore(entry, *found))) {
            bestRank = rank;
            found = &entry;
        }
    }
    const auto standard = best.constFind(QString());
    if (standard == best.constEnd())
        return std::nullopt;
    PriceList list = listFromEntry(*standard->second);
    for (auto service = best.cbegin(); service != best.cend(); ++service) {
        const PriceEntry &entry = *service->second;
        if (!service.key().isEmpty() && entry.currency == list.currency)
            list.services += ServicePrices{service.key(), entry.prices, entry.tiers};
    }
    std::sort(list.services.begin(), list.services.end(),
              [](const ServicePrices &a, const ServicePrices &b) { return a.service < b.service; });
    return list;
}

Result<void> validatePrice(const PriceEntry &entry)
{
    if (entry.model.trimmed().isEmpty())
        return badPrice(QCoreApplication::translate("Prices", "a price needs a model."));
    if (!isCurrencyCode(entry.currency))
        return badPrice(QCoreApplication::translate("Prices",
                                                    "the currency of %1 wants three capital letters "
                                                    "such as EUR, not \"%2\".")
                            .arg(entry.model, entry.currency));
    if (isUnset(entry.prices) && entry.tiers.isEmpty() && !entry.perRequest && !entry.perToolCall)
        return badPrice(QCoreApplication::translate("Prices", "%1 has no price.").arg(entry.model));
    for (const std::optional<Money> &fee : {entry.perRequest, entry.perToolCall}) {
        if (fee && *fee < Money())
            return badPrice(
                QCoreApplication::translate("Prices", "a fee of %1 is below zero.").arg(entry.model));
    }
    if (const Result<void> valid = validateTokenPrices(entry, entry.prices); !valid)
        return valid;
    if (const Result<void> valid = validateTiers(entry); !valid)
        return valid;
    if (entry.validFromMs && entry.validToMs && *entry.validToMs <= *entry.validFromMs)
        return badPrice(
            QCoreApplication::translate("Prices", "the price of %1 ends before it begins.").arg(entry.model));
    for (const PeakWindow &window : entry.windows) {
        if (const Result<void> valid = validateWindow(entry, window); !valid)
            return valid;
    }
    return {};
}

} // namespace core
