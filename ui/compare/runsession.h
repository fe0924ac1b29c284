#pragma once

#include "core/compare/comparison.h"
#include "ui/compare/comparecontext.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace ui {

/// What a run has cost so far.
struct RunSpend
{
    core::Money known;
    /// Attempts that may have cost something unknown: with any, `known` is a lower bound.
    qint64 unpriced = 0;
};

/// The run that is under way or was last sent here. An earlier run that is left is stopped and kept until the
/// ledger has it. Owned by ComparePage; main thread.
class RunSession : public QObject
{
    Q_OBJECT

public:
    explicit RunSession(const CompareContext &context, QObject *parent = nullptr);
    ~RunSession() override;

    /// Makes the run and leaves the one before. It is to be shown, then begin() sends it.
    core::Result<core::Comparison *> prepare(const core::CompareRequest &request);
    void begin();
    /// Counts a lane that was added to the run.
    void count(core::Lane *lane) { countPast(lane); }
    /// Stops what still runs and forgets the run.
    void leave();

    core::Comparison *run() const { return m_run.get(); }
    /// All calls of the run, retries by the user included.
    RunSpend spend() const;

signals:
    void started(qint64 runId);
    /// Nothing was sent; the run is forgotten.
    void rejected(const core::Error &error);
    void finished();
    void ledgerFailed(const core::Error &error);

private:
    void countPast(core::Lane *lane);
    void release(core::Comparison *run);

    const CompareContext m_context;
    std::unique_ptr<core::Comparison> m_run;
    /// Costs of calls that a retry or a swap has put in the past.
    RunSpend m_past;
    QHash<core::Lane *, core::LaneState> m_settled;
};

/// Adds what one call cost; one that never got an answer costs nothing that is known of.
void addCost(RunSpend &spend, const core::LaneState &lane);

} // namespace ui
