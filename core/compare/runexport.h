#pragma once

#include "core/ledger/records.h"

namespace core {

enum class ExportFormat { Markdown, Html, Csv, Json };

/// The suffix of its files, without a dot.
QString exportSuffix(ExportFormat format);

/// One run or several as one document. CSV has one record a lane; JSON is the public document of the run, or
/// `{"runs": [...]}` for several.
QByteArray exportRuns(const QList<RunRecord> &runs, ExportFormat format);

/// `run-12.md`, `conversation-9.html`: a name to propose. Several runs are named after the first.
QString exportFileName(const QList<RunRecord> &runs, ExportFormat format);

} // namespace core
