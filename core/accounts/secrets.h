#pragma once

#include "core/accounts/account.h"
#include "core/accounts/secretstore.h"

#include <QObject>

namespace core {

/// What an account needs to be talked to, in memory only.
struct ResolvedSecrets
{
    QString key = {};
    QString proxyPassword = {};

    bool operator==(const ResolvedSecrets &) const = default;
};

/// Finds, keeps and drops the secrets of accounts in the place that each account names. Never in another
/// place, never in plain text on disk. Owned by the application; main thread.
class Secrets : public QObject
{
    Q_OBJECT

public:
    Secrets(SecretStore &keychain, SecretStore &environment, SecretStore &session, QObject *parent = nullptr);

    /// The account's key and, where its proxy has a user, the proxy's password. KeyStore::None gives an empty
    /// key. A key that is not there is an Auth error that says where it was looked for.
    QFuture<Result<ResolvedSecrets>> resolve(const Account &account);

    /// Keeps the key where `account.keyStore` says; InvalidRequest for Environment and None.
    QFuture<Result<void>> store(const Account &account, const QString &key);
    /// Keeps the proxy's password for the session, or in the keychain too with KeyStore::Keychain.
    QFuture<Result<void>> storeProxyPassword(const Account &account, const QString &password, KeyStore where);
    /// Removes all secrets of the account from keychain and session. An unreachable keychain is an error only
    /// if the account keeps its key there.
    QFuture<Result<void>> forget(const Account &account);

private:
    QFuture<Result<QString>> key(const Account &account);
    QFuture<Result<QString>> proxyPassword(const Account &account);
    SecretStore *placeOf(const Account &account);

    SecretStore &m_keychain;
    SecretStore &m_environment;
    SecretStore &m_session;
};

} // namespace core
