#include "core/models/explorewords.h"

#include "core/base/formatting.h"
#include "core/ledger/usagecsv.h"
#include "core/models/figurewords.h"
#include "core/models/ledgerwords.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace core {

namespace {

const QString kTagDimension = QStringLiteral("tag:");

QDateTime localBegin(const ExploreBucket &bucket, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(bucket.startMs, zone);
}

/// Whether a tick tells the time of day.
bool isWithinDay(const QDateTime &begin, ExploreRollup rollup)
{
    const bool shorter = rollup == ExploreRollup::Quarter || rollup == ExploreRollup::Hour;
    return shorter && begin.time() != QTime(0, 0);
}

QString sharePercent(const std::optional<double> &share)
{
    return share ? QLocale().toString(100.0 * *share, 'f', 1) + QStringLiteral(" %") : unknownFigure();
}

} // namespace

QString ExploreWords::metric(ExploreMetric metric)
{
    switch (metric) {
    case ExploreMetric::Cost:
        return tr("Cost");
    case ExploreMetric::Requests:
        return tr("Calls");
    case ExploreMetric::Attempts:
        return tr("Requests");
    case ExploreMetric::InputTokens:
        return tr("Input tokens");
    case ExploreMetric::OutputTokens:
        return tr("Output tokens");
    case ExploreMetric::Tokens:
        return tr("Tokens");
    case ExploreMetric::CachedInputTokens:
        return tr("Cached input tokens");
    case ExploreMetric::Errors:
        return tr("Errors");
    case ExploreMetric::ErrorRate:
        return tr("Error rate");
    case ExploreMetric::CacheHitRate:
        return tr("Cache hits");
    case ExploreMetric::Rescued:
        return tr("Rescued by fallback");
    case ExploreMetric::Unpriced:
        return tr("Unpriced requests");
    case ExploreMetric::FailedCost:
        break;
    }
    return tr("Cost of failed requests");
}

QString ExploreWords::dimension(const QString &dimension)
{
    if (dimension.startsWith(kTagDimension))
        return tr("tag %1").arg(dimension.mid(kTagDimension.size()));
    if (dimension == QLatin1StringView("day"))
        return tr("day");
    if (dimension == QLatin1StringView("model"))
        return tr("model");
    if (dimension == QLatin1StringView("vendor"))
        return tr("vendor");
    if (dimension == QLatin1StringView("account"))
        return tr("account");
    if (dimension == QLatin1StringView("task"))
        return tr("task");
    if (dimension == QLatin1StringView("rule"))
        return tr("rule");
    return dimension == QLatin1StringView("source") ? tr("source") : dimension;
}

QString ExploreWords::rollup(ExploreRollup rollup)
{
    switch (rollup) {
    case ExploreRollup::Quarter:
        return tr("per 15 minutes");
    case ExploreRollup::Hour:
        return tr("per hour");
    case ExploreRollup::Day:
        return tr("per day");
    case ExploreRollup::Week:
        return tr("per week");
    case ExploreRollup::Month:
        break;
    }
    return tr("per month");
}

QString ExploreWords::value(const QString &dimension, const QString &value, QDate today)
{
    if (dimension == QLatin1StringView("task"))
        return LedgerWords::task(value);
    if (dimension == QLatin1StringView("source"))
        return LedgerWords::source(value);
    if (dimension == QLatin1StringView("day")) {
        const QDate day = QDate::fromString(value, Qt::ISODate);
        return day.isValid() ? days(day, day, today) : value;
    }
    if (!value.isEmpty())
        return value;
    if (dimension == QLatin1StringView("rule"))
        return tr("no rule");
    if (dimension == QLatin1StringView("vendor"))
        return tr("unknown vendor");
    return tr("none", "no value of a tag");
}

QString ExploreWords::path(const QStringList &dimensions, const QStringList &path, bool isOther, QDate today)
{
    QStringList words;
    for (qsizetype at = 0; at < std::min(dimensions.size(), path.size()); ++at)
        words.append(value(isOther ? QStringLiteral("day") : dimensions.at(at), path.at(at), today));
    if (isOther)
        words.append(tr("Other"));
    return words.isEmpty() ? tr("All requests") : words.join(QStringLiteral(" · "));
}

