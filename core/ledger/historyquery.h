#pragma once

#include "core/base/money.h"
#include "core/chat/completion.h"
#include "core/storage/connection.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace core {

/// Which runs to list. Unset and empty members do not restrict.
struct RunFilter
{
    /// Words (all must occur), "phrases", prefix*; see ftsQuery(). Text without any letter or digit finds
    /// nothing.
    QString words = {};
    QString model = {};
    QString account = {};
    /// '' is "no task".
    std::optional<QString> task = {};
    /// Only runs with a lane that failed, was interrupted or refused.
    bool errorsOnly = false;
    std::optional<qint64> sinceMs = {};
    /// Exclusive.
    std::optional<qint64> untilMs = {};
    /// Runs whose known cost is at least this.
    std::optional<Money> minCost = {};
    int limit = 100;
    /// Only runs older than this one: the next page.
    std::optional<qint64> beforeId = {};
};

/// A run as a list shows it.
struct RunSummary
{
    qint64 runId = 0;
    qint64 atMs = 0;
    /// Its first 300 characters; null when the ledger keeps no texts of the run.
    QString prompt;
    /// Where the words were found; without words the beginning of the first answer.
    QString snippet;
    int lanes = 0;
    /// `account/model` of each lane in order.
    QStringList models;
    /// Exact sum over all attempts with a known cost; unset when none has one.
    std::optional<Money> cost;
    /// Lanes whose latest attempt is settled without a known cost.
    int unknownLanes = 0;
    /// The worst status of the lanes: failed, interrupted, refused, cancelled, running, queued, truncated,
    /// complete.
    LaneStatus worst = LaneStatus::Complete;
    QString task;
    /// Whether every lane was the simulator's.
    bool simulated = false;
};

/// Newest first.
Result<QList<RunSummary>> searchRuns(Connection &connection, const RunFilter &filter);

/// `account/model` of every target the ledger has an attempt for, ordered.
Result<QStringList> usedTargets(Connection &connection);

/// Task types in use, most used first; without "no task".
Result<QStringList> usedTasks(Connection &connection);

} // namespace core
