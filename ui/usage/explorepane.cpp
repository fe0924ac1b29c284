#include "ui/usage/explorepane.h"

#include "core/base/continuation.h"
#include "core/models/explorewords.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "core/usage/usagereader.h"
#include "ui/usage/explorecontrols.h"
#include "ui/usage/viewsbutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/ledgertable.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/taborder.h"
#include "ui/widgets/wholerows.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using core::ExploreMetric;
using core::ExploreTableModel;
using core::ExploreWords;

namespace ui {

namespace {

constexpr int kSlowMs = 400;
constexpr int kSideWidth = 300;
/// Rows of the table that are there however low the pane is.
constexpr int kLeastGroups = 1;

const QList<int> kExploreFigures{ExploreTableModel::Value,    ExploreTableModel::Share,
                                 ExploreTableModel::Requests, ExploreTableModel::Errors,
                                 ExploreTableModel::Input,    ExploreTableModel::Output,
                                 ExploreTableModel::Cost};

/// The column that says the same as the metric; -1: none.
int columnOfMetric(ExploreMetric metric)
{
    switch (metric) {
    case ExploreMetric::Cost:
        return ExploreTableModel::Cost;
    case ExploreMetric::Attempts:
        return ExploreTableModel::Requests;
    case ExploreMetric::ErrorRate:
        return ExploreTableModel::Errors;
    case ExploreMetric::InputTokens:
        return ExploreTableModel::Input;
    case ExploreMetric::OutputTokens:
        return ExploreTableModel::Output;
    default:
        return -1;
    }
}

const QLatin1StringView kKindKey("kind");
const QLatin1StringView kStepsKey("follow_period");
const QLatin1StringView kQueryKey("query");

} // namespace

ExplorePane::ExplorePane(const Theme &theme, ModelColours &colours, core::UsageReader &reader,
                         core::Settings &settings, QWidget *parent)
    : Card(theme, {}, parent)
    , m_theme(theme)
    , m_palette(colours)
    , m_reader(reader)
    , m_settings(settings)
    , m_controls(new ExploreControls(theme, this))
    , m_views(new ViewsButton(theme, settings, this))
    , m_forecast(new QWidget(this))
    , m_back(new FlatButton(theme, tr("Back to the longer period"), FlatButton::Look::Link, this))
    , m_state(new ElidedLabel(theme, {}, Theme::Token::Ink2, Qt::ElideRight, this))
    , m_problem(new MessagePanel(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_chart(new UsageChart(theme, this))
    , m_nothing(new ElidedLabel(theme, {}, Theme::Token::Ink2, Qt::ElideRight, this))
    , m_view(new LedgerTable(theme, this))
    , m_rows(new WholeRows(theme, m_view, kLeastGroups, m_stack))
    , m_legend(new ChartLegend(theme, this))
{
    m_forecast->setObjectName(QStringLiteral("usage.forecast"));
    auto *const forecast = new QHBoxLayout(m_forecast);
    forecast->setContentsMargins(0, 0, 0, 0);
    // On one line with the first row of the controls.
    m_forecast->setMinimumHeight(m_views->sizeHint().height());
    m_back->setObjectName(QStringLiteral("usage.zoomBack"));
    m_back->setThemedIcon(Icon::ChevronLeft);
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->hide();
    m_state->setObjectName(QStringLiteral("usage.exploreState"));
    m_state->hide();
    m_problem->hide();
    m_controls->addButton(m_views);
    auto *const head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_controls, 1);
    head->addWidget(m_forecast, 0, Qt::AlignTop);
    auto *const line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(m_back);
    line->addWidget(m_state, 1);
    content()->addLayout(head);
    content()->addLayout(line);
    content()->addWidget(m_problem);
    content()->addWidget(makePlace(), 1);
    content()->addWidget(m_legend);
    m_slow.setSingleShot(true);
    m_slow.setInterval(kSlowMs);
    wire();
    restore();
}

QWidget *ExplorePane::makePlace()
{
    auto *const place = new QWidget(this);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setObjectName(QStringLiteral("usage.nothing"));
    makeTable();
    for (QWidget *part :
         {static_cast<QWidget *>(m_chart), static_cast<QWidget *>(m_nothing), static_cast<QWidget *>(m_rows)})
        m_stack->addWidget(part);
    m_middle = new QHBoxLayout(place);
    m_middle->setContentsMargins(0, 0, 0, 0);
    m_middle->setSpacing(16);
    m_middle->addWidget(m_stack, 1);
    return place;
}

void ExplorePane::makeTable()
{
    m_sorted = new LedgerProxy(ExploreTableModel::ValueRole, kExploreFigures, this);
    m_sorted->setSourceModel(&m_table);
    m_view->setObjectName(QStringLiteral("usage.exploreTable"));
    m_view->setAccessibleName(tr("The view as a table"));
    m_view->setModel(m_sorted);
    m_view->setItemDelegate(new LedgerDelegate(
        m_theme, kExploreFigures,
        [this](const QModelIndex &index) -> CellLook {
            const core::ExploreRow &row = result().rows.at(m_sorted->mapToSource(index).row());
            const bool warn = row.figures.unpricedAttempts > 0;
            if (index.column() == ExploreTableModel::Value) {
                const bool cost = result().query.metric == ExploreMetric::Cost;
                return {cost && warn ? Theme::Token::Warn : Theme::Token::Ink, true};
            }
            if (index.column() == ExploreTableModel::Cost && warn)
                return {Theme::Token::Warn};
            return {};
        },
        m_view));
    m_view->setColumns(ExploreTableModel::Name,
                       {ExploreTableModel::Output, ExploreTableModel::Input, ExploreTableModel::Errors,
                        ExploreTableModel::Cost});
    const auto open = [this](const QModelIndex &index) { activate({0, m_sorted->mapToSource(index).row()}); };
    connect(m_view, &LedgerTable::opened, this, open);
    connect(m_view, &QTableView::clicked, this, open);
}

void ExplorePane::wire()
{
    connect(m_controls, &ExploreControls::changed, this, [this] {
        emit viewChanged();
        remember();
        reload();
    });
    connect(m_views, &ViewsButton::viewChosen, this, &ExplorePane::applyView);
    connect(m_views, &ViewsButton::told, this, &ExplorePane::told);
    connect(m_back, &QToolButton::clicked, this, &ExplorePane::zoomLeft);
    connect(m_chart, &UsageChart::left, this, &ExplorePane::left);
    connect(m_view, &LedgerTable::left, this, &ExplorePane::left);
    connect(m_chart, &UsageChart::activated, this, [this](int bar, int series) { activate({bar, series}); });
    connect(m_chart, &UsageChart::rangeDragged, this, [this](int first, int last) {
        const QList<core::ExploreBucket> &buckets = result().buckets;
        emit zoomed(
            core::zoomedPeriod(buckets.at(first).startMs, buckets.at(last).endMs, result().query.zone));
    });
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_state->setFullText(tr("Reading the ledger …"));
        m_state->show();
    });
}

