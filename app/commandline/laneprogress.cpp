#include "app/commandline/laneprogress.h"

#include "app/commandline/console.h"

#include "core/base/clock.h"
#include "core/base/formatting.h"
#include "core/models/ledgerwords.h"

using namespace core;
using namespace std::chrono_literals;

namespace app {

namespace {

constexpr auto kInterval = 250ms;
constexpr int kNameColumns = 36;
constexpr int kStateColumns = 14;

} // namespace

LaneProgress::LaneProgress(const Comparison &run, Console &console, const Clock &clock, QObject *parent)
    : QObject(parent), m_run(run), m_console(console), m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &LaneProgress::show);
}

void LaneProgress::start()
{
    show();
    m_timer.start(kInterval);
}

void LaneProgress::stop()
{
    m_timer.stop();
    m_console.showProgress({});
}

void LaneProgress::show()
{
    QStringList lines;
    for (int index = 0; index < m_run.laneCount(); ++index)
        lines.append(lineOf(m_run.lane(index).state()));
    m_console.showProgress(lines);
}

QString LaneProgress::lineOf(const LaneState &state) const
{
    QString status = LedgerWords::status(state.status());
    if (state.waiting)
        status = tr("waiting %1 s").arg(std::max<qint64>(0, state.waiting->untilMs - m_clock.utcMs()) / 1000);
    const Timing &timing = state.completion.timing;
    const std::optional<double> first = timing.firstReasoning ? timing.firstReasoning : timing.firstText;
    QString line = state.target.name.toString().leftJustified(kNameColumns, u' ', true) + u' '
        + status.leftJustified(kStateColumns, u' ', true);
    if (first)
        line += u' ' + tr("first token %1").arg(formatDuration(*first));
    if (const qsizetype characters = state.completion.text.size() + state.completion.reasoning.size())
        line += QStringLiteral(", ") + tr("%1 characters").arg(formatCount(characters));
    return line;
}

} // namespace app
