#pragma once

#include "core/compare/lanestate.h"
#include "core/compare/lineage.h"
#include "core/insight/backtestresult.h"
#include "core/routing/ruleset.h"
#include "core/storage/connection.h"

namespace core {

/// Below so many judged pairs nothing is claimed of a task.
constexpr int kPairsForClaim = 10;

/// How a new answer compares with the stored one.
enum class QualityVerdict { Better, Same, Worse };

/// A past call that a draft would move: what was asked, what was answered, and what the new target says to
/// it.
struct QualityPair
{
    enum class State {
        Waiting,
        /// The new target is being asked.
        Asking,
        /// Checks or a judge model compare the answers.
        Judging,
        /// vote() is awaited.
        Voting,
        /// It has a verdict, or what should have given one did not.
        Judged,
        /// There is no answer to compare.
        Failed,
    };

    qint64 callId = 0;
    qint64 runId = 0;
    qint64 laneId = 0;
    QString task = {};
    TargetName from = {};
    /// With the parameters of the call and those of the chain over them.
    Target to = {};
    ChatParameters storedParameters = {};
    QString prompt = {};
    QString system = {};
    QList<ImagePart> images = {};
    /// What came before the prompt.
    QList<Message> earlier = {};
    Completion stored = {};
    std::optional<Money> storedCost = {};
    bool storedSimulated = false;

    State state = State::Waiting;
    Completion answer = {};
    std::optional<Money> cost = {};
    bool simulated = false;
    /// The run in the ledger that the new target was asked in.
    qint64 newRunId = 0;
    qint64 newLaneId = 0;
    /// A blind vote is to show the new answer first.
    bool newFirst = false;
    std::optional<QualityVerdict> verdict = {};
    /// Why it is so, or why there is no verdict: one sentence.
    QString remark = {};
};

/// The calls of one task that may be drawn, in the order in which they are tried.
struct QualityStratum
{
    QString task;
    /// Pairs to take of it.
    int wanted = 0;
    QList<MovedCall> candidates = {};

    bool operator==(const QualityStratum &) const = default;
};

/// Draws `pairs` of the moved calls, stratified by task: each task gets kPairsForClaim as far as there are
/// enough, the rest goes by how many calls it has (the highest averages of D'Hondt). Some more candidates
/// than wanted, as of some calls the texts are gone. Equal seeds draw alike.
QList<QualityStratum> drawStrata(const BacktestResult &result, int pairs, quint32 seed);

/// What could be read of a draw.
struct QualitySample
{
    QList<QualityPair> pairs = {};
    /// Candidates that cannot be asked again alone: texts not kept, no whole answer, asked again since, or
    /// something of the request has no place in the ledger.
    int leftOut = 0;
};

/// Reads the drawn calls. `rules` are those of the back-test, for the parameters of their chains.
Result<QualitySample> readQualityPairs(Connection &connection, const BacktestResult &result,
                                       const QList<QualityStratum> &strata, const RuleSet &rules,
                                       quint32 seed);

} // namespace core
