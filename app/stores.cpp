#include "app/stores.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/dialectnotes.h"
#include "core/accounts/modelliststore.h"
#include "core/accounts/presets.h"
#include "core/catalog/exchangeratestore.h"
#include "core/catalog/importedpricestore.h"
#include "core/catalog/modelcatalog.h"
#include "core/catalog/priceoverridestore.h"
#include "core/compare/unsentattachments.h"
#include "core/evaluate/matrixstore.h"
#include "core/evaluate/promptsetstore.h"
#include "core/judging/votestore.h"
#include "core/ledger/budgetstore.h"
#include "core/prompts/templatestore.h"
#include "core/routing/rulesetstore.h"
#include "core/settings/lineupstore.h"
#include "core/settings/settings.h"
#include "core/storage/database.h"

using namespace core;

namespace app {

Stores::Stores(std::unique_ptr<Database> database, ModelCatalog catalog)
    : m_presets(std::make_unique<Presets>(Presets::load()))
    , m_catalog(std::make_unique<ModelCatalog>(std::move(catalog)))
    , m_database(std::move(database))
    , m_settings(std::make_unique<Settings>(*m_database))
    , m_lineUps(std::make_unique<LineUpStore>(*m_database))
    , m_templates(std::make_unique<TemplateStore>(*m_database))
    , m_unsentAttachments(std::make_unique<UnsentAttachments>(*m_database))
    , m_accounts(std::make_unique<AccountStore>(*m_database))
    , m_modelLists(std::make_unique<ModelListStore>(*m_database, m_clock))
    , m_priceOverrides(std::make_unique<PriceOverrideStore>(*m_database, m_clock))
    , m_importedPrices(std::make_unique<ImportedPriceStore>(*m_database, m_clock))
    , m_exchangeRates(std::make_unique<ExchangeRateStore>(*m_database, m_clock))
    , m_notes(std::make_unique<DialectNotes>(*m_database, m_clock))
    , m_budgetStore(std::make_unique<BudgetStore>(*m_database))
    , m_promptSets(std::make_unique<PromptSetStore>(*m_database, m_clock))
    , m_matrices(std::make_unique<MatrixStore>(*m_database, m_clock))
    , m_votes(std::make_unique<VoteStore>(*m_database, m_clock))
    , m_ruleSets(std::make_unique<RuleSetStore>(*m_database, m_clock))
{
}

Stores::~Stores() = default;

Result<void> Stores::loadStores()
{
    if (Result<void> loaded = m_settings->load(); !loaded)
        return loaded;
    if (Result<void> loaded = m_templates->load(); !loaded)
        return loaded;
    if (Result<void> loaded = m_lineUps->load(); !loaded)
        return loaded;
    if (Result<void> loaded = m_accounts->load(); !loaded)
        return loaded;
    if (Result<void> loaded = m_priceOverrides->load(); !loaded)
        return loaded;
    if (Result<void> loaded = m_importedPrices->load(); !loaded)
        return loaded;
    if (Result<void> loaded = m_exchangeRates->load(); !loaded)
        return loaded;
    if (Result<void> loaded = m_notes->load(); !loaded)
        return loaded;
    if (Result<void> loaded = m_budgetStore->load(); !loaded)
        return loaded;
    return m_ruleSets->load();
}

} // namespace app
