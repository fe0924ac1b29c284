#include "core/storage/statement.h"

#include "core/storage/connection.h"
#include "core/storage/storageerror.h"

#include <QSqlError>
#include <QVariant>

namespace core {

Statement::Statement(Connection &connection, const QString &sql) : m_connection(connection), m_sql(sql)
{
    Connection::Query taken = connection.takeQuery(sql);
    m_query = std::move(taken.query);
    m_prepared = taken.prepared || m_query.prepare(sql);
}

Statement::~Statement()
{
    if (!m_clean)
        return;
    m_query.finish();
    m_connection.keepQuery(m_sql, std::move(m_query));
}

bool Statement::exec()
{
    m_clean = m_prepared && m_query.exec();
    return m_clean;
}

Statement &Statement::bind(const char *placeholder, const QString &value)
{
    m_query.bindValue(QLatin1StringView(placeholder), value.isNull() ? QStringLiteral("") : value);
    return *this;
}

Statement &Statement::bind(const char *placeholder, QLatin1StringView value)
{
    return bind(placeholder, QString(value));
}

Statement &Statement::bindUtf8(const char *placeholder, const QByteArray &utf8)
{
    return bind(placeholder, QString::fromUtf8(utf8));
}

Statement &Statement::bindBlob(const char *placeholder, const QByteArray &bytes)
{
    // A null array would bind NULL.
    m_query.bindValue(QLatin1StringView(placeholder), bytes.isNull() ? QByteArray("") : bytes);
    return *this;
}

Statement &Statement::bind(const char *placeholder, double value)
{
    m_query.bindValue(QLatin1StringView(placeholder), value);
    return *this;
}

Statement &Statement::bind(const char *placeholder, Money value)
{
    return bindInteger(placeholder, value.picos());
}

Statement &Statement::bind(const char *placeholder, std::nullopt_t)
{
    m_query.bindValue(QLatin1StringView(placeholder), QVariant());
    return *this;
}

Statement &Statement::bindInteger(const char *placeholder, qint64 value)
{
    m_query.bindValue(QLatin1StringView(placeholder), value);
    return *this;
}

Result<void> Statement::run()
{
    if (!exec())
        return failure();
    m_query.finish();
    return {};
}

Result<qint64> Statement::insert()
{
    if (!exec())
        return failure();
    const qint64 id = m_query.lastInsertId().toLongLong();
    m_query.finish();
    return id;
}

Result<int> Statement::change()
{
    if (!exec())
        return failure();
    const int changed = m_query.numRowsAffected();
    m_query.finish();
    return changed;
}

Result<void> Statement::each(const std::function<void(const Statement &)> &row)
{
    if (!exec())
        return failure();
    while (m_query.next())
        row(*this);
    const bool failed = m_query.lastError().isValid();
    m_clean = !failed;
    const Result<void> result = failed ? Result<void>(failure()) : Result<void>();
    m_query.finish();
    return result;
}

Result<bool> Statement::first(const std::function<void(const Statement &)> &row)
{
    if (!exec())
        return failure();
    const bool found = m_query.next();
    if (!found && m_query.lastError().isValid()) {
        m_clean = false;
        return failure();
    }
    if (found)
        row(*this);
    m_query.finish();
    return found;
}

QString Statement::text(int column) const
{
    return m_query.value(column).toString();
}

QByteArray Statement::utf8(int column) const
{
    return m_query.value(column).toString().toUtf8();
}

QByteArray Statement::blob(int column) const
{
    return m_query.value(column).toByteArray();
}

qint64 Statement::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

double Statement::real(int column) const
{
    return m_query.value(column).toDouble();
}

std::optional<QString> Statement::optionalText(int column) const
{
    return m_query.isNull(column) ? std::nullopt : std::optional(text(column));
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return m_query.isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<double> Statement::optionalReal(int column) const
{
    return m_query.isNull(column) ? std::nullopt : std::optional(real(column));
}

std::optional<Money> Statement::optionalMoney(int column) const
{
    return m_query.isNull(column) ? std::nullopt : std::optional(Money::fromPicos(integer(column)));
}

Error Statement::failure() const
{
    return statementError(m_query.lastError(), m_query.lastQuery(), m_connection.filePath());
}

} // namespace core
