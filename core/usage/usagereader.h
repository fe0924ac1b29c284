#pragma once

#include "core/ledger/attemptpage.h"
#include "core/storage/database.h"
#include "core/usage/explore.h"
#include "core/usage/metricsreport.h"
#include "core/usage/usagekpis.h"

#include <QFuture>

namespace core {

/// The questions of the usage page, each answered on the reader thread from one state of the file. Owned by
/// Application; any thread.
class UsageReader
{
public:
    explicit UsageReader(Database &database);

    /// Errors: invalid_request for a dimension that does not exist or a count that is out of range.
    QFuture<Result<ExploreResult>> explore(const ExploreQuery &query) const;
    QFuture<Result<UsageKpis>> kpis(const KpiQuery &query) const;
    /// Errors: invalid_request for an unknown dimension.
    QFuture<Result<MetricsReport>> metrics(const MetricsQuery &query) const;
    /// See attemptPage(). `filter.limit` and `filter.offset` are ignored.
    QFuture<Result<AttemptPage>> attempts(const AttemptFilter &filter, const std::optional<AttemptKey> &after,
                                          int count) const;
    /// See attemptFigures().
    QFuture<Result<AttemptSum>> sum(const AttemptFilter &filter) const;

private:
    Database &m_database;
};

} // namespace core
