#include "app/commandline/pricevalues.h"

#include "app/commandline/options.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace core;

namespace app {

namespace {

struct PriceOption
{
    QLatin1StringView name;
    std::optional<Money> TokenPrices::*price;
};

constexpr std::array<PriceOption, 8> kPriceOptions{{
    {QLatin1StringView("input"), &TokenPrices::input},
    {QLatin1StringView("output"), &TokenPrices::output},
    {QLatin1StringView("cache-read"), &TokenPrices::cacheRead},
    {QLatin1StringView("cache-write"), &TokenPrices::cacheWrite},
    {QLatin1StringView("cache-write-1h"), &TokenPrices::cacheWrite1h},
    {QLatin1StringView("reasoning"), &TokenPrices::reasoning},
    {QLatin1StringView("audio-input"), &TokenPrices::audioInput},
    {QLatin1StringView("audio-output"), &TokenPrices::audioOutput},
}};

constexpr std::int64_t kTokensOfAPrice = 1'000'000;

const QString kPerRequest = QStringLiteral("per-request");
const QString kPerToolCall = QStringLiteral("per-tool-call");

/// Why the amount cannot be kept as it is written.
Error inexactAmount(const QString &option, const QString &text, bool isZero, bool ofTokens)
{
    if (isZero)
        return usageError(
            QCoreApplication::translate(
                "CommandLine", "--%1 %2 is too small to be counted; a million tokens cost at least 0.000001.")
                .arg(option, text));
    const QString sentence = ofTokens
        ? QCoreApplication::translate(
            "CommandLine",
            "--%1 %2 is finer than can be counted; a price for a million tokens has "
            "at most six decimals.")
        : QCoreApplication::translate(
            "CommandLine", "--%1 %2 is finer than can be counted; a fee has at most twelve decimals.");
    return usageError(sentence.arg(option, text));
}

/// An amount for so many as the one for one. What would be rounded is refused.
Result<Money> amountFrom(const QString &option, const QString &text, std::int64_t ofTokens = 1)
{
    const std::optional<Money> amount = Money::fromDecimal(text);
    if (Money::isTooLarge(text))
        return usageError(QCoreApplication::translate("CommandLine", "--%1 %2 is too large to be counted.")
                              .arg(option, text));
    if (!amount || *amount < Money())
        return usageError(
            QCoreApplication::translate("CommandLine", "--%1 wants an amount such as 2.5, not \"%2\".")
                .arg(option, text));
    const Money one = amount->scaled(1, ofTokens);
    if (Money::isFinerThanUnit(text) || one * ofTokens != *amount)
        return inexactAmount(option, text, one.isZero(), ofTokens > 1);
    return one;
}

Result<void> readAmounts(const Options &options, PriceEntry *price)
{
    for (const PriceOption &option : kPriceOptions) {
        const QString name = option.name;
        if (!options.has(name))
            continue;
        const Result<Money> amount = amountFrom(name, options.value(name), kTokensOfAPrice);
        if (!amount)
            return amount.error();
        price->prices.*option.price = *amount;
    }
    for (const auto &[name, fee] : {std::pair(kPerRequest, &PriceEntry::perRequest),
                                    std::pair(kPerToolCall, &PriceEntry::perToolCall)}) {
        if (!options.has(name))
            continue;
        const Result<Money> amount = amountFrom(name, options.value(name));
        if (!amount)
            return amount.error();
        price->*fee = *amount;
    }
    return {};
}

/// `200000:input=4,output=18`
Result<PriceTier> tierFrom(const QString &option, const QString &text, bool inclusive)
{
    const Error wrong =
        usageError(QCoreApplication::translate(
                       "CommandLine", "--%1 wants tokens and prices such as 200000:input=4,output=18.")
                       .arg(option));
    bool ok = false;
    PriceTier tier{text.section(u':', 0, 0).toLongLong(&ok), inclusive};
    if (!ok)
        return wrong;
    const QStringList parts = text.section(u':', 1).split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString name = part.section(u'=', 0, 0).trimmed();
        const auto known = std::find_if(kPriceOptions.begin(), kPriceOptions.end(),
                                        [&name](const PriceOption &each) { return each.name == name; });
        const Result<Money> amount = amountFrom(option, part.section(u'=', 1).trimmed(), kTokensOfAPrice);
        if (known == kPriceOptions.end() || !amount)
            return known == kPriceOptions.end() ? wrong : amount.error();
        if (tier.prices.*known->price)
            return usageError(QCoreApplication::translate("CommandLine", "--%1 %2 gives %3 twice.")
                                  .arg(option, text, name));
        tier.prices.*known->price = *amount;
    }
    return tier;
}

Result<void> readTiers(const Options &options, PriceEntry *price)
{
    for (const auto &[option, inclusive] :
         {std::pair(QStringLiteral("above"), false), std::pair(QStringLiteral("from-tokens"), true)}) {
        const QStringList texts = options.values(option);
        for (const QString &text : texts) {
            const Result<PriceTier> tier = tierFrom(option, text, inclusive);
            if (!tier)
                return tier.error();
            price->tiers += *tier;
        }
    }
    std::sort(price->tiers.begin(), price->tiers.end(),
              [](const PriceTier &a, const PriceTier &b) { return a.aboveInputTokens < b.aboveInputTokens; });
    return {};
}

Result<std::optional<qint64>> dayFrom(const Options &options, const QString &option)
{
    if (!options.has(option))
        return std::optional<qint64>();
    const QString text = options.value(option);
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid() && text.size() == 10)
        return std::optional(day.startOfDay(Qt::UTC).toMSecsSinceEpoch());
    return usageError(
        QCoreApplication::translate("CommandLine", "--%1 wants a day such as 2026-11-01, not \"%2\".")
            .arg(option, text));
}

