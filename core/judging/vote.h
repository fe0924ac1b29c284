#pragma once

#include "core/compare/lanestate.h"
#include "core/ledger/records.h"

namespace core {

/// What a vote says. Best, Tie and AllBad rank a whole run; Up and Down are about one lane.
enum class VoteKind { Best, Tie, AllBad, Up, Down };

/// The name in the ledger, such as `all_bad`.
QString voteKindName(VoteKind kind);
std::optional<VoteKind> voteKindFromName(QStringView name);
/// Whether it ranks the run; otherwise it is a thumb.
bool isRanking(VoteKind kind);

/// One lane on the ballot, with what is known of its answer: a verdict is evidence without its run too.
struct BallotLane
{
    /// 0 once the run is gone.
    qint64 laneId = 0;
    TargetName target = {};
    ChatParameters parameters = {};
    /// The best one, or the lane of a thumb.
    bool won = false;
    /// The place the voter saw it in, from 0.
    int shown = 0;
    bool simulated = false;
    std::optional<Money> cost = {};
    /// Milliseconds to the first token, reasoning included.
    std::optional<double> firstMs = {};
    std::optional<qint64> answerChars = {};

    bool operator==(const BallotLane &) const = default;
};

/// A verdict of the person or of a judge model. A value.
struct Vote
{
    /// 0: not in the ledger yet.
    qint64 id = 0;
    qint64 atMs = 0;
    /// 0 once the run is gone.
    qint64 runId = 0;
    /// The run's; follows it when it is relabelled. The store fills it in.
    QString task = {};
    VoteKind kind = VoteKind::Best;
    /// Empty for the person, else the judge's `account/model`.
    QString judge = {};
    bool blind = false;
    /// The person's note, or the judge's reason.
    QString note = {};
    QList<BallotLane> lanes = {};

    bool operator==(const Vote &) const = default;
    /// The first lane that won, or -1.
    int winner() const;
};

/// A lane as it stands on a ballot.
BallotLane ballotLane(const LaneState &lane, int shown);
BallotLane ballotLane(const LaneRecord &lane, int shown);

/// Whether a lane's answer can be voted on: something of it can be read and it is settled.
bool canBeJudged(const Completion &completion);

} // namespace core
