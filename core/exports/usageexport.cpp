#include "core/exports/usageexport.h"

#include "core/exports/attemptscsv.h"
#include "core/exports/attemptsjsonl.h"
#include "core/exports/focuscsv.h"
#include "core/storage/outputfile.h"
#include "core/storage/storageerror.h"

#include <QPromise>
#include <QThreadPool>

#include <limits>
#include <memory>

namespace core {

namespace {

using ExportPromise = QPromise<Result<UsageExportSummary>>;
using ExportWork = std::function<Result<UsageExportSummary>(Connection &, const ExportProgress &)>;

QByteArray exportHead(UsageExportFormat format)
{
    switch (format) {
    case UsageExportFormat::Csv:
        return attemptsCsvHead().toUtf8();
    case UsageExportFormat::Focus:
        return focusCsvHead().toUtf8();
    case UsageExportFormat::JsonLines:
        break;
    }
    return {};
}

QByteArray exportRecord(UsageExportFormat format, const ExportedAttempt &exported)
{
    switch (format) {
    case UsageExportFormat::Csv:
        return attemptsCsvRecord(exported).toUtf8();
    case UsageExportFormat::Focus:
        return focusCsvRecord(exported).toUtf8();
    case UsageExportFormat::JsonLines:
        break;
    }
    return attemptsJsonLine(exported);
}

Error exportStopped()
{
    return storageError(QStringLiteral("The export was stopped"), QStringLiteral("stopped"));
}

QByteArray writtenPage(UsageExportFormat format, const QList<ExportedAttempt> &page,
                       UsageExportSummary &summary)
{
    QByteArray lines;
    for (const ExportedAttempt &exported : page) {
        const QByteArray record = exportRecord(format, exported);
        ++summary.attempts;
        summary.withoutCharge += record.isEmpty() ? 1 : 0;
        summary.unpriced += exported.unpriced ? 1 : 0;
        summary.cost += exported.attempt.cost.amount.value_or(Money());
        lines += record;
    }
    summary.bytes += lines.size();
    return lines;
}

int progressOf(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

/// Runs the work on a thread of the pool with a connection of its own.
QFuture<Result<UsageExportSummary>> exportOnThread(const QString &ledgerFile, const ExportWork &work)
{
    const auto promise = std::make_shared<ExportPromise>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, ledgerFile, work] {
        const Result<std::unique_ptr<Connection>> connection =
            Connection::open(ledgerFile, Connection::Mode::ReadOnly);
        if (!connection) {
            promise->addResult(Result<UsageExportSummary>(connection.error()));
            promise->finish();
            return;
        }
        (*connection)->stopWhen([promise] { return promise->isCanceled(); });
        const Result<UsageExportSummary> done = work(**connection, [promise](qint64 written, qint64 all) {
            const int end = progressOf(std::max(written, all));
            if (promise->future().progressMaximum() != end)
                promise->setProgressRange(0, end);
            promise->setProgressValue(progressOf(written));
            return !promise->isCanceled();
        });
        promise->addResult(done);
        promise->finish();
    });
    return promise->future();
}

Error notWritten(const QString &target, const Error &why)
{
    return storageError(QStringLiteral("%1 could not be written: %2").arg(target, why.message));
}

Result<UsageExportSummary> writeFile(Connection &connection, const UsageExportRequest &request,
                                     const QString &target, const ExportProgress &progress)
{
    OutputFile file(target);
    if (const Result<void> opened = file.open(); !opened)
        return notWritten(target, opened.error());
    const ExportSink sink = [&file, &target](const QByteArray &lines) -> Result<void> {
        const Result<void> written = file.write(lines);
        return written ? written : notWritten(target, written.error());
    };
    const Result<UsageExportSummary> written = writeUsageExport(connection, request, sink, progress);
    if (!written)
        return written;
    if (const Result<void> committed = file.commit(); !committed)
        return notWritten(target, committed.error());
    return written;
}

} // namespace

QString usageExportFormatName(UsageExportFormat format)
{
    switch (format) {
    case UsageExportFormat::JsonLines:
        return QStringLiteral("jsonl");
    case UsageExportFormat::Focus:
        return QStringLiteral("focus");
    case UsageExportFormat::Csv:
        break;
    }
    return QStringLiteral("csv");
}

std::optional<UsageExportFormat> usageExportFormatFromName(QStringView name)
{
    for (const UsageExportFormat format :
         {UsageExportFormat::Csv, UsageExportFormat::JsonLines, UsageExportFormat::Focus}) {
        if (name == usageExportFormatName(format))
            return format;
    }
    return std::nullopt;
}

QString usageExportSuffix(UsageExportFormat format)
{
    return format == UsageExportFormat::JsonLines ? QStringLiteral("jsonl") : QStringLiteral("csv");
}

Result<UsageExportSummary> writeUsageExport(Connection &connection, const UsageExportRequest &request,
                                            const ExportSink &sink, const ExportProgress &progress)
{
    AttemptPages pages(connection, request.filter, request.format == UsageExportFormat::JsonLines);
    const Result<qint64> all = pages.begin();
    if (!all)
        return progress(0, 0) ? all.error() : exportStopped();
    UsageExportSummary summary;
    const QByteArray head = exportHead(request.format);
    summary.bytes = head.size();
    if (const Result<void> written = sink(head); !written)
        return written.error();
    while (progress(summary.attempts, *all)) {
        const Result<QList<ExportedAttempt>> page = pages.next();
        if (!page)
            return progress(summary.attempts, *all) ? page.error() : exportStopped();
        if (page->isEmpty())
            return summary;
        if (const Result<void> written = sink(writtenPage(request.format, *page, summary)); !written)
            return written.error();
    }
    return exportStopped();
}

QFuture<Result<UsageExportSummary>> exportUsage(const QString &ledgerFile, const UsageExportRequest &request,
                                                const ExportSink &sink)
{
    return exportOnThread(ledgerFile,
                          [request, sink](Connection &connection, const ExportProgress &progress) {
                              return writeUsageExport(connection, request, sink, progress);
                          });
}

QFuture<Result<UsageExportSummary>>
exportUsageToFile(const QString &ledgerFile, const UsageExportRequest &request, const QString &target)
{
    return exportOnThread(ledgerFile,
                          [request, target](Connection &connection, const ExportProgress &progress) {
                              return writeFile(connection, request, target, progress);
                          });
}

} // namespace core
