#pragma once

#include "core/reconcile/modelmatch.h"
#include "core/reconcile/usagerecord.h"
#include "core/storage/connection.h"

#include <QSet>

namespace core {

/// How far a file's moment of a request may be from the time in which Switchyard had it under way: clocks
/// differ, and some note the start and others the end.
constexpr qint64 kNearRequestMs = qint64(5) * 60 * 1000;

/// A request that the ledger has, as far as it tells which of a file it is.
struct OwnRequest
{
    /// When it was sent, and its last token; milliseconds UTC.
    qint64 atMs = 0;
    qint64 endMs = 0;
    QString model;
    /// Unset where they are unknown, or estimated only.
    std::optional<qint64> input = {};
    std::optional<qint64> output = {};
};

/// Requests of an account between two moments that an export of the format can hold: in the logs of llm are
/// only those that it sent through the gateway here.
Result<QList<OwnRequest>> readOwnRequests(Connection &connection, const QString &account, UsageFormat format,
                                          qint64 fromMs, qint64 toMs);

/// Which of the records (by index) are requests of `own`; sums are none. First those of the same model and
/// tokens on the same UTC day (or within kNearRequestMs beyond midnight), each the nearest in time. Then, for
/// every own one that is left, the nearest of its model within kNearRequestMs, unless tokens that both sides
/// know all differ: what was cut off has the input alone in common. A record at 0:00:00.000 UTC may tell no
/// more than its day; it is near on all of it, where tokens are unknown on one side. Pure.
QSet<qsizetype> matchOwnRequests(const QList<UsageRecord> &records, const QList<OwnRequest> &own,
                                 ModelKeys &keys);

} // namespace core
