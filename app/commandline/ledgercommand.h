#pragma once

#include "app/commandline/command.h"
#include "app/commandline/commandline.h"

#include "core/ledger/ledgerkeeper.h"

#include <QJsonObject>

namespace app {

class Console;
class Services;

/// `ledger`: what the ledger holds, whether it is in order, a copy of it, and less of it.
class LedgerCommand : public Command
{
    Q_OBJECT

public:
    LedgerCommand(const LedgerInvocation &invocation, Services &services, Console &console);

    void start() override;
    /// Ends after the step at hand; what is done stays.
    void stop() override;

private:
    void work();
    template <typename T, typename Print>
    void await(const QFuture<core::Result<T>> &future, Print print);
    void prune();
    void showProgress(int done, int all);
    void print(const QJsonObject &json, const QString &text);
    void printStatus(const core::LedgerStatus &status);
    void printVerification(const core::LedgerVerification &found);
    void printPruned(const core::PruneCount &count);
    void fail(const core::Error &error, ExitCode code);

    const LedgerInvocation m_invocation;
    Services &m_services;
    Console &m_console;
    std::function<void()> m_cancel;
};

} // namespace app
