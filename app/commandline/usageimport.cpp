#include "app/commandline/usageimport.h"

#include "app/commandline/console.h"
#include "app/commandline/pricescope.h"
#include "app/services.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/base/onworker.h"
#include "core/reconcile/importaccount.h"
#include "core/reconcile/tableusage.h"

using namespace core;

namespace app {

UsageImportCommand::UsageImportCommand(const UsageImportInvocation &invocation, Services &services,
                                       Console &console)
    : m_invocation(invocation), m_services(services), m_console(console)
{
}

void UsageImportCommand::start()
{
    if (m_invocation.verb == UsageImportInvocation::Verb::Undo) {
        undo();
        return;
    }
    if (m_invocation.verb == UsageImportInvocation::Verb::Log) {
        log();
        return;
    }
    continued(
        onWorker([path = m_invocation.file, read = m_invocation.read] { return readUsageFile(path, read); }),
        this, [this](const Result<UsageFile> &file) {
            if (file)
                m_remarks = remarksOnFile(file->document);
            if (!file)
                fail(file.error());
            else if (m_invocation.verb == UsageImportInvocation::Verb::Reconcile)
                reconcile(*file);
            else
                take(*file);
        });
}

void UsageImportCommand::stop()
{
    if (m_applying)
        m_services.usageImport().cancel();
    else
        Command::stop();
}

void UsageImportCommand::take(const UsageFile &file)
{
    if (file.document.records.isEmpty()) {
        fail({ErrorKind::InvalidRequest,
              tr("No row of %1 stands for use, so there is nothing to import.").arg(file.name)});
        return;
    }
    const QString account = m_invocation.account.isEmpty()
        ? suggestedAccount(file.document.format, m_services.accounts().accounts())
        : m_invocation.account;
    if (account.isEmpty()) {
        fail({ErrorKind::InvalidRequest,
              tr("Whose use is in %1? Name the account with --account NAME.").arg(file.name)});
        return;
    }
    if (isKnownAccount(m_invocation.account, m_services))
        preview(file, account);
    else
        checkAccount(file, account);
}

void UsageImportCommand::checkAccount(const UsageFile &file, const QString &account)
{
    continued(m_services.usageImport().accounts(), this,
              [this, file, account](const Result<QStringList> &imported) {
                  QStringList known = imported.valueOr({});
                  if (!known.contains(account)) {
                      const QList<Account> accounts = m_services.accounts().accounts();
                      for (const Account &each : accounts)
                          known.append(each.name);
                      known.removeDuplicates();
                      known.sort();
                      m_remarks.append(remarkOnAccount(account, known));
                  }
                  preview(file, account);
              });
}

void UsageImportCommand::preview(const UsageFile &file, const QString &account)
{
    const UsageImportOptions options = usageImportOptions(account, m_services.catalog());
    continued(m_services.usageImport().preview(file, options), this,
              [this, file](const Result<UsageImportPreview> &preview) {
                  if (!preview)
                      fail(preview.error());
                  else if (m_invocation.dryRun)
                      print(*preview, {});
                  else
                      apply(file, *preview);
              });
}

void UsageImportCommand::apply(const UsageFile &file, const UsageImportPreview &preview)
{
    m_applying = true;
    connect(&m_services.usageImport(), &UsageImport::progressed, this,
            [this, records = preview.records](double share) {
                const auto written = static_cast<qint64>(share * static_cast<double>(records));
                if (m_console.isTerminal())
                    m_console.showProgress(
                        {tr("%1 of %2 rows").arg(formatCount(written), formatCount(records))});
            });
    const UsageImportOptions options = usageImportOptions(preview.account, m_services.catalog());
    continued(m_services.usageImport().apply(file, options), this,
              [this, preview](const Result<UsageImportRecord> &done) {
                  m_console.showProgress({});
                  if (done)
                      print(preview, *done);
                  else
                      fail(done.error());
              });
}

void UsageImportCommand::undo()
{
    continued(m_services.usageImport().undo(m_invocation.import), this,
              [this](const Result<UsageImportRecord> &undone) {
                  if (!undone) {
                      fail(undone.error());
                      return;
                  }
                  if (m_invocation.json)
                      m_console.printJson(QJsonObject{{QStringLiteral("undone"), undone->id},
                                                      {QStringLiteral("file"), undone->fileName},
                                                      {QStringLiteral("records"), undone->records}});
                  else
                      m_console.print(tr("The import of %1 is undone.").arg(undone->fileName));
                  emit finished(ExitCode::Good);
              });
}

void UsageImportCommand::log()
{
    continued(m_services.usageImport().imports(), this,
              [this](const Result<QList<UsageImportRecord>> &imports) {
                  if (!imports) {
                      fail(imports.error());
                      return;
                  }
                  if (m_invocation.json)
                      m_console.printJson(QJsonObject{{QStringLiteral("imports"), importsToJson(*imports)}});
                  else if (imports->isEmpty())
                      m_console.print(tr("Nothing was imported yet."));
                  else
                      m_console.print(importsToText(*imports));
                  emit finished(ExitCode::Good);
              });
}

void UsageImportCommand::reconcile(const UsageFile &file)
{
    continued(m_services.usageImport().reconciliation(m_invocation.account, file.document), this,
              [this](const Result<Reconciliation> &result) {
                  if (!result)
                      fail(result.error());
                  else if (result->own == ReconcileFigures()
                           && !isKnownAccount(m_invocation.account, m_services))
                      explainAccount(*result);
                  else
                      printGaps(*result);
              });
}

void UsageImportCommand::explainAccount(const Reconciliation &result)
{
    continued(m_services.usageImport().accounts(), this, [this, result](const Result<QStringList> &imported) {
        if (imported.valueOr({}).contains(m_invocation.account))
            printGaps(result);
        else
            fail(noSuchAccount(m_invocation.account));
    });
}

void UsageImportCommand::print(const UsageImportPreview &preview, const UsageImportRecord &done)
{
    if (m_invocation.json)
        m_console.printJson(usageImportToJson(preview, m_remarks, done.id));
    else
        m_console.print(usageImportToText(preview, m_remarks, done.id));
    emit finished(ExitCode::Good);
}

void UsageImportCommand::printGaps(const Reconciliation &result)
{
    if (m_invocation.json)
        m_console.printJson(reconciliationToJson(result, m_invocation.account, m_remarks));
    else if (m_invocation.csv)
        printCsv(result);
    else
        m_console.print(reconciliationToText(result, m_remarks));
    emit finished(ExitCode::Good);
}

void UsageImportCommand::printCsv(const Reconciliation &result)
{
    m_console.printData(reconciliationToCsv(result));
    QStringList remarks;
    for (const UsageRemark &remark : std::as_const(m_remarks))
        remarks.append(remark.sentence);
    if (!remarks.isEmpty())
        m_console.note(remarks);
}

void UsageImportCommand::fail(const Error &error)
{
    QString sentence = error.message;
    if (error.code == kColumnsMissing) {
        sentence.chop(1);
        sentence = tr("%1; name yours as in --map day=COLUMN,model=COLUMN,cost=COLUMN.").arg(sentence);
    }
    m_console.complain(sentence);
    if (error.code == QLatin1StringView("cancelled"))
        emit finished(ExitCode::SomethingFailed);
    else
        emit finished(error.kind == ErrorKind::Storage ? ExitCode::ConfigurationError : ExitCode::WrongUsage);
}

} // namespace app
