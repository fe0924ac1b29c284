#pragma once

#include "app/stores.h"

#include "core/compare/compareservices.h"

#include <QFuture>
#include <QObject>
#include <QString>
#include <QTimeZone>

#include <memory>

namespace core {
class BalanceCheck;
class ConnectionTest;
class EnvironmentSecretStore;
struct EvaluateServices;
class InterruptedCosts;
class KeychainSecretStore;
class KnownTargets;
class LedgerKeeper;
class LedgerReader;
class Recordings;
class Repricing;
class Secrets;
class SessionSecretStore;
class Simulator;
class SpendingReader;
class TargetBook;
class TargetHealth;
class TokenRatios;
class UsageImport;
class UsageReader;
} // namespace core

namespace app {

/// Everything of the core, built once over the stores and wired by reference; the window and the command line
/// are two faces of it. Main thread.
class Services : public QObject, public Stores
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

    /// Whose days the usage counts.
    QTimeZone reportingZone() const;

    core::PriceBook &prices() { return *m_prices; }
    core::Repricing &repricing() { return *m_repricing; }
    core::SpendingReader &spending() { return *m_spending; }
    core::UsageImport &usageImport() { return *m_usageImport; }
    core::BalanceCheck &balanceCheck() { return *m_balanceCheck; }
    core::ModelDirectory &directory() { return *m_directory; }
    core::KeychainSecretStore &keychain() { return *m_keychain; }
    core::Secrets &secrets() { return *m_secrets; }
    core::ConnectionTest &connectionTest() { return *m_connectionTest; }
    core::LedgerWriter &ledgerWriter() { return *m_ledgerWriter; }
    /// What a matrix needs.
    core::EvaluateServices evaluateServices();
    core::LedgerReader &ledgerReader() { return *m_ledgerReader; }
    core::UsageReader &usageReader() { return *m_usageReader; }
    core::LedgerKeeper &ledgerKeeper() { return *m_ledgerKeeper; }
    core::BudgetGuard &budgets() { return *m_budgets; }
    core::ProviderClient &client() { return *m_client; }
    core::Recordings &recordings() { return *m_recordings; }
    core::TargetHealth &health() { return *m_health; }
    core::KnownTargets &knownTargets() { return *m_knownTargets; }
    const core::TargetBook &targetBook() const;

private:
    Services(std::unique_ptr<core::Database> database, core::ModelCatalog catalog);
    core::Result<void> load();
    void followReportingZone();
    void estimateInterrupted();

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
    std::unique_ptr<core::BudgetGuard> m_budgets;
    std::unique_ptr<core::Recordings> m_recordings;
    std::unique_ptr<core::Simulator> m_simulator;
    std::unique_ptr<core::ProviderClient> m_client;
    std::unique_ptr<core::ConnectionTest> m_connectionTest;
    std::unique_ptr<core::BalanceCheck> m_balanceCheck;
    std::unique_ptr<core::TargetHealth> m_health;
    std::unique_ptr<core::KnownTargets> m_knownTargets;
};

} // namespace app
