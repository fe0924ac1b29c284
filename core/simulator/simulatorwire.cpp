#include "core/simulator/simulatorwire.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <chrono>

namespace core {

namespace {

constexpr qsizetype kTokensBeforeFault = 20;
constexpr qsizetype kTokensBeforeCut = 40;
/// The place of Fault::BadEvent in a stream.
constexpr qsizetype kBadEvent = 9;
constexpr std::chrono::seconds kStall{30};

using Part = SimulatorReply::Part;

QByteArray eventOf(const QJsonObject &json)
{
    return "data: " + QJsonDocument(json).toJson(QJsonDocument::Compact) + "\n\n";
}

QString joined(const QStringList &pieces)
{
    return pieces.join(QString());
}

QJsonObject envelope(const SimulatedAsk &ask, const QString &object)
{
    return {{QStringLiteral("id"), QStringLiteral("chatcmpl-sim%1").arg(ask.hash(), 8, 16, QLatin1Char('0'))},
            {QStringLiteral("object"), object},
            {QStringLiteral("created"), QDateTime::currentSecsSinceEpoch()},
            {QStringLiteral("model"), ask.model},
            {QStringLiteral("system_fingerprint"), QStringLiteral("simulator")}};
}

Part chunkOf(const SimulatedAsk &ask, const QJsonObject &delta, qint64 tokens,
             const QString &finishReason = {})
{
    QJsonObject chunk = envelope(ask, QStringLiteral("chat.completion.chunk"));
    chunk.insert(QStringLiteral("choices"),
                 QJsonArray{QJsonObject{
                     {QStringLiteral("index"), 0},
                     {QStringLiteral("delta"), delta},
                     {QStringLiteral("finish_reason"),
                      finishReason.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(finishReason)}}});
    return {eventOf(chunk), tokens};
}

QList<Part> pieceParts(const SimulatedAsk &ask, const SimulatedAnswer &answer)
{
    QList<Part> parts;
    const auto add = [&parts, &ask](const QString &key, const QStringList &pieces) {
        for (const QString &piece : pieces)
            parts.append(chunkOf(ask, QJsonObject{{key, piece}}, 1));
    };
    add(QStringLiteral("reasoning_content"), answer.reasoning);
    add(QStringLiteral("content"), answer.text);
    add(QStringLiteral("refusal"), answer.refusal);
    int index = 0;
    for (const QJsonValue call : answer.toolCalls) {
        QJsonObject delta = call.toObject();
        delta.insert(QStringLiteral("index"), index++);
        parts.append(chunkOf(ask, QJsonObject{{QStringLiteral("tool_calls"), QJsonArray{delta}}},
                             answer.toolCallTokens));
    }
    return parts;
}

QList<Part> closingParts(const SimulatedAsk &ask, const SimulatedAnswer &answer, std::optional<Fault> fault)
{
    QList<Part> parts{chunkOf(ask, QJsonObject(), 0, answer.finishReason)};
    if (ask.includeUsage && fault != Fault::NoUsage) {
        QJsonObject chunk = envelope(ask, QStringLiteral("chat.completion.chunk"));
        chunk.insert(QStringLiteral("choices"), QJsonArray());
        chunk.insert(QStringLiteral("usage"), simulatedUsage(ask, answer));
        parts.append({eventOf(chunk)});
    }
    if (fault != Fault::NoDone)
        parts.append({QByteArray("data: [DONE]\n\n")});
    return parts;
}

/// Whether the fault breaks the stream off before its end.
bool breaksOff(std::optional<Fault> fault)
{
    return fault == Fault::Stall || fault == Fault::Cut || fault == Fault::BadJson
        || fault == Fault::ErrorInStream || fault == Fault::CutAtForty || fault == Fault::StallForThirty;
}

bool cuts(std::optional<Fault> fault)
{
    return fault == Fault::Cut || fault == Fault::CutAtForty;
}

bool stalls(std::optional<Fault> fault)
{
    return fault == Fault::Stall || fault == Fault::StallForThirty;
}

QByteArray brokenEvent()
{
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\n\n";
}

void endUnfinished(std::optional<Fault> fault, SimulatorReply &reply)
{
    if (cuts(fault))
        reply.ending = SimulatorReply::Ending::Cut;
    else if (stalls(fault))
        reply.ending = SimulatorReply::Ending::Hang;
    if (fault == Fault::StallForThirty)
        reply.hang = kStall;
}

void breakOff(Fault fault, SimulatorReply &reply)
{
    // The first part only names the role.
    const qsizetype kept = fault == Fault::CutAtForty ? std::min(kTokensBeforeCut, reply.parts.size() * 2 / 3)
                                                      : std::min(kTokensBeforeFault, reply.parts.size() / 2);
    reply.parts = reply.parts.mid(0, kept + 1);
    endUnfinished(fault, reply);
    if (fault == Fault::BadJson)
        reply.parts.append({brokenEvent()});
    else if (fault == Fault::ErrorInStream)
        reply.parts.append(
            {QByteArray("data: {\"error\":{\"message\":\"The server had an error while processing "
                        "your request.\",\"type\":\"server_error\",\"param\":null,"
                        "\"code\":\"server_error\"}}\n\n")});
}

QJsonObject messageOf(const SimulatedAnswer &answer)
{
    QJsonObject message{{QStringLiteral("role"), QStringLiteral("assistant")},
                        {QStringLiteral("content"), joined(answer.text)},
                        {QStringLiteral("refusal"), QJsonValue::Null}};
    if (!answer.reasoning.isEmpty())
        message.insert(QStringLiteral("reasoning_content"), joined(answer.reasoning));
    if (!answer.refusal.isEmpty()) {
        message.insert(QStringLiteral("content"), QJsonValue::Null);
        message.insert(QStringLiteral("refusal"), joined(answer.refusal));
    }
    if (!answer.toolCalls.isEmpty()) {
        message.insert(QStringLiteral("content"), QJsonValue::Null);
        message.insert(QStringLiteral("tool_calls"), answer.toolCalls);
    }
    return message;
}

} // namespace

QJsonObject simulatedUsage(const SimulatedAsk &ask, const SimulatedAnswer &answer)
{
    const qint64 output = answer.outputTokens();
    return {
        {QStringLiteral("prompt_tokens"), ask.inputTokens},
        {QStringLiteral("completion_tokens"), output},
        {QStringLiteral("total_tokens"), ask.inputTokens + output},
        {QStringLiteral("prompt_tokens_details"), QJsonObject{{QStringLiteral("cached_tokens"), 0}}},
        {QStringLiteral("completion_tokens_details"),
         QJsonObject{{QStringLiteral("reasoning_tokens"), static_cast<qint64>(answer.reasoning.size())}}}};
}

SimulatorReply streamedCompletion(const SimulatedAsk &ask, const SimulatedAnswer &answer,
                                  std::optional<Fault> fault)
{
    SimulatorReply reply;
    reply.streamed = true;
    reply.headers = {{"Content-Type", "text/event-stream; charset=utf-8"}, {"Cache-Control", "no-cache"}};
    reply.parts = QList<Part>{chunkOf(ask,
                                      QJsonObject{{QStringLiteral("role"), QStringLiteral("assistant")},
                                                  {QStringLiteral("content"), QString(QLatin1String(""))}},
                                      0)}
        + pieceParts(ask, answer);
    if (breaksOff(fault))
        breakOff(*fault, reply);
    else
        reply.parts += closingParts(ask, answer, fault);
    if (fault == Fault::BadEvent)
        reply.parts[std::min(kBadEvent, reply.parts.size() / 2)].bytes = brokenEvent();
    return reply;
}

SimulatorReply wholeCompletion(const SimulatedAsk &ask, const SimulatedAnswer &answer,
                               std::optional<Fault> fault)
{
    if (fault == Fault::ErrorInStream) {
        return errorReply(200, QStringLiteral("The server had an error while processing your request."),
                          QStringLiteral("server_error"), QStringLiteral("server_error"));
    }
    QJsonObject completion = envelope(ask, QStringLiteral("chat.completion"));
    completion.insert(QStringLiteral("choices"),
                      QJsonArray{QJsonObject{{QStringLiteral("index"), 0},
                                             {QStringLiteral("message"), messageOf(answer)},
                                             {QStringLiteral("finish_reason"), answer.finishReason}}});
    if (fault != Fault::NoUsage)
        completion.insert(QStringLiteral("usage"), simulatedUsage(ask, answer));
    SimulatorReply reply = jsonReply(200, completion);
    reply.parts.first().tokens = answer.outputTokens();
    if (fault == Fault::BadJson || fault == Fault::BadEvent)
        reply.parts.first().bytes.chop(reply.parts.first().bytes.size() / 2);
    endUnfinished(fault, reply);
    return reply;
}

} // namespace core
