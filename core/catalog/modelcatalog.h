#pragma once

#include "core/base/result.h"
#include "core/catalog/modelinfo.h"
#include "core/catalog/priceentry.h"

#include <QHash>

namespace core {

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
    QList<ServicePrices> services = {};
    std::optional<Money> perToolCall = {};
};

/// Published models and list prices, read from a resource with its source and date. Built once; read from any
/// thread.
class ModelCatalog
{
public:
    /// The catalogue compiled in; a Protocol error for a broken resource.
    static Result<ModelCatalog> load();
    static Result<ModelCatalog> fromJson(const QByteArray &json);

    /// The entry of `modelId` as `seller` sells it; with an empty seller, as its vendor does. `models/` and
    /// case never matter, nor a known vendor prefix (`openai/gpt-4o`) or a variant (`:free`). The longest
    /// match wins: the id itself or an alias, then the id without its date, then the newest dated form of it.
    /// Null when nothing fits.
    const CatalogEntry *find(QStringView seller, QStringView modelId) const;

    /// What the seller sells; with an empty seller, what all vendors sell themselves.
    QList<const CatalogEntry *> entriesOf(QStringView seller) const;

    /// The entry's list price at a time (milliseconds UTC); nothing when it has none. Where a dated price
    /// differs from today's, what is only published for today's (tiers, cache writes) is left unset, and so
    /// are the prices of other service tiers.
    std::optional<PriceList> priceAt(const CatalogEntry &entry, qint64 atUtcMs) const;

    /// Sellers that make what they sell, those of one vendor or all; not hosts of others' models.
    QStringList vendorSellers(QStringView vendor = {}) const;
    /// `openai/gpt-4o` as its vendor and the id without prefix and variant; an empty vendor where the prefix
    /// is none that is known.
    std::pair<QString, QString> splitVendor(QStringView modelId) const;

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
    using Key = std::pair<QString, QString>;

    const CatalogEntry *findAs(const QString &seller, const QString &comparableId) const;
    void index();
    void indexUnder(const QString &seller, qsizetype entry);

    QList<CatalogEntry> m_entries;
    /// Seller and comparable id or alias to the entry. The empty seller stands for the models' own vendors,
    /// `*` for all sellers.
    QHash<Key, qsizetype> m_byId;
    /// Seller and comparable id without its date to the newest entry.
    QHash<Key, qsizetype> m_byStem;
    QHash<QString, QString> m_vendorNames;
    QHash<QString, QString> m_sellerNames;
    /// Vendor of the models that a seller makes itself.
    QHash<QString, QString> m_sellerVendors;
    QStringList m_makers;
    QHash<QString, QString> m_vendorPrefixes;
    QStringList m_sources;
    QDate m_date;
};

} // namespace core