/// `1-5@01:00-04:00` or `6,7@00:00-00:00`; 1 is Monday, the hours are UTC.
Result<PeakWindow> hoursFrom(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^([1-7])(?:-([1-7])|((?:,[1-7])*))@(\\d{2}:\\d{2})-(\\d{2}:\\d{2})$"));
    const QRegularExpressionMatch match = form.match(text);
    PeakWindow window;
    window.start = QTime::fromString(match.captured(4), QStringLiteral("HH:mm"));
    window.end = QTime::fromString(match.captured(5), QStringLiteral("HH:mm"));
    if (!match.hasMatch() || !window.start.isValid() || !window.end.isValid())
        return usageError(QCoreApplication::translate(
            "CommandLine", "--hours wants days and hours in UTC such as 1-5@01:00-04:00; 1 is Monday."));
    const int first = match.captured(1).toInt();
    const int last = match.captured(2).isEmpty() ? first : match.captured(2).toInt();
    for (int day = first; day <= last; ++day)
        window.weekdays += day;
    const QStringList more = match.captured(3).split(u',', Qt::SkipEmptyParts);
    for (const QString &day : more)
        window.weekdays += day.toInt();
    return window;
}

Result<void> readTimes(const Options &options, PriceEntry *price)
{
    const Result<std::optional<qint64>> from = dayFrom(options, QStringLiteral("from"));
    if (!from)
        return from.error();
    const Result<std::optional<qint64>> to = dayFrom(options, QStringLiteral("to"));
    if (!to)
        return to.error();
    price->validFromMs = *from;
    price->validToMs = *to;
    const QStringList hours = options.values(QStringLiteral("hours"));
    for (const QString &text : hours) {
        const Result<PeakWindow> window = hoursFrom(text);
        if (!window)
            return window.error();
        price->windows += *window;
    }
    return {};
}

} // namespace

QStringList priceOptionNames()
{
    QStringList names{kPerRequest, kPerToolCall};
    for (const PriceOption &option : kPriceOptions)
        names += option.name;
    return names;
}

Result<void> readPriceValues(const Options &options, PriceEntry *price)
{
    if (const Result<void> read = readAmounts(options, price); !read)
        return read;
    if (const Result<void> read = readTiers(options, price); !read)
        return read;
    if (const Result<void> read = readTimes(options, price); !read)
        return read;
    if (options.has(QStringLiteral("currency")))
        price->currency = options.value(QStringLiteral("currency"));
    price->serviceTier = options.value(QStringLiteral("service-tier"));
    if (!options.has(QStringLiteral("match")))
        return {};
    const std::optional<PriceMatch> match = priceMatchFromName(options.value(QStringLiteral("match")));
    if (!match)
        return usageError(
            QCoreApplication::translate("CommandLine", "--match wants one of: exact, dated, prefix."));
    price->match = *match;
    return {};
}

} // namespace app
