#pragma once

#include "core/catalog/modelinfo.h"
#include "core/insight/pastcalls.h"
#include "core/routing/targetfacts.h"

#include <QHash>

#include <vector>

namespace core {

/// Below so many answers of the old and of the new target nothing is said of how their lengths differ.
constexpr int kSamplesForRatio = 10;

/// How much longer answers may be after a move; `low` is at most 1 and `high` at least 1, so that what is
/// assumed is always among what is possible.
struct OutputRatio
{
    double low = 1.0;
    double high = 1.0;
};

/// The 95 % interval of the ratio of the mean lengths, by the delta method for its logarithm (Casella and
/// Berger, Statistical Inference, 5.5.4); nothing with too few samples.
std::optional<OutputRatio> outputRatio(const TargetSamples &before, const TargetSamples &after);

/// Own figures of a target for a task.
using SamplesOf = std::function<TargetSamples(const TargetName &target, const QString &task)>;

/// Adds up what rules change for one call after the other. Of one thread.
class BacktestTally
{
public:
    explicit BacktestTally(const TargetBook &book) : m_book(book) { }

    /// It depends on a text that is not known.
    void addUndecidable(const PastCall &call);
    /// It stays where it was.
    void addUnmoved(const PastCall &call, qsizetype place);
    /// It would go to `to`; an empty name is nobody.
    void addMoved(const PastCall &call, qsizetype place, const TargetName &to);

    /// `later` has calls with higher ids.
    void append(const BacktestTally &later);

    /// The targets that calls leave or come to, each once, to ask for their samples.
    QList<TargetName> targets() const;
    /// The figures put together; the rows of `rules` in their order.
    void fill(BacktestResult &result, const RuleSet &rules, const SamplesOf &samplesOf) const;

private:
    struct Move
    {
        qsizetype place = 0;
        QString task;
        TargetName from;
        TargetName to;
        std::optional<PriceList> prices = {};
        BacktestFigures figures = {};
        /// The part of costAfter that grows with the answer.
        Money outputAfter = {};

        bool operator==(const Move &) const = default;
    };
    using MoveKey = std::pair<std::pair<qsizetype, QString>, std::pair<QString, QString>>;
    using PlaceAndTask = std::pair<qsizetype, QString>;

    static MoveKey keyOf(const Move &move);
    qsizetype placeOfMove(Move move);
    BacktestMove finished(const Move &move, const RuleSet &rules, const SamplesOf &samplesOf) const;

    const TargetBook &m_book;
    /// Those that stay; place -1 has the undecidable ones.
    QHash<PlaceAndTask, BacktestFigures> m_unmoved;
    std::vector<Move> m_moves;
    QHash<MoveKey, qsizetype> m_moveAt;
    /// By id.
    std::vector<MovedCall> m_movedCalls;
};

} // namespace core
