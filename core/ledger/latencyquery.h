#pragma once

#include "core/ledger/latencysketches.h"
#include "core/ledger/usagequery.h"

namespace core {

/// Values that a percentile needs.
constexpr int kFewestLatencySamples = 20;

/// Nearest ranks; unset below kFewestLatencySamples.
struct LatencyQuantiles
{
    int samples = 0;
    std::optional<double> p50 = {};
    std::optional<double> p90 = {};
    std::optional<double> p95 = {};
    std::optional<double> p99 = {};
};

LatencyQuantiles quantilesOf(const ValueSketch &sketch);

/// How soon a model at an account answers: time to the first token (text or reasoning) in milliseconds since
/// dispatch, of whole answers the time of all, and their tokens a second.
struct LatencyRow
{
    QString account;
    QString model;
    /// Of the time to the first token.
    int samples = 0;
    std::optional<double> p50 = {};
    std::optional<double> p95 = {};
    std::optional<double> p90 = {};
    std::optional<double> p99 = {};
    LatencyQuantiles totalMs = {};
    LatencyQuantiles rate = {};
};

struct LatencyReport
{
    /// By account and model; those alone that have a first token.
    QList<LatencyRow> rows;
    /// Of all together; the names are empty.
    LatencyRow total;
    /// Whether the figures are those of rows; else of sketches, whose error is at most kSketchError.
    bool exact = true;
    /// The distributions of all together.
    LatencySketches sketches;
};

/// `by` is ignored. Up to some 20,000 attempts, in a period of up to some 50,000, are read from their rows;
/// more of them, and those whose rows were pruned, from the sketches of days, which know the filters account,
/// model and vendor, with these the task, or rule and source, or tags. With other filters always from rows.
Result<LatencyReport> latencyReport(Connection &connection, const UsageQuery &query);

} // namespace core
