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

} // namespace core
