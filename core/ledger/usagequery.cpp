#include "core/ledger/usagequery.h"

#include "core/ledger/attemptquery.h"
#include "core/ledger/localdays.h"
#include "core/ledger/statistics.h"
#include "core/storage/statement.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace core {

namespace {

constexpr int kLatencyMinimum = 20;
/// Splits an amount for summing: SQLite's sum() fails beyond 64 bits, Money saturates.
constexpr qint64 kMoneySplit = 1'000'000;

/// The parts of the query that its dimensions decide.
struct Grouping
{
    QStringList expressions;
    QStringList tagKeys;
    bool byDay = false;
    bool needsCalls = false;
};

Result<Grouping> groupingOf(const QStringList &by)
{
    static const QHash<QString, QString> columns{
        {QStringLiteral("model"), QStringLiteral("a.model")},
        {QStringLiteral("vendor"), QStringLiteral("a.vendor")},
        {QStringLiteral("account"), QStringLiteral("a.account")},
        {QStringLiteral("task"), QStringLiteral("c.task")},
        {QStringLiteral("rule"), ruleOfCall()},
        {QStringLiteral("source"), QStringLiteral("c.source")},
        {QStringLiteral("day"), QStringLiteral("d.day")},
    };
    Grouping grouping;
    for (const QString &dimension : by) {
        if (dimension.startsWith(QLatin1StringView("tag:")) && dimension.size() > 4) {
            grouping.expressions.append(
                QStringLiteral("ifnull((SELECT value FROM json_each(c.tags) WHERE key = :tag%1), '')")
                    .arg(grouping.tagKeys.size()));
            grouping.tagKeys.append(dimension.mid(4));
            grouping.needsCalls = true;
            continue;
        }
        const QString column = columns.value(dimension);
        if (column.isEmpty()) {
            Error error;
            error.kind = ErrorKind::InvalidRequest;
            error.message =
                QStringLiteral(
                    "Usage cannot be grouped by %1; there are day, model, vendor, account, task, rule, "
                    "source and tag:KEY")
                    .arg(dimension);
            return error;
        }
        grouping.byDay = grouping.byDay || dimension == QLatin1StringView("day");
        grouping.needsCalls = grouping.needsCalls || column.contains(QLatin1StringView("c."));
        grouping.expressions.append(column);
    }
    return grouping;
}

QString usageSql(const UsageQuery &query, const Grouping &grouping)
{
    QString sql =
        QStringLiteral(
            "SELECT sum(a.number = 1), count(*), sum(a.status IN ('failed', 'interrupted', 'refused')), "
            "sum(a.input_tokens), sum(a.cached_input_tokens), sum(a.cache_write_tokens), "
            "sum(a.output_tokens), sum(a.reasoning_tokens), sum(a.cost_picos / %1), sum(a.cost_picos % %1), "
            "sum(a.unpriced)")
            .arg(kMoneySplit);
    for (const QString &expression : grouping.expressions)
        sql += QStringLiteral(", ") + expression;
    QStringList where;
    if (grouping.byDay) {
        // One index range a day: no row is converted to local time.
        sql += QStringLiteral(
            " FROM (SELECT json_extract(value, '$[0]') AS day, json_extract(value, '$[1]') AS start, "
            "json_extract(value, '$[2]') AS stop FROM json_each(:days)) d CROSS JOIN attempts a "
            "ON a.started_at >= d.start AND a.started_at < d.stop");
    } else {
        sql += QStringLiteral(" FROM attempts a");
        if (query.sinceMs)
            where.append(QStringLiteral("a.started_at >= :since"));
        if (query.untilMs)
            where.append(QStringLiteral("a.started_at < :until"));
    }
    if (grouping.needsCalls)
        sql += QStringLiteral(" JOIN calls c ON c.id = a.call_id");
    if (!query.includeSimulated)
        where.append(QStringLiteral("a.simulated = 0"));
    where.append(QStringLiteral("a.imported = 0"));
    sql += QStringLiteral(" WHERE ") + where.join(QStringLiteral(" AND "));
    if (grouping.expressions.isEmpty())
        return sql;
    QStringList numbers;
    for (qsizetype at = 0; at < grouping.expressions.size(); ++at)
        numbers.append(QString::number(12 + at));
    return sql + QStringLiteral(" GROUP BY ") + numbers.join(QLatin1Char(','));
}

/// The days of the query as JSON; an open end is that of the ledger.
Result<QByteArray> daysJson(Connection &connection, const UsageQuery &query)
{
    qint64 first = 0;
    qint64 last = -1;
    const Result<bool> range =
        Statement(connection,
                  QStringLiteral("SELECT min(started_at), max(started_at) FROM attempts WHERE imported = 0"))
            .first([&](const Statement &row) {
                first = row.integer(0);
                last = row.optionalInteger(1).value_or(-1);
            });
    if (!range)
        return range.error();
    const qint64 since = std::max(first, query.sinceMs.value_or(first));
    const qint64 until = std::min(last + 1, query.untilMs.value_or(last + 1));
    QJsonArray json;
    const QList<LocalDay> days = localDays(since, until, query.zone);
    for (const LocalDay &day : days)
        json.append(QJsonArray{day.date.toString(Qt::ISODate), day.startMs, day.endMs});
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

UsageFigures readFigures(const Statement &row)
{
    UsageFigures figures;
    figures.calls = row.integer(0);
    figures.attempts = row.integer(1);
    figures.errors = row.integer(2);
    figures.input = row.integer(3);
    figures.cachedInput = row.integer(4);
    figures.cacheWrite = row.integer(5);
    figures.output = row.integer(6);
    figures.reasoning = row.integer(7);
    figures.cost = Money::fromPicos(row.integer(8)) * kMoneySplit + Money::fromPicos(row.integer(9));
    figures.unpricedAttempts = row.integer(10);
    return figures;
}

void sortRows(UsageReport &report)
{
    const bool byDay = report.by.value(0) == QLatin1StringView("day");
    std::sort(report.rows.begin(), report.rows.end(), [byDay](const UsageRow &one, const UsageRow &other) {
        if (byDay && one.keys.first() != other.keys.first())
            return one.keys.first() < other.keys.first();
        if (one.figures.cost != other.figures.cost)
            return one.figures.cost > other.figures.cost;
        if (one.figures.attempts != other.figures.attempts)
            return one.figures.attempts > other.figures.attempts;
        return one.keys < other.keys;
    });
}

Result<QList<LatencyRow>> readLatencies(Connection &connection, const UsageQuery &query,
                                        const QString &account, const QString &model)
{
    QList<LatencyRow> rows;
    QList<double> samples;
    const auto close = [&rows, &samples] {
        if (rows.isEmpty())
            return;
        LatencyRow &row = rows.last();
        row.samples = static_cast<int>(samples.size());
        if (row.samples >= kLatencyMinimum) {
            row.p50 = nearestRank(samples, 0.50);
            row.p95 = nearestRank(samples, 0.95);
        }
        samples.clear();
    };
    const Result<void> read =
        Statement(connection,
                  QStringLiteral(
                      "SELECT %1 AS account, %2 AS model, min(ifnull(a.first_reasoning_ms, a.first_text_ms), "
                      "ifnull(a.first_text_ms, a.first_reasoning_ms)) AS first_ms FROM attempts a "
                      "WHERE (a.first_text_ms IS NOT NULL OR a.first_reasoning_ms IS NOT NULL) "
                      "AND a.started_at >= :since AND a.started_at < :until AND a.simulated <= :simulated "
                      "ORDER BY 1, 2, first_ms")
                      .arg(account, model))
            .bind(":since", query.sinceMs.value_or(0))
            .bind(":until", query.untilMs.value_or(std::numeric_limits<qint64>::max()))
            .bind(":simulated", query.includeSimulated)
            .each([&](const Statement &row) {
                if (rows.isEmpty() || rows.last().account != row.text(0)
                    || rows.last().model != row.text(1)) {
                    close();
                    rows.append({row.text(0), row.text(1)});
                }
                samples.append(row.real(2));
            });
    if (!read)
        return read.error();
    close();
    return rows;
}

} // namespace

UsageFigures &UsageFigures::operator+=(const UsageFigures &other)
{
    calls += other.calls;
    attempts += other.attempts;
    errors += other.errors;
    input += other.input;
    cachedInput += other.cachedInput;
    cacheWrite += other.cacheWrite;
    output += other.output;
    reasoning += other.reasoning;
    cost += other.cost;
    unpricedAttempts += other.unpricedAttempts;
    return *this;
}

Result<UsageReport> usageReport(Connection &connection, const UsageQuery &query)
{
    const Result<Grouping> grouping = groupingOf(query.by);
    if (!grouping)
        return grouping.error();
    Statement statement(connection, usageSql(query, *grouping));
    if (grouping->byDay) {
        const Result<QByteArray> days = daysJson(connection, query);
        if (!days)
            return days.error();
        statement.bindUtf8(":days", *days);
    } else {
        if (query.sinceMs)
            statement.bind(":since", *query.sinceMs);
        if (query.untilMs)
            statement.bind(":until", *query.untilMs);
    }
    for (qsizetype at = 0; at < grouping->tagKeys.size(); ++at)
        statement.bind(QByteArray(":tag" + QByteArray::number(at)).constData(), grouping->tagKeys.at(at));

    UsageReport report;
    report.by = query.by;
    const Result<void> read = statement.each([&](const Statement &row) {
        UsageRow usage;
        for (int at = 0; at < grouping->expressions.size(); ++at)
            usage.keys.append(row.text(11 + at));
        usage.figures = readFigures(row);
        report.total += usage.figures;
        // Without dimensions SQL gives a row also when there is nothing.
        if (usage.figures.attempts > 0)
            report.rows.append(usage);
    });
    if (!read)
        return read.error();
    sortRows(report);
    return report;
}

Result<QList<LatencyRow>> latencyRows(Connection &connection, const UsageQuery &query)
{
    return readLatencies(connection, query, QStringLiteral("a.account"), QStringLiteral("a.model"));
}

Result<LatencyRow> totalLatency(Connection &connection, const UsageQuery &query)
{
    const Result<QList<LatencyRow>> rows =
        readLatencies(connection, query, QStringLiteral("''"), QStringLiteral("''"));
    if (!rows)
        return rows.error();
    return rows->value(0);
}

Result<Money> spendSince(Connection &connection, qint64 sinceMs, bool includeSimulated)
{
    UsageQuery query;
    query.sinceMs = sinceMs;
    query.includeSimulated = includeSimulated;
    const Result<UsageReport> report = usageReport(connection, query);
    if (!report)
        return report.error();
    return report->total.cost;
}

} // namespace core
