#include "app/spendwatch.h"

#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/base/result.h"
#include "core/ledger/budgetguard.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/mainwindow.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

using namespace core;
using namespace std::chrono_literals;

namespace app {

namespace {

constexpr auto kCoalesce = 300ms;
/// Days and months begin without anything being sent.
constexpr auto kClockCheck = 60s;

qint64 monthStartMs(qint64 nowMs, const QTimeZone &zone)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, zone).date();
    return QDate(today.year(), today.month(), 1).startOfDay(zone).toMSecsSinceEpoch();
}

/// Of the budgets that count all of the month that begins then, the tightest; null when there is none.
const BudgetState *monthBudget(const QList<BudgetState> &states, qint64 startMs)
{
    const BudgetState *tightest = nullptr;
    for (const BudgetState &state : states) {
        const Budget &budget = state.budget;
        const bool counts = budget.enabled && budget.scope.kind == BudgetScope::Kind::All
            && budget.period.cycle == BudgetCycle::Month && state.span.startMs == startMs;
        if (counts && (!tightest || budget.amount < tightest->budget.amount))
            tightest = &state;
    }
    return tightest;
}

} // namespace

SpendWatch::SpendWatch(LedgerReader &reader, LedgerWriter &writer, Settings &settings,
                       const BudgetGuard &budgets, const Clock &clock, ui::MainWindow &window)
    : m_reader(reader), m_settings(settings), m_budgets(budgets), m_clock(clock), m_window(window)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kCoalesce);
    connect(&m_refresh, &QTimer::timeout, this, &SpendWatch::refresh);
    connect(&m_midnight, &QTimer::timeout, this, &SpendWatch::refresh);
    m_midnight.start(kClockCheck);
    connect(&writer, &LedgerWriter::attemptSettled, &m_refresh, qOverload<>(&QTimer::start));
    connect(&settings, &Settings::changed, &m_refresh, qOverload<>(&QTimer::start));
    connect(&budgets, &BudgetGuard::changed, &m_refresh, qOverload<>(&QTimer::start));
    refresh();
}

void SpendWatch::setRun(std::optional<Money> spend, qint64 unpriced, qint64 run)
{
    m_run.reset();
    if (spend)
        m_run = Spend{*spend, unpriced};
    if (run != m_runId) {
        m_runId = run;
        m_runInLedger.reset();
        readRun();
    }
    show();
}

void SpendWatch::noteNewCosts()
{
    m_hasNewCosts = true;
    m_refresh.start();
}

void SpendWatch::setHidden(bool hidden)
{
    m_hidden = hidden;
    if (!hidden)
        refresh();
}

void SpendWatch::refresh()
{
    if (m_hidden)
        return;
    const QTimeZone zone = this->zone();
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.utcMs(), zone).date();
    const bool simulated = m_settings.get(settings::kIncludeSimulated);
    const auto take = [this](Spend *figure) {
        return [this, figure](const Result<Spend> &spend) {
            if (!spend) {
                qCWarning(logLedger) << "the spend could not be read:" << spend.error().message;
                return;
            }
            *figure = *spend;
            show();
        };
    };
    continued(m_reader.spend(today.startOfDay(zone).toMSecsSinceEpoch(), simulated), this, take(&m_today));
    continued(m_reader.spend(monthStartMs(m_clock.utcMs(), zone), simulated), this, take(&m_month));
    readRun();
}

void SpendWatch::readRun()
{
    if (!m_hasNewCosts || m_runId == 0)
        return;
    continued(m_reader.spendOfRun(m_runId), this, [this, run = m_runId](const Result<Spend> &spend) {
        if (!spend) {
            qCWarning(logLedger) << "the spend of the run could not be read:" << spend.error().message;
        } else if (run == m_runId) {
            m_runInLedger = *spend;
            show();
        }
    });
}

void SpendWatch::setDisplayRate(const std::optional<ExchangeRate> &rate)
{
    if (rate == m_displayRate)
        return;
    m_displayRate = rate;
    m_refresh.start();
}

QTimeZone SpendWatch::zone() const
{
    const QString name = m_settings.get(settings::kReportingZone);
    const QTimeZone zone = name.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(name.toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

void SpendWatch::show()
{
    ui::SpendFigures figures;
    if (m_run) {
        const Spend run = m_runInLedger.value_or(*m_run);
        figures.run = run.known;
        figures.runUnpriced = run.unpriced;
    }
    figures.today = m_today.known;
    figures.todayUnpriced = m_today.unpriced;
    figures.month = m_month.known;
    figures.monthUnpriced = m_month.unpriced;
    figures.monthName = QLocale().standaloneMonthName(QDate::currentDate().month());
    figures.displayRate = m_displayRate;
    const qint64 monthStart = monthStartMs(m_clock.utcMs(), zone());
    if (const BudgetState *const state = monthBudget(m_budgets.states(), monthStart)) {
        figures.monthLimit = state->budget.amount;
        // A budget does not count what was imported.
        if (state->spent < m_month.known)
            figures.limitSpent = state->spent;
        if (state->spent >= state->budget.amount)
            figures.monthInk = ui::Theme::Token::Bad;
        else if (state->isPastWarning())
            figures.monthInk = ui::Theme::Token::Warn;
    }
    m_window.setSpend(figures);
}

} // namespace app
