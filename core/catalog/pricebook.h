#pragma once

#include "core/accounts/account.h"
#include "core/accounts/presets.h"
#include "core/catalog/modelcatalog.h"
#include "core/catalog/priceoverridestore.h"

namespace core {

/// Says what a model costs on an account. Holds references; owned by the application, main thread.
class PriceBook
{
public:
    PriceBook(const ModelCatalog &catalog, const Presets &presets, const PriceOverrideStore &overrides);

    /// The price at a time (milliseconds UTC), from the first of: the user's override; nothing at all for a
    /// local server (a known price of zero); the account's own listing; the seller's list price; the vendor's
    /// list price times the account's multiplier. The vendor's price counts for a custom account only once
    /// the user accepted it. Nothing when no price is known. (A cost that the provider reports goes before
    /// all of these but the override; see computeCost().)
    std::optional<PriceList> priceOf(const Account &account, const QString &model,
                                     const std::optional<ModelInfo> &listed, qint64 atUtcMs) const;

    /// The vendor's list price that a custom account's user may accept; nothing when there is none or the
    /// account needs no consent.
    std::optional<PriceList> offeredListPrice(const Account &account, const QString &model,
                                              qint64 atUtcMs) const;

private:
    std::optional<PriceList> listPrice(const Account &account, const QString &model, qint64 atUtcMs) const;
    bool isCustom(const Account &account) const;

    const ModelCatalog &m_catalog;
    const Presets &m_presets;
    const PriceOverrideStore &m_overrides;
};

} // namespace core
