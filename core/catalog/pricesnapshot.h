#pragma once

#include "core/accounts/account.h"
#include "core/accounts/modelliststore.h"
#include "core/accounts/presets.h"
#include "core/catalog/modelcatalog.h"
#include "core/catalog/priceoverridestore.h"
#include "core/catalog/pricetable.h"

#include <QHash>

#include <memory>

namespace core {

/// All that prices are made from, at one moment. Catalogue and presets must outlive it.
struct PriceSources
{
    const ModelCatalog *catalog = nullptr;
    const Presets *presets = nullptr;
    QList<PriceOverride> overrides = {};
    std::shared_ptr<const PriceTable> imported = {};
    QList<ExchangeRate> rates = {};
};

/// See PriceBook::priceOf().
std::optional<PriceList> resolvePrice(const PriceSources &sources, const Account &account,
                                      const QString &model, const std::optional<ModelInfo> &listed,
                                      qint64 atUtcMs);

/// The list price that the seller, else the model's vendor, takes: in the account's currency, times its
/// multiplier. Of the bundled and an imported price the one of the newer source counts.
std::optional<PriceList> resolveListPrice(const PriceSources &sources, const Account &account,
                                          const QString &model, qint64 atUtcMs);

/// Whether it was made from no provider's preset, so that list prices wait for the user's consent.
bool isCustomAccount(const PriceSources &sources, const Account &account);

/// The price book at one moment with the accounts and their model lists: prices many attempts, from any
/// thread.
class PriceSnapshot
{
public:
    PriceSnapshot(PriceSources sources, const QList<Account> &accounts);

    /// The same book with a price of the user's own that is not stored: what it would make of attempts.
    PriceSnapshot with(const PriceOverride &own) const;

    void addListing(qint64 accountId, const QList<AccountModel> &models);

    /// The price of a model on an account at a time. An account that is gone is one that has nothing but the
    /// overrides for all accounts.
    std::optional<PriceList> priceOf(qint64 accountId, const QString &model, qint64 atUtcMs) const;

private:
    PriceSources m_sources;
    QHash<qint64, Account> m_accounts;
    QHash<std::pair<qint64, QString>, AccountModel> m_listed;
};

} // namespace core
