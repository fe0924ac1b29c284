#include "app/routeswiring.h"

#include "app/services.h"

#include "core/compare/knowntargets.h"
#include "core/ledger/budgetstore.h"
#include "core/routing/targethealth.h"
#include "ui/mainwindow.h"
#include "ui/routes/routespage.h"
#include "ui/routes/routetools.h"
#include "ui/routes/ruleeditor.h"
#include "ui/widgets/toastarea.h"

using namespace std::chrono_literals;

namespace app {

namespace {

constexpr auto kHealthAfter = 100ms;

} // namespace

const QString RoutesWiring::kPage = QStringLiteral("routes");

RoutesWiring::RoutesWiring(Services &core, ui::MainWindow &window, ui::Theme &theme,
                           ui::ModelColours &colours, ui::Actions &actions, const ui::TargetPicking &pick)
    : m_core(core)
    , m_window(window)
    , m_page(new ui::RoutesPage({core.ruleSets(), core.accounts(), core.modelLists(), core.directory(),
                                 core.targetBook(), core.health(), core.ledgerReader(), core.settings(),
                                 core.clock(), theme, colours, actions, window.toasts(), pick}))
    , m_tools(new ui::RouteTools(*m_page,
                                 {core.ledgerWriter(),
                                  core.presets(),
                                  core.catalog(),
                                  {core.compareServices(), core.database(), &core.votes()}}))
{
    wire();
}

void RoutesWiring::addPage()
{
    m_window.addPage(kPage, tr("Routes"), ui::Icon::Routes, m_page);
}

void RoutesWiring::openDraft(const core::RuleSet &rules)
{
    m_page->addSet(rules);
    m_window.showPage(kPage);
}

void RoutesWiring::wire()
{
    ui::RuleEditor *const editor = &m_page->editor();
    connect(&m_core.knownTargets(), &core::KnownTargets::changed, editor, &ui::RuleEditor::recheck);
    // An account that fails cools all of its targets down at once, each told on its own.
    m_health.setSingleShot(true);
    m_health.setInterval(kHealthAfter);
    connect(&m_health, &QTimer::timeout, editor, &ui::RuleEditor::recheck);
    const auto recheckSoon = [this] {
        if (!m_health.isActive())
            m_health.start();
    };
    connect(&m_core.health(), &core::TargetHealth::changed, &m_health, recheckSoon);
    connect(&m_core.budgetStore(), &core::BudgetStore::changed, &m_health, recheckSoon);
    connect(m_page, &ui::RoutesPage::wanted, this, [this] { m_window.showPage(kPage); });
}

} // namespace app
