#pragma once

#include "core/base/money.h"
#include "core/storage/connection.h"

#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace core {

/// A dimension with the one value that is summed.
struct UsageFilter
{
    /// As in UsageQuery::by, but for the times.
    QString dimension;
    /// Of `status` also `errors`: failed, interrupted or refused.
    QString value;

    bool operator==(const UsageFilter &) const = default;
};

/// What to sum up, by what.
struct UsageQuery
{
    std::optional<qint64> sinceMs = {};
    /// Exclusive.
    std::optional<qint64> untilMs = {};
    /// Whose days `day` and whose hours `hour` and `quarter` mean.
    QTimeZone zone = QTimeZone::utc();
    /// Any of `day model vendor account task rule source status error` and `tag:KEY`, in the order of the
    /// rows' keys; for the day one of `quarter` (of an hour), `hour`, `week` and `month`.
    QStringList by = {};
    /// With which day weeks begin.
    Qt::DayOfWeek weekStart = Qt::Monday;
    bool includeSimulated = false;
    /// All of them hold.
    QList<UsageFilter> only = {};
    /// The figures to sum: `cost`, and the columns of `usage_quarters` but those of the cost; empty is all.
    /// The others stay 0, but attempts are always counted. One figure by day over years takes half the time
    /// of all.
    QStringList figures = {};
};

/// Sums over attempts. A call counts where its first attempt does, so that no total has it twice.
struct UsageFigures
{
    qint64 calls = 0;
    qint64 attempts = 0;
    /// Failed, interrupted or refused.
    qint64 errors = 0;
    qint64 input = 0;
    qint64 cachedInput = 0;
    qint64 cacheWrite = 0;
    qint64 output = 0;
    qint64 reasoning = 0;
    /// Exact; saturates at the ends of Money.
    Money cost = {};
    /// Settled attempts that may have cost something unknown; not those that an HTTP error answered.
    qint64 unpricedAttempts = 0;
    /// Answers after an attempt of the same call that failed.
    qint64 rescued = 0;
    /// The part of `cacheWrite` with a life of one hour.
    qint64 cacheWrite1h = 0;
    /// Parts of `input` and `output`.
    qint64 audioInput = 0;
    qint64 audioOutput = 0;
    /// By how much less or more `cost` may be for what was estimated, in whole 1e-6 USD.
    qint64 belowMicros = 0;
    qint64 aboveMicros = 0;

    UsageFigures &operator+=(const UsageFigures &other);
    UsageFigures &operator-=(const UsageFigures &other);
    bool operator==(const UsageFigures &) const = default;
};

struct UsageRow
{
    /// One value for each dimension of the query; `day` is ISO 8601, `week` so is its first day, `month` is
    /// `2026-11`, `hour` and `quarter` are ISO 8601 with their offset from UTC, `rule` is `RULE SET/RULE`,
    /// `error` an error's kind; a missing one is ''.
    QStringList keys;
    UsageFigures figures;
};

struct UsageReport
{
    QStringList by;
    /// By time ascending when that is the first dimension; else by cost, then attempts, descending.
    QList<UsageRow> rows;
    UsageFigures total;
};

/// Reads the sums that the ledger keeps. Rows of attempts are read for what is still open and for the ends of
/// a period within a quarter of an hour, so these miss what was pruned.
/// Errors: invalid_request for an unknown dimension or figure.
Result<UsageReport> usageReport(Connection &connection, const UsageQuery &query);
/// Of that only what all filters of one of these lists let through.
Result<UsageReport> usageReport(Connection &connection, const UsageQuery &query,
                                const QList<QList<UsageFilter>> &anyOf);

/// The moments of the first and the last attempt, that of a pruned one to a quarter of an hour.
struct UsageEdges
{
    std::optional<qint64> firstMs = {};
    std::optional<qint64> lastMs = {};
};
Result<UsageEdges> usageEdges(Connection &connection, bool includeSimulated);

/// A sum of costs.
struct Spend
{
    /// Exact; saturates at the ends of Money.
    Money known = {};
    /// Attempts that may have cost something unknown: with any, `known` is a lower bound.
    qint64 unpriced = 0;

    bool operator==(const Spend &) const = default;
};

/// See LedgerReader::spend().
Result<Spend> spendSince(Connection &connection, qint64 sinceMs, bool includeSimulated);
/// See LedgerReader::spendOfRun().
Result<Spend> spendOfRun(Connection &connection, qint64 run);

} // namespace core
