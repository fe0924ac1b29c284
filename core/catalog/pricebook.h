#pragma once

#include "core/catalog/exchangeratestore.h"
#include "core/catalog/importedpricestore.h"
#include "core/catalog/pricesnapshot.h"

namespace core {

/// Says what a model costs on an account. Holds references; owned by the application, main thread.
class PriceBook
{
public:
    /// Without `imported` there are only bundled list prices, without `rates` only US dollars.
    PriceBook(const ModelCatalog &catalog, const Presets &presets, const PriceOverrideStore &overrides,
              const ImportedPriceStore *imported = nullptr, const ExchangeRateStore *rates = nullptr);

    /// The price at a time (milliseconds UTC), from the first of: the user's override, for the account and
    /// then for all; nothing at all for a local server (a known price of zero); the account's own listing;
    /// the seller's list price; the vendor's list price times the account's multiplier. List prices count in
    /// the account's currency only, and for a custom account once the user accepted them. Nothing when no
    /// price is known. (A cost that the provider reports goes before all of these but the override; see
    /// computeCost().)
    std::optional<PriceList> priceOf(const Account &account, const QString &model,
                                     const std::optional<ModelInfo> &listed, qint64 atUtcMs) const;

    /// The vendor's list price that a custom account's user may accept; nothing when there is none or the
    /// account needs no consent.
    std::optional<PriceList> offeredListPrice(const Account &account, const QString &model,
                                              qint64 atUtcMs) const;

    /// The book as it is now, for pricing many attempts on another thread.
    PriceSnapshot snapshot(const QList<Account> &accounts, const ModelListStore &lists) const;

private:
    PriceSources sources() const;

    const ModelCatalog &m_catalog;
    const Presets &m_presets;
    const PriceOverrideStore &m_overrides;
    const ImportedPriceStore *const m_imported;
    const ExchangeRateStore *const m_rates;
};

} // namespace core
