#include "core/insight/backtesttally.h"

#include "core/catalog/costcalculator.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core {

namespace {

/// Half the width of a 95 % interval in standard errors.
constexpr double kTwoSided95 = 1.959964;
constexpr double kMillionths = 1'000'000.0;

std::optional<Money> costAtPrices(const Usage &usage, const std::optional<PriceList> &prices)
{
    return prices ? computeCost(usage, prices).amount : std::nullopt;
}

/// What the same request would cost with an answer of no length.
Money costWithoutAnswer(Usage usage, const std::optional<PriceList> &prices)
{
    usage.output = 0;
    usage.reasoning = 0;
    return costAtPrices(usage, prices).value_or(Money());
}

Money scaledBy(Money amount, double factor)
{
    return amount.scaled(std::llround(factor * kMillionths), static_cast<std::int64_t>(kMillionths));
}

bool hasMoreCalls(const BacktestRow &one, const BacktestRow &other)
{
    return one.figures.calls != other.figures.calls ? one.figures.calls > other.figures.calls
                                                    : one.name < other.name;
}

} // namespace

std::optional<OutputRatio> outputRatio(const TargetSamples &before, const TargetSamples &after)
{
    if (std::min(before.outputs, after.outputs) < kSamplesForRatio
        || std::min(before.meanOutput, after.meanOutput) <= 0.0)
        return std::nullopt;
    const auto relativeVariance = [](const TargetSamples &samples) {
        return samples.outputVariance / (samples.outputs * samples.meanOutput * samples.meanOutput);
    };
    const double ratio = after.meanOutput / before.meanOutput;
    const double spread =
        std::exp(kTwoSided95 * std::sqrt(relativeVariance(before) + relativeVariance(after)));
    return OutputRatio{std::min(1.0, ratio / spread), std::max(1.0, ratio * spread)};
}

void BacktestTally::addUndecidable(const PastCall &call)
{
    BacktestFigures &figures = m_unmoved[{-1, call.facts.task}];
    ++figures.calls;
    ++figures.undecidable;
}

void BacktestTally::addUnmoved(const PastCall &call, qsizetype place)
{
    BacktestFigures &figures = m_unmoved[{place, call.facts.task}];
    ++figures.calls;
    if (!call.cost) {
        ++figures.unpriced;
        return;
    }
    figures.costBefore += *call.cost;
    figures.costAfter += *call.cost;
    figures.costAfterLow += *call.cost;
    figures.costAfterHigh += *call.cost;
}

void BacktestTally::addMoved(const PastCall &call, qsizetype place, const TargetName &to)
{
    const qsizetype at = placeOfMove({.place = place, .task = call.facts.task, .from = call.asked, .to = to});
    Move &move = m_moves[static_cast<size_t>(at)];
    const std::optional<Money> after = costAtPrices(call.usage, move.prices);
    ++move.figures.calls;
    ++move.figures.moved;
    if (call.cost && after) {
        move.figures.costBefore += *call.cost;
        move.figures.costAfter += *after;
        move.outputAfter += *after - costWithoutAnswer(call.usage, move.prices);
    } else {
        ++move.figures.unpriced;
    }
    m_movedCalls.push_back({call.id, call.runId, at, call.cost, after});
}

BacktestTally::MoveKey BacktestTally::keyOf(const Move &move)
{
    return {{move.place, move.task}, {move.from.toString(), move.to.toString()}};
}

qsizetype BacktestTally::placeOfMove(Move move)
{
    const MoveKey key = keyOf(move);
    if (const auto known = m_moveAt.constFind(key); known != m_moveAt.constEnd())
        return *known;
    if (!move.to.model.isEmpty())
        move.prices = m_book.factsOf(move.to, move.task).model.prices;
    const auto at = static_cast<qsizetype>(m_moves.size());
    m_moves.push_back(std::move(move));
    m_moveAt.insert(key, at);
    return at;
}

