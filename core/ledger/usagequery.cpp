#include "core/ledger/usagequery.h"

#include "core/ledger/usagefigurereader.h"
#include "core/ledger/usagesources.h"
#include "core/ledger/usagesums.h"
#include "core/storage/statement.h"

#include <QHash>

#include <algorithm>

namespace core {

namespace {

/// Puts the parts of a report together: rows of the same keys become one.
class UsageSum
{
public:
    void add(UsageRow &&row)
    {
        const auto found = m_places.constFind(row.keys);
        if (found != m_places.constEnd()) {
            m_rows[*found].figures += row.figures;
            return;
        }
        m_places.insert(row.keys, m_rows.size());
        m_rows.append(std::move(row));
    }

    QList<UsageRow> rows() const { return m_rows; }

private:
    QHash<QStringList, qsizetype> m_places;
    QList<UsageRow> m_rows;
};

void sortRows(UsageReport &report, bool byTime)
{
    std::sort(report.rows.begin(), report.rows.end(), [byTime](const UsageRow &one, const UsageRow &other) {
        if (byTime && one.keys.first() != other.keys.first())
            return one.keys.first() < other.keys.first();
        if (one.figures.cost != other.figures.cost)
            return one.figures.cost > other.figures.cost;
        if (one.figures.attempts != other.figures.attempts)
            return one.figures.attempts > other.figures.attempts;
        return one.keys < other.keys;
    });
}

/// The query's period within the ledger, as far as that has anything; an open end is that of the ledger.
Result<UsageSpan> periodOf(Connection &connection, const UsageQuery &query)
{
    const Result<UsageEdges> edges = usageEdges(connection, true);
    if (!edges)
        return edges.error();
    if (!edges->firstMs)
        return UsageSpan{};
    // Whole quarters where nothing lies beyond, so that no row has to be read for them.
    const qint64 first = *edges->firstMs / kQuarterMs * kQuarterMs;
    const qint64 end = (*edges->lastMs / kQuarterMs + 1) * kQuarterMs;
    const auto opened = [](const std::optional<qint64> &bound, qint64 edge, bool beyond) {
        return bound && !beyond ? *bound : edge;
    };
    return UsageSpan{opened(query.sinceMs, first, query.sinceMs.value_or(first) <= *edges->firstMs),
                     opened(query.untilMs, end, query.untilMs.value_or(end) > *edges->lastMs)};
}

Result<UsagePlan> planOf(Connection &connection, const UsageShape &shape, const UsageSpan &period)
{
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    UsageLevels levels;
    levels.days = state->daysReady && shape.cut != 0
        && (shape.unit == UsageShape::Unit::None
            || haveSameDays(shape.zone, state->zone, period.from, period.to));
    levels.months = levels.days && hasMonths(shape);
    return usagePlan(period, state->zone, levels);
}

Result<void> readPlan(Connection &connection, const UsageShape &shape, const UsagePlan &plan,
                      const UsageRowSink &sink)
{
    Result<void> read = readMonths(connection, shape, plan.months, sink);
    if (read)
        read = readDays(connection, shape, plan.days, sink);
    if (read)
        read = readQuarters(connection, shape, plan.quarters, sink);
    for (auto span = plan.rows.cbegin(); read && span != plan.rows.cend(); ++span)
        read = readRows(connection, shape, *span, sink);
    return read;
}

/// The first or last quarter of an hour with an attempt; in the order of the sums, whose keys begin with it.
Result<std::optional<qint64>> outermostQuarter(Connection &connection, bool includeSimulated,
                                               QLatin1StringView order)
{
    std::optional<qint64> quarter;
    const Result<bool> read =
        Statement(connection,
                  QStringLiteral("SELECT q.quarter FROM usage_quarters q CROSS JOIN usage_series s "
                                 "ON s.id = q.series WHERE s.simulated <= :simulated AND q.attempts > 0 "
                                 "ORDER BY q.quarter %1 LIMIT 1")
                      .arg(order))
            .bind(":simulated", includeSimulated)
            .first([&quarter](const Statement &row) { quarter = row.integer(0); });
    if (!read)
        return read.error();
    return quarter;
}

/// min() or max() of the attempts that start in a quarter; unset when their rows are gone.
Result<std::optional<qint64>> momentInQuarter(Connection &connection, bool includeSimulated, qint64 quarter,
                                              QLatin1StringView function)
{
    std::optional<qint64> moment;
    const Result<bool> read =
        Statement(connection,
                  QStringLiteral("SELECT %1(started_at) FROM attempts WHERE imported = 0 AND simulated <= "
                                 ":simulated AND started_at >= :from AND started_at < :to")
                      .arg(function))
            .bind(":simulated", includeSimulated)
            .bind(":from", quarter * kQuarterMs)
            .bind(":to", (quarter + 1) * kQuarterMs)
            .first([&moment](const Statement &row) { moment = row.optionalInteger(0); });
    if (!read)
        return read.error();
    return moment;
}

} // namespace

UsageFigures &UsageFigures::operator+=(const UsageFigures &other)
{
    cost += other.cost;
    for (const UsageFigureMember &figure : kUsageFigureMembers)
        this->*figure.member += other.*figure.member;
    return *this;
}

UsageFigures &UsageFigures::operator-=(const UsageFigures &other)
{
    cost = cost - other.cost;
    for (const UsageFigureMember &figure : kUsageFigureMembers)
        this->*figure.member -= other.*figure.member;
    return *this;
}

Result<UsageReport> usageReport(Connection &connection, const UsageQuery &query)
{
    return usageReport(connection, query, {});
}

Result<UsageReport> usageReport(Connection &connection, const UsageQuery &query,
                                const QList<QList<UsageFilter>> &anyOf)
{
    const Result<UsageShape> shape = usageShape(query, anyOf);
    if (!shape)
        return shape.error();
    const Result<UsageSpan> period = periodOf(connection, query);
    if (!period)
        return period.error();
    UsageReport report;
    report.by = query.by;
    if (period->isEmpty())
        return report;
    const Result<UsagePlan> plan = planOf(connection, *shape, *period);
    if (!plan)
        return plan.error();
    UsageSum sum;
    const UsageRowSink sink = [&sum, &report](UsageRow &&row) {
        report.total += row.figures;
        sum.add(std::move(row));
    };
    if (const Result<void> read = readPlan(connection, *shape, *plan, sink); !read)
        return read.error();
    if (const Result<void> read = readOpen(connection, *shape, *period, sink); !read)
        return read.error();
    report.rows = sum.rows();
    sortRows(report, shape->timeAt == 0);
    return report;
}

Result<UsageEdges> usageEdges(Connection &connection, bool includeSimulated)
{
    UsageEdges edges;
    const Result<bool> open =
        Statement(connection,
                  QStringLiteral("SELECT min(started_at), max(started_at) FROM usage_attempts "
                                 "WHERE settled_at IS NULL AND simulated <= :simulated"))
            .bind(":simulated", includeSimulated)
            .first([&edges](const Statement &row) {
                edges = {row.optionalInteger(0), row.optionalInteger(1)};
            });
    if (!open)
        return open.error();
    const auto first = outermostQuarter(connection, includeSimulated, QLatin1StringView("ASC"));
    const auto last = outermostQuarter(connection, includeSimulated, QLatin1StringView("DESC"));
    if (!first || !last)
        return first ? last.error() : first.error();
    if (!*first || !*last)
        return edges;
    const auto from = momentInQuarter(connection, includeSimulated, **first, QLatin1StringView("min"));
    const auto to = momentInQuarter(connection, includeSimulated, **last, QLatin1StringView("max"));
    if (!from || !to)
        return from ? to.error() : from.error();
    const qint64 firstMs = from->value_or(**first * kQuarterMs);
    const qint64 lastMs = to->value_or((**last + 1) * kQuarterMs - 1);
    edges.firstMs = std::min(edges.firstMs.value_or(firstMs), firstMs);
    edges.lastMs = std::max(edges.lastMs.value_or(lastMs), lastMs);
    return edges;
}

Result<Spend> spendSince(Connection &connection, qint64 sinceMs, bool includeSimulated)
{
    UsageQuery query;
    query.sinceMs = sinceMs;
    query.includeSimulated = includeSimulated;
    query.figures = {QStringLiteral("cost"), QStringLiteral("unpriced")};
    const Result<UsageReport> report = usageReport(connection, query);
    if (!report)
        return report.error();
    return Spend{report->total.cost, report->total.unpricedAttempts};
}

Result<Spend> spendOfRun(Connection &connection, qint64 run)
{
    Spend spend;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT ifnull(a.cost_picos, 0), a.unpriced FROM attempts a "
                                 "JOIN calls c ON c.id = a.call_id JOIN lanes l ON l.id = c.lane_id "
                                 "WHERE l.run_id = :run"))
            .bind(":run", run)
            .each([&spend](const Statement &row) {
                spend.known += Money::fromPicos(row.integer(0));
                spend.unpriced += row.integer(1);
            });
    if (!read)
        return read.error();
    return spend;
}

} // namespace core
