#include "core/catalog/importedpricestore.h"

#include "core/base/continuation.h"
#include "core/catalog/pricejson.h"
#include "core/storage/database.h"
#include "core/storage/statement.h"

#include <QJsonDocument>

namespace core {

/// What the tables hold.
struct StoredPriceLists
{
    QList<ImportedPriceList> lists;
    QList<PriceEntry> entries;
    QHash<QString, qint64> listOfEntry;
};

namespace {

QString listPriceId(qint64 row)
{
    return QStringLiteral("list:%1").arg(row);
}

/// The row of a `list:ID`; 0 for another id.
qint64 rowOfListPrice(const QString &id)
{
    return id.startsWith(QLatin1StringView("list:")) ? id.mid(5).toLongLong() : 0;
}

PriceEntry readEntry(const Statement &row)
{
    PriceEntry entry;
    entry.id = listPriceId(row.integer(0));
    entry.seller = row.text(2);
    entry.model = row.text(3);
    entry.match = priceMatchFromName(row.text(4)).value_or(PriceMatch::Exact);
    entry.currency = row.text(5);
    entry.serviceTier = row.text(6);
    entry.validFromMs = row.optionalInteger(7);
    entry.validToMs = row.optionalInteger(8);
    entry.windows = windowsFromJson(QJsonDocument::fromJson(row.utf8(9)).array());
    readEntryPrices(row.utf8(10), entry);
    entry.sourceDate = QDate::fromString(row.text(11), Qt::ISODate);
    entry.source = row.text(12);
    return entry;
}

Result<StoredPriceLists> readStored(Connection &connection)
{
    StoredPriceLists stored;
    const Result<void> lists =
        Statement(connection,
                  QStringLiteral("SELECT id, name, origin, source_date, imported_at, models FROM price_lists "
                                 "ORDER BY name"))
            .each([&stored](const Statement &row) {
                stored.lists += ImportedPriceList{row.integer(0), row.text(1),
                                                  row.text(2),    QDate::fromString(row.text(3), Qt::ISODate),
                                                  row.integer(4), static_cast<int>(row.integer(5))};
            });
    if (!lists)
        return lists.error();
    const Result<void> entries = Statement(connection, QStringLiteral(R"(
            SELECT e.id, e.list_id, e.seller, e.model, e.match, e.currency, e.service_tier, e.valid_from,
                e.valid_to, e.windows, e.prices, e.source_date, l.name
            FROM price_entries e JOIN price_lists l ON l.id = e.list_id ORDER BY e.id)"))
                                     .each([&stored](const Statement &row) {
                                         stored.entries += readEntry(row);
                                         stored.listOfEntry.insert(stored.entries.last().id, row.integer(1));
                                     });
    return entries ? Result<StoredPriceLists>(stored) : Result<StoredPriceLists>(entries.error());
}

Result<qint64> writeList(Connection &connection, const ImportedPriceList &list)
{
    const Result<void> written = Statement(connection, QStringLiteral(R"(
            INSERT INTO price_lists (name, origin, source_date, imported_at, models)
            VALUES (:name, :origin, :date, :now, :models)
            ON CONFLICT (name) DO UPDATE SET origin = excluded.origin, source_date = excluded.source_date,
                imported_at = excluded.imported_at, models = excluded.models)"))
                                     .bind(":name", list.name)
                                     .bind(":origin", list.origin)
                                     .bind(":date", list.sourceDate.toString(Qt::ISODate))
                                     .bind(":now", list.importedAtMs)
                                     .bind(":models", list.models)
                                     .run();
    if (!written)
        return written.error();
    qint64 id = 0;
    const Result<bool> found =
        Statement(connection, QStringLiteral("SELECT id FROM price_lists WHERE name = :name"))
            .bind(":name", list.name)
            .first([&id](const Statement &row) { id = row.integer(0); });
    return found ? Result<qint64>(id) : Result<qint64>(found.error());
}

Result<void> insertEntries(Connection &connection, qint64 list, const QList<PriceEntry> &entries)
{
    Statement statement(connection, QStringLiteral(R"(
        INSERT INTO price_entries (list_id, seller, model, match, currency, service_tier, valid_from, valid_to,
            windows, prices, source_date)
        VALUES (:list, :seller, :model, :match, :currency, :service, :from, :to, :windows, :prices, :date))"));
    for (const PriceEntry &entry : entries) {
        const Result<void> written =
            statement.bind(":list", list)
                .bind(":seller", entry.seller)
                .bind(":model", entry.model)
                .bind(":match", priceMatchName(entry.match))
                .bind(":currency", entry.currency)
                .bind(":service", entry.serviceTier)
                .bind(":from", entry.validFromMs)
                .bind(":to", entry.validToMs)
                .bindUtf8(":windows",
                          QJsonDocument(windowsToJson(entry.windows)).toJson(QJsonDocument::Compact))
                .bindUtf8(":prices", entryPricesText(entry))
                .bind(":date", entry.sourceDate.toString(Qt::ISODate))
                .run();
        if (!written)
            return written;
    }
    return {};
}

Result<StoredPriceLists> writeUpdate(Connection &connection, const PriceListUpdate &update)
{
    const Result<qint64> list = writeList(connection, update.list);
    if (!list)
        return list.error();
    Statement end(
        connection,
        QStringLiteral("UPDATE price_entries SET valid_to = :end WHERE id = :id AND list_id = :list "
                       "AND (valid_to IS NULL OR valid_to > :end)"));
    for (const QString &id : update.ended) {
        const Result<void> ended =
            end.bind(":end", update.endsAtMs).bind(":id", rowOfListPrice(id)).bind(":list", *list).run();
        if (!ended)
            return ended.error();
    }
    if (const Result<void> inserted = insertEntries(connection, *list, update.added); !inserted)
        return inserted.error();
    return readStored(connection);
}

} // namespace

ImportedPriceStore::ImportedPriceStore(Database &database, const Clock &clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock)
{
}

Result<void> ImportedPriceStore::load()
{
    return adopt(m_database.readNow([](Connection &connection) { return readStored(connection); }));
}

Result<void> ImportedPriceStore::adopt(const Result<StoredPriceLists> &stored)
{
    if (!stored)
        return stored.error();
    m_lists = stored->lists;
    m_listOfEntry = stored->listOfEntry;
    m_table = std::make_shared<const PriceTable>(stored->entries);
    emit changed();
    return {};
}

std::optional<ImportedPriceList> ImportedPriceStore::find(QStringView name) const
{
    const auto found = std::find_if(m_lists.cbegin(), m_lists.cend(),
                                    [name](const ImportedPriceList &list) { return list.name == name; });
    return found == m_lists.cend() ? std::nullopt : std::optional(*found);
}

QList<PriceEntry> ImportedPriceStore::entriesOf(qint64 list) const
{
    QList<PriceEntry> entries;
    for (const PriceEntry &entry : m_table->entries()) {
        if (m_listOfEntry.value(entry.id) == list)
            entries += entry;
    }
    return entries;
}

QFuture<Result<void>> ImportedPriceStore::apply(PriceListUpdate update)
{
    update.list.importedAtMs = m_clock.utcMs();
    return continued(
        m_database.write([update](Connection &connection) { return writeUpdate(connection, update); }), this,
        [this](const Result<StoredPriceLists> &stored) { return adopt(stored); });
}

QFuture<Result<void>> ImportedPriceStore::remove(const QString &name)
{
    return continued(m_database.write([name](Connection &connection) -> Result<StoredPriceLists> {
        const Result<void> removed =
            Statement(connection, QStringLiteral("DELETE FROM price_lists WHERE name = :name"))
                .bind(":name", name)
                .run();
        if (!removed)
            return removed.error();
        return readStored(connection);
    }),
                     this, [this](const Result<StoredPriceLists> &stored) { return adopt(stored); });
}

} // namespace core
