#pragma once

#include "app/commandline/command.h"
#include "app/commandline/commandline.h"

#include "core/compare/comparison.h"

namespace app {

class Console;
class LaneProgress;
class Services;

/// `compare`: one run, printed when every lane has settled.
class CompareCommand : public Command
{
    Q_OBJECT

public:
    CompareCommand(const CompareInvocation &invocation, Services &services, Console &console);
    ~CompareCommand() override;

    void start() override;
    void stop() override;

private:
    core::Result<core::CompareRequest> request() const;
    /// A refusal when the run would pass --max-cost.
    std::optional<core::Error> overBudget(const core::CompareRequest &request) const;
    void print();
    void complainOfBudgets(const core::RunRecord &record);
    void fail(const core::Error &error, ExitCode code);

    const CompareInvocation m_invocation;
    Services &m_services;
    Console &m_console;
    std::unique_ptr<core::Comparison> m_run;
    LaneProgress *m_progress = nullptr;
    bool m_ledgerFailed = false;
};

} // namespace app
