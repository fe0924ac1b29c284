#pragma once

#include "core/catalog/priceentry.h"

#include <QHash>

namespace core {

/// Many price entries, found by seller and model. Built once; read from any thread.
class PriceTable
{
public:
    PriceTable() = default;
    explicit PriceTable(QList<PriceEntry> entries);

    const QList<PriceEntry> &entries() const { return m_entries; }

    /// What `seller` takes for a model in a currency at a time (milliseconds UTC); see priceListAt().
    std::optional<PriceList> find(const QString &seller, QStringView model, const QString &currency,
                                  qint64 atUtcMs) const;
    /// Every entry of the seller for the model, whatever its time; with an empty seller those of all.
    QList<PriceEntry> entriesFor(const QString &seller, QStringView model) const;

private:
    using Key = std::pair<QString, QString>;

    QList<PriceEntry> m_entries;
    /// Seller and comparable id, the one without its date, to the entries; prefixes by seller only.
    QMultiHash<Key, qsizetype> m_byId;
    QMultiHash<Key, qsizetype> m_byStem;
    QMultiHash<QString, qsizetype> m_prefixes;
};

} // namespace core
