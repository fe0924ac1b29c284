#include "app/commandline/rulesimport.h"

#include "app/commandline/console.h"
#include "app/services.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/routing/rulesetstore.h"

#include <QFileInfo>
#include <QJsonObject>

using namespace core;

namespace app {

namespace {

ExitCode exitCodeOfStore(const Error &error)
{
    return error.kind == ErrorKind::InvalidRequest ? ExitCode::WrongUsage : ExitCode::ConfigurationError;
}

} // namespace

RulesImport::RulesImport(const RulesInvocation &invocation, Services &services, Console &console)
    : m_invocation(invocation), m_services(services), m_console(console)
{
}

void RulesImport::start()
{
    Result<RulesFile> file = readRulesFile(m_invocation.subject, m_services, m_invocation.name);
    if (!file) {
        fail(file.error(), ExitCode::WrongUsage);
        return;
    }
    m_file = std::move(file).value();
    m_name = m_file.plan.rules.name;
    if (const Result<void> good = checkName(m_name); !good) {
        fail(good.error(), ExitCode::WrongUsage);
        return;
    }
    if (!m_invocation.draft && refuseWhatCannotRun())
        return;
    createAccounts();
}

Result<void> RulesImport::checkName(const QString &name) const
{
    if (const Result<void> valid = validateRuleSetName(name); !valid)
        return valid;
    for (const RuleSetEntry &entry : m_services.ruleSets().entries()) {
        if (entry.name != name && entry.name.compare(name, Qt::CaseInsensitive) == 0)
            return Error{
                ErrorKind::InvalidRequest,
                tr("There is already a rule set named \"%1\"; choose another --name.").arg(entry.name)};
    }
    return {};
}

bool RulesImport::refuseWhatCannotRun()
{
    if (canRun(m_file.problems))
        return false;
    for (const RuleProblem &problem : std::as_const(m_file.problems)) {
        if (problem.kind == RuleProblem::Kind::Invalid)
            m_console.complain(problemText(problem));
    }
    fail({ErrorKind::InvalidRequest,
          tr("The rules of %1 cannot run, so nothing was changed; --draft keeps them as a draft.")
              .arg(m_invocation.subject)},
         ExitCode::SomethingFailed);
    return true;
}

void RulesImport::createAccounts()
{
    if (m_created.size() == m_file.plan.toCreate.size()) {
        save();
        return;
    }
    const Account next = m_file.plan.toCreate.at(m_created.size());
    continued(m_services.accounts().add(next), this, [this](const Result<Account> &added) {
        if (!added) {
            fail(added.error(), exitCodeOfStore(added.error()));
            return;
        }
        m_created.append(added->name);
        noteAccount(*added);
        createAccounts();
    });
}

void RulesImport::noteAccount(const Account &account)
{
    const QString url = account.baseUrl.toString();
    m_console.note(
        {account.keyStore == KeyStore::Environment
             ? tr("Created the account %1 (%2); its key is read from the variable %3.")
                   .arg(account.name, url, account.keyVariable)
             : tr("Created the account %1 (%2); it is asked without a key.").arg(account.name, url)});
}

void RulesImport::save()
{
    RuleSetStore &store = m_services.ruleSets();
    if (m_invocation.draft) {
        continued(store.saveDraft(m_name, m_file.plan.rules), this, [this](const Result<void> &saved) {
            if (saved)
                conclude(0);
            else
                fail(saved.error(), exitCodeOfStore(saved.error()));
        });
        return;
    }
    const QString comment = m_invocation.comment.isEmpty()
        ? tr("Imported from %1").arg(QFileInfo(m_invocation.subject).fileName())
        : m_invocation.comment;
    continued(store.activate(m_name, m_file.plan.rules, comment, false), this,
              [this](const Result<int> &version) {
                  if (version)
                      conclude(*version);
                  else
                      fail(version.error(), exitCodeOfStore(version.error()));
              });
}

void RulesImport::conclude(int version)
{
    const RuleImport &imported = m_file.imported;
    if (m_invocation.json) {
        m_console.printJson(
            QJsonObject{{QStringLiteral("rule_set"), m_name},
                        {QStringLiteral("version"), version},
                        {QStringLiteral("draft"), m_invocation.draft},
                        {QStringLiteral("format"), ruleFormatName(imported.format)},
                        {QStringLiteral("accounts_created"), QJsonArray::fromStringList(m_created)},
                        {QStringLiteral("losses"), lossesToJson(imported.losses)},
                        {QStringLiteral("unknown"), QJsonArray::fromStringList(imported.unknown)},
                        {QStringLiteral("problems"), problemsToJson(m_file.problems)}});
        emit finished(ExitCode::Good);
        return;
    }
    m_console.print(version > 0 ? tr("Imported the rule set \"%1\" as version %2, which is active now.")
                                      .arg(m_name, QString::number(version))
                                : tr("Imported the draft of the rule set \"%1\".").arg(m_name));
    for (const FormatLoss &loss : imported.losses)
        m_console.complain(lossText(loss));
    for (const QString &path : imported.unknown)
        m_console.complain(tr("%1: it is not known here; it was kept.").arg(path));
    for (const RuleProblem &problem : std::as_const(m_file.problems))
        m_console.complain(problemText(problem));
    emit finished(ExitCode::Good);
}

void RulesImport::fail(const Error &error, ExitCode code)
{
    m_console.complain(error.message);
    emit finished(code);
}

} // namespace app
