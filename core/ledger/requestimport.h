#pragma once

#include "core/ledger/importwriting.h"

namespace core {

/// What a request held beside the prompt and the system message.
struct RequestContext
{
    /// User messages, the prompt included.
    int turns = 1;
    /// Estimated input tokens of the whole request.
    qint64 tokens = 0;
    /// Pictures that are not in the ledger.
    int lostPictures = 0;
    /// User and assistant messages before the prompt.
    QList<Message> earlier = {};
    /// With the prompt and the system message this is all that was sent; not so when something has no place
    /// in the ledger, such as a tool's output.
    bool whole = true;

    bool operator==(const RequestContext &) const = default;
};

/// A request that another program sent, and its answer if that is known.
struct ImportedRequest
{
    /// Names it for ever; importing it again adds nothing.
    QString externalId;
    QString prompt;
    QString system = {};
    QList<ImagePart> images = {};
    RequestContext context = {};
    QString task = {};
    TaskOrigin taskOrigin = TaskOrigin::Import;
    QHash<QString, QString> tags = {};
    /// Who was asked and what came of it.
    ImportedLane lane;

    bool operator==(const ImportedRequest &) const = default;
};

struct RequestCount
{
    /// New in the ledger, and there already.
    int added = 0;
    int known = 0;

    RequestCount &operator+=(const RequestCount &other);
    bool operator==(const RequestCount &) const = default;
};

/// Writes the requests that the ledger does not have yet, each as a run of one lane with the source `import`;
/// its attempt is marked as imported, so that it is in no total. Without `keepTexts` only figures are kept.
/// Runs inside the writer's transaction.
Result<RequestCount> importRequests(Connection &connection, const QList<ImportedRequest> &requests,
                                    bool keepTexts);

/// What an imported request held beside its prompt; nothing for a run that is all there is to it.
Result<std::optional<RequestContext>> readRequestContext(Connection &connection, qint64 run);

} // namespace core
