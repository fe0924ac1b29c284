#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <concepts>
#include <functional>
#include <optional>
#include <vector>

struct sqlite3_stmt;

namespace core {

class Connection;

/// A SELECT of a million rows on its connection's thread, read as SQLite has them: a Statement makes a
/// QVariant of each column of each row, asked for or not, which takes longer than finding the row.
/// Placeholders are named.
class BulkQuery
{
public:
    /// An error in `sql` is reported by each().
    BulkQuery(Connection &connection, const QString &sql);
    ~BulkQuery();
    BulkQuery(const BulkQuery &) = delete;
    BulkQuery &operator=(const BulkQuery &) = delete;

    BulkQuery &bind(const char *placeholder, const QString &value);
    BulkQuery &bind(const char *placeholder, std::integral auto value)
    {
        return bindInteger(placeholder, qint64(value));
    }

    /// Calls `row` for each row. Once: it is not run again.
    Result<void> each(const std::function<void(const BulkQuery &row)> &row);

    // Columns of the current row. NULL reads as '', 0 or false; the optional forms tell it apart.
    QString text(int column) const;
    /// Valid until the next row.
    QByteArrayView blob(int column) const;
    qint64 integer(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    std::optional<qint64> optionalInteger(int column) const;
    std::optional<double> optionalReal(int column) const;
    std::optional<Money> optionalMoney(int column) const;

private:
    BulkQuery &bindInteger(const char *placeholder, qint64 value);
    bool isNull(int column) const;
    Error failure(int status) const;

    Connection &m_connection;
    const QString m_sql;
    /// What is bound, which SQLite reads where it is.
    std::vector<QByteArray> m_texts;
    sqlite3_stmt *m_statement = nullptr;
    /// SQLite's code for the first thing that went wrong.
    int m_status = 0;
};

} // namespace core
