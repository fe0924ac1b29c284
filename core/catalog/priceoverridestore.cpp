#include "core/catalog/priceoverridestore.h"

#include "core/base/continuation.h"
#include "core/catalog/catalogkey.h"
#include "core/catalog/pricejson.h"
#include "core/storage/database.h"
#include "core/storage/statement.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace core {

namespace {

constexpr QLatin1StringView kColumns{
    "id, account_id, model, match, currency, service_tier, valid_from, valid_to, windows, prices, set_at"};

QString ownPriceId(qint64 row)
{
    return QStringLiteral("own:%1").arg(row);
}

PriceOverride readOverride(const Statement &row)
{
    PriceOverride override;
    override.id = ownPriceId(row.integer(0));
    override.accountId = row.optionalInteger(1);
    override.model = row.text(2);
    override.match = priceMatchFromName(row.text(3)).value_or(PriceMatch::Exact);
    override.currency = row.text(4);
    override.serviceTier = row.text(5);
    override.validFromMs = row.optionalInteger(6);
    override.validToMs = row.optionalInteger(7);
    override.windows = windowsFromJson(QJsonDocument::fromJson(row.utf8(8)).array());
    readEntryPrices(row.utf8(9), override);
    override.setAtMs = row.integer(10);
    override.sourceDate = QDateTime::fromMSecsSinceEpoch(override.setAtMs, Qt::UTC).date();
    return override;
}

QByteArray windowsText(const PriceOverride &override)
{
    return QJsonDocument(windowsToJson(override.windows)).toJson(QJsonDocument::Compact);
}

auto sameTarget(std::optional<qint64> accountId, const QString &model)
{
    return [accountId, model](const PriceOverride &override) {
        return override.accountId == accountId && override.model == model;
    };
}

Result<void> endSame(Connection &connection, const PriceOverride &override)
{
    return Statement(connection, QStringLiteral(R"(
            UPDATE price_overrides SET replaced_at = :now
            WHERE account_id IS :account AND model = :model AND match = :match AND service_tier = :service
                AND ifnull(valid_from, 0) = :from AND windows = :windows AND replaced_at IS NULL)"))
        .bind(":now", override.setAtMs)
        .bind(":account", override.accountId)
        .bind(":model", override.model)
        .bind(":match", priceMatchName(override.match))
        .bind(":service", override.serviceTier)
        .bind(":from", override.validFromMs.value_or(0))
        .bindUtf8(":windows", windowsText(override))
        .run();
}

Result<qint64> insertOverride(Connection &connection, const PriceOverride &override)
{
    if (const Result<void> ended = endSame(connection, override); !ended)
        return ended.error();
    return Statement(connection, QStringLiteral(R"(
            INSERT INTO price_overrides (account_id, model, match, currency, service_tier, valid_from, valid_to,
                windows, prices, set_at)
            VALUES (:account, :model, :match, :currency, :service, :from, :to, :windows, :prices, :now))"))
        .bind(":account", override.accountId)
        .bind(":model", override.model)
        .bind(":match", priceMatchName(override.match))
        .bind(":currency", override.currency)
        .bind(":service", override.serviceTier)
        .bind(":from", override.validFromMs)
        .bind(":to", override.validToMs)
        .bindUtf8(":windows", windowsText(override))
        .bindUtf8(":prices", entryPricesText(override))
        .bind(":now", override.setAtMs)
        .insert();
}

Result<void> endAll(Connection &connection, std::optional<qint64> accountId, const QString &model,
                    qint64 nowMs)
{
    return Statement(connection,
                     QStringLiteral("UPDATE price_overrides SET replaced_at = :now WHERE account_id IS "
                                    ":account AND model = :model AND replaced_at IS NULL"))
        .bind(":now", nowMs)
        .bind(":account", accountId)
        .bind(":model", model)
        .run();
}

} // namespace

bool takesPlaceOf(const PriceOverride &override, const PriceOverride &other)
{
    return other.accountId == override.accountId && other.model == override.model
        && other.match == override.match && other.serviceTier == override.serviceTier
        && other.validFromMs.value_or(0) == override.validFromMs.value_or(0)
        && other.windows == override.windows;
}

std::optional<PriceList> ownPriceAt(const QList<PriceOverride> &overrides, qint64 accountId,
                                    QStringView model, qint64 atUtcMs)
{
    QList<PriceEntry> ofAccount;
    QList<PriceEntry> ofAll;
    const QString id = comparableModelId(model);
    for (const PriceOverride &override : overrides) {
        const bool exact = override.match != PriceMatch::Exact || override.model == model;
        if (!exact || matchRank(override, id) == 0)
            continue;
        if (override.accountId == accountId)
            ofAccount += override;
        else if (!override.accountId)
            ofAll += override;
    }
    std::optional<PriceList> list = priceListAt(ofAccount, model, atUtcMs);
    if (!list)
        list = priceListAt(ofAll, model, atUtcMs);
    if (!list)
        return std::nullopt;
    list->source = PriceSource::Override;
    list->sourceText = QCoreApplication::translate("Prices", "Your own price");
    return list;
}

PriceOverrideStore::PriceOverrideStore(Database &database, const Clock &clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock)
{
}

Result<void> PriceOverrideStore::load()
{
    QList<PriceOverride> overrides;
    const Result<void> read = m_database.readNow([&overrides](Connection &connection) {
        Statement statement(connection,
                            QStringLiteral("SELECT %1 FROM price_overrides WHERE replaced_at IS NULL "
                                           "ORDER BY model, account_id, id")
                                .arg(kColumns));
        return statement.each([&overrides](const Statement &row) { overrides += readOverride(row); });
    });
    if (!read)
        return read;
    m_overrides = overrides;
    emit changed();
    return {};
}

std::optional<PriceOverride> PriceOverrideStore::find(qint64 accountId, QStringView model) const
{
    const std::optional<PriceList> price = ownPriceAt(m_overrides, accountId, model, m_clock.utcMs());
    if (!price)
        return std::nullopt;
    const auto found =
        std::find_if(m_overrides.cbegin(), m_overrides.cend(),
                     [&price](const PriceOverride &override) { return override.id == price->id; });
    return found == m_overrides.cend() ? std::nullopt : std::optional(*found);
}

QFuture<Result<void>> PriceOverrideStore::set(PriceOverride override)
{
    if (const Result<void> valid = validatePrice(override); !valid)
        return QtFuture::makeReadyFuture(valid);
    override.setAtMs = m_clock.utcMs();
    override.sourceDate = QDateTime::fromMSecsSinceEpoch(override.setAtMs, Qt::UTC).date();
    return continued(
        m_database.write([override](Connection &connection) { return insertOverride(connection, override); }),
        this, [this, override](const Result<qint64> &row) -> Result<void> {
            if (!row)
                return row.error();
            PriceOverride stored = override;
            stored.id = ownPriceId(*row);
            m_overrides.removeIf(
                [&stored](const PriceOverride &other) { return takesPlaceOf(stored, other); });
            m_overrides += stored;
            emit changed();
            return {};
        });
}

QFuture<Result<void>> PriceOverrideStore::remove(std::optional<qint64> accountId, const QString &model)
{
    return continued(m_database.write([accountId, model, now = m_clock.utcMs()](Connection &connection) {
        return endAll(connection, accountId, model, now);
    }),
                     this, [this, accountId, model](const Result<void> &written) {
                         if (written && m_overrides.removeIf(sameTarget(accountId, model)) > 0)
                             emit changed();
                         return written;
                     });
}

} // namespace core
