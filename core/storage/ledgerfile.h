#pragma once

#include "core/storage/connection.h"

#include <QStringList>

#include <functional>

namespace core {

/// Asked now and then from the thread that works, whether to stop.
using StopAsked = std::function<bool()>;

/// With the code `stopped`.
Error ledgerWorkStopped();

/// Copies the ledger as it is now, also what is still in its write-ahead log, to a file that only the user
/// may read; others may write meanwhile. What the target held is replaced once the copy is whole. On a
/// connection that may write, outside of a transaction.
Result<void> copyLedger(Connection &connection, const QString &target);

/// The same on a connection of its own, which blocks. Refuses a target that exists and one that is a file of
/// the ledger itself, there or not (code `exists`); when it fails or is stopped (code `stopped`) nothing is
/// left.
Result<void> backUpLedger(const QString &filePath, const QString &target, const StopAsked &stopAsked);

/// What SQLite's integrity check and its check of foreign keys find, at most 100 sentences; blocks for long
/// on a large file. Stopped: an error with the code `stopped`.
Result<QStringList> integrityProblems(const QString &filePath, const StopAsked &stopAsked);

} // namespace core
