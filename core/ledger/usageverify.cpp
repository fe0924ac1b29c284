#include "core/ledger/usageverify.h"

#include "core/ledger/latencysketches.h"
#include "core/ledger/usagecolumns.h"
#include "core/ledger/usagerebuild.h"
#include "core/storage/statement.h"

#include <QDateTime>

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype kMostDifferences = 1000;
constexpr qint64 kMicro = 1'000'000;
constexpr QLatin1StringView kNoTags{"{}"};

/// HAVING of groups in which any figure is left over.
QString anyLeft()
{
    QStringList left;
    for (const QString &column : usageFigureColumns())
        left.append(QStringLiteral("sum(u.%1) <> 0").arg(column));
    return left.join(QStringLiteral(" OR "));
}

QString leftOver()
{
    return QStringLiteral("sum(u.attempts), sum(u.cost_micros), sum(u.cost_picos)");
}

/// Reads the three columns of leftOver() from `column` on.
void readLeftOver(const Statement &row, int column, UsageDifference &difference)
{
    difference.attempts = row.integer(column);
    difference.cost =
        Money::fromPicos(row.integer(column + 1)) * kMicro + Money::fromPicos(row.integer(column + 2));
}

QString textOf(const Statement &row, int column, qsizetype columns)
{
    QStringList values;
    for (int at = 0; at < columns; ++at) {
        const QString value = row.text(column + at);
        if (!value.isEmpty() && value != kNoTags)
            values.append(value);
    }
    return values.join(QStringLiteral(", "));
}

/// The dimensions of a group as columns, that of simulated traffic left out.
QStringList groupColumns()
{
    return usageDimensionColumns().mid(1);
}

Result<void> compareSums(Statement &statement, UsageDifference::Level level, const QString &when,
                         UsageDifferences &found)
{
    return statement.each([&](const Statement &row) {
        UsageDifference difference;
        difference.level = level;
        difference.when = when;
        readLeftOver(row, 0, difference);
        difference.what = textOf(row, 3, groupColumns().size());
        found.add(difference);
    });
}

/// The groups of `parts`, in which what is and what should be take each other away, with something left.
QString groupsLeft(const QString &parts)
{
    return QStringLiteral("SELECT %1, %2 FROM (%3) u LEFT JOIN usage_groups g ON g.id = u.grp "
                          "GROUP BY u.cut, u.grp HAVING %4")
        .arg(leftOver(), usageColumns(groupColumns(), QStringLiteral("g")), parts, anyLeft());
}

Result<void> verifySketches(Connection &connection, const UsageState &state, qint64 day,
                            UsageDifferences &found)
{
    const Result<QList<qint64>> groups = groupsOfWrongSketches(connection, state, {day, day + 1});
    if (!groups)
        return groups.error();
    Statement statement(connection,
                        QStringLiteral("SELECT %1 FROM usage_groups g WHERE g.id = :group")
                            .arg(usageColumns(groupColumns(), QStringLiteral("g"))));
    for (const qint64 group : *groups) {
        UsageDifference difference{UsageDifference::Level::Sketch,
                                   dateOfDayNumber(day).toString(Qt::ISODate)};
        const Result<bool> named = statement.bind(":group", group).first([&difference](const Statement &row) {
            difference.what = textOf(row, 0, groupColumns().size());
        });
        if (!named)
            return named.error();
        found.add(difference);
    }
    return {};
}

} // namespace

void UsageDifferences::add(const UsageDifference &difference)
{
    ++count;
    if (first.size() < kMostDifferences)
        first.append(difference);
}

