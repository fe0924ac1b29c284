#pragma once

#include "core/storage/connection.h"
#include "core/storage/filelock.h"

#include <memory>

namespace core {

/// The sign of life of this process: a row in `leases` and a lock on `leases/<token>.lock` beside the ledger,
/// held until the process ends. Owned by Database.
class Leases
{
public:
    /// Takes a lease and marks the unsettled attempts of every dead lease as `interrupted`; what they had
    /// journalled stays, and so does the lease's token in them until somebody who knows prices estimated what
    /// they cost (InterruptedCosts). What they had reserved of budgets is free. Attempts of a living process
    /// are never touched. To be called under openingLock().
    static Result<std::unique_ptr<Leases>> take(Connection &connection);
    /// The second half of that for processes that died since: their leases go. `own` is left alone. To be
    /// called in a write transaction.
    static Result<void> settleDead(Connection &connection, const QString &own);
    /// Whether there are leases besides `own`, of processes that live or died.
    static Result<bool> hasOthers(Connection &connection, const QString &own);
    /// Whether the process that took the lease is still there. Writes nothing: for a read transaction.
    static bool isHeld(const Connection &connection, const QString &token);
    ~Leases();
    Leases(const Leases &) = delete;
    Leases &operator=(const Leases &) = delete;

    /// Keeps processes that open the same ledger apart while they migrate it and look for dead leases.
    static Result<std::unique_ptr<FileLock>> openingLock(const QString &ledgerFile);

    QString token() const { return m_token; }

private:
    Leases(QString token, std::unique_ptr<FileLock> lock);

    const QString m_token;
    const std::unique_ptr<FileLock> m_lock;
};

} // namespace core
