#pragma once

#include "core/base/result.h"
#include "core/insight/trafficline.h"

#include <QObject>
#include <QStringList>

#include <atomic>
#include <memory>

namespace core {

class LedgerWriter;

/// A line that is no request.
struct TrafficFault
{
    /// Without its folder.
    QString file;
    qint64 line = 0;
    /// One translated sentence without a beginning: `it names no "model"`.
    QString what;

    /// `traffic.jsonl, line 12: it names no "model".`
    QString toString() const;
    bool operator==(const TrafficFault &) const = default;
};

/// What came of an import of requests.
struct TrafficReport
{
    RequestCount count = {};
    /// The lines that were passed over, at most kMostFaults of them, and how many there were.
    QList<TrafficFault> faults = {};
    qint64 faultCount = 0;
    QList<ImportLoss> losses = {};
    /// New or known requests without a known cost, and those whose tokens are estimated.
    qint64 unpriced = 0;
    qint64 estimated = 0;
    /// It was stopped before its end; what is counted is in the ledger.
    bool cancelled = false;
};

constexpr qsizetype kMostFaults = 1'000;

/// Whether the file's first line is a request that TrafficImport reads. Any thread.
bool isTrafficFile(const QString &filePath);

/// Brings requests of other programs into the ledger, one a line of its files (JSON Lines), so that rules can
/// be tried on them: as calls with the source `import`, which are in no total. Every file is read to its end
/// first, so that wrong lines import nothing unless they are to be passed over. A request that is in the
/// ledger is not written again. Files are read on a worker; everything else happens on the thread that made
/// it. Emits finished() exactly once, unless it is destroyed before.
class TrafficImport : public QObject
{
    Q_OBJECT

public:
    TrafficImport(LedgerWriter &writer, const QStringList &files, const TrafficOptions &options,
                  QObject *parent = nullptr);
    ~TrafficImport() override;

    /// Passes over lines that are no requests, instead of importing nothing because of them. Before start().
    void setSkipFaults(bool skip) { m_skipFaults = skip; }
    void start();
    /// Ends as soon as what is under way is done. Idempotent.
    void cancel();

    /// The lines that are no requests, as far as they were read.
    const QList<TrafficFault> &faults() const { return m_report.faults; }

signals:
    /// `share` of the whole, from 0 to 1; requests read so far in this pass.
    void progressed(double share, qint64 requests);
    /// Errors: invalid_request names the file, the line and what is wrong with it, and how many more are.
    void finished(const core::Result<core::TrafficReport> &report);

private:
    class Pass;
    struct Batch;

    void next();
    void take(const Result<Batch> &batch);
    void note(const Batch &batch);
    void progress(const Batch &batch);
    void endPass();
    Error faultError() const;

    LedgerWriter &m_writer;
    const QStringList m_files;
    const TrafficOptions m_options;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    std::shared_ptr<Pass> m_pass;
    TrafficReport m_report;
    bool m_skipFaults = false;
    bool m_writing = false;
};

} // namespace core
