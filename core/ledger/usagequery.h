#pragma once

#include "core/base/money.h"
#include "core/storage/connection.h"

#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace core {

/// What to sum up, by what.
struct UsageQuery
{
    std::optional<qint64> sinceMs = {};
    /// Exclusive.
    std::optional<qint64> untilMs = {};
    /// Whose days `day` means.
    QTimeZone zone = QTimeZone::utc();
    /// Any of `day model vendor account task rule source` and `tag:KEY`, in the order of the rows' keys.
    QStringList by = {};
    bool includeSimulated = false;
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

    UsageFigures &operator+=(const UsageFigures &other);
    bool operator==(const UsageFigures &) const = default;
};

struct UsageRow
{
    /// One value for each dimension of the query; `day` is ISO 8601, `rule` is `RULE SET/RULE`, a
    /// missing task, rule or tag is ''.
    QStringList keys;
    UsageFigures figures;
};

struct UsageReport
{
    QStringList by;
    /// By day ascending when that is the first dimension; else by cost, then attempts, descending.
    QList<UsageRow> rows;
    UsageFigures total;
};

/// Errors: invalid_request for an unknown dimension.
Result<UsageReport> usageReport(Connection &connection, const UsageQuery &query);

/// Time to the first token (text or reasoning) of a model at an account, in milliseconds since dispatch.
struct LatencyRow
{
    QString account;
    QString model;
    int samples = 0;
    /// Nearest rank; unset below 20 samples.
    std::optional<double> p50 = {};
    std::optional<double> p95 = {};
};

/// `by` is ignored. Ordered by account and model.
Result<QList<LatencyRow>> latencyRows(Connection &connection, const UsageQuery &query);

/// The same of all accounts and models together; the names are empty.
Result<LatencyRow> totalLatency(Connection &connection, const UsageQuery &query);

/// See LedgerReader::spend().
Result<Money> spendSince(Connection &connection, qint64 sinceMs, bool includeSimulated);

} // namespace core
