#pragma once

#include "core/storage/connection.h"

#include <QList>
#include <QString>

namespace core {

/// One step of the schema: a script that leads from version - 1 to version.
struct Migration
{
    int version = 0;
    QString sql;
};

/// `PRAGMA application_id` of every ledger: "SWYD". https://www.sqlite.org/pragma.html#pragma_application_id
constexpr qint64 kLedgerApplicationId = 0x53575944;

/// The scripts in the program's resources, in order: `0001_initial.sql` is version 1.
QList<Migration> builtInMigrations();

/// The statements of a script in order, cut with sqlite3_complete(), so that a trigger's body stays whole.
QStringList splitScript(const QString &sql);

/// Refuses, without opening it as a database and so without writing a byte, a file that is no ledger (code
/// `not_a_database`) or was made by a newer version (code `newer_version`). A missing or empty file is fine.
Result<void> checkLedgerFile(const QString &filePath, int newestKnown);

/// Whether a ledger's header says that it is older than that; a missing or empty file is not.
bool isOlderLedger(const QString &filePath, int newestKnown);

/// Brings the ledger to the newest version of `migrations`, each step in one transaction. A ledger that
/// already has content is first copied to `<file>.before-v<newest>.bak` (0600). A newer ledger is refused
/// (code `newer_version`).
Result<void> migrate(Connection &connection, const QList<Migration> &migrations);

} // namespace core
