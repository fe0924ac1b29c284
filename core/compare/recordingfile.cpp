#include "core/compare/recordingfile.h"

#include "core/base/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr QLatin1StringView kFormat{"switchyard-recording"};
constexpr int kVersion = 1;
constexpr std::array kEnds{"closed", "dropped", "stalled", "timed_out", "cancelled"};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

void insertIfSet(QJsonObject *json, const char *name, const std::optional<double> &value)
{
    if (value)
        json->insert(key(name), *value);
}

std::optional<double> optionalNumber(const QJsonObject &json, const char *name)
{
    const QJsonValue value = json.value(key(name));
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QJsonArray headersToJson(const QList<Header> &headers)
{
    QJsonArray json;
    for (const Header &header : headers)
        json.append(QJsonArray{QString::fromUtf8(header.first), QString::fromUtf8(header.second)});
    return json;
}

QList<Header> headersFromJson(const QJsonValue &json)
{
    QList<Header> headers;
    for (const QJsonValue &pair : json.toArray())
        headers.append({pair[0].toString().toUtf8(), pair[1].toString().toUtf8()});
    return headers;
}

QJsonObject timingToJson(const Timing &timing)
{
    QJsonObject json{{key("queued"), timing.queued}};
    insertIfSet(&json, "connected", timing.connected);
    insertIfSet(&json, "headers", timing.headers);
    insertIfSet(&json, "first_reasoning", timing.firstReasoning);
    insertIfSet(&json, "first_text", timing.firstText);
    insertIfSet(&json, "last", timing.last);
    return json;
}

Timing timingFromJson(const QJsonObject &json)
{
    return {json.value(key("queued")).toDouble(), optionalNumber(json, "connected"),
            optionalNumber(json, "headers"),      optionalNumber(json, "first_reasoning"),
            optionalNumber(json, "first_text"),   optionalNumber(json, "last")};
}

QJsonObject dialectToJson(const Dialect &dialect)
{
    return {{key("max_tokens_field"), dialect.maxTokensField},
            {key("include_usage"), dialect.includeUsage},
            {key("streaming"), dialect.streaming},
            {key("input_excludes_cache"), dialect.inputExcludesCache},
            {key("output_excludes_reasoning"), dialect.outputExcludesReasoning}};
}

Dialect dialectFromJson(const QJsonObject &json)
{
    const Dialect usual;
    const auto flag = [&json](const char *name, bool fallback) {
        return json.value(key(name)).toBool(fallback);
    };
    return {json.value(key("max_tokens_field")).toString(usual.maxTokensField),
            flag("include_usage", usual.includeUsage), flag("streaming", usual.streaming),
            flag("input_excludes_cache", usual.inputExcludesCache),
            flag("output_excludes_reasoning", usual.outputExcludesReasoning)};
}

QJsonObject errorToJson(const Error &error)
{
    return {{key("kind"), errorKindName(error.kind)}, {key("message"), error.message}};
}

std::optional<Error> errorFromJson(const QJsonValue &json)
{
    const std::optional<ErrorKind> kind = errorKindFromName(json[key("kind")].toString());
    if (!kind)
        return std::nullopt;
    return Error{*kind, json[key("message")].toString()};
}

/// What looks like a key, overwritten by as many `*`, whatever the bytes are otherwise. In JSON a key may
/// stand right behind an escape, whose last character is no boundary of words.
QByteArray withoutKeyLikes(const QByteArray &bytes)
{
    static const QRegularExpression keyLike(
        QStringLiteral("(?:\\b|(?<=\\\\[nrtbf])|(?<=\\\\u[0-9a-fA-F]{4}))"
                       "(?:sk-|gsk_|AIza|xai-|pplx-|tgp_|fw_|csk-)[A-Za-z0-9_\\-]{8,}"));
    QByteArray result = bytes;
    QRegularExpressionMatchIterator found = keyLike.globalMatch(QString::fromLatin1(bytes));
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        result.replace(match.capturedStart(), match.capturedLength(),
                       QByteArray(match.capturedLength(), '*'));
    }
    return result;
}

