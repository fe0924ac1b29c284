#include "ui/usage/usagepage.h"

#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "core/usage/usagereader.h"
#include "ui/actions.h"
#include "ui/usage/attemptdetails.h"
#include "ui/usage/attemptspane.h"
#include "ui/usage/explorecontrols.h"
#include "ui/usage/explorepane.h"
#include "ui/usage/modelspane.h"
#include "ui/usage/panetabs.h"
#include "ui/usage/usagecontent.h"
#include "ui/usage/usageempty.h"
#include "ui/usage/usageexports.h"
#include "ui/usage/usagescope.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pagebar.h"

#include <QAction>
#include <QCheckBox>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

using core::ExploreMetric;
using core::PeriodKind;

namespace ui {

namespace {

constexpr int kRefreshMs = 500;

} // namespace

UsagePage::UsagePage(core::LedgerReader &reader, core::UsageReader &usage, core::LedgerWriter &writer,
                     core::Settings &settings, const core::Clock &clock, const Theme &theme,
                     ModelColours &colours, Actions &actions, QWidget *parent)
    : Page(parent)
    , m_reader(reader)
    , m_usage(usage)
    , m_writer(writer)
    , m_settings(settings)
    , m_clock(clock)
    , m_theme(theme)
    , m_period(new PeriodPicker(theme, clock, this))
    , m_scope(new UsageScope(settings, *m_period, this))
    , m_simulated(new QCheckBox(tr("Include &simulated"), this))
    , m_tables(new QStackedWidget(this))
    , m_figures(new KpiRow(theme, this))
    , m_explore(new ExplorePane(theme, colours, usage, settings, this))
    , m_panes(new PaneTabs(theme, this))
    , m_models(new ModelsPane(theme, this))
    , m_attempts(new AttemptsPane(theme, usage, this))
    , m_details(new AttemptDetails(theme, reader, this))
    , m_empty(new UsageEmpty(theme, this))
    , m_problem(new MessagePanel(theme, this))
    , m_exports(new UsageExports(theme, *m_explore, *m_models, usage, this))
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshMs);
    build();
    wire();
    wireExplore();
    addActions(actions);
    followSettings();
    m_scope->restore();
}

void UsagePage::build()
{
    m_simulated->setObjectName(QStringLiteral("usage.includeSimulated"));
    m_simulated->setToolTip(tr("Count requests to the built-in simulator in every total"));
    m_problem->setObjectName(QStringLiteral("usage.problem"));
    m_problem->hide();
    makeContent();
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *const strip : {makeBar(), m_exports->progress(), static_cast<QWidget *>(m_problem)})
        column->addWidget(strip);
    column->addWidget(m_content, 1);
}

QWidget *UsagePage::makeBar()
{
    m_bar = new PageBar(m_theme, tr("Usage"), this);
    m_bar->addWidget(m_period);
    m_period->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_bar->addWidget(m_simulated);
    m_export = new FlatButton(m_theme, tr("Export"), FlatButton::Look::Outlined, m_bar);
    m_export->setObjectName(QStringLiteral("usage.export"));
    m_export->setMenu(new QMenu(m_export));
    m_exports->fill(*m_export->menu());
    m_export->menu()->addSeparator();
    m_export->menu()->addAction(tr("Monthly report …"), this, &UsagePage::reportRequested);
    m_bar->addWidget(m_export);
    // The Tab key goes along the bar before it goes down.
    setTabOrder(m_simulated, m_export);
    m_barEnd = m_export;
    return m_bar;
}

void UsagePage::makeContent()
{
    m_panes->addPane(m_models, tr("Models"));
    m_tables->addWidget(m_panes);
    m_tables->addWidget(m_attempts);
    m_content =
        new UsageContent(m_theme, m_settings, {m_figures, m_explore, m_empty, m_tables, m_details}, this);
    setEmpty(false);
}

