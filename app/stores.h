#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <memory>

namespace core {
class AccountStore;
class BudgetStore;
class Database;
class DialectNotes;
class ExchangeRateStore;
class ImportedPriceStore;
class LineUpStore;
class MatrixStore;
class ModelCatalog;
class ModelListStore;
class Presets;
class PriceOverrideStore;
class PromptSetStore;
class RuleSetStore;
class Settings;
class TemplateStore;
class UnsentAttachments;
class VoteStore;
} // namespace core

namespace app {

/// The ledger's file with a store for each subject that it keeps, and what is shipped with the program. Main
/// thread.
class Stores
{
public:
    Stores(std::unique_ptr<core::Database> database, core::ModelCatalog catalog);

    const core::Clock &clock() const { return m_clock; }
    core::Presets &presets() { return *m_presets; }
    core::ModelCatalog &catalog() { return *m_catalog; }
    core::Database &database() { return *m_database; }
    core::Settings &settings() { return *m_settings; }
    core::LineUpStore &lineUps() { return *m_lineUps; }
    core::TemplateStore &templates() { return *m_templates; }
    core::UnsentAttachments &unsentAttachments() { return *m_unsentAttachments; }
    core::AccountStore &accounts() { return *m_accounts; }
    core::ModelListStore &modelLists() { return *m_modelLists; }
    core::PriceOverrideStore &priceOverrides() { return *m_priceOverrides; }
    core::ImportedPriceStore &importedPrices() { return *m_importedPrices; }
    core::ExchangeRateStore &exchangeRates() { return *m_exchangeRates; }
    core::DialectNotes &notes() { return *m_notes; }
    core::BudgetStore &budgetStore() { return *m_budgetStore; }
    core::PromptSetStore &promptSets() { return *m_promptSets; }
    core::MatrixStore &matrices() { return *m_matrices; }
    core::VoteStore &votes() { return *m_votes; }
    core::RuleSetStore &ruleSets() { return *m_ruleSets; }

protected:
    ~Stores();

    /// Reads what the stores keep in memory. Blocks; for start-up.
    core::Result<void> loadStores();

    core::SystemClock m_clock;
    /// Questions that the database still answers when it is closed may price by them.
    std::unique_ptr<core::Presets> m_presets;
    std::unique_ptr<core::ModelCatalog> m_catalog;
    std::unique_ptr<core::Database> m_database;
    std::unique_ptr<core::Settings> m_settings;
    std::unique_ptr<core::LineUpStore> m_lineUps;
    std::unique_ptr<core::TemplateStore> m_templates;
    std::unique_ptr<core::UnsentAttachments> m_unsentAttachments;
    std::unique_ptr<core::AccountStore> m_accounts;
    std::unique_ptr<core::ModelListStore> m_modelLists;
    std::unique_ptr<core::PriceOverrideStore> m_priceOverrides;
    std::unique_ptr<core::ImportedPriceStore> m_importedPrices;
    std::unique_ptr<core::ExchangeRateStore> m_exchangeRates;
    std::unique_ptr<core::DialectNotes> m_notes;
    std::unique_ptr<core::BudgetStore> m_budgetStore;
    std::unique_ptr<core::PromptSetStore> m_promptSets;
    std::unique_ptr<core::MatrixStore> m_matrices;
    std::unique_ptr<core::VoteStore> m_votes;
    std::unique_ptr<core::RuleSetStore> m_ruleSets;
};

} // namespace app
