#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <optional>

namespace core {

/// Translates the sentences of this module's functions.
struct PriceListWords
{
    Q_DECLARE_TR_FUNCTIONS(PriceListWords)
};

/// An InvalidRequest: `place: what`.
Error badPriceList(const QString &place, const QString &what);

/// The amount under `member`, as a number or as decimal text; unset when it is missing or null. Anything else
/// is refused, with `place` in the sentence, and so is what would become 0 without being it.
Result<std::optional<Money>> amountOf(const QJsonObject &json, QStringView member, const QString &place);

/// The same for an amount for a million, as the one for one.
Result<std::optional<Money>> millionthOf(const QJsonObject &json, QStringView member, const QString &place);

} // namespace core
