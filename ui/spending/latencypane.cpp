#include "ui/spending/latencypane.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/spending/callselection.h"
#include "core/spending/spendingreader.h"
#include "ui/spending/histogramchart.h"
#include "ui/spending/panestack.h"
#include "ui/spending/percentilechart.h"
#include "ui/spending/scatterchart.h"
#include "ui/spending/spendingwords.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kMostHistogramBins = 40;

QString rateText(double tokensPerSecond)
{
    return LatencyPane::tr("%1 tok/s").arg(QLocale().toString(tokensPerSecond, 'f', 0));
}

QString latencyText(double ms)
{
    return core::formatDuration(ms);
}

} // namespace

LatencyPane::LatencyPane(const Theme &theme, const core::SpendingReader &reader, QWidget *parent)
    : QWidget(parent)
    , m_reader(reader)
    , m_measures(new SegmentedControl(theme, this))
    , m_charts(new SegmentedControl(theme, this))
    , m_note(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_overTime(new PercentileChart(theme, this))
    , m_histogram(new HistogramChart(theme, this))
    , m_scatter(new ScatterChart(theme, this))
    , m_places(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("spending.latency"));
    m_stack = new PaneStack(theme, makeContent(), this);
    auto *const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    connect(m_stack, &PaneStack::retryRequested, this, &LatencyPane::load);
    for (SegmentedControl *const choice : {m_measures, m_charts}) {
        connect(choice, &SegmentedControl::currentChanged, this, [this] {
            if (m_stack->isContentShown())
                rebuild();
        });
    }
    connect(m_overTime, &PercentileChart::activated, this, [this](int mark) {
        const QDate day = m_overTime->day(mark);
        emit openRequested({}, core::daysWithin(m_query.range, day, day, m_query.zone),
                           m_overTime->dayText(mark));
    });
    connect(m_scatter, &ScatterChart::activated, this,
            [this](int mark) { emit openRequested({}, m_scatter->range(mark), m_scatter->markText(mark)); });
}

QWidget *LatencyPane::makeContent()
{
    m_measures->setObjectName(QStringLiteral("spending.latency.measure"));
    m_measures->setAccessibleName(tr("What is measured"));
    m_measures->addSegment(tr("First token"));
    m_measures->addSegment(tr("Whole answer"));
    m_measures->addSegment(tr("Output rate"), tr("Tokens a second, from the first to the last"));
    m_measures->setCurrent(0);
    m_charts->setObjectName(QStringLiteral("spending.latency.chart"));
    m_charts->setAccessibleName(tr("How it is shown"));
    m_charts->addSegment(tr("Over time"));
    m_charts->addSegment(tr("Histogram"));
    m_charts->addSegment(tr("Scatter"), tr("Every request by its time and first token"));
    m_charts->setCurrent(0);
    m_note->setObjectName(QStringLiteral("spending.latency.note"));
    m_note->setType(0.92);
    m_note->setWordWrap(true);
    m_places->addWidget(m_overTime);
    m_places->addWidget(m_histogram);
    m_places->addWidget(m_scatter);
    auto *const content = new QWidget(this);
    auto *const head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_charts);
    head->addWidget(m_measures);
    head->addStretch(1);
    auto *const column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_places, 1);
    column->addWidget(m_note);
    return content;
}

void LatencyPane::choose(Measure measure, Chart chart)
{
    m_measures->setCurrent(static_cast<int>(measure));
    m_charts->setCurrent(static_cast<int>(chart));
}

void LatencyPane::setPeriod(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated)
{
    m_query = {core::timeRange(period, zone), zone, includeSimulated};
    load();
}

void LatencyPane::load()
{
    const quint64 generation = ++m_generation;
    m_stack->showLoading();
    core::continued(m_reader.latency(m_query), this,
                    [this, generation](const core::Result<core::LatencyView> &view) {
                        if (generation != m_generation)
                            return;
                        if (!view) {
                            m_stack->showProblem(view.error());
                            return;
                        }
                        m_view = *view;
                        rebuild();
                    });
}

void LatencyPane::rebuild()
{
    if (m_view.days.isEmpty() && m_view.cells.isEmpty()) {
        m_stack->showNothing(tr("No request of this period tells how fast it was."));
        return;
    }
    const auto measure = static_cast<Measure>(m_measures->current());
    const auto chart = static_cast<Chart>(m_charts->current());
    const bool isRate = measure == Measure::Rate;
    const auto format = isRate ? &rateText : &latencyText;
    if (isRate) {
        m_overTime->setDays(m_view.days, &core::LatencyDay::rate, format);
        m_histogram->setBins(core::histogramBins(m_view.sketches.rate, kMostHistogramBins), format);
    } else if (measure == Measure::Total) {
        m_overTime->setDays(m_view.days, &core::LatencyDay::totalMs, format);
        m_histogram->setBins(core::histogramBins(m_view.sketches.totalMs, kMostHistogramBins), format);
    } else {
        m_overTime->setDays(m_view.days, &core::LatencyDay::firstMs, format);
        m_histogram->setBins(core::histogramBins(m_view.sketches.firstMs, kMostHistogramBins), format);
    }
    m_scatter->setView(m_view, m_query.zone);
    // The scatter is of first tokens alone.
    m_measures->setVisible(chart != Chart::Scatter);
    m_places->setCurrentIndex(static_cast<int>(chart));
    m_note->setText(note());
    m_stack->showContent();
}

QString LatencyPane::note() const
{
    const auto chart = static_cast<Chart>(m_charts->current());
    if (chart == Chart::Scatter)
        return m_view.exactCells
            ? tr("The more requests, the denser a cell; red where some failed.")
            : tr("The more requests, the denser a cell. In a long period errors are counted by day, without "
                 "their first token.");
    const QString error = QLocale().toString(100.0 * core::kSketchError, 'f', 1);
    if (chart == Chart::Histogram)
        return tr("Values are right to %1 %.").arg(error);
    return tr("Percentiles are right to %1 %. A day of fewer than %2 answers shows none.")
        .arg(error, QString::number(core::kFewestLatencySamples));
}

} // namespace ui
