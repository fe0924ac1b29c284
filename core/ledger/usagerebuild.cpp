#include "core/ledger/usagerebuild.h"

#include "core/ledger/latencysketches.h"
#include "core/ledger/localdays.h"
#include "core/ledger/usagecolumns.h"
#include "core/storage/statement.h"

#include <QDateTime>

#include <algorithm>

namespace core {

namespace {

/// How far ahead the zone's rules are written down.
constexpr int kLastYear = 2100;

struct ZoneOffset
{
    qint64 sinceMs = 0;
    qint64 aheadMs = 0;

    bool operator==(const ZoneOffset &) const = default;
};

QList<ZoneOffset> offsetsOf(const QTimeZone &zone)
{
    const QDateTime first = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    QList<ZoneOffset> offsets{{0, zone.offsetFromUtc(first) * 1000LL}};
    const QTimeZone::OffsetDataList transitions =
        zone.transitions(first, QDate(kLastYear, 1, 1).startOfDay(Qt::UTC));
    for (const QTimeZone::OffsetData &transition : transitions) {
        const qint64 since = transition.atUtc.toMSecsSinceEpoch();
        const qint64 ahead = transition.offsetFromUtc * 1000LL;
        if (since > 0 && ahead != offsets.constLast().aheadMs)
            offsets.append({since, ahead});
    }
    return offsets;
}

Result<QList<ZoneOffset>> keptOffsets(Connection &connection)
{
    QList<ZoneOffset> offsets;
    const Result<void> read =
        Statement(connection, QStringLiteral("SELECT since, ahead FROM usage_offsets ORDER BY since"))
            .each([&offsets](const Statement &row) {
                offsets.append({row.integer(0), row.integer(1)});
            });
    if (!read)
        return read.error();
    return offsets;
}

Result<void> run(Connection &connection, const QString &sql, UsageSpan span)
{
    return Statement(connection, sql).bind(":from", span.from).bind(":to", span.to).run();
}

/// Deletes the rows of other days, in two ranges that the tables' keys find.
Result<void> removeOutside(Connection &connection, const QString &rows, UsageSpan days)
{
    const QString sql = QStringLiteral("DELETE FROM %1 AND day %2 :day");
    const Result<void> before =
        Statement(connection, sql.arg(rows, QStringLiteral("<"))).bind(":day", days.from).run();
    if (!before)
        return before;
    return Statement(connection, sql.arg(rows, QStringLiteral(">="))).bind(":day", days.to).run();
}

} // namespace

Result<UsageSpan> daysOfLedger(Connection &connection, const QTimeZone &zone)
{
    std::optional<qint64> first;
    std::optional<qint64> last;
    for (const QString &sql :
         {QStringLiteral("SELECT (SELECT min(quarter) FROM usage_quarters) * 900000, "
                         "(SELECT max(quarter) FROM usage_quarters) * 900000"),
          QStringLiteral("SELECT (SELECT min(started_at) FROM attempts), (SELECT max(started_at) FROM "
                         "attempts)")}) {
        const Result<bool> read = Statement(connection, sql).first([&](const Statement &row) {
            if (const std::optional<qint64> from = row.optionalInteger(0))
                first = std::min(first.value_or(*from), *from);
            if (const std::optional<qint64> to = row.optionalInteger(1))
                last = std::max(last.value_or(*to), *to);
        });
        if (!read)
            return read.error();
    }
    if (!first || !last)
        return UsageSpan{};
    return UsageSpan{dayNumber(*first, zone), dayNumber(*last, zone) + 1};
}

Result<bool> hasUsageZone(Connection &connection, const QTimeZone &zone)
{
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    if (!state->zoneChosen || !state->daysReady || state->zone.id() != zone.id())
        return false;
    const Result<QList<ZoneOffset>> kept = keptOffsets(connection);
    if (!kept)
        return kept.error();
    return *kept == offsetsOf(zone);
}

Result<void> beginUsageRebuild(Connection &connection, const QTimeZone &zone)
{
    const Result<void> chosen =
        Statement(connection, QStringLiteral("UPDATE usage_state SET zone = :zone, days_ready = 0"))
            .bindUtf8(":zone", zone.id())
            .run();
    if (!chosen)
        return chosen;
    if (const Result<void> removed = connection.execute(QStringLiteral("DELETE FROM usage_offsets"));
        !removed)
        return removed;
    Statement statement(connection,
                        QStringLiteral("INSERT INTO usage_offsets (since, ahead) VALUES (:since, :ahead)"));
    const QList<ZoneOffset> offsets = offsetsOf(zone);
    for (const ZoneOffset &offset : offsets) {
        const Result<void> written =
            statement.bind(":since", offset.sinceMs).bind(":ahead", offset.aheadMs).run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> rebuildUsageQuarters(Connection &connection, qint64 day)
{
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    UsageSpan quarters = quartersOfDay(day, state->zone);
    quarters.from = std::max(quarters.from, (state->prunedBeforeMs + kQuarterMs - 1) / kQuarterMs);
    if (quarters.isEmpty())
        return {};
    const UsageSpan period{quarters.from * kQuarterMs, quarters.to * kQuarterMs};
    const QString removal =
        QStringLiteral("DELETE FROM usage_quarters WHERE quarter >= :from AND quarter < :to");
    if (const Result<void> removed = run(connection, removal, quarters); !removed)
        return removed;
    const QString rows = QStringLiteral("usage_rows r WHERE r.started_at >= :from AND r.started_at < :to");
    const QString series =
        QStringLiteral("INSERT OR IGNORE INTO usage_series (%1) SELECT DISTINCT %2 FROM %3")
            .arg(usageDimensionColumns().join(QStringLiteral(", ")),
                 usageColumns(usageDimensionColumns(), QStringLiteral("r")), rows);
    if (const Result<void> named = run(connection, series, period); !named)
        return named;
    const QString summed =
        QStringLiteral("INSERT INTO usage_quarters SELECT r.quarter, s.id, %1 FROM usage_rows r "
                       "JOIN usage_series s ON %2 WHERE r.started_at >= :from AND r.started_at < :to "
                       "GROUP BY r.quarter, s.id")
            .arg(usageSums(QStringLiteral("r")), sameUsageSeries(QStringLiteral("s"), QStringLiteral("r")));
    return run(connection, summed, period);
}

Result<void> rebuildUsageDay(Connection &connection, qint64 day)
{
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    const Result<void> removed =
        Statement(connection,
                  QStringLiteral("DELETE FROM usage_days WHERE cut BETWEEN 1 AND :cuts AND day = :day"))
            .bind(":cuts", kUsageCuts)
            .bind(":day", day)
            .run();
    if (!removed)
        return removed;
    const UsageSpan quarters = quartersOfDay(day, state->zone);
    for (int cut = 1; cut <= kUsageCuts; ++cut) {
        const Result<void> summed =
            Statement(
                connection,
                QStringLiteral("INSERT INTO usage_days SELECT :cut, :day, s.%1, %2 FROM usage_quarters q "
                               "JOIN usage_series s ON s.id = q.series WHERE q.quarter >= :from AND "
                               "q.quarter < :to AND s.%1 IS NOT NULL GROUP BY s.%1")
                    .arg(usageCutColumn(cut), usageSums(QStringLiteral("q"))))
                .bind(":cut", cut)
                .bind(":day", day)
                .bind(":from", quarters.from)
                .bind(":to", quarters.to)
                .run();
        if (!summed)
            return summed;
    }
    return rebuildSketches(connection, *state, {day, day + 1});
}

Result<void> rebuildUsageMonth(Connection &connection, qint64 month)
{
    const Result<void> removed =
        Statement(connection,
                  QStringLiteral("DELETE FROM usage_months WHERE cut IN (3, 4) AND month = :month"))
            .bind(":month", month)
            .run();
    if (!removed)
        return removed;
    const UsageSpan days = daysOfMonth(month);
    return Statement(
               connection,
               QStringLiteral("INSERT INTO usage_months SELECT d.cut, :month, d.grp, %1 FROM usage_days d "
                              "WHERE d.cut IN (3, 4) AND d.day >= :from AND d.day < :to "
                              "GROUP BY d.cut, d.grp")
                   .arg(usageSums(QStringLiteral("d"))))
        .bind(":month", month)
        .bind(":from", days.from)
        .bind(":to", days.to)
        .run();
}

Result<void> finishUsageRebuild(Connection &connection, UsageSpan days)
{
    const QString ofSums = QStringLiteral("usage_days WHERE cut IN (%1)").arg(usageCutList());
    const QString ofSketches =
        QStringLiteral("usage_sketches WHERE cut IN (%1) AND kept = 0").arg(sketchCutList());
    for (const QString &rows : {ofSums, ofSketches}) {
        if (const Result<void> removed = removeOutside(connection, rows, days); !removed)
            return removed;
    }
    const QList<qint64> months = monthsOfDays(days);
    const UsageSpan span = months.isEmpty() ? UsageSpan{} : UsageSpan{months.first(), months.last() + 1};
    const Result<void> removed =
        run(connection, QStringLiteral("DELETE FROM usage_months WHERE month < :from OR month >= :to"), span);
    if (!removed)
        return removed;
    return connection.execute(QStringLiteral("UPDATE usage_state SET days_ready = 1"));
}

QList<qint64> monthsOfDays(UsageSpan days)
{
    QList<qint64> months;
    if (days.isEmpty())
        return months;
    const QDate last = dateOfDayNumber(days.to - 1);
    const QDate first = dateOfDayNumber(days.from);
    for (QDate date(first.year(), first.month(), 1); date <= last; date = date.addMonths(1))
        months.append((date.year() * 100LL) + date.month());
    return months;
}

UsageSpan daysOfMonth(qint64 month)
{
    const QDate first(static_cast<int>(month / 100), static_cast<int>(month % 100), 1);
    const QDate epoch = dateOfDayNumber(0);
    return {epoch.daysTo(first), epoch.daysTo(first.addMonths(1))};
}

UsageSpan quartersOfDay(qint64 day, const QTimeZone &zone)
{
    const LocalDay local = localDay(dateOfDayNumber(day), zone);
    return {local.startMs / kQuarterMs, local.endMs / kQuarterMs};
}

} // namespace core
