#include "ui/evaluate/scoreboardpane.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/compare/tasksuggestion.h"
#include "core/judging/volumewatch.h"
#include "core/judging/votestore.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/models/ledgerwords.h"
#include "core/models/scoretablemodel.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/actions.h"
#include "ui/evaluate/scorechart.h"
#include "ui/theme/modelcolours.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/ledgertable.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

using core::ScoreTableModel;

namespace ui {

namespace {

constexpr int kPauseMs = 400;
constexpr qint64 kVolumes[] = {100, 1'000, 10'000, 100'000};
const QList<int> kFigures{ScoreTableModel::Votes, ScoreTableModel::Quality, ScoreTableModel::CostColumn,
                          ScoreTableModel::P50, ScoreTableModel::P95};

} // namespace

ScoreboardPane::ScoreboardPane(const EvaluateContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new ScoreTableModel(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, Icon::Star, tr("No verdicts yet"),
                             tr("Vote for the best answer of a comparison. From your votes, your costs and "
                                "your waiting times this page shows which model is worth its money, task by "
                                "task."),
                             m_stack))
    , m_problem(new MessagePanel(context.theme, this))
{
    m_empty->setObjectName(QStringLiteral("scores.empty"));
    m_empty->setAction(tr("Compare models"));
    m_problem->keepFromEdges();
    m_problem->hide();
    m_stack->addWidget(makeContent());
    m_stack->addWidget(m_empty);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_problem);
    column->addWidget(m_stack, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    wire();
    followVolume();
}

QWidget *ScoreboardPane::makeBar()
{
    const Theme &theme = m_context.theme;
    auto *const bar = new Surface(theme, Theme::Token::Panel, Surface::Bottom, this);
    m_task = new QComboBox(bar);
    m_task->setObjectName(QStringLiteral("scores.task"));
    m_task->setAccessibleName(tr("Task"));
    m_task->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_voters = new SegmentedControl(theme, bar);
    m_voters->setObjectName(QStringLiteral("scores.voters"));
    m_voters->setAccessibleName(tr("Whose votes"));
    m_voters->addSegment(tr("Your votes"));
    m_voters->addSegment(tr("Judge models"), tr("Votes of models that judged, apart from your own"));
    m_against = new SegmentedControl(theme, bar);
    m_against->setObjectName(QStringLiteral("scores.against"));
    m_against->setAccessibleName(tr("What quality is set against"));
    m_against->addSegment(tr("Cost"));
    m_against->addSegment(tr("First token"), tr("Median time to the first token"));
    m_perMonth = new QCheckBox(tr("Per &month"), bar);
    m_perMonth->setObjectName(QStringLiteral("scores.perMonth"));
    m_perMonth->setToolTip(tr("Show what a month of calls costs, here and below every lane"));
    m_calls = new QComboBox(bar);
    m_calls->setObjectName(QStringLiteral("scores.calls"));
    m_calls->setAccessibleName(tr("Calls a month"));
    m_calls->addItem(tr("own traffic"), qint64(0));
    for (const qint64 calls : kVolumes)
        m_calls->addItem(tr("%1 calls").arg(core::formatCount(calls)), calls);
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 8, 16, 9);
    row->setSpacing(12);
    row->addWidget(m_task);
    row->addWidget(m_voters);
    row->addWidget(m_against);
    row->addStretch(1);
    row->addWidget(m_perMonth);
    row->addWidget(m_calls);
    return bar;
}

QWidget *ScoreboardPane::makeContent()
{
    const Theme &theme = m_context.theme;
    auto *const content = new QWidget(m_stack);
    m_note = new ThemedLabel(theme, {}, Theme::Token::Ink2, content);
    m_note->setObjectName(QStringLiteral("scores.note"));
    m_note->setWordWrap(true);
    auto *const chartCard = new Card(theme, {}, content);
    m_chart = new ScoreChart(theme, chartCard);
    m_chart->setObjectName(QStringLiteral("scores.chart"));
    m_noChart = new ThemedLabel(theme, {}, Theme::Token::Ink2, chartCard);
    m_noChart->setObjectName(QStringLiteral("scores.noChart"));
    m_noChart->setAlignment(Qt::AlignCenter);
    m_noChart->setWordWrap(true);
    m_chartStack = new QStackedWidget(chartCard);
    m_chartStack->addWidget(m_chart);
    m_chartStack->addWidget(m_noChart);
    chartCard->content()->addWidget(m_chartStack, 1);
    auto *const tableCard = new Card(theme, {}, content);
    m_table = new LedgerTable(theme, tableCard);
    m_table->setObjectName(QStringLiteral("scores.table"));
    m_table->setAccessibleName(tr("Models by quality"));
    m_proxy = new LedgerProxy(ScoreTableModel::ValueRole, kFigures, m_table);
    m_proxy->setSourceModel(m_model);
    m_table->setModel(m_proxy);
    m_table->sortBy(ScoreTableModel::Quality, Qt::DescendingOrder);
    m_table->setColumns(ScoreTableModel::Model, {ScoreTableModel::P95, ScoreTableModel::Account});
    m_table->setItemDelegate(new LedgerDelegate(
        theme, kFigures,
        [this](const QModelIndex &index) {
            CellLook look;
            if (index.data(ScoreTableModel::DominatedRole).toBool())
                look.ink = Theme::Token::Ink3;
            const bool rated =
                index.siblingAtColumn(ScoreTableModel::Quality).data(ScoreTableModel::ValueRole).isValid();
            if (index.column() == ScoreTableModel::Quality)
                look.bold = rated;
            if (index.column() == ScoreTableModel::Quality && !rated)
                look.ink = Theme::Token::Ink2;
            if (index.column() == ScoreTableModel::Model)
                look.dot = m_context.theme.seriesColour(m_context.colours.indexOf(index.data().toString()));
            return look;
        },
        m_table));
    tableCard->content()->addWidget(m_table, 1);
    auto *const column = new QVBoxLayout(content);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_note);
    column->addWidget(chartCard, 6);
    column->addWidget(tableCard, 5);
    return content;
}

