#pragma once

#include "core/base/result.h"
#include "core/imports/importlosses.h"
#include "core/ledger/importwriting.h"

#include <QFuture>
#include <QObject>
#include <QStringList>

#include <atomic>
#include <memory>

namespace core {

class LedgerWriter;

/// What came of an import.
struct ImportReport
{
    ImportCount count;
    QList<ImportLoss> losses;
    /// It was stopped before its end; what is counted is in the ledger.
    bool cancelled = false;
};

/// Brings conversations of other programs, and runs this one exported, into the ledger. Every file is read to
/// its end first, so that a broken one imports nothing; then they are read again and written, some
/// conversations at once. Memory is bounded by the longest conversation or the largest document of runs.
/// Files are read on a worker thread; everything else happens on the thread that made it. Emits `finished`
/// exactly once, unless it is destroyed before.
class ConversationImport : public QObject
{
    Q_OBJECT

public:
    ConversationImport(LedgerWriter &writer, const QStringList &files, QObject *parent = nullptr);
    ~ConversationImport() override;

    void start();
    /// Ends as soon as what is under way is done. Idempotent.
    void cancel();

signals:
    /// `share` of the whole, from 0 to 1; conversations read so far in this pass.
    void progressed(double share, int conversations);
    void finished(const core::Result<core::ImportReport> &report);

private:
    class Pass;
    struct Batch;

    void next();
    void take(const Result<Batch> &batch);
    void write(const Batch &batch);
    void writeRuns(const Batch &batch);
    void progress(const Batch &batch);
    void endPass();

    LedgerWriter &m_writer;
    const QStringList m_files;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    std::shared_ptr<Pass> m_pass;
    bool m_writing = false;
    ImportReport m_report;
};

} // namespace core
