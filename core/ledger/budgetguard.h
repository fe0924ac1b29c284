#pragma once

#include "core/base/clock.h"
#include "core/ledger/budgetalert.h"
#include "core/ledger/budgetreservation.h"
#include "core/storage/database.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <functional>

namespace core {

class BudgetStore;
class LedgerWriter;

/// Keeps what is sent within the budgets: reserves before each attempt, knows how much of each budget is
/// used, and raises alerts, together with the other processes of the ledger. Owned by Application; main
/// thread.
class BudgetGuard : public QObject
{
    Q_OBJECT

public:
    BudgetGuard(Database &database, const Clock &clock, BudgetStore &store, const LedgerWriter &ledger,
                QObject *parent = nullptr);

    /// Reads the states at once; to be called once, after the store was loaded.
    Result<void> load();

    /// Whether attempts of the simulator count and are limited; they do not at first.
    void setIncludeSimulated(bool include);
    /// Asked before anything is refused because of what other requests hold: ends the attempts of processes
    /// that died, at what they cost. Without it these give back what they held and count as unpriced.
    void setTakeOver(std::function<QFuture<Result<void>>()> takeOver) { m_takeOver = std::move(takeOver); }
    /// What a window does: from now on this process tells alerts, also those of other processes, as
    /// alerted(); it looks every minute, and soon counts the present periods again. A command line does not,
    /// so that a window still will.
    void watch();
    /// Counts the present periods again in the background, for a ledger that other programs wrote to.
    QFuture<Result<void>> recount();

    /// Whether any budget is on, as far as this process knows; see RunIds::budgeted for the others'.
    bool isOn() const;
    /// Reserves the most that an attempt may cost before it is sent. Errors: budget, with a sentence that
    /// names the budget, its amount, what is spent and when its period ends; storage.
    QFuture<Result<void>> reserve(qint64 attempt, const WorstCost &cost);
    /// For an attempt that is never settled.
    void release(qint64 attempt);

    /// By name, those that are off too; as of the last settled or reserved attempt.
    const QList<BudgetState> &states() const { return m_states; }
    /// Spent and reserved, in percent of the amount, at present; unset: there is no budget of that name.
    std::optional<double> usedPercent(const QString &budget) const;
    QFuture<Result<QList<BudgetState>>> refresh();

signals:
    /// The states, see states().
    void changed();
    void alerted(const core::BudgetAlert &alert);

private:
    QFuture<Result<BudgetReservation>> tryToReserve(qint64 attempt, const WorstCost &cost, bool again);
    Result<void> answerOf(const Result<BudgetReservation> &reserved);
    void refreshSoon();
    void settleAlerts();
    void adopt(const QList<BudgetState> &states);
    void note(const QList<BudgetState> &some);

    Database &m_database;
    const Clock &m_clock;
    BudgetStore &m_store;
    QList<BudgetState> m_states;
    std::function<QFuture<Result<void>>()> m_takeOver;
    QTimer m_refreshTimer;
    QTimer m_periodTimer;
    bool m_includeSimulated = false;
    bool m_tellsAlerts = false;
};

} // namespace core
