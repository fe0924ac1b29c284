#pragma once

#include "core/chat/completion.h"
#include "core/ledger/usageplan.h"
#include "core/ledger/valuesketch.h"

#include <functional>

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
};

/// Adds an attempt to the sketch of its day, account and model, in the transaction that settles it. An
/// imported one, or one that tells nothing, adds nothing.
Result<void> addToSketches(Connection &connection, qint64 attempt, const Completion &completion);

/// Makes the sketches of these days anew from the attempts that started since pruning ended; those of
/// attempts whose rows may be gone stay.
Result<void> rebuildSketches(Connection &connection, const UsageState &state, UsageSpan days);

/// How many of these days' sketches, of attempts whose rows are all there, say something else than the rows.
Result<qint64> countWrongSketches(Connection &connection, const UsageState &state, UsageSpan days);

/// The sketches in three columns of a row, from `column` on.
LatencySketches readSketches(const Statement &row, int column);
/// See the columns of `usage_sketches`.
Result<void> writeSketches(Connection &connection, bool kept, qint64 day, qint64 group,
                           const LatencySketches &sketches);

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
