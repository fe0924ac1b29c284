#pragma once

#include "core/routing/rulesetstore.h"

namespace core {

// The rows of rule sets, for RuleSetStore: each function runs within a transaction of its caller.

Result<QList<RuleSetEntry>> readSetEntries(Connection &connection);
/// Newest first. Errors: not_found.
Result<QList<RuleSetVersion>> readSetVersions(Connection &connection, const QString &name);
/// Newest first. Errors: not_found.
Result<QList<Activation>> readSetActivations(Connection &connection, const QString &name);

/// Errors: not_found.
Result<qint64> idOfSet(Connection &connection, const QString &name);
/// The id of the set of that name, which is made if need be. Errors: invalid_request.
Result<qint64> idOfSetOrNew(Connection &connection, const QString &name);
/// Refuses (invalid_request) a name that another set than `own` has, in any case.
Result<void> checkSetNameFree(Connection &connection, const QString &name, qint64 own);

/// What is stored of rules that are to bear `name`.
QByteArray storedDocument(const QString &name, RuleSet rules);
/// No document: none is kept.
Result<void> writeDraft(Connection &connection, qint64 set, const std::optional<QByteArray> &document);
/// A draft that cannot be read stays: it is of a newer program, which would miss it.
Result<void> dropReadableDraft(Connection &connection, qint64 set);
/// Makes a version of a draft that cannot be read, before something takes its place.
Result<void> keepUnreadableDraft(Connection &connection, qint64 set, qint64 nowMs);
/// Its number is one above the highest.
Result<int> insertSetVersion(Connection &connection, qint64 set, const QByteArray &document,
                             const QString &comment, qint64 nowMs);
/// Errors: not_found, invalid_request when its document cannot be read.
Result<void> checkVersionReadable(Connection &connection, qint64 set, const QString &name, int version);
/// Records the activation, too.
Result<void> makeSetActive(Connection &connection, qint64 set, const Activation &activation);
Result<void> writeActiveVersion(Connection &connection, qint64 set, int version);

} // namespace core