void ScoreboardPane::wire()
{
    connect(&m_pause, &QTimer::timeout, this, &ScoreboardPane::reload);
    connect(&m_context.votes, &core::VoteStore::changed, this, &ScoreboardPane::reloadSoon);
    core::LedgerWriter &ledger = m_context.services.compare.ledger;
    connect(&ledger, &core::LedgerWriter::attemptSettled, this, &ScoreboardPane::reloadSoon);
    connect(&ledger, &core::LedgerWriter::runsChanged, this, &ScoreboardPane::reloadSoon);
    connect(&m_context.volume, &core::VolumeWatch::changed, this, &ScoreboardPane::followVolume);
    connect(&m_context.settings, &core::Settings::changed, this, [this](const QString &key) {
        if (key == core::settings::kIncludeSimulated.key)
            reloadSoon();
    });
    connect(m_task, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            loadTask();
    });
    connect(m_voters, &SegmentedControl::currentChanged, this, &ScoreboardPane::reload);
    connect(m_against, &SegmentedControl::currentChanged, this, [this] {
        m_model->setByTime(isByTime());
        draw();
    });
    connect(m_perMonth, &QCheckBox::toggled, &m_context.volume, &core::VolumeWatch::setPerMonth);
    connect(m_calls, &QComboBox::activated, this,
            [this] { m_context.volume.setFixedCalls(m_calls->currentData().toLongLong()); });
    connect(m_chart, &ScoreChart::activated, this, [this](int spot) {
        const auto target = core::parseTargetName(m_chart->spots().at(spot).target);
        if (target)
            emit runsRequested(*target, task());
    });
    connect(m_table, &LedgerTable::opened, this, [this](const QModelIndex &index) {
        emit runsRequested(m_model->rowAt(m_proxy->mapToSource(index).row()).target, task());
    });
    connect(m_empty, &EmptyState::actionTriggered, this, &ScoreboardPane::compareRequested);
    QAction *const month = m_context.actions.add(
        {QStringLiteral("compare.perMonth"), tr("Money per month or per call"), tr("View"), {}}, window());
    connect(month, &QAction::triggered, this,
            [this] { m_context.volume.setPerMonth(!m_context.volume.volume().perMonth); });
}

