#pragma once

#include "core/base/csvreader.h"
#include "core/base/money.h"
#include "core/imports/importlosses.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace core {

/// The rows of a table whose first line names its columns; case and blanks around names do not matter. Holds
/// a view: the text must outlive it. Errors are InvalidRequest and name line and column.
class UsageTable
{
public:
    explicit UsageTable(const QString &text);

    /// Reads the first line. Once, before anything else.
    Result<void> readHead();
    /// The columns as the file names them.
    QStringList columns() const { return m_columns; }
    bool has(const QString &column) const { return m_places.contains(column.toLower()); }

    /// Goes to the next row that is not empty; false at the end. A row that lacks fields, or has more of them
    /// than columns, is an error.
    Result<bool> next();
    /// A field of the row without blanks around it; empty where the table has no such column.
    QString text(const QString &column) const;
    /// Unset for an empty field.
    Result<std::optional<qint64>> count(const QString &column) const;
    Result<std::optional<Money>> money(const QString &column) const;
    /// Milliseconds UTC; an empty field is an error.
    Result<qint64> moment(const QString &column) const;

    /// `Line 12, column 34: what`, at the field.
    Error wrong(const QString &column, const QString &what) const;
    /// Adds what the row says in columns that are not `known` (lower case): neither nothing nor 0.
    void addUnknown(const QSet<QString> &known, ImportLosses &losses) const;
    qint64 emptyRows() const { return m_emptyRows; }

private:
    qsizetype placeOf(const QString &column) const { return m_places.value(column.toLower(), -1); }

    CsvReader m_reader;
    /// Whether the text ends with a line end; without one its last row may be half of a row.
    bool m_endsLine;
    QStringList m_columns;
    /// How many fields a row needs: all up to the last column with a name.
    qsizetype m_named = 0;
    QHash<QString, qsizetype> m_places;
    CsvRecord m_row;
    qint64 m_emptyRows = 0;
};

} // namespace core
