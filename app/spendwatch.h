#pragma once

#include "core/base/clock.h"
#include "core/catalog/modelinfo.h"

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

    void setRun(std::optional<core::Money> spend, bool unpriced);
    /// While hidden the figures stay as they are: what a blind lane adds would tell its cost.
    void setHidden(bool hidden);
    /// Costs that were settled have changed.
    void refreshSoon() { m_refresh.start(); }

private:
    void refresh();
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
    std::optional<core::Money> m_run;
    bool m_runUnpriced = false;
    bool m_hidden = false;
    core::Money m_today;
    core::Money m_month;
};

} // namespace app
