#pragma once

#include "core/base/clock.h"
#include "core/catalog/modelinfo.h"
#include "core/ledger/usagequery.h"

#include <QObject>
#include <QTimeZone>
#include <QTimer>

#include <optional>

namespace core {
class BudgetGuard;
class LedgerReader;
class LedgerWriter;
class Settings;
} // namespace core

namespace ui {
class MainWindow;
}

namespace app {

/// Keeps the status bar's money current: this run, today and this month in the reporting zone.
class SpendWatch : public QObject
{
    Q_OBJECT

public:
    SpendWatch(core::LedgerReader &reader, core::LedgerWriter &writer, core::Settings &settings,
               const core::BudgetGuard &budgets, const core::Clock &clock, ui::MainWindow &window);

    /// The rate by which the month is shown in another currency, too; nothing: in US dollars alone.
    void setDisplayRate(const std::optional<core::ExchangeRate> &rate);

    /// The run that the window shows and what it knows of its cost; 0 is a run without an id.
    void setRun(std::optional<core::Money> spend, qint64 unpriced, qint64 run);
    /// While hidden the figures stay as they are: what a blind lane adds would tell its cost.
    void setHidden(bool hidden);
    /// Costs that were settled have changed: those of a run are now what the ledger says.
    void noteNewCosts();

private:
    void refresh();
    void readRun();
    void show();
    QTimeZone zone() const;

    core::LedgerReader &m_reader;
    core::Settings &m_settings;
    const core::BudgetGuard &m_budgets;
    const core::Clock &m_clock;
    ui::MainWindow &m_window;
    std::optional<core::ExchangeRate> m_displayRate;
    QTimer m_refresh;
    QTimer m_midnight;
    std::optional<core::Spend> m_run;
    qint64 m_runId = 0;
    /// Of the run, once costs that were settled have changed.
    std::optional<core::Spend> m_runInLedger;
    bool m_hasNewCosts = false;
    bool m_hidden = false;
    core::Spend m_today;
    core::Spend m_month;
};

} // namespace app
