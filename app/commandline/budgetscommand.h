#pragma once

#include "app/commandline/command.h"
#include "app/commandline/commandline.h"

#include "core/ledger/budgetstate.h"

namespace app {

class Console;
class Services;

/// `budgets list|set|remove`.
class BudgetsCommand : public Command
{
    Q_OBJECT

public:
    BudgetsCommand(const BudgetsInvocation &invocation, Services &services, Console &console);

    void start() override;

private:
    void set();
    void remove();
    /// Prints the budget of that name as it stands, or all.
    void show(const QString &name = {});
    void print(const QList<core::BudgetState> &states, bool one);
    void fail(const core::Error &error);
    QString reportingZone() const;

    const BudgetsInvocation m_invocation;
    Services &m_services;
    Console &m_console;
};

} // namespace app
