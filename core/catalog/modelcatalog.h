#pragma once

#include "core/base/result.h"
#include "core/catalog/modelinfo.h"

#include <QDate>
#include <QHash>
#include <QTime>

namespace core
{

/// Hours of the day, UTC, on some days of the week (1 Monday .. 7 Sunday). `end` is not part of it.
struct PeakWindow
{
    QList<int> weekdays = {};
    QTime start = {};
    QTime end = {};

    bool operator==(const PeakWindow &) const = default;
};

/// A price that holds from a day on (UTC; an unset date: always), or within peak windows.
struct ScheduledPrice
{
    QDate startDate = {};
    QList<PeakWindow> windows = {};
    TokenPrices prices = {};

    bool operator==(const ScheduledPrice &) const = default;
};

/// A model as one seller publishes it.
struct CatalogEntry
{
    /// Who sells it at this price; the id of a preset.
    QString seller;
    /// Capabilities, status, successor, vendor; its `prices` stay unset, see priceAt().
    ModelInfo info;
    QStringList aliases = {};
    QDate releaseDate = {};
    /// When a retired or deprecated model goes or went, where known.
    QDate endDate = {};
    TokenPrices prices = {};
    QList<PriceTier> tiers = {};
    QList<ScheduledPrice> schedule = {};
};

/// Published models and list prices, read from a resource with its source and date. Built once; read from any
/// thread.
class ModelCatalog
{
public:
    /// The catalogue compiled in; a Protocol error for a broken resource.
    static Result<ModelCatalog> load();
    static Result<ModelCatalog> fromJson(const QByteArray &json);

    /// The entry of `modelId` as `seller` sells it; with an empty seller, as its vendor does. Tried in this
    /// order: the id itself or an alias, without `models/`, without a known vendor prefix (`openai/gpt-4o`),
    /// without a variant (`:free`, `@20240620`), then with the dated suffix taken off or the newest one
    /// added. Among several the longest id wins. Null when nothing fits.
    const CatalogEntry *find(QStringView seller, QStringView modelId) const;

    QList<const CatalogEntry *> entriesOf(QStringView seller) const;

    /// The entry's list price at a time (milliseconds UTC); nothing when it has none. Where a dated price
    /// differs from today's, what is only published for today's (tiers, cache writes) is left unset.
    std::optional<PriceList> priceAt(const CatalogEntry &entry, qint64 atUtcMs) const;

    /// For people: `OpenAI`, `Qwen`; the id itself when unknown.
    QString vendorName(QStringView vendor) const;
    QString sellerName(QStringView seller) const;
    /// Who made a model of this id: from the catalogue, else from its vendor prefix; empty when unknown.
    QString vendorOf(QStringView modelId) const;

    /// The day most prices were taken.
    QDate date() const { return m_date; }
    /// The date as `price_version` has it.
    QString version() const { return m_date.toString(Qt::ISODate); }
    /// Where the data comes from, one source an entry, for people.
    QStringList sources() const { return m_sources; }
    qsizetype size() const { return m_entries.size(); }

private:
    const CatalogEntry *findExact(QStringView seller, const QString &id) const;
    const CatalogEntry *findDated(QStringView seller, const QString &id) const;
    const CatalogEntry *findAs(QStringView seller, const QString &id) const;
    void index();

    QList<CatalogEntry> m_entries;
    /// `seller` and lower-case id or alias to the entry.
    QHash<std::pair<QString, QString>, qsizetype> m_byId;
    QHash<QString, QString> m_vendorNames;
    QHash<QString, QString> m_sellerNames;
    QHash<QString, QString> m_vendorPrefixes;
    QStringList m_vendorSellers;
    QStringList m_sources;
    QDate m_date;
};

/// Whether `answered` is `requested` or one of its dated forms: `gpt-4o` and `gpt-4o-2024-08-06`.
bool isSameModel(QStringView requested, QStringView answered);

} // namespace core
