#include "core/ledger/historyconditions.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace core {

namespace {

/// runs.place as its migration makes it: time above, id below.
constexpr int kIdBits = 20;

qint64 firstPlaceAt(qint64 ms)
{
    return ms * (qint64(1) << kIdBits);
}

/// A set of 100,000 places takes some 40 ms to read.
constexpr int kCommonLanes = 100'000;

/// What the filter says of a lane's facts, and the index that has them best.
struct FactsCondition
{
    QStringList where;
    QString index;
};

FactsCondition factsCondition(const RunFilter &filter)
{
    FactsCondition facts;
    const auto add = [&facts](bool wanted, const char *name, const QString &condition) {
        if (!wanted)
            return;
        facts.where.append(condition);
        if (facts.index.isEmpty())
            facts.index = QStringLiteral("lane_facts_by_") + QLatin1StringView(name);
    };
    add(!filter.model.isEmpty(), "model", QStringLiteral("model = :model"));
    add(!filter.account.isEmpty(), "account", QStringLiteral("account = :account"));
    add(filter.task.has_value(), "task", QStringLiteral("task = :task"));
    add(!filter.statuses.isEmpty(), "status",
        QStringLiteral("status IN (SELECT value FROM json_each(:statuses))"));
    return facts;
}

QString costCondition(const RunFilter &filter)
{
    QStringList cost;
    if (filter.minCost)
        cost.append(QStringLiteral("cost_picos >= :mincost"));
    if (filter.maxCost)
        cost.append(QStringLiteral("cost_picos <= :maxcost"));
    return cost.join(QStringLiteral(" AND "));
}

QString tagCondition(const RunFilter &filter)
{
    if (filter.tagKey.isEmpty())
        return {};
    return filter.tagValue ? QStringLiteral("key = :tagkey AND value = :tagvalue")
                           : QStringLiteral("key = :tagkey");
}

QString votesSet(const RunFilter &filter)
{
    const RunVerdict verdict = *filter.verdict;
    QString sql = QStringLiteral("SELECT v.run_id FROM votes v WHERE v.run_id IS NOT NULL");
    if (verdict == RunVerdict::Judged || verdict == RunVerdict::NotJudged)
        return sql;
    sql += QStringLiteral(" AND v.kind = :kind");
    if (verdict == RunVerdict::Tie || verdict == RunVerdict::AllBad)
        return sql;
    QString lane;
    if (!filter.model.isEmpty())
        lane += QStringLiteral(" AND b.model = :model");
    if (!filter.account.isEmpty())
        lane += QStringLiteral(" AND b.account = :account");
    if (!lane.isEmpty())
        sql +=
            QStringLiteral(" AND EXISTS (SELECT 1 FROM vote_lanes b WHERE b.vote_id = v.id AND b.won = 1%1)")
                .arg(lane);
    return sql;
}

} // namespace

QString runVerdictName(RunVerdict verdict)
{
    switch (verdict) {
    case RunVerdict::Judged:
        return QStringLiteral("judged");
    case RunVerdict::NotJudged:
        return QStringLiteral("not_judged");
    case RunVerdict::Best:
        return QStringLiteral("best");
    case RunVerdict::Tie:
        return QStringLiteral("tie");
    case RunVerdict::AllBad:
        return QStringLiteral("all_bad");
    case RunVerdict::Up:
        return QStringLiteral("up");
    case RunVerdict::Down:
        return QStringLiteral("down");
    }
    return {};
}

std::optional<RunVerdict> runVerdictFromName(QStringView name)
{
    for (const RunVerdict verdict : kRunVerdicts) {
        if (runVerdictName(verdict) == name)
            return verdict;
    }
    return std::nullopt;
}

