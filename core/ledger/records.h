#pragma once

#include "core/catalog/modelinfo.h"
#include "core/chat/completion.h"
#include "core/chat/request.h"

#include <QHash>
#include <QList>
#include <QString>

namespace core {

/// Who or what set the task type of a call.
enum class TaskOrigin { User, Suggested, Rule, Import };
/// Where a call came from.
enum class CallSource { Window, Cli, Gateway, Import };

/// What the lanes of a follow-up turn are given of the turns before: each its own branch, all the branch that
/// won, or all answers of all lanes.
enum class Lineage { Own, Winner, Shared };

QString taskOriginName(TaskOrigin origin);
std::optional<TaskOrigin> taskOriginFromName(QStringView name);
QString callSourceName(CallSource source);
std::optional<CallSource> callSourceFromName(QStringView name);
QString lineageName(Lineage lineage);
std::optional<Lineage> lineageFromName(QStringView name);

/// Where a run stands in its conversation. A first turn has neither parent nor conversation.
struct TurnPlace
{
    /// The run it follows.
    qint64 parentRun = 0;
    /// The conversation's first run.
    qint64 conversation = 0;
    Lineage lineage = Lineage::Own;

    bool operator==(const TurnPlace &) const = default;
};

/// One lane of a run about to start.
struct LaneDraft
{
    qint64 accountId = 0;
    QString accountName;
    QString model;
    QString vendor = {};
    bool simulated = false;
    ChatParameters parameters = {};
    /// The lane of an earlier turn that it continues; 0 is none.
    qint64 parentLane = 0;
};

/// A run about to start: written whole, with a first attempt for every lane, before any request is sent.
struct RunDraft
{
    QString prompt;
    QString system = {};
    QList<ImagePart> images = {};
    QString task = {};
    TaskOrigin taskOrigin = TaskOrigin::User;
    QHash<QString, QString> tags = {};
    CallSource source = CallSource::Window;
    TurnPlace turn = {};
    QList<LaneDraft> lanes;
    /// The matrix that the run belongs to; 0 is none.
    qint64 matrix = 0;
    /// Which case of it the run is; unset for one that judges.
    std::optional<int> matrixCase = {};
};

/// The ids that a new run got, one entry of each list for every lane in order.
struct RunIds
{
    qint64 run = 0;
    QList<qint64> lanes = {};
    QList<qint64> calls = {};
    QList<qint64> attempts = {};
};

/// One attempt about to be sent after the first: a retry within a lane's budget, or by the user.
struct AttemptDraft
{
    qint64 laneId = 0;
    /// The call that the attempt continues; 0 starts a new call of the same lane (a retry by the user).
    qint64 callId = 0;
    /// With a new call: the lane's target now, which a swap may have changed.
    LaneDraft lane = {};
};

/// The ids that a lane got that was added to a run.
struct LaneIds
{
    qint64 lane = 0;
    qint64 call = 0;
    qint64 attempt = 0;
};

struct AttemptIds
{
    qint64 call = 0;
    qint64 attempt = 0;
};

/// What settles an attempt: exactly once.
struct AttemptOutcome
{
    Completion completion;
    Cost cost;
    QString vendor = {};
};

/// An attempt as the ledger has it. Texts are null when the ledger keeps none.
struct AttemptRecord
{
    qint64 id = 0;
    qint64 callId = 0;
    qint64 laneId = 0;
    qint64 runId = 0;
    int number = 1;
    QString accountName;
    QString model;
    QString vendor;
    bool simulated = false;
    qint64 startedAtMs = 0;
    std::optional<qint64> settledAtMs = {};
    QString task;
    QString source;
    Completion completion;
    Cost cost;
};

/// One lane as shown again: its latest call's latest attempt and how many attempts that call has.
struct LaneRecord
{
    qint64 laneId = 0;
    qint64 callId = 0;
    int position = 0;
    ChatParameters parameters = {};
    int attempts = 0;
    AttemptRecord latest;
    /// The lane of an earlier turn that it continues; 0 is none.
    qint64 parentLane = 0;
};

/// A run with its lanes in order.
struct RunRecord
{
    qint64 id = 0;
    qint64 createdAtMs = 0;
    QString prompt;
    QString system;
    QString task;
    TaskOrigin taskOrigin = TaskOrigin::User;
    QHash<QString, QString> tags = {};
    QString source;
    QList<LaneRecord> lanes = {};
    QList<ImagePart> images = {};
    TurnPlace turn = {};
    /// Whether the ledger keeps the run's texts; prompt, system and answers are null when not.
    bool textsKept = true;
};

} // namespace core
