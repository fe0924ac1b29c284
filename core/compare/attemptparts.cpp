#include "core/compare/attemptparts.h"

#include "core/accounts/presets.h"
#include "core/catalog/costcalculator.h"
#include "core/catalog/modeldirectory.h"
#include "core/catalog/pricebook.h"
#include "core/chat/tokenestimate.h"
#include "core/chat/tokenratio.h"
#include "core/compare/runestimate.h"
#include "core/routing/promptfacts.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace core {

namespace {

/// estimateTokens() is within 30 %: what it says is at least two thirds of the truth.
constexpr qint64 mostTokens(qint64 estimated)
{
    return estimated + (estimated + 1) / 2;
}

qint64 mostInput(const QList<Message> &messages, const ChatParameters &parameters)
{
    const QByteArray tools =
        parameters.tools.isEmpty() ? QByteArray() : QJsonDocument(parameters.tools).toJson();
    return mostTokens(estimateInputTokens(messages) + estimateTokens(QString::fromUtf8(tools)));
}

qint64 mostOutput(const ChatParameters &parameters, const std::optional<ModelInfo> &info)
{
    const std::optional<qint64> ofModel =
        info && info->maxOutputTokens ? info->maxOutputTokens : (info ? info->contextWindow : std::nullopt);
    const qint64 each = outputLimitOf(parameters).value_or(ofModel.value_or(kMostOutput));
    const qint64 answers = parameters.extra.value(QLatin1StringView("n")).toInteger(1);
    return std::max<qint64>(each, 0) * std::max<qint64>(answers, 1);
}

void setLimit(std::chrono::milliseconds &limit, std::chrono::milliseconds own)
{
    if (own.count() > 0)
        limit = own;
}

} // namespace

Endpoint withLimits(Endpoint endpoint, const CallLimits &limits)
{
    setLimit(endpoint.timeouts.connect, limits.connect);
    setLimit(endpoint.timeouts.firstToken, limits.firstToken);
    setLimit(endpoint.timeouts.idle, limits.idle);
    return endpoint;
}

Dialect dialectFor(const CompareServices &services, const Account &account, const QString &model)
{
    const Preset *preset = services.presets.find(account.presetId);
    return services.notes.apply(preset ? dialectOf(*preset) : Dialect{}, account.id, model);
}

DialectNote noteOf(RequestFix fix)
{
    switch (fix) {
    case RequestFix::DropIncludeUsage:
        return DialectNote::NoStreamOptions;
    case RequestFix::SwapMaxTokensField:
        return DialectNote::SwapMaxTokens;
    case RequestFix::DropStreaming:
    case RequestFix::None:
        break;
    }
    return DialectNote::NoStream;
}

AttemptReport reportOf(const AttemptEnd &end, bool shown)
{
    const Completion &completion = end.completion;
    AttemptReport report;
    report.status = completion.status;
    report.error = completion.error;
    report.lostWarmConnection = end.lostWarmConnection;
    report.committed = shown;
    report.gotToken = firstTokenMs(completion.timing).has_value() || !completion.text.isEmpty()
        || !completion.reasoning.isEmpty() || !completion.toolCalls.isEmpty();
    return report;
}

Completion withEstimatedUsage(Completion completion, const QList<Message> &messages,
                              const std::optional<TokenRatio> &ratio)
{
    Usage &usage = completion.usage;
    const bool anything = !completion.text.isEmpty() || !completion.reasoning.isEmpty();
    if (usage.basis != UsageBasis::Missing || !anything)
        return completion;
    qint64 input = 0;
    for (const Message &message : messages)
        input += guessTokens(message.text, ratio).middle;
    const TokenGuess reasoning = guessTokens(completion.reasoning, ratio);
    const TokenGuess text = guessTokens(completion.text, ratio);
    usage.input = input;
    usage.reasoning = reasoning.middle;
    usage.output = text.middle + reasoning.middle;
    usage.basis = UsageBasis::Estimated;
    if (ratio) {
        usage.outputLow = text.low + reasoning.low;
        usage.outputHigh = text.high + reasoning.high;
    }
    return completion;
}

Cost costOfUnsent()
{
    Cost cost;
    cost.amount = Money();
    cost.basis = CostBasis::Computed;
    cost.priceSource = QCoreApplication::translate("Prices", "Nothing was sent");
    return cost;
}

WorstCost worstCostOf(const CompareServices &services, const Account &account, const Target &target,
                      const QList<Message> &messages)
{
    const QString &model = target.name.model;
    const std::optional<ModelInfo> info = services.directory.info(account, model);
    const std::optional<PriceList> prices =
        services.prices.priceOf(account, model, info, services.clock.utcMs());
    Usage usage;
    usage.input = mostInput(messages, target.parameters);
    usage.output = mostOutput(target.parameters, info);
    usage.basis = UsageBasis::Reported;
    WorstCost worst = Money();
    // The provider may serve in another tier than the one that was asked for, and all output may be
    // reasoning.
    const QString asked = target.parameters.extra.value(QLatin1StringView("service_tier")).toString();
    for (const QString &tier : {QString(), asked}) {
        usage.serviceTier = tier;
        for (const qint64 reasoning : {qint64(0), *usage.output}) {
            usage.reasoning = reasoning;
            const std::optional<Money> cost = computeCost(usage, prices).amount;
            worst = worst && cost ? std::max(worst, cost) : std::nullopt;
        }
    }
    return worst;
}

Cost costOfAttempt(const CompareServices &services, const Account &account, const Target &target,
                   const Completion &completion, qint64 startedAtMs)
{
    const QString &model = target.name.model;
    const std::optional<ModelInfo> info = services.directory.info(account, model);
    const std::optional<PriceList> prices = services.prices.priceOf(account, model, info, startedAtMs);
    return computeCost(completion.usage, prices, target.parameters.maxTokens);
}

} // namespace core
