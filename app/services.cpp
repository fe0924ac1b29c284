#include "app/services.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/dialectnotes.h"
#include "core/accounts/environmentsecretstore.h"
#include "core/accounts/keychainsecretstore.h"
#include "core/accounts/modelliststore.h"
#include "core/accounts/presets.h"
#include "core/accounts/secrets.h"
#include "core/accounts/sessionsecretstore.h"
#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/catalog/modelcatalog.h"
#include "core/catalog/modeldirectory.h"
#include "core/catalog/modellisting.h"
#include "core/catalog/pricebook.h"
#include "core/chat/contextlengthphrases.h"
#include "core/compare/interruptedcosts.h"
#include "core/compare/knowntargets.h"
#include "core/compare/recordings.h"
#include "core/endpoints/connectiontest.h"
#include "core/endpoints/endpointresolver.h"
#include "core/evaluate/matrix.h"
#include "core/judging/taskratings.h"
#include "core/judging/votestore.h"
#include "core/ledger/budgetguard.h"
#include "core/ledger/ledgerkeeper.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/ledger/repricing.h"
#include "core/ledger/tokenratios.h"
#include "core/net/laneslots.h"
#include "core/net/providerclient.h"
#include "core/reconcile/balancecheck.h"
#include "core/reconcile/usageimport.h"
#include "core/routing/rulesetstore.h"
#include "core/routing/targethealth.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "core/simulator/simulator.h"
#include "core/spending/listweights.h"
#include "core/spending/spendingreader.h"
#include "core/storage/database.h"
#include "core/storage/datapaths.h"
#include "core/usage/usagereader.h"

#include <QPromise>

using namespace core;

