#include "core/ledger/interruptedattempts.h"

#include "core/ledger/billedattempt.h"
#include "core/ledger/recordsjson.h"
#include "core/ledger/settlement.h"
#include "core/storage/statement.h"

namespace core {

namespace {

/// The lease of an attempt that was settled is empty, so one that has it still was taken over. Its run waits
/// to be indexed, which is how it is found without a look at the others; joined the other way round, SQLite
/// makes an index of all attempts first.
QString interruptedFrom()
{
    return QStringLiteral(
        " FROM attempts a CROSS JOIN calls c ON c.id = a.call_id "
        "CROSS JOIN lanes l ON l.id = c.lane_id LEFT JOIN answers t ON t.attempt_id = a.id "
        "WHERE a.call_id IN (SELECT w.id FROM runs r CROSS JOIN lanes o ON o.run_id = r.id "
        "CROSS JOIN calls w ON w.lane_id = o.id WHERE r.search_stale = 1) "
        "AND a.settled_at IS NOT NULL AND a.lease <> '' AND (a.simulated = 0 OR :simulated)");
}

InterruptedAttempt readInterrupted(const Statement &row)
{
    InterruptedAttempt attempt;
    attempt.id = row.integer(0);
    attempt.run = row.integer(1);
    attempt.parentLane = row.integer(2);
    attempt.accountId = row.integer(3);
    attempt.model = row.text(4);
    attempt.startedAtMs = row.integer(5);
    attempt.outputLimit = parametersFromText(row.utf8(6)).maxTokens;
    attempt.text = row.text(7);
    attempt.reasoning = row.text(8);
    return attempt;
}

} // namespace

Result<QList<InterruptedAttempt>> readInterruptedAttempts(Connection &connection, bool simulated)
{
    QList<InterruptedAttempt> attempts;
    const Result<void> read =
        Statement(connection,
                  QString(QStringLiteral("SELECT a.id, l.run_id, l.parent_lane_id, a.account_id, a.model, "
                                         "a.started_at, l.parameters, t.text, t.reasoning")
                          + interruptedFrom() + QStringLiteral(" ORDER BY a.id")))
            .bind(":simulated", simulated)
            .each([&attempts](const Statement &row) { attempts += readInterrupted(row); });
    if (!read)
        return read.error();
    return attempts;
}

Result<bool> hasInterruptedAttempts(Connection &connection, bool simulated)
{
    return Statement(connection,
                     QString(QStringLiteral("SELECT 1") + interruptedFrom() + QStringLiteral(" LIMIT 1")))
        .bind(":simulated", simulated)
        .first([](const Statement &) {});
}

Result<void> finishInterruptedAttempt(Connection &connection, const InterruptedAttempt &attempt,
                                      const Usage &usage, const Cost &cost)
{
    const Result<int> finished =
        Statement(connection,
                  QStringLiteral("UPDATE attempts SET input_tokens = :input, output_tokens = :output, "
                                 "reasoning_tokens = :reasoning, usage_basis = :basis, lease = '' "
                                 "WHERE id = :attempt AND settled_at IS NOT NULL AND lease <> ''"))
            .bind(":input", usage.input)
            .bind(":output", usage.output)
            .bind(":reasoning", usage.reasoning)
            .bind(":basis", usageBasisName(usage.basis))
            .bind(":attempt", attempt.id)
            .change();
    if (!finished)
        return finished.error();
    if (*finished == 0)
        return {};
    if (const Result<void> priced = writeCost(connection, attempt.id, cost); !priced)
        return priced;
    return indexRun(connection, attempt.run);
}

} // namespace core