void UsagePage::wire()
{
    connect(m_scope, &UsageScope::changed, this, &UsagePage::takeScope);
    connect(m_simulated, &QCheckBox::toggled, this,
            [this](bool on) { m_settings.set(core::settings::kIncludeSimulated, on); });
    connect(&m_settings, &core::Settings::changed, this, [this](const QString &key) {
        if (key == core::settings::kIncludeSimulated.key || key == core::settings::kReportingZone.key)
            followSettings();
    });
    connect(&m_writer, &core::LedgerWriter::attemptSettled, this, &UsagePage::refreshSoon);
    connect(&m_writer, &core::LedgerWriter::runsChanged, this, &UsagePage::refreshSoon);
    connect(&m_refresh, &QTimer::timeout, this, &UsagePage::refresh);
    connect(m_panes, &PaneTabs::paneChosen, this,
            [this](const QWidget *pane) { m_settings.set(core::settings::kUsagePane, pane->objectName()); });
    connect(m_figures, &KpiRow::figureChosen, this, &UsagePage::follow);
    connect(m_figures, &KpiRow::unpricedChosen, this, [this] {
        if (m_unpriced)
            return showPane(m_unpriced);
        core::AttemptFilter unpriced = m_scope->attempts();
        unpriced.unpricedOnly = true;
        showAttempts(unpriced, tr("Requests of unknown cost"));
    });
    connect(m_models, &ModelsPane::rowActivated, this, [this](const QString &account, const QString &model) {
        core::AttemptFilter attempts = m_scope->attempts();
        attempts.account = account;
        attempts.model = model;
        showAttempts(attempts, tr("%1 · %2", "model, account").arg(model, account));
    });
    connect(m_attempts, &AttemptsPane::left, this, &UsagePage::leaveDrillDown);
    connect(m_attempts, &AttemptsPane::stepBackWanted, this, &UsagePage::goBack);
    connect(m_attempts, &AttemptsPane::attemptChosen, this, [this](const core::AttemptRecord &attempt) {
        m_details->showAttempt(attempt, m_period->zone());
        m_content->setDetailsShown(true);
    });
    connect(m_details, &AttemptDetails::closed, this, &UsagePage::closeDetails);
    connect(m_details, &AttemptDetails::runRequested, this, &UsagePage::runRequested);
    connect(m_empty, &UsageEmpty::simulatedWanted, this, [this] { m_simulated->setChecked(true); });
    connect(m_empty, &UsageEmpty::allTimeWanted, this,
            [this] { m_period->setPeriod(core::periodOf(PeriodKind::All, m_period->today())); });
    connect(m_empty, &UsageEmpty::compareWanted, this, &UsagePage::compareRequested);
    connect(m_exports, &UsageExports::told, this, &UsagePage::notified);
    m_exports->setRequests([this] { return isDrilled() ? m_attempts->filter() : m_scope->attempts(); });
}

void UsagePage::wireExplore()
{
    connect(m_explore, &ExplorePane::spotActivated, this,
            [this](const core::AttemptFilter &attempts, const QString &what, const UsageChart::Spot &spot) {
                m_spot = m_explore->kind() == ExploreKind::Table ? UsageChart::Spot() : spot;
                drillInto(attempts, what);
            });
    // Another view has other marks: what was outlined is no longer what is listed.
    connect(m_explore, &ExplorePane::viewChanged, this, [this] { m_spot = {}; });
    connect(m_explore, &ExplorePane::shown, this, [this] {
        m_models->setColours(m_explore->colours());
        m_attempts->setColours(m_explore->colours());
        m_explore->setMarked(m_spot);
        if (m_explore->result().query.period.kind == PeriodKind::All)
            m_period->setAllTime(m_explore->result().range);
    });
    connect(m_explore, &ExplorePane::zoomed, m_scope, &UsageScope::zoomInto);
    connect(m_explore, &ExplorePane::zoomLeft, m_scope, &UsageScope::zoomOut);
    connect(m_explore, &ExplorePane::left, this, &UsagePage::goBack);
    connect(m_explore, &ExplorePane::periodWanted, this, &UsagePage::showPeriod);
    connect(m_explore, &ExplorePane::told, this, &UsagePage::notified);
}

