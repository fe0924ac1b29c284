#include "core/catalog/priceoverridestore.h"

#include "core/base/continuation.h"
#include "core/catalog/pricejson.h"
#include "core/storage/database.h"
#include "core/storage/statement.h"

#include <QJsonDocument>

namespace core {

namespace {

QByteArray toJson(const PriceOverride &override)
{
    QJsonObject json{{QStringLiteral("base"), tokenPricesToJson(override.prices)}};
    if (!override.tiers.isEmpty())
        json.insert(QStringLiteral("tiers"), tiersToJson(override.tiers));
    if (override.perRequest)
        json.insert(QStringLiteral("perRequest"), override.perRequest->toDecimal());
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void readJson(const QByteArray &text, PriceOverride &override)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    override.prices = tokenPricesFromJson(json.value(u"base").toObject());
    override.tiers = tiersFromJson(json.value(u"tiers").toArray());
    if (json.contains(u"perRequest"))
        override.perRequest = Money::fromDecimal(json.value(u"perRequest").toString());
}

QList<std::optional<Money>> all(const TokenPrices &prices)
{
    return {prices.input,      prices.output,       prices.cacheRead,
            prices.cacheWrite, prices.cacheWrite1h, prices.reasoning};
}

Result<void> validate(const PriceOverride &override)
{
    QList<std::optional<Money>> prices = all(override.prices);
    for (const PriceTier &tier : override.tiers)
        prices += all(tier.prices);
    prices += override.perRequest;
    const auto isSet = [](const std::optional<Money> &price) { return price.has_value(); };
    const auto isNegative = [](const std::optional<Money> &price) { return price && *price < Money(); };
    if (override.model.isEmpty())
        return Error{ErrorKind::InvalidRequest, QStringLiteral("a price needs a model")};
    if (std::none_of(prices.cbegin(), prices.cend(), isSet))
        return Error{ErrorKind::InvalidRequest, QStringLiteral("an override needs at least one price")};
    if (std::any_of(prices.cbegin(), prices.cend(), isNegative))
        return Error{ErrorKind::InvalidRequest, QStringLiteral("a price cannot be negative")};
    return {};
}

auto sameTarget(std::optional<qint64> accountId, const QString &model)
{
    return [accountId, model](const PriceOverride &override) {
        return override.accountId == accountId && override.model == model;
    };
}

Result<void> removeRow(Connection &connection, std::optional<qint64> accountId, const QString &model)
{
    return Statement(
               connection,
               QStringLiteral("DELETE FROM price_overrides WHERE account_id IS :account AND model = :model"))
        .bind(":account", accountId)
        .bind(":model", model)
        .run();
}

Result<void> replaceRow(Connection &connection, const PriceOverride &override)
{
    if (const Result<void> removed = removeRow(connection, override.accountId, override.model); !removed)
        return removed;
    return Statement(connection, QStringLiteral(R"(
            INSERT INTO price_overrides (account_id, model, prices, set_at)
            VALUES (:account, :model, :prices, :set_at))"))
        .bind(":account", override.accountId)
        .bind(":model", override.model)
        .bindUtf8(":prices", toJson(override))
        .bind(":set_at", override.setAtMs)
        .run();
}

} // namespace

PriceOverrideStore::PriceOverrideStore(Database &database, const Clock &clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock)
{
}

Result<void> PriceOverrideStore::load()
{
    QList<PriceOverride> overrides;
    const Result<void> read = m_database.readNow([&overrides](Connection &connection) {
        Statement statement(connection,
                            QStringLiteral("SELECT account_id, model, prices, set_at FROM price_overrides "
                                           "ORDER BY model, account_id"));
        return statement.each([&overrides](const Statement &row) {
            PriceOverride override;
            override.accountId = row.optionalInteger(0);
            override.model = row.text(1);
            readJson(row.utf8(2), override);
            override.setAtMs = row.integer(3);
            overrides += override;
        });
    });
    if (!read)
        return read;
    m_overrides = overrides;
    emit changed();
    return {};
}

std::optional<PriceOverride> PriceOverrideStore::find(qint64 accountId, QStringView model) const
{
    const PriceOverride *found = nullptr;
    for (const PriceOverride &override : m_overrides) {
        if (override.model != model)
            continue;
        if (override.accountId == accountId)
            return override;
        if (!override.accountId)
            found = &override;
    }
    return found ? std::optional(*found) : std::nullopt;
}

QFuture<Result<void>> PriceOverrideStore::set(PriceOverride override)
{
    if (const Result<void> valid = validate(override); !valid)
        return QtFuture::makeReadyFuture(valid);
    override.setAtMs = m_clock.utcMs();
    return continued(
        m_database.write([override](Connection &connection) { return replaceRow(connection, override); }),
        this, [this, override](const Result<void> &written) {
            if (written) {
                m_overrides.removeIf(sameTarget(override.accountId, override.model));
                m_overrides += override;
                emit changed();
            }
            return written;
        });
}

QFuture<Result<void>> PriceOverrideStore::remove(std::optional<qint64> accountId, const QString &model)
{
    return continued(m_database.write([accountId, model](Connection &connection) {
        return removeRow(connection, accountId, model);
    }),
                     this, [this, accountId, model](const Result<void> &written) {
                         if (written && m_overrides.removeIf(sameTarget(accountId, model)) > 0)
                             emit changed();
                         return written;
                     });
}

} // namespace core
