#include "core/net/laneslots.h"

namespace core {

qint64 LaneSlots::acquire(qint64 accountId, int limit, Grant grant)
{
    const qint64 ticket = ++m_lastTicket;
    m_accountOfTicket.insert(ticket, accountId);
    m_accounts[accountId].waiting.append({ticket, limit, std::move(grant)});
    grantNext(accountId);
    return ticket;
}

void LaneSlots::release(qint64 ticket)
{
    const auto found = m_accountOfTicket.constFind(ticket);
    if (found == m_accountOfTicket.constEnd())
        return;
    const qint64 accountId = *found;
    m_accountOfTicket.erase(found);
    Account &account = m_accounts[accountId];
    account.running.removeOne(ticket);
    account.waiting.removeIf([ticket](const Waiting &waiting) { return waiting.ticket == ticket; });
    grantNext(accountId);
}

void LaneSlots::grantNext(qint64 accountId)
{
    while (true) {
        Account &account = m_accounts[accountId];
        if (account.waiting.isEmpty())
            return;
        const int limit = account.waiting.constFirst().limit;
        if (limit > 0 && account.running.size() >= limit)
            return;
        const Waiting next = account.waiting.takeFirst();
        account.running.append(next.ticket);
        // The grant may acquire or release slots itself, so no reference may be held across it.
        next.grant();
    }
}

int LaneSlots::running(qint64 accountId) const
{
    return static_cast<int>(m_accounts.value(accountId).running.size());
}

int LaneSlots::waiting(qint64 accountId) const
{
    return static_cast<int>(m_accounts.value(accountId).waiting.size());
}

} // namespace core
