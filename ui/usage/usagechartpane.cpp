#include "ui/usage/usagechartpane.h"

#include "ui/theme/modelcolours.h"
#include "ui/usage/chartlegend.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

using core::UsageBin;
using core::UsageMetric;

namespace ui {

namespace {

constexpr int kOther = Theme::kSeries - 1;

} // namespace

UsageChartPane::UsageChartPane(const Theme &theme, ModelColours &colours, QWidget *parent)
    : Card(theme, {}, parent)
    , m_colours(colours)
    , m_metrics(new SegmentedControl(theme, this))
    , m_bin(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_legend(new ChartLegend(theme, this))
    , m_chart(new UsageChart(theme, this))
    , m_nothing(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
{
    m_metrics->setObjectName(QStringLiteral("usage.metric"));
    m_metrics->setAccessibleName(tr("What the bars show"));
    m_metrics->addSegment(tr("Cost"));
    m_metrics->addSegment(tr("Tokens"), tr("Input and output tokens"));
    m_metrics->addSegment(tr("Requests"));
    m_metrics->addSegment(tr("Errors"), tr("Failed, interrupted or refused requests"));
    m_metrics->setCurrent(0);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *const head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_metrics);
    head->addWidget(m_bin);
    head->addStretch(1);
    auto *const place = new QWidget(this);
    m_stack = new QStackedLayout(place);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_nothing);
    content()->addLayout(head);
    content()->addWidget(place, 1);
    content()->addWidget(m_legend);
    connect(m_metrics, &SegmentedControl::currentChanged, this, [this](int index) {
        m_metric = static_cast<UsageMetric>(index);
        rebuild();
    });
    connect(m_chart, &UsageChart::activated, this, &UsageChartPane::activate);
}

void UsageChartPane::setReport(const core::UsageReport &report, QDate first, QDate last)
{
    m_report = report;
    m_first = first;
    m_last = last;
    rebuild();
}

/// A model keeps its colour; those without one of their own borrow what no other model here has.
QList<int> UsageChartPane::assignColours(const core::UsageChartData &bars)
{
    QList<int> indexes;
    QList<int> free;
    for (int index = 0; index < kOther; ++index)
        free.append(index);
    for (const core::UsageSeries &part : bars.series) {
        const int index = part.model.isEmpty() ? kOther : m_colours.indexOf(part.model);
        indexes.append(index);
        free.removeOne(index);
    }
    m_shown.clear();
    for (qsizetype at = 0; at < indexes.size(); ++at) {
        const QString &model = bars.series.at(at).model;
        if (model.isEmpty())
            continue;
        if (indexes.at(at) == kOther && !free.isEmpty())
            indexes[at] = free.takeFirst();
        m_shown.insert(model, indexes.at(at));
    }
    return indexes;
}

void UsageChartPane::rebuild()
{
    const core::UsageChartData bars = core::usageChartData(m_report, m_first, m_last, m_metric);
    const QList<int> colours = assignColours(bars);
    QList<ChartLegend::Entry> entries;
    for (qsizetype at = 0; at < bars.series.size(); ++at) {
        const core::UsageSeries &part = bars.series.at(at);
        entries.append(
            {part.model.isEmpty() ? tr("Other (%1)", "number of models").arg(part.models.size()) : part.model,
             colours.at(at)});
    }
    m_legend->setEntries(entries);
    m_chart->setData(bars, colours);
    switch (bars.bin) {
    case UsageBin::Day:
        m_bin->setText(tr("per day"));
        break;
    case UsageBin::Week:
        m_bin->setText(tr("per week"));
        break;
    case UsageBin::Month:
        m_bin->setText(tr("per month"));
        break;
    case UsageBin::Year:
        m_bin->setText(tr("per year"));
        break;
    }
    const bool any = bars.highest() > 0.0;
    m_stack->setCurrentIndex(any ? 0 : 1);
    m_legend->setVisible(any);
    if (m_metric == UsageMetric::Errors)
        m_nothing->setText(tr("No request failed in this period."));
    else if (m_metric == UsageMetric::Cost)
        m_nothing->setText(tr("No known cost in this period."));
    else
        m_nothing->setText(tr("Nothing in this period."));
    emit coloursChanged();
}

void UsageChartPane::activate(int bar, int series)
{
    const core::UsageChartData &bars = m_chart->chartData();
    core::UsageSelection selection;
    selection.first = bars.bars.at(bar).first;
    selection.last = bars.bars.at(bar).second;
    selection.errorsOnly = m_metric == UsageMetric::Errors;
    QString what = m_chart->barText(bar);
    if (series >= 0) {
        const core::UsageSeries &part = bars.series.at(series);
        selection.models = part.models;
        what = tr("%1 · %2", "model, days").arg(part.model.isEmpty() ? tr("Other models") : part.model, what);
    }
    if (selection.errorsOnly)
        what = tr("%1 · errors", "what, only its errors").arg(what);
    emit spotActivated(selection, what, {bar, series});
}

} // namespace ui
