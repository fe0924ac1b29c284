#pragma once

#include "core/ledger/budgetguard.h"
#include "core/ledger/budgetstore.h"
#include "tests/core/ledger/ledgerfixture.h"

namespace test {

/// A ledger with budgets: the shortest ways to make one, to reserve and to see how it stands.
class BudgetBench : public LedgerFixture
{
public:
    BudgetBench() { store = std::make_unique<core::BudgetStore>(*database); }

    /// Of all attempts in months of UTC, unless changed.
    static core::Budget budget(const QString &name, const char *amount, bool hard = false)
    {
        core::Budget made;
        made.name = name;
        made.amount = usd(amount);
        made.hard = hard;
        made.period.zone = QStringLiteral("UTC");
        return made;
    }

    static core::Money usd(const char *amount)
    {
        return core::Money::fromDecimal(QString::fromLatin1(amount)).value();
    }

    core::Budget save(const core::Budget &budget)
    {
        const auto saved = await(store->save(budget));
        if (!saved)
            qFatal("%s", qPrintable(saved.error().message));
        return *saved;
    }

    /// The budget as a process that reads the ledger sees it now.
    core::BudgetState state(const QString &name, bool includeSimulated = false) const
    {
        const auto states =
            await(database->read([now = clock.utcMs(), includeSimulated](core::Connection &connection) {
                return core::readBudgetStates(connection, now, includeSimulated);
            }));
        if (!states)
            qFatal("%s", qPrintable(states.error().message));
        for (const core::BudgetState &each : *states) {
            if (each.budget.name == name)
                return each;
        }
        qFatal("there is no budget %s", qPrintable(name));
    }

    /// Stores the sums of the present period, which settled attempts keep from now on.
    void keepSums(const core::Budget &budget)
    {
        const auto kept = await(database->write(
            [budget, span = core::budgetSpanAt(budget.period, clock.utcMs())](core::Connection &connection) {
                return core::keepBudgetSums(connection, budget, span);
            }));
        if (!kept)
            qFatal("%s", qPrintable(kept.error().message));
    }

    /// An open attempt of `account/model`.
    qint64 open(const QString &target = QStringLiteral("openai/gpt-5"), bool simulated = false)
    {
        return begin(QStringLiteral("?"), {target}, {}, simulated).attempts.first();
    }

    /// One that cost so much; nothing when its cost is unknown.
    void spend(const QString &target, std::optional<core::Money> cost)
    {
        ask(QStringLiteral("?"), target, QStringLiteral("!"), cost);
    }

    static core::Result<core::BudgetReservation> reserve(core::Database &at, qint64 attempt,
                                                         const core::WorstCost &cost, qint64 nowMs,
                                                         bool includeSimulated = false)
    {
        const core::ReservationScope scope{nowMs, includeSimulated, at.leaseToken()};
        return await(at.write([attempt, cost, scope](core::Connection &connection) {
            return core::reserveBudgets(connection, attempt, cost, scope);
        }));
    }

    core::BudgetReservation reserve(qint64 attempt, const core::WorstCost &cost,
                                    bool includeSimulated = false)
    {
        const auto reserved = reserve(*database, attempt, cost, clock.utcMs(), includeSimulated);
        if (!reserved)
            qFatal("%s", qPrintable(reserved.error().message));
        return *reserved;
    }

    std::unique_ptr<core::BudgetStore> store;
};

} // namespace test
