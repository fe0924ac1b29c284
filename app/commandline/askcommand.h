#pragma once

#include "app/commandline/command.h"
#include "app/commandline/commandline.h"

#include "core/compare/comparison.h"

namespace app {

class Console;
class LaneProgress;
class Services;

/// `ask`: one prompt through a rule set. The answer goes to standard output, on a terminal as it comes.
class AskCommand : public Command
{
    Q_OBJECT

public:
    AskCommand(const AskInvocation &invocation, Services &services, Console &console);
    ~AskCommand() override;

    void start() override;
    void stop() override;

private:
    /// Empty when it has failed already, having said why.
    QString ruleSet();
    core::CompareRequest request(const QString &ruleSet, const QString &prompt) const;
    void tellRefused(const core::CompareRequest &request, const core::Error &error);
    void run(const core::CompareRequest &request);
    void watchTerminal();
    void conclude();
    void printText(const core::LaneState &state);
    void complainOfFailure(const core::LaneState &state);
    void fail(const core::Error &error, ExitCode code);

    const AskInvocation m_invocation;
    Services &m_services;
    Console &m_console;
    std::unique_ptr<core::Comparison> m_run;
    LaneProgress *m_progress = nullptr;
    /// Of the answer, as far as it is on the terminal.
    QString m_shown;
    bool m_ledgerFailed = false;
};

} // namespace app
