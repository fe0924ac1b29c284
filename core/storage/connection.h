#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>

#include <functional>
#include <memory>
#include <unordered_map>

struct sqlite3;

namespace core {

/// One SQLite connection. It is used, and destroyed, only on the thread that opened it.
class Connection
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// Opens an existing or (ReadWrite) new file with the ledger's pragmas: WAL, synchronous=NORMAL, foreign
    /// keys on, a busy timeout of 5 s. ReadOnly refuses every write.
    static Result<std::unique_ptr<Connection>> open(const QString &filePath, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Those that this process has open, one for each connection. From any thread.
    static QStringList openFiles();

    /// Runs one statement without placeholders.
    Result<void> execute(const QString &sql);
    /// A PRAGMA's or query's single integer.
    Result<qint64> integer(const QString &sql);

    /// From now on statements fail soon after `stopAsked`, called from this thread while they run, is true.
    void stopWhen(std::function<bool()> stopAsked);

    QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }
    QString filePath() const { return m_filePath; }
    /// SQLite's own connection; null when it is not open.
    sqlite3 *handle() const;

    /// A query for `sql`: one that was kept, ready to be bound and run, else a new one that is not prepared.
    struct Query
    {
        QSqlQuery query;
        bool prepared = false;
    };
    Query takeQuery(const QString &sql);
    /// Keeps a prepared query whose last run went well, as SQLite takes longer to compile most statements
    /// than to run them.
    void keepQuery(const QString &sql, QSqlQuery &&query);

private:
    Connection(QString name, QString filePath);
    Result<void> openFile(Mode mode);
    void closeFile();

    const QString m_name;
    const QString m_filePath;
    std::unordered_map<QString, QSqlQuery> m_kept;
    std::function<bool()> m_stopAsked;
};

/// A transaction that is rolled back unless commit() succeeded. Lives on the connection's thread.
class Transaction
{
public:
    /// Write takes the write lock at once, so that a writer waits at its start and never fails in its middle.
    enum class Kind { Write, Read };

    explicit Transaction(Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    Result<void> begin(Kind kind);
    Result<void> commit();

private:
    Connection &m_connection;
    bool m_open = false;
};

} // namespace core
