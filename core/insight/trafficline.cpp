#include "core/insight/trafficline.h"

#include "core/catalog/costcalculator.h"
#include "core/catalog/modelcatalog.h"
#include "core/chat/errorclassifier.h"
#include "core/chat/parametersjson.h"
#include "core/chat/tokenestimate.h"
#include "core/chat/usagereader.h"
#include "core/compare/tasksuggestion.h"
#include "core/insight/insightwords.h"
#include "core/insight/trafficmessages.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace core {

namespace {

constexpr QLatin1StringView kBodyPart("body");
constexpr QLatin1StringView kRequestPart("request");
constexpr QLatin1StringView kResponsePart("response");
constexpr QLatin1StringView kMessagesPart("messages");
constexpr QLatin1StringView kModelPart("model");
constexpr QLatin1StringView kMetadataPart("metadata");
constexpr QLatin1StringView kCreatedPart("created");
constexpr QLatin1StringView kErrorPart("error");
constexpr QLatin1StringView kTaskTag("task");
/// Beyond it a number counts milliseconds, as seconds would be in the year 5138.
constexpr double kMostSeconds = 1e11;
/// A greater one is no time: nanoseconds, for one.
constexpr double kMostMs = kMostSeconds * 1000.0;

/// Members of a body that are kept, and those that only say how the answer was to be sent.
const QSet<QString> kBodyMembers{
    QStringLiteral("model"),
    QStringLiteral("messages"),
    QStringLiteral("temperature"),
    QStringLiteral("top_p"),
    QStringLiteral("max_tokens"),
    QStringLiteral("max_completion_tokens"),
    QStringLiteral("frequency_penalty"),
    QStringLiteral("presence_penalty"),
    QStringLiteral("seed"),
    QStringLiteral("stop"),
    QStringLiteral("response_format"),
    QStringLiteral("tools"),
    QStringLiteral("reasoning_effort"),
    QStringLiteral("metadata"),
    QStringLiteral("user"),
    QStringLiteral("stream"),
    QStringLiteral("stream_options"),
    QStringLiteral("store"),
    QStringLiteral("usage"),
    QStringLiteral("created"),
    QStringLiteral("created_at"),
    QStringLiteral("timestamp"),
    QStringLiteral("response"),
    QStringLiteral("error"),
    QStringLiteral("id"),
    QStringLiteral("custom_id"),
    QStringLiteral("task"),
};

Error trafficError(const QString &message)
{
    return Error{ErrorKind::InvalidRequest, message};
}

QJsonObject bodyOf(const QJsonObject &line)
{
    for (const QLatin1StringView part : {kBodyPart, kRequestPart}) {
        if (line.value(part).isObject())
            return line.value(part).toObject();
    }
    return line;
}

/// The answer itself: a batch wraps it with its status.
QJsonObject answerOf(const QJsonObject &line)
{
    const QJsonObject response = line.value(kResponsePart).toObject();
    return response.value(kBodyPart).isObject() ? response.value(kBodyPart).toObject() : response;
}

std::optional<qint64> momentOf(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        const double ms = number > kMostSeconds ? number : number * 1000.0;
        return ms >= 1.0 && ms < kMostMs ? std::optional(static_cast<qint64>(ms)) : std::nullopt;
    }
    const QDateTime moment = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return moment.isValid() ? std::optional(moment.toMSecsSinceEpoch()) : std::nullopt;
}

qint64 momentOfLine(const QJsonObject &line, const QJsonObject &body, const QJsonObject &answer,
                    qint64 fileMs)
{
    for (const QJsonObject &object : {line, body, answer}) {
        for (const QLatin1StringView name :
             {kCreatedPart, QLatin1StringView("created_at"), QLatin1StringView("timestamp")}) {
            if (const std::optional<qint64> moment = momentOf(object.value(name)))
                return *moment;
        }
    }
    return fileMs;
}

