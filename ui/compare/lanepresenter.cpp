#include "ui/compare/lanepresenter.h"

#include "core/base/formatting.h"
#include "core/chat/modelname.h"
#include "core/chat/tokenestimate.h"
#include "core/judging/volume.h"
#include "ui/compare/blindtexts.h"
#include "ui/compare/lanenotices.h"
#include "ui/compare/lanewords.h"
#include "ui/compare/parametertexts.h"

namespace ui {

namespace {

const QString kUnknown = QStringLiteral("–");
/// The reason of every complete answer tells nothing.
constexpr QStringView kNormalEnd = u"stop";

bool isRunning(const LaneFacts &facts)
{
    return !facts.idle && !core::isSettled(facts.state.status());
}

std::optional<double> firstToken(const core::Timing &timing)
{
    if (timing.firstReasoning && timing.firstText)
        return std::min(*timing.firstReasoning, *timing.firstText);
    return timing.firstText ? timing.firstText : timing.firstReasoning;
}

struct StateText
{
    QString text;
    Theme::Token ink;
};

StateText runningState(const LaneFacts &facts)
{
    const core::LaneState &state = facts.state;
    if (state.waiting) {
        const qint64 left = std::max<qint64>(0, state.waiting->untilMs - facts.nowMs);
        return {LaneWords::tr("waiting %1 s").arg((left + 999) / 1000), Theme::Token::Warn};
    }
    if (state.status() == core::LaneStatus::Queued)
        return {LaneWords::tr("queued"), Theme::Token::Ink2};
    if (!state.completion.text.isEmpty())
        return {LaneWords::tr("streaming"), Theme::Token::Accent};
    if (!state.completion.reasoning.isEmpty())
        return {LaneWords::tr("thinking"), Theme::Token::Accent};
    if (state.heldBack > 0)
        return {LaneWords::tr("held back"), Theme::Token::Accent};
    return {LaneWords::tr("sent"), Theme::Token::Accent};
}

StateText stateText(const LaneFacts &facts)
{
    if (facts.idle)
        return {facts.info.status == core::ModelStatus::Retired ? LaneWords::tr("retired") : QString(),
                Theme::Token::Warn};
    switch (facts.state.status()) {
    case core::LaneStatus::Complete:
        return {LaneWords::tr("complete"), Theme::Token::Good};
    case core::LaneStatus::Truncated:
        return {LaneWords::tr("truncated"), Theme::Token::Warn};
    case core::LaneStatus::Interrupted:
        return {LaneWords::tr("interrupted"), Theme::Token::Bad};
    case core::LaneStatus::Cancelled:
        return {LaneWords::tr("stopped"), Theme::Token::Ink2};
    case core::LaneStatus::Refused:
        return {LaneWords::tr("refused"), Theme::Token::Warn};
    case core::LaneStatus::Failed:
        return {LaneWords::tr("failed"), Theme::Token::Bad};
    case core::LaneStatus::Queued:
    case core::LaneStatus::Running:
        break;
    }
    return runningState(facts);
}

QString rateText(const LaneFacts &facts)
{
    core::Completion completion = facts.state.completion;
    if (isRunning(facts))
        completion.usage.output = facts.outputSoFar;
    const std::optional<double> rate = core::tokensPerSecond(completion);
    if (!rate)
        return kUnknown;
    const QString figure = QLocale().toString(*rate, 'f', *rate < 10.0 ? 1 : 0);
    return isRunning(facts) ? LaneWords::tr("~%1 tok/s").arg(figure) : LaneWords::tr("%1 tok/s").arg(figure);
}

void addTiming(LaneTexts &texts, const LaneFacts &facts)
{
    const core::Timing &timing = facts.state.completion.timing;
    const std::optional<double> first = firstToken(timing);
    const QLocale locale;
    texts.firstToken = first ? core::formatDuration(*first, locale) : kUnknown;
    texts.rate = rateText(facts);
    QStringList lines;
    const auto add = [&lines, &locale](const QString &name, const std::optional<double> &ms) {
        if (ms)
            lines += name.arg(locale.toString(*ms, 'f', 1));
    };
    if (timing.queued > 0.0)
        add(LaneWords::tr("queued: %1 ms, not part of the other times"), timing.queued);
    add(LaneWords::tr("connected: %1 ms"), timing.connected);
    add(LaneWords::tr("headers: %1 ms"), timing.headers);
    add(LaneWords::tr("first reasoning: %1 ms"), timing.firstReasoning);
    add(LaneWords::tr("first text: %1 ms"), timing.firstText);
    add(LaneWords::tr("last: %1 ms"), timing.last);
    texts.timingDetails = lines.join(QLatin1Char('\n'));
}

QString tokenDetails(const core::Usage &usage)
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const std::optional<qint64> &count) {
        if (count)
            lines += name.arg(core::formatCount(*count, QLocale()));
    };
    add(LaneWords::tr("input: %1 tokens"), usage.input);
    add(LaneWords::tr("of it read from cache: %1"), usage.cachedInput);
    add(LaneWords::tr("of it written to cache: %1"), usage.cacheWrite);
    add(LaneWords::tr("output: %1 tokens"), usage.output);
    add(LaneWords::tr("of it reasoning: %1"), usage.reasoning);
    if (usage.basis == core::UsageBasis::Estimated)
        lines += LaneWords::tr("Estimated here: the provider reported no usage.");
    if (usage.inconsistent)
        lines += LaneWords::tr("The provider's total does not fit its parts.");
    return lines.join(QLatin1Char('\n'));
}

