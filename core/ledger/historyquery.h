#pragma once

#include "core/base/money.h"
#include "core/chat/completion.h"
#include "core/storage/connection.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace core {

/// What was thought of a run, to narrow a list by: any vote, none, or one of a kind.
enum class RunVerdict { Judged, NotJudged, Best, Tie, AllBad, Up, Down };

/// Every verdict, in the order of a list.
inline constexpr std::array kRunVerdicts{RunVerdict::Judged, RunVerdict::NotJudged, RunVerdict::Best,
                                         RunVerdict::Tie,    RunVerdict::AllBad,    RunVerdict::Up,
                                         RunVerdict::Down};
/// As in the ledger; `judged` and `not_judged` for the two that are no kind of vote.
QString runVerdictName(RunVerdict verdict);
std::optional<RunVerdict> runVerdictFromName(QStringView name);

/// What counts as an error: the answer is missing, cut off or refused.
inline const QList<LaneStatus> kErrorStatuses{LaneStatus::Failed, LaneStatus::Interrupted,
                                              LaneStatus::Refused};

/// Which runs to list. Unset and empty members do not restrict. Model, account, task and status hold for one
/// lane together: its latest attempt.
struct RunFilter
{
    /// Words (all must occur), "phrases", prefix*; see ftsQuery(). Text without any letter or digit finds
    /// nothing.
    QString words = {};
    QString model = {};
    QString account = {};
    /// '' is "no task".
    std::optional<QString> task = {};
    /// Any of these.
    QList<LaneStatus> statuses = {};
    /// With a model or an account, best, up and down are those of that lane.
    std::optional<RunVerdict> verdict = {};
    QString tagKey = {};
    /// Unset: any value of the key.
    std::optional<QString> tagValue = {};
    bool pinnedOnly = false;
    std::optional<qint64> sinceMs = {};
    /// Exclusive.
    std::optional<qint64> untilMs = {};
    /// Also cases of matrices, which come by the thousand; a search for words always finds them.
    bool withMatrices = false;
    /// Runs whose known cost is at least this.
    std::optional<Money> minCost = {};
    /// Runs whose cost is known and at most this.
    std::optional<Money> maxCost = {};
    /// Only the newest fitting turn of each conversation.
    bool oneAConversation = false;
    int limit = 100;
    /// Only runs older than the one at this place: the next page.
    std::optional<qint64> beforePlace = {};
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
    /// Lanes whose latest attempt may have cost something unknown, unless it was imported.
    int unknownLanes = 0;
    /// The worst status of the lanes: failed, interrupted, refused, cancelled, running, queued, truncated,
    /// complete.
    LaneStatus worst = LaneStatus::Complete;
    QString task;
    /// Whether every lane was the simulator's.
    bool simulated = false;
    /// Where it stands by time; later runs have greater ones.
    qint64 place = 0;
    bool pinned = false;
    /// It was imported from another program.
    bool imported = false;
    /// The name its conversation had there.
    QString title = {};
    QHash<QString, QString> tags = {};
    /// Its conversation's first run, which may be itself; 0 for a run alone.
    qint64 conversation = 0;
    /// Turns of the conversation in all its branches; 1 for a run alone.
    int turns = 1;
    /// Which of them it is by time, from 1.
    int turn = 1;
    /// The latest vote of the person; unset when there is none.
    std::optional<RunVerdict> verdict = {};
    /// `account/model` of the lane that the vote was for; empty for a tie or all bad.
    QString winner = {};

    bool operator==(const RunSummary &) const = default;
};

/// A tag in use and on how many runs.
struct TagUse
{
    QString key;
    QString value;
    int runs = 0;

    bool operator==(const TagUse &) const = default;
};

/// Newest first.
Result<QList<RunSummary>> searchRuns(Connection &connection, const RunFilter &filter);

/// The runs of these and all other turns of their conversations, by id.
Result<QList<qint64>> withAllTurns(Connection &connection, const QList<qint64> &runs);

/// `account/model` of every target a run's lane has, ordered.
Result<QStringList> usedTargets(Connection &connection);

/// Task types in use, most used first, from the sums that are kept; without "no task".
Result<QStringList> usedTasks(Connection &connection);

/// Tags of runs, most used first; at most 200.
Result<QList<TagUse>> usedTags(Connection &connection);

} // namespace core
