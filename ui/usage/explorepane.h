#pragma once

#include "core/models/exploretablemodel.h"
#include "ui/usage/chartexport.h"
#include "ui/usage/explorepicture.h"
#include "ui/usage/seriescolours.h"
#include "ui/usage/usagechart.h"
#include "ui/widgets/card.h"

#include <QHash>
#include <QTimer>

class QHBoxLayout;
class QStackedWidget;

namespace core {
class Settings;
class UsageReader;
} // namespace core

namespace ui {

class ChartLegend;
class ElidedLabel;
class ExploreControls;
class FlatButton;
class LedgerProxy;
class LedgerTable;
class MessagePanel;
class ModelColours;
class ViewsButton;
class WholeRows;

/// Explore: any figure of the usage over time, split as chosen, as a chart or a table, with places for what
/// stands beside it. It reads by itself; the page says which period.
class ExplorePane : public Card
{
    Q_OBJECT

public:
    ExplorePane(const Theme &theme, ModelColours &colours, core::UsageReader &reader,
                core::Settings &settings, QWidget *parent = nullptr);

    /// Reads the period anew. `isZoomed` offers a way back.
    void load(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated, QDate today,
              bool isZoomed);
    void reload();
    /// Shows another metric.
    void setMetric(core::ExploreMetric metric);
    ExploreControls &controls() const { return *m_controls; }
    const core::ExploreResult &result() const { return m_table.result(); }
    /// How the result is drawn, which follows the choice once that was read.
    ExploreKind kind() const { return m_kind; }
    /// Colours of models that have some of their own here, for the tables.
    const QHash<QString, int> &colours() const { return m_modelColours; }
    void setMarked(const UsageChart::Spot &spot) { m_chart->setMarked(spot); }
    void setEvents(const QList<ChartEvent> &events);

    /// Right of the controls, such as for a forecast.
    QWidget *forecastSlot() const { return m_forecast; }
    /// Right of the chart; takes it.
    void setSidePane(QWidget *pane);
    /// Shown in place of the chart under a segment of its own; takes it.
    void setLatencyPane(QWidget *pane);

    /// What is shown, for a picture.
    ChartSheet sheet() const;
    QList<QStringList> cells() const { return m_table.toCells(); }

signals:
    void spotActivated(const core::AttemptFilter &attempts, const QString &what,
                       const UsageChart::Spot &spot);
    void zoomed(const core::ReportPeriod &period);
    /// Esc in the chart or the table.
    void left();
    /// "Back to the longer period".
    void zoomLeft();
    /// A saved view asks for its period.
    void periodWanted(const core::ReportPeriod &period);
    /// The user chose another view: its marks are not those of before.
    void viewChanged();
    /// What was read is shown.
    void shown();
    void told(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void wire();
    QWidget *makePlace();
    void makeTable();
    void remember();
    void restore();
    void showResult(const core::ExploreResult &result);
    void showTable();
    void applyView(const core::ExploreQuery &query);
    void activate(const UsageChart::Spot &spot);
    QString emptyText() const;
    void fitSidePane();

    const Theme &m_theme;
    SeriesColours m_palette;
    core::UsageReader &m_reader;
    core::Settings &m_settings;
    ExploreControls *const m_controls;
    ViewsButton *const m_views;
    QWidget *const m_forecast;
    FlatButton *const m_back;
    ElidedLabel *const m_state;
    MessagePanel *const m_problem;
    QStackedWidget *const m_stack;
    UsageChart *const m_chart;
    ElidedLabel *const m_nothing;
    LedgerTable *const m_view;
    WholeRows *const m_rows;
    ChartLegend *const m_legend;
    LedgerProxy *m_sorted = nullptr;
    QHBoxLayout *m_middle = nullptr;
    QWidget *m_latency = nullptr;
    QWidget *m_side = nullptr;
    core::ExploreTableModel m_table;
    core::ExploreQuery m_asked;
    QList<int> m_seriesColours;
    QList<ChartEvent> m_events;
    QHash<QString, int> m_modelColours;
    QDate m_today;
    ExploreKind m_kind = ExploreKind::Bars;
    QTimer m_slow;
    quint64 m_generation = 0;
};

} // namespace ui
