#pragma once

#include "core/base/error.h"

#include <QSqlError>
#include <QString>

namespace core {

/// An Error of kind `storage`. `code` says which: `locked`, `disk_full`, `read_only`, `no_permission`,
/// `not_a_database`, `newer_version`, `corrupt`, `constraint` or empty; `message` is one technical sentence.
Error storageError(const QString &message, const QString &code = {});

/// What SQLite reported, as an Error. `context` says what was being done: "open the ledger".
/// Codes: https://www.sqlite.org/rescode.html
Error storageError(const QSqlError &error, const QString &context);

/// What SQLite reported of a statement on a file. When that file is damaged or may not be written, whatever
/// the statement, the message names it and what to do; otherwise it has the start of the statement, and the
/// file when that is locked or cannot be opened.
Error statementError(const QSqlError &error, const QString &sql, const QString &filePath);

} // namespace core
