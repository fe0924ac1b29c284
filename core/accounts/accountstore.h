#pragma once

#include "core/accounts/account.h"
#include "core/base/result.h"

#include <QFuture>
#include <QList>
#include <QObject>

namespace core {

class Database;

/// The accounts, in the user's order: a list in memory over the table `accounts`. Owned by the application;
/// main thread. A change is in accounts() when its future has finished, after changed().
class AccountStore : public QObject
{
    Q_OBJECT

public:
    explicit AccountStore(Database &database, QObject *parent = nullptr);

    /// Reads the table anew. Call it once before anything else.
    Result<void> load();

    /// All accounts in order, disabled ones too; the simulator's, if it is on, comes last.
    QList<Account> accounts() const;
    std::optional<Account> find(QStringView name) const;
    std::optional<Account> find(qint64 id) const;

    /// Validates and appends the account; its id is given by the database, the proxy password is not kept.
    /// Also refused when the name is taken (InvalidRequest).
    QFuture<Result<Account>> add(Account account);
    /// Replaces the account with this id. NotFound when there is none.
    QFuture<Result<Account>> update(Account account);
    /// Removes the account with its models, notes and price overrides; the ledger keeps its rows. The caller
    /// forgets its secrets (Secrets::forget).
    QFuture<Result<void>> remove(qint64 id);
    /// Moves the account to `position`, counted from 0 and bounded by the list.
    QFuture<Result<void>> move(qint64 id, int position);
    QFuture<Result<void>> setEnabled(qint64 id, bool enabled);

    /// Switches the simulator's account on or off. It gets the reserved name and id and is never stored.
    void setDemoAccount(std::optional<Account> account);

signals:
    void changed();

private:
    Result<void> checkNameFree(const Account &account) const;
    QFuture<Result<Account>> replace(const Account &account);

    Database &m_database;
    QList<Account> m_accounts;
    std::optional<Account> m_demo;
};

} // namespace core