QList<Header> withoutOwners(const QList<Header> &headers)
{
    QList<Header> result;
    for (const Header &header : maskedHeaders(headers, {})) {
        const QByteArray name = header.first.toLower();
        const bool owner = name.contains("organization") || name.endsWith("-project");
        result.append({header.first, owner ? QByteArray("[redacted]") : withoutKeyLikes(header.second)});
    }
    return result;
}

void insertBody(QJsonObject *json, const char *name, const QByteArray &body)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(body);
    if (decoder.hasError() || text.toUtf8() != body)
        json->insert(key(name) + QStringLiteral("_base64"), QString::fromLatin1(body.toBase64()));
    else
        json->insert(key(name), text);
}

QByteArray bodyOf(const QJsonObject &json, const char *name)
{
    const QJsonValue encoded = json.value(key(name) + QStringLiteral("_base64"));
    return encoded.isString() ? QByteArray::fromBase64(encoded.toString().toLatin1())
                              : json.value(key(name)).toString().toUtf8();
}

QJsonObject attemptToJson(const AttemptRecording &attempt)
{
    Recording shared = *attempt.recording;
    shared.requestHeaders = withoutOwners(shared.requestHeaders);
    shared.headers = withoutOwners(shared.headers);
    shared.url = redacted(shared.url);
    QJsonObject json = recordingFactsToJson(shared);
    json.insert(key("number"), attempt.number);
    insertBody(&json, "request", withoutKeyLikes(shared.request));
    insertBody(&json, "response", withoutKeyLikes(shared.response));
    return json;
}

Error broken(const QString &what)
{
    return {ErrorKind::Protocol, what};
}

/// The chunks cut the response into pieces, so they must add up. Whatever the file says, the end is not
/// before what comes last: a replay would never get there.
Result<Recording> attemptFromJson(const QJsonObject &json, const QString &where)
{
    Recording recording = recordingFactsFromJson(json);
    recording.request = bodyOf(json, "request");
    recording.response = bodyOf(json, "response");
    qint64 sum = 0;
    double before = 0.0;
    for (const RecordedChunk &chunk : recording.chunks) {
        if (chunk.size < 0 || chunk.atMs < before)
            return broken(QStringLiteral("%1.chunks is not in the order of time.").arg(where));
        before = chunk.atMs;
        sum += chunk.size;
    }
    if (sum != recording.response.size())
        return broken(QStringLiteral("%1.chunks counts %2 bytes, but the response has %3.")
                          .arg(where)
                          .arg(sum)
                          .arg(recording.response.size()));
    recording.requestSize = std::max(recording.requestSize, qint64(recording.request.size()));
    recording.responseSize = std::max(recording.responseSize, qint64(recording.response.size()));
    recording.endMs = std::max({recording.endMs, before, recording.timing.headers.value_or(0.0)});
    return recording;
}

} // namespace

QJsonObject recordingFactsToJson(const Recording &recording)
{
    QJsonArray chunks;
    for (const RecordedChunk &chunk : recording.chunks)
        chunks.append(QJsonArray{chunk.atMs, chunk.size});
    QJsonObject own{{key("queue"), recording.own.queue}, {key("decode"), recording.own.decode}};
    insertIfSet(&own, "sent", recording.own.sent);
    QJsonObject json{{key("method"), QString::fromLatin1(recording.method)},
                     {key("url"), recording.url},
                     {key("request_headers"), headersToJson(recording.requestHeaders)},
                     {key("request_size"), recording.requestSize},
                     {key("status"), recording.status},
                     {key("headers"), headersToJson(recording.headers)},
                     {key("chunks"), chunks},
                     {key("response_size"), recording.responseSize},
                     {key("timing_ms"), timingToJson(recording.timing)},
                     {key("own_delay_ms"), own},
                     {key("dialect"), dialectToJson(recording.dialect)},
                     {key("ended_at"), recording.endedAtMs},
                     {key("end_ms"), recording.endMs},
                     {key("end"), key(kEnds.at(static_cast<std::size_t>(recording.end)))}};
    if (recording.error)
        json.insert(key("error"), errorToJson(*recording.error));
    return json;
}

