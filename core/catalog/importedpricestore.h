#pragma once

#include "core/base/clock.h"
#include "core/catalog/pricetable.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace core {

class Database;
struct StoredPriceLists;

/// A price list that was imported or fetched, as it was last applied.
struct ImportedPriceList
{
    qint64 id = 0;
    /// Names its source and is unique: `litellm`, `genai-prices`, `openrouter`, or what an own list calls
    /// itself.
    QString name;
    /// Where it was read from: a file, or an account.
    QString origin = {};
    /// The day of the data.
    QDate sourceDate = {};
    qint64 importedAtMs = 0;
    /// Models with a price in it.
    int models = 0;

    bool operator==(const ImportedPriceList &) const = default;
};

/// What applying a price list changes: entries that begin and entries that end. Made by planPriceImport().
struct PriceListUpdate
{
    ImportedPriceList list;
    QList<PriceEntry> added = {};
    /// Ids of stored entries that hold no longer from `endsAtMs` on.
    QStringList ended = {};
    qint64 endsAtMs = 0;
};

/// The imported price lists: in memory over the tables `price_lists` and `price_entries`. Nothing is ever
/// overwritten: a changed price is a further entry, so that what it priced before can be told. Owned by the
/// application; main thread.
class ImportedPriceStore : public QObject
{
    Q_OBJECT

public:
    ImportedPriceStore(Database &database, const Clock &clock, QObject *parent = nullptr);

    Result<void> load();

    const QList<ImportedPriceList> &lists() const { return m_lists; }
    std::optional<ImportedPriceList> find(QStringView name) const;
    /// Never null; stays valid, unchanged, whatever is imported later.
    std::shared_ptr<const PriceTable> table() const { return m_table; }
    /// The entries of one list.
    QList<PriceEntry> entriesOf(qint64 list) const;

    /// One transaction: writes the list's date and its changes.
    QFuture<Result<void>> apply(PriceListUpdate update);
    /// Takes a list away with all its entries. Attempts keep what they cost, and the version and source of
    /// the price.
    QFuture<Result<void>> remove(const QString &name);

signals:
    void changed();

private:
    Result<void> adopt(const Result<StoredPriceLists> &stored);

    Database &m_database;
    const Clock &m_clock;
    QList<ImportedPriceList> m_lists;
    std::shared_ptr<const PriceTable> m_table = std::make_shared<const PriceTable>();
    /// Entry id to list.
    QHash<QString, qint64> m_listOfEntry;
};

} // namespace core
