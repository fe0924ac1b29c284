#pragma once

#include "core/models/usagechartdata.h"
#include "ui/usage/usagechart.h"
#include "ui/widgets/card.h"

#include <QHash>

class QStackedLayout;

namespace ui {

class ChartLegend;
class ModelColours;
class SegmentedControl;

/// The bars of a period with their metric, legend and what one bar stands for.
class UsageChartPane : public Card
{
    Q_OBJECT

public:
    UsageChartPane(const Theme &theme, ModelColours &colours, QWidget *parent = nullptr);

    /// `first` to `last` are the days to draw.
    void setReport(const core::UsageReport &report, QDate first, QDate last);
    core::UsageMetric metric() const { return m_metric; }
    /// Colours of the models that have bars of their own, for the tables.
    const QHash<QString, int> &colours() const { return m_shown; }
    void setMarked(const UsageChart::Spot &spot) { m_chart->setMarked(spot); }

signals:
    void spotActivated(const core::UsageSelection &selection, const QString &what,
                       const UsageChart::Spot &spot);
    void coloursChanged();

private:
    void rebuild();
    QList<int> assignColours(const core::UsageChartData &bars);
    void activate(int bar, int series);

    ModelColours &m_colours;
    SegmentedControl *const m_metrics;
    ThemedLabel *const m_bin;
    ChartLegend *const m_legend;
    UsageChart *const m_chart;
    ThemedLabel *const m_nothing;
    QStackedLayout *m_stack = nullptr;
    core::UsageReport m_report;
    QDate m_first;
    QDate m_last;
    core::UsageMetric m_metric = core::UsageMetric::Cost;
    QHash<QString, int> m_shown;
};

} // namespace ui
