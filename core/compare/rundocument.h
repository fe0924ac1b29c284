#pragma once

#include "core/base/result.h"
#include "core/ledger/records.h"

#include <QStringList>

namespace core {

/// The runs of a JSON document.
struct RunDocument
{
    QList<RunRecord> runs = {};
    /// What the document says beyond what is kept, by path: `lanes[0].score`.
    QStringList unknown = {};
};

/// Reads what runToExportJson() or `compare --json` wrote: one run, a list of runs, or an object with `runs`.
/// Errors (invalid_request) name the place: text that is no JSON, a member of another type, a negative count,
/// a document without runs. What still ran when the document was written is read as interrupted. A run
/// without `at` is dated to `nowMs`.
Result<RunDocument> readRunDocument(const QByteArray &json, qint64 nowMs);

} // namespace core