void ExplorePane::remember()
{
    const core::ExploreQuery query = m_controls->applied(m_asked);
    QJsonObject state;
    state.insert(kQueryKey, core::exploreQueryToJson(query));
    state.insert(kKindKey, static_cast<int>(m_controls->kind()));
    state.insert(kStepsKey, m_controls->isRollupAutomatic());
    m_settings.set(core::settings::kUsageExplore, state);
}

void ExplorePane::restore()
{
    const QJsonObject state = m_settings.get(core::settings::kUsageExplore);
    const core::Result<core::ExploreQuery> query =
        core::exploreQueryFromJson(state.value(kQueryKey).toObject(), QDate::currentDate());
    if (state.isEmpty() || !query)
        return;
    m_controls->setQuery(*query);
    m_controls->setRollupAutomatic(state.value(kStepsKey).toBool(true));
    m_controls->setKind(static_cast<ExploreKind>(std::clamp(state.value(kKindKey).toInt(), 0, 3)));
}

void ExplorePane::load(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated,
                       QDate today, bool isZoomed)
{
    m_asked.period = period;
    m_asked.zone = zone;
    m_asked.includeSimulated = includeSimulated;
    m_today = today;
    m_back->setVisible(isZoomed);
    reload();
}

void ExplorePane::reload()
{
    m_views->setQuery(m_controls->applied(m_asked), m_today);
    const bool latency = m_controls->showsLatency();
    const quint64 generation = ++m_generation;
    if (latency) {
        m_slow.stop();
        m_state->hide();
        m_problem->hide();
        m_legend->hide();
        m_stack->setCurrentWidget(m_latency);
        return;
    }
    m_slow.start();
    core::continued(m_reader.explore(m_controls->applied(m_asked)), this,
                    [this, generation](const core::Result<core::ExploreResult> &read) {
                        if (generation != m_generation)
                            return;
                        m_slow.stop();
                        m_state->hide();
                        m_problem->setVisible(!read);
                        if (read)
                            showResult(*read);
                        else
                            m_problem->setMessage(MessagePanel::Kind::Bad, tr("The ledger could not be read"),
                                                  read.error().message);
                    });
}

