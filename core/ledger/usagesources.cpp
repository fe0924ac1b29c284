#include "core/ledger/usagesources.h"

#include "core/ledger/usagecolumns.h"
#include "core/ledger/usagefigurereader.h"
#include "core/storage/bulkquery.h"
#include "core/storage/statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace core {

namespace {

const QString kTagPrefix = QStringLiteral("tag:");

/// Where a part of a plan is read from.
struct UsageSource
{
    /// What follows FROM: the figures are those of its x.
    QString from = {};
    QString condition = {};
    /// A number of the calendar's, or milliseconds.
    QString time = {};
};

bool isTag(const QString &dimension)
{
    return dimension.startsWith(kTagPrefix) && dimension.size() > kTagPrefix.size();
}

/// Every status that is an error.
bool isErrors(const UsageFilter &filter)
{
    return filter.dimension == QLatin1StringView("status") && filter.value == QLatin1StringView("errors");
}

const QSet<QString> &targetDimensions()
{
    static const QSet<QString> target{QStringLiteral("account"), QStringLiteral("model"),
                                      QStringLiteral("vendor")};
    return target;
}

/// Of the cuts of who answered, the first that has all of them: alone, with the task, with the way, with
/// tags.
int targetCutOf(const QSet<QString> &dimensions)
{
    QSet<QString> further = dimensions;
    further.subtract(targetDimensions());
    const QSet<QString> way{QStringLiteral("rule"), QStringLiteral("source")};
    if (further.isEmpty())
        return 1;
    if (further == QSet<QString>{QStringLiteral("task")})
        return 3;
    if (way.contains(further))
        return 4;
    return std::all_of(further.cbegin(), further.cend(), isTag) ? 6 : 0;
}

/// Of the cuts that have all of them, the one with the fewest rows a day; `onlyErrors` is what is asked of
/// errors.
int cutOf(const QSet<QString> &dimensions, bool onlyErrors)
{
    const QSet<QString> asked{QStringLiteral("task"), QStringLiteral("rule"), QStringLiteral("source")};
    const QSet<QString> end{QStringLiteral("account"), QStringLiteral("status"), QStringLiteral("error")};
    const int ofTarget = targetCutOf(dimensions);
    if (end.contains(dimensions))
        return 5;
    if (ofTarget != 1 && asked.contains(dimensions))
        return 2;
    if (ofTarget == 0 && onlyErrors
        && QSet<QString>(targetDimensions() + end + QSet<QString>{QStringLiteral("task")})
               .contains(dimensions))
        return 7;
    return ofTarget;
}

/// The columns of the figures, in the order of the sums; all of them for none.
Result<QStringList> figureColumns(const QStringList &figures)
{
    const QString cost = QStringLiteral("cost");
    const QStringList ofCost{QStringLiteral("cost_micros"), QStringLiteral("cost_picos")};
    for (const QString &figure : figures) {
        if (figure != cost && (ofCost.contains(figure) || !usageFigureColumns().contains(figure)))
            return Error{ErrorKind::InvalidRequest, QStringLiteral("Usage has no figure %1").arg(figure)};
    }
    QStringList columns;
    for (const QString &column : usageFigureColumns()) {
        if (figures.isEmpty() || figures.contains(ofCost.contains(column) ? cost : column)
            || column == QLatin1StringView("attempts"))
            columns.append(column);
    }
    return columns;
}

Result<void> checkDimension(const QString &dimension)
{
    static const QSet<QString> known{QStringLiteral("model"),   QStringLiteral("vendor"),
                                     QStringLiteral("account"), QStringLiteral("task"),
                                     QStringLiteral("rule"),    QStringLiteral("source"),
                                     QStringLiteral("status"),  QStringLiteral("error")};
    if (isTag(dimension) || known.contains(dimension))
        return {};
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message =
        QStringLiteral("Usage cannot be grouped by %1; there are hour, day, week, month, model, vendor, "
                       "account, task, rule, source, status, error and tag:KEY")
            .arg(dimension);
    return error;
}

/// The parts of a period as `[number, from, to]`.
QByteArray slotsJson(const QList<UsagePart> &parts)
{
    QJsonArray json;
    for (const UsagePart &part : parts)
        json.append(QJsonArray{part.number, part.from, part.to});
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// One index range for each unit of time: no row is converted to local time.
QString slotTable()
{
    return QStringLiteral(
        "(SELECT json_extract(value, '$[0]') AS number, json_extract(value, '$[1]') AS start, "
        "json_extract(value, '$[2]') AS stop FROM json_each(:slots)) t CROSS JOIN ");
}

QString querySql(const UsageShape &shape, const UsageSource &source, const QString &dimensions)
{
    QStringList columns;
    QStringList numbers;
    if (shape.unit != UsageUnit::None)
        columns.append(source.time);
    for (qsizetype at = 0; at < shape.by.size(); ++at) {
        if (at != shape.timeAt)
            columns.append(usageDimension(shape.by.at(at), dimensions, QStringLiteral(":by%1").arg(at)));
    }
    for (qsizetype at = 0; at < columns.size(); ++at)
        numbers.append(QString::number(at + 1));
    QStringList where = usageConditions(shape, dimensions);
    if (!source.condition.isEmpty())
        where.prepend(source.condition);
    columns.append(usageSums(QStringLiteral("x"), shape.figures));
    QString sql = QStringLiteral("SELECT ") + columns.join(QStringLiteral(", ")) + QStringLiteral(" FROM ")
        + source.from;
    if (!where.isEmpty())
        sql += QStringLiteral(" WHERE ") + where.join(QStringLiteral(" AND "));
    if (!numbers.isEmpty())
        sql += QStringLiteral(" GROUP BY ") + numbers.join(QLatin1Char(','));
    return sql;
}

Result<void> readPart(Statement &statement, const UsageShape &shape, const UsageRowSink &sink,
                      bool timeIsMs = false)
{
    bindUsageShape(statement, shape);
    const auto label = [&shape, timeIsMs](qint64 time) {
        return shape.calendar.label(timeIsMs ? shape.calendar.numberOf(time) : time);
    };
    const UsageFigureReader figures(shape.figures, static_cast<int>(shape.by.size()));
    return statement.each([&](const Statement &row) {
        UsageRow usage;
        int column = shape.unit != UsageUnit::None ? 1 : 0;
        for (qsizetype at = 0; at < shape.by.size(); ++at)
            usage.keys.append(at == shape.timeAt ? label(row.integer(0)) : row.text(column++));
        usage.figures = figures.read(row);
        // Without dimensions SQL gives a row also when there is nothing.
        if (usage.figures.attempts > 0)
            sink(std::move(usage));
    });
}

/// Of the filters of UsageShape::only, then of those of UsageShape::anyOf.
QList<UsageFilter> allFilters(const UsageShape &shape)
{
    QList<UsageFilter> filters = shape.only;
    for (const QList<UsageFilter> &group : shape.anyOf)
        filters += group;
    return filters;
}

/// `at` is the filter's place among allFilters(), which names what is bound.
QString filterCondition(const UsageFilter &filter, const QString &table, qsizetype at)
{
    const QString value = usageDimension(filter.dimension, table, QStringLiteral(":key%1").arg(at));
    return value
        + (isErrors(filter) ? QStringLiteral(" IN ('failed', 'interrupted', 'refused')")
                            : QStringLiteral(" = :only%1").arg(at));
}

template <typename Query>
void bindTexts(Query &query, const UsageShape &shape)
{
    const auto bindKey = [&query](const char *name, qsizetype at, const QString &text) {
        query.bind(QByteArray(name + QByteArray::number(at)).constData(), text);
    };
    for (qsizetype at = 0; at < shape.by.size(); ++at) {
        if (isTag(shape.by.at(at)))
            bindKey(":by", at, shape.by.at(at).mid(kTagPrefix.size()));
    }
    const QList<UsageFilter> filters = allFilters(shape);
    for (qsizetype at = 0; at < filters.size(); ++at) {
        const UsageFilter &filter = filters.at(at);
        if (isTag(filter.dimension))
            bindKey(":key", at, filter.dimension.mid(kTagPrefix.size()));
        if (!isErrors(filter))
            bindKey(":only", at, filter.value);
    }
}

} // namespace

Result<UsageShape> usageShape(const UsageQuery &query, const QList<QList<UsageFilter>> &anyOf)
{
    UsageShape shape;
    shape.by = query.by;
    shape.only = query.only;
    shape.anyOf = anyOf;
    shape.zone = query.zone;
    shape.includeSimulated = query.includeSimulated;
    const Result<QStringList> figures = figureColumns(query.figures);
    if (!figures)
        return figures.error();
    shape.figures = *figures;
    QSet<QString> dimensions;
    for (qsizetype at = 0; at < query.by.size(); ++at) {
        const QString &dimension = query.by.at(at);
        const UsageUnit unit = usageUnitFromName(dimension);
        if (unit != UsageUnit::None && shape.unit == UsageUnit::None) {
            shape.unit = unit;
            shape.timeAt = at;
            continue;
        }
        if (unit != UsageUnit::None)
            return Error{ErrorKind::InvalidRequest,
                         QStringLiteral("Usage is grouped by one of hour, day, week and month, not by %1 too")
                             .arg(dimension)};
        if (const Result<void> known = checkDimension(dimension); !known)
            return known.error();
        dimensions.insert(dimension);
    }
    const QList<UsageFilter> filters = allFilters(shape);
    for (const UsageFilter &filter : filters) {
        if (const Result<void> known = checkDimension(filter.dimension); !known)
            return known.error();
        dimensions.insert(filter.dimension);
    }
    const bool onlyErrors = std::any_of(shape.only.cbegin(), shape.only.cend(), isErrors);
    shape.calendar = UsageCalendar(shape.unit, query.zone, query.weekStart);
    shape.cut = shape.unit == UsageUnit::None || shape.calendar.hasDays() ? cutOf(dimensions, onlyErrors) : 0;
    shape.sketchCut = targetCutOf(dimensions);
    // A month of who answered what is read sooner than the days of who answered.
    shape.monthCut = shape.cut == 1 || shape.cut == 3 ? 3 : (shape.cut == 4 ? 4 : 0);
    return shape;
}

Result<void> readRows(Connection &connection, const UsageShape &shape, UsageSpan period,
                      const UsageRowSink &sink)
{
    UsageSource source;
    source.condition = QStringLiteral("x.settled_at IS NOT NULL");
    if (shape.unit == UsageUnit::None) {
        source.from = QStringLiteral("usage_attempts x");
        source.condition += QStringLiteral(" AND x.started_at >= :from AND x.started_at < :to");
    } else {
        source.from = slotTable()
            + QStringLiteral("usage_attempts x ON x.started_at >= t.start AND x.started_at < t.stop");
        source.time = QStringLiteral("t.number");
    }
    Statement statement(connection, querySql(shape, source, QStringLiteral("x")));
    if (shape.unit == UsageUnit::None)
        statement.bind(":from", period.from).bind(":to", period.to);
    else
        statement.bindUtf8(":slots", slotsJson(shape.calendar.parts(period.from, period.to)));
    return readPart(statement, shape, sink);
}

Result<void> readOpen(Connection &connection, const UsageShape &shape, UsageSpan period,
                      const UsageRowSink &sink)
{
    UsageSource source;
    // There are few open attempts, and they have an index of their own; the limit keeps SQLite from one that
    // has all attempts in the order of the groups.
    source.from = QStringLiteral("(SELECT * FROM usage_attempts WHERE settled_at IS NULL LIMIT -1) x");
    source.condition = QStringLiteral("x.started_at >= :from AND x.started_at < :to");
    source.time = QStringLiteral("x.quarter * 900000");
    Statement statement(connection, querySql(shape, source, QStringLiteral("x")));
    statement.bind(":from", period.from).bind(":to", period.to);
    return readPart(statement, shape, sink, true);
}

QString usageDimension(const QString &dimension, const QString &table, const QString &placeholder)
{
    if (isTag(dimension))
        return QStringLiteral("CASE WHEN %1.tags = '{}' THEN '' ELSE ifnull((SELECT value FROM "
                              "json_each(%1.tags) WHERE key = %2), '') END")
            .arg(table, placeholder);
    if (dimension == QLatin1StringView("rule"))
        return QStringLiteral("CASE WHEN %1.rule_set = '' THEN '' ELSE %1.rule_set || '/' || %1.rule END")
            .arg(table);
    if (dimension == QLatin1StringView("error"))
        return table + QStringLiteral(".error_kind");
    return table + QLatin1Char('.') + dimension;
}

QStringList usageConditions(const UsageShape &shape, const QString &table)
{
    QStringList conditions;
    if (!shape.includeSimulated)
        conditions.append(table + QStringLiteral(".simulated = 0"));
    qsizetype at = 0;
    for (const UsageFilter &filter : shape.only)
        conditions.append(filterCondition(filter, table, at++));
    QStringList groups;
    for (const QList<UsageFilter> &group : shape.anyOf) {
        QStringList all;
        for (const UsageFilter &filter : group)
            all.append(filterCondition(filter, table, at++));
        groups.append(all.isEmpty() ? QStringLiteral("1") : all.join(QStringLiteral(" AND ")));
    }
    if (!groups.isEmpty())
        conditions.append(QStringLiteral("(%1)").arg(groups.join(QStringLiteral(" OR "))));
    return conditions;
}

void bindUsageShape(Statement &statement, const UsageShape &shape)
{
    bindTexts(statement, shape);
}

void bindUsageShape(BulkQuery &query, const UsageShape &shape)
{
    bindTexts(query, shape);
}

} // namespace core
