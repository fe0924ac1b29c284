#pragma once

#include "core/ledger/attemptquery.h"
#include "core/usage/usagekpis.h"
#include "ui/page.h"
#include "ui/usage/kpirow.h"
#include "ui/usage/periodpicker.h"
#include "ui/usage/usagechart.h"

#include <QTimer>

class QCheckBox;
class QMenu;
class QStackedWidget;

namespace core {
class Clock;
class LedgerReader;
class LedgerWriter;
class Settings;
class UsageReader;
} // namespace core

namespace ui {

class Actions;
class AttemptDetails;
class AttemptsPane;
class ExplorePane;
class FlatButton;
class MessagePanel;
class ModelColours;
class ModelsPane;
class PageBar;
class PaneTabs;
class Theme;
class UsageContent;
class UsageEmpty;
class UsageExports;
class UsageScope;

/// Where the money goes: key figures of a period, any figure over time, a table by model and account, and the
/// requests behind each figure. Panes of other subjects are added to it. MainWindow owns it; everything
/// passed by reference outlives it.
class UsagePage : public Page
{
    Q_OBJECT

public:
    UsagePage(core::LedgerReader &reader, core::UsageReader &usage, core::LedgerWriter &writer,
              core::Settings &settings, const core::Clock &clock, const Theme &theme, ModelColours &colours,
              Actions &actions, QWidget *parent = nullptr);

    void enter() override;

    /// Adds a pane below the chart, beside the table of models; takes it. It scrolls when it is high. The one
    /// that was chosen last, by its object name, is shown at once.
    void addPane(QWidget *pane, const QString &title);
    void showPane(QWidget *pane);
    /// The pane that the number of unpriced requests leads to; without one it lists these.
    void setUnpricedPane(QWidget *pane, const QString &title);
    /// Right of the chart, for what fits in 280 px; takes it.
    void setSidePane(QWidget *pane);
    /// In place of the chart, under "Latency" beside the figures; takes it.
    void setLatencyPane(QWidget *pane);
    /// A widget with a row layout above the chart, at the right.
    QWidget *forecastSlot() const;
    /// A button at the right end of the bar; takes it.
    void addToBar(QWidget *button);
    /// For further exports, at its end.
    QMenu *exportMenu() const;
    /// The rate by which the cost is shown in another currency, too; nothing: in US dollars alone.
    void setDisplayRate(const std::optional<core::ExchangeRate> &rate) { m_figures->setDisplayRate(rate); }
    void setEvents(const QList<ChartEvent> &events);

    /// Lists attempts in place of the panes until the user goes back. `what` says what they are.
    void showAttempts(const core::AttemptFilter &attempts, const QString &what);
    /// Those of the range that all of `only` hold for.
    void showAttempts(const QList<core::UsageFilter> &only, const core::TimeRange &range,
                      const QString &what);
    void showPeriod(const core::ReportPeriod &period);
    core::ReportPeriod period() const { return m_period->period(); }
    core::TimeRange periodRange() const { return m_period->range(); }
    QTimeZone zone() const { return m_period->zone(); }

signals:
    /// Another period is shown, or the ledger has more of the same: what depends on it is to be read anew.
    void periodChanged(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated);
    /// "Open run" of an attempt.
    void runRequested(qint64 run);
    /// Nothing was sent yet and the user wants to.
    void compareRequested();
    /// A month's report is wanted.
    void reportRequested();
    /// For a toast: what was done, such as "Saved usage.csv".
    void notified(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *makeBar();
    void makeContent();
    void wire();
    void wireExplore();
    void addActions(Actions &actions);
    void followSettings();
    void refresh();
    void refreshSoon();
    void readModels(quint64 generation);
    void showKpis(const core::UsageKpis &kpis);
    void setEmpty(bool empty);
    void showProblem(const core::Error &error);
    void takeScope();
    void goBack();
    void closeDetails();
    void follow(KpiRow::Figure figure);
    void drillInto(const core::AttemptFilter &attempts, const QString &what);
    void leaveDrillDown();
    bool isDrilled() const;

    core::LedgerReader &m_reader;
    core::UsageReader &m_usage;
    core::LedgerWriter &m_writer;
    core::Settings &m_settings;
    const core::Clock &m_clock;
    const Theme &m_theme;
    PeriodPicker *const m_period;
    UsageScope *const m_scope;
    QCheckBox *const m_simulated;
    QStackedWidget *const m_tables;
    KpiRow *const m_figures;
    ExplorePane *const m_explore;
    PaneTabs *const m_panes;
    ModelsPane *const m_models;
    AttemptsPane *const m_attempts;
    AttemptDetails *const m_details;
    UsageEmpty *const m_empty;
    MessagePanel *const m_problem;
    UsageExports *const m_exports;
    QWidget *m_unpriced = nullptr;
    PageBar *m_bar = nullptr;
    FlatButton *m_export = nullptr;
    QWidget *m_barEnd = nullptr;
    UsageContent *m_content = nullptr;
    QTimer m_refresh;
    core::UsageKpis m_kpis;
    UsageChart::Spot m_spot;
    quint64 m_generation = 0;
    bool m_stale = true;
};

} // namespace ui
