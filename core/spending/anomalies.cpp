#include "core/spending/anomalies.h"

#include "core/ledger/localdays.h"
#include "core/ledger/usagecsv.h"

#include <QDateTime>
#include <QMap>

#include <algorithm>

namespace core {

namespace {

struct AnomalyDay
{
    QDate day;
    Money cost;
};

/// Of the days of one subject, in order, those whose cost is known.
using SubjectDays = QMap<QString, QList<AnomalyDay>>;

SubjectDays subjectDays(const UsageReport &report, const QString &dimension)
{
    SubjectDays subjects;
    const qsizetype day = report.by.indexOf(QStringLiteral("day"));
    const qsizetype subject = report.by.indexOf(dimension);
    for (const UsageRow &row : report.rows) {
        if (knownCost(row.figures))
            subjects[row.keys.value(subject)].append(
                {QDate::fromString(row.keys.value(day), Qt::ISODate), row.figures.cost});
    }
    for (QList<AnomalyDay> &days : subjects) {
        std::sort(days.begin(), days.end(),
                  [](const AnomalyDay &one, const AnomalyDay &other) { return one.day < other.day; });
    }
    return subjects;
}

/// `costs` is not empty; of an even number the mean of the two in the middle.
Money medianOf(QList<Money> costs)
{
    std::sort(costs.begin(), costs.end());
    const qsizetype half = costs.size() / 2;
    if (costs.size() % 2 == 1)
        return costs.at(half);
    return (costs.at(half - 1) + costs.at(half)).scaled(1, 2);
}

/// Those of these days in the window before the day at `at`.
QList<Money> costsBefore(const QList<AnomalyDay> &days, qsizetype at, int window)
{
    QList<Money> costs;
    const QDate from = days.at(at).day.addDays(-window);
    for (qsizetype before = at; before-- > 0 && days.at(before).day >= from;)
        costs.append(days.at(before).cost);
    return costs;
}

QString dimensionOf(const UsageReport &report)
{
    for (const QString &dimension : report.by) {
        if (dimension != QLatin1StringView("day"))
            return dimension;
    }
    return {};
}

void sortAnomalies(QList<SpendAnomaly> &anomalies)
{
    std::stable_sort(anomalies.begin(), anomalies.end(),
                     [](const SpendAnomaly &one, const SpendAnomaly &other) {
                         return one.day != other.day ? one.day > other.day : one.cost > other.cost;
                     });
}

} // namespace

QList<SpendAnomaly> findAnomalies(const UsageReport &report, QDate first, QDate last, const QTimeZone &zone,
                                  const AnomalyRule &rule)
{
    QList<SpendAnomaly> anomalies;
    const QString dimension = dimensionOf(report);
    const SubjectDays subjects = subjectDays(report, dimension);
    for (auto subject = subjects.cbegin(); subject != subjects.cend(); ++subject) {
        for (qsizetype at = 0; at < subject->size(); ++at) {
            const AnomalyDay &day = subject->at(at);
            if (day.day < first || day.day > last || day.cost <= rule.floor)
                continue;
            const QList<Money> before = costsBefore(*subject, at, rule.window);
            if (before.size() < rule.activeDays)
                continue;
            const Money median = medianOf(before);
            if (day.cost < median * rule.ratio)
                continue;
            const LocalDay local = localDay(day.day, zone);
            const UsageFilter filter{dimension, subject.key()};
            anomalies.append({day.day,
                              filter,
                              day.cost,
                              median,
                              static_cast<int>(before.size()),
                              {{filter}, {local.startMs, local.endMs}}});
        }
    }
    sortAnomalies(anomalies);
    return anomalies;
}

Result<QList<SpendAnomaly>> spendAnomalies(Connection &connection, const AnomalyQuery &query)
{
    QList<SpendAnomaly> anomalies;
    const Result<UsageEdges> edges = usageEdges(connection, query.includeSimulated);
    if (!edges)
        return edges.error();
    if (!edges->firstMs)
        return anomalies;
    const auto dayOf = [&query](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, query.zone).date(); };
    const QDate first = dayOf(query.range.sinceMs.value_or(*edges->firstMs));
    const QDate last = dayOf(query.range.untilMs.value_or(*edges->lastMs + 1) - 1);
    UsageQuery wanted;
    wanted.zone = query.zone;
    wanted.includeSimulated = query.includeSimulated;
    wanted.sinceMs = localDay(first.addDays(-query.rule.window), query.zone).startMs;
    wanted.untilMs = localDay(last, query.zone).endMs;
    wanted.figures = {QStringLiteral("cost"), QStringLiteral("unpriced"), QStringLiteral("errors")};
    for (const QString &dimension :
         {QStringLiteral("model"), QStringLiteral("account"), QStringLiteral("task")}) {
        wanted.by = {QStringLiteral("day"), dimension};
        const Result<UsageReport> report = usageReport(connection, wanted);
        if (!report)
            return report.error();
        anomalies += findAnomalies(*report, first, last, query.zone, query.rule);
    }
    sortAnomalies(anomalies);
    return anomalies;
}

} // namespace core