ChatParameters parametersOfBody(QJsonObject body)
{
    if (body.value(QLatin1StringView("stop")).isString())
        body.insert(QStringLiteral("stop"), QJsonArray{body.value(QLatin1StringView("stop"))});
    body.remove(QLatin1StringView("extra"));
    ChatParameters parameters = parametersFromJson(body);
    const QJsonValue limit = body.value(QLatin1StringView("max_completion_tokens"));
    if (limit.isDouble())
        parameters.extra.insert(QStringLiteral("max_completion_tokens"), limit);
    return parameters;
}

QString tagText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble() || value.isBool())
        return value.toVariant().toString();
    return {};
}

/// Tags of the line and of the body; `user` is one, since rules may stick to it.
void readTrafficTags(const QJsonObject &line, const QJsonObject &body, ImportedRequest &request)
{
    for (const QJsonObject &object : {body, line}) {
        const QJsonObject metadata = object.value(kMetadataPart).toObject();
        for (auto member = metadata.begin(); member != metadata.end(); ++member) {
            const QString text = tagText(*member);
            if (!text.isEmpty())
                request.tags.insert(member.key(), text);
        }
        const QString user = object.value(QLatin1StringView("user")).toString();
        if (!user.isEmpty() && !request.tags.contains(QStringLiteral("user")))
            request.tags.insert(QStringLiteral("user"), user);
        const QString task = object.value(kTaskTag).toString();
        if (!task.isEmpty())
            request.task = task;
    }
    if (request.task.isEmpty())
        request.task = request.tags.value(kTaskTag);
    request.tags.remove(kTaskTag);
}

LaneStatus statusOfFinish(const QString &finish)
{
    if (finish == QLatin1StringView("length"))
        return LaneStatus::Truncated;
    return finish == QLatin1StringView("content_filter") ? LaneStatus::Refused : LaneStatus::Complete;
}

void readError(const QJsonObject &line, const QJsonObject &answer, Completion &completion)
{
    const QJsonObject response = line.value(kResponsePart).toObject();
    const int status = response.value(QLatin1StringView("status_code")).toInt();
    const QJsonObject error = answer.value(kErrorPart).isObject() ? answer.value(kErrorPart).toObject()
                                                                  : line.value(kErrorPart).toObject();
    if (error.isEmpty() && status < 400)
        return;
    ErrorFacts facts;
    facts.status = status;
    facts.message = error.value(QLatin1StringView("message")).toString();
    for (const QLatin1StringView name : {QLatin1StringView("code"), QLatin1StringView("type")}) {
        const QString code = error.value(name).toString().toLower();
        if (!code.isEmpty())
            facts.codes.append(code);
    }
    completion.status = LaneStatus::Failed;
    completion.error = Error{.kind = classifyError(facts),
                             .message = facts.message,
                             .httpStatus = status > 0 ? std::optional(status) : std::nullopt,
                             .code = facts.codes.value(0)};
}

/// Whether the line has an answer with a text.
bool readAnswer(const QJsonObject &line, const QJsonObject &answer, Completion &completion)
{
    completion.status = LaneStatus::Complete;
    completion.modelAnswered = answer.value(kModelPart).toString();
    readError(line, answer, completion);
    const QJsonArray choices = answer.value(QLatin1StringView("choices")).toArray();
    if (choices.isEmpty())
        return false;
    const QJsonObject choice = choices.first().toObject();
    const QJsonObject message = choice.value(QLatin1StringView("message")).toObject();
    completion.text = message.value(QLatin1StringView("content")).toString();
    completion.refusal = message.value(QLatin1StringView("refusal")).toString();
    completion.finishReason = choice.value(QLatin1StringView("finish_reason")).toString();
    completion.status =
        completion.refusal.isEmpty() ? statusOfFinish(completion.finishReason) : LaneStatus::Refused;
    const QJsonArray calls = message.value(QLatin1StringView("tool_calls")).toArray();
    for (const QJsonValue &call : calls) {
        const QJsonObject function = call[QLatin1StringView("function")].toObject();
        completion.toolCalls.append({call[QLatin1StringView("id")].toString(),
                                     function.value(QLatin1StringView("name")).toString(),
                                     function.value(QLatin1StringView("arguments")).toString()});
    }
    return true;
}

