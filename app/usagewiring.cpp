#include "app/usagewiring.h"

#include "app/panefollower.h"
#include "app/routeswiring.h"
#include "app/services.h"

#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/reconcile/usageimport.h"
#include "core/routing/rulesetstore.h"
#include "core/savings/routeactivations.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "core/storage/database.h"
#include "ui/money/moneydesk.h"
#include "ui/money/unpricedpane.h"
#include "ui/reconcile/reconcilepane.h"
#include "ui/savings/routesavingspane.h"
#include "ui/savings/whatifpane.h"
#include "ui/spending/anomalylist.h"
#include "ui/spending/changepane.h"
#include "ui/spending/errorspane.h"
#include "ui/spending/forecastlabel.h"
#include "ui/spending/latencypane.h"
#include "ui/usage/usagepage.h"
#include "ui/widgets/flatbutton.h"

#include <QLayout>

namespace app {

UsageWiring::UsageWiring(Services &core, ui::UsagePage &page, const ui::Theme &theme)
    : m_core(core), m_page(page), m_theme(theme)
{
}

template <typename Pane>
void UsageWiring::follow(Pane *pane)
{
    connect(&m_page, &ui::UsagePage::periodChanged, pane, &Pane::setPeriod);
}

template <typename Pane>
void UsageWiring::followWhenVisible(Pane *pane)
{
    auto *const follower = new PaneFollower(pane, [pane, page = &m_page, settings = &m_core.settings()] {
        pane->setPeriod(page->period(), page->zone(), settings->get(core::settings::kIncludeSimulated));
    });
    connect(&m_page, &ui::UsagePage::periodChanged, follower, &PaneFollower::periodChanged);
}

template <typename Pane>
Pane *UsageWiring::addReader(Pane *pane, const QString &title)
{
    using Show =
        void (ui::UsagePage::*)(const QList<core::UsageFilter> &, const core::TimeRange &, const QString &);
    followWhenVisible(pane);
    connect(pane, &Pane::openRequested, &m_page, static_cast<Show>(&ui::UsagePage::showAttempts));
    if (!title.isEmpty())
        m_page.addPane(pane, title);
    return pane;
}

void UsageWiring::addInsights(decltype(ui::SavingsContext::pickTarget) pick, RoutesWiring &routes)
{
    const core::SpendingReader &spending = m_core.spending();
    addReader(new ui::ChangePane(m_theme, spending), tr("Change"));
    const ui::SavingsContext context{
        m_core.database(),   m_core.accounts(), m_core.modelLists(), m_core.prices(), m_core.ruleSets(),
        m_core.targetBook(), m_core.clock(),    m_core.settings(),   m_theme,         std::move(pick)};
    auto *const savings = new ui::RouteSavingsPane(context);
    follow(savings);
    m_page.addPane(savings, tr("Routes"));
    addReader(new ui::ErrorsPane(m_theme, spending), tr("Errors"));
    addReader(new ui::AnomalyList(m_theme, spending, m_core.settings()), tr("Unusual"));
    m_page.setLatencyPane(addReader(new ui::LatencyPane(m_theme, spending), QString()));
    auto *const forecast = new ui::ForecastLabel(m_theme, spending);
    follow(forecast);
    m_page.forecastSlot()->layout()->addWidget(forecast);
    auto *const whatIf = new ui::WhatIfPane(context);
    follow(whatIf);
    m_page.setSidePane(whatIf);
    connect(whatIf, &ui::WhatIfPane::openInRoutesRequested, &routes, &RoutesWiring::openDraft);
    connect(whatIf, &ui::WhatIfPane::notified, &m_page, &ui::UsagePage::notified);
    followActivations();
}

void UsageWiring::addMoney(ui::MoneyDesk &desk)
{
    ui::UnpricedPane *const unpriced = desk.makeUnpricedPane();
    connect(&m_page, &ui::UsagePage::periodChanged, unpriced,
            [unpriced](const core::ReportPeriod &period, const QTimeZone &zone, bool) {
                const core::TimeRange range = core::timeRange(period, zone);
                core::RepricingScope scope;
                scope.sinceMs = range.sinceMs;
                scope.untilMs = range.untilMs;
                unpriced->openFor(scope);
            });
    m_page.setUnpricedPane(unpriced, tr("Without a price"));
    auto *const reconcile =
        new ui::ReconcilePane(m_theme,
                              {m_core.usageImport(), m_core.balanceCheck(), m_core.accounts(),
                               m_core.ledgerReader(), m_core.catalog(), m_core.clock()});
    followWhenVisible(reconcile);
    m_page.addPane(reconcile, tr("Imports"));
    connect(&m_core.usageImport(), &core::UsageImport::usageChanged, &m_page, &ui::UsagePage::enter);
    m_page.addToBar(desk.makeBudgetsButton());
}

void UsageWiring::followActivations()
{
    connect(&m_core.ruleSets(), &core::RuleSetStore::changed, this, &UsageWiring::readActivations);
    connect(&m_page, &ui::UsagePage::periodChanged, this, &UsageWiring::readActivations);
}

void UsageWiring::readActivations()
{
    const auto read = [range = m_page.periodRange()](core::Connection &connection) {
        return core::routeActivations(connection, range);
    };
    core::continued(m_core.database().read(read), this,
                    [this](const core::Result<QList<core::RouteActivation>> &activations) {
                        if (!activations) {
                            qCWarning(core::logLedger) << activations.error().message;
                            return;
                        }
                        QList<ui::ChartEvent> events;
                        for (const core::RouteActivation &activation : *activations)
                            events.append({activation.atMs, core::activationLabel(activation)});
                        m_page.setEvents(events);
                    });
}

} // namespace app
