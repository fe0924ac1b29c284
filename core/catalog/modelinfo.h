#pragma once

#include "core/base/money.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace core {

/// Prices of one token each, in the currency of their list. An unset class is unknown, not free.
struct TokenPrices
{
    std::optional<Money> input = {};
    std::optional<Money> output = {};
    std::optional<Money> cacheRead = {};
    std::optional<Money> cacheWrite = {};
    std::optional<Money> cacheWrite1h = {};
    /// Where reasoning tokens have a price of their own; else they cost what output does.
    std::optional<Money> reasoning = {};
    std::optional<Money> audioInput = {};
    std::optional<Money> audioOutput = {};

    bool operator==(const TokenPrices &) const = default;
};

/// Prices of the whole request once its input passes a threshold. A class that is unset costs what it does
/// below, see pricesFor(); a tier without any price is unknown.
struct PriceTier
{
    qint64 aboveInputTokens = 0;
    /// `>=` instead of `>`.
    bool inclusive = false;
    TokenPrices prices = {};

    bool operator==(const PriceTier &) const = default;
};

enum class PriceSource { Override, Reported, AccountListing, VendorList };

/// What a request costs that was served in another service tier (`flex`, `priority`, `batch`) than the
/// standard one. A class that is unset costs what it does in the standard tier.
struct ServicePrices
{
    QString service;
    TokenPrices prices = {};
    QList<PriceTier> tiers = {};

    bool operator==(const ServicePrices &) const = default;
};

/// US dollars for one unit of another currency, as the user gave it for a day.
struct ExchangeRate
{
    /// ISO 4217: `EUR`.
    QString currency;
    Money usdPerUnit = {};
    QDate date = {};

    bool operator==(const ExchangeRate &) const = default;
};

/// The currency that Money is in.
inline constexpr QLatin1StringView kUsd{"USD"};

/// A model's prices at one time, with where they come from.
struct PriceList
{
    TokenPrices base = {};
    QList<PriceTier> tiers = {};
    /// A further fee for each request.
    std::optional<Money> perRequest = {};
    PriceSource source = PriceSource::VendorList;
    /// For people: `OpenAI list price via TokenBay`.
    QString sourceText = {};
    /// Date of the data, as `price_version` in the public JSON: `2026-09-23`.
    QString version = {};
    /// Names the price for good: `bundled:openai/gpt-4o`, `list:17`, `own:3`.
    QString id = {};
    /// What its amounts are in; a price in euros is no converted one in dollars.
    QString currency = kUsd;
    /// Unset for US dollars, and where the user gave none: the cost in dollars is then unknown.
    std::optional<ExchangeRate> rate = {};
    /// For each call of a tool that the provider runs, such as a web search.
    std::optional<Money> perToolCall = {};
    QList<ServicePrices> services = {};

    bool operator==(const PriceList &) const = default;
};

enum class ModelStatus { Active, Deprecated, Delisted, Retired, Unknown };

/// What is known about one model as one account offers it.
struct ModelInfo
{
    QString id;
    QString displayName = {};
    /// Who made it, such as `openai`; empty when unknown.
    QString vendor = {};
    std::optional<qint64> contextWindow = {};
    std::optional<qint64> maxOutputTokens = {};
    std::optional<bool> takesImages = {};
    std::optional<bool> callsTools = {};
    std::optional<bool> reasons = {};
    ModelStatus status = ModelStatus::Unknown;
    /// What to use instead of a retired or deprecated model.
    QString successor = {};
    std::optional<PriceList> prices = {};

    bool operator==(const ModelInfo &) const = default;
};

enum class CostBasis { Reported, Computed, Estimated, Unknown };

QString costBasisName(CostBasis basis);
std::optional<CostBasis> costBasisFromName(QStringView name);

/// What an attempt cost, in US dollars. `amount` is unset exactly when the basis is unknown.
struct Cost
{
    std::optional<Money> amount = {};
    CostBasis basis = CostBasis::Unknown;
    QString priceVersion = {};
    QString priceSource = {};
    /// Bounds of an estimate.
    std::optional<Money> lower = {};
    std::optional<Money> upper = {};
    /// What the provider said, and what usage times price came to, whichever of them `amount` is.
    std::optional<Money> reported = {};
    std::optional<Money> computed = {};
    /// See PriceList::id.
    QString priceId = {};
    /// The currency of the price where that is not US dollars, with the amount in it; else empty.
    QString currency = {};
    std::optional<Money> ownAmount = {};

    bool operator==(const Cost &) const = default;
};

} // namespace core
