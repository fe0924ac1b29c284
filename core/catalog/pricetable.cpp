#include "core/catalog/pricetable.h"

#include "core/catalog/catalogkey.h"

namespace core {

PriceTable::PriceTable(QList<PriceEntry> entries) : m_entries(std::move(entries))
{
    for (qsizetype at = 0; at < m_entries.size(); ++at) {
        const PriceEntry &entry = m_entries[at];
        const QString id = comparableModelId(entry.model);
        m_byId.insert(Key(entry.seller, id), at);
        m_byId.insert(Key(QString(), id), at);
        if (entry.match == PriceMatch::Dated) {
            m_byStem.insert(Key(entry.seller, withoutDate(id)), at);
            m_byStem.insert(Key(QString(), withoutDate(id)), at);
        }
        if (entry.match == PriceMatch::Prefix) {
            m_prefixes.insert(entry.seller, at);
            m_prefixes.insert(QString(), at);
        }
    }
}

QList<PriceEntry> PriceTable::entriesFor(const QString &seller, QStringView model) const
{
    const QString id = comparableModelId(model);
    QList<qsizetype> places = m_byId.values(Key(seller, id)) + m_byStem.values(Key(seller, withoutDate(id)));
    const QList<qsizetype> prefixes = m_prefixes.values(seller);
    for (const qsizetype at : prefixes) {
        if (matchRank(m_entries[at], id) > 0)
            places += at;
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    QList<PriceEntry> found;
    for (const qsizetype at : std::as_const(places))
        found += m_entries[at];
    return found;
}

std::optional<PriceList> PriceTable::find(const QString &seller, QStringView model, const QString &currency,
                                          qint64 atUtcMs) const
{
    QList<PriceEntry> entries = entriesFor(seller, model);
    entries.removeIf([&currency](const PriceEntry &entry) { return entry.currency != currency; });
    return priceListAt(entries, model, atUtcMs);
}

} // namespace core