namespace app {

namespace {

QFuture<Result<void>> ready(const Result<void> &result)
{
    QPromise<Result<void>> promise;
    promise.start();
    promise.addResult(result);
    promise.finish();
    return promise.future();
}

/// For tests that start the program: Simulator::setSpeed() by SWITCHYARD_SIMULATOR_PACE.
void takeSimulatorPace(Simulator &simulator)
{
    bool isNumber = false;
    const double pace = qEnvironmentVariable("SWITCHYARD_SIMULATOR_PACE").toDouble(&isNumber);
    if (isNumber && pace >= 0.0)
        simulator.setSpeed(pace);
}

} // namespace

Services::Services(std::unique_ptr<Database> database, ModelCatalog catalog)
    : Stores(std::move(database), std::move(catalog))
    , m_keychain(std::make_unique<KeychainSecretStore>(*m_database))
    , m_environmentKeys(std::make_unique<EnvironmentSecretStore>())
    , m_sessionKeys(std::make_unique<SessionSecretStore>())
    , m_secrets(std::make_unique<Secrets>(*m_keychain, *m_environmentKeys, *m_sessionKeys))
    , m_resolver(std::make_unique<EndpointResolver>(*m_secrets))
    , m_laneSlots(std::make_unique<LaneSlots>())
    , m_ledgerWriter(std::make_unique<LedgerWriter>(*m_database, m_clock))
    , m_ledgerReader(std::make_unique<LedgerReader>(*m_database))
    , m_usageReader(std::make_unique<UsageReader>(*m_database))
    , m_repricing(std::make_unique<Repricing>(*m_database, m_clock))
    , m_spending(std::make_unique<SpendingReader>(
          *m_database, m_clock,
          [this] {
              const QList<Account> accounts = m_accounts->accounts();
              return weightsOf(m_prices->snapshot(accounts, *m_modelLists), accounts, m_clock.utcMs());
          }))
    , m_tokenRatios(std::make_unique<TokenRatios>(*m_database))
    , m_ledgerKeeper(std::make_unique<LedgerKeeper>(*m_database))
    , m_budgets(std::make_unique<BudgetGuard>(*m_database, m_clock, *m_budgetStore, *m_ledgerWriter))
    , m_recordings(std::make_unique<Recordings>(*m_database))
    , m_simulator(std::make_unique<Simulator>())
    , m_client(std::make_unique<ProviderClient>(m_clock))
    , m_connectionTest(std::make_unique<ConnectionTest>(*m_resolver, *m_client))
    , m_balanceCheck(std::make_unique<BalanceCheck>(*m_resolver, *m_client))
    , m_health(std::make_unique<TargetHealth>(m_clock))
{
}

Services::~Services() = default;

Result<std::unique_ptr<Services>> Services::open(const QString &dataDir)
{
    Result<std::unique_ptr<Database>> database = Database::open(DataPaths::under(dataDir).ledgerFile);
    if (!database)
        return database.error();
    Result<ModelCatalog> catalog = ModelCatalog::load();
    if (!catalog)
        return catalog.error();
    std::unique_ptr<Services> services(new Services(std::move(database).value(), std::move(catalog).value()));
    if (const Result<void> loaded = services->load(); !loaded)
        return loaded.error();
    return services;
}

Result<void> Services::load()
{
    takeSimulatorPace(*m_simulator);
    m_usageImport = std::make_unique<UsageImport>(*m_database, m_clock, *m_catalog);
    m_prices = std::make_unique<PriceBook>(*m_catalog, *m_presets, *m_priceOverrides, m_importedPrices.get(),
                                           m_exchangeRates.get());
    m_directory = std::make_unique<ModelDirectory>(*m_modelLists, *m_catalog, *m_presets, *m_prices, m_clock);
    m_knownTargets = std::make_unique<KnownTargets>(
        *m_database, *m_ledgerWriter,
        KnownTargets::Sources{*m_accounts, *m_directory, *m_health, m_clock, m_budgets.get()});
    m_knownTargets->setRatingReader(ratingsByTask);
    connect(m_votes.get(), &VoteStore::changed, m_knownTargets.get(), &KnownTargets::refreshSoon);
    if (Result<void> loaded = loadStores(); !loaded)
        return loaded;
    // Whatever an account was left alone for may have been put right.
    connect(m_accounts.get(), &AccountStore::changed, this, [this] {
        for (const Account &account : m_accounts->accounts())
            m_health->forgive(account.name);
    });
    const auto keepTexts = [this] {
        const bool keep = m_settings->get(settings::kKeepTexts);
        m_ledgerWriter->setKeepTexts(keep);
        m_recordings->setKeptInLedger(keep && m_settings->get(settings::kKeepRawStreams));
    };
    connect(m_settings.get(), &Settings::changed, this, keepTexts);
    keepTexts();
    const auto takePhrases = [this] {
        setUserContextLengthPhrases(m_settings->get(settings::kContextLengthPhrases));
    };
    connect(m_settings.get(), &Settings::changed, this, takePhrases);
    takePhrases();
    const auto countSimulated = [this] {
        m_budgets->setIncludeSimulated(m_settings->get(settings::kIncludeSimulated));
    };
    connect(m_settings.get(), &Settings::changed, this, countSimulated);
    countSimulated();
    connect(m_repricing.get(), &Repricing::costsChanged, m_budgets.get(), &BudgetGuard::refresh);
    estimateInterrupted();
    followReportingZone();
    return m_budgets->load();
}

QTimeZone Services::reportingZone() const
{
    const QString name = m_settings->get(settings::kReportingZone);
    const QTimeZone zone = name.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(name.toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

/// Attempts of processes that died are taken over when the ledger is opened, and by whoever else needs to
/// know that they are dead.
void Services::estimateInterrupted()
{
    m_interruptedCosts =
        std::make_unique<InterruptedCosts>(*m_database, *m_accounts, *m_modelLists, *m_prices);
    InterruptedCosts *const costs = m_interruptedCosts.get();
    m_budgets->setTakeOver([costs] { return costs->takeOver(); });
    connect(m_matrices.get(), &MatrixStore::changed, costs, &InterruptedCosts::estimate);
    connect(m_promptSets.get(), &PromptSetStore::changed, costs, &InterruptedCosts::estimate);
    // The simulator's prices are there with its list.
    connect(m_modelLists.get(), &ModelListStore::changed, costs, &InterruptedCosts::estimate);
    connect(costs, &InterruptedCosts::estimated, m_budgets.get(), &BudgetGuard::refresh);
    connect(costs, &InterruptedCosts::estimated, m_ledgerWriter.get(), &LedgerWriter::runsChanged);
    costs->estimate();
}

void Services::followReportingZone()
{
    const auto take = [this] {
        continued(m_ledgerKeeper->setReportingZone(reportingZone()), this, [](const Result<void> &done) {
            if (!done)
                qCWarning(logLedger) << "the days of usage were not made anew:" << done.error().message;
        });
    };
    connect(m_settings.get(), &Settings::changed, this, [take](const QString &key) {
        if (key == settings::kReportingZone.key)
            take();
    });
    take();
}

QFuture<Result<void>> Services::switchDemoOn()
{
    if (isDemoOn())
        return ready({});
    const Result<QUrl> url = m_simulator->start();
    if (!url)
        return ready(url.error());
    Account demo;
    demo.id = kDemoAccountId;
    demo.name = kDemoAccountName;
    demo.presetId = QStringLiteral("demo");
    demo.baseUrl = *url;
    demo.simulated = true;
    m_accounts->setDemoAccount(demo);
    return continued(m_connectionTest->run(demo), this,
                     [this](const ConnectionReport &report) -> QFuture<Result<void>> {
                         if (!report.ok())
                             return ready(*report.error);
                         const Result<QList<AccountModel>> listing = readModelListing(report.listing);
                         return listing ? m_modelLists->replaceListed(kDemoAccountId, *listing)
                                        : ready(listing.error());
                     })
        .unwrap();
}

void Services::switchDemoOff()
{
    m_accounts->setDemoAccount(std::nullopt);
    m_simulator->stop();
}

void Services::countSimulated()
{
    m_settings->setForProcess(settings::kIncludeSimulated, true);
    m_budgets->setIncludeSimulated(true);
}

bool Services::isDemoOn() const
{
    return m_accounts->find(kDemoAccountId).has_value();
}

CompareServices Services::compareServices()
{
    return {*m_accounts,        *m_presets,       *m_directory,         *m_prices,       *m_notes,
            *m_resolver,        *m_client,        *m_laneSlots,         *m_ledgerWriter, m_clock,
            m_recordings.get(), m_ruleSets.get(), m_knownTargets.get(), m_health.get(),  m_tokenRatios.get(),
            m_budgets.get()};
}

const TargetBook &Services::targetBook() const
{
    return *m_knownTargets;
}

EvaluateServices Services::evaluateServices()
{
    return {compareServices(), *m_promptSets, *m_matrices};
}

QString Services::ledgerFile() const
{
    return m_database->filePath();
}

} // namespace app
