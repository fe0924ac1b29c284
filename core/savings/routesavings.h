#pragma once

#include "core/routing/router.h"
#include "core/savings/routesavingsresult.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace core {

class Database;
class RouteSavingsTally;
struct RouteSavingsPlan;

/// Looks at the calls that the active version of each rule set decided since its activation and decides them
/// again by the version before: what was spent against what that would have cost, as a Backtest reckons it.
/// It reads on workers with connections of their own. Owned by whoever asked; main thread. Destroying it
/// stops it silently.
class RouteSavings : public QObject
{
    Q_OBJECT

public:
    /// `book` and `others` (the active rules of other sets) are asked on this thread after start(); they must
    /// outlive this.
    RouteSavings(Database &database, const TimeRange &range, bool includeSimulated, const TargetBook &book,
                 const Router::Lookup &others = {}, QObject *parent = nullptr);
    ~RouteSavings() override;

    /// Once; ends with finished().
    void start();
    /// Ends it with what was looked at so far, `cancelled` set. Idempotent.
    void cancel();

signals:
    /// 0 to 1.
    void progressed(double share);
    /// Exactly once. Errors: storage.
    void finished(const core::Result<core::RouteSavingsResult> &result);

private:
    void begin(const std::shared_ptr<RouteSavingsPlan> &plan);
    void scanNext();
    void note(const Result<std::shared_ptr<const RouteSavingsTally>> &part);
    void conclude();
    void end(const Result<RouteSavingsResult> &result);

    const QString m_filePath;
    const TimeRange m_range;
    const bool m_includeSimulated;
    const TargetBook &m_book;
    const Router::Lookup m_others;
    const std::shared_ptr<std::atomic_bool> m_cancelled;
    std::shared_ptr<const RouteSavingsPlan> m_plan;
    QList<std::shared_ptr<const RouteSavingsTally>> m_parts;
    std::optional<Error> m_error;
    qsizetype m_next = 0;
    int m_open = 0;
    bool m_started = false;
    bool m_finished = false;
};

} // namespace core
