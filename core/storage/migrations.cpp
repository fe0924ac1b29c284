#include "core/storage/migrations.h"

#include "core/base/logging.h"
#include "core/storage/ledgerfile.h"
#include "core/storage/statement.h"
#include "core/storage/storageerror.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

#include <sqlite3.h>

/// Resources of a static library are registered only when something asks for them; the macro wants no
/// namespace.
static void registerStorageResources()
{
    Q_INIT_RESOURCE(storage);
}

namespace core {

namespace {

// Offsets in the first page: https://www.sqlite.org/fileformat.html#the_database_header
constexpr qsizetype kHeaderSize = 100;
constexpr qsizetype kUserVersionOffset = 60;
constexpr qsizetype kApplicationIdOffset = 68;

Error newerVersion(qint64 found, int known)
{
    return storageError(
        QStringLiteral("This ledger was written by a newer Switchyard (its version is %1, this program knows "
                       "up to %2); it has not been changed")
            .arg(found)
            .arg(known),
        QStringLiteral("newer_version"));
}

Error notALedger(const QString &filePath)
{
    return storageError(
        QStringLiteral("%1 is not a Switchyard ledger; it has not been changed").arg(filePath),
        QStringLiteral("not_a_database"));
}

/// `PRAGMA user_version`.
qint32 versionOf(const QByteArray &header)
{
    return qFromBigEndian<qint32>(header.constData() + kUserVersionOffset);
}

Result<void> apply(Connection &connection, const Migration &migration)
{
    Transaction transaction(connection);
    if (const Result<void> begun = transaction.begin(Transaction::Kind::Write); !begun)
        return begun;
    const QStringList statements = splitScript(migration.sql)
        << QStringLiteral("PRAGMA user_version = %1").arg(migration.version)
        << QStringLiteral("PRAGMA application_id = %1").arg(kLedgerApplicationId);
    for (const QString &statement : statements) {
        if (const Result<void> done = connection.execute(statement); !done)
            return done;
    }
    return transaction.commit();
}

} // namespace

QList<Migration> builtInMigrations()
{
    registerStorageResources();
    const QDir folder(QStringLiteral(":/switchyard/sql"));
    QList<Migration> migrations;
    const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            migrations.append({name.left(4).toInt(), QString::fromUtf8(file.readAll())});
    }
    return migrations;
}

QStringList splitScript(const QString &sql)
{
    QStringList statements;
    QByteArray open;
    const QList<QByteArray> parts = sql.toUtf8().split(';');
    for (qsizetype at = 0; at + 1 < parts.size(); ++at) {
        open += parts.at(at) + ';';
        if (sqlite3_complete(open.constData()) == 0)
            continue;
        statements.append(QString::fromUtf8(open).trimmed());
        open.clear();
    }
    return statements;
}

Result<void> checkLedgerFile(const QString &filePath, int newestKnown)
{
    QFile file(filePath);
    if (!file.exists() || file.size() == 0)
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return storageError(QStringLiteral("Could not read %1: %2").arg(filePath, file.errorString()),
                            QStringLiteral("no_permission"));
    const QByteArray header = file.read(kHeaderSize);
    if (header.size() < kHeaderSize || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return notALedger(filePath);
    const auto applicationId = qFromBigEndian<qint32>(header.constData() + kApplicationIdOffset);
    const qint32 version = versionOf(header);
    if (applicationId != kLedgerApplicationId && (applicationId != 0 || version != 0))
        return notALedger(filePath);
    if (version > newestKnown)
        return newerVersion(version, newestKnown);
    return {};
}

bool isOlderLedger(const QString &filePath, int newestKnown)
{
    QFile file(filePath);
    const QByteArray header = file.open(QIODevice::ReadOnly) ? file.read(kHeaderSize) : QByteArray();
    return header.size() == kHeaderSize && header.startsWith("SQLite format 3")
        && versionOf(header) < newestKnown;
}

Result<void> migrate(Connection &connection, const QList<Migration> &migrations)
{
    const int newest = migrations.isEmpty() ? 0 : migrations.last().version;
    const Result<qint64> version = connection.integer(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error();
    if (*version > newest)
        return newerVersion(*version, newest);
    if (*version == newest)
        return {};
    const Result<qint64> objects = connection.integer(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!objects)
        return objects.error();
    if (*version == 0 && *objects > 0)
        return notALedger(connection.filePath());
    if (*version > 0) {
        const QString copy = QStringLiteral("%1.before-v%2.bak").arg(connection.filePath()).arg(newest);
        if (const Result<void> copied = copyLedger(connection, copy); !copied)
            return copied;
    }
    for (const Migration &migration : migrations) {
        if (migration.version <= *version)
            continue;
        qCInfo(logStorage) << "migrating" << connection.filePath() << "to version" << migration.version;
        if (const Result<void> done = apply(connection, migration); !done)
            return done;
    }
    return {};
}

} // namespace core