QString ExploreWords::days(QDate first, QDate last, QDate today)
{
    const QLocale locale;
    const bool withYear = first.year() != today.year() || last.year() != today.year();
    const QString whole = withYear ? tr("d MMM yyyy", "a day with its year") : tr("d MMM", "a day");
    if (first == last)
        return locale.toString(first, whole);
    if (first.year() == last.year() && first.month() == last.month())
        return tr("%1–%2", "from a day to a day of one month")
            .arg(locale.toString(first, tr("d", "a day within a month")), locale.toString(last, whole));
    const QString begin = first.year() == last.year() ? tr("d MMM", "a day") : whole;
    return tr("%1 – %2", "from a day to a day")
        .arg(locale.toString(first, begin), locale.toString(last, whole));
}

QString ExploreWords::bucket(const ExploreBucket &bucket, ExploreRollup rollup, const QTimeZone &zone,
                             QDate today)
{
    const QLocale locale;
    const QDateTime begin = localBegin(bucket, zone);
    if (rollup == ExploreRollup::Quarter || rollup == ExploreRollup::Hour)
        return tr("%1, %2", "day, time of day")
            .arg(days(begin.date(), begin.date(), today),
                 locale.toString(begin.time(), QStringLiteral("HH:mm")));
    if (rollup == ExploreRollup::Month)
        return locale.toString(begin.date(), tr("MMMM yyyy", "a month"));
    const QDate last = QDateTime::fromMSecsSinceEpoch(bucket.endMs - 1, zone).date();
    return days(begin.date(), last, today);
}

QString ExploreWords::tick(const ExploreBucket &bucket, ExploreRollup rollup, const QTimeZone &zone)
{
    const QLocale locale;
    const QDateTime begin = localBegin(bucket, zone);
    if (rollup == ExploreRollup::Month)
        return locale.toString(begin.date(), tr("MMM yy", "a month on an axis"));
    if (isWithinDay(begin, rollup))
        return locale.toString(begin.time(), QStringLiteral("HH:mm"));
    return locale.toString(begin.date(), tr("d MMM", "a day on an axis"));
}

QString ExploreWords::datedTick(const ExploreBucket &bucket, ExploreRollup rollup, const QTimeZone &zone)
{
    const QDateTime begin = localBegin(bucket, zone);
    if (rollup == ExploreRollup::Month || isWithinDay(begin, rollup))
        return {};
    return QLocale().toString(begin.date(), tr("d MMM yyyy", "a day with its year"));
}

QString ExploreWords::amount(ExploreMetric metric, const UsageFigures &figures)
{
    const std::optional<double> value = exploreValue(metric, figures);
    const auto count = [&value] { return formatCount(qRound64(value.value_or(0.0))); };
    switch (metric) {
    case ExploreMetric::Cost:
        return figures.attempts == 0 ? formatMoney(Money()) : LedgerWords::cost(figures);
    case ExploreMetric::FailedCost:
        return value ? formatMoney(figures.cost) : tr("unknown");
    case ExploreMetric::ErrorRate:
    case ExploreMetric::CacheHitRate:
        return sharePercent(value);
    case ExploreMetric::Attempts:
    case ExploreMetric::Unpriced:
    case ExploreMetric::Rescued:
        return LedgerWords::requests(qRound64(value.value_or(0.0)));
    case ExploreMetric::Requests:
        return value == 1.0 ? tr("1 call") : tr("%1 calls").arg(count());
    case ExploreMetric::Errors:
        return LedgerWords::errors(qRound64(value.value_or(0.0)));
    default:
        return tr("%1 tokens").arg(count());
    }
}

QString ExploreWords::exact(ExploreMetric metric, const UsageFigures &figures)
{
    QStringList parts;
    const std::optional<Money> cost = knownCost(figures);
    if (metric == ExploreMetric::Cost && cost)
        parts.append(QStringLiteral("US$ ") + cost->toDecimal());
    if (metric != ExploreMetric::Attempts)
        parts.append(LedgerWords::requests(figures.attempts));
    if (metric == ExploreMetric::ErrorRate && figures.errors > 0)
        parts.append(LedgerWords::errors(figures.errors));
    return parts.join(QStringLiteral(" · "));
}

} // namespace core
