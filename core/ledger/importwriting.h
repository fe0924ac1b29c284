#pragma once

#include "core/ledger/records.h"
#include "core/storage/connection.h"

namespace core {

/// An answer that another program got.
struct ImportedLane
{
    /// Where it came from, such as `chatgpt-export`; it need not be an account of this ledger.
    QString account;
    QString model;
    QString vendor = {};
    ChatParameters parameters = {};
    /// Its status must be a settled one.
    Completion completion;
    Cost cost = {};
    qint64 atMs = 0;

    bool operator==(const ImportedLane &) const = default;
};

/// A prompt with its answers: a regenerated answer is one more lane.
struct ImportedTurn
{
    /// Names it within its origin for ever; importing it again adds nothing.
    QString externalId;
    QString prompt;
    QString system = {};
    QList<ImagePart> images = {};
    QString task = {};
    qint64 atMs = 0;
    /// Its place among the turns of the conversation, which must come before it; -1 for a first turn.
    int parentTurn = -1;
    /// The lane of that turn which it follows; -1 when that is not known.
    int parentLane = -1;
    QList<ImportedLane> lanes = {};

    bool operator==(const ImportedTurn &) const = default;
};

struct ImportedConversation
{
    /// Whose `externalId`s the turns have.
    QString origin;
    QString title = {};
    QHash<QString, QString> tags = {};
    bool pinned = false;
    QList<ImportedTurn> turns = {};

    bool operator==(const ImportedConversation &) const = default;
};

struct ImportCount
{
    int conversations = 0;
    /// Turns that are new in the ledger.
    int added = 0;
    /// Turns that it had already.
    int known = 0;

    ImportCount &operator+=(const ImportCount &other);
    bool operator==(const ImportCount &) const = default;
};

/// Writes the turns that the ledger does not have yet as runs with the source and task origin `import`, their
/// times and models kept. Their attempts are marked as imported, so that they are in no total; without
/// `keepTexts` only their figures are kept. Runs inside the writer's transaction.
Result<ImportCount> writeImported(Connection &connection, const QList<ImportedConversation> &conversations,
                                  bool keepTexts);

} // namespace core