bool ScoreboardPane::isJudges() const
{
    return m_voters->current() == 1;
}

bool ScoreboardPane::isByTime() const
{
    return m_against->current() == 1;
}

QString ScoreboardPane::task() const
{
    return m_task->currentData().toString();
}

void ScoreboardPane::setTask(const QString &task)
{
    if (m_task->findData(task) < 0)
        m_task->addItem(core::LedgerWords::task(task), task);
    m_task->setCurrentIndex(m_task->findData(task));
}

std::optional<qint64> ScoreboardPane::callsPerMonth() const
{
    return m_context.volume.volume().callsOf(task());
}

core::VoteFilter ScoreboardPane::filter() const
{
    core::VoteFilter filter;
    if (isJudges())
        filter.judge.reset();
    filter.judgesOnly = isJudges();
    filter.includeSimulated = m_context.settings.get(core::settings::kIncludeSimulated);
    return filter;
}

void ScoreboardPane::reloadSoon()
{
    if (!m_pause.isActive())
        m_pause.start();
}

void ScoreboardPane::takeFocus()
{
    if (m_stack->currentIndex() == 0)
        m_task->setFocus();
}

void ScoreboardPane::reload()
{
    m_pause.stop();
    const quint64 generation = ++m_generation;
    core::continued(m_context.votes.tasks(filter()), this,
                    [this, generation](const core::Result<QList<core::TaskVotes>> &voted) {
                        if (generation != m_generation)
                            return;
                        if (!voted)
                            return complain(voted.error());
                        core::continued(
                            m_context.reader.tasks(), this,
                            [this, generation, voted = *voted](const core::Result<QStringList> &used) {
                                if (generation == m_generation)
                                    showTasks(voted, used.valueOr({}));
                            });
                    });
}

void ScoreboardPane::showTasks(const QList<core::TaskVotes> &voted, const QStringList &used)
{
    const bool first = m_task->count() == 0;
    const QString before = task();
    m_filling = true;
    m_task->clear();
    for (const core::TaskVotes &one : voted)
        m_task->addItem(core::LedgerWords::task(one.task), one.task);
    QStringList all = used;
    all.append(QString());
    for (const QString &one : std::as_const(all)) {
        if (m_task->findData(one) < 0)
            m_task->addItem(core::LedgerWords::task(one), one);
    }
    m_task->setCurrentIndex(first ? 0 : std::max(0, m_task->findData(before)));
    m_filling = false;
    // Judges may have voted where the person did not: only without any vote of anybody is there nothing.
    m_stack->setCurrentIndex(voted.isEmpty() && !isJudges() ? 1 : 0);
    loadTask();
}

void ScoreboardPane::loadTask()
{
    m_problem->hide();
    const quint64 generation = ++m_generation;
    core::VoteFilter wanted = filter();
    wanted.task = task();
    core::continued(m_context.votes.ratings(wanted, {}), this,
                    [this, generation, wanted](const core::Result<core::RatingTable> &ratings) {
                        if (generation != m_generation)
                            return;
                        if (!ratings)
                            return complain(ratings.error());
                        core::TaskTargetQuery query{*wanted.task, wanted.includeSimulated};
                        core::continued(m_context.reader.taskTargets(query), this,
                                        [this, generation, ratings = *ratings](
                                            const core::Result<QList<core::TaskTarget>> &figures) {
                                            if (generation != m_generation)
                                                return;
                                            if (!figures)
                                                return complain(figures.error());
                                            showRows(core::scoreRows(ratings, *figures));
                                        });
                    });
}

void ScoreboardPane::showRows(const QList<core::ScoreRow> &rows)
{
    m_model->setRows(rows, callsPerMonth());
    m_model->setByTime(isByTime());
    showNote();
    draw();
}

