#pragma once

#include "core/chat/completion.h"
#include "core/ledger/usageplan.h"
#include "core/ledger/valuesketch.h"

#include <tuple>

namespace core {

class Statement;

/// What one attempt tells about speed; each is unset where there is none.
struct LatencySample
{
    /// To the first token, text or reasoning.
    std::optional<double> firstMs = {};
    /// Of a whole answer.
    std::optional<double> totalMs = {};
    /// See tokensPerSecond().
    std::optional<double> rate = {};

    bool isEmpty() const { return !firstMs && !totalMs && !rate; }
};

LatencySample latencySample(const Completion &completion);

struct LatencySketches
{
    ValueSketch firstMs;
    ValueSketch totalMs;
    /// Tokens a second.
    ValueSketch rate;

    void add(const LatencySample &sample);
    void add(const LatencySketches &other);
    /// Takes away what was added.
    void remove(const LatencySample &sample);
    bool isEmpty() const { return firstMs.count() == 0 && totalMs.count() == 0 && rate.count() == 0; }
};

/// The cuts of `usage_groups` that have sketches of each day, for SQL with commas between them.
QString sketchCutList();

/// Where a row of `usage_sketches` stands.
struct SketchKey
{
    int cut = 0;
    /// Of attempts whose rows may be gone.
    bool kept = false;
    /// As `usage_days` numbers them.
    qint64 day = 0;
    qint64 group = 0;

    bool operator<(const SketchKey &other) const
    {
        return std::tie(cut, kept, day, group) < std::tie(other.cut, other.kept, other.day, other.group);
    }
};

/// Adds a settled attempt to the sketches of its day, in the transaction that settles it or changes its call.
/// An imported one, or one that tells nothing, adds nothing.
Result<void> addToSketches(Connection &connection, qint64 attempt);
/// Takes it out again, before its call becomes one of another group.
Result<void> removeFromSketches(Connection &connection, qint64 attempt);

/// Makes the sketches of these days anew from the attempts that started since pruning ended; those of
/// attempts whose rows may be gone stay.
Result<void> rebuildSketches(Connection &connection, const UsageState &state, UsageSpan days);

/// The groups of these days' sketches, of attempts whose rows are all there, that say something else than the
/// rows.
Result<QList<qint64>> groupsOfWrongSketches(Connection &connection, const UsageState &state, UsageSpan days);

/// The sketches in three columns of a row, from `column` on.
LatencySketches readSketches(const Statement &row, int column);
/// See the columns of `usage_sketches`.
Result<void> writeSketches(Connection &connection, const SketchKey &key, const LatencySketches &sketches);

/// What the columns first_reasoning_ms, first_text_ms, last_ms, output_tokens and status of a row tell, from
/// `column` on; of a Statement or a BulkQuery.
template <typename Row>
LatencySample readLatencySample(const Row &row, int column)
{
    Completion completion;
    completion.timing.firstReasoning = row.optionalReal(column);
    completion.timing.firstText = row.optionalReal(column + 1);
    completion.timing.last = row.optionalReal(column + 2);
    completion.usage.output = row.optionalInteger(column + 3);
    completion.status = laneStatusFromName(row.text(column + 4)).value_or(LaneStatus::Failed);
    return latencySample(completion);
}

} // namespace core
