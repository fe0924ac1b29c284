#include "core/exports/attemptsjsonl.h"

#include "core/exports/exportvalues.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

constexpr double kMsPerSecond = 1'000.0;

/// Adds what is known.
class KnownAttributes
{
public:
    void add(QLatin1StringView name, const QJsonValue &value) { m_json.insert(name, value); }
    void add(QLatin1StringView name, const QString &text)
    {
        if (!text.isEmpty())
            m_json.insert(name, text);
    }
    void add(QLatin1StringView name, const std::optional<qint64> &count)
    {
        if (count)
            m_json.insert(name, *count);
    }
    void add(QLatin1StringView name, const std::optional<double> &figure)
    {
        if (figure)
            m_json.insert(name, *figure);
    }
    void add(QLatin1StringView name, const std::optional<Money> &amount) { add(name, exportedMoney(amount)); }

    QByteArray line() const { return QJsonDocument(m_json).toJson(QJsonDocument::Compact) + '\n'; }

private:
    QJsonObject m_json;
};

std::optional<double> inSeconds(const std::optional<double> &ms)
{
    return ms ? std::optional(*ms / kMsPerSecond) : std::nullopt;
}

void addConventions(KnownAttributes &attributes, const ExportedAttempt &exported)
{
    const AttemptRecord &attempt = exported.attempt;
    const Completion &completion = attempt.completion;
    const Usage &usage = completion.usage;
    attributes.add(QLatin1StringView("timestamp"), exportedMoment(attempt.startedAtMs));
    attributes.add(QLatin1StringView("gen_ai.operation.name"), QStringLiteral("chat"));
    attributes.add(QLatin1StringView("gen_ai.provider.name"), genAiProvider(exported.preset));
    attributes.add(QLatin1StringView("gen_ai.request.model"), attempt.model);
    attributes.add(QLatin1StringView("gen_ai.response.model"), completion.modelAnswered);
    if (!completion.finishReason.isEmpty())
        attributes.add(QLatin1StringView("gen_ai.response.finish_reasons"),
                       QJsonValue(QJsonArray{completion.finishReason}));
    attributes.add(QLatin1StringView("gen_ai.response.time_to_first_chunk"),
                   inSeconds(firstTokenMs(completion.timing)));
    attributes.add(QLatin1StringView("gen_ai.client.operation.duration"), inSeconds(completion.timing.last));
    attributes.add(QLatin1StringView("gen_ai.usage.input_tokens"), usage.input);
    attributes.add(QLatin1StringView("gen_ai.usage.cache_read.input_tokens"), usage.cachedInput);
    attributes.add(QLatin1StringView("gen_ai.usage.cache_creation.input_tokens"), usage.cacheWrite);
    attributes.add(QLatin1StringView("gen_ai.usage.audio.input_tokens"), usage.audioInput);
    attributes.add(QLatin1StringView("gen_ai.usage.output_tokens"), usage.output);
    attributes.add(QLatin1StringView("gen_ai.usage.reasoning.output_tokens"), usage.reasoning);
    attributes.add(QLatin1StringView("gen_ai.usage.audio.output_tokens"), usage.audioOutput);
    if (!completion.error)
        return;
    attributes.add(QLatin1StringView("error.type"), errorKindName(completion.error->kind));
    if (completion.error->httpStatus)
        attributes.add(QLatin1StringView("http.response.status_code"),
                       QJsonValue(*completion.error->httpStatus));
}

void addIdentity(KnownAttributes &attributes, const ExportedAttempt &exported)
{
    const AttemptRecord &attempt = exported.attempt;
    attributes.add(QLatin1StringView("switchyard.attempt.id"), QJsonValue(attempt.id));
    attributes.add(QLatin1StringView("switchyard.attempt.number"), QJsonValue(attempt.number));
    attributes.add(QLatin1StringView("switchyard.call.id"), QJsonValue(attempt.callId));
    if (attempt.runId != 0)
        attributes.add(QLatin1StringView("switchyard.run.id"), QJsonValue(attempt.runId));
    if (attempt.settledAtMs)
        attributes.add(QLatin1StringView("switchyard.settled_at"), exportedMoment(*attempt.settledAtMs));
    attributes.add(QLatin1StringView("switchyard.account"), attempt.accountName);
    attributes.add(QLatin1StringView("switchyard.vendor"), attempt.vendor);
    attributes.add(QLatin1StringView("switchyard.task"), attempt.task);
    attributes.add(QLatin1StringView("switchyard.source"), attempt.source);
    attributes.add(QLatin1StringView("switchyard.simulated"), QJsonValue(attempt.simulated));
    attributes.add(QLatin1StringView("switchyard.status"), laneStatusName(attempt.completion.status));
    attributes.add(QLatin1StringView("switchyard.tags"),
                   QJsonValue(QJsonDocument::fromJson(exported.tags).object()));
    if (!attempt.route.isRouted())
        return;
    attributes.add(QLatin1StringView("switchyard.rule_set"), attempt.route.ruleSet);
    attributes.add(QLatin1StringView("switchyard.rule_set.version"), QJsonValue(attempt.route.version));
    attributes.add(QLatin1StringView("switchyard.rule"), attempt.route.rule);
}

