#pragma once

#include "app/commandline/command.h"
#include "app/commandline/commandline.h"

#include <QFutureWatcher>

namespace app {

class Console;
class Services;

/// `usage export`: every attempt of a period, to a file or standard output. What was left without a cost is
/// told on standard error.
class UsageExport : public Command
{
    Q_OBJECT

public:
    UsageExport(const UsageExportInvocation &invocation, bool demo, Services &services, Console &console);
    ~UsageExport() override;

    void start() override;
    /// Ends after the page at hand; a file is left as it was.
    void stop() override;

private:
    core::Result<core::UsageExportRequest> request() const;
    void conclude();
    void tell(const core::UsageExportSummary &summary);
    void fail(const core::Error &error, ExitCode code);

    const UsageExportInvocation m_invocation;
    const bool m_demo;
    Services &m_services;
    Console &m_console;
    QFutureWatcher<core::Result<core::UsageExportSummary>> m_export;
};

} // namespace app
