#pragma once

#include "core/reconcile/usageimport.h"

#include <QJsonArray>
#include <QJsonObject>

namespace app {

/// What else there is to say about a file: `one_page` and its sentence.
struct UsageRemark
{
    QString reason;
    QString sentence;
};

/// That the file is one page of several, where it says so.
QList<UsageRemark> remarksOnFile(const core::UsageExport &document);
/// That nothing here is called like the account that was named; `known` are the names that there are.
UsageRemark remarkOnAccount(const QString &account, const QStringList &known);

/// `{"format", "account", "file", "records", "new_requests", "new_sums", "since", "until", "total_usd",
/// "counted_usd", "without_cost", "replaced", "replaced_usd", "left_out": [{"reason", "why", "count"}],
/// "passed_over", "losses", "remarks": [{"reason", "why"}], "import"}`; `import` is null while nothing was
/// written, an amount when no row tells a cost.
QJsonObject usageImportToJson(const core::UsageImportPreview &preview, const QList<UsageRemark> &remarks,
                              qint64 import);
QString usageImportToText(const core::UsageImportPreview &preview, const QList<UsageRemark> &remarks,
                          qint64 import);

/// `[{"id", "done_at", "format", "file", "account", "records", "counted", "cost_usd"}]`
QJsonArray importsToJson(const QList<core::UsageImportRecord> &imports);
QString importsToText(const QList<core::UsageImportRecord> &imports);

/// `{"account", "first", "last", "flagged", "rows": [{"day", "model", "own", "provider", "percent",
/// "flagged", "cause", "sentence"}], "total": {"own", "provider"}, "remarks": [{"reason", "why"}]}`; a figure
/// that a side does not tell is null.
QJsonObject reconciliationToJson(const core::Reconciliation &result, const QString &account,
                                 const QList<UsageRemark> &remarks);
QString reconciliationToCsv(const core::Reconciliation &result);
QString reconciliationToText(const core::Reconciliation &result, const QList<UsageRemark> &remarks);

/// `other_programs`
QString gapCauseName(core::GapCause cause);

} // namespace app