void UsagePage::addActions(Actions &actions)
{
    const QString category = tr("Usage");
    const auto add = [&](const QString &id, const QString &text, const QList<QKeySequence> &keys, auto slot) {
        connect(actions.add({id, text, category, keys}, this), &QAction::triggered, this, slot);
    };
    m_exports->addActions(actions);
    add(QStringLiteral("usage.report"), tr("Monthly report …"), {}, &UsagePage::reportRequested);
    add(QStringLiteral("usage.refresh"), tr("Refresh the figures"), {QKeySequence(Qt::Key_F5)},
        &UsagePage::refresh);
    add(QStringLiteral("usage.earlier"), tr("Go to the period before"),
        {QKeySequence(Qt::Key_BracketLeft), QKeySequence(Qt::ALT | Qt::Key_Left)},
        [this] { m_period->step(-1); });
    add(QStringLiteral("usage.later"), tr("Go to the period after"),
        {QKeySequence(Qt::Key_BracketRight), QKeySequence(Qt::ALT | Qt::Key_Right)},
        [this] { m_period->step(1); });
}

void UsagePage::addPane(QWidget *pane, const QString &title)
{
    m_panes->addPane(pane, title);
    const QString name = pane->objectName();
    if (!name.isEmpty() && name == m_settings.get(core::settings::kUsagePane))
        m_panes->showPane(pane);
}

void UsagePage::setUnpricedPane(QWidget *pane, const QString &title)
{
    m_unpriced = pane;
    addPane(pane, title);
}

void UsagePage::showPane(QWidget *pane)
{
    leaveDrillDown();
    m_panes->showPane(pane);
}

void UsagePage::setSidePane(QWidget *pane)
{
    m_explore->setSidePane(pane);
}

void UsagePage::setLatencyPane(QWidget *pane)
{
    m_explore->setLatencyPane(pane);
    m_figures->setLatencyLeads();
}

QWidget *UsagePage::forecastSlot() const
{
    return m_explore->forecastSlot();
}

void UsagePage::addToBar(QWidget *button)
{
    m_bar->addWidget(button);
    setTabOrder(m_barEnd, button);
    m_barEnd = button;
}

QMenu *UsagePage::exportMenu() const
{
    return m_export->menu();
}

void UsagePage::setEvents(const QList<ChartEvent> &events)
{
    m_explore->setEvents(events);
}

void UsagePage::showPeriod(const core::ReportPeriod &period)
{
    m_period->setPeriod(period);
}

void UsagePage::followSettings()
{
    m_simulated->setChecked(m_scope->isSimulatedIncluded());
    m_scope->followZone();
    takeScope();
}

void UsagePage::enter()
{
    refresh();
    core::continued(m_reader.tags(), this, [this](const core::Result<QList<core::TagUse>> &tags) {
        if (!tags)
            return;
        QStringList keys;
        for (const core::TagUse &tag : *tags)
            keys.append(tag.key);
        keys.removeDuplicates();
        m_explore->controls().setTags(keys);
    });
}

void UsagePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    // Who shows the page often enters it next, which reads by itself.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_stale)
                refresh();
        },
        Qt::QueuedConnection);
}

void UsagePage::refreshSoon()
{
    m_stale = true;
    if (isVisible() && !m_refresh.isActive())
        m_refresh.start();
}

void UsagePage::takeScope()
{
    leaveDrillDown();
    m_stale = true;
    if (isVisible())
        refresh();
}

void UsagePage::closeDetails()
{
    m_content->setDetailsShown(false);
    m_attempts->setFocus();
}

/// First from a request, then from the requests, then from the zoom.
void UsagePage::goBack()
{
    if (m_details->isVisible())
        closeDetails();
    else if (isDrilled())
        leaveDrillDown();
    else
        m_scope->zoomOut();
}

void UsagePage::refresh()
{
    m_refresh.stop();
    m_stale = false;
    m_period->setZone(m_period->zone());
    const quint64 generation = ++m_generation;
    const core::KpiQuery query{
        m_period->period(), m_period->zone(), m_clock.utcMs(), {}, m_scope->isSimulatedIncluded()};
    // Read before the figures, which take longer: the chart is what was chosen for.
    m_explore->load(query.period, query.zone, query.includeSimulated, m_period->today(), m_scope->isZoomed());
    core::continued(m_usage.kpis(query), this, [this, generation](const core::Result<core::UsageKpis> &kpis) {
        if (generation != m_generation)
            return;
        m_problem->setVisible(!kpis);
        if (!kpis)
            return showProblem(kpis.error());
        showKpis(*kpis);
        readModels(generation);
    });
    if (isDrilled())
        m_attempts->refresh();
    emit periodChanged(query.period, query.zone, query.includeSimulated);
}

