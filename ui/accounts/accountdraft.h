#pragma once

#include "core/accounts/account.h"
#include "core/base/result.h"
#include "ui/accounts/accountscontext.h"

#include <QFuture>

namespace ui {

/// An account as it is being edited, with the secrets typed for it. In memory only.
struct AccountDraft
{
    /// Id 0: not stored yet.
    core::Account account;
    /// Empty: the stored key stays.
    QString newKey = {};
    QString newProxyPassword = {};

    bool operator==(const AccountDraft &) const = default;
};

/// What is wrong with each field, one translated sentence each; empty where nothing is.
struct DraftFaults
{
    QString name;
    QString baseUrl;
    QString key;
    QString headers;
    QString proxy;
    QString caFile;

    bool none() const;
};

/// `keyStored`: a key is known to be where the account says.
DraftFaults faultsOf(const AccountDraft &draft, const core::AccountStore &accounts, bool keyStored);

/// `wish`, or `wish-2` and so on when an account or one of `taken` has that name.
QString freeAccountName(const QString &wish, const core::AccountStore &accounts,
                        const QStringList &taken = {});

/// A new account of a preset, with a free name, its base URL and limit.
core::Account accountFromPreset(const QString &presetId, const AccountsContext &context,
                                const QStringList &takenNames = {});

/// What the draft is reached by, with the secrets typed so far and no stored ones.
core::Endpoint endpointOf(const AccountDraft &draft);

/// Stores the account and its secrets; all or nothing: an account whose key cannot be kept is not added. A
/// key whose place has changed is moved. The future ends on the main thread.
QFuture<core::Result<core::Account>> saveDraft(const AccountsContext &context, const AccountDraft &draft);

/// The people's name of the account's preset, else its host.
QString providerName(const core::Account &account, const core::Presets &presets);

} // namespace ui
