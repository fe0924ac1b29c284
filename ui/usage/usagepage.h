#pragma once

#include "core/ledger/attemptquery.h"
#include "core/ledger/reportperiod.h"
#include "core/ledger/usageoverview.h"
#include "core/models/usagechartdata.h"
#include "ui/page.h"
#include "ui/usage/usagechart.h"

#include <QTimer>

class QCheckBox;
class QStackedWidget;
class QVBoxLayout;

namespace core {
class Clock;
class LedgerReader;
class LedgerWriter;
class Settings;
} // namespace core

namespace ui {

class Actions;
class AttemptDetails;
class AttemptsPane;
class EmptyState;
class KpiRow;
class MessagePanel;
class ModelColours;
class ModelsPane;
class PeriodPicker;
class Theme;
class UsageChartPane;

/// Where the money goes: totals of a period, spend by day and model, a table by model and account, and the
/// attempts behind each figure. MainWindow owns it; everything passed by reference outlives it.
class UsagePage : public Page
{
    Q_OBJECT

public:
    UsagePage(core::LedgerReader &reader, core::LedgerWriter &writer, core::Settings &settings,
              const core::Clock &clock, const Theme &theme, ModelColours &colours, Actions &actions,
              QWidget *parent = nullptr);

    void enter() override;

signals:
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
    QWidget *makeContent();
    void wire();
    void addActions(Actions &actions);
    void followSettings();
    void refresh();
    void refreshSoon();
    void showOverview(const core::UsageOverview &overview);
    void showEmpty();
    void leaveEmpty();
    void drillInto(const core::UsageSelection &selection, const QString &what);
    void summarise();
    void leaveDrillDown();
    bool isDrilled() const;
    void exportTable();
    void exportAttempts(const core::AttemptFilter &filter, const QString &csvSoFar);
    void offer(const QString &name, const QString &csv);
    core::AttemptFilter exportFilter() const;
    bool isSimulatedIncluded() const;

    core::LedgerReader &m_reader;
    core::LedgerWriter &m_writer;
    core::Settings &m_settings;
    const Theme &m_theme;
    PeriodPicker *const m_period;
    QCheckBox *const m_simulated;
    QStackedWidget *const m_stack;
    QStackedWidget *const m_tables;
    KpiRow *const m_figures;
    UsageChartPane *const m_chart;
    ModelsPane *const m_models;
    AttemptsPane *const m_attempts;
    AttemptDetails *const m_details;
    EmptyState *const m_empty;
    MessagePanel *const m_problem;
    QVBoxLayout *m_content = nullptr;
    QTimer m_refresh;
    core::UsageOverview m_overview;
    core::UsageSelection m_selection;
    UsageChart::Spot m_spot;
    quint64 m_generation = 0;
    bool m_stale = true;
};

} // namespace ui
