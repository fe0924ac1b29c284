#pragma once

#include "core/base/money.h"
#include "core/storage/connection.h"

#include <QHash>
#include <QString>

#include <optional>

namespace core {

/// What one call of a model at an account usually costs and how soon it answers, for one task or all of them.
struct TaskTarget
{
    QString account = {};
    QString model = {};
    /// Calls with a whole answer, of the newest 500 among the ledger's newest 200,000 attempts.
    int calls = 0;
    /// Of those: calls without a known cost.
    int unpriced = 0;
    /// Nearest rank, all attempts of a call together; unset when no cost is known.
    std::optional<Money> medianCost = {};
    /// Milliseconds from dispatch to the first token, reasoning included.
    std::optional<double> firstP50 = {};
    std::optional<double> firstP95 = {};

    bool operator==(const TaskTarget &) const = default;
};

struct TaskTargetQuery
{
    /// '' is "no task"; unset: all tasks together.
    std::optional<QString> task = {};
    bool includeSimulated = false;
};

/// Ordered by account and model.
Result<QList<TaskTarget>> taskTargets(Connection &connection, const TaskTargetQuery &query);

/// Calls since then by task, from the sums that are kept; '' is "no task". The cases of prompt sets are left
/// out: they are no traffic of one's own.
Result<QHash<QString, qint64>> callsByTask(Connection &connection, qint64 sinceMs, bool includeSimulated);

} // namespace core
