#include "core/storage/bulkquery.h"

#include "core/storage/connection.h"
#include "core/storage/storageerror.h"

#include <QSqlError>

#include <sqlite3.h>

namespace core {

BulkQuery::BulkQuery(Connection &connection, const QString &sql)
    : m_connection(connection), m_sql(sql), m_status(SQLITE_MISUSE)
{
    if (sqlite3 *const handle = connection.handle()) {
        const QByteArray utf8 = sql.toUtf8();
        m_status = sqlite3_prepare_v2(handle, utf8.constData(), static_cast<int>(utf8.size()), &m_statement,
                                      nullptr);
    }
}

BulkQuery::~BulkQuery()
{
    sqlite3_finalize(m_statement);
}

BulkQuery &BulkQuery::bind(const char *placeholder, const QString &value)
{
    if (m_status != SQLITE_OK)
        return *this;
    const QByteArray &utf8 = m_texts.emplace_back(value.toUtf8());
    m_status = sqlite3_bind_text(m_statement, sqlite3_bind_parameter_index(m_statement, placeholder),
                                 utf8.constData(), static_cast<int>(utf8.size()), nullptr);
    return *this;
}

BulkQuery &BulkQuery::bindInteger(const char *placeholder, qint64 value)
{
    if (m_status == SQLITE_OK) {
        m_status =
            sqlite3_bind_int64(m_statement, sqlite3_bind_parameter_index(m_statement, placeholder), value);
    }
    return *this;
}

Result<void> BulkQuery::each(const std::function<void(const BulkQuery &)> &row)
{
    if (m_status != SQLITE_OK)
        return failure(m_status);
    int step = sqlite3_step(m_statement);
    for (; step == SQLITE_ROW; step = sqlite3_step(m_statement))
        row(*this);
    return step == SQLITE_DONE ? Result<void>() : Result<void>(failure(step));
}

QString BulkQuery::text(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
}

QByteArrayView BulkQuery::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

qint64 BulkQuery::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

bool BulkQuery::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::optional<qint64> BulkQuery::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<double> BulkQuery::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(sqlite3_column_double(m_statement, column));
}

std::optional<Money> BulkQuery::optionalMoney(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(Money::fromPicos(integer(column)));
}

Error BulkQuery::failure(int status) const
{
    sqlite3 *const handle = m_connection.handle();
    const char *const words =
        handle && status != SQLITE_MISUSE ? sqlite3_errmsg(handle) : sqlite3_errstr(status);
    const QSqlError error(QStringLiteral("Unable to read"), QString::fromUtf8(words),
                          QSqlError::StatementError, QString::number(status));
    return statementError(error, m_sql, m_connection.filePath());
}

} // namespace core
