#include "core/pricelists/pricenumbers.h"

namespace core {

namespace {

constexpr std::int64_t kOneMillion = 1'000'000;

Error tooSmall(const QString &place, QStringView member)
{
    return badPriceList(
        place,
        PriceListWords::tr("\"%1\" is too small to be counted; a million tokens cost at least 0.000001.")
            .arg(member));
}

} // namespace

Error badPriceList(const QString &place, const QString &what)
{
    return Error{ErrorKind::InvalidRequest,
                 place.isEmpty() ? what : QString(place + QStringLiteral(": ") + what)};
}

Result<std::optional<Money>> amountOf(const QJsonObject &json, QStringView member, const QString &place)
{
    const QJsonValue value = json.value(member);
    if (value.isUndefined() || value.isNull())
        return std::optional<Money>();
    const std::optional<Money> amount = value.isString() ? Money::fromDecimal(value.toString())
        : value.isDouble()                               ? Money::fromDouble(value.toDouble())
                                                         : std::nullopt;
    if (!amount)
        return badPriceList(place, PriceListWords::tr("\"%1\" is no number.").arg(member));
    if (*amount < Money())
        return badPriceList(place, PriceListWords::tr("\"%1\" is below zero.").arg(member));
    const double number = value.isString() ? value.toString().toDouble() : value.toDouble();
    if (amount->isZero() && number > 0.0)
        return tooSmall(place, member);
    return amount;
}

Result<std::optional<Money>> millionthOf(const QJsonObject &json, QStringView member, const QString &place)
{
    const Result<std::optional<Money>> amount = amountOf(json, member, place);
    if (!amount || !*amount)
        return amount;
    const Money one = (*amount)->scaled(1, kOneMillion);
    if (one.isZero() && !(*amount)->isZero())
        return tooSmall(place, member);
    return std::optional(one);
}

} // namespace core
