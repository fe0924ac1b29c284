#pragma once

#include "core/ledger/budgetstate.h"

namespace core {

/// A budget passed its warning or refused a request: told once until it has recovered.
struct BudgetAlert
{
    enum class Kind { Warning, Refusal };

    qint64 id = 0;
    Kind kind = Kind::Warning;
    QString budget;
    BudgetPeriod period = {};
    BudgetSpan span = {};
    Money amount = {};
    Money spent = {};
    /// `account/model` that most was spent on; empty when nothing was.
    QString contributor = {};
    Money contributed = {};
    qint64 raisedAtMs = 0;

    bool operator==(const BudgetAlert &) const = default;
};

/// The head of a notification: `Budget “team”: 83 % used`.
QString budgetAlertTitle(const BudgetAlert &alert);
/// One or two sentences: what is spent of what until when, and who made most of it.
QString budgetAlertText(const BudgetAlert &alert);
/// When a period ends, for people: `1 Dec 2026, 00:00 (Europe/Berlin)`.
QString budgetEndText(const BudgetPeriod &period, const BudgetSpan &span);

/// What there is to write about alerts.
struct BudgetAlertNeeds
{
    /// Some are to be raised or ended.
    bool update = false;
    /// No window has told some yet.
    bool untold = false;
};

/// To be asked before a write, in a read transaction.
Result<BudgetAlertNeeds> budgetAlertNeeds(Connection &connection, const QList<BudgetState> &states);

// Steps inside a write transaction.

/// Raises the warnings that are due, and ends the alerts of budgets that recovered: a new period, a higher
/// amount with less than that spent, a sum below the warning. Whether another process raised one before makes
/// no difference.
Result<void> updateBudgetAlerts(Connection &connection, const QList<BudgetState> &states, qint64 nowMs);
/// Raises the alert of a refusal unless one of its episode was.
Result<void> raiseRefusal(Connection &connection, const BudgetState &state, qint64 nowMs);
/// The alerts that no window has told yet, which are told from now on.
Result<QList<BudgetAlert>> claimBudgetAlerts(Connection &connection, qint64 nowMs);

} // namespace core
