#include "core/accounts/secrets.h"

#include "core/base/continuation.h"

#include <QCoreApplication>

namespace core {

namespace {

using Found = Result<std::optional<QString>>;

template <typename T>
QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

SecretRef keyRef(const Account &account)
{
    return SecretRef{account.id, SecretKind::Key, account.keyVariable};
}

SecretRef proxyRef(const Account &account)
{
    return SecretRef{account.id, SecretKind::ProxyPassword};
}

Error missingKey(const Account &account)
{
    QString sentence;
    switch (account.keyStore) {
    case KeyStore::Environment:
        sentence = QCoreApplication::translate("Secrets", "The environment variable %1 is not set.")
                       .arg(account.keyVariable);
        break;
    case KeyStore::Session:
        sentence = QCoreApplication::translate("Secrets",
                                               "The key of “%1” was kept for one session only: enter "
                                               "it again.")
                       .arg(account.name);
        break;
    case KeyStore::Keychain:
    case KeyStore::None:
        sentence =
            QCoreApplication::translate("Secrets", "The keychain holds no key for “%1”: enter it again.")
                .arg(account.name);
        break;
    }
    return Error{ErrorKind::Auth, sentence};
}

bool needsProxyPassword(const ProxySettings &proxy)
{
    return (proxy.mode == ProxyMode::Http || proxy.mode == ProxyMode::Socks5) && !proxy.user.isEmpty();
}

} // namespace

Secrets::Secrets(SecretStore &keychain, SecretStore &environment, SecretStore &session, QObject *parent)
    : QObject(parent), m_keychain(keychain), m_environment(environment), m_session(session)
{
}

SecretStore *Secrets::placeOf(const Account &account)
{
    switch (account.keyStore) {
    case KeyStore::Keychain:
        return &m_keychain;
    case KeyStore::Environment:
        return &m_environment;
    case KeyStore::Session:
        return &m_session;
    case KeyStore::None:
        break;
    }
    return nullptr;
}

QFuture<Result<ResolvedSecrets>> Secrets::resolve(const Account &account)
{
    return continued(key(account), this,
                     [this, account](const Result<QString> &key) {
                         if (!key)
                             return ready<ResolvedSecrets>(key.error());
                         return continued(
                             proxyPassword(account), this,
                             [key = *key](const Result<QString> &password) -> Result<ResolvedSecrets> {
                                 if (!password)
                                     return password.error();
                                 return ResolvedSecrets{key, *password};
                             });
                     })
        .unwrap();
}

QFuture<Result<QString>> Secrets::key(const Account &account)
{
    SecretStore *const place = placeOf(account);
    if (!place)
        return ready<QString>(QString());
    return continued(place->read(keyRef(account)), this, [account](const Found &found) -> Result<QString> {
        if (!found)
            return found.error();
        if (!found->has_value())
            return missingKey(account);
        return **found;
    });
}

QFuture<Result<QString>> Secrets::proxyPassword(const Account &account)
{
    if (!needsProxyPassword(account.proxy))
        return ready<QString>(QString());
    return continued(m_session.read(proxyRef(account)), this,
                     [this, account](const Found &inSession) {
                         if (inSession && inSession->has_value())
                             return ready<QString>(**inSession);
                         return continued(m_keychain.read(proxyRef(account)), this,
                                          [account](const Found &found) -> Result<QString> {
                                              if (found && found->has_value())
                                                  return **found;
                                              const QString why =
                                                  found ? QString() : QString(u' ' + found.error().message);
                                              return Error{ErrorKind::Auth,
                                                           QCoreApplication::translate(
                                                               "Secrets",
                                                               "The password of the proxy of “%1” is not "
                                                               "known: enter it again.%2")
                                                               .arg(account.name, why)};
                                          });
                     })
        .unwrap();
}

QFuture<Result<void>> Secrets::store(const Account &account, const QString &key)
{
    if (account.keyStore == KeyStore::Environment || account.keyStore == KeyStore::None)
        return ready<void>(
            Error{ErrorKind::InvalidRequest,
                  QCoreApplication::translate("Secrets", "“%1” keeps no key of its own.").arg(account.name)});
    return placeOf(account)->write(keyRef(account), key);
}

QFuture<Result<void>> Secrets::storeProxyPassword(const Account &account, const QString &password,
                                                  KeyStore where)
{
    if (where != KeyStore::Keychain)
        return m_session.write(proxyRef(account), password);
    return continued(m_keychain.write(proxyRef(account), password), this,
                     [this, account, password](const Result<void> &written) {
                         return written ? m_session.write(proxyRef(account), password) : ready(written);
                     })
        .unwrap();
}

QFuture<Result<void>> Secrets::forget(const Account &account)
{
    const bool keyInKeychain = account.keyStore == KeyStore::Keychain;
    return continued(continued(continued(m_session.remove(keyRef(account)), this,
                                         [this, account](const Result<void> &) {
                                             return m_session.remove(proxyRef(account));
                                         })
                                   .unwrap(),
                               this,
                               [this, account, keyInKeychain](const Result<void> &) {
                                   return keyInKeychain ? m_keychain.remove(keyRef(account))
                                                        : ready<void>({});
                               })
                         .unwrap(),
                     this,
                     [this, account](const Result<void> &removed) {
                         if (!removed || !needsProxyPassword(account.proxy))
                             return ready(removed);
                         return continued(
                             m_keychain.remove(proxyRef(account)), this, [account](const Result<void> &done) {
                                 return account.keyStore == KeyStore::Keychain ? done : Result<void>();
                             });
                     })
        .unwrap();
}

} // namespace core
