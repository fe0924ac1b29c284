#include "core/compare/attemptparts.h"

#include "core/accounts/presets.h"
#include "core/catalog/costcalculator.h"
#include "core/catalog/modeldirectory.h"
#include "core/catalog/pricebook.h"
#include "core/chat/tokenratio.h"

#include <QCoreApplication>

namespace core {

namespace {

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

Cost costOfAttempt(const CompareServices &services, const Account &account, const Target &target,
                   const Completion &completion, qint64 startedAtMs)
{
    const QString &model = target.name.model;
    const std::optional<ModelInfo> info = services.directory.info(account, model);
    const std::optional<PriceList> prices = services.prices.priceOf(account, model, info, startedAtMs);
    return computeCost(completion.usage, prices, target.parameters.maxTokens);
}

} // namespace core
