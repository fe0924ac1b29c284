#pragma once

#include "core/spending/anomalies.h"
#include "core/spending/changesplit.h"
#include "core/spending/errorsview.h"
#include "core/spending/forecast.h"
#include "core/spending/latencyview.h"
#include "core/storage/database.h"

#include <QFuture>

namespace core {

class Clock;

/// Questions about the why and the what next of spending, each answered on the reader thread from one state
/// of the ledger. Owned by Application; main thread.
class SpendingReader
{
public:
    /// Tells the prices as they are when a question is asked.
    using WeightsNow = std::function<TokenWeights()>;

    SpendingReader(Database &database, const Clock &clock, WeightsNow weights = {});

    QFuture<Result<CostChange>> change(const ChangeQuery &query) const;
    /// Of the present month.
    QFuture<Result<MonthForecast>> forecast(const QTimeZone &zone, bool includeSimulated) const;
    QFuture<Result<QList<SpendAnomaly>>> anomalies(const AnomalyQuery &query) const;
    QFuture<Result<LatencyView>> latency(const LatencyViewQuery &query) const;
    QFuture<Result<ErrorsView>> errors(const ErrorsQuery &query) const;

    qint64 nowMs() const;

private:
    Database &m_database;
    const Clock &m_clock;
    const WeightsNow m_weights;
};

} // namespace core