void ScoreboardPane::showNote()
{
    QStringList parts;
    const core::Volume &volume = m_context.volume.volume();
    if (const std::optional<qint64> calls = callsPerMonth())
        parts += volume.fixedCalls > 0
            ? tr("Costs are those of %1 calls a month.").arg(core::formatCount(*calls))
            : tr("Costs are those of your own traffic: %n calls of this task in the last 30 days.", nullptr,
                 static_cast<int>(*calls));
    else if (volume.perMonth)
        parts += tr("This task had no calls in the last 30 days, so costs are those of one call.");
    const bool dominated =
        std::any_of(m_model->rows().cbegin(), m_model->rows().cend(), [this](const core::ScoreRow &row) {
            return isByTime() ? row.dominatedByTime : row.dominatedByCost;
        });
    if (dominated)
        parts += isByTime()
            ? tr("Hollow and grey: another model is chosen at least as often and starts no later.")
            : tr("Hollow and grey: another model is chosen at least as often and costs no more.");
    m_note->setText(parts.join(QLatin1Char(' ')));
    m_note->setVisible(!parts.isEmpty());
}

void ScoreboardPane::draw()
{
    const std::optional<qint64> calls = callsPerMonth();
    QList<ScoreSpot> spots;
    for (const core::ScoreRow &row : m_model->rows()) {
        std::optional<double> burden = row.figures.firstP50;
        if (!isByTime())
            burden = row.figures.medianCost
                ? std::optional(row.figures.medianCost->toDouble() * static_cast<double>(calls.value_or(1)))
                : std::nullopt;
        if (!row.quality() || !burden)
            continue;
        ScoreSpot spot;
        spot.name = row.target.model;
        spot.target = row.target.toString();
        spot.quality = row.rating.chance.value;
        spot.low = row.rating.chance.low;
        spot.high = row.rating.chance.high;
        spot.burden = *burden;
        spot.dominated = isByTime() ? row.dominatedByTime : row.dominatedByCost;
        spot.colour = m_context.colours.indexOf(row.target.model);
        const QString takes = isByTime() ? tr("first token %1").arg(core::formatDuration(*burden))
            : calls                      ? tr("%1 a month").arg(ScoreTableModel::costText(row, calls))
                                         : tr("%1 a call").arg(ScoreTableModel::costText(row, calls));
        spot.words = tr("%1: chosen %2 by %n votes, %3", "model, share, cost or time", row.rating.votes)
                         .arg(spot.target, ScoreTableModel::qualityText(row), takes);
        if (spot.dominated)
            spot.words = tr("%1. Another one is at least as good in both.").arg(spot.words);
        spots.append(spot);
    }
    m_chart->setAccessibleName(isByTime() ? tr("Quality against the time to the first token")
                                          : tr("Quality against cost"));
    m_chart->setSpots(spots, isByTime(),
                      isByTime()  ? tr("median first token")
                          : calls ? tr("median cost of a month")
                                  : tr("median cost of a call"));
    m_noChart->setText(
        isJudges() ? tr("No model has the %n judged comparisons that a rating needs.", nullptr,
                        core::kVotesForRating)
                   : tr("No model has the %n votes that a rating needs. The table shows how many there are.",
                        nullptr, core::kVotesForRating));
    m_chartStack->setCurrentIndex(spots.isEmpty() ? 1 : 0);
    showNote();
}

void ScoreboardPane::followVolume()
{
    const core::Volume &volume = m_context.volume.volume();
    m_perMonth->setChecked(volume.perMonth);
    if (m_calls->findData(volume.fixedCalls) < 0)
        m_calls->addItem(tr("%1 calls").arg(core::formatCount(volume.fixedCalls)), volume.fixedCalls);
    m_calls->setCurrentIndex(m_calls->findData(volume.fixedCalls));
    m_calls->setEnabled(volume.perMonth);
    showRows(QList<core::ScoreRow>(m_model->rows()));
}

void ScoreboardPane::complain(const core::Error &error)
{
    m_problem->setMessage(MessagePanel::Kind::Bad, tr("The ledger could not be read"), error.message);
}

} // namespace ui
