#include "ui/usage/usagepage.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/ledger/usagecsv.h"
#include "core/models/ledgerwords.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/actions.h"
#include "ui/usage/attemptdetails.h"
#include "ui/usage/attemptspane.h"
#include "ui/usage/kpirow.h"
#include "ui/usage/modelspane.h"
#include "ui/usage/periodpicker.h"
#include "ui/usage/usagechartpane.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pagebar.h"
#include "ui/widgets/savetext.h"

#include <QAction>
#include <QCheckBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using core::PeriodKind;

namespace ui {

namespace {

constexpr int kRefreshMs = 500;
constexpr int kExportPage = 1000;
constexpr int kChartStretch = 6;
constexpr int kTableStretch = 5;
/// While requests are read, the bars are only there to choose others.
constexpr int kReadingStretch = 8;

} // namespace

UsagePage::UsagePage(core::LedgerReader &reader, core::LedgerWriter &writer, core::Settings &settings,
                     const core::Clock &clock, const Theme &theme, ModelColours &colours, Actions &actions,
                     QWidget *parent)
    : Page(parent)
    , m_reader(reader)
    , m_writer(writer)
    , m_settings(settings)
    , m_theme(theme)
    , m_period(new PeriodPicker(theme, clock, this))
    , m_simulated(new QCheckBox(tr("Include &simulated"), this))
    , m_stack(new QStackedWidget(this))
    , m_tables(new QStackedWidget(this))
    , m_figures(new KpiRow(theme, this))
    , m_chart(new UsageChartPane(theme, colours, this))
    , m_models(new ModelsPane(theme, this))
    , m_attempts(new AttemptsPane(theme, reader, this))
    , m_details(new AttemptDetails(theme, this))
    , m_empty(new EmptyState(theme, Icon::Usage, {}, {}, this))
    , m_problem(new MessagePanel(theme, this))
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshMs);
    build();
    wire();
    addActions(actions);
    followSettings();
}

void UsagePage::build()
{
    m_simulated->setObjectName(QStringLiteral("usage.includeSimulated"));
    m_simulated->setToolTip(tr("Count requests to the built-in simulator in every total"));
    m_empty->setObjectName(QStringLiteral("usage.empty"));
    m_details->hide();
    m_problem->hide();
    m_stack->addWidget(makeContent());
    m_stack->addWidget(m_empty);
    auto *const row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_stack, 1);
    row->addWidget(m_details);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_problem);
    column->addLayout(row, 1);
}

QWidget *UsagePage::makeBar()
{
    auto *const bar = new PageBar(m_theme, tr("Usage"), this);
    bar->addWidget(m_period);
    m_period->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(m_simulated);
    auto *const menu = new FlatButton(m_theme, tr("Export"), FlatButton::Look::Outlined, bar);
    menu->setObjectName(QStringLiteral("usage.export"));
    menu->setMenu(new QMenu(menu));
    menu->menu()->addAction(tr("Table as CSV …"), this, &UsagePage::exportTable);
    menu->menu()->addAction(tr("Requests as CSV …"), this, [this] { exportAttempts(exportFilter(), {}); });
    menu->menu()->addSeparator();
    menu->menu()->addAction(tr("Monthly report …"), this, &UsagePage::reportRequested);
    bar->addWidget(menu);
    return bar;
}

QWidget *UsagePage::makeContent()
{
    m_tables->addWidget(m_models);
    m_tables->addWidget(m_attempts);
    auto *const content = new QWidget(m_stack);
    auto *const column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_figures);
    column->addWidget(m_chart, kChartStretch);
    column->addWidget(m_tables, kTableStretch);
    m_content = column;
    return content;
}

