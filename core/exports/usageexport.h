#pragma once

#include "core/exports/attemptpages.h"

#include <QFuture>

#include <functional>

namespace core {

/// What all attempts are written as: every column as CSV, a JSON object a line with OpenTelemetry's names, or
/// charges with the names of FOCUS.
enum class UsageExportFormat { Csv, JsonLines, Focus };

/// `csv`, `jsonl` or `focus`.
QString usageExportFormatName(UsageExportFormat format);
std::optional<UsageExportFormat> usageExportFormatFromName(QStringView name);
/// What a file of it is called at the end, without the dot.
QString usageExportSuffix(UsageExportFormat format);

struct UsageExportRequest
{
    UsageExportFormat format = UsageExportFormat::Csv;
    /// Which attempts; imported answers are no part of any export, as of no total.
    AttemptFilter filter = {};
};

/// What was written.
struct UsageExportSummary
{
    /// Attempts, and those of them without a record because nothing was charged (FOCUS only).
    qint64 attempts = 0;
    qint64 withoutCharge = 0;
    /// Attempts that may have cost something unknown: their cells of costs are empty.
    qint64 unpriced = 0;
    /// What is known, in US dollars.
    Money cost = {};
    qint64 bytes = 0;

    bool operator==(const UsageExportSummary &) const = default;
};

/// Takes UTF-8 in pieces of whole lines; an error ends the export.
using ExportSink = std::function<Result<void>(const QByteArray &lines)>;
/// Told after each piece; false stops the export.
using ExportProgress = std::function<bool(qint64 done, qint64 all)>;

/// Writes a request's attempts, oldest first, with the memory of some thousand rows. Neither prompts, answers
/// nor the words of errors are in it. Stopped: an error with the code `stopped`.
Result<UsageExportSummary> writeUsageExport(Connection &connection, const UsageExportRequest &request,
                                            const ExportSink &sink, const ExportProgress &progress);

/// The same on a thread and a connection of its own, so that no question of the window waits for it. The
/// future tells attempts as its progress; cancelled, it ends without a result. `sink` is called on that
/// thread.
QFuture<Result<UsageExportSummary>> exportUsage(const QString &ledgerFile, const UsageExportRequest &request,
                                                const ExportSink &sink);
/// Into an OutputFile: the content of a regular file stays unless everything was written.
QFuture<Result<UsageExportSummary>>
exportUsageToFile(const QString &ledgerFile, const UsageExportRequest &request, const QString &target);

} // namespace core
