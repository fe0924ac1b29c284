#pragma once

#include "core/ledger/budgetstate.h"

namespace core {

/// The most that one attempt may cost; unset: its price is unknown.
using WorstCost = std::optional<Money>;

/// What came of reserving.
struct BudgetReservation
{
    /// Why the attempt must not be sent: kind `budget`, one sentence for people.
    std::optional<Error> refusal = {};
    /// The budget that refused it, as it stood; unset when none did.
    std::optional<BudgetState> refusedBy = {};
    /// Every budget that counts the attempt, what was reserved included.
    QList<BudgetState> states = {};

    /// Whether it was refused while other requests held a part of the budget.
    bool isRefusedForOthers() const { return refusedBy && !refusedBy->reserved.isZero(); }
};

/// Who asks.
struct ReservationScope
{
    qint64 nowMs = 0;
    /// Simulated attempts are counted and limited too; else they pass.
    bool includeSimulated = false;
    /// The lease of this process: those of dead ones are ended before anything is refused. Empty: they hold
    /// what they hold.
    QString lease = {};
};

/// Reserves the cost in every budget that counts the unsettled attempt, or in none when a hard one refuses.
/// The budget's period is that in which the attempt began. Once more for an attempt replaces what it had. In
/// a write transaction, so that neither lanes nor processes pass an amount together.
Result<BudgetReservation> reserveBudgets(Connection &connection, qint64 attempt, const WorstCost &cost,
                                         const ReservationScope &scope);

/// Gives back what an attempt had reserved that is never settled. Settling does so by itself.
Result<void> releaseBudgets(Connection &connection, qint64 attempt);

} // namespace core
