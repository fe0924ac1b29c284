#pragma once

#include "core/ledger/records.h"
#include "core/ledger/usagequery.h"
#include "core/storage/connection.h"

#include <QDate>
#include <QStringList>
#include <QTimeZone>

namespace core {

class Statement;

/// Which attempts to list, newest first. Unset and empty members do not restrict; to restrict to an empty
/// value (no task, no vendor, no rule), set the optional to ''.
struct AttemptFilter
{
    std::optional<qint64> sinceMs = {};
    /// Exclusive.
    std::optional<qint64> untilMs = {};
    QString model = {};
    /// Any of these models; empty does not restrict.
    QStringList models = {};
    QString account = {};
    std::optional<QString> vendor = {};
    std::optional<QString> task = {};
    /// As in a UsageReport's `rule`: `RULE SET/RULE`.
    std::optional<QString> rule = {};
    QString source = {};
    /// A local day in `zone`, as in a UsageReport's `day`.
    QDate day = {};
    QTimeZone zone = QTimeZone::utc();
    /// A status name, or `errors` for failed, interrupted and refused.
    QString status = {};
    bool includeSimulated = false;
    /// All of them hold; their dimensions are those of a UsageQuery but for the times. `status` may be
    /// `errors` too.
    QList<UsageFilter> only = {};
    /// Attempts for which all filters of any of these lists hold are left out.
    QList<QList<UsageFilter>> without = {};
    /// Those alone that may have cost something unknown.
    bool unpricedOnly = false;
    /// Answers after an attempt of the same call that failed alone.
    bool rescuedOnly = false;
    int limit = 200;
    int offset = 0;
};

/// The texts of the records are null where the ledger keeps none.
Result<QList<AttemptRecord>> listAttempts(Connection &connection, const AttemptFilter &filter);

/// What `rule` means for a row of c(alls), as SQL: `RULE SET/RULE`, or '' for a call that named its model.
QString ruleOfCall();

/// SELECT ... FROM of one attempt a row, to be completed with WHERE; its tables are a(ttempts), c(alls),
/// l(anes), r(uns) and t(exts). readAttempt() reads a row of it.
QString attemptSelect();
AttemptRecord readAttempt(const Statement &row);

/// Output tokens that the user's own answers had.
struct OutputQuantiles
{
    qint64 p10 = 0;
    qint64 p90 = 0;
    int samples = 0;
};

/// Nearest-rank quantiles over the newest 500 whole answers of `model` whose usage the provider reported.
/// With an empty `task`, calls without one. Nothing below 10 samples, where a guess is as good.
Result<std::optional<OutputQuantiles>> outputQuantiles(Connection &connection, const QString &model,
                                                       const QString &task);

} // namespace core
