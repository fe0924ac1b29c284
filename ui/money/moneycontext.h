#pragma once

#include "core/net/endpoint.h"

#include <QList>
#include <QString>

namespace core {
class AccountStore;
class BudgetGuard;
class BudgetStore;
class Clock;
class ExchangeRateStore;
class ImportedPriceStore;
class LedgerReader;
class ModelCatalog;
class ModelListStore;
class PriceBook;
class PriceOverrideStore;
class ProviderClient;
class Repricing;
class Settings;
} // namespace core

namespace ui {

class Theme;

/// Where a price list can be fetched from, without a key.
struct PriceFeed
{
    /// For people: `OpenRouter`.
    QString name;
    core::Endpoint endpoint = {};
    /// Below the endpoint's base URL.
    QString path = {};

    QString address() const { return endpoint.baseUrl.toString() + path; }
};

/// The feeds there are: OpenRouter's model list and the data of genai-prices.
/// https://openrouter.ai/docs/api-reference/list-available-models, https://github.com/pydantic/genai-prices
QList<PriceFeed> publicPriceFeeds();

/// What the windows for budgets and prices are built from. Application owns all of it and outlives them.
struct MoneyContext
{
    core::BudgetStore &budgetStore;
    core::BudgetGuard &budgets;
    core::Repricing &repricing;
    const core::PriceBook &prices;
    core::PriceOverrideStore &overrides;
    core::ImportedPriceStore &imported;
    core::ExchangeRateStore &rates;
    const core::ModelCatalog &catalog;
    const core::AccountStore &accounts;
    const core::ModelListStore &models;
    const core::LedgerReader &reader;
    core::ProviderClient &client;
    core::Settings &settings;
    const core::Clock &clock;
    const Theme &theme;
    QList<PriceFeed> feeds = publicPriceFeeds();
};

} // namespace ui
