#pragma once

#include "core/accounts/secretstore.h"

#include <QObject>

#include <chrono>

namespace core {

class Database;

/// Secrets in the desktop's keychain (the Secret Service on Linux) through QtKeychain. Entries are global to
/// the desktop, so they are named `<ledger uuid>/<account id>`, with `/proxy` for a proxy's password, under
/// the service `switchyard`. Owned by the application; main thread only: QtKeychain is not thread-safe.
class KeychainSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    /// `limit` is how long one job may take; a keychain that waits for a password may take for ever.
    explicit KeychainSecretStore(Database &database,
                                 std::chrono::milliseconds limit = std::chrono::seconds(10),
                                 QObject *parent = nullptr);

    /// A locked keychain answers reads with "not found"; it is told apart here and is an Auth error.
    QFuture<Result<std::optional<QString>>> read(const SecretRef &ref) override;
    QFuture<Result<void>> write(const SecretRef &ref, const QString &secret) override;
    QFuture<Result<void>> remove(const SecretRef &ref) override;

    /// Whether a keychain answers and is unlocked. Changes nothing in it.
    QFuture<Result<void>> probe();

private:
    QFuture<Result<std::optional<QString>>> readEntry(const QString &entry);
    QFuture<Result<void>> writeEntry(const QString &entry, const QString &secret);
    QFuture<Result<void>> removeEntry(const QString &entry);
    QFuture<Result<QString>> entryOf(const SecretRef &ref);

    Database &m_database;
    std::chrono::milliseconds m_limit;
    QString m_ledgerUuid;
};

/// The id that this ledger's keychain entries begin with; made when first asked for.
QFuture<Result<QString>> ledgerUuid(Database &database);

} // namespace core
