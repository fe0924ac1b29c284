#pragma once

#include "core/ledger/attemptquery.h"

namespace core {

/// An attempt with what an export tells beside its record. It has no texts: neither prompts nor answers, and
/// the provider's usage object only where it was asked for.
struct ExportedAttempt
{
    AttemptRecord attempt = {};
    /// Of usage that was imported that of the account with its account's name; 0 without one.
    qint64 accountId = 0;
    /// Of its account; empty when that is gone.
    QString preset = {};
    /// How long it waited for its turn; unset for one that is open or was cut off with its process.
    std::optional<double> queuedMs = {};
    /// Of its call, as a JSON object.
    QByteArray tags = {};
    /// Settled without a known cost although it may have cost something.
    bool unpriced = false;
};

/// Attempts that a filter lets through, oldest first, as they are when the reading begins: those added later
/// are left out. Reads a page at a time from where the one before ended, so that a ledger of any size takes
/// the memory of one page. `limit` and `offset` of the filter are without effect. Lives on the connection's
/// thread.
class AttemptPages
{
public:
    AttemptPages(Connection &connection, const AttemptFilter &filter, bool withUsageJson);

    /// How many there will be, unless some are removed meanwhile. To be called first.
    Result<qint64> begin();
    /// At most 1,000; empty after the last.
    Result<QList<ExportedAttempt>> next();

private:
    Result<void> readFacts(QList<ExportedAttempt> &page);

    Connection &m_connection;
    const AttemptFilter m_filter;
    /// Before the first attempt, then the last one read.
    qint64 m_lastMs;
    qint64 m_lastId;
    const QString m_select;
    qint64 m_newestId = 0;
};

} // namespace core
