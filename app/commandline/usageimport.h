#pragma once

#include "app/commandline/command.h"
#include "app/commandline/usageimportinvocation.h"
#include "app/commandline/usageimporttext.h"

#include "core/reconcile/usageimport.h"

#include <QJsonObject>

namespace app {

class Console;
class Services;

/// `usage import` and `usage reconcile`.
class UsageImportCommand : public Command
{
    Q_OBJECT

public:
    UsageImportCommand(const UsageImportInvocation &invocation, Services &services, Console &console);

    void start() override;
    /// What was written is taken back.
    void stop() override;

private:
    void take(const core::UsageFile &file);
    /// Says so when nothing here is called like the account that was named, and goes on.
    void checkAccount(const core::UsageFile &file, const QString &account);
    void preview(const core::UsageFile &file, const QString &account);
    void apply(const core::UsageFile &file, const core::UsageImportPreview &preview);
    void undo();
    void log();
    void reconcile(const core::UsageFile &file);
    void print(const core::UsageImportPreview &preview, const core::UsageImportRecord &done);
    void printGaps(const core::Reconciliation &result);
    /// What there is to say beside goes to standard error.
    void printCsv(const core::Reconciliation &result);
    /// Fails when there is no such account and nothing of one was ever imported.
    void explainAccount(const core::Reconciliation &result);
    void fail(const core::Error &error);

    const UsageImportInvocation m_invocation;
    Services &m_services;
    Console &m_console;
    QList<UsageRemark> m_remarks;
    bool m_applying = false;
};

} // namespace app
