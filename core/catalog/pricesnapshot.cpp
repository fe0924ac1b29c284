#include "core/catalog/pricesnapshot.h"

#include "core/catalog/catalogkey.h"
#include "core/catalog/modellisting.h"

#include <QCoreApplication>

namespace core {

namespace {

constexpr qint64 kMillionths = 1'000'000;

void scaleBy(TokenPrices &prices, qint64 millionths)
{
    for (std::optional<Money> *price :
         {&prices.input, &prices.output, &prices.cacheRead, &prices.cacheWrite, &prices.cacheWrite1h,
          &prices.reasoning, &prices.audioInput, &prices.audioOutput}) {
        if (*price)
            *price = (*price)->scaled(millionths, kMillionths);
    }
}

void scaleTiersBy(QList<PriceTier> &tiers, qint64 millionths)
{
    for (PriceTier &tier : tiers)
        scaleBy(tier.prices, millionths);
}

void scaleListBy(PriceList &list, qint64 millionths)
{
    scaleBy(list.base, millionths);
    scaleTiersBy(list.tiers, millionths);
    for (ServicePrices &service : list.services) {
        scaleBy(service.prices, millionths);
        scaleTiersBy(service.tiers, millionths);
    }
    for (std::optional<Money> *fee : {&list.perRequest, &list.perToolCall}) {
        if (*fee)
            *fee = (*fee)->scaled(millionths, kMillionths);
    }
}

PriceList freeOfCharge(const QString &version)
{
    const Money nothing;
    PriceList list;
    list.base = {nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing};
    list.sourceText = QCoreApplication::translate("Prices", "Free of charge on your own machine");
    list.version = version;
    list.perToolCall = nothing;
    list.id = QStringLiteral("local");
    return list;
}

/// ` × 0.8`, or nothing for the list price itself.
QString factorText(qint64 millionths)
{
    if (millionths == kMillionths)
        return {};
    return QStringLiteral(" × ")
        + Money::fromPicos(millionths * (Money::kPicosPerUsd / kMillionths)).toDecimal();
}

QString isoDay(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).date().toString(Qt::ISODate);
}

PriceList fromListing(PriceList list, const Account &account, const QString &model, qint64 atUtcMs)
{
    if (list.sourceText.isEmpty())
        list.sourceText = QCoreApplication::translate("Prices", "Model list of %1").arg(account.name);
    if (list.version.isEmpty())
        list.version = isoDay(atUtcMs);
    list.id = QStringLiteral("account:") + account.name + u'/' + model;
    list.currency = account.currency;
    return list;
}

/// A list price with whose it is.
struct FoundPrice
{
    PriceList list;
    QString seller;
};

/// Whose imported prices count for a model on an account, and what they call it.
std::pair<QStringList, QString> importedPlaces(const PriceSources &sources, const QString &seller,
                                               const QString &model)
{
    if (!seller.isEmpty())
        return {QStringList{seller}, model};
    const auto [vendor, plain] = sources.catalog->splitVendor(model);
    if (!vendor.isEmpty())
        return {sources.catalog->vendorSellers(vendor), plain};
    if (const CatalogEntry *const entry = sources.catalog->find({}, model))
        return {QStringList{entry->seller}, plain};
    return {sources.catalog->vendorSellers(), plain};
}

std::optional<FoundPrice> importedPrice(const PriceSources &sources, const QString &seller,
                                        const QString &model, const QString &currency, qint64 atUtcMs)
{
    if (!sources.imported)
        return std::nullopt;
    const auto [sellers, id] = importedPlaces(sources, seller, model);
    for (const QString &place : sellers) {
        if (std::optional<PriceList> list = sources.imported->find(place, id, currency, atUtcMs))
            return FoundPrice{*std::move(list), sources.catalog->sellerName(place)};
    }
    return std::nullopt;
}

std::optional<FoundPrice> bundledPrice(const PriceSources &sources, const QString &seller,
                                       const QString &model, qint64 atUtcMs)
{
    const CatalogEntry *const entry = sources.catalog->find(seller, model);
    std::optional<PriceList> list = entry ? sources.catalog->priceAt(*entry, atUtcMs) : std::nullopt;
    if (!list)
        return std::nullopt;
    return FoundPrice{*std::move(list),
                      seller.isEmpty() ? sources.catalog->vendorName(entry->info.vendor)
                                       : sources.catalog->sellerName(entry->seller)};
}

std::optional<PriceList> withRate(std::optional<PriceList> list, const PriceSources &sources)
{
    if (!list || list->currency == kUsd)
        return list;
    for (const ExchangeRate &rate : sources.rates) {
        if (rate.currency == list->currency)
            list->rate = rate;
    }
    return list;
}

} // namespace

