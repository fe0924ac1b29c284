#pragma once

#include "core/ledger/latencyquery.h"
#include "core/ledger/reportperiod.h"

#include <QDate>

namespace core {

/// How fast answers were on one local day; quantiles are unset below kFewestLatencySamples.
struct LatencyDay
{
    QDate day = {};
    LatencyQuantiles firstMs = {};
    LatencyQuantiles totalMs = {};
    /// Tokens a second.
    LatencyQuantiles rate = {};
};

/// The attempts that started within a span of time and whose first token came within a span of milliseconds.
struct LatencyCell
{
    /// Milliseconds UTC.
    qint64 fromMs = 0;
    qint64 toMs = 0;
    /// Both 0: without a first token.
    double low = 0.0;
    double high = 0.0;
    qint64 answers = 0;
    qint64 errors = 0;

    bool operator==(const LatencyCell &) const = default;
};

constexpr int kLatencyColumns = 80;
/// One of them for attempts without a first token.
constexpr int kLatencyRows = 25;
constexpr int kMostLatencyCells = kLatencyColumns * kLatencyRows;

/// Everything of a latency view, from one state of the ledger.
struct LatencyView
{
    /// Those with values, in order.
    QList<LatencyDay> days;
    /// Of the whole period. Each value is told with a relative error of at most kSketchError.
    LatencySketches sketches;
    QList<LatencyCell> cells;
    /// The period as far as the ledger has something in it.
    TimeRange range;
    /// Whether the cells are made of rows. Else they are made of sketches: the errors are those without a
    /// first token and with one alike, all shown as without.
    bool exactCells = true;
};

struct LatencyViewQuery
{
    TimeRange range = {};
    QTimeZone zone = QTimeZone::utc();
    bool includeSimulated = false;
};

Result<LatencyView> latencyView(Connection &connection, const LatencyViewQuery &query);

/// The bins of a sketch, neighbours put together so that there are at most `most`, of equal width on a
/// logarithmic scale; empty ones between others too.
QList<ValueSketch::Bin> histogramBins(const ValueSketch &sketch, int most);

} // namespace core
