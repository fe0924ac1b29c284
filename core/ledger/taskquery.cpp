#include "core/ledger/taskquery.h"

#include "core/ledger/statistics.h"
#include "core/ledger/usagequery.h"
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

/// By how many the calls of a task differ from those in the sums, which have the cases of prompt sets and
/// lack what was imported.
QString otherCallsSql()
{
    return QStringLiteral(R"(
        SELECT c.task, -count(*)
        FROM runs r CROSS JOIN lanes l ON l.run_id = r.id CROSS JOIN calls c ON c.lane_id = l.id
        CROSS JOIN attempts a ON a.call_id = c.id AND a.number = 1
        WHERE r.matrix_id IS NOT NULL AND a.imported = 0 AND a.started_at >= :since AND c.simulated <= :simulated
        GROUP BY c.task
        UNION ALL
        SELECT c.task, count(*)
        FROM (SELECT DISTINCT run_id FROM imports) i CROSS JOIN runs r ON r.id = i.run_id
        CROSS JOIN lanes l ON l.run_id = r.id CROSS JOIN calls c ON c.lane_id = l.id
        CROSS JOIN attempts a ON a.call_id = c.id AND a.number = 1
        WHERE r.matrix_id IS NULL AND a.imported = 1 AND c.created_at >= :since AND c.simulated <= :simulated
        GROUP BY c.task)");
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
    UsageQuery query;
    query.sinceMs = sinceMs;
    query.by = {QStringLiteral("task")};
    query.includeSimulated = includeSimulated;
    query.figures = {QStringLiteral("calls")};
    const Result<UsageReport> report = usageReport(connection, query);
    if (!report)
        return report.error();
    QHash<QString, qint64> calls;
    for (const UsageRow &row : report->rows)
        calls.insert(row.keys.constFirst(), row.figures.calls);
    const Result<void> read =
        Statement(connection, otherCallsSql())
            .bind(":since", sinceMs)
            .bind(":simulated", includeSimulated)
            .each([&calls](const Statement &row) { calls[row.text(0)] += row.integer(1); });
    if (!read)
        return read.error();
    calls.removeIf([](const QHash<QString, qint64>::iterator &task) { return task.value() <= 0; });
    return calls;
}

} // namespace core
