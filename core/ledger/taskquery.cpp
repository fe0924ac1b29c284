#include "core/ledger/taskquery.h"

#include "core/ledger/statistics.h"
#include "core/storage/statement.h"

#include <algorithm>

namespace core {

namespace {

constexpr int kNewest = 500;
/// Older attempts are not looked at.
constexpr int kAttemptsLookedAt = 200'000;

/// Costs and first tokens of one target, as they are read.
struct Samples
{
    TaskTarget target;
    QList<double> costs;
    QList<double> firsts;

    TaskTarget done()
    {
        std::sort(costs.begin(), costs.end());
        std::sort(firsts.begin(), firsts.end());
        if (!costs.isEmpty())
            target.medianCost = Money::fromPicos(static_cast<qint64>(nearestRank(costs, 0.5)));
        if (!firsts.isEmpty()) {
            target.firstP50 = nearestRank(firsts, 0.5);
            target.firstP95 = nearestRank(firsts, 0.95);
        }
        return target;
    }
};

/// One row a call: its last attempt says who answered and how soon, the cost is that of all attempts.
QString callsSql(bool ofOneTask)
{
    return QStringLiteral(R"(
        SELECT account, model, cost, first_ms FROM (
            SELECT a.account, a.model,
                (SELECT CASE WHEN sum(b.unpriced) > 0 THEN NULL ELSE sum(b.cost_picos) END
                 FROM attempts b WHERE b.call_id = c.id) AS cost,
                min(ifnull(a.first_reasoning_ms, a.first_text_ms),
                    ifnull(a.first_text_ms, a.first_reasoning_ms)) AS first_ms,
                row_number() OVER (PARTITION BY a.account, a.model ORDER BY a.id DESC) AS place
            FROM attempts a JOIN calls c ON c.id = a.call_id
            WHERE a.id > (SELECT ifnull(max(id), 0) FROM attempts) - :attempts
                AND a.status IN ('complete', 'truncated') AND a.simulated <= :simulated %1)
        WHERE place <= :newest ORDER BY account, model)")
        .arg(ofOneTask ? QStringLiteral("AND c.task = :task") : QString());
}

} // namespace

Result<QList<TaskTarget>> taskTargets(Connection &connection, const TaskTargetQuery &query)
{
    Statement statement(connection, callsSql(query.task.has_value()));
    statement.bind(":simulated", query.includeSimulated)
        .bind(":newest", kNewest)
        .bind(":attempts", kAttemptsLookedAt);
    if (query.task)
        statement.bind(":task", *query.task);
    QList<Samples> found;
    const Result<void> read = statement.each([&found](const Statement &row) {
        const QString account = row.text(0);
        const QString model = row.text(1);
        if (found.isEmpty() || found.constLast().target.account != account
            || found.constLast().target.model != model)
            found.append(Samples{{account, model}, {}, {}});
        Samples &samples = found.last();
        ++samples.target.calls;
        if (const std::optional<Money> cost = row.optionalMoney(2))
            samples.costs.append(static_cast<double>(cost->picos()));
        else
            ++samples.target.unpriced;
        if (const std::optional<double> first = row.optionalReal(3))
            samples.firsts.append(*first);
    });
    if (!read)
        return read.error();
    QList<TaskTarget> targets;
    for (Samples &samples : found)
        targets.append(samples.done());
    return targets;
}

Result<QHash<QString, qint64>> callsByTask(Connection &connection, qint64 sinceMs, bool includeSimulated)
{
    QHash<QString, qint64> calls;
    const Result<void> read =
        Statement(connection, QStringLiteral(R"(
            SELECT c.task, count(*) FROM calls c
            LEFT JOIN lanes l ON l.id = c.lane_id LEFT JOIN runs r ON r.id = l.run_id
            WHERE c.created_at >= :since AND c.simulated <= :simulated AND r.matrix_id IS NULL
            GROUP BY c.task)"))
            .bind(":since", sinceMs)
            .bind(":simulated", includeSimulated)
            .each([&calls](const Statement &row) { calls.insert(row.text(0), row.integer(1)); });
    if (!read)
        return read.error();
    return calls;
}

} // namespace core
