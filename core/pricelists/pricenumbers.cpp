#include "core/pricelists/pricenumbers.h"

namespace core {

namespace {

constexpr std::int64_t kOneMillion = 1'000'000;

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
    return amount;
}

std::optional<Money> millionth(std::optional<Money> amount)
{
    return amount ? std::optional(amount->scaled(1, kOneMillion)) : std::nullopt;
}

} // namespace core
