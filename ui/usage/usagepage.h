#pragma once

#include "core/ledger/attemptquery.h"
#include "core/ledger/reportperiod.h"
#include "core/ledger/usageoverview.h"
#include "core/models/usagechartdata.h"
#include "ui/page.h"

#include <QTimer>

class QCheckBox;
class QStackedWidget;

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
    /// For a toast: what was done, such as "Saved usage.csv".
    void notified(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build(const Theme &theme, ModelColours &colours);
    QWidget *makeBar(const Theme &theme);
    void wire();
    void addActions(Actions &actions);
    void refresh();
    void refreshSoon();
    void show(const core::UsageOverview &overview);
    void showEmpty(const core::UsageOverview &overview);
    void drillInto(const core::AttemptFilter &filter, const QString &what);
    void leaveDrillDown();
    void exportTable();
    void exportAttempts();
    core::AttemptFilter wholePeriod() const;
    bool isSimulatedIncluded() const;

    core::LedgerReader &m_reader;
    core::LedgerWriter &m_writer;
    core::Settings &m_settings;
    PeriodPicker *m_period = nullptr;
    QCheckBox *m_simulated = nullptr;
    QStackedWidget *m_stack = nullptr;
    QStackedWidget *m_tables = nullptr;
    KpiRow *m_figures = nullptr;
    UsageChartPane *m_chart = nullptr;
    ModelsPane *m_models = nullptr;
    AttemptsPane *m_attempts = nullptr;
    AttemptDetails *m_details = nullptr;
    EmptyState *m_empty = nullptr;
    MessagePanel *m_problem = nullptr;
    QTimer m_refresh;
    core::UsageOverview m_overview;
    quint64 m_generation = 0;
    bool m_stale = true;
};

} // namespace ui
