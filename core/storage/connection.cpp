#include "core/storage/connection.h"

#include "core/base/logging.h"
#include "core/storage/statement.h"
#include "core/storage/storageerror.h"

#include <QMutex>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>

#include <sqlite3.h>

namespace core {

namespace {

/// More than there are fixed statements; those that are put together as needed push the others out now and
/// then.
constexpr std::size_t kMostKeptQueries = 200;
/// Of SQLite's virtual machine, between two questions whether to stop: some milliseconds.
constexpr int kInstructionsBetween = 100'000;

/// Triggers and sorted questions use temporary tables, for each of which SQLite would allocate and free its
/// first pages in one block, large enough that the thread's heap goes back to the system every time: without
/// it, a write with triggers takes a quarter of the time. And nobody asks for the memory statistics that all
/// threads would wait for one another to keep. https://www.sqlite.org/c3ref/c_config_covering_index_scan.html
void configureSqliteOnce()
{
    static const bool configured = sqlite3_config(SQLITE_CONFIG_PAGECACHE, nullptr, 0, 0) == SQLITE_OK
        && sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
    if (!configured)
        qCDebug(logStorage) << "SQLite was in use before it could be configured";
}

struct OpenFiles
{
    QMutex mutex;
    QStringList paths;
};

OpenFiles &openFilesOfProcess()
{
    static OpenFiles files;
    return files;
}

} // namespace

Connection::Connection(QString name, QString filePath)
    : m_name(std::move(name)), m_filePath(std::move(filePath))
{
    OpenFiles &files = openFilesOfProcess();
    const QMutexLocker locker(&files.mutex);
    files.paths.append(m_filePath);
}

Connection::~Connection()
{
    closeFile();
    OpenFiles &files = openFilesOfProcess();
    const QMutexLocker locker(&files.mutex);
    files.paths.removeOne(m_filePath);
}

QStringList Connection::openFiles()
{
    OpenFiles &files = openFilesOfProcess();
    const QMutexLocker locker(&files.mutex);
    return files.paths;
}

void Connection::closeFile()
{
    m_kept.clear();
    {
        QSqlDatabase database = QSqlDatabase::database(m_name, false);
        if (database.isOpen())
            database.close();
    }
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &filePath, Mode mode)
{
    const QString name = QStringLiteral("switchyard-") + QUuid::createUuid().toString(QUuid::Id128);
    std::unique_ptr<Connection> connection(new Connection(name, filePath));
    if (const Result<void> opened = connection->openFile(mode); !opened)
        return opened.error();
    return connection;
}

Result<void> Connection::openFile(Mode mode)
{
    configureSqliteOnce();
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setDatabaseName(m_filePath);
    const QString readOnly = mode == Mode::ReadOnly ? QStringLiteral(";QSQLITE_OPEN_READONLY") : QString();
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000") + readOnly);
    if (!database.open())
        return storageError(database.lastError(), QStringLiteral("open %1").arg(m_filePath));

    // secure_delete: what the user deletes shall not linger in free pages of the file.
    QStringList pragmas{QStringLiteral("PRAGMA foreign_keys = ON"),
                        QStringLiteral("PRAGMA synchronous = NORMAL"),
                        QStringLiteral("PRAGMA secure_delete = ON")};
    if (mode == Mode::ReadWrite)
        pragmas.prepend(QStringLiteral("PRAGMA journal_mode = WAL"));
    else
        pragmas.append(QStringLiteral("PRAGMA query_only = ON"));
    for (const QString &pragma : pragmas) {
        if (const Result<void> done = execute(pragma); !done)
            return done;
    }
    return {};
}

Connection::Query Connection::takeQuery(const QString &sql)
{
    if (const auto found = m_kept.find(sql); found != m_kept.end()) {
        Query query{std::move(found->second), true};
        m_kept.erase(found);
        return query;
    }
    QSqlQuery query(database());
    query.setForwardOnly(true);
    return {std::move(query)};
}

void Connection::keepQuery(const QString &sql, QSqlQuery &&query)
{
    if (m_kept.size() >= kMostKeptQueries)
        m_kept.clear();
    m_kept.insert_or_assign(sql, std::move(query));
}

sqlite3 *Connection::handle() const
{
    const QVariant handle = database().driver()->handle();
    // https://doc.qt.io/qt-6/qsqldriver.html#handle
    return qstrcmp(handle.typeName(), "sqlite3*") == 0 ? *static_cast<sqlite3 *const *>(handle.constData())
                                                       : nullptr;
}

void Connection::stopWhen(std::function<bool()> stopAsked)
{
    m_stopAsked = std::move(stopAsked);
    sqlite3 *const sqlite = handle();
    if (!sqlite)
        return;
    sqlite3_progress_handler(
        sqlite, kInstructionsBetween,
        [](void *self) { return static_cast<const Connection *>(self)->m_stopAsked() ? 1 : 0; }, this);
}

Result<void> Connection::execute(const QString &sql)
{
    return Statement(*this, sql).run();
}

Result<qint64> Connection::integer(const QString &sql)
{
    qint64 value = 0;
    const Result<bool> found =
        Statement(*this, sql).first([&](const Statement &row) { value = row.integer(0); });
    if (!found)
        return found.error();
    return value;
}

Transaction::Transaction(Connection &connection) : m_connection(connection) { }

Transaction::~Transaction()
{
    if (!m_open)
        return;
    if (const Result<void> undone = m_connection.execute(QStringLiteral("ROLLBACK")); !undone)
        qCWarning(logStorage) << "rollback failed:" << undone.error().message;
}

Result<void> Transaction::begin(Kind kind)
{
    const Result<void> begun = m_connection.execute(kind == Kind::Write ? QStringLiteral("BEGIN IMMEDIATE")
                                                                        : QStringLiteral("BEGIN"));
    m_open = begun.hasValue();
    return begun;
}

Result<void> Transaction::commit()
{
    const Result<void> done = m_connection.execute(QStringLiteral("COMMIT"));
    if (done)
        m_open = false;
    return done;
}

} // namespace core
