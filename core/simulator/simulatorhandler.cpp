#include "core/simulator/simulatorhandler.h"

#include "core/simulator/answerwriter.h"
#include "core/simulator/personality.h"
#include "core/simulator/simulatorlisting.h"
#include "core/simulator/simulatorwire.h"

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype kMostRemembered = 10'000;
constexpr std::chrono::seconds kSilence{120};
constexpr std::chrono::seconds kOutage{60};
/// So long after its last request the next one begins another outage.
constexpr std::chrono::minutes kOutageForgotten{10};

QString requestError()
{
    return QStringLiteral("invalid_request_error");
}

SimulatorReply unknownModel(const QString &model)
{
    return errorReply(
        404, QStringLiteral("The model '%1' does not exist or you do not have access to it.").arg(model),
        requestError(), QStringLiteral("model_not_found"), QStringLiteral("model"));
}

SimulatorReply tooLong(qint64 limit, qint64 tokens)
{
    return errorReply(
        400,
        QStringLiteral("This model's maximum context length is %1 tokens. However, your messages "
                       "resulted in %2 tokens. Please reduce the length of the messages.")
            .arg(limit)
            .arg(tokens),
        requestError(), QStringLiteral("context_length_exceeded"), QStringLiteral("messages"));
}

SimulatorReply limited(const QString &model, int seconds)
{
    SimulatorReply reply = errorReply(429,
                                      QStringLiteral("Rate limit reached for %1. Please try again in %2s.")
                                          .arg(model, QString::number(seconds)),
                                      QStringLiteral("requests"), QStringLiteral("rate_limit_exceeded"));
    reply.headers.append(HttpHeader{"Retry-After", QByteArray::number(seconds)});
    return reply;
}

/// As OpenAI does, with `retry-after-ms` beside the header that knows whole seconds only; the wait shrinks
/// with the simulator's speed.
SimulatorReply limitedAtSpeed(const QString &model, int seconds, double speed)
{
    SimulatorReply reply = limited(model, seconds);
    const qint64 ms = std::max<qint64>(1, qRound64(1000.0 * seconds / speed));
    reply.headers.append(HttpHeader{"retry-after-ms", QByteArray::number(ms)});
    return reply;
}

SimulatorReply limitedUntold(const QString &model)
{
    return errorReply(429, QStringLiteral("Rate limit reached for %1.").arg(model),
                      QStringLiteral("requests"), QStringLiteral("rate_limit_exceeded"));
}

SimulatorReply internalError()
{
    return errorReply(500,
                      QStringLiteral("The server had an error while processing your request. Sorry about "
                                     "that!"),
                      QStringLiteral("server_error"));
}

SimulatorReply overloaded()
{
    return errorReply(503, QStringLiteral("The engine is currently overloaded, please try again later."),
                      QStringLiteral("server_error"), QStringLiteral("engine_overloaded"));
}

SimulatorReply silence(SimulatorReply::Ending ending, std::chrono::milliseconds hang = {})
{
    SimulatorReply reply;
    reply.status = 0;
    reply.ending = ending;
    reply.hang = hang;
    return reply;
}

SimulatorReply prefillRejected()
{
    return errorReply(400,
                      QStringLiteral("This model takes no prefill: the conversation has to end with a user "
                                     "message."),
                      requestError(), QStringLiteral("invalid_prefill"), QStringLiteral("messages"));
}

SimulatorReply webPage()
{
    SimulatorReply reply;
    reply.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    reply.parts = {{QByteArray("<!DOCTYPE html>\n<html><head><title>Welcome</title></head>"
                               "<body><h1>It works!</h1><p>This is not an API.</p></body></html>\n")}};
    return reply;
}

SimulatorReply wrongMethod(const QByteArray &allowed)
{
    SimulatorReply reply = errorReply(
        405, QStringLiteral("Not allowed here; use %1.").arg(QString::fromLatin1(allowed)), requestError());
    reply.headers.append(HttpHeader{"Allow", allowed});
    return reply;
}

/// The answer of a fault that is always the same and comes instead of a completion.
std::optional<SimulatorReply> steadyRefusal(Fault fault, const SimulatedAsk &ask)
{
    switch (fault) {
    case Fault::Unauthorized:
        return errorReply(401, QStringLiteral("Incorrect API key provided."), requestError(),
                          QStringLiteral("invalid_api_key"));
    case Fault::NotFound:
        return unknownModel(ask.model);
    case Fault::RateLimited:
        return limited(ask.model, 2);
    case Fault::LimitedUntold:
        return limitedUntold(ask.model);
    case Fault::ServerError:
        return internalError();
    case Fault::Unavailable:
        return overloaded();
    case Fault::Quota:
        return errorReply(
            429,
            QStringLiteral("You exceeded your current quota, please check your plan and billing "
                           "details."),
            QStringLiteral("insufficient_quota"), QStringLiteral("insufficient_quota"));
    case Fault::ContextLength:
        return tooLong(16, ask.inputTokens);
    case Fault::PromptRejected:
        return errorReply(400, QStringLiteral("Your request was rejected by the safety system."),
                          requestError(), QStringLiteral("content_policy_violation"));
    case Fault::NoPrefill:
        return ask.endsWithAssistant ? std::optional(prefillRejected()) : std::nullopt;
    case Fault::Html:
        return webPage();
    case Fault::Silent:
        return silence(SimulatorReply::Ending::Hang);
    case Fault::SilentForTwoMinutes:
        return silence(SimulatorReply::Ending::Hang, kSilence);
    case Fault::Reset:
        return silence(SimulatorReply::Ending::Reset);
    default:
        return std::nullopt;
    }
}

} // namespace

