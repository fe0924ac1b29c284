#include "core/usage/explorequery.h"

#include "core/ledger/usagecsv.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QSet>

#include <algorithm>
#include <array>

namespace core {

namespace {

struct MetricName
{
    ExploreMetric metric;
    QLatin1StringView name;
};

constexpr std::array kMetricNames{
    MetricName{ExploreMetric::Cost, QLatin1StringView("cost")},
    MetricName{ExploreMetric::Requests, QLatin1StringView("requests")},
    MetricName{ExploreMetric::Attempts, QLatin1StringView("attempts")},
    MetricName{ExploreMetric::InputTokens, QLatin1StringView("input_tokens")},
    MetricName{ExploreMetric::OutputTokens, QLatin1StringView("output_tokens")},
    MetricName{ExploreMetric::Tokens, QLatin1StringView("tokens")},
    MetricName{ExploreMetric::CachedInputTokens, QLatin1StringView("cached_input_tokens")},
    MetricName{ExploreMetric::Errors, QLatin1StringView("errors")},
    MetricName{ExploreMetric::ErrorRate, QLatin1StringView("error_rate")},
    MetricName{ExploreMetric::CacheHitRate, QLatin1StringView("cache_hit_rate")},
    MetricName{ExploreMetric::Rescued, QLatin1StringView("rescued")},
    MetricName{ExploreMetric::Unpriced, QLatin1StringView("unpriced")},
    MetricName{ExploreMetric::FailedCost, QLatin1StringView("failed_cost")}};

struct RollupName
{
    ExploreRollup rollup;
    QLatin1StringView name;
};

constexpr std::array kRollupNames{RollupName{ExploreRollup::Quarter, QLatin1StringView("quarter")},
                                  RollupName{ExploreRollup::Hour, QLatin1StringView("hour")},
                                  RollupName{ExploreRollup::Day, QLatin1StringView("day")},
                                  RollupName{ExploreRollup::Week, QLatin1StringView("week")},
                                  RollupName{ExploreRollup::Month, QLatin1StringView("month")}};

Error refused(const QString &sentence)
{
    return {ErrorKind::InvalidRequest, sentence};
}

bool isTagDimension(const QString &dimension)
{
    return dimension.startsWith(QLatin1StringView("tag:")) && dimension.size() > 4;
}

bool isExploreGroup(const QString &dimension)
{
    static const QSet<QString> known{
        QStringLiteral("day"),  QStringLiteral("model"), QStringLiteral("vendor"), QStringLiteral("account"),
        QStringLiteral("task"), QStringLiteral("rule"),  QStringLiteral("source")};
    return known.contains(dimension) || isTagDimension(dimension);
}

bool isExploreFilter(const QString &dimension)
{
    return dimension == QLatin1StringView("status") || dimension == QLatin1StringView("error")
        || (dimension != QLatin1StringView("day") && isExploreGroup(dimension));
}

std::optional<double> quotient(qint64 part, qint64 whole)
{
    if (whole == 0)
        return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

QJsonObject periodToJson(const ReportPeriod &period)
{
    QJsonObject json{{QStringLiteral("kind"), periodKindName(period.kind)}};
    if (period.kind == PeriodKind::Custom) {
        json.insert(QStringLiteral("first"), period.first.toString(Qt::ISODate));
        json.insert(QStringLiteral("last"), period.last.toString(Qt::ISODate));
    }
    if (period.kind == PeriodKind::Moments) {
        json.insert(QStringLiteral("since_ms"), period.sinceMs);
        json.insert(QStringLiteral("until_ms"), period.untilMs);
    }
    return json;
}

Result<ReportPeriod> periodFromJson(const QJsonValue &json, QDate today, Qt::DayOfWeek weekStart)
{
    const QJsonValue name = json[QStringLiteral("kind")];
    const std::optional<PeriodKind> kind = periodKindFromName(name.toString());
    if (!kind)
        return refused(
            QStringLiteral(
                "\"period.kind\" is \"%1\", which is no period: use last_30_days, this_month, all ...")
                .arg(name.toString()));
    if (*kind == PeriodKind::Custom) {
        const QDate first = QDate::fromString(json[QStringLiteral("first")].toString(), Qt::ISODate);
        const QDate last = QDate::fromString(json[QStringLiteral("last")].toString(), Qt::ISODate);
        if (!first.isValid() || !last.isValid())
            return refused(
                QStringLiteral("\"period.first\" and \"period.last\" have to be dates such as 2026-11-01."));
        return customPeriod(first, last);
    }
    if (*kind == PeriodKind::Moments) {
        const qint64 since = json[QStringLiteral("since_ms")].toInteger();
        const qint64 until = json[QStringLiteral("until_ms")].toInteger();
        if (since < 0 || until <= since)
            return refused(QStringLiteral("\"period.until_ms\" has to come after \"period.since_ms\"."));
        return ReportPeriod{*kind, {}, {}, since, until};
    }
    return periodOf(*kind, today, weekStart);
}

/// Reads the members of an object one by one; the first that is wrong is the error.
class QueryReader
{
public:
    explicit QueryReader(const QJsonObject &json) : m_json(json) { }

    void text(const char *key, QString *value)
    {
        const QJsonValue json = member(key);
        if (json.isUndefined())
            return;
        if (json.isString())
            *value = json.toString();
        else
            wrong(key, QStringLiteral("a text"));
    }

    void flag(const char *key, bool *value)
    {
        const QJsonValue json = member(key);
        if (json.isUndefined())
            return;
        if (json.isBool())
            *value = json.toBool();
        else
            wrong(key, QStringLiteral("true or false"));
    }

    void number(const char *key, int most, int *value)
    {
        const QJsonValue json = member(key);
        if (json.isUndefined())
            return;
        const int read = json.toInt(-1);
        if (read >= 0 && read <= most)
            *value = read;
        else
            wrong(key, QStringLiteral("a whole number from 0 to %1").arg(most));
    }

    template <typename T, typename FromName>
    void name(const char *key, FromName fromName, T *value)
    {
        QString read;
        text(key, &read);
        if (m_error || member(key).isUndefined())
            return;
        const std::optional<T> known = fromName(read);
        if (known)
            *value = *known;
        else
            m_error = refused(
                QStringLiteral("\"%1\" is \"%2\", which does not exist.").arg(QLatin1StringView(key), read));
    }

    void filters(const char *key, QList<UsageFilter> *value)
    {
        const QJsonValue json = member(key);
        if (json.isUndefined())
            return;
        bool good = json.isArray();
        const QJsonArray entries = json.toArray();
        for (const auto &entry : entries) {
            const QJsonValue dimension = entry[QStringLiteral("dimension")];
            const QJsonValue only = entry[QStringLiteral("value")];
            good = good && dimension.isString() && only.isString();
            value->append({dimension.toString(), only.toString()});
        }
        if (!good)
            wrong(key, QStringLiteral("a list of objects with \"dimension\" and \"value\""));
    }

    void zone(const char *key, QTimeZone *value)
    {
        QString read;
        text(key, &read);
        if (m_error || member(key).isUndefined())
            return;
        const QTimeZone zone(read.toUtf8());
        if (zone.isValid())
            *value = zone;
        else
            wrong(key, QStringLiteral("an IANA name such as Europe/Berlin"));
    }

    QJsonValue member(const char *key) const { return m_json.value(QLatin1StringView(key)); }
    void fail(const Error &error)
    {
        if (!m_error)
            m_error = error;
    }
    const std::optional<Error> &error() const { return m_error; }

private:
    void wrong(const char *key, const QString &wanted)
    {
        fail(refused(QStringLiteral("\"%1\" has to be %2.").arg(QLatin1StringView(key), wanted)));
    }

    const QJsonObject m_json;
    std::optional<Error> m_error;
};

} // namespace

QString exploreMetricName(ExploreMetric metric)
{
    for (const MetricName &known : kMetricNames) {
        if (known.metric == metric)
            return known.name;
    }
    return {};
}

std::optional<ExploreMetric> exploreMetricFromName(QStringView name)
{
    for (const MetricName &known : kMetricNames) {
        if (known.name == name)
            return known.metric;
    }
    return std::nullopt;
}

QList<ExploreMetric> exploreMetrics()
{
    QList<ExploreMetric> metrics;
    for (const MetricName &known : kMetricNames)
        metrics.append(known.metric);
    return metrics;
}

QString exploreRollupName(ExploreRollup rollup)
{
    for (const RollupName &known : kRollupNames) {
        if (known.rollup == rollup)
            return known.name;
    }
    return {};
}

std::optional<ExploreRollup> exploreRollupFromName(QStringView name)
{
    for (const RollupName &known : kRollupNames) {
        if (known.name == name)
            return known.rollup;
    }
    return std::nullopt;
}

bool isRate(ExploreMetric metric)
{
    return metric == ExploreMetric::ErrorRate || metric == ExploreMetric::CacheHitRate;
}

qint64 exploreWeight(ExploreMetric metric, const UsageFigures &figures)
{
    switch (metric) {
    case ExploreMetric::Cost:
    case ExploreMetric::FailedCost:
        return figures.cost.picos();
    case ExploreMetric::Requests:
        return figures.calls;
    case ExploreMetric::Attempts:
    case ExploreMetric::ErrorRate:
        return figures.attempts;
    case ExploreMetric::InputTokens:
    case ExploreMetric::CacheHitRate:
        return figures.input;
    case ExploreMetric::OutputTokens:
        return figures.output;
    case ExploreMetric::Tokens:
        return figures.input + figures.output;
    case ExploreMetric::CachedInputTokens:
        return figures.cachedInput;
    case ExploreMetric::Errors:
        return figures.errors;
    case ExploreMetric::Rescued:
        return figures.rescued;
    case ExploreMetric::Unpriced:
        return figures.unpricedAttempts;
    }
    return 0;
}

std::optional<double> exploreValue(ExploreMetric metric, const UsageFigures &figures)
{
    if (metric == ExploreMetric::ErrorRate)
        return quotient(figures.errors, figures.attempts);
    if (metric == ExploreMetric::CacheHitRate)
        return quotient(figures.cachedInput, figures.input);
    if (metric == ExploreMetric::Cost || metric == ExploreMetric::FailedCost) {
        const std::optional<Money> cost = knownCost(figures);
        return cost ? std::optional(cost->toDouble()) : std::nullopt;
    }
    return static_cast<double>(exploreWeight(metric, figures));
}

QJsonObject exploreQueryToJson(const ExploreQuery &query)
{
    QJsonArray filters;
    for (const UsageFilter &filter : query.filters)
        filters.append(QJsonObject{{QStringLiteral("dimension"), filter.dimension},
                                   {QStringLiteral("value"), filter.value}});
    return {{QStringLiteral("metric"), exploreMetricName(query.metric)},
            {QStringLiteral("rollup"), exploreRollupName(query.rollup)},
            {QStringLiteral("group"), query.group},
            {QStringLiteral("subgroup"), query.subgroup},
            {QStringLiteral("top"), query.topN},
            {QStringLiteral("cumulative"), query.cumulative},
            {QStringLiteral("filters"), filters},
            {QStringLiteral("period"), periodToJson(query.period)},
            {QStringLiteral("zone"), QString::fromUtf8(query.zone.id())},
            {QStringLiteral("week_start"), static_cast<int>(query.weekStart)},
            {QStringLiteral("include_simulated"), query.includeSimulated}};
}

Result<ExploreQuery> exploreQueryFromJson(const QJsonObject &json, QDate today)
{
    ExploreQuery query;
    QueryReader reader(json);
    reader.name("metric", exploreMetricFromName, &query.metric);
    reader.name("rollup", exploreRollupFromName, &query.rollup);
    reader.text("group", &query.group);
    reader.text("subgroup", &query.subgroup);
    reader.number("top", kMostSeries, &query.topN);
    reader.flag("cumulative", &query.cumulative);
    reader.filters("filters", &query.filters);
    reader.zone("zone", &query.zone);
    int weekStart = query.weekStart;
    reader.number("week_start", 7, &weekStart);
    query.weekStart = static_cast<Qt::DayOfWeek>(std::clamp(weekStart, 1, 7));
    reader.flag("include_simulated", &query.includeSimulated);
    query.period = periodOf(query.period.kind, today, query.weekStart);
    if (const QJsonValue period = reader.member("period"); !period.isUndefined()) {
        const Result<ReportPeriod> read = periodFromJson(period, today, query.weekStart);
        if (read)
            query.period = *read;
        else
            reader.fail(read.error());
    }
    if (reader.error())
        return *reader.error();
    if (const Result<void> good = checkExploreQuery(query); !good)
        return good.error();
    return query;
}

Result<void> checkExploreQuery(const ExploreQuery &query)
{
    const QString groups = QStringLiteral("day, model, vendor, account, task, rule, source and tag:KEY");
    for (const QString &dimension : {query.group, query.subgroup}) {
        if (!dimension.isEmpty() && !isExploreGroup(dimension))
            return refused(
                QStringLiteral("Usage cannot be grouped by \"%1\"; there are %2.").arg(dimension, groups));
    }
    if (query.group.isEmpty() && !query.subgroup.isEmpty())
        return refused(QStringLiteral("A second group needs a first one: set \"group\" too."));
    if (!query.group.isEmpty() && query.group == query.subgroup)
        return refused(QStringLiteral("Both groups are \"%1\"; choose another second one.").arg(query.group));
    for (const UsageFilter &filter : query.filters) {
        if (!isExploreFilter(filter.dimension))
            return refused(
                QStringLiteral("Usage cannot be narrowed by \"%1\"; there are model, vendor, account, "
                               "task, rule, source, status, error and tag:KEY.")
                    .arg(filter.dimension));
    }
    if (query.topN < 0 || query.topN > kMostSeries)
        return refused(QStringLiteral("The number of series has to be 0, for all, to %1.").arg(kMostSeries));
    const bool hasDays = query.period.kind != PeriodKind::All && query.period.kind != PeriodKind::Moments;
    if (hasDays && (!query.period.first.isValid() || query.period.last < query.period.first))
        return refused(QStringLiteral("The period has no days; choose a first and a last one."));
    if (!query.zone.isValid())
        return refused(QStringLiteral("The time zone does not exist on this computer."));
    return {};
}

} // namespace core
