#pragma once

#include "app/commandline/command.h"
#include "app/commandline/commandline.h"
#include "app/commandline/namedrules.h"

#include "core/routing/promptfacts.h"

#include <functional>

namespace app {

class Console;
class Services;

/// `rules list|show|validate|export|test|diff|backtest`; import is RulesImport.
class RulesCommand : public Command
{
    Q_OBJECT

public:
    RulesCommand(const RulesInvocation &invocation, Services &services, Console &console);

    void start() override;
    void stop() override;

private:
    void list();
    void validate();
    void show(const NamedRules &rules);
    void exportAs(const NamedRules &rules);
    void test(const NamedRules &rules);
    void diff(const NamedRules &before, const NamedRules &after);
    void backtest(const NamedRules &rules);

    /// Goes on with the rules that the command line names, or fails.
    void with(const QFuture<core::Result<NamedRules>> &rules, std::function<void(const NamedRules &)> then);
    core::PromptFacts testFacts(const NamedRules &rules, const QString &prompt) const;
    core::Decision decisionOf(const NamedRules &rules, const core::PromptFacts &facts) const;
    void fail(const core::Error &error, ExitCode code);

    const RulesInvocation m_invocation;
    Services &m_services;
    Console &m_console;
    std::function<void()> m_cancel;
};

} // namespace app
