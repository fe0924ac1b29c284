#include "core/storage/ledgerfile.h"

#include "core/storage/outputfile.h"
#include "core/storage/statement.h"
#include "core/storage/storageerror.h"

#include <QFile>
#include <QFileInfo>

namespace core {

namespace {

constexpr int kMostProblems = 100;

/// A copy that is not whole, with what SQLite keeps beside a file that it could not finish.
void removePart(const QString &part)
{
    for (const char *suffix : {"", "-journal", "-wal", "-shm"})
        QFile::remove(part + QLatin1StringView(suffix));
}

} // namespace

Error ledgerWorkStopped()
{
    return storageError(QStringLiteral("The work on the ledger was stopped"), QStringLiteral("stopped"));
}

Result<void> copyLedger(Connection &connection, const QString &target)
{
    const QString part = target + QStringLiteral(".part");
    removePart(part);
    QFile file(part);
    if (!file.open(QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return storageError(
            QStringLiteral("The ledger could not be copied to %1: %2").arg(target, file.errorString()),
            QStringLiteral("no_permission"));
    file.close();
    const Result<void> copied =
        Statement(connection, QStringLiteral("VACUUM INTO :file")).bind(":file", part).run();
    if (!copied) {
        removePart(part);
        return copied;
    }
    QFile::remove(target);
    if (QFile::rename(part, target))
        return {};
    removePart(part);
    return storageError(QStringLiteral("Could not name the ledger's copy %1").arg(target));
}

Result<void> backUpLedger(const QString &filePath, const QString &target, const StopAsked &stopAsked)
{
    if (QFileInfo::exists(target))
        return storageError(QStringLiteral("%1 exists already; name a new file for the backup").arg(target),
                            QStringLiteral("exists"));
    // A small one is copied before it is asked on the way.
    if (stopAsked())
        return ledgerWorkStopped();
    const Result<std::unique_ptr<Connection>> connection =
        Connection::open(filePath, Connection::Mode::ReadWrite);
    if (!connection)
        return connection.error();
    if (isOpenLedger(target))
        return storageError(
            QStringLiteral("%1 is where the ledger itself keeps a file; name another one for the backup")
                .arg(target),
            QStringLiteral("exists"));
    (*connection)->stopWhen(stopAsked);
    const Result<void> copied = copyLedger(**connection, target);
    return copied || !stopAsked() ? copied : ledgerWorkStopped();
}

Result<QStringList> integrityProblems(const QString &filePath, const StopAsked &stopAsked)
{
    const Result<std::unique_ptr<Connection>> connection =
        Connection::open(filePath, Connection::Mode::ReadOnly);
    if (!connection)
        return connection.error();
    (*connection)->stopWhen(stopAsked);
    QStringList problems;
    const Result<void> checked =
        Statement(**connection, QStringLiteral("PRAGMA integrity_check(%1)").arg(kMostProblems))
            .each([&problems](const Statement &row) {
                if (row.text(0) != QLatin1StringView("ok"))
                    problems.append(row.text(0));
            });
    if (!checked)
        return stopAsked() ? ledgerWorkStopped() : checked.error();
    const Result<void> referred =
        Statement(**connection, QStringLiteral("PRAGMA foreign_key_check"))
            .each([&problems](const Statement &row) {
                if (problems.size() < kMostProblems)
                    problems.append(QStringLiteral("row %1 of %2 refers to a row of %3 that is missing")
                                        .arg(row.text(1), row.text(0), row.text(2)));
            });
    if (!referred)
        return stopAsked() ? ledgerWorkStopped() : referred.error();
    return problems;
}

} // namespace core
