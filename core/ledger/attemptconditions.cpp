#include "core/ledger/attemptconditions.h"

#include "core/ledger/localdays.h"
#include "core/storage/statement.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace core {

namespace {

const QString kTagOfCall = QStringLiteral("tag:");
const QString kErrorStatuses = QStringLiteral("('failed', 'interrupted', 'refused')");

/// A dimension as SQL; empty for one that attempts do not have. A tag's key is bound under the placeholder.
QString dimensionOfAttempt(const QString &dimension, const QString &placeholder)
{
    static const QHash<QString, QString> columns{
        {QStringLiteral("model"), QStringLiteral("a.model")},
        {QStringLiteral("vendor"), QStringLiteral("a.vendor")},
        {QStringLiteral("account"), QStringLiteral("a.account")},
        {QStringLiteral("task"), QStringLiteral("c.task")},
        {QStringLiteral("rule"), ruleOfCall()},
        {QStringLiteral("source"), QStringLiteral("c.source")},
        {QStringLiteral("status"), QStringLiteral("a.status")},
        {QStringLiteral("error"), QStringLiteral("ifnull(a.error_kind, '')")}};
    if (dimension.startsWith(kTagOfCall) && dimension.size() > kTagOfCall.size())
        return QStringLiteral("ifnull((SELECT value FROM json_each(c.tags) WHERE key = %1), '')")
            .arg(placeholder);
    return columns.value(dimension);
}

bool isAnyError(const UsageFilter &filter)
{
    return filter.dimension == QLatin1StringView("status") && filter.value == QLatin1StringView("errors");
}

/// Calls `visit` with each filter of `only` and `without` and the number its placeholders have.
template <typename Visit>
void eachDimension(const AttemptFilter &filter, Visit visit)
{
    int number = 0;
    for (const UsageFilter &one : filter.only)
        visit(one, number++);
    for (const QList<UsageFilter> &group : filter.without) {
        for (const UsageFilter &one : group)
            visit(one, number++);
    }
}

QString dimensionCondition(const UsageFilter &filter, int number)
{
    const QString value = dimensionOfAttempt(filter.dimension, QStringLiteral(":key%1").arg(number));
    if (isAnyError(filter))
        return value + QStringLiteral(" IN ") + kErrorStatuses;
    return value + QStringLiteral(" = :value%1").arg(number);
}

QStringList dimensionConditions(const AttemptFilter &filter)
{
    QStringList conditions;
    int number = 0;
    for (const UsageFilter &one : filter.only)
        conditions.append(dimensionCondition(one, number++));
    for (const QList<UsageFilter> &group : filter.without) {
        QStringList all;
        for (const UsageFilter &one : group)
            all.append(dimensionCondition(one, number++));
        if (!all.isEmpty())
            conditions.append(QStringLiteral("NOT (%1)").arg(all.join(QStringLiteral(" AND "))));
    }
    return conditions;
}

void bindDimensions(Statement &statement, const AttemptFilter &filter)
{
    const auto bind = [&statement](const char *name, int number, const QString &text) {
        statement.bind(QByteArray(name + QByteArray::number(number)).constData(), text);
    };
    eachDimension(filter, [&bind](const UsageFilter &one, int number) {
        if (one.dimension.startsWith(kTagOfCall))
            bind(":key", number, one.dimension.mid(kTagOfCall.size()));
        if (!isAnyError(one))
            bind(":value", number, one.value);
    });
}

void addMembers(QStringList &where, const AttemptFilter &filter)
{
    const auto add = [&where](bool wanted, const QString &condition) {
        if (wanted)
            where.append(condition);
    };
    add(!filter.model.isEmpty(), QStringLiteral("a.model = :model"));
    add(!filter.models.isEmpty(), QStringLiteral("a.model IN (SELECT value FROM json_each(:models))"));
    add(!filter.account.isEmpty(), QStringLiteral("a.account = :account"));
    add(filter.vendor.has_value(), QStringLiteral("a.vendor = :vendor"));
    add(filter.task.has_value(), QStringLiteral("c.task = :task"));
    add(filter.rule.has_value(), QString(ruleOfCall() + QStringLiteral(" = :rule")));
    add(!filter.source.isEmpty(), QStringLiteral("c.source = :source"));
    if (filter.status == QLatin1StringView("errors"))
        where.append(QStringLiteral("a.status IN ") + kErrorStatuses);
    else
        add(!filter.status.isEmpty(), QStringLiteral("a.status = :status"));
}

void bindMembers(Statement &statement, const AttemptFilter &filter)
{
    if (!filter.model.isEmpty())
        statement.bind(":model", filter.model);
    if (!filter.models.isEmpty())
        statement.bindUtf8(
            ":models",
            QJsonDocument(QJsonArray::fromStringList(filter.models)).toJson(QJsonDocument::Compact));
    if (!filter.account.isEmpty())
        statement.bind(":account", filter.account);
    if (filter.vendor)
        statement.bind(":vendor", *filter.vendor);
    if (filter.task)
        statement.bind(":task", *filter.task);
    if (filter.rule)
        statement.bind(":rule", *filter.rule);
    if (!filter.source.isEmpty())
        statement.bind(":source", filter.source);
    if (!filter.status.isEmpty() && filter.status != QLatin1StringView("errors"))
        statement.bind(":status", filter.status);
}

} // namespace

QString ruleOfCall()
{
    return QStringLiteral("CASE WHEN c.rule_set = '' THEN '' ELSE c.rule_set || '/' || c.rule END");
}

QStringList attemptConditions(const AttemptFilter &filter)
{
    QStringList where{QStringLiteral("a.imported = 0")};
    if (filter.sinceMs)
        where.append(QStringLiteral("a.started_at >= :since"));
    if (filter.untilMs)
        where.append(QStringLiteral("a.started_at < :until"));
    if (filter.day.isValid())
        where.append(QStringLiteral("a.started_at >= :daystart AND a.started_at < :dayend"));
    addMembers(where, filter);
    where += dimensionConditions(filter);
    if (filter.unpricedOnly)
        where.append(QStringLiteral("a.unpriced = 1"));
    if (filter.rescuedOnly)
        where.append(QStringLiteral("a.number > 1 AND a.status IN ('complete', 'truncated')"));
    if (!filter.includeSimulated)
        where.append(QStringLiteral("a.simulated = 0"));
    return where;
}

void bindAttemptFilter(Statement &statement, const AttemptFilter &filter)
{
    if (filter.sinceMs)
        statement.bind(":since", *filter.sinceMs);
    if (filter.untilMs)
        statement.bind(":until", *filter.untilMs);
    if (filter.day.isValid()) {
        const LocalDay day = localDay(filter.day, filter.zone);
        statement.bind(":daystart", day.startMs).bind(":dayend", day.endMs);
    }
    bindMembers(statement, filter);
    bindDimensions(statement, filter);
    statement.bind(":limit", filter.limit).bind(":offset", filter.offset);
}

Result<void> checkAttemptFilter(const AttemptFilter &filter)
{
    QString unknown;
    eachDimension(filter, [&unknown](const UsageFilter &one, int /*number*/) {
        if (unknown.isEmpty() && dimensionOfAttempt(one.dimension, QStringLiteral(":key")).isEmpty())
            unknown = one.dimension;
    });
    if (unknown.isEmpty())
        return {};
    return Error{ErrorKind::InvalidRequest,
                 QStringLiteral("Requests cannot be narrowed by %1; there are model, vendor, account, task, "
                                "rule, source, status, error and tag:KEY")
                     .arg(unknown)};
}

} // namespace core
