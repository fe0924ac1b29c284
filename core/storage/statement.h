#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <QSqlQuery>
#include <QString>

#include <concepts>
#include <functional>
#include <optional>

namespace core {

class Connection;

/// One SQL statement on its connection's thread: bind named placeholders, run, read columns by index. Binding
/// knows the two traps of SQLite and Qt: a null QString means '' and not NULL, and text is bound as text,
/// which STRICT tables insist on. NULL is an empty optional. Every placeholder has to be bound before each
/// run.
class Statement
{
public:
    /// An error in `sql` is reported by whatever runs the statement.
    Statement(Connection &connection, const QString &sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(const char *placeholder, const QString &value);
    Statement &bind(const char *placeholder, QLatin1StringView value);
    /// `utf8` is text, such as a JSON document.
    Statement &bindUtf8(const char *placeholder, const QByteArray &utf8);
    /// Bytes, for a BLOB column; null ones are empty.
    Statement &bindBlob(const char *placeholder, const QByteArray &bytes);
    Statement &bind(const char *placeholder, double value);
    Statement &bind(const char *placeholder, Money value);
    Statement &bind(const char *placeholder, std::nullopt_t);
    Statement &bind(const char *placeholder, std::integral auto value)
    {
        return bindInteger(placeholder, qint64(value));
    }

    template <typename T>
    Statement &bind(const char *placeholder, const std::optional<T> &value)
    {
        return value ? bind(placeholder, *value) : bind(placeholder, std::nullopt);
    }

    /// Runs a statement that yields no rows. It may be bound and run again.
    Result<void> run();
    /// Runs an INSERT and tells the new row's id.
    Result<qint64> insert();
    /// Runs an UPDATE or DELETE and tells how many rows it changed.
    Result<int> change();
    /// Runs a query and calls `row` for each of its rows.
    Result<void> each(const std::function<void(const Statement &row)> &row);
    /// Runs a query of at most one row; false when there was none.
    Result<bool> first(const std::function<void(const Statement &row)> &row);

    // Columns of the current row. NULL reads as '', 0 or false; the optional forms tell it apart.
    QString text(int column) const;
    QByteArray utf8(int column) const;
    QByteArray blob(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    std::optional<QString> optionalText(int column) const;
    std::optional<qint64> optionalInteger(int column) const;
    std::optional<double> optionalReal(int column) const;
    std::optional<Money> optionalMoney(int column) const;

private:
    Statement &bindInteger(const char *placeholder, qint64 value);
    Error failure() const;

    bool exec();

    Connection &m_connection;
    const QString m_sql;
    QSqlQuery m_query;
    bool m_prepared = false;
    /// It ran to its end without an error.
    bool m_clean = false;
};

} // namespace core
