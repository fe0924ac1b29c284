#pragma once

#include "core/reconcile/usageimport.h"

#include <QJsonArray>
#include <QJsonObject>

namespace app {

/// `{"format", "account", "file", "records", "new_requests", "new_sums", "since", "until", "total_usd",
/// "counted_usd", "without_cost", "replaced", "replaced_usd", "left_out": [{"reason", "why", "count"}],
/// "passed_over", "losses", "import"}`; `import` is null while nothing was written, an amount when no row
/// tells a cost.
QJsonObject usageImportToJson(const core::UsageImportPreview &preview, qint64 import);
QString usageImportToText(const core::UsageImportPreview &preview, qint64 import);

/// `[{"id", "done_at", "format", "file", "account", "records", "counted", "cost_usd"}]`
QJsonArray importsToJson(const QList<core::UsageImportRecord> &imports);
QString importsToText(const QList<core::UsageImportRecord> &imports);

/// `{"account", "first", "last", "flagged", "rows": [{"day", "model", "own", "provider", "percent",
/// "flagged", "cause", "sentence"}], "total": {"own", "provider"}}`; a figure that a side does not tell is
/// null.
QJsonObject reconciliationToJson(const core::Reconciliation &result, const QString &account);
QString reconciliationToCsv(const core::Reconciliation &result);
QString reconciliationToText(const core::Reconciliation &result);

/// `other_programs`
QString gapCauseName(core::GapCause cause);

} // namespace app
