#include "ui/accounts/accountdraft.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/presets.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ui {

namespace {

struct DraftWords
{
    Q_DECLARE_TR_FUNCTIONS(DraftWords)
};

/// An account that lacks nothing, to try one field at a time on.
core::Account sound()
{
    core::Account account;
    account.name = QStringLiteral("x");
    account.baseUrl = QUrl(QStringLiteral("https://x.invalid"));
    return account;
}

QString faultIn(const core::Account &account)
{
    const core::Result<void> valid = core::validateAccount(account);
    return valid ? QString() : valid.error().message;
}

QString nameFault(const core::Account &account, const core::AccountStore &accounts)
{
    core::Account probe = sound();
    probe.name = account.name;
    if (const QString fault = faultIn(probe); !fault.isEmpty())
        return fault;
    const std::optional<core::Account> other = accounts.find(account.name);
    if (other && other->id != account.id)
        return DraftWords::tr("Another account has this name.");
    return {};
}

QString keyFault(const AccountDraft &draft, bool keyStored)
{
    const core::Account &account = draft.account;
    if (account.keyStore == core::KeyStore::Environment) {
        core::Account probe = sound();
        probe.keyStore = account.keyStore;
        probe.keyVariable = account.keyVariable;
        return account.keyVariable.isEmpty() ? DraftWords::tr("Name the environment variable.")
                                             : faultIn(probe);
    }
    const bool kept =
        account.keyStore == core::KeyStore::Keychain || account.keyStore == core::KeyStore::Session;
    if (kept && draft.newKey.isEmpty() && !keyStored)
        return DraftWords::tr("Enter the key.");
    if (draft.newKey.contains(u' ') || draft.newKey.contains(u'\n'))
        return DraftWords::tr("A key has no spaces.");
    return {};
}

QString proxyFault(const core::ProxySettings &proxy)
{
    core::Account probe = sound();
    probe.proxy = proxy;
    return faultIn(probe);
}

QString caFileFault(const QString &path)
{
    if (path.isEmpty() || QFileInfo(path).isReadable())
        return {};
    return DraftWords::tr("This file cannot be read.");
}

} // namespace

bool DraftFaults::none() const
{
    return name.isEmpty() && baseUrl.isEmpty() && key.isEmpty() && headers.isEmpty() && proxy.isEmpty()
        && caFile.isEmpty();
}

DraftFaults faultsOf(const AccountDraft &draft, const core::AccountStore &accounts, bool keyStored)
{
    const core::Account &account = draft.account;
    core::Account withUrl = sound();
    withUrl.baseUrl = account.baseUrl;
    core::Account withHeaders = sound();
    withHeaders.headers = account.headers;
    DraftFaults faults{nameFault(account, accounts), faultIn(withUrl),          keyFault(draft, keyStored),
                       faultIn(withHeaders),         proxyFault(account.proxy), caFileFault(account.caFile)};
    if (account.baseUrl.toString().contains(u'{')
        || account.baseUrl.toString().contains(QLatin1StringView("%7B"), Qt::CaseInsensitive))
        faults.baseUrl = DraftWords::tr("Put your own value in the place of the part in braces.");
    return faults;
}

QString freeAccountName(const QString &wish, const core::AccountStore &accounts, const QStringList &taken)
{
    QString base = wish.trimmed();
    base.remove(u'/');
    if (base.isEmpty() || base == core::kDemoAccountName || base == core::kRouteAccountName)
        base = QStringLiteral("account");
    QString name = base;
    for (int number = 2; accounts.find(name) || taken.contains(name); ++number)
        name = QStringLiteral("%1-%2").arg(base, QString::number(number));
    return name;
}

core::Account accountFromPreset(const QString &presetId, const AccountsContext &context,
                                const QStringList &takenNames)
{
    core::Account account;
    const core::Preset *const preset = context.presets.find(presetId);
    if (!preset)
        return account;
    account.presetId = preset->id;
    account.name = freeAccountName(preset->id, context.accounts, takenNames);
    account.baseUrl = preset->baseUrl;
    account.maxParallel = preset->maxParallel;
    account.keyStore = preset->keyRequired ? core::KeyStore::Keychain : core::KeyStore::None;
    return account;
}

core::Endpoint endpointOf(const AccountDraft &draft)
{
    const core::Account &account = draft.account;
    core::Endpoint endpoint{account.id,       account.baseUrl, draft.newKey,  account.headers,
                            account.timeouts, account.proxy,   account.caFile};
    endpoint.proxy.password = draft.newProxyPassword;
    return endpoint;
}

QString providerName(const core::Account &account, const core::Presets &presets)
{
    const core::Preset *const preset = presets.find(account.presetId);
    return preset && preset->kind != core::PresetKind::Custom ? preset->displayName : account.baseUrl.host();
}

} // namespace ui
