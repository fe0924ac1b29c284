#pragma once

#include "tests/support/fakeprovider.h"
#include "tests/support/workbench.h"

#include "core/endpoints/connectiontest.h"
#include "ui/accounts/accountscontext.h"
#include "ui/actions.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

namespace test {

/// The Accounts page's surroundings: a real ledger, real sockets, a keychain in memory that can be missing.
class AccountsBench
{
public:
    explicit AccountsBench(const QProcessEnvironment &environmentShown = {}) : shown(environmentShown) { }

    ui::AccountsContext context()
    {
        return {bench.accounts,
                bench.lists,
                bench.overrides,
                bench.notes,
                bench.secrets,
                connectionTest,
                presets,
                bench.catalog,
                bench.directory,
                bench.prices,
                bench.clock,
                [this] { return probe(); },
                shown,
                theme,
                actions,
                [this](const QString &account, const QString &model) {
                    pricesShown.append(account + u'/' + model);
                }};
    }

    QFuture<core::Result<void>> probe() const
    {
        QPromise<core::Result<void>> promise;
        promise.start();
        if (keychainAnswers)
            promise.addResult(core::Result<void>());
        else
            promise.addResult(
                core::Error{core::ErrorKind::Storage, QStringLiteral("No Secret Service is running.")});
        promise.finish();
        return promise.future();
    }

    core::Result<core::ResolvedSecrets> secretsOf(const QString &account)
    {
        return await(bench.secrets.resolve(*bench.accounts.find(account)));
    }

    Workbench bench;
    core::Presets presets = core::Presets::load();
    core::ConnectionTest connectionTest{bench.resolver, bench.client};
    bool keychainAnswers = true;
    QProcessEnvironment shown;
    ui::Theme theme;
    ui::Actions actions;
    /// Whose prices were to be shown.
    QStringList pricesShown;
};

/// The compiled-in presets with some addresses or ports replaced, so that "TokenBay" is a FakeProvider.
inline core::Presets presetsWith(const QList<std::pair<QByteArray, QByteArray>> &changes)
{
    const core::Presets loaded = core::Presets::load();
    QFile file(QStringLiteral(":/switchyard/catalog/presets.json"));
    if (loaded.all().isEmpty() || !file.open(QIODevice::ReadOnly))
        qFatal("no presets are compiled in");
    QByteArray json = file.readAll();
    for (const auto &[from, to] : changes) {
        if (!json.contains(from))
            qFatal("the presets do not hold %s", from.constData());
        json.replace(from, to);
    }
    return core::Presets::fromJson(json).value();
}

/// An OpenAI-style model list.
inline Script modelList(const QStringList &ids)
{
    QJsonArray data;
    for (const QString &id : ids)
        data.append(
            QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("object"), QStringLiteral("model")}});
    return respondJson(200,
                       {{QStringLiteral("object"), QStringLiteral("list")}, {QStringLiteral("data"), data}});
}

inline Script openAiError(int status, const QString &message, const QString &code = {})
{
    const QJsonObject error{{QStringLiteral("message"), message}, {QStringLiteral("code"), code}};
    return respondJson(status, {{QStringLiteral("error"), error}});
}

} // namespace test
