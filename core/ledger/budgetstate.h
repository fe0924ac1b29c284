#pragma once

#include "core/ledger/budget.h"
#include "core/storage/connection.h"

#include <QList>

namespace core {

/// What is used of a budget in one period.
struct BudgetState
{
    Budget budget;
    BudgetSpan span = {};
    /// What settled attempts cost, as far as it is known.
    Money spent = {};
    /// The most that attempts under way may cost.
    Money reserved = {};
    /// Settled attempts that may have cost something unknown.
    qint64 unpriced = 0;
    /// Attempts of the simulator count too.
    bool includesSimulated = false;
    /// The sum was stored; else it was counted for this question.
    bool isKept = false;

    /// Of the amount.
    double spentPercent() const;
    /// Spent and reserved, of the amount.
    double usedPercent() const;
    /// What is neither spent nor reserved; never below 0.
    Money left() const;
    /// The warning's threshold is reached.
    bool isPastWarning() const;

    bool operator==(const BudgetState &) const = default;
};

/// The budget in the period of `atMs`; counts the ledger's attempts where the period has no stored sum yet.
/// Writes nothing.
Result<BudgetState> readBudgetState(Connection &connection, const Budget &budget, qint64 atMs,
                                    bool includeSimulated);
Result<QList<BudgetState>> readBudgetStates(Connection &connection, qint64 atMs, bool includeSimulated);

/// Stores the sums of that period where they are missing, so that the next question is quick and settled
/// attempts keep them. In a write transaction.
Result<void> keepBudgetSums(Connection &connection, const Budget &budget, const BudgetSpan &span);

/// How far a stored sum is from what the attempts say.
struct BudgetCorrection
{
    qint64 sum = 0;
    Money spent = {};
    qint64 unpriced = 0;
};

/// Counts the periods of `atMs` again; empty when every stored sum is right. Of a period that began before
/// the ledger was pruned the attempts may be gone; its sums stay as they are.
Result<QList<BudgetCorrection>> recountBudgets(Connection &connection, qint64 atMs);
/// Adds the corrections, also when attempts were settled meanwhile.
Result<void> correctBudgets(Connection &connection, const QList<BudgetCorrection> &corrections);

} // namespace core