void addTokens(LaneTexts &texts, const LaneFacts &facts)
{
    const core::Usage &usage = facts.state.completion.usage;
    const QLocale locale;
    if (isRunning(facts)) {
        if (facts.outputSoFar > 0)
            texts.tokens = LaneWords::tr("~%1 out").arg(core::formatCount(facts.outputSoFar, locale));
        return;
    }
    if (usage.basis == core::UsageBasis::Missing && !usage.input && !usage.output)
        return;
    const QString about = usage.basis == core::UsageBasis::Estimated ? QStringLiteral("~") : QString();
    const QString in = usage.input ? about + core::formatCount(*usage.input, locale) : kUnknown;
    const QString out = usage.output ? about + core::formatCount(*usage.output, locale) : kUnknown;
    texts.tokens = LaneWords::tr("%1 in   %2 out").arg(in, out);
    texts.tokenDetails = tokenDetails(usage);
}

QString basisNote(core::CostBasis basis)
{
    switch (basis) {
    case core::CostBasis::Reported:
        return LaneWords::tr("reported");
    case core::CostBasis::Computed:
        return LaneWords::tr("computed");
    case core::CostBasis::Estimated:
        return LaneWords::tr("estimated");
    case core::CostBasis::Unknown:
        break;
    }
    return {};
}

void addCost(LaneTexts &texts, const LaneFacts &facts)
{
    const core::Cost &cost = facts.state.cost;
    const QLocale locale;
    if (isRunning(facts)) {
        if (facts.costSoFar) {
            texts.cost = core::formatMoney(*facts.costSoFar, locale);
            texts.costNote = LaneWords::tr("so far");
        }
        return;
    }
    if (!cost.amount) {
        const bool answered = facts.state.completion.usage.output.value_or(0) > 0;
        texts.costNote = answered ? LaneWords::tr("cost unknown") : QString();
        if (answered)
            texts.costDetails =
                LaneWords::tr("No price is known for this model, or the provider reported no usage.");
        return;
    }
    texts.cost = core::formatMoney(*cost.amount, locale);
    texts.costNote = basisNote(cost.basis);
    if (facts.callsPerMonth) {
        const core::Money month = core::monthlyCost(*cost.amount, *facts.callsPerMonth);
        texts.cost = LaneWords::tr("%1 / month", "an amount of money").arg(core::formatMoney(month, locale));
        texts.costNote = LaneWords::tr("at %1 calls").arg(core::formatCount(*facts.callsPerMonth, locale));
    }
    QStringList lines{QStringLiteral("$%1").arg(cost.amount->toDecimal())};
    if (facts.state.unpricedAttempts > 0) {
        texts.costNote = LaneWords::tr("at least");
        lines += LaneWords::tr("%n attempt(s) may have cost something that is not known", nullptr,
                               facts.state.unpricedAttempts);
    }
    if (cost.lower && cost.upper)
        lines += LaneWords::tr("between $%1 and $%2").arg(cost.lower->toDecimal(), cost.upper->toDecimal());
    if (!cost.priceSource.isEmpty())
        lines += cost.priceSource;
    if (!cost.priceVersion.isEmpty())
        lines += LaneWords::tr("prices of %1").arg(cost.priceVersion);
    texts.costDetails = lines.join(QLatin1Char('\n'));
}