Result<void> verifyUsageQuarters(Connection &connection, qint64 day, UsageDifferences &found)
{
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    UsageSpan quarters = quartersOfDay(day, state->zone);
    quarters.from = std::max(quarters.from, (state->prunedBeforeMs + kQuarterMs - 1) / kQuarterMs);
    if (quarters.isEmpty())
        return {};
    const QString dimensions = usageColumns(usageDimensionColumns(), QStringLiteral("u"));
    const QStringList &figures = usageFigureColumns();
    Statement statement(
        connection,
        QStringLiteral(
            "SELECT %1, u.quarter, %2 FROM (SELECT r.quarter, %3, %4 FROM usage_rows r "
            "WHERE r.started_at >= :from * 900000 AND r.started_at < :to * 900000 UNION ALL "
            "SELECT q.quarter, %5, %6 FROM usage_quarters q JOIN usage_series s ON s.id = q.series "
            "WHERE q.quarter >= :from AND q.quarter < :to) u GROUP BY u.quarter, %2 HAVING %7")
            .arg(leftOver(), dimensions, usageColumns(usageDimensionColumns(), QStringLiteral("r")),
                 usageColumns(figures, QStringLiteral("r")),
                 usageColumns(usageDimensionColumns(), QStringLiteral("s")),
                 usageColumns(figures, QStringLiteral("q"), QStringLiteral("-")), anyLeft()));
    statement.bind(":from", quarters.from).bind(":to", quarters.to);
    return statement.each([&found](const Statement &row) {
        UsageDifference difference;
        readLeftOver(row, 0, difference);
        difference.when =
            QDateTime::fromMSecsSinceEpoch(row.integer(3) * kQuarterMs, Qt::UTC).toString(Qt::ISODate);
        difference.what = textOf(row, 5, groupColumns().size());
        found.add(difference);
    });
}

Result<void> verifyUsageDay(Connection &connection, qint64 day, UsageDifferences &found)
{
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    if (!state->daysReady)
        return {};
    const QStringList &figures = usageFigureColumns();
    QStringList parts;
    for (int cut = 1; cut <= kUsageCuts; ++cut)
        parts.append(
            QStringLiteral("SELECT %1 AS cut, s.%2 AS grp, %3 FROM usage_quarters q "
                           "JOIN usage_series s ON s.id = q.series WHERE q.quarter >= :from AND "
                           "q.quarter < :to AND s.%2 IS NOT NULL")
                .arg(QString::number(cut), usageCutColumn(cut), usageColumns(figures, QStringLiteral("q"))));
    parts.append(QStringLiteral("SELECT d.cut, d.grp, %1 FROM usage_days d "
                                "WHERE d.cut BETWEEN 1 AND %2 AND d.day = :day")
                     .arg(usageColumns(figures, QStringLiteral("d"), QStringLiteral("-")))
                     .arg(kUsageCuts));
    const UsageSpan quarters = quartersOfDay(day, state->zone);
    const QString when = dateOfDayNumber(day).toString(Qt::ISODate);
    Statement statement(connection, groupsLeft(parts.join(QStringLiteral(" UNION ALL "))));
    statement.bind(":day", day).bind(":from", quarters.from).bind(":to", quarters.to);
    if (const Result<void> compared = compareSums(statement, UsageDifference::Level::Day, when, found);
        !compared)
        return compared;
    return verifySketches(connection, *state, day, found);
}

Result<void> verifyUsageMonth(Connection &connection, qint64 month, UsageDifferences &found)
{
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    if (!state->daysReady)
        return {};
    const QStringList &figures = usageFigureColumns();
    const UsageSpan days = daysOfMonth(month);
    const QString parts =
        QStringLiteral("SELECT d.cut, d.grp, %1 FROM usage_days d WHERE d.cut IN (3, 4) AND "
                       "d.day >= :from AND d.day < :to UNION ALL SELECT m.cut, m.grp, %2 "
                       "FROM usage_months m WHERE m.cut IN (3, 4) AND m.month = :month")
            .arg(usageColumns(figures, QStringLiteral("d")),
                 usageColumns(figures, QStringLiteral("m"), QStringLiteral("-")));
    Statement statement(connection, groupsLeft(parts));
    statement.bind(":month", month).bind(":from", days.from).bind(":to", days.to);
    const QString when = dateOfDayNumber(days.from).toString(QStringLiteral("yyyy-MM"));
    return compareSums(statement, UsageDifference::Level::Month, when, found);
}

} // namespace core
