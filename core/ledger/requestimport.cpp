#include "core/ledger/requestimport.h"

#include "core/ledger/runinsert.h"
#include "core/ledger/settlement.h"
#include "core/storage/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace core {

namespace {

/// Whose ids requests have.
constexpr QLatin1StringView kRequestOrigin("openai-requests");
constexpr QLatin1StringView kRoleMember("role");
constexpr QLatin1StringView kTextMember("text");
constexpr QLatin1StringView kAssistantRole("assistant");

QByteArray messagesToJson(const QList<Message> &messages)
{
    QJsonArray json;
    for (const Message &message : messages) {
        const QString role =
            message.role == Role::Assistant ? QString(kAssistantRole) : QStringLiteral("user");
        json.append(QJsonObject{{kRoleMember, role}, {kTextMember, message.text}});
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QList<Message> messagesFromJson(const QByteArray &text)
{
    QList<Message> messages;
    const QJsonArray json = QJsonDocument::fromJson(text).array();
    for (const QJsonValue &value : json) {
        const bool assistant = value[kRoleMember].toString() == kAssistantRole;
        messages.append({assistant ? Role::Assistant : Role::User, value[kTextMember].toString()});
    }
    return messages;
}

Result<bool> isKnownRequest(Connection &connection, const QString &externalId)
{
    return Statement(connection,
                     QStringLiteral("SELECT 1 FROM imports WHERE origin = :origin AND external_id = :id"))
        .bind(":origin", kRequestOrigin)
        .bind(":id", externalId)
        .first([](const Statement &) {});
}

Result<void> writeContext(Connection &connection, qint64 run, const RequestContext &context, bool keepTexts)
{
    if (context.turns == 1 && context.lostPictures == 0 && context.whole && context.earlier.isEmpty())
        return {};
    return Statement(
               connection,
               QStringLiteral("INSERT INTO request_contexts (run_id, turns, tokens, lost_pictures, "
                              "messages, whole) VALUES (:run, :turns, :tokens, :lost, :messages, :whole)"))
        .bind(":run", run)
        .bind(":turns", context.turns)
        .bind(":tokens", context.tokens)
        .bind(":lost", context.lostPictures)
        .bindUtf8(":messages", keepTexts ? messagesToJson(context.earlier) : QByteArray("[]"))
        .bind(":whole", context.whole && (keepTexts || context.earlier.isEmpty()))
        .run();
}

Result<void> writeAnsweredCall(Connection &connection, qint64 run, const RunDraft &draft,
                               const ImportedRequest &request, bool keepTexts)
{
    const LaneDraft &target = draft.lanes.constFirst();
    const ImportedLane &lane = request.lane;
    const Result<qint64> laneId = insertLane(connection, run, 0, target);
    if (!laneId)
        return laneId.error();
    const Result<qint64> call = insertCall(connection, *laneId, draft, target, lane.atMs);
    if (!call)
        return call.error();
    const Result<qint64> attempt = insertImportedAttempt(connection, *call, target, lane.atMs);
    if (!attempt)
        return attempt.error();
    const AttemptOutcome outcome{lane.completion, lane.cost, lane.vendor};
    if (const Result<void> settled = settleFigures(connection, *attempt, outcome, lane.atMs); !settled)
        return settled;
    return keepTexts ? writeAnswer(connection, *attempt, run, lane.completion) : Result<void>();
}

Result<void> writeRequest(Connection &connection, const ImportedRequest &request, bool keepTexts)
{
    RunDraft draft;
    draft.prompt = request.prompt;
    draft.system = request.system;
    draft.images = request.images;
    draft.task = request.task;
    draft.taskOrigin = request.taskOrigin;
    draft.tags = request.tags;
    draft.source = CallSource::Import;
    LaneDraft target;
    target.accountName = request.lane.account;
    target.model = request.lane.model;
    target.vendor = request.lane.vendor;
    target.parameters = request.lane.parameters;
    draft.lanes = {target};
    const Result<qint64> run = insertRun(connection, draft, keepTexts, request.lane.atMs);
    if (!run)
        return run.error();
    if (const Result<void> done = writeAnsweredCall(connection, *run, draft, request, keepTexts); !done)
        return done;
    if (const Result<void> done = writeContext(connection, *run, request.context, keepTexts); !done)
        return done;
    const Result<void> noted =
        Statement(
            connection,
            QStringLiteral("INSERT INTO imports (origin, external_id, run_id) VALUES (:origin, :id, :run)"))
            .bind(":origin", kRequestOrigin)
            .bind(":id", request.externalId)
            .bind(":run", *run)
            .run();
    return noted ? indexRun(connection, *run) : noted;
}

} // namespace

RequestCount &RequestCount::operator+=(const RequestCount &other)
{
    added += other.added;
    known += other.known;
    return *this;
}

Result<RequestCount> importRequests(Connection &connection, const QList<ImportedRequest> &requests,
                                    bool keepTexts)
{
    RequestCount count;
    for (const ImportedRequest &request : requests) {
        const Result<bool> known = isKnownRequest(connection, request.externalId);
        if (!known)
            return known.error();
        ++(*known ? count.known : count.added);
        if (*known)
            continue;
        if (const Result<void> written = writeRequest(connection, request, keepTexts); !written)
            return written.error();
    }
    return count;
}

Result<std::optional<RequestContext>> readRequestContext(Connection &connection, qint64 run)
{
    std::optional<RequestContext> context;
    const Result<bool> found =
        Statement(connection,
                  QStringLiteral("SELECT turns, tokens, lost_pictures, messages, whole FROM request_contexts "
                                 "WHERE run_id = :run"))
            .bind(":run", run)
            .first([&context](const Statement &row) {
                context = RequestContext{static_cast<int>(row.integer(0)), row.integer(1),
                                         static_cast<int>(row.integer(2)), messagesFromJson(row.utf8(3)),
                                         row.boolean(4)};
            });
    if (!found)
        return found.error();
    return context;
}

} // namespace core
