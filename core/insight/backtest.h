#pragma once

#include "core/insight/backtestresult.h"
#include "core/routing/router.h"
#include "core/storage/database.h"

#include <QObject>

#include <atomic>
#include <map>
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
    /// Of those only the ones of this version of a set; empty: of all.
    QString ruleSet = {};
    int ruleSetVersion = 0;
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

struct BacktestBounds;
struct BacktestPlan;
class BacktestTally;

/// Decides the calls of a period again by other rules, without any request: which would go elsewhere, and
/// what that would change. It reads on workers with connections of their own, so that no page waits for it.
/// Owned by whoever asked; main thread. Destroying it stops it silently.
///
/// The past is not known in all things. Targets count as well: without errors and not left alone; of their
/// delays the usual ones hold, and without any what depends on them is undecidable. A call's texts may not be
/// kept: what depends on them is undecidable too. What the new target would have cost is its price today for
/// the call's own tokens.
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
    /// Ends it with what was looked at so far, `cancelled` set. Idempotent.
    void cancel();

    const BacktestRequest &request() const { return m_request; }

signals:
    /// 0 to 1.
    void progressed(double share);
    /// Exactly once. Errors: storage.
    void finished(const core::Result<core::BacktestResult> &result);

private:
    using Part = std::shared_ptr<const BacktestTally>;

    void begin(const BacktestBounds &bounds);
    void scanNext();
    void note(qint64 after, const Result<Part> &part);
    void conclude();
    void end(const Result<BacktestResult> &result);

    const QString m_filePath;
    const BacktestRequest m_request;
    const TargetBook &m_book;
    const Router::Lookup m_others;
    const std::shared_ptr<std::atomic_bool> m_cancelled;
    std::shared_ptr<const BacktestPlan> m_plan;
    /// By the id before the first of them.
    std::map<qint64, Part> m_parts;
    std::optional<Error> m_error;
    qint64 m_first = 0;
    qint64 m_next = 0;
    qint64 m_last = 0;
    int m_open = 0;
    bool m_started = false;
    bool m_finished = false;
};

} // namespace core
