#pragma once

#include "app/commandline/command.h"
#include "app/commandline/commandline.h"

#include "core/ledger/historyquery.h"
#include "core/ledger/records.h"

namespace app {

class Console;
class Services;

/// `history search|show|export`.
class HistoryCommand : public Command
{
    Q_OBJECT

public:
    HistoryCommand(const HistoryInvocation &invocation, Services &services, Console &console);

    void start() override;

private:
    void printList(const QList<core::RunSummary> &runs);
    void printRun(const core::RunRecord &run);
    void fail(const core::Error &error);

    const HistoryInvocation m_invocation;
    Services &m_services;
    Console &m_console;
};

} // namespace app