QStringList placeConditions(const RunFilter &filter, const QString &place)
{
    QStringList where;
    if (filter.sinceMs)
        where.append(place + QStringLiteral(" >= :since"));
    if (filter.untilMs)
        where.append(place + QStringLiteral(" < :until"));
    // The plus keeps SQLite from walking the set and asking the full text once for each of its members.
    const auto within = [&](const QString &set, bool inside = true) {
        where.append(QLatin1Char('+') + place
                     + (inside ? QStringLiteral(" IN (") : QStringLiteral(" NOT IN (")) + set
                     + QLatin1Char(')'));
    };
    if (const FactsCondition facts = factsCondition(filter); !facts.where.isEmpty())
        within(QStringLiteral("SELECT place FROM lane_facts INDEXED BY %1 WHERE %2")
                   .arg(facts.index, facts.where.join(QStringLiteral(" AND "))));
    if (const QString cost = costCondition(filter); !cost.isEmpty())
        within(QStringLiteral("SELECT place FROM run_costs INDEXED BY run_costs_by_cost WHERE ") + cost);
    if (const QString tag = tagCondition(filter); !tag.isEmpty())
        within(QStringLiteral("SELECT place FROM run_tags INDEXED BY run_tags_by_tag WHERE ") + tag);
    if (filter.pinnedOnly)
        within(QStringLiteral("SELECT place FROM runs WHERE pinned = 1"));
    if (filter.verdict)
        within(QStringLiteral("SELECT place FROM runs WHERE id IN (%1)").arg(votesSet(filter)),
               *filter.verdict != RunVerdict::NotJudged);
    return where;
}

QStringList runConditions(const RunFilter &filter, const QString &alias)
{
    QStringList where;
    const auto exists = [&](const QString &from, const QString &condition) {
        if (!condition.isEmpty())
            where.append(
                QStringLiteral("EXISTS (SELECT 1 FROM %1 = %2.id AND %3)").arg(from, alias, condition));
    };
    if (filter.sinceMs)
        where.append(alias + QStringLiteral(".place >= :since"));
    if (filter.untilMs)
        where.append(alias + QStringLiteral(".place < :until"));
    exists(QStringLiteral("lanes l CROSS JOIN lane_facts f ON f.lane_id = l.id WHERE l.run_id"),
           factsCondition(filter).where.join(QStringLiteral(" AND ")));
    exists(QStringLiteral("run_costs p WHERE p.run_id"), costCondition(filter));
    exists(QStringLiteral("run_tags t WHERE t.run_id"), tagCondition(filter));
    if (filter.pinnedOnly)
        where.append(alias + QStringLiteral(".pinned = 1"));
    if (filter.verdict)
        where.append(alias
                     + (*filter.verdict == RunVerdict::NotJudged ? QStringLiteral(".id NOT IN (")
                                                                 : QStringLiteral(".id IN ("))
                     + votesSet(filter) + QLatin1Char(')'));
    return where;
}

Result<bool> isCommonFact(Connection &connection, const RunFilter &filter)
{
    const FactsCondition facts = factsCondition(filter);
    if (facts.where.isEmpty())
        return false;
    RunFilter lanes;
    lanes.model = filter.model;
    lanes.account = filter.account;
    lanes.task = filter.task;
    lanes.statuses = filter.statuses;
    qint64 count = 0;
    Statement statement(
        connection,
        QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM lane_facts INDEXED BY %1 WHERE %2 "
                       "LIMIT :limit)")
            .arg(facts.index, facts.where.join(QStringLiteral(" AND "))));
    bindConditions(statement, lanes);
    const Result<bool> counted =
        statement.bind(":limit", kCommonLanes).first([&](const Statement &row) { count = row.integer(0); });
    if (!counted)
        return counted.error();
    return count == kCommonLanes;
}

void bindConditions(Statement &statement, const RunFilter &filter)
{
    if (filter.sinceMs)
        statement.bind(":since", firstPlaceAt(*filter.sinceMs));
    if (filter.untilMs)
        statement.bind(":until", firstPlaceAt(*filter.untilMs));
    if (!filter.model.isEmpty())
        statement.bind(":model", filter.model);
    if (!filter.account.isEmpty())
        statement.bind(":account", filter.account);
    if (filter.task)
        statement.bind(":task", *filter.task);
    if (!filter.statuses.isEmpty()) {
        QJsonArray names;
        for (const LaneStatus status : filter.statuses)
            names.append(laneStatusName(status));
        statement.bindUtf8(":statuses", QJsonDocument(names).toJson(QJsonDocument::Compact));
    }
    if (filter.minCost)
        statement.bind(":mincost", *filter.minCost);
    if (filter.maxCost)
        statement.bind(":maxcost", *filter.maxCost);
    if (!filter.tagKey.isEmpty())
        statement.bind(":tagkey", filter.tagKey);
    if (!filter.tagKey.isEmpty() && filter.tagValue)
        statement.bind(":tagvalue", *filter.tagValue);
    if (filter.verdict && *filter.verdict != RunVerdict::Judged && *filter.verdict != RunVerdict::NotJudged)
        statement.bind(":kind", runVerdictName(*filter.verdict));
}

} // namespace core
