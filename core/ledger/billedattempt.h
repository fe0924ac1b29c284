#pragma once

#include "core/base/result.h"
#include "core/catalog/modelinfo.h"
#include "core/chat/usage.h"
#include "core/storage/connection.h"

#include <QByteArray>
#include <QString>

namespace core {

class PriceSnapshot;
class Statement;

/// A settled attempt as far as its cost goes.
struct BilledAttempt
{
    qint64 id = 0;
    qint64 accountId = 0;
    QString account;
    QString model;
    /// When it was sent, milliseconds UTC.
    qint64 sentAtMs = 0;
    Usage usage = {};
    Cost cost = {};
    /// The limit of output tokens it was sent with; unset for none.
    std::optional<qint64> outputLimit = {};
    /// It may have cost something, and nobody knows how much.
    bool unpriced = false;
};

/// Whether its request never left this machine: it cost nothing at any price.
bool isUnsent(const BilledAttempt &attempt);

/// SELECT ... FROM of one attempt a row, to be completed with WHERE on a(ttempts). readBilledAttempt() reads
/// a row of it.
QString billedAttemptSelect();
BilledAttempt readBilledAttempt(const Statement &row);

/// What it costs at the prices of the moment when it was sent. Its own cost where no price is known now, and,
/// unless `overReported`, where the provider reported it.
Cost costAt(const BilledAttempt &attempt, const PriceSnapshot &prices, bool overReported);

/// Whether both come to the same amounts on the same basis; the price's date and name may differ.
bool isSameCost(const Cost &a, const Cost &b);

/// Puts a cost in the place of the one that an attempt has, all columns of it.
Result<void> writeCost(Connection &connection, qint64 attempt, const Cost &cost);

/// A cost as compact JSON, whole.
QByteArray costText(const Cost &cost);
Cost costFromText(const QByteArray &text);

} // namespace core
