#pragma once

#include "core/base/clock.h"
#include "core/ledger/importwriting.h"
#include "core/ledger/records.h"
#include "core/ledger/requestimport.h"
#include "core/ledger/runimport.h"
#include "core/storage/database.h"

#include <QFuture>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace core {

/// Writes what leaves the machine into the ledger: before it leaves, while it answers, and when it is
/// settled. Owned by Application; main thread; everything is written in the order of the calls. Times come
/// from the Clock.
class LedgerWriter : public QObject
{
    Q_OBJECT

public:
    LedgerWriter(Database &database, const Clock &clock, QObject *parent = nullptr);

    /// Off: figures are kept, but no prompt, picture, answer or search text. Holds for what is written from
    /// now on.
    void setKeepTexts(bool keep) { m_keepTexts = keep; }
    bool keepsTexts() const { return m_keepTexts; }

    /// One transaction: the run, its lanes, a call and a first attempt (`queued`) for each, and its search
    /// row.
    QFuture<Result<RunIds>> beginRun(const RunDraft &draft);

    /// One transaction: a further lane at the end of a run, with a call and a first attempt (`queued`); task,
    /// tags and source are those of the run's other lanes. Errors: not_found.
    QFuture<Result<LaneIds>> addLane(qint64 run, const LaneDraft &lane);

    /// A further attempt of a call, or a new call of a lane with its first attempt. Errors: not_found.
    QFuture<Result<AttemptIds>> beginAttempt(const AttemptDraft &draft);

    /// `queued` becomes `running`, a little late and together with others; one that is settled by then never
    /// was, which spares a fast answer a write. What is journalled is marked first.
    void markRunning(qint64 attempt);

    /// Keeps the texts so far of an unsettled attempt, whole.
    void journal(qint64 attempt, const QString &text, const QString &reasoning);

    /// Exactly once: settling again is refused (storage, code `settled`). The outcome's status must be a
    /// settled one (invalid_request). When it was the run's last open attempt, the run's answers become
    /// searchable.
    QFuture<Result<void>> settle(qint64 attempt, const AttemptOutcome &outcome);

    // Many runs are changed in several transactions; an error ends that, and what is done stays. Runs that
    // are gone are passed over.

    /// Relabels every call of the runs.
    QFuture<Result<void>> setTask(const QList<qint64> &runs, const QString &task, TaskOrigin origin);
    /// Sets a tag on every call of the runs; a null value takes it away.
    QFuture<Result<void>> setTag(const QList<qint64> &runs, const QString &key, const QString &value);
    QFuture<Result<void>> setPinned(const QList<qint64> &runs, bool pinned);
    /// Texts, lanes and the runs go; their calls and attempts stay in every total, unless they were imported.
    QFuture<Result<void>> removeRuns(const QList<qint64> &runs);
    /// The same for one run. Errors: not_found.
    QFuture<Result<void>> removeRun(qint64 run);

    /// One transaction: adds the turns that the ledger does not have yet, their texts if setKeepTexts() says
    /// so.
    QFuture<Result<ImportCount>> importConversations(const QList<ImportedConversation> &conversations);
    /// Writes settled runs of a document, all or none; see importRuns(). What is there already is left alone.
    QFuture<Result<ImportOutcome>> importRuns(const QList<RunRecord> &runs);
    /// One transaction: adds the requests that the ledger does not have yet.
    QFuture<Result<RequestCount>> importRequests(const QList<ImportedRequest> &requests);

signals:
    void runStarted(qint64 run);
    /// `run` is 0 when the run has been removed meanwhile.
    void attemptSettled(qint64 run, qint64 attempt);
    /// The list of runs, or what it shows of them, changed.
    void runsChanged();
    /// A write nobody waits for failed.
    void writeFailed(const core::Error &error);

private:
    QFuture<Result<void>> editRuns(const QList<qint64> &runs,
                                   std::function<Result<void>(Connection &, const QList<qint64> &)> edit);
    void writeBehind(std::function<Result<void>(Connection &)> job);
    void writeRunning();

    Database &m_database;
    const Clock &m_clock;
    bool m_keepTexts = true;
    /// Attempts that run and are still `queued` in the ledger.
    QSet<qint64> m_running;
    QTimer m_runningTimer;
};

} // namespace core
