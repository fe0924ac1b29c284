#include "core/ledger/attemptpage.h"

#include "core/ledger/attemptconditions.h"
#include "core/ledger/localdays.h"
#include "core/ledger/usagecolumns.h"
#include "core/ledger/usagefigurereader.h"
#include "core/ledger/usagesources.h"
#include "core/storage/statement.h"

#include <algorithm>

namespace core {

namespace {

/// What the sums cannot tell apart.
bool needsAttempts(const AttemptFilter &filter)
{
    if (filter.unpricedOnly || filter.rescuedOnly)
        return true;
    for (const QList<UsageFilter> &group : filter.without) {
        for (const UsageFilter &one : group) {
            if (one.dimension == QLatin1StringView("status") && one.value == QLatin1StringView("errors"))
                return true;
        }
    }
    return false;
}

void narrow(UsageQuery &query, const AttemptFilter &filter)
{
    const auto add = [&query](const char *dimension, const std::optional<QString> &value) {
        if (value)
            query.only.append({QString::fromLatin1(dimension), *value});
    };
    const auto ifSet = [](const QString &value) {
        return value.isEmpty() ? std::optional<QString>() : std::optional(value);
    };
    query.only = filter.only;
    add("model", ifSet(filter.model));
    add("account", ifSet(filter.account));
    add("vendor", filter.vendor);
    add("task", filter.task);
    add("rule", filter.rule);
    add("source", ifSet(filter.source));
    add("status", ifSet(filter.status));
}

/// Without the parts of the filter that rowPasses() tells, which the query groups by.
UsageQuery queryOf(const AttemptFilter &filter)
{
    UsageQuery query;
    query.sinceMs = filter.sinceMs;
    query.untilMs = filter.untilMs;
    query.zone = filter.zone;
    query.includeSimulated = filter.includeSimulated;
    if (filter.day.isValid()) {
        const LocalDay day = localDay(filter.day, filter.zone);
        query.sinceMs = std::max(query.sinceMs.value_or(day.startMs), day.startMs);
        query.untilMs = std::min(query.untilMs.value_or(day.endMs), day.endMs);
    }
    narrow(query, filter);
    if (!filter.models.isEmpty())
        query.by.append(QStringLiteral("model"));
    for (const QList<UsageFilter> &group : filter.without) {
        for (const UsageFilter &one : group) {
            if (!query.by.contains(one.dimension))
                query.by.append(one.dimension);
        }
    }
    return query;
}

bool rowPasses(const AttemptFilter &filter, const QStringList &by, const QStringList &keys)
{
    const auto valueOf = [&](const QString &dimension) { return keys.value(by.indexOf(dimension)); };
    if (!filter.models.isEmpty() && !filter.models.contains(valueOf(QStringLiteral("model"))))
        return false;
    const auto isIn = [&valueOf](const QList<UsageFilter> &group) {
        return !group.isEmpty() && std::all_of(group.cbegin(), group.cend(), [&](const UsageFilter &one) {
            return valueOf(one.dimension) == one.value;
        });
    };
    return std::none_of(filter.without.cbegin(), filter.without.cend(), isIn);
}

Result<UsageFigures> figuresOfSums(Connection &connection, const AttemptFilter &filter)
{
    const Result<UsageReport> report = usageReport(connection, queryOf(filter));
    if (!report)
        return report.error();
    UsageFigures figures;
    for (const UsageRow &row : report->rows) {
        if (rowPasses(filter, report->by, row.keys))
            figures += row.figures;
    }
    return figures;
}

Result<UsageFigures> figuresOfAttempts(Connection &connection, const AttemptFilter &filter)
{
    UsageFigures figures;
    Statement statement(
        connection,
        QStringLiteral("SELECT %1 FROM attempts a JOIN calls c ON c.id = a.call_id "
                       "JOIN usage_attempts x ON x.id = a.id WHERE %2")
            .arg(usageSums(QStringLiteral("x")), attemptConditions(filter).join(QStringLiteral(" AND "))));
    bindAttemptFilter(statement, filter);
    const Result<bool> read = statement.first(
        [&figures](const Statement &row) { figures = UsageFigureReader(usageFigureColumns(), 0).read(row); });
    if (!read)
        return read.error();
    return figures;
}

} // namespace

Result<AttemptPage> attemptPage(Connection &connection, const AttemptFilter &filter,
                                const std::optional<AttemptKey> &after, int count)
{
    if (const Result<void> known = checkAttemptFilter(filter); !known)
        return known.error();
    QStringList where = attemptConditions(filter);
    if (after)
        where.append(QStringLiteral("a.started_at <= :afterms "
                                    "AND (a.started_at < :afterms OR a.id < :afterid)"));
    Statement statement(connection,
                        attemptSelect()
                            + QStringLiteral(" WHERE %1 ORDER BY a.started_at DESC, a.id DESC LIMIT :limit")
                                  .arg(where.join(QStringLiteral(" AND "))));
    bindAttemptFilter(statement, filter);
    if (after)
        statement.bind(":afterms", after->startedAtMs).bind(":afterid", after->id);
    // One more than asked for tells whether there is another page.
    statement.bind(":limit", std::max(count, 1) + 1);
    AttemptPage page;
    const Result<void> read =
        statement.each([&page](const Statement &row) { page.rows.append(readAttempt(row)); });
    if (!read)
        return read.error();
    if (page.rows.size() > std::max(count, 1)) {
        page.rows.removeLast();
        page.next = AttemptKey{page.rows.constLast().startedAtMs, page.rows.constLast().id};
    }
    return page;
}

Result<AttemptSum> attemptFigures(Connection &connection, const AttemptFilter &filter)
{
    if (const Result<void> known = checkAttemptFilter(filter); !known)
        return known.error();
    const Result<UsageFigures> figures =
        needsAttempts(filter) ? figuresOfAttempts(connection, filter) : figuresOfSums(connection, filter);
    if (!figures)
        return figures.error();
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    return AttemptSum{*figures, state->prunedBeforeMs};
}

} // namespace core