QString ending(const LaneFacts &facts)
{
    QStringList parts;
    const core::Completion &completion = facts.state.completion;
    if (!completion.finishReason.isEmpty() && completion.finishReason != kNormalEnd)
        parts += LaneWords::tr("finish: %1").arg(completion.finishReason);
    if (facts.state.attempts > 1)
        parts += LaneWords::tr("attempt %1").arg(facts.state.attempts);
    return parts.join(QStringLiteral(" · "));
}

QString reasoningText(const LaneFacts &facts)
{
    const core::Completion &completion = facts.state.completion;
    const core::Timing &timing = completion.timing;
    if (completion.reasoning.isEmpty() && completion.usage.reasoning.value_or(0) == 0)
        return {};
    if (isRunning(facts) && completion.text.isEmpty())
        return LaneWords::tr("Thinking …");
    const QLocale locale;
    QString tokens;
    if (completion.usage.reasoning && completion.usage.basis == core::UsageBasis::Reported)
        tokens = LaneWords::tr("%1 tokens").arg(core::formatCount(*completion.usage.reasoning, locale));
    else if (!completion.reasoning.isEmpty())
        tokens = LaneWords::tr("about %1 tokens")
                     .arg(core::formatCount(core::estimateTokens(completion.reasoning), locale));
    const std::optional<double> end = timing.firstText ? timing.firstText : timing.last;
    if (!timing.firstReasoning || !end)
        return LaneWords::tr("Thought, %1").arg(tokens);
    return LaneWords::tr("Thought for %1, %2")
        .arg(core::formatDuration(std::max(0.0, *end - *timing.firstReasoning), locale), tokens);
}

/// A replay asks nobody anything.
void restrictToReplay(LaneTexts &texts)
{
    texts.account = LaneWords::tr("%1, replay").arg(texts.account);
    texts.cost.clear();
    texts.costDetails.clear();
    texts.costNote = LaneWords::tr("nothing is sent");
    for (LaneNotice &notice : texts.notices)
        notice.actions.clear();
    texts.actions.removeIf([](LaneAction action) {
        return action != LaneAction::Copy && action != LaneAction::CopyPlain
            && action != LaneAction::Maximise;
    });
}

QList<LaneAction> actionsOf(const LaneFacts &facts)
{
    QList<LaneAction> actions;
    if (!facts.state.completion.text.isEmpty())
        actions += {LaneAction::Copy, LaneAction::CopyPlain};
    if (facts.verdict.canWin)
        actions += LaneAction::Best;
    if (facts.verdict.canVote)
        actions += {LaneAction::ThumbUp, LaneAction::ThumbDown};
    if (isRunning(facts))
        actions += LaneAction::Stop;
    else if (!facts.idle && facts.live)
        actions += LaneAction::Retry;
    if (!facts.idle && !isRunning(facts) && !facts.state.completion.text.isEmpty())
        actions += {LaneAction::Diff, LaneAction::UseAsBase};
    if (isRunning(facts) && facts.state.waiting)
        actions += LaneAction::TryNow;
    if (canContinue(facts))
        actions += LaneAction::ContinueOnNext;
    actions += {LaneAction::Swap,     LaneAction::Parameters, LaneAction::Maximise, LaneAction::TearOff,
                LaneAction::MoveLeft, LaneAction::MoveRight,  LaneAction::Remove};
    return actions;
}

/// The two lines of a lane's header. A rule set's are what was asked, and who answers by which rule.
void addNames(LaneTexts &texts, const LaneFacts &facts)
{
    const core::LaneState &state = facts.state;
    texts.model = state.target.name.model;
    texts.account = state.target.name.account;
    if (state.route) {
        texts.model = state.requested.name.toString();
        texts.account = LaneWords::tr("→ %1, rule %2").arg(state.target.name.toString(), state.route->rule);
    } else if (core::isRoute(state.target.name)) {
        texts.model = state.target.name.toString();
        texts.account = LaneWords::tr("rule set");
    }
    if (state.simulated)
        texts.account = LaneWords::tr("%1, simulated").arg(texts.account);
}

