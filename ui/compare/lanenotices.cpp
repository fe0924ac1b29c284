#include "ui/compare/lanenotices.h"

#include "ui/compare/errortexts.h"
#include "ui/compare/lanewords.h"

namespace ui {

namespace {

LaneNotice waitingNotice(const LaneFacts &facts)
{
    const core::RetryWait &wait = *facts.state.waiting;
    const ErrorTexts texts = errorTexts(wait.reason, facts.state.target.name.account);
    const qint64 seconds = (std::max<qint64>(0, wait.untilMs - facts.nowMs) + 999) / 1000;
    return {MessagePanel::Kind::Warn,
            texts.title,
            texts.words,
            LaneWords::tr("Waiting %1 s as it asked, then one more try.").arg(seconds),
            {LaneAction::TryNow, LaneAction::Stop}};
}

/// Why a rule set's lane went no further, and that it may.
void addRouteEnd(LaneNotice &notice, const LaneFacts &facts)
{
    if (!facts.state.whyStopped.isEmpty())
        notice.next = facts.state.whyStopped;
    if (canContinue(facts))
        notice.actions.prepend(LaneAction::ContinueOnNext);
}

/// One for each time that a rule went on to another model.
QList<LaneNotice> fallbackNotices(const core::LaneState &state)
{
    QList<LaneNotice> notices;
    if (!state.route)
        return notices;
    const QList<core::AttemptNote> attempts = core::attemptsOf(state);
    for (qsizetype at = 1; at < attempts.size(); ++at) {
        const core::AttemptNote &before = attempts.at(at - 1);
        if (before.target == attempts.at(at).target)
            continue;
        notices.append(LaneNotice{MessagePanel::Kind::Info,
                                  LaneWords::tr("%1 gave no answer, %2 was asked")
                                      .arg(before.target.toString(), attempts.at(at).target.toString()),
                                  {},
                                  attempts.at(at).why,
                                  {}});
    }
    return notices;
}

LaneNotice errorNotice(const LaneFacts &facts)
{
    const core::Error &error = *facts.state.completion.error;
    const ErrorTexts texts = errorTexts(error, facts.state.target.name.account);
    LaneNotice notice{MessagePanel::Kind::Bad, texts.title, texts.words, texts.next, {}};
    if (error.kind == core::ErrorKind::RateLimited)
        notice.kind = MessagePanel::Kind::Warn;
    if (error.kind == core::ErrorKind::RateLimited && error.retryAfter)
        notice.next = LaneWords::tr("It asks to wait %1 s. Then retry, or swap the model.")
                          .arg((error.retryAfter->count() + 999) / 1000);
    if (facts.live)
        notice.actions += LaneAction::Retry;
    if (error.kind == core::ErrorKind::Auth || error.kind == core::ErrorKind::Quota
        || error.kind == core::ErrorKind::Network)
        notice.actions += LaneAction::OpenAccounts;
    else
        notice.actions += LaneAction::Swap;
    addRouteEnd(notice, facts);
    return notice;
}

std::optional<LaneNotice> endingNotice(const LaneFacts &facts)
{
    const core::Completion &completion = facts.state.completion;
    const QList<LaneAction> again = facts.live ? QList<LaneAction>{LaneAction::Retry} : QList<LaneAction>{};
    switch (completion.status) {
    case core::LaneStatus::Refused:
        return LaneNotice{MessagePanel::Kind::Warn, LaneWords::tr("The model declined to answer"),
                          completion.refusal.isEmpty()
                              ? QString()
                              : QStringLiteral("%1: \"%2\"")
                                    .arg(facts.state.target.name.model, completion.refusal.trimmed()),
                          LaneWords::tr("Word the prompt differently, or swap the model."), again};
    case core::LaneStatus::Truncated:
        return LaneNotice{MessagePanel::Kind::Warn,
                          LaneWords::tr("The answer was cut at the output limit"),
                          {},
                          LaneWords::tr("The provider ended it with \"%1\".").arg(completion.finishReason),
                          {}};
    case core::LaneStatus::Interrupted: {
        LaneNotice notice{
            MessagePanel::Kind::Bad,
            LaneWords::tr("The answer broke off"),
            {},
            LaneWords::tr("The stream ended without an end mark. What had come is kept; it may be billed."),
            again};
        addRouteEnd(notice, facts);
        return notice;
    }
    default:
        return std::nullopt;
    }
}

std::optional<LaneNotice> modelNotice(const LaneFacts &facts)
{
    const core::ModelInfo &info = facts.info;
    const bool deprecated = info.status == core::ModelStatus::Deprecated;
    const bool gone = info.status == core::ModelStatus::Retired || info.status == core::ModelStatus::Delisted;
    const bool idleOrFailed = facts.idle || facts.state.status() == core::LaneStatus::Failed;
    if (!idleOrFailed || (!gone && !deprecated))
        return std::nullopt;
    LaneNotice notice{gone ? MessagePanel::Kind::Warn : MessagePanel::Kind::Info,
                      gone ? LaneWords::tr("%1 is retired").arg(facts.state.target.name.model)
                           : LaneWords::tr("%1 will be retired").arg(facts.state.target.name.model),
                      {},
                      {},
                      {}};
    if (!info.successor.isEmpty())
        notice.next = LaneWords::tr("Its successor is %1.").arg(info.successor);
    if (facts.state.route)
        return notice; // its rule says who is asked
    if (!info.successor.isEmpty()) {
        notice.actions += LaneAction::UseSuccessor;
    } else {
        notice.actions += LaneAction::Swap;
    }
    return notice;
}

LaneNotice accountNotice(const LaneFacts &facts)
{
    const QString &account = facts.state.target.name.account;
    const bool off = facts.account == LaneFacts::AccountState::SwitchedOff;
    return {MessagePanel::Kind::Warn,
            off ? LaneWords::tr("The account %1 is switched off").arg(account)
                : LaneWords::tr("There is no account %1").arg(account),
            {},
            LaneWords::tr("Swap the model or remove the lane; with it nothing can be sent."),
            {LaneAction::Swap, LaneAction::OpenAccounts}};
}

} // namespace

QList<LaneNotice> laneNotices(const LaneFacts &facts)
{
    QList<LaneNotice> notices;
    if (facts.idle && facts.account != LaneFacts::AccountState::Usable)
        notices += accountNotice(facts);
    if (facts.idle && !facts.cannotDecide.isEmpty())
        notices +=
            LaneNotice{MessagePanel::Kind::Warn,
                       facts.cannotDecide,
                       {},
                       LaneWords::tr("Swap the model or remove the lane; with it nothing can be sent."),
                       {LaneAction::Swap}};
    const core::LaneState &state = facts.state;
    if (!facts.idle && state.waiting && !core::isSettled(state.status()))
        notices += waitingNotice(facts);
    if (!facts.idle && core::isSettled(state.status())) {
        // A refusal is not improved by the filter's error behind it.
        if (state.completion.error && state.status() != core::LaneStatus::Refused)
            notices += errorNotice(facts);
        else if (const std::optional<LaneNotice> notice = endingNotice(facts))
            notices += *notice;
    }
    if (!facts.idle)
        notices += fallbackNotices(state);
    if (!facts.idle && state.withoutPictures)
        notices += {MessagePanel::Kind::Info,
                    LaneWords::tr("%1 cannot take pictures: it was given the text alone")
                        .arg(state.target.name.model)};
    if (const std::optional<LaneNotice> notice = modelNotice(facts))
        notices += *notice;
    if (!facts.idle && state.otherModelAnswered)
        notices += {MessagePanel::Kind::Warn,
                    LaneWords::tr("Answered by %1, not the requested %2")
                        .arg(state.completion.modelAnswered, state.target.name.model)};
    for (const core::ToolCall &call : state.completion.toolCalls)
        notices += {MessagePanel::Kind::Info, LaneWords::tr("The model asks for the tool %1").arg(call.name),
                    call.arguments};
    return notices;
}

QString laneActionText(LaneAction action, const QString &model)
{
    switch (action) {
    case LaneAction::Copy:
        return LaneWords::tr("Copy");
    case LaneAction::CopyPlain:
        return LaneWords::tr("Copy as plain text");
    case LaneAction::Best:
        return LaneWords::tr("Best");
    case LaneAction::ThumbUp:
        return LaneWords::tr("Good answer");
    case LaneAction::ThumbDown:
        return LaneWords::tr("Poor answer");
    case LaneAction::Diff:
        return LaneWords::tr("Diff");
    case LaneAction::UseAsBase:
        return LaneWords::tr("Use as base");
    case LaneAction::Retry:
        return LaneWords::tr("Retry");
    case LaneAction::Stop:
        return LaneWords::tr("Stop");
    case LaneAction::TryNow:
        return LaneWords::tr("Try now");
    case LaneAction::ContinueOnNext:
        return model.isEmpty() ? LaneWords::tr("Ask the next model") : LaneWords::tr("Ask %1").arg(model);
    case LaneAction::Swap:
        return LaneWords::tr("Swap model");
    case LaneAction::UseSuccessor:
        return LaneWords::tr("Use %1").arg(model);
    case LaneAction::OpenAccounts:
        return LaneWords::tr("Open accounts");
    case LaneAction::Parameters:
        return LaneWords::tr("Parameters …");
    case LaneAction::TearOff:
        return LaneWords::tr("Into a window of its own");
    case LaneAction::Maximise:
        return LaneWords::tr("Maximise");
    case LaneAction::MoveLeft:
        return LaneWords::tr("Move left");
    case LaneAction::MoveRight:
        return LaneWords::tr("Move right");
    case LaneAction::Remove:
        return LaneWords::tr("Remove lane");
    }
    return {};
}

QString laneActionText(LaneAction action, const LaneFacts &facts)
{
    if (action == LaneAction::ContinueOnNext && facts.state.nextTarget)
        return laneActionText(action, facts.state.nextTarget->toString());
    return laneActionText(action, facts.info.successor);
}

} // namespace ui