Recording recordingFactsFromJson(const QJsonObject &json)
{
    Recording recording;
    recording.method = json.value(key("method")).toString().toLatin1();
    recording.url = json.value(key("url")).toString();
    recording.requestHeaders = headersFromJson(json.value(key("request_headers")));
    recording.requestSize = json.value(key("request_size")).toInteger();
    recording.status = json.value(key("status")).toInt();
    recording.headers = headersFromJson(json.value(key("headers")));
    for (const QJsonValue &chunk : json.value(key("chunks")).toArray())
        recording.chunks.append({chunk[0].toDouble(), chunk[1].toInteger()});
    recording.responseSize = json.value(key("response_size")).toInteger();
    recording.timing = timingFromJson(json.value(key("timing_ms")).toObject());
    const QJsonObject own = json.value(key("own_delay_ms")).toObject();
    recording.own = {optionalNumber(own, "sent"), own.value(key("queue")).toDouble(),
                     own.value(key("decode")).toDouble()};
    recording.dialect = dialectFromJson(json.value(key("dialect")).toObject());
    recording.endedAtMs = json.value(key("ended_at")).toInteger();
    recording.endMs = json.value(key("end_ms")).toDouble();
    const QString end = json.value(key("end")).toString();
    for (std::size_t i = 0; i < kEnds.size(); ++i) {
        if (end == QLatin1StringView(kEnds.at(i)))
            recording.end = static_cast<ResponseEnd>(i);
    }
    recording.error = errorFromJson(json.value(key("error")));
    recording.ended = true;
    return recording;
}

QByteArray recordingFile(const QList<AttemptRecording> &attempts)
{
    QList<qint64> order;
    QHash<qint64, QJsonObject> lanes;
    for (const AttemptRecording &attempt : attempts) {
        if (!attempt.recording || !attempt.recording->ended)
            continue;
        if (!lanes.contains(attempt.laneId))
            order.append(attempt.laneId);
        QJsonObject &lane = lanes[attempt.laneId];
        lane.insert(key("account"), attempt.account);
        lane.insert(key("model"), attempt.model);
        QJsonArray list = lane.value(key("attempts")).toArray();
        list.append(attemptToJson(attempt));
        lane.insert(key("attempts"), list);
    }
    QJsonArray inOrder;
    for (const qint64 lane : std::as_const(order))
        inOrder.append(lanes.value(lane));
    const QJsonObject file{
        {key("format"), QString(kFormat)}, {key("version"), kVersion}, {key("lanes"), inOrder}};
    return QJsonDocument(file).toJson(QJsonDocument::Indented);
}

Result<QList<AttemptRecording>> readRecordingFile(const QByteArray &bytes)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError)
        return broken(QStringLiteral("The file is not JSON: %1 at byte %2.")
                          .arg(fault.errorString())
                          .arg(fault.offset));
    if (document[key("format")].toString() != kFormat)
        return broken(QStringLiteral("The file is not a recording: \"format\" is not \"%1\".").arg(kFormat));
    if (document[key("version")].toInt() != kVersion)
        return broken(QStringLiteral("The recording has version %1, which this program cannot read.")
                          .arg(document[key("version")].toInt()));
    QList<AttemptRecording> attempts;
    qint64 laneNumber = 0;
    for (const QJsonValue &lane : document[key("lanes")].toArray()) {
        ++laneNumber;
        int at = 0;
        for (const QJsonValue &attempt : lane[key("attempts")].toArray()) {
            const QString where = QStringLiteral("lanes[%1].attempts[%2]").arg(laneNumber - 1).arg(at++);
            Result<Recording> read = attemptFromJson(attempt.toObject(), where);
            if (!read)
                return read.error();
            attempts.append({0, laneNumber, attempt[key("number")].toInt(at), lane[key("account")].toString(),
                             lane[key("model")].toString(),
                             std::make_shared<const Recording>(std::move(read).value())});
        }
    }
    if (attempts.isEmpty())
        return broken(QStringLiteral("The recording has no attempts."));
    return attempts;
}

} // namespace core