bool isCustomAccount(const PriceSources &sources, const Account &account)
{
    const Preset *const preset = sources.presets->find(account.presetId);
    return !preset || preset->kind == PresetKind::Custom;
}

std::optional<PriceList> resolveListPrice(const PriceSources &sources, const Account &account,
                                          const QString &model, qint64 atUtcMs)
{
    const Preset *const preset = sources.presets->find(account.presetId);
    const bool custom = isCustomAccount(sources, account);
    const bool resold = custom || preset->kind == PresetKind::Aggregator;
    if (account.simulated)
        return std::nullopt;
    // What an aggregator itself was found to take goes before the vendor's price.
    std::optional<FoundPrice> found;
    if (!custom)
        found = importedPrice(sources, preset->id, model, account.currency, atUtcMs);
    const bool vendors = resold && !found;
    if (vendors && withoutVariant(model) != model)
        return std::nullopt; // `:free` and the like have a price of their own
    const QString seller = resold ? QString() : preset->id;
    if (vendors)
        found = importedPrice(sources, seller, model, account.currency, atUtcMs);
    if (account.currency == kUsd && (vendors || !resold)) {
        const std::optional<FoundPrice> bundled = bundledPrice(sources, seller, model, atUtcMs);
        // ISO dates compare as text.
        if (bundled && (!found || found->list.version < sources.catalog->version()))
            found = bundled;
    }
    if (!found)
        return std::nullopt;
    PriceList list = found->list;
    const QString read = list.sourceText;
    scaleListBy(list, account.priceMultiplierMillionths);
    list.source = PriceSource::VendorList;
    list.sourceText = vendors ? QCoreApplication::translate("Prices", "%1 list price via %2")
                                    .arg(found->seller, custom ? account.name : preset->displayName)
                              : QCoreApplication::translate("Prices", "%1 list price").arg(found->seller);
    if (!read.isEmpty())
        list.sourceText += QStringLiteral(" (") + read + u')';
    list.sourceText += factorText(account.priceMultiplierMillionths);
    return list;
}

std::optional<PriceList> resolvePrice(const PriceSources &sources, const Account &account,
                                      const QString &model, const std::optional<ModelInfo> &listed,
                                      qint64 atUtcMs)
{
    if (const std::optional<PriceList> own = ownPriceAt(sources.overrides, account.id, model, atUtcMs))
        return withRate(own, sources);
    const Preset *const preset = sources.presets->find(account.presetId);
    if (preset && isFreeOfCharge(*preset, account.baseUrl))
        return freeOfCharge(sources.catalog->version());
    if (listed && listed->prices && listed->prices->source == PriceSource::AccountListing)
        return withRate(fromListing(*listed->prices, account, model, atUtcMs), sources);
    if (isCustomAccount(sources, account) && !account.acceptsListPrices)
        return std::nullopt;
    return withRate(resolveListPrice(sources, account, model, atUtcMs), sources);
}

PriceSnapshot::PriceSnapshot(PriceSources sources, const QList<Account> &accounts)
    : m_sources(std::move(sources))
{
    for (const Account &account : accounts)
        m_accounts.insert(account.id, account);
}

PriceSnapshot PriceSnapshot::with(const PriceOverride &own) const
{
    PriceSnapshot changed = *this;
    changed.m_sources.overrides.removeIf(
        [&own](const PriceOverride &other) { return takesPlaceOf(own, other); });
    changed.m_sources.overrides += own;
    return changed;
}

void PriceSnapshot::addListing(qint64 accountId, const QList<AccountModel> &models)
{
    for (const AccountModel &model : models)
        m_listed.insert({accountId, model.id}, model);
}

std::optional<PriceList> PriceSnapshot::priceOf(qint64 accountId, const QString &model, qint64 atUtcMs) const
{
    const Account account = m_accounts.value(accountId);
    const auto listing = m_listed.constFind({accountId, model});
    if (listing == m_listed.constEnd())
        return resolvePrice(m_sources, account, model, std::nullopt, atUtcMs);
    ModelInfo info = modelInfoFromListing(*listing);
    if (info.prices && listing->seenAtMs > 0)
        info.prices->version = isoDay(listing->seenAtMs);
    return resolvePrice(m_sources, account, model, info, atUtcMs);
}

} // namespace core
