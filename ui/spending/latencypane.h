#pragma once

#include "core/spending/latencyview.h"

#include <QTimeZone>
#include <QWidget>

class QStackedWidget;

namespace core {
class SpendingReader;
struct UsageFilter;
} // namespace core

namespace ui {

class HistogramChart;
class PaneStack;
class PercentileChart;
class ScatterChart;
class SegmentedControl;
class Theme;
class ThemedLabel;

/// How fast answers come: percentiles over time, their distribution, and every answer as part of a cell of
/// time and first token.
class LatencyPane : public QWidget
{
    Q_OBJECT

public:
    enum class Measure { FirstToken, Total, Rate };
    enum class Chart { OverTime, Histogram, Scatter };

    LatencyPane(const Theme &theme, const core::SpendingReader &reader, QWidget *parent = nullptr);

    /// Reads anew, also for the same period.
    void setPeriod(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated);
    const core::LatencyView &view() const { return m_view; }
    void choose(Measure measure, Chart chart);

signals:
    /// The attempts of a day or of a cell's time; `what` says what they are.
    void openRequested(const QList<core::UsageFilter> &only, const core::TimeRange &range,
                       const QString &what);

private:
    QWidget *makeContent();
    void load();
    void rebuild();
    QString note() const;

    const core::SpendingReader &m_reader;
    core::LatencyViewQuery m_query;
    core::LatencyView m_view;
    quint64 m_generation = 0;
    SegmentedControl *const m_measures;
    SegmentedControl *const m_charts;
    ThemedLabel *const m_note;
    PercentileChart *const m_overTime;
    HistogramChart *const m_histogram;
    ScatterChart *const m_scatter;
    QStackedWidget *const m_places;
    PaneStack *m_stack = nullptr;
};

} // namespace ui
