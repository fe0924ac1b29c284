#pragma once

#include "core/insight/backtestresult.h"
#include "core/routing/router.h"
#include "core/storage/database.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace core {

/// Which past calls are decided again. The cases of prompt sets and the calls of judge models never are.
struct BacktestOptions
{
    std::optional<qint64> sinceMs = {};
    /// Exclusive.
    std::optional<qint64> untilMs = {};
    /// Calls that a rule set decided.
    bool routed = true;
    /// Calls of other programs, and those of an import that got one answer.
    bool gateway = true;
    bool imported = true;
    /// Any other run too, once each: with the answer that won the vote as what it was, else that of
    /// `baseline`, else the first one.
    bool compareRuns = false;
    std::optional<TargetName> baseline = {};
    bool includeSimulated = false;
    /// Only calls up to this one, to look at the same calls twice; 0: all.
    qint64 lastCall = 0;
};

/// The rules to try. Version 0 is a draft.
struct BacktestRequest
{
    RuleSet rules;
    int version = 0;
    BacktestOptions options = {};
};

class BacktestJob;

/// Decides the calls of a period again by other rules, without any request: which would go elsewhere, and
/// what that would change. It reads on workers with connections of their own, so that no page waits for it.
/// Owned by whoever asked; main thread. Destroying it stops it silently.
///
/// The past is not known in all things. The health of a target counts as good. A call's texts may not be
/// kept: what depends on them is undecidable. What the new target would have cost is its price today for the
/// call's own tokens.
class Backtest : public QObject
{
    Q_OBJECT

public:
    /// `book` and `others` (the active rules of other sets) are asked on this thread after start(); they must
    /// outlive this.
    Backtest(Database &database, const BacktestRequest &request, const TargetBook &book,
             const Router::Lookup &others = {}, QObject *parent = nullptr);
    ~Backtest() override;

    /// Once; ends with finished().
    void start();
    /// Ends it with what was looked at so far, `cancelled` set.
    void cancel();

    const BacktestRequest &request() const { return m_request; }

signals:
    /// 0 to 1, at most ten times a second.
    void progressed(double share);
    /// Exactly once. Errors: storage.
    void finished(const core::Result<core::BacktestResult> &result);

private:
    void run(const QStringList &tasks);
    void conclude(const Result<BacktestResult> &result);

    Database &m_database;
    const BacktestRequest m_request;
    const TargetBook &m_book;
    const Router::Lookup m_others;
    std::shared_ptr<BacktestJob> m_job;
    QTimer m_progress;
    bool m_finished = false;
};

} // namespace core
