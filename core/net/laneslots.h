#pragma once

#include <QHash>
#include <QList>

#include <functional>

namespace core {

/// Fair limits of parallel requests per account: first come, first served. Single-threaded.
class LaneSlots
{
public:
    using Grant = std::function<void()>;

    /// Calls `grant` as soon as fewer than `limit` slots of the account are taken (0: no limit), at once when
    /// that is now. Returns a ticket for release().
    qint64 acquire(qint64 accountId, int limit, Grant grant);

    /// Gives a slot back, or leaves the queue when it was not granted yet. An unknown ticket has no effect.
    void release(qint64 ticket);

    int running(qint64 accountId) const;
    int waiting(qint64 accountId) const;

private:
    struct Waiting
    {
        qint64 ticket;
        int limit;
        Grant grant;
    };

    struct Account
    {
        QList<qint64> running = {};
        QList<Waiting> waiting = {};
    };

    void grantNext(qint64 accountId);

    QHash<qint64, Account> m_accounts;
    QHash<qint64, qint64> m_accountOfTicket;
    qint64 m_lastTicket = 0;
};

} // namespace core
