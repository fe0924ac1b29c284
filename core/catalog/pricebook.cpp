#include "core/catalog/pricebook.h"

#include "core/catalog/catalogkey.h"

#include <QCoreApplication>

namespace core {

namespace {

constexpr qint64 kMillionths = 1'000'000;

TokenPrices scaled(TokenPrices prices, qint64 millionths)
{
    for (std::optional<Money> *price : {&prices.input, &prices.output, &prices.cacheRead, &prices.cacheWrite,
                                        &prices.cacheWrite1h, &prices.reasoning}) {
        if (*price)
            *price = (*price)->scaled(millionths, kMillionths);
    }
    return prices;
}

PriceList scaled(PriceList list, qint64 millionths)
{
    list.base = scaled(list.base, millionths);
    for (PriceTier &tier : list.tiers)
        tier.prices = scaled(tier.prices, millionths);
    return list;
}

PriceList fromOverride(const PriceOverride &override)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(override.setAtMs, Qt::UTC).date();
    return PriceList{override.prices,
                     override.tiers,
                     override.perRequest,
                     PriceSource::Override,
                     QCoreApplication::translate("Prices", "Your own price"),
                     day.toString(Qt::ISODate)};
}

PriceList freeOfCharge(const QString &version)
{
    const Money nothing;
    return PriceList{TokenPrices{nothing, nothing, nothing, nothing, nothing, nothing},
                     {},
                     {},
                     PriceSource::VendorList,
                     QCoreApplication::translate("Prices", "Free of charge on your own machine"),
                     version};
}

/// ` × 0.8`, or nothing for the list price itself.
QString factorText(qint64 millionths)
{
    if (millionths == kMillionths)
        return {};
    return QStringLiteral(" × ")
        + Money::fromPicos(millionths * (Money::kPicosPerUsd / kMillionths)).toDecimal();
}

} // namespace

PriceBook::PriceBook(const ModelCatalog &catalog, const Presets &presets, const PriceOverrideStore &overrides)
    : m_catalog(catalog), m_presets(presets), m_overrides(overrides)
{
}

std::optional<PriceList> PriceBook::priceOf(const Account &account, const QString &model,
                                            const std::optional<ModelInfo> &listed, qint64 atUtcMs) const
{
    if (const std::optional<PriceOverride> own = m_overrides.find(account.id, model))
        return fromOverride(*own);
    const Preset *const preset = m_presets.find(account.presetId);
    if (preset && isFreeOfCharge(*preset, account.baseUrl))
        return freeOfCharge(m_catalog.version());
    if (listed && listed->prices && listed->prices->source == PriceSource::AccountListing) {
        PriceList list = *listed->prices;
        if (list.sourceText.isEmpty())
            list.sourceText = QCoreApplication::translate("Prices", "Model list of %1").arg(account.name);
        if (list.version.isEmpty())
            list.version = QDateTime::fromMSecsSinceEpoch(atUtcMs, Qt::UTC).date().toString(Qt::ISODate);
        return list;
    }
    if (isCustom(account) && !account.acceptsListPrices)
        return std::nullopt;
    return listPrice(account, model, atUtcMs);
}

std::optional<PriceList> PriceBook::offeredListPrice(const Account &account, const QString &model,
                                                     qint64 atUtcMs) const
{
    return isCustom(account) ? listPrice(account, model, atUtcMs) : std::nullopt;
}

bool PriceBook::isCustom(const Account &account) const
{
    const Preset *const preset = m_presets.find(account.presetId);
    return !preset || preset->kind == PresetKind::Custom;
}

std::optional<PriceList> PriceBook::listPrice(const Account &account, const QString &model,
                                              qint64 atUtcMs) const
{
    const Preset *const preset = m_presets.find(account.presetId);
    const bool resold =
        !preset || preset->kind == PresetKind::Aggregator || preset->kind == PresetKind::Custom;
    if (account.simulated || (resold && withoutVariant(model) != model))
        return std::nullopt; // `:free` and the like have a price of their own
    const CatalogEntry *const entry = m_catalog.find(resold ? QString() : preset->id, model);
    if (!entry)
        return std::nullopt;
    std::optional<PriceList> list = m_catalog.priceAt(*entry, atUtcMs);
    if (!list)
        return std::nullopt;
    const QString seller =
        resold ? m_catalog.vendorName(entry->info.vendor) : m_catalog.sellerName(entry->seller);
    list = scaled(*list, account.priceMultiplierMillionths);
    list->sourceText = resold ? QCoreApplication::translate("Prices", "%1 list price via %2")
                                    .arg(seller, isCustom(account) ? account.name : preset->displayName)
                              : QCoreApplication::translate("Prices", "%1 list price").arg(seller);
    list->sourceText += factorText(account.priceMultiplierMillionths);
    return list;
}

} // namespace core
