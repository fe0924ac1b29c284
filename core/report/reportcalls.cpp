#include "core/report/reportcalls.h"

#include "core/storage/statement.h"

namespace core {

namespace {

/// Splits an amount for summing: SQLite's sum() fails beyond 64 bits, Money saturates.
constexpr qint64 kCallSumSplit = 1'000'000;

// Account and model are those of the dearest attempt: SQLite takes bare columns from the row of the maximum
// (https://www.sqlite.org/lang_select.html#bareagg). The inner query reads the month once without a join.
const QString kDearestSql = QStringLiteral(
    "SELECT l.run_id, c.created_at, s.account, s.model, c.task, s.attempts, s.input, s.output, s.high, s.low "
    "FROM (SELECT a.call_id AS call, max(ifnull(a.cost_picos, 0)) AS dearest, a.account AS account, a.model "
    "AS model, "
    "count(*) AS attempts, sum(ifnull(a.input_tokens, 0)) AS input, "
    "sum(ifnull(a.output_tokens, 0)) AS output, sum(ifnull(a.cost_picos, 0) / %1) AS high, "
    "sum(ifnull(a.cost_picos, 0) % %1) AS low FROM attempts a "
    "WHERE a.started_at >= :since AND a.started_at < :until AND a.simulated <= :simulated "
    "AND a.imported = 0 "
    "GROUP BY a.call_id HAVING high > 0 OR low > 0 "
    "ORDER BY high + low / %1 DESC, low % %1 DESC, call LIMIT :count) s "
    "JOIN calls c ON c.id = s.call LEFT JOIN lanes l ON l.id = c.lane_id "
    "ORDER BY s.high + s.low / %1 DESC, s.low % %1 DESC, s.call");

} // namespace

Result<QList<ReportCall>> dearestCalls(Connection &connection, const TimeRange &range, bool includeSimulated,
                                       int count)
{
    QList<ReportCall> calls;
    const Result<void> read =
        Statement(connection, kDearestSql.arg(kCallSumSplit))
            .bind(":since", range.sinceMs)
            .bind(":until", range.untilMs)
            .bind(":simulated", includeSimulated)
            .bind(":count", count)
            .each([&calls](const Statement &row) {
                calls.append(
                    {row.integer(0), row.integer(1), row.text(2), row.text(3), row.text(4), row.integer(5),
                     row.integer(6), row.integer(7),
                     Money::fromPicos(row.integer(8)) * kCallSumSplit + Money::fromPicos(row.integer(9))});
            });
    return read ? Result<QList<ReportCall>>(calls) : Result<QList<ReportCall>>(read.error());
}

} // namespace core