void addSpoken(LaneTexts &texts, const LaneFacts &facts, const QString &state)
{
    if (const std::optional<core::RouteState> &route = facts.state.route)
        texts.spoken = LaneWords::tr("%1, answered by %2, rule %3")
                           .arg(texts.model, facts.state.target.name.toString(), route->rule);
    else
        texts.spoken = LaneWords::tr("%1 of %2").arg(texts.model, texts.account);
    if (!state.isEmpty())
        texts.spoken = LaneWords::tr("%1, %2").arg(texts.spoken, state);
}

void addVerdict(LaneTexts &texts, const LaneVerdict &verdict)
{
    if (verdict.best)
        texts.chosen += LaneAction::Best;
    if (verdict.up)
        texts.chosen += LaneAction::ThumbUp;
    if (verdict.down)
        texts.chosen += LaneAction::ThumbDown;
    QStringList words;
    if (verdict.best)
        words += LaneWords::tr("best");
    if (verdict.up)
        words += LaneWords::tr("good");
    if (verdict.down)
        words += LaneWords::tr("poor");
    texts.verdict = words.join(QStringLiteral(", "));
}

} // namespace

bool canContinue(const LaneFacts &facts)
{
    return facts.live && !facts.idle && !isRunning(facts) && facts.state.nextTarget;
}

LaneTexts laneTexts(const LaneFacts &facts)
{
    LaneTexts texts;
    addNames(texts, facts);
    const StateText state = stateText(facts);
    texts.state = state.text;
    texts.stateInk = state.ink;
    if (!facts.idle) {
        addTiming(texts, facts);
        addTokens(texts, facts);
        addCost(texts, facts);
        texts.ending = ending(facts);
        texts.reasoning = reasoningText(facts);
    }
    texts.parameters = parameterLine(facts.own);
    texts.notices = laneNotices(facts);
    texts.actions = actionsOf(facts);
    addVerdict(texts, facts.verdict);
    if (facts.replayed)
        restrictToReplay(texts);
    addSpoken(texts, facts, state.text);
    return facts.alias.isEmpty() ? texts : blindTexts(texts, facts.alias, facts.withheld);
}

QString perMillion(const std::optional<core::Money> &perToken, const QString &currency)
{
    return perToken ? core::formatAmount(*perToken * 1'000'000, currency) : QStringLiteral("?");
}

QStringList modelFacts(const core::ModelInfo &info)
{
    QStringList facts;
    if (info.prices && (info.prices->base.input || info.prices->base.output))
        facts += LaneWords::tr("%1 in, %2 out per million tokens")
                     .arg(perMillion(info.prices->base.input, info.prices->currency),
                          perMillion(info.prices->base.output, info.prices->currency));
    else
        facts += LaneWords::tr("price unknown");
    if (info.contextWindow)
        facts += LaneWords::tr("%1 tokens of context")
                     .arg(core::formatCompactCount(*info.contextWindow, QLocale()));
    QStringList abilities;
    if (info.takesImages.value_or(false))
        abilities += LaneWords::tr("images");
    if (info.callsTools.value_or(false))
        abilities += LaneWords::tr("tools");
    if (info.reasons.value_or(false))
        abilities += LaneWords::tr("reasoning");
    if (!abilities.isEmpty())
        facts += abilities.join(QStringLiteral(", "));
    return facts;
}

core::Target requestedOf(const core::LaneRecord &record)
{
    const core::TargetName answered{record.latest.accountName, record.latest.model};
    return {core::parseTargetName(record.requested).value_or(answered), record.parameters};
}

core::LaneState stateOfRecord(const core::LaneRecord &record)
{
    const core::AttemptRecord &latest = record.latest;
    core::LaneState state;
    state.target = {{latest.accountName, latest.model}, record.parameters};
    state.requested = requestedOf(record);
    if (latest.route.isRouted())
        state.route = core::RouteState{latest.route.ruleSet, latest.route.version, latest.route.rule};
    state.why = latest.why;
    state.waitedMs = latest.waitedMs.value_or(0.0);
    state.vendor = latest.vendor;
    state.simulated = latest.simulated;
    state.laneId = record.laneId;
    state.callId = record.callId;
    state.attempts = record.attempts;
    state.completion = latest.completion;
    state.cost = latest.cost;
    state.otherModelAnswered = !core::isSameModelOrDatedAlias(latest.model, latest.completion.modelAnswered);
    return state;
}

} // namespace ui