void UsagePage::wire()
{
    connect(m_period, &PeriodPicker::periodChanged, this, [this] {
        leaveDrillDown();
        refresh();
    });
    connect(m_simulated, &QCheckBox::toggled, this,
            [this](bool on) { m_settings.set(core::settings::kIncludeSimulated, on); });
    connect(&m_settings, &core::Settings::changed, this, [this](const QString &key) {
        if (key == core::settings::kIncludeSimulated.key || key == core::settings::kReportingZone.key)
            followSettings();
    });
    connect(&m_writer, &core::LedgerWriter::attemptSettled, this, &UsagePage::refreshSoon);
    connect(&m_writer, &core::LedgerWriter::runsChanged, this, &UsagePage::refreshSoon);
    connect(&m_refresh, &QTimer::timeout, this, &UsagePage::refresh);
    connect(m_chart, &UsageChartPane::spotActivated, this,
            [this](const core::UsageSelection &selection, const QString &what, const UsageChart::Spot &spot) {
                m_spot = spot;
                drillInto(selection, what);
            });
    connect(m_models, &ModelsPane::rowActivated, this, [this](const QString &account, const QString &model) {
        m_spot = {};
        drillInto({{}, {}, {model}, account}, tr("%1 · %2", "model, account").arg(model, account));
    });
    connect(m_attempts, &AttemptsPane::left, this, &UsagePage::leaveDrillDown);
    connect(m_attempts, &AttemptsPane::attemptChosen, this, [this](const core::AttemptRecord &attempt) {
        m_details->showAttempt(attempt, m_period->zone());
        m_details->show();
    });
    connect(m_details, &AttemptDetails::closed, this, [this] {
        m_details->hide();
        m_attempts->setFocus();
    });
    connect(m_details, &AttemptDetails::runRequested, this, &UsagePage::runRequested);
    connect(m_chart, &UsageChartPane::coloursChanged, this, [this] {
        // Another metric has other bars: what was outlined is no longer what is listed.
        m_spot = {};
        m_models->setOverview(m_overview, m_chart->colours());
        m_attempts->setColours(m_chart->colours());
    });
    connect(m_empty, &EmptyState::actionTriggered, this, &UsagePage::leaveEmpty);
}

void UsagePage::addActions(Actions &actions)
{
    const QString category = tr("Usage");
    const auto add = [&](const QString &id, const QString &text, const QList<QKeySequence> &keys, auto slot) {
        connect(actions.add({id, text, category, keys}, this), &QAction::triggered, this, slot);
    };
    add(QStringLiteral("usage.exportTable"), tr("Export the usage table"), {}, &UsagePage::exportTable);
    add(QStringLiteral("usage.exportAttempts"), tr("Export the requests"), {},
        [this] { exportAttempts(exportFilter(), {}); });
    add(QStringLiteral("usage.report"), tr("Monthly report …"), {}, &UsagePage::reportRequested);
    add(QStringLiteral("usage.refresh"), tr("Refresh the figures"), {QKeySequence(Qt::Key_F5)},
        &UsagePage::refresh);
}

bool UsagePage::isSimulatedIncluded() const
{
    return m_settings.get(core::settings::kIncludeSimulated);
}

void UsagePage::followSettings()
{
    m_simulated->setChecked(isSimulatedIncluded());
    const QString zone = m_settings.get(core::settings::kReportingZone);
    m_period->setZone(zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(zone.toUtf8()));
    leaveDrillDown();
    m_stale = true;
    if (isVisible())
        refresh();
}

void UsagePage::enter()
{
    refresh();
}

void UsagePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale)
        refresh();
}

void UsagePage::refreshSoon()
{
    m_stale = true;
    if (isVisible() && !m_refresh.isActive())
        m_refresh.start();
}

void UsagePage::refresh()
{
    m_refresh.stop();
    m_stale = false;
    m_period->setZone(m_period->zone());
    const core::TimeRange range = m_period->range();
    const std::optional<core::TimeRange> before = m_period->before();
    core::OverviewQuery query;
    query.sinceMs = range.sinceMs;
    query.untilMs = range.untilMs;
    if (before) {
        query.previousSinceMs = before->sinceMs;
        query.previousUntilMs = before->untilMs;
    }
    query.zone = m_period->zone();
    query.includeSimulated = isSimulatedIncluded();
    const quint64 generation = ++m_generation;
    core::continued(m_reader.overview(query), this,
                    [this, generation](const core::Result<core::UsageOverview> &overview) {
                        if (generation != m_generation)
                            return;
                        m_problem->setVisible(!overview);
                        if (overview)
                            showOverview(*overview);
                        else
                            m_problem->setMessage(MessagePanel::Kind::Bad, tr("The ledger could not be read"),
                                                  overview.error().message);
                    });
}

void UsagePage::showOverview(const core::UsageOverview &overview)
{
    m_overview = overview;
    if (overview.days.total.attempts == 0) {
        leaveDrillDown();
        showEmpty();
        return;
    }
    const core::ReportPeriod period = m_period->period();
    QDate first = period.first;
    QDate last = period.last;
    if (period.kind == PeriodKind::All) {
        first = QDateTime::fromMSecsSinceEpoch(overview.firstMs.value_or(0), m_period->zone()).date();
        last = std::max(m_period->today(),
                        QDateTime::fromMSecsSinceEpoch(overview.lastMs.value_or(0), m_period->zone()).date());
    }
    m_figures->setOverview(overview);
    const UsageChart::Spot spot = m_spot;
    m_chart->setReport(overview.days, first, last);
    m_stack->setCurrentIndex(0);
    if (isDrilled()) {
        m_spot = spot;
        m_chart->setMarked(spot);
        summarise();
        m_attempts->refresh();
    }
}

