#pragma once

#include "tests/support/await.h"
#include "tests/support/temporaryledger.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/dialectnotes.h"
#include "core/accounts/environmentsecretstore.h"
#include "core/accounts/modelliststore.h"
#include "core/accounts/presets.h"
#include "core/accounts/secrets.h"
#include "core/accounts/sessionsecretstore.h"
#include "core/catalog/modelcatalog.h"
#include "core/catalog/modeldirectory.h"
#include "core/catalog/pricebook.h"
#include "core/catalog/priceoverridestore.h"
#include "core/compare/comparison.h"
#include "core/compare/knowntargets.h"
#include "core/compare/recordings.h"
#include "core/endpoints/endpointresolver.h"
#include "core/ledger/budgetguard.h"
#include "core/ledger/budgetstore.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/ledger/tokenratios.h"
#include "core/net/laneslots.h"
#include "core/net/providerclient.h"
#include "core/routing/rulesetstore.h"
#include "core/routing/targethealth.h"

#include <QProcessEnvironment>

namespace test {

/// Everything a run is made with, real but for the keychain: a ledger in a folder of its own, real sockets.
/// The environment holds TEST_KEY only.
class Workbench
{
public:
    Workbench()
    {
        // A ledger that does not open fails the first check of the test.
        if (!ledger.isOpen())
            qFatal("%s", qPrintable(ledger.problem()));
    }

    /// An account whose key is in TEST_KEY, or that has none.
    core::Account addAccount(const QString &name, const QUrl &baseUrl, bool withKey = true)
    {
        core::Account account;
        account.name = name;
        account.baseUrl = baseUrl;
        account.keyStore = withKey ? core::KeyStore::Environment : core::KeyStore::None;
        account.keyVariable = withKey ? QStringLiteral("TEST_KEY") : QString();
        return addAccount(account);
    }

    core::Account addAccount(const core::Account &account)
    {
        const core::Result<core::Account> added = await(accounts.add(account));
        if (!added)
            qFatal("%s", qPrintable(added.error().message));
        return *added;
    }

    /// Makes the rules the active version of their set; gives its number.
    int activate(const core::RuleSet &rules)
    {
        const core::Result<int> version = await(ruleSets.activate(rules.name, rules, {}, false));
        if (!version)
            qFatal("%s", qPrintable(version.error().message));
        return *version;
    }

    core::CompareServices services()
    {
        return {accounts, presets, directory,   prices,    notes,         resolver, client,       laneSlots,
                writer,   clock,   &recordings, &ruleSets, &knownTargets, &health,  &tokenRatios, &budgets};
    }

    static QString key() { return QStringLiteral("sk-key-of-the-tests-0001"); }

    core::SystemClock clock;
    /// What the ledger is still asked when it is closed may price by them.
    core::Presets presets = core::Presets::load();
    core::ModelCatalog catalog = core::ModelCatalog::load().value();
    TemporaryLedger ledger;
    core::AccountStore accounts{ledger.database()};
    core::ModelListStore lists{ledger.database(), clock};
    core::PriceOverrideStore overrides{ledger.database(), clock};
    core::DialectNotes notes{ledger.database(), clock};
    core::ImportedPriceStore importedPrices{ledger.database(), clock};
    core::ExchangeRateStore rates{ledger.database(), clock};
    core::PriceBook prices{catalog, presets, overrides, &importedPrices, &rates};
    core::ModelDirectory directory{lists, catalog, presets, prices, clock};
    core::SessionSecretStore keychain;
    core::SessionSecretStore session;
    core::EnvironmentSecretStore environment{environmentWithKey()};
    core::Secrets secrets{keychain, environment, session};
    core::EndpointResolver resolver{secrets};
    core::LaneSlots laneSlots;
    core::LedgerWriter writer{ledger.database(), clock};
    core::LedgerReader reader{ledger.database()};
    core::TokenRatios tokenRatios{ledger.database()};
    core::Recordings recordings{ledger.database()};
    core::ProviderClient client{clock};
    core::RuleSetStore ruleSets{ledger.database(), clock};
    core::TargetHealth health{clock};
    core::BudgetStore budgetStore{ledger.database()};
    core::BudgetGuard budgets{ledger.database(), clock, budgetStore, writer};
    core::KnownTargets knownTargets{
        ledger.database(), writer, {accounts, directory, health, clock, &budgets}};

private:
    static QProcessEnvironment environmentWithKey()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("TEST_KEY"), key());
        return environment;
    }
};

} // namespace test