Usage usageOfLine(const QJsonObject &line, const QJsonObject &body, const QJsonObject &answer)
{
    for (const QJsonObject &object : {line, answer, body}) {
        const QJsonObject usage = findUsage(object);
        if (!usage.isEmpty())
            return readUsage(usage, Dialect());
    }
    return {};
}

/// Counts that nobody reported, as far as the texts tell.
Usage estimatedUsage(const ImportedRequest &request, bool answered)
{
    Usage usage;
    usage.basis = UsageBasis::Estimated;
    usage.input = request.context.tokens;
    if (!answered)
        return usage;
    const Completion &completion = request.lane.completion;
    qint64 output = estimateTokens(completion.text) + estimateTokens(completion.refusal);
    for (const ToolCall &call : completion.toolCalls)
        output += estimateTokens(call.name) + estimateTokens(call.arguments);
    usage.output = output;
    return usage;
}

void readFigures(const QJsonObject &line, const QJsonObject &body, const TrafficOptions &options,
                 ImportedRequest &request)
{
    const QJsonObject answer = answerOf(line);
    ImportedLane &lane = request.lane;
    const bool answered = readAnswer(line, answer, lane.completion);
    lane.completion.usage = usageOfLine(line, body, answer);
    const bool failed = lane.completion.status == LaneStatus::Failed;
    if (lane.completion.usage.basis == UsageBasis::Missing && !failed)
        lane.completion.usage = estimatedUsage(request, answered);
    lane.vendor = options.vendorOf ? options.vendorOf(lane.model) : QString();
    const std::optional<PriceList> prices =
        options.pricesOf ? options.pricesOf(lane.model, lane.atMs) : std::nullopt;
    lane.cost = computeCost(lane.completion.usage, prices);
}

} // namespace

TrafficOptions withListPrices(TrafficOptions options, const ModelCatalog &catalog)
{
    options.pricesOf = [&catalog](const QString &model, qint64 atMs) -> std::optional<PriceList> {
        const CatalogEntry *entry = catalog.find({}, model);
        return entry ? catalog.priceAt(*entry, atMs) : std::nullopt;
    };
    options.vendorOf = [&catalog](const QString &model) { return catalog.vendorOf(model); };
    return options;
}

bool isTrafficLine(const QJsonObject &line)
{
    const QJsonObject body = bodyOf(line);
    return body.value(kMessagesPart).isArray() && body.value(kModelPart).isString();
}

Result<ImportedRequest> readTrafficLine(const QJsonObject &line, const TrafficOptions &options, qint64 fileMs,
                                        ImportLosses &losses)
{
    const QJsonObject body = bodyOf(line);
    if (!body.value(kMessagesPart).isArray())
        return trafficError(line.contains(kResponsePart)
                                ? InsightWords::tr("it has an answer but no “messages” that were asked")
                                : InsightWords::tr("it has no “messages”"));
    ImportedRequest request;
    request.lane.account = options.account;
    request.lane.model = body.value(kModelPart).toString();
    if (request.lane.model.isEmpty())
        return trafficError(InsightWords::tr("it names no “model”"));
    if (const Result<void> read = readTrafficMessages(body.value(kMessagesPart).toArray(), request, losses);
        !read)
        return read.error();
    request.lane.parameters = parametersOfBody(body);
    request.lane.atMs = momentOfLine(line, body, answerOf(line), fileMs);
    readTrafficTags(line, body, request);
    if (request.task.isEmpty() && options.suggestTasks) {
        request.task = suggestTask(request.prompt).task;
        request.taskOrigin = request.task.isEmpty() ? TaskOrigin::Import : TaskOrigin::Suggested;
    }
    readFigures(line, body, options, request);
    losses.addUnknown(body, QString(), kBodyMembers);
    return request;
}

QByteArray trafficMark(const QJsonObject &line)
{
    return QCryptographicHash::hash(QJsonDocument(line).toJson(QJsonDocument::Compact),
                                    QCryptographicHash::Sha256)
        .toHex();
}

} // namespace core
