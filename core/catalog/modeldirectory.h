#pragma once

#include "core/accounts/account.h"
#include "core/accounts/modelliststore.h"
#include "core/base/clock.h"
#include "core/catalog/modelcatalog.h"
#include "core/catalog/pricebook.h"

namespace core {

/// What is known about the models of an account: its own listing, completed from the catalogue and the price
/// book. Holds references; owned by the application, main thread.
class ModelDirectory
{
public:
    ModelDirectory(const ModelListStore &lists, const ModelCatalog &catalog, const Presets &presets,
                   const PriceBook &prices, const Clock &clock);

    /// All models of the account in the provider's order, typed ids last. Where it has no listing yet, the
    /// catalogue of its seller, usable models first, then the typed ids.
    QList<ModelInfo> modelsOf(const Account &account) const;

    /// One model; also for an id that is in no list, as far as the catalogue knows it. Nothing for an id that
    /// nobody knows.
    std::optional<ModelInfo> info(const Account &account, const QString &model) const;

    /// info(), or just the id for an unknown model: for showing and pricing whatever was typed.
    ModelInfo describe(const Account &account, const QString &model) const;

private:
    ModelInfo complete(const Account &account, const AccountModel &model, qint64 atUtcMs) const;
    const CatalogEntry *entryOf(const Account &account, const QString &model) const;

    const ModelListStore &m_lists;
    const ModelCatalog &m_catalog;
    const Presets &m_presets;
    const PriceBook &m_prices;
    const Clock &m_clock;
};

} // namespace core
