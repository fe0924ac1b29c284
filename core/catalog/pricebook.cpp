#include "core/catalog/pricebook.h"

namespace core {

PriceBook::PriceBook(const ModelCatalog &catalog, const Presets &presets, const PriceOverrideStore &overrides,
                     const ImportedPriceStore *imported, const ExchangeRateStore *rates)
    : m_catalog(catalog), m_presets(presets), m_overrides(overrides), m_imported(imported), m_rates(rates)
{
}

PriceSources PriceBook::sources() const
{
    PriceSources sources{&m_catalog, &m_presets, m_overrides.all()};
    if (m_imported)
        sources.imported = m_imported->table();
    if (m_rates)
        sources.rates = m_rates->all();
    return sources;
}

std::optional<PriceList> PriceBook::priceOf(const Account &account, const QString &model,
                                            const std::optional<ModelInfo> &listed, qint64 atUtcMs) const
{
    return resolvePrice(sources(), account, model, listed, atUtcMs);
}

std::optional<PriceList> PriceBook::offeredListPrice(const Account &account, const QString &model,
                                                     qint64 atUtcMs) const
{
    const PriceSources now = sources();
    return isCustomAccount(now, account) ? resolveListPrice(now, account, model, atUtcMs) : std::nullopt;
}

PriceSnapshot PriceBook::snapshot(const QList<Account> &accounts, const ModelListStore &lists) const
{
    PriceSnapshot snapshot(sources(), accounts);
    for (const Account &account : accounts)
        snapshot.addListing(account.id, lists.models(account.id));
    return snapshot;
}

} // namespace core
