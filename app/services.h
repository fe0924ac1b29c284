#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/compare/compareservices.h"

#include <QFuture>
#include <QObject>
#include <QString>
#include <QTimeZone>

#include <memory>

namespace core {
class BalanceCheck;
class BudgetStore;
class ConnectionTest;
class Database;
class EnvironmentSecretStore;
struct EvaluateServices;
class ExchangeRateStore;
class ImportedPriceStore;
class InterruptedCosts;
class KeychainSecretStore;
class KnownTargets;
class LedgerKeeper;
class LedgerReader;
class UsageReader;
class LineUpStore;
class MatrixStore;
class ModelCatalog;
class ModelListStore;
class PriceOverrideStore;
class PromptSetStore;
class Recordings;
class Repricing;
class RuleSetStore;
class Secrets;
class SessionSecretStore;
class Settings;
class Simulator;
class SpendingReader;
class TargetBook;
class TargetHealth;
class TemplateStore;
class TokenRatios;
class UnsentAttachments;
class UsageImport;
class VoteStore;
} // namespace core

namespace app {

/// Everything of the core, built once and wired by reference; the window and the command line are two faces
/// of it. Main thread.
class Services : public QObject
{
    Q_OBJECT

public:
    /// Opens the ledger under `dataDir` (empty: the desktop's place) and loads what is stored. Blocks; for
    /// start-up. The error names the file.
    static core::Result<std::unique_ptr<Services>> open(const QString &dataDir);
    ~Services() override;

    /// Starts the simulator and shows its account `demo` with its models. Again: no effect.
    QFuture<core::Result<void>> switchDemoOn();
    void switchDemoOff();
    bool isDemoOn() const;
    core::Simulator &simulator() { return *m_simulator; }
    /// Totals and budgets count the simulator's rows for as long as this process lives.
    void countSimulated();

    /// What a run needs.
    core::CompareServices compareServices();

    QString ledgerFile() const;
    core::Database &database() { return *m_database; }

    /// Whose days the usage counts.
    QTimeZone reportingZone() const;

    const core::Clock &clock() const { return m_clock; }
    core::Settings &settings() { return *m_settings; }
    core::LineUpStore &lineUps() { return *m_lineUps; }
    core::TemplateStore &templates() { return *m_templates; }
    core::UnsentAttachments &unsentAttachments() { return *m_unsentAttachments; }
    core::AccountStore &accounts() { return *m_accounts; }
    core::Presets &presets() { return *m_presets; }
    core::ModelListStore &modelLists() { return *m_modelLists; }
    core::PriceOverrideStore &priceOverrides() { return *m_priceOverrides; }
    core::ImportedPriceStore &importedPrices() { return *m_importedPrices; }
    core::ExchangeRateStore &exchangeRates() { return *m_exchangeRates; }
    core::PriceBook &prices() { return *m_prices; }
    core::Repricing &repricing() { return *m_repricing; }
    core::SpendingReader &spending() { return *m_spending; }
    core::UsageImport &usageImport() { return *m_usageImport; }
    core::BalanceCheck &balanceCheck() { return *m_balanceCheck; }
    core::ModelCatalog &catalog() { return *m_catalog; }
    core::ModelDirectory &directory() { return *m_directory; }
    core::KeychainSecretStore &keychain() { return *m_keychain; }
    core::Secrets &secrets() { return *m_secrets; }
    core::ConnectionTest &connectionTest() { return *m_connectionTest; }
    core::LedgerWriter &ledgerWriter() { return *m_ledgerWriter; }
    core::PromptSetStore &promptSets() { return *m_promptSets; }
    core::MatrixStore &matrices() { return *m_matrices; }
    /// What a matrix needs.
    core::EvaluateServices evaluateServices();
    core::LedgerReader &ledgerReader() { return *m_ledgerReader; }
    core::UsageReader &usageReader() { return *m_usageReader; }
    core::LedgerKeeper &ledgerKeeper() { return *m_ledgerKeeper; }
    core::BudgetStore &budgetStore() { return *m_budgetStore; }
    core::BudgetGuard &budgets() { return *m_budgets; }
    core::ProviderClient &client() { return *m_client; }
    core::Recordings &recordings() { return *m_recordings; }
    core::DialectNotes &notes() { return *m_notes; }
    core::VoteStore &votes() { return *m_votes; }
    core::RuleSetStore &ruleSets() { return *m_ruleSets; }
    core::TargetHealth &health() { return *m_health; }
    core::KnownTargets &knownTargets() { return *m_knownTargets; }
    const core::TargetBook &targetBook() const;

private:
    explicit Services(std::unique_ptr<core::Database> database);
    core::Result<void> load();
    void followReportingZone();
    void estimateInterrupted();
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
    std::unique_ptr<core::PriceBook> m_prices;
    std::unique_ptr<core::ModelDirectory> m_directory;
    std::unique_ptr<core::InterruptedCosts> m_interruptedCosts;
    std::unique_ptr<core::KeychainSecretStore> m_keychain;
    std::unique_ptr<core::EnvironmentSecretStore> m_environmentKeys;
    std::unique_ptr<core::SessionSecretStore> m_sessionKeys;
    std::unique_ptr<core::Secrets> m_secrets;
    std::unique_ptr<core::EndpointResolver> m_resolver;
    std::unique_ptr<core::LaneSlots> m_laneSlots;
    std::unique_ptr<core::LedgerWriter> m_ledgerWriter;
    std::unique_ptr<core::LedgerReader> m_ledgerReader;
    std::unique_ptr<core::UsageReader> m_usageReader;
    std::unique_ptr<core::Repricing> m_repricing;
    std::unique_ptr<core::SpendingReader> m_spending;
    std::unique_ptr<core::UsageImport> m_usageImport;
    std::unique_ptr<core::TokenRatios> m_tokenRatios;
    std::unique_ptr<core::LedgerKeeper> m_ledgerKeeper;
    std::unique_ptr<core::BudgetStore> m_budgetStore;
    std::unique_ptr<core::BudgetGuard> m_budgets;
    std::unique_ptr<core::PromptSetStore> m_promptSets;
    std::unique_ptr<core::MatrixStore> m_matrices;
    std::unique_ptr<core::VoteStore> m_votes;
    std::unique_ptr<core::Recordings> m_recordings;
    std::unique_ptr<core::Simulator> m_simulator;
    std::unique_ptr<core::ProviderClient> m_client;
    std::unique_ptr<core::ConnectionTest> m_connectionTest;
    std::unique_ptr<core::BalanceCheck> m_balanceCheck;
    std::unique_ptr<core::RuleSetStore> m_ruleSets;
    std::unique_ptr<core::TargetHealth> m_health;
    std::unique_ptr<core::KnownTargets> m_knownTargets;
};

} // namespace app
