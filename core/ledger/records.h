#pragma once

#include "core/catalog/modelinfo.h"
#include "core/chat/completion.h"
#include "core/chat/request.h"
#include "core/ledger/rowids.h"

#include <QHash>
#include <QJsonObject>
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

/// By which rule a call found its target. A call that named its model itself has none.
struct CallRoute
{
    QString ruleSet = {};
    /// 0 for a draft.
    int version = 0;
    QString rule = {};
    /// The whole decision, as core/routing writes it.
    QJsonObject decision = {};

    bool isRouted() const { return !ruleSet.isEmpty(); }
    bool operator==(const CallRoute &) const = default;
};

/// One lane of a run about to start: who is asked first.
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
    /// `route/NAME` when a rule set was asked; empty when account and model were.
    QString requested = {};
    CallRoute route = {};
    /// Why the attempt is made, one sentence for people; empty for the only target of a plain lane.
    QString why = {};
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

/// One attempt about to be sent after the first: a retry within a lane's budget, or by the user.
struct AttemptDraft
{
    qint64 laneId = 0;
    /// The call that the attempt continues; 0 starts a new call of the same lane (a retry by the user).
    qint64 callId = 0;
    /// Who is asked now, and why; a new call needs its route too. Without an account's name the target of the
    /// call's newest attempt.
    LaneDraft lane = {};
    /// The pause since the end of the attempt before, ms, as planned; unset for the first of a call.
    std::optional<double> waitedMs = {};
};

/// What settles an attempt: exactly once.
struct AttemptOutcome
{
    Completion completion;
    Cost cost;
    QString vendor = {};
    /// How long AttemptDraft::waitedMs really was; unset leaves what is there.
    std::optional<double> waitedMs = {};
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
    /// Settled without a known cost although it may have cost something, as the ledger tells it.
    bool unpriced = false;
    /// See AttemptDraft and LaneDraft.
    std::optional<double> waitedMs = {};
    QString why = {};
    /// That of its call; the decision is there in the lanes of a run that was read alone.
    CallRoute route = {};

    /// An HTTP error answered it, or it never left.
    bool costsNothing() const { return settledAtMs && !unpriced && !cost.amount; }
};

/// One lane as shown again: its latest call's latest attempt, at the cost of all, and how many these are.
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
    /// See LaneDraft.
    QString requested = {};
    /// With several attempts, those of the latest call that may have cost something unknown: beside one the
    /// cost is a lower bound.
    int unpricedAttempts = 0;
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
