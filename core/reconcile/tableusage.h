#pragma once

#include "core/reconcile/usagerecord.h"

namespace core {

class UsageTable;

/// The first line of a table and some rows, to choose columns by.
struct TablePreview
{
    QStringList columns = {};
    QList<QStringList> rows = {};
    /// What the names of the columns suggest.
    ColumnMap guess = {};
};

/// Which columns hold what by their usual names: `date` is the day, `prompt_tokens` the input.
ColumnMap guessColumns(const QStringList &columns);

/// Errors: invalid_request where the text is no table.
Result<TablePreview> previewTable(const QString &text, int rows = 5);

/// The `code` of the error of a mapping that lacks a column.
inline const QString kColumnsMissing = QStringLiteral("columns_missing");

/// Whether a mapping is enough to read by: a day or a time, and tokens or a cost; every column must be one of
/// the table's. The error says what is missing, by which names it was looked for and what there is instead;
/// its code is then kColumnsMissing.
Result<void> checkColumns(const ColumnMap &map, const QStringList &columns);

/// `input=Tokens in,day=Date` as the command line has it. The error names what is wrong.
Result<ColumnMap> parseColumnMap(const QString &text);

/// Reads the rows by a mapping that checkColumns() accepts. With `time` a row is one request unless it says
/// how many it counts; with `day` it is the sum of a day (UTC).
Result<UsageExport> readTableUsage(UsageTable &table, const ColumnMap &map);

} // namespace core
