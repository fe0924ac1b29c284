#include "app/commandline/accountscommand.h"

#include "app/commandline/accounttext.h"
#include "app/commandline/console.h"
#include "app/services.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/accounts/presets.h"
#include "core/accounts/secrets.h"
#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/catalog/modeldirectory.h"
#include "core/catalog/modellisting.h"
#include "core/compare/runjson.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace core;

namespace app {

namespace {

constexpr qint64 kLongestKey = 64 * 1024;

/// The sentence of an error, and where else a refused key may be at home.
QString withOtherRegions(const Error &error, const Account &account, const Presets &presets)
{
    const Preset *const preset = presets.find(account.presetId);
    if (error.kind != ErrorKind::Auth || !error.httpStatus || !preset || preset->kind != PresetKind::Cloud)
        return error.message;
    QStringList others;
    for (const AlternativeUrl &other : preset->alternatives) {
        const QString host = QUrl(other.url).host();
        if (!host.isEmpty() && host != preset->baseUrl.host() && host != account.baseUrl.host())
            others.append(QStringLiteral("%1 %2").arg(other.label, other.url));
    }
    if (others.isEmpty())
        return error.message;
    return AccountsCommand::tr("%1 (a key works in its own region alone; other base URLs: %2)")
        .arg(error.message, others.join(QStringLiteral(", ")));
}

} // namespace

AccountsCommand::AccountsCommand(const AccountsInvocation &invocation, Services &services, Console &console)
    : m_invocation(invocation), m_services(services), m_console(console)
{
}

void AccountsCommand::start()
{
    if (m_invocation.verb == AccountsInvocation::Verb::Add) {
        add();
        return;
    }
    if (m_invocation.verb == AccountsInvocation::Verb::List) {
        m_toList = m_services.accounts().accounts();
        list();
        return;
    }
    const std::optional<Account> account = m_services.accounts().find(m_invocation.name);
    if (!account) {
        fail({ErrorKind::NotFound, tr("There is no account named \"%1\".").arg(m_invocation.name)},
             ExitCode::WrongUsage);
    } else if (m_invocation.verb == AccountsInvocation::Verb::Remove) {
        remove(*account);
    } else if (m_invocation.verb == AccountsInvocation::Verb::Test) {
        test(*account);
    } else {
        models(*account);
    }
}

void AccountsCommand::add()
{
    Account account;
    account.name = m_invocation.name;
    if (!m_invocation.preset.isEmpty()) {
        const Preset *preset = m_services.presets().find(m_invocation.preset);
        if (!preset) {
            QStringList ids;
            for (const Preset &known : m_services.presets().all())
                ids.append(known.id);
            fail({ErrorKind::InvalidRequest,
                  tr("There is no preset \"%1\"; known are %2.")
                      .arg(m_invocation.preset, ids.join(QLatin1StringView(", ")))},
                 ExitCode::WrongUsage);
            return;
        }
        account.presetId = preset->id;
        account.baseUrl = preset->baseUrl;
        account.maxParallel = preset->maxParallel;
    }
    if (!m_invocation.baseUrl.isEmpty())
        account.baseUrl = QUrl(m_invocation.baseUrl, QUrl::StrictMode);
    if (account.baseUrl.isEmpty()) {
        fail({ErrorKind::InvalidRequest, tr("accounts add wants a --base-url or a --preset that has one.")},
             ExitCode::WrongUsage);
        return;
    }
    QString key;
    if (m_invocation.key == AccountsInvocation::Key::Environment) {
        account.keyStore = KeyStore::Environment;
        account.keyVariable = m_invocation.keyVariable;
    } else if (m_invocation.key == AccountsInvocation::Key::StandardInput) {
        account.keyStore = KeyStore::Keychain;
        const Result<QString> input = Console::readInput(kLongestKey);
        key = input ? input->trimmed() : QString();
        if (key.isEmpty() || key.contains(u'\n')) {
            fail({ErrorKind::InvalidRequest, tr("Standard input must hold the key on one line.")},
                 ExitCode::WrongUsage);
            return;
        }
    }
    if (const Result<void> valid = validateAccount(account); !valid) {
        fail(valid.error(), ExitCode::WrongUsage);
        return;
    }
    continued(m_services.accounts().add(account), this, [this, key](const Result<Account> &result) {
        if (!result)
            fail(result.error(),
                 result.error().kind == ErrorKind::InvalidRequest ? ExitCode::WrongUsage
                                                                  : ExitCode::ConfigurationError);
        else if (key.isEmpty())
            added(*result);
        else
            storeKey(*result, key);
    });
}

void AccountsCommand::storeKey(const Account &account, const QString &key)
{
    continued(m_services.secrets().store(account, key), this, [this, account](const Result<void> &stored) {
        if (stored) {
            added(account);
            return;
        }
        // An account whose key is nowhere would only fail later.
        continued(m_services.accounts().remove(account.id), this,
                  [this, account, stored](const Result<void> &removed) {
                      Error error = stored.error();
                      error.message = removed
                          ? tr("The account was not added (--key-env VAR works without a keychain): %1")
                                .arg(error.message)
                          : tr("The key of account %1 was not stored: %2").arg(account.name, error.message);
                      fail(error);
                  });
    });
}

void AccountsCommand::added(const Account &account)
{
    if (!m_invocation.json) {
        m_console.print(tr("Added account %1 (%2).").arg(account.name, account.baseUrl.toString()));
        emit finished(ExitCode::Good);
        return;
    }
    continued(m_services.secrets().resolve(account), this,
              [this, account](const Result<ResolvedSecrets> &secrets) {
                  m_console.printJson(accountToJson(account, keyStateOf(secrets)));
                  emit finished(ExitCode::Good);
              });
}

void AccountsCommand::list()
{
    if (m_keys.size() < m_toList.size()) {
        const Account next = m_toList.at(m_keys.size());
        continued(m_services.secrets().resolve(next), this, [this](const Result<ResolvedSecrets> &secrets) {
            m_keys.append(keyStateOf(secrets));
            list();
        });
        return;
    }
    QJsonArray array;
    QList<QStringList> rows{{tr("NAME"), tr("PRESET"), tr("BASE URL"), tr("KEY"), tr("STATE")}};
    for (qsizetype index = 0; index < m_toList.size(); ++index) {
        const Account &account = m_toList[index];
        array.append(accountToJson(account, m_keys[index]));
        rows.append({account.name, account.presetId, account.baseUrl.toString(),
                     keyText(account, m_keys[index]), account.enabled ? tr("on") : tr("off")});
    }
    if (m_invocation.json)
        m_console.printJson(array);
    else if (m_toList.isEmpty())
        m_console.print(tr("There are no accounts yet. Add one: switchyard accounts add NAME --preset openai "
                           "--key-env OPENAI_API_KEY"));
    else
        m_console.print(alignedTable(rows, {}));
    emit finished(ExitCode::Good);
}

void AccountsCommand::remove(const Account &account)
{
    if (account.simulated) {
        fail({ErrorKind::InvalidRequest, tr("The account \"demo\" is built in and cannot be removed.")},
             ExitCode::WrongUsage);
        return;
    }
    continued(m_services.accounts().remove(account.id), this, [this, account](const Result<void> &removed) {
        if (!removed) {
            fail(removed.error());
            return;
        }
        continued(m_services.secrets().forget(account), this, [this, account](const Result<void> &forgotten) {
            if (!forgotten)
                m_console.complain(forgotten.error().message);
            if (m_invocation.json)
                m_console.printJson(
                    QJsonObject{{QStringLiteral("name"), account.name}, {QStringLiteral("removed"), true}});
            else
                m_console.print(tr("Removed account %1; its rows in the ledger stay.").arg(account.name));
            emit finished(forgotten ? ExitCode::Good : ExitCode::SomethingFailed);
        });
    });
}

void AccountsCommand::keepListing(const Account &account, const ConnectionReport &report,
                                  std::function<void()> then)
{
    const Result<QList<AccountModel>> listing = readModelListing(report.listing);
    if (!report.ok() || !listing) {
        then();
        return;
    }
    continued(m_services.modelLists().replaceListed(account.id, *listing), this,
              [this, then](const Result<void> &kept) {
                  if (!kept)
                      m_console.complain(kept.error().message);
                  then();
              });
}

void AccountsCommand::test(const Account &account)
{
    continued(m_services.connectionTest().run(account), this,
              [this, account](const ConnectionReport &report) {
                  keepListing(account, report, [this, account, report] { printTest(account, report); });
              });
}

void AccountsCommand::printTest(const Account &account, const ConnectionReport &report)
{
    if (m_invocation.json) {
        QJsonObject json{{QStringLiteral("name"), account.name},
                         {QStringLiteral("ok"), report.ok()},
                         {QStringLiteral("error"), errorToJson(report.error)},
                         {QStringLiteral("models"), report.models.size()},
                         {QStringLiteral("latency_ms"), qRound64(report.latencyMs)}};
        if (!report.betterBaseUrl.isEmpty())
            json.insert(QStringLiteral("suggested_base_url"), report.betterBaseUrl.toString());
        m_console.printJson(json);
    } else if (report.ok()) {
        m_console.print(
            tr("%1 answers: %2 models, %3.")
                .arg(account.name, QString::number(report.models.size()), formatDuration(report.latencyMs)));
    } else {
        m_console.complain(withOtherRegions(*report.error, account, m_services.presets()));
    }
    emit finished(report.ok() ? ExitCode::Good : ExitCode::SomethingFailed);
}

void AccountsCommand::models(const Account &account)
{
    continued(m_services.connectionTest().run(account), this,
              [this, account](const ConnectionReport &report) {
                  keepListing(account, report, [this, account, report] {
                      if (!report.ok())
                          m_console.complain(report.error->message);
                      printModels(account);
                      emit finished(report.ok() ? ExitCode::Good : ExitCode::SomethingFailed);
                  });
              });
}

void AccountsCommand::printModels(const Account &account)
{
    QJsonArray array;
    QList<QStringList> rows{{tr("MODEL"), tr("IN $/M"), tr("OUT $/M"), tr("CONTEXT"), tr("NOTE")}};
    const QList<ModelInfo> models = m_services.directory().modelsOf(account);
    for (const ModelInfo &model : models) {
        array.append(modelToJson(model));
        rows.append(modelRow(model));
    }
    if (m_invocation.json)
        m_console.printJson(array);
    else
        m_console.print(alignedTable(rows, {1, 2, 3}));
}

void AccountsCommand::fail(const Error &error, ExitCode code)
{
    m_console.complain(error.message);
    emit finished(code);
}

} // namespace app