void BacktestTally::append(const BacktestTally &later)
{
    for (auto row = later.m_unmoved.cbegin(); row != later.m_unmoved.cend(); ++row)
        m_unmoved[row.key()] += row.value();
    QList<qsizetype> places;
    for (const Move &move : later.m_moves) {
        places.append(
            placeOfMove({.place = move.place, .task = move.task, .from = move.from, .to = move.to}));
        Move &mine = m_moves[static_cast<size_t>(places.constLast())];
        mine.figures += move.figures;
        mine.outputAfter += move.outputAfter;
    }
    m_movedCalls.reserve(m_movedCalls.size() + later.m_movedCalls.size());
    for (MovedCall call : later.m_movedCalls) {
        call.move = places.at(call.move);
        m_movedCalls.push_back(call);
    }
}

QList<TargetName> BacktestTally::targets() const
{
    QList<TargetName> targets;
    for (const Move &move : m_moves) {
        for (const TargetName &target : {move.from, move.to}) {
            if (!target.model.isEmpty() && !targets.contains(target))
                targets.append(target);
        }
    }
    return targets;
}

BacktestMove BacktestTally::finished(const Move &move, const RuleSet &rules, const SamplesOf &samplesOf) const
{
    BacktestMove done{.rule = ruleAt(rules, move.place).name,
                      .task = move.task,
                      .from = move.from,
                      .to = move.to,
                      .fromSamples = samplesOf(move.from, move.task),
                      .figures = move.figures};
    if (!move.to.model.isEmpty())
        done.toSamples = samplesOf(move.to, move.task);
    BacktestFigures &figures = done.figures;
    figures.costAfterLow = figures.costAfter;
    figures.costAfterHigh = figures.costAfter;
    if (const std::optional<OutputRatio> ratio = outputRatio(done.fromSamples, done.toSamples)) {
        figures.costAfterLow += scaledBy(move.outputAfter, ratio->low - 1.0);
        figures.costAfterHigh += scaledBy(move.outputAfter, ratio->high - 1.0);
        figures.bounded = figures.moved - figures.unpriced;
    }
    if (done.fromSamples.firstTokenP50 && done.toSamples.firstTokenP50) {
        figures.timed = figures.moved;
        figures.firstTokenBefore = *done.fromSamples.firstTokenP50;
        figures.firstTokenAfter = *done.toSamples.firstTokenP50;
    }
    return done;
}

void BacktestTally::fill(BacktestResult &result, const RuleSet &rules, const SamplesOf &samplesOf) const
{
    QHash<QString, BacktestFigures> byTask;
    QList<BacktestFigures> byPlace(rules.rules.size() + 1);
    const auto add = [&](qsizetype place, const QString &task, const BacktestFigures &figures) {
        byTask[task] += figures;
        result.total += figures;
        if (place >= 0)
            byPlace[place] += figures;
    };
    for (auto row = m_unmoved.cbegin(); row != m_unmoved.cend(); ++row)
        add(row.key().first, row.key().second, row.value());
    QList<BacktestMove> moves;
    for (const Move &move : m_moves) {
        moves.append(finished(move, rules, samplesOf));
        add(move.place, move.task, moves.constLast().figures);
    }

    for (qsizetype place = 0; place < byPlace.size(); ++place)
        result.byRule.append({ruleAt(rules, place).name, place, byPlace.at(place)});
    for (auto row = byTask.cbegin(); row != byTask.cend(); ++row)
        result.byTask.append({row.key(), -1, row.value()});
    std::sort(result.byTask.begin(), result.byTask.end(), hasMoreCalls);

    QList<qsizetype> order(moves.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&moves](qsizetype one, qsizetype other) {
        return moves.at(one).figures.calls > moves.at(other).figures.calls;
    });
    QList<qsizetype> placeOf(moves.size());
    for (qsizetype place = 0; place < order.size(); ++place) {
        result.moves.append(moves.at(order.at(place)));
        placeOf[order.at(place)] = place;
    }
    result.movedCalls.reserve(static_cast<qsizetype>(m_movedCalls.size()));
    for (auto call = m_movedCalls.crbegin(); call != m_movedCalls.crend(); ++call) {
        result.movedCalls.append(*call);
        result.movedCalls.last().move = placeOf.at(call->move);
    }
}

} // namespace core
