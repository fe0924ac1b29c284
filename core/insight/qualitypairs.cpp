#include "core/insight/qualitypairs.h"

#include "core/chat/parametersjson.h"
#include "core/judging/vote.h"
#include "core/ledger/requestimport.h"
#include "core/ledger/runquery.h"

#include <QMap>
#include <QRandomGenerator>

#include <algorithm>

namespace core {

namespace {

/// Candidates beyond those wanted, for calls that cannot be used.
constexpr int kSpareFactor = 3;
constexpr int kSpare = 20;

struct TaskCalls
{
    QList<qsizetype> places = {};
    int given = 0;
};

/// Some of the places, in random order.
QList<qsizetype> drawnPlaces(QList<qsizetype> places, qsizetype count, QRandomGenerator &random)
{
    count = std::min(count, places.size());
    for (qsizetype at = 0; at < count; ++at) {
        const qsizetype other = at + static_cast<qsizetype>(random.bounded(quint64(places.size() - at)));
        std::swap(places[at], places[other]);
    }
    return places.mid(0, count);
}

/// Shares the pairs out among the tasks.
void shareOut(QMap<QString, TaskCalls> &tasks, int pairs)
{
    const int each = tasks.isEmpty() ? 0 : std::min(kPairsForClaim, pairs / static_cast<int>(tasks.size()));
    for (TaskCalls &task : tasks) {
        task.given = static_cast<int>(std::min<qsizetype>(each, task.places.size()));
        pairs -= task.given;
    }
    for (; pairs > 0; --pairs) {
        TaskCalls *next = nullptr;
        double highest = 0.0;
        for (TaskCalls &task : tasks) {
            const double average = static_cast<double>(task.places.size()) / (task.given + 1);
            if (task.given < task.places.size() && average > highest) {
                highest = average;
                next = &task;
            }
        }
        if (!next)
            return;
        ++next->given;
    }
}

/// The parameters that the rule's chain has for a target.
ChatParameters chainParameters(const RuleSet &rules, const QString &ruleName, const TargetName &target)
{
    for (qsizetype place = 0; place <= rules.rules.size(); ++place) {
        const Rule &rule = ruleAt(rules, place);
        if (rule.name != ruleName)
            continue;
        for (const ChainTarget &each : rule.chain.targets) {
            if (each.name == target)
                return each.parameters;
        }
        for (const Fallback &each : rule.chain.fallbacks) {
            if (each.target.name == target)
                return each.target.parameters;
        }
    }
    return {};
}

/// What came before the prompt; nothing when not all of it is known.
Result<std::optional<QList<Message>>> readEarlier(Connection &connection, const RunRecord &run,
                                                  qint64 parentLane)
{
    const Result<std::optional<RequestContext>> context = readRequestContext(connection, run.id);
    if (!context)
        return context.error();
    if (*context)
        return (*context)->whole ? std::optional((*context)->earlier) : std::nullopt;
    if (run.turn.parentRun == 0)
        return std::optional(QList<Message>());
    const Result<QList<RunRecord>> turns = readConversation(connection, run.turn.parentRun);
    if (!turns)
        return turns.error();
    const bool known =
        std::all_of(turns->cbegin(), turns->cend(), [](const RunRecord &turn) { return turn.textsKept; });
    if (!known)
        return std::optional<QList<Message>>();
    return std::optional(contextOf(*turns, run.turn.lineage, parentLane, parentLane).messages);
}

/// Nothing when the call cannot be asked again.
Result<std::optional<QualityPair>> readPair(Connection &connection, const MovedCall &call,
                                            const BacktestMove &move, const RuleSet &rules)
{
    using Nothing = std::optional<QualityPair>;
    if (call.runId == 0 || move.to.model.isEmpty())
        return Nothing();
    const Result<RunRecord> run = readRun(connection, call.runId);
    if (!run)
        return run.error().kind == ErrorKind::NotFound ? Result<Nothing>(Nothing())
                                                       : Result<Nothing>(run.error());
    const auto lane = std::find_if(run->lanes.cbegin(), run->lanes.cend(),
                                   [&call](const LaneRecord &each) { return each.callId == call.callId; });
    if (!run->textsKept || lane == run->lanes.cend() || !isSuccess(lane->latest.completion.status)
        || !canBeJudged(lane->latest.completion))
        return Nothing();
    // A fallback had answered what would now be asked first.
    if (TargetName{lane->latest.accountName, lane->latest.model} == move.to)
        return Nothing();
    const Result<std::optional<QList<Message>>> earlier = readEarlier(connection, *run, lane->parentLane);
    if (!earlier)
        return earlier.error();
    if (!*earlier)
        return Nothing();
    QualityPair pair{.callId = call.callId, .runId = run->id, .laneId = lane->laneId};
    pair.task = move.task;
    pair.from = {lane->latest.accountName, lane->latest.model};
    pair.to = {move.to, mergedParameters(lane->parameters, chainParameters(rules, move.rule, move.to))};
    pair.storedParameters = lane->parameters;
    pair.prompt = run->prompt;
    pair.system = run->system;
    pair.images = run->images;
    pair.earlier = **earlier;
    pair.stored = lane->latest.completion;
    pair.storedCost = call.costBefore;
    pair.storedSimulated = lane->latest.simulated;
    return Nothing(pair);
}

} // namespace

QList<QualityStratum> drawStrata(const BacktestResult &result, int pairs, quint32 seed)
{
    QMap<QString, TaskCalls> tasks;
    for (qsizetype place = 0; place < result.movedCalls.size(); ++place) {
        const MovedCall &call = result.movedCalls.at(place);
        const BacktestMove &move = result.moves.at(call.move);
        if (call.runId != 0 && !move.to.model.isEmpty())
            tasks[move.task].places.append(place);
    }
    shareOut(tasks, pairs);
    QRandomGenerator random(seed);
    QList<QualityStratum> strata;
    for (auto task = tasks.cbegin(); task != tasks.cend(); ++task) {
        QualityStratum stratum{task.key(), task->given};
        const QList<qsizetype> places =
            drawnPlaces(task->places, static_cast<qsizetype>(task->given) * kSpareFactor + kSpare, random);
        for (const qsizetype place : places)
            stratum.candidates.append(result.movedCalls.at(place));
        strata.append(stratum);
    }
    return strata;
}

Result<QualitySample> readQualityPairs(Connection &connection, const BacktestResult &result,
                                       const QList<QualityStratum> &strata, const RuleSet &rules,
                                       quint32 seed)
{
    QualitySample sample;
    QRandomGenerator random(seed);
    for (const QualityStratum &stratum : strata) {
        int taken = 0;
        for (const MovedCall &call : stratum.candidates) {
            if (taken == stratum.wanted)
                break;
            Result<std::optional<QualityPair>> pair =
                readPair(connection, call, result.moves.at(call.move), rules);
            if (!pair)
                return pair.error();
            if (!*pair) {
                ++sample.leftOut;
                continue;
            }
            (*pair)->newFirst = random.bounded(2) == 1;
            sample.pairs.append(**pair);
            ++taken;
        }
    }
    return sample;
}

} // namespace core
