#pragma once

#include "core/storage/connection.h"
#include "core/storage/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace test {

/// The file of an empty ledger of the present version that nobody opens, made once in a process. Its making
/// is what a test with a new ledger would spend most of its time on.
inline QString emptyLedgerFile()
{
    static const QTemporaryDir folder;
    static const QString file = [] {
        const QString path = folder.filePath(QStringLiteral("empty.sqlite"));
        const auto connection = core::Connection::open(path, core::Connection::Mode::ReadWrite);
        if (!connection)
            qFatal("%s", qPrintable(connection.error().message));
        if (const core::Result<void> made = core::migrate(**connection, core::builtInMigrations()); !made)
            qFatal("%s", qPrintable(made.error().message));
        return path;
    }();
    return file;
}

/// Makes `filePath` an empty ledger unless there is a file, so that opening it has nothing to make. That a
/// ledger is made where there is none is what the tests of `storage` look at.
inline void provideLedger(const QString &filePath)
{
    if (QFile::exists(filePath))
        return;
    const QFileDevice::Permissions onlyOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!QDir().mkpath(QFileInfo(filePath).path()) || !QFile::copy(emptyLedgerFile(), filePath)
        || !QFile::setPermissions(filePath, onlyOwner))
        qFatal("%s cannot be written", qPrintable(filePath));
}

} // namespace test
