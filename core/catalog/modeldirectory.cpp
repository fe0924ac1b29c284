#include "core/catalog/modeldirectory.h"

#include "core/catalog/modellisting.h"

namespace core {

namespace {

int rank(ModelStatus status)
{
    switch (status) {
    case ModelStatus::Active:
    case ModelStatus::Unknown:
        return 0;
    case ModelStatus::Deprecated:
        return 1;
    case ModelStatus::Delisted:
        return 2;
    case ModelStatus::Retired:
        break;
    }
    return 3;
}

template <typename T>
void fill(std::optional<T> &value, const std::optional<T> &known)
{
    if (!value)
        value = known;
}

void fillFrom(ModelInfo &info, const ModelInfo &known, bool listed)
{
    if (info.displayName.isEmpty())
        info.displayName = known.displayName;
    if (info.successor.isEmpty())
        info.successor = known.successor;
    fill(info.contextWindow, known.contextWindow);
    fill(info.maxOutputTokens, known.maxOutputTokens);
    fill(info.takesImages, known.takesImages);
    fill(info.callsTools, known.callsTools);
    fill(info.reasons, known.reasons);
    if (info.status == ModelStatus::Unknown) {
        // An account that lists a model offers it, whatever other lists dropped.
        const bool offered = listed && known.status == ModelStatus::Delisted;
        info.status = offered ? ModelStatus::Active : known.status;
    }
}

} // namespace

ModelDirectory::ModelDirectory(const ModelListStore &lists, const ModelCatalog &catalog,
                               const Presets &presets, const PriceBook &prices, const Clock &clock)
    : m_lists(lists), m_catalog(catalog), m_presets(presets), m_prices(prices), m_clock(clock)
{
}

QList<ModelInfo> ModelDirectory::modelsOf(const Account &account) const
{
    const QList<AccountModel> known = m_lists.models(account.id);
    const qint64 now = m_clock.utcMs();
    QList<ModelInfo> models;
    if (!m_lists.listedAtMs(account.id)) {
        const Preset *const preset = m_presets.find(account.presetId);
        const bool sellsAll = preset && preset->kind == PresetKind::Aggregator && preset->plainModelIds;
        const QList<const CatalogEntry *> entries =
            m_catalog.entriesOf(sellsAll ? QString() : account.presetId);
        for (const CatalogEntry *entry : entries)
            models += complete(account, AccountModel{entry->info.id}, now);
        std::stable_sort(models.begin(), models.end(), [](const ModelInfo &a, const ModelInfo &b) {
            return rank(a.status) < rank(b.status);
        });
    }
    for (const AccountModel &model : known) {
        const auto isSame = [&model](const ModelInfo &info) { return info.id == model.id; };
        if (!model.typed || std::none_of(models.cbegin(), models.cend(), isSame))
            models += complete(account, model, now);
    }
    return models;
}

std::optional<ModelInfo> ModelDirectory::info(const Account &account, const QString &model) const
{
    const QList<AccountModel> known = m_lists.models(account.id);
    for (const AccountModel &entry : known) {
        if (entry.id == model)
            return complete(account, entry, m_clock.utcMs());
    }
    if (!entryOf(account, model))
        return std::nullopt;
    return complete(account, AccountModel{model}, m_clock.utcMs());
}

ModelInfo ModelDirectory::describe(const Account &account, const QString &model) const
{
    if (std::optional<ModelInfo> known = info(account, model))
        return *std::move(known);
    return complete(account, AccountModel{model}, m_clock.utcMs());
}

ModelInfo ModelDirectory::complete(const Account &account, const AccountModel &model, qint64 atUtcMs) const
{
    ModelInfo info = modelInfoFromListing(model);
    const ModelInfo listed = info;
    if (const CatalogEntry *const entry = entryOf(account, model.id)) {
        fillFrom(info, entry->info, !model.typed && model.seenAtMs > 0);
        info.vendor = entry->info.vendor;
    } else if (!account.simulated) {
        info.vendor = m_catalog.vendorOf(model.id);
    }
    info.prices = m_prices.priceOf(account, model.id, listed, atUtcMs);
    return info;
}

const CatalogEntry *ModelDirectory::entryOf(const Account &account, const QString &model) const
{
    if (account.simulated)
        return nullptr;
    if (const CatalogEntry *const sold = m_catalog.find(account.presetId, model))
        return sold;
    return m_catalog.find({}, model);
}

} // namespace core
