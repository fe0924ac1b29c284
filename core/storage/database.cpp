#include "core/storage/database.h"

#include "core/storage/leases.h"
#include "core/storage/migrations.h"
#include "core/storage/storageerror.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace core {

namespace {

/// Makes the folder and an empty file that only the user may read; SQLite gives its side files the same
/// rights.
Result<void> prepareFile(const QString &filePath)
{
    const QFileInfo info(filePath);
    const QString folder = info.absolutePath();
    if (!QDir(folder).exists()) {
        const QFileDevice::Permissions onlyOwner =
            QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
        QDir().mkpath(QFileInfo(folder).absolutePath());
        if (!QDir().mkdir(folder, onlyOwner) && !QDir(folder).exists())
            return storageError(QStringLiteral("The folder %1 cannot be created").arg(folder),
                                QStringLiteral("no_permission"));
    }
    if (info.exists())
        return {};
    QFile file(filePath);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && !file.exists())
        return storageError(QStringLiteral("%1 cannot be created: %2").arg(filePath, file.errorString()),
                            QStringLiteral("no_permission"));
    return {};
}

} // namespace

Database::Database(QString filePath) : m_filePath(std::move(filePath)) { }

Database::~Database() = default;

bool Database::isOutdated(const QString &filePath)
{
    const QList<Migration> migrations = builtInMigrations();
    return isOlderLedger(filePath, migrations.isEmpty() ? 0 : migrations.last().version);
}

Result<void> Database::update(const QString &filePath, const StopAsked &stopAsked)
{
    const Result<std::unique_ptr<FileLock>> opening = Leases::openingLock(filePath);
    if (!opening)
        return opening.error();
    const Result<std::unique_ptr<Connection>> connection =
        Connection::open(filePath, Connection::Mode::ReadWrite);
    if (!connection)
        return connection.error();
    (*connection)->stopWhen(stopAsked);
    const Result<void> migrated = migrate(**connection, builtInMigrations());
    return migrated || !stopAsked() ? migrated : ledgerWorkStopped();
}

Result<std::unique_ptr<Database>> Database::open(const QString &filePath)
{
    const QList<Migration> migrations = builtInMigrations();
    const int newest = migrations.isEmpty() ? 0 : migrations.last().version;
    if (const Result<void> known = checkLedgerFile(filePath, newest); !known)
        return known.error();
    if (const Result<void> prepared = prepareFile(filePath); !prepared)
        return prepared.error();
    const Result<std::unique_ptr<FileLock>> opening = Leases::openingLock(filePath);
    if (!opening)
        return opening.error();

    std::unique_ptr<Database> self(new Database(filePath));
    Result<std::unique_ptr<Connection>> local = Connection::open(filePath, Connection::Mode::ReadWrite);
    if (!local)
        return local.error();
    self->m_local = std::move(*local);
    if (const Result<void> migrated = migrate(*self->m_local, migrations); !migrated)
        return migrated.error();
    Result<std::unique_ptr<Leases>> leases = Leases::take(*self->m_local);
    if (!leases)
        return leases.error();
    self->m_leases = std::move(*leases);
    if (const Result<void> readOnly = self->m_local->execute(QStringLiteral("PRAGMA query_only = ON"));
        !readOnly)
        return readOnly.error();

    Result<std::unique_ptr<ConnectionThread>> writer =
        ConnectionThread::start(filePath, Connection::Mode::ReadWrite);
    if (!writer)
        return writer.error();
    self->m_writer = std::move(*writer);
    Result<std::unique_ptr<ConnectionThread>> reader =
        ConnectionThread::start(filePath, Connection::Mode::ReadOnly);
    if (!reader)
        return reader.error();
    self->m_reader = std::move(*reader);
    return self;
}

QString Database::leaseToken() const
{
    return m_leases->token();
}

} // namespace core