void addTimes(KnownAttributes &attributes, const ExportedAttempt &exported)
{
    const AttemptRecord &attempt = exported.attempt;
    const Timing &timing = attempt.completion.timing;
    attributes.add(QLatin1StringView("switchyard.queued_ms"), exported.queuedMs);
    attributes.add(QLatin1StringView("switchyard.connected_ms"), timing.connected);
    attributes.add(QLatin1StringView("switchyard.headers_ms"), timing.headers);
    attributes.add(QLatin1StringView("switchyard.first_reasoning_ms"), timing.firstReasoning);
    attributes.add(QLatin1StringView("switchyard.first_text_ms"), timing.firstText);
    attributes.add(QLatin1StringView("switchyard.last_ms"), timing.last);
    attributes.add(QLatin1StringView("switchyard.waited_ms"), attempt.waitedMs);
}

void addUsage(KnownAttributes &attributes, const Usage &usage)
{
    attributes.add(QLatin1StringView("switchyard.usage.basis"), usageBasisName(usage.basis));
    attributes.add(QLatin1StringView("switchyard.usage.inconsistent"), QJsonValue(usage.inconsistent));
    attributes.add(QLatin1StringView("switchyard.usage.cache_creation_1h.input_tokens"), usage.cacheWrite1h);
    attributes.add(QLatin1StringView("switchyard.usage.tool_calls"), usage.toolCalls);
    attributes.add(QLatin1StringView("switchyard.service_tier"), usage.serviceTier);
    const QJsonDocument raw = QJsonDocument::fromJson(usage.rawJson);
    if (raw.isObject())
        attributes.add(QLatin1StringView("switchyard.usage.raw"), QJsonValue(raw.object()));
}

void addCost(KnownAttributes &attributes, const Cost &cost)
{
    attributes.add(QLatin1StringView("switchyard.cost.usd"),
                   cost.amount ? QJsonValue(cost.amount->toDecimal()) : QJsonValue());
    attributes.add(QLatin1StringView("switchyard.cost.basis"), costBasisName(cost.basis));
    attributes.add(QLatin1StringView("switchyard.cost.lower_usd"), cost.lower);
    attributes.add(QLatin1StringView("switchyard.cost.upper_usd"), cost.upper);
    attributes.add(QLatin1StringView("switchyard.cost.reported_usd"), cost.reported);
    attributes.add(QLatin1StringView("switchyard.cost.computed_usd"), cost.computed);
    attributes.add(QLatin1StringView("switchyard.price.id"), cost.priceId);
    attributes.add(QLatin1StringView("switchyard.price.version"), cost.priceVersion);
    attributes.add(QLatin1StringView("switchyard.price.source"), cost.priceSource);
    attributes.add(QLatin1StringView("switchyard.price.currency"), cost.currency);
    attributes.add(QLatin1StringView("switchyard.price.currency_amount"), cost.ownAmount);
}

} // namespace

QString genAiProvider(const QString &preset)
{
    static const QHash<QString, QString> wellKnown{
        {QStringLiteral("google"), QStringLiteral("gcp.gemini")},
        {QStringLiteral("mistral"), QStringLiteral("mistral_ai")},
        {QStringLiteral("moonshotai"), QStringLiteral("moonshot_ai")},
        {QStringLiteral("xai"), QStringLiteral("x_ai")},
        {QStringLiteral("custom"), QString()},
    };
    return wellKnown.value(preset, preset);
}

QByteArray attemptsJsonLine(const ExportedAttempt &exported)
{
    KnownAttributes attributes;
    addConventions(attributes, exported);
    addIdentity(attributes, exported);
    addTimes(attributes, exported);
    addUsage(attributes, exported.attempt.completion.usage);
    addCost(attributes, exported.attempt.cost);
    return attributes.line();
}

} // namespace core