void UsagePage::showProblem(const core::Error &error)
{
    m_problem->setMessage(MessagePanel::Kind::Bad, tr("The ledger could not be read"), error.message);
}

void UsagePage::readModels(quint64 generation)
{
    const core::UsageQuery query{.sinceMs = m_kpis.range.sinceMs,
                                 .untilMs = m_kpis.range.untilMs,
                                 .by = {QStringLiteral("account"), QStringLiteral("model")},
                                 .includeSimulated = m_scope->isSimulatedIncluded()};
    core::continued(m_reader.usage(query), this,
                    [this, generation](const core::Result<core::UsageReport> &report) {
                        if (generation != m_generation)
                            return;
                        if (report)
                            m_models->setReport(*report, m_kpis.latencies);
                        else
                            showProblem(report.error());
                    });
}

void UsagePage::showKpis(const core::UsageKpis &kpis)
{
    m_kpis = kpis;
    const bool empty = kpis.now.figures.attempts == 0;
    setEmpty(empty);
    if (!empty)
        return m_figures->setKpis(kpis);
    leaveDrillDown();
    m_empty->explain(kpis);
}

/// The panes stay: what others counted is imported before anything was sent, too.
void UsagePage::setEmpty(bool empty)
{
    m_empty->setVisible(empty);
    m_figures->setVisible(!empty);
    m_explore->setVisible(!empty);
    m_tables->setVisible(!empty || m_panes->count() > 1);
}

bool UsagePage::isDrilled() const
{
    return m_tables->currentWidget() == m_attempts;
}

void UsagePage::follow(KpiRow::Figure figure)
{
    core::AttemptFilter attempts = m_scope->attempts();
    switch (figure) {
    case KpiRow::Cost:
        return m_explore->setMetric(ExploreMetric::Cost);
    case KpiRow::Requests:
        return m_explore->setMetric(ExploreMetric::Attempts);
    case KpiRow::Tokens:
        return m_explore->setMetric(ExploreMetric::Tokens);
    case KpiRow::CacheHits:
        return m_explore->setMetric(ExploreMetric::CacheHitRate);
    case KpiRow::Errors:
        m_explore->setMetric(ExploreMetric::Errors);
        attempts.status = QStringLiteral("errors");
        return drillInto(attempts, tr("Requests that failed, were interrupted or refused"));
    case KpiRow::Rescued:
        m_explore->setMetric(ExploreMetric::Rescued);
        attempts.rescuedOnly = true;
        return drillInto(attempts, tr("Requests that rescued a call"));
    default:
        m_explore->controls().setLatencyShown();
    }
}

void UsagePage::showAttempts(const core::AttemptFilter &attempts, const QString &what)
{
    m_spot = {};
    drillInto(attempts, what);
}

void UsagePage::showAttempts(const QList<core::UsageFilter> &only, const core::TimeRange &range,
                             const QString &what)
{
    core::AttemptFilter attempts = m_scope->attempts();
    attempts.sinceMs = range.sinceMs;
    attempts.untilMs = range.untilMs;
    attempts.only = only;
    showAttempts(attempts, what);
}

void UsagePage::drillInto(const core::AttemptFilter &attempts, const QString &what)
{
    m_content->setDetailsShown(false);
    m_explore->setMarked(m_spot);
    m_attempts->setColours(m_explore->colours());
    m_tables->setCurrentWidget(m_attempts);
    m_content->setReading(true);
    m_attempts->open(attempts, m_period->today(), what);
}

void UsagePage::leaveDrillDown()
{
    m_spot = {};
    m_content->setDetailsShown(false);
    m_explore->setMarked({});
    m_tables->setCurrentWidget(m_panes);
    m_content->setReading(false);
}

} // namespace ui
