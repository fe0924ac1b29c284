#include "core/ruleformats/exportcontext.h"

namespace core {

namespace {

QString variableOfName(const QString &name)
{
    QString variable;
    for (const QChar character : name.toUpper()) {
        const bool plain =
            (character >= u'A' && character <= u'Z') || (character >= u'0' && character <= u'9');
        if (plain)
            variable += character;
        else if (!variable.isEmpty() && !variable.endsWith(u'_'))
            variable += u'_';
    }
    if (variable.isEmpty() || variable.front().isDigit())
        variable.prepend(QStringLiteral("ACCOUNT_"));
    return variable + (variable.endsWith(u'_') ? QStringLiteral("API_KEY") : QStringLiteral("_API_KEY"));
}

QString exportedVariable(const Account &account, const Preset *preset)
{
    switch (account.keyStore) {
    case KeyStore::None:
        return {};
    case KeyStore::Environment:
        return account.keyVariable;
    case KeyStore::Keychain:
    case KeyStore::Session:
        break;
    }
    return preset && !preset->variables.isEmpty() ? preset->variables.first() : variableOfName(account.name);
}

} // namespace

ExportContext exportContextOf(const QList<Account> &accounts, const Presets &presets)
{
    QHash<QString, ExportAccount> known;
    for (const Account &account : accounts) {
        const Preset *preset = presets.find(account.presetId);
        known.insert(account.name,
                     {account.name, account.presetId, account.baseUrl, exportedVariable(account, preset),
                      account.headers, preset ? dialectOf(*preset) : Dialect{}, account.timeouts,
                      account.proxy.mode != ProxyMode::System || !account.caFile.isEmpty()});
    }
    ExportContext context;
    context.account = [known](const QString &name) -> std::optional<ExportAccount> {
        const auto found = known.constFind(name);
        return found == known.cend() ? std::nullopt : std::optional(*found);
    };
    return context;
}

} // namespace core
