#pragma once

#include "core/ledger/records.h"
#include "core/ledger/usagequery.h"

#include <QStringList>

#include <functional>

namespace core {

/// The text with an apostrophe before it when a spreadsheet would take it for a formula
/// (https://owasp.org/www-community/attacks/CSV_Injection).
QString guardedCell(QString text);

/// One cell as RFC 4180 wants it (https://www.rfc-editor.org/rfc/rfc4180); text that a spreadsheet would take
/// for a formula is guarded.
QString csvCell(QString text);

/// One record with its CRLF, every cell through csvCell().
QString csvRecord(const QStringList &cells);

/// Null, never 0, when every attempt that should have a cost has none.
std::optional<Money> knownCost(const UsageFigures &figures);

/// Columns of a report beside its own.
struct UsageCsvColumns
{
    QStringList head = {};
    std::function<QStringList(const UsageRow &row)> cells = {};
};

/// The names of the columns that every report has after its dimensions.
QStringList usageCsvFigures();

/// The rows of a report: its dimensions, then calls, attempts, errors, tokens and cost_usd as an exact
/// decimal (empty when unknown) and unpriced_attempts, then what is added.
QString usageToCsv(const UsageReport &report, const UsageCsvColumns &added = {});

/// One record an attempt, in the names and units of v_attempts.
QString attemptsToCsv(const QList<AttemptRecord> &attempts);

} // namespace core
