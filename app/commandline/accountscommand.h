#pragma once

#include "app/commandline/accounttext.h"
#include "app/commandline/command.h"
#include "app/commandline/commandline.h"

#include "core/accounts/account.h"
#include "core/endpoints/connectiontest.h"

namespace app {

class Console;
class Services;

/// `accounts add|list|remove|test|models`.
class AccountsCommand : public Command
{
    Q_OBJECT

public:
    AccountsCommand(const AccountsInvocation &invocation, Services &services, Console &console);

    void start() override;

private:
    void add();
    void storeKey(const core::Account &account, const QString &key);
    void added(const core::Account &account);
    void list();
    void remove(const core::Account &account);
    void test(const core::Account &account);
    void models(const core::Account &account);
    void printTest(const core::Account &account, const core::ConnectionReport &report);
    void printModels(const core::Account &account);
    void keepListing(const core::Account &account, const core::ConnectionReport &report,
                     std::function<void()> then);
    void fail(const core::Error &error, ExitCode code = ExitCode::ConfigurationError);

    const AccountsInvocation m_invocation;
    Services &m_services;
    Console &m_console;
    QList<core::Account> m_toList;
    QList<KeyState> m_keys;
};

} // namespace app