void UsagePage::showEmpty()
{
    m_details->hide();
    if (m_overview.hiddenSimulated > 0) {
        m_empty->setTexts(tr("Only simulated requests in this period"),
                          tr("%1 to the built-in simulator, which cost nothing, are left out of the totals.")
                              .arg(core::LedgerWords::requests(m_overview.hiddenSimulated)));
        m_empty->setAction(tr("Include simulated"));
    } else if (m_overview.firstMs) {
        m_empty->setTexts(tr("Nothing was sent in this period"),
                          tr("Choose other days above, or look at all of them."));
        m_empty->setAction(tr("Show all time"));
    } else {
        m_empty->setTexts(
            tr("No requests yet"),
            tr("Every request you send is counted here, with its tokens, its cost and how long it "
               "took: by day, by model, down to the single request."));
        m_empty->setAction(tr("Compare models"));
    }
    m_stack->setCurrentIndex(1);
}

void UsagePage::leaveEmpty()
{
    if (m_overview.hiddenSimulated > 0)
        m_simulated->setChecked(true);
    else if (m_overview.firstMs)
        m_period->setPeriod(core::periodOf(PeriodKind::All, m_period->today()));
    else
        emit compareRequested();
}

bool UsagePage::isDrilled() const
{
    return m_tables->currentWidget() == m_attempts;
}

void UsagePage::drillInto(const core::UsageSelection &selection, const QString &what)
{
    m_selection = selection;
    m_details->hide();
    m_chart->setMarked(m_spot);
    m_attempts->setColours(m_chart->colours());
    m_tables->setCurrentWidget(m_attempts);
    m_content->setStretchFactor(m_tables, kReadingStretch);
    m_attempts->open(core::attemptsOf(selection, m_period->range(), m_period->zone(), isSimulatedIncluded()),
                     what);
    summarise();
}

void UsagePage::summarise()
{
    const core::UsageFigures sums = core::selectedFigures(m_overview.days, m_selection);
    if (m_selection.errorsOnly) {
        m_attempts->setSummary(core::LedgerWords::requests(sums.errors));
        return;
    }
    m_attempts->setSummary(tr("%1 · %2 · %3", "requests, errors, cost")
                               .arg(core::LedgerWords::requests(sums.attempts),
                                    core::LedgerWords::errors(sums.errors), core::LedgerWords::cost(sums)));
}

void UsagePage::leaveDrillDown()
{
    m_spot = {};
    m_details->hide();
    m_chart->setMarked({});
    m_tables->setCurrentWidget(m_models);
    m_content->setStretchFactor(m_tables, kTableStretch);
}

core::AttemptFilter UsagePage::exportFilter() const
{
    core::AttemptFilter filter =
        core::attemptsOf({}, m_period->range(), m_period->zone(), isSimulatedIncluded());
    if (isDrilled())
        filter = m_attempts->filter();
    filter.offset = 0;
    filter.limit = kExportPage;
    return filter;
}

void UsagePage::exportTable()
{
    offer(tr("usage.csv", "proposed file name"), core::usageToCsv(m_models->table().toReport()));
}

/// Page by page, so that the answers' texts of a long period are never all in memory.
void UsagePage::exportAttempts(const core::AttemptFilter &filter, const QString &csvSoFar)
{
    core::continued(
        m_reader.attempts(filter), this,
        [this, filter, csvSoFar](const core::Result<QList<core::AttemptRecord>> &attempts) {
            if (!attempts) {
                emit notified(tr("The ledger could not be read: %1").arg(attempts.error().message));
                return;
            }
            const QString page = core::attemptsToCsv(*attempts);
            const QString csv =
                csvSoFar.isEmpty() ? page : csvSoFar + page.mid(page.indexOf(QLatin1Char('\n')) + 1);
            if (attempts->size() < filter.limit) {
                offer(tr("requests.csv", "proposed file name"), csv);
                return;
            }
            core::AttemptFilter next = filter;
            next.offset += filter.limit;
            exportAttempts(next, csv);
        });
}

void UsagePage::offer(const QString &name, const QString &csv)
{
    saveText(
        this, tr("Save CSV"), name, [csv] { return csv; },
        [this](const QString &file, const QString &error) {
            emit notified(error.isEmpty() ? tr("Saved %1").arg(file)
                                          : tr("%1 could not be saved: %2").arg(file, error));
        });
}

} // namespace ui
