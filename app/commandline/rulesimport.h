#pragma once

#include "app/commandline/command.h"
#include "app/commandline/commandline.h"
#include "app/commandline/rulesfile.h"

namespace app {

class Console;
class Services;

/// `rules import`: makes the accounts that a file names and a version, or the draft, of its rules. Nothing is
/// changed before all of the file was found good.
class RulesImport : public Command
{
    Q_OBJECT

public:
    RulesImport(const RulesInvocation &invocation, Services &services, Console &console);

    void start() override;

private:
    core::Result<void> checkName(const QString &name) const;
    bool refuseWhatCannotRun();
    void createAccounts();
    void noteAccount(const core::Account &account);
    void save();
    void conclude(int version);
    void fail(const core::Error &error, ExitCode code);

    const RulesInvocation m_invocation;
    Services &m_services;
    Console &m_console;
    RulesFile m_file;
    QString m_name;
    QStringList m_created;
};

} // namespace app