SimulatorReply SimulatorHandler::reply(const HttpRequest &request, const SimulatedMoment &moment)
{
    const QByteArray path = request.path();
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (path == "/v1/models")
        return reads ? jsonReply(200, simulatorModelList()) : wrongMethod("GET");
    if (path.startsWith("/v1/models/")) {
        const QString model = QString::fromUtf8(QByteArray::fromPercentEncoding(path.mid(11)));
        const std::optional<QJsonObject> entry = simulatorModelEntry(model);
        return entry ? jsonReply(200, *entry) : unknownModel(model);
    }
    if (path == "/v1/chat/completions")
        return request.method == "POST" ? completion(request, moment) : wrongMethod("POST");
    return errorReply(404,
                      QStringLiteral("Unknown request URL: %1 %2.")
                          .arg(QString::fromLatin1(request.method), QString::fromLatin1(path)),
                      requestError(), QStringLiteral("unknown_url"));
}

SimulatorReply SimulatorHandler::completion(const HttpRequest &request, const SimulatedMoment &moment)
{
    const Result<SimulatedAsk> read = readAsk(request.body);
    if (!read)
        return errorReply(400, read.error().message, requestError(), {}, read.error().code);
    const SimulatedAsk &ask = read.value();
    const std::optional<Personality> personality = simulatorPersonality(ask.model);
    if (!personality)
        return unknownModel(ask.model);
    if (ask.inputTokens > personality->contextLength)
        return tooLong(personality->contextLength, ask.inputTokens);
    if (!ask.images.isEmpty() && !personality->takesImages) {
        return errorReply(400, QStringLiteral("The model '%1' takes no images.").arg(ask.model),
                          requestError(), {}, QStringLiteral("messages"));
    }
    const std::optional<Fault> fault =
        personality->manner == Manner::Erratic ? erraticFault(ask.hash()) : simulatorFault(personality->id);
    if (fault) {
        if (const std::optional<SimulatorReply> refusal = steadyRefusal(*fault, ask))
            return *refusal;
        if (const std::optional<SimulatorReply> refusal = passingRefusal(*fault, ask, moment))
            return *refusal;
    }
    const SimulatedAnswer answer = writeAnswer(*personality, ask, fault);
    SimulatorReply reply =
        ask.stream ? streamedCompletion(ask, answer, fault) : wholeCompletion(ask, answer, fault);
    reply.firstToken = personality->firstToken;
    reply.tokensPerSecond = personality->tokensPerSecond;
    reply.headAtOnce = fault == Fault::FirstTokenAfterTwenty;
    return reply;
}

std::optional<SimulatorReply> SimulatorHandler::passingRefusal(Fault fault, const SimulatedAsk &ask,
                                                               const SimulatedMoment &moment)
{
    switch (fault) {
    case Fault::RateLimitedOnce:
        return isFirstOfTwo(ask) ? std::optional(limited(ask.model, 1)) : std::nullopt;
    case Fault::LimitedForTwoSeconds:
        return isFirstOfTwo(ask) ? std::optional(limitedAtSpeed(ask.model, 2, moment.speed)) : std::nullopt;
    case Fault::ServerErrorOnce:
        return isFirstOfTwo(ask) ? std::optional(internalError()) : std::nullopt;
    case Fault::ResetOnce:
        return isFirstOfTwo(ask) ? std::optional(silence(SimulatorReply::Ending::Reset)) : std::nullopt;
    case Fault::Outage:
        return isOut(ask.model, moment.now) ? std::optional(overloaded()) : std::nullopt;
    default:
        return std::nullopt;
    }
}

bool SimulatorHandler::isOut(const QString &model, std::chrono::milliseconds now)
{
    const auto known = m_outages.constFind(model);
    const bool fresh = known == m_outages.cend() || now - known->lastAsked > kOutageForgotten;
    const OutageTimes times{fresh ? now : known->began, now};
    m_outages.insert(model, times);
    return now - times.began < kOutage;
}

bool SimulatorHandler::isFirstOfTwo(const SimulatedAsk &ask)
{
    if (m_attempts.size() > kMostRemembered)
        m_attempts.clear();
    return ++m_attempts[ask.hash()] % 2 == 1;
}

} // namespace core
