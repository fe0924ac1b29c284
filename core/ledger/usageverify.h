#pragma once

#include "core/base/money.h"
#include "core/ledger/usageplan.h"

namespace core {

/// A sum that does not say what it should.
struct UsageDifference
{
    enum class Level { Quarter, Day, Month, Sketch };

    Level level = Level::Quarter;
    /// ISO 8601: the moment of a quarter in UTC, a day, a month.
    QString when = {};
    /// Of what, for people: the values of the dimensions.
    QString what = {};
    /// What is missing from the sum; negative when it has too much.
    qint64 attempts = 0;
    Money cost = {};
};

/// What was found wrong: the first differences, and how many there are.
struct UsageDifferences
{
    QList<UsageDifference> first;
    qint64 count = 0;

    void add(const UsageDifference &difference);
};

// Each compares the sums of one part of the ledger with what they are made from, in one read transaction.

/// The quarters of a day with the rows, as far as none were pruned.
Result<void> verifyUsageQuarters(Connection &connection, qint64 day, UsageDifferences &found);
/// A day with its quarters and its sketches with the rows; nothing while days are being made anew.
Result<void> verifyUsageDay(Connection &connection, qint64 day, UsageDifferences &found);
/// A month with its days; nothing while days are being made anew.
Result<void> verifyUsageMonth(Connection &connection, qint64 month, UsageDifferences &found);

} // namespace core
