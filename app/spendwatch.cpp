#include "app/spendwatch.h"

#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/base/result.h"
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

} // namespace

SpendWatch::SpendWatch(LedgerReader &reader, LedgerWriter &writer, Settings &settings, const Clock &clock,
                       ui::MainWindow &window)
    : m_reader(reader), m_settings(settings), m_clock(clock), m_window(window)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kCoalesce);
    connect(&m_refresh, &QTimer::timeout, this, &SpendWatch::refresh);
    connect(&m_midnight, &QTimer::timeout, this, &SpendWatch::refresh);
    m_midnight.start(kClockCheck);
    connect(&writer, &LedgerWriter::attemptSettled, &m_refresh, qOverload<>(&QTimer::start));
    connect(&settings, &Settings::changed, &m_refresh, qOverload<>(&QTimer::start));
    refresh();
}

void SpendWatch::setRun(std::optional<Money> spend, bool unpriced)
{
    m_run = spend;
    m_runUnpriced = unpriced;
    show();
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
    const QString name = m_settings.get(settings::kReportingZone);
    const QTimeZone zone = name.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(name.toUtf8());
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.utcMs(), zone).date();
    const bool simulated = m_settings.get(settings::kIncludeSimulated);
    const auto take = [this](Money *figure) {
        return [this, figure](const Result<Money> &spend) {
            if (!spend) {
                qCWarning(logLedger) << "the spend could not be read:" << spend.error().message;
                return;
            }
            *figure = *spend;
            show();
        };
    };
    continued(m_reader.spend(today.startOfDay(zone).toMSecsSinceEpoch(), simulated), this, take(&m_today));
    const QDate first(today.year(), today.month(), 1);
    continued(m_reader.spend(first.startOfDay(zone).toMSecsSinceEpoch(), simulated), this, take(&m_month));
}

void SpendWatch::show()
{
    ui::SpendFigures figures;
    figures.run = m_run;
    figures.runUnpriced = m_runUnpriced;
    figures.today = m_today;
    figures.month = m_month;
    figures.monthName = QLocale().standaloneMonthName(QDate::currentDate().month());
    m_window.setSpend(figures);
}

} // namespace app
