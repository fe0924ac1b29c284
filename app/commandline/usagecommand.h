#pragma once

#include "app/commandline/command.h"
#include "app/commandline/commandline.h"
#include "app/commandline/usageaddition.h"
#include "app/commandline/usagechange.h"

#include "core/usage/metricsreport.h"

namespace app {

class Console;
class Services;

/// `usage`: sums over the ledger's attempts.
class UsageCommand : public Command
{
    Q_OBJECT

public:
    UsageCommand(const UsageInvocation &invocation, bool demo, Services &services, Console &console);

    void start() override;
    /// Additions end with what they looked at so far.
    void stop() override;

private:
    core::Result<core::UsageQuery> query() const;
    void readChange();
    void readForecast();
    void readReport();
    /// Begins the next addition that is asked for and not there yet; without one prints everything.
    void addNext();
    void add(const core::Result<UsageAddition> &addition);
    void print();
    /// Names the metrics asked for that only a total has.
    void noteLeftOut();
    void fail(const core::Error &error, ExitCode code);

    const UsageInvocation m_invocation;
    const bool m_demo;
    Services &m_services;
    Console &m_console;
    core::UsageQuery m_query;
    UsageExtras m_extras;
    core::MetricsReport m_report;
    QList<UsageAddition> m_additions;
    std::function<void()> m_stop;
};

/// A moment as `--since` and `--until` name it: `30d`, `12h`, `2w` before `nowMs`, a date (its start in the
/// zone; with `endOfDay` the start of the next), or an ISO 8601 time. Milliseconds UTC.
core::Result<qint64> parseMoment(const QString &text, const QTimeZone &zone, qint64 nowMs, bool endOfDay);

} // namespace app
