#pragma once

#include "core/ledger/records.h"

#include <QJsonObject>

namespace core {

enum class ExportFormat { Markdown, Html, Csv, Json };

/// `markdown`, `html`, `csv` or `json`; nothing for another name.
std::optional<ExportFormat> exportFormatFromName(QStringView name);

/// The suffix of its files, without a dot.
QString exportSuffix(ExportFormat format);

/// A run, the turns of a conversation in order, or several runs as one document. CSV has one record a lane;
/// JSON is runToExportJson() of the run, or `{"runs": [...]}` of several.
QByteArray exportRuns(const QList<RunRecord> &runs, ExportFormat format);

/// `run-12.md`, `conversation-9.html`: a name to propose. Several runs are named after the first.
QString exportFileName(const QList<RunRecord> &runs, ExportFormat format);

/// runToJson() with what an import needs: `at`, `source`, `task_origin`, `tags`, `images`, `turn`, and in
/// each lane `lane_id`, `parent_lane`, `vendor` and `parameters`.
QJsonObject runToExportJson(const RunRecord &run);

} // namespace core
