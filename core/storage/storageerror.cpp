#include "core/storage/storageerror.h"

#include <QDir>
#include <QFileInfo>

#include <array>

#include <sqlite3.h>

namespace core {

namespace {

struct KnownCode
{
    int primary;
    QLatin1StringView code;
    QLatin1StringView words;
};

constexpr qsizetype kShownOfStatement = 80;

int primaryCode(const QSqlError &error)
{
    // The low byte of the extended ones that the driver reports.
    return error.nativeErrorCode().toInt() & 0xff;
}

constexpr std::array kKnownCodes{
    KnownCode{SQLITE_PERM, QLatin1StringView("no_permission"), QLatin1StringView("access was denied")},
    KnownCode{SQLITE_BUSY, QLatin1StringView("locked"),
              QLatin1StringView("another program keeps the file locked")},
    KnownCode{SQLITE_LOCKED, QLatin1StringView("locked"),
              QLatin1StringView("another program keeps the file locked")},
    KnownCode{SQLITE_READONLY, QLatin1StringView("read_only"),
              QLatin1StringView("the file may not be written")},
    KnownCode{SQLITE_CORRUPT, QLatin1StringView("corrupt"), QLatin1StringView("the file is damaged")},
    KnownCode{SQLITE_FULL, QLatin1StringView("disk_full"), QLatin1StringView("the disk is full")},
    KnownCode{SQLITE_CANTOPEN, QLatin1StringView("no_permission"),
              QLatin1StringView("the file cannot be opened")},
    KnownCode{SQLITE_CONSTRAINT, QLatin1StringView("constraint"),
              QLatin1StringView("a rule of the database was broken")},
    KnownCode{SQLITE_NOTADB, QLatin1StringView("not_a_database"),
              QLatin1StringView("the file is not a database")},
};

/// The newest copy that was made before an update; empty when there is none.
QString copyBeforeUpdate(const QString &filePath)
{
    const QFileInfo info(filePath);
    const QString start = info.fileName() + QStringLiteral(".before-v");
    const QFileInfoList copies = info.dir().entryInfoList({QStringLiteral("*.bak")}, QDir::Files, QDir::Time);
    for (const QFileInfo &copy : copies) {
        if (copy.fileName().startsWith(start))
            return copy.filePath();
    }
    return {};
}

/// A write-ahead log that stayed would be played into the backup.
QString damageText(const QString &filePath, const QString &found)
{
    const QString copy = copyBeforeUpdate(filePath);
    const QString text =
        QStringLiteral("%1 is damaged (%2); move it away, with %1-wal and %1-shm, and put a backup in its "
                       "place")
            .arg(filePath, found);
    return copy.isEmpty() ? text : text + QStringLiteral(", such as %1 from before an update").arg(copy);
}

} // namespace

Error storageError(const QString &message, const QString &code)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.message = message;
    error.code = code;
    return error;
}

Error storageError(const QSqlError &error, const QString &context)
{
    const int primary = primaryCode(error);
    for (const KnownCode &known : kKnownCodes) {
        if (known.primary == primary) {
            return storageError(
                QStringLiteral("Could not %1: %2 (%3)").arg(context, known.words, error.databaseText()),
                known.code);
        }
    }
    return storageError(
        QStringLiteral("Could not %1: %2 %3").arg(context, error.driverText(), error.databaseText()));
}

Error statementError(const QSqlError &error, const QString &sql, const QString &filePath)
{
    const QString run = QStringLiteral("run `%1`").arg(sql.simplified().left(kShownOfStatement));
    const Error told = storageError(error, run);
    switch (primaryCode(error)) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return storageError(damageText(filePath, error.databaseText()), told.code);
    case SQLITE_READONLY:
        return storageError(QStringLiteral("%1 cannot be written (%2); make the file and its folder writable")
                                .arg(filePath, error.databaseText()),
                            told.code);
    case SQLITE_CANTOPEN:
    case SQLITE_BUSY:
        return storageError(error, QStringLiteral("%1 on %2").arg(run, filePath));
    default:
        return told;
    }
}

} // namespace core