void ExplorePane::showResult(const core::ExploreResult &result)
{
    m_view->setRepeated(columnOfMetric(result.query.metric));
    m_table.setResult(result, m_today);
    m_kind = possibleKind(m_controls->kind(), result.query);
    m_seriesColours = exploreColours(result, m_palette);
    m_modelColours.clear();
    const bool models = result.dimensions == QStringList{QStringLiteral("model")};
    QList<ChartLegend::Entry> entries;
    ChartPicture picture = explorePicture(result, kind(), m_seriesColours, m_today);
    picture.events = m_events;
    for (qsizetype at = 0; at < result.series.size(); ++at) {
        const core::ExploreSeries &part = result.series.at(at);
        entries.append({ExploreWords::path(result.dimensions, part.path, part.isOther, m_today),
                        m_seriesColours.value(at)});
        if (models && !part.isOther)
            m_modelColours.insert(part.path.first(), m_seriesColours.value(at));
    }
    m_legend->setEntries(entries);
    m_chart->setPicture(picture);
    m_controls->showRollup(result.query.rollup);
    if (result.coarsenedFrom) {
        m_state->setFullText(
            tr("Shown %1: %2 would be too many bars for this period.")
                .arg(ExploreWords::rollup(result.query.rollup), ExploreWords::rollup(*result.coarsenedFrom)));
        m_state->setVisible(!m_controls->isRollupAutomatic());
    }
    const bool table = kind() == ExploreKind::Table;
    const bool any = picture.highest() > 0.0;
    m_nothing->setFullText(emptyText());
    m_stack->setCurrentWidget(table     ? static_cast<QWidget *>(m_rows)
                                  : any ? static_cast<QWidget *>(m_chart)
                                        : static_cast<QWidget *>(m_nothing));
    m_legend->setVisible(any && (kind() == ExploreKind::Bars || kind() == ExploreKind::Lines)
                         && !result.dimensions.isEmpty());
    emit shown();
}

QString ExplorePane::emptyText() const
{
    const core::UsageFigures &total = result().total.figures;
    const ExploreMetric metric = result().query.metric;
    switch (metric) {
    case ExploreMetric::Errors:
    case ExploreMetric::ErrorRate:
        return tr("No request failed in this period.");
    case ExploreMetric::Cost:
    case ExploreMetric::FailedCost:
        if (metric == ExploreMetric::FailedCost && total.attempts == 0)
            return tr("No request failed in this period.");
        return total.unpricedAttempts > 0 ? tr("No known cost in this period.")
                                          : tr("What was sent in this period cost nothing.");
    case ExploreMetric::Rescued:
        return tr("No call was rescued by a fallback in this period.");
    case ExploreMetric::Unpriced:
        return tr("Every request in this period has a price.");
    case ExploreMetric::CacheHitRate:
    case ExploreMetric::CachedInputTokens:
        return tr("Nothing came from a cache in this period.");
    default:
        return tr("Nothing in this period.");
    }
}

void ExplorePane::setMetric(ExploreMetric metric)
{
    m_controls->setMetric(metric);
    emit viewChanged();
    remember();
    reload();
}

void ExplorePane::applyView(const core::ExploreQuery &query)
{
    m_controls->setQuery(query);
    m_controls->setRollupAutomatic(false);
    m_asked.period = query.period;
    remember();
    emit periodWanted(query.period);
}

void ExplorePane::activate(const UsageChart::Spot &spot)
{
    emit spotActivated(attemptsOfSpot(result(), kind(), spot), wordsOfSpot(result(), kind(), spot, m_today),
                       spot);
}

void ExplorePane::setEvents(const QList<ChartEvent> &events)
{
    m_events = events;
    ChartPicture picture = m_chart->picture();
    picture.events = events;
    const UsageChart::Spot marked = m_chart->marked();
    m_chart->setPicture(picture);
    m_chart->setMarked(marked);
}

void ExplorePane::setSidePane(QWidget *pane)
{
    auto *const side = new Surface(m_theme, Theme::Token::Panel, Surface::Left, this);
    m_side = side;
    fitSidePane();
    connect(&m_theme, &Theme::changed, this, &ExplorePane::fitSidePane);
    auto *const column = new QVBoxLayout(side);
    column->setContentsMargins(16, 0, 0, 0);
    column->addWidget(pane);
    m_middle->addWidget(side);
    // For the Tab key, too, it is beside the chart.
    chainTabStops({m_view, pane});
}

/// It grows with the text, but leaves most of the width to the chart.
void ExplorePane::fitSidePane()
{
    if (m_side)
        m_side->setFixedWidth(std::min(m_theme.px(kSideWidth), std::max(kSideWidth, width() / 3)));
}

void ExplorePane::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    fitSidePane();
}

void ExplorePane::setLatencyPane(QWidget *pane)
{
    m_latency = pane;
    m_stack->addWidget(pane);
    m_controls->addLatency();
}

ChartSheet ExplorePane::sheet() const
{
    const core::ExploreQuery &query = result().query;
    const core::TimeRange range = result().range;
    const auto day = [&query](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, query.zone).date(); };
    QString title = ExploreWords::metric(query.metric);
    if (range.sinceMs && range.untilMs)
        title = tr("%1, %2, %3", "figure, days, time zone")
                    .arg(title, ExploreWords::days(day(*range.sinceMs), day(*range.untilMs - 1), QDate()),
                         QString::fromUtf8(query.zone.id()));
    constexpr int kTitleAndLegend = 90;
    return {title, m_chart->picture(), m_legend->entries(),
            m_chart->size().expandedTo({640, 280}) + QSize(0, kTitleAndLegend)};
}

} // namespace ui
