#pragma once

#include "core/base/result.h"
#include "core/catalog/pricesnapshot.h"
#include "core/savings/whatifresult.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace core {

class Database;
class TargetBook;

/// Which calls, and what instead.
struct WhatIfRequest
{
    TimeRange range = {};
    bool includeSimulated = false;
    /// Unset: for each task the cheapest that passed the votes.
    std::optional<TargetName> target = {};
    VoteStandard standard = {};
};

/// What targets cost and hold. The book is asked on the thread of whoever started it.
struct WhatIfSources
{
    PriceSnapshot prices;
    QList<Account> accounts;
    const TargetBook &book;
};

struct WhatIfPlan;
class WhatIfTally;

/// Prices the calls of a period, with the tokens they had, at another target's prices of the moments when
/// they were sent; imported answers are no calls of one's own. All attempts of a call count before, one of
/// the other target after. It reads on workers with connections of their own. Owned by whoever asked; main
/// thread. Destroying it stops it silently.
class WhatIf : public QObject
{
    Q_OBJECT

public:
    /// The sources' book must outlive this.
    WhatIf(Database &database, const WhatIfRequest &request, const WhatIfSources &sources,
           QObject *parent = nullptr);
    ~WhatIf() override;

    /// Once; ends with finished().
    void start();
    /// Ends it with what was looked at so far, `cancelled` set. Idempotent.
    void cancel();

    const WhatIfRequest &request() const { return m_request; }

signals:
    /// 0 to 1.
    void progressed(double share);
    /// Exactly once. Errors: storage.
    void finished(const core::Result<core::WhatIfResult> &result);

private:
    void begin(const std::shared_ptr<WhatIfPlan> &plan);
    void scanNext();
    void note(const Result<std::shared_ptr<const WhatIfTally>> &part);
    void conclude();
    void end(const Result<WhatIfResult> &result);

    const QString m_filePath;
    const WhatIfRequest m_request;
    const WhatIfSources m_sources;
    const std::shared_ptr<std::atomic_bool> m_cancelled;
    std::shared_ptr<const WhatIfPlan> m_plan;
    std::unique_ptr<WhatIfTally> m_tally;
    std::optional<Error> m_error;
    qsizetype m_next = 0;
    qsizetype m_done = 0;
    int m_open = 0;
    bool m_started = false;
    bool m_finished = false;
};

} // namespace core
