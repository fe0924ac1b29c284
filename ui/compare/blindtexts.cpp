#include "ui/compare/blindtexts.h"

#include "core/judging/judgeprompt.h"
#include "ui/compare/lanewords.h"

namespace ui {

namespace {

const QString kHidden = QStringLiteral("–");

/// A problem without its words: those of a provider name it.
QList<LaneNotice> blindNotices(const QList<LaneNotice> &notices)
{
    for (const LaneNotice &notice : notices) {
        if (notice.kind == MessagePanel::Kind::Bad || notice.kind == MessagePanel::Kind::Warn)
            return {
                {notice.kind,
                 LaneWords::tr("Something is wrong with this answer"),
                 {},
                 LaneWords::tr("What it is would tell whose answer it is; you will see it after the vote.")}};
    }
    return {};
}

} // namespace

LaneTexts blindTexts(const LaneTexts &texts, const QString &alias, bool withheld)
{
    LaneTexts blind;
    blind.model = alias;
    blind.state = withheld ? LaneWords::tr("answering") : texts.state;
    blind.stateInk = withheld ? Theme::Token::Accent : texts.stateInk;
    blind.firstToken = kHidden;
    blind.rate = kHidden;
    blind.timingDetails = LaneWords::tr("Shown after the vote");
    blind.costNote = LaneWords::tr("figures after the vote");
    blind.anonymous = true;
    blind.spoken = blind.state.isEmpty() ? alias : LaneWords::tr("%1, %2").arg(alias, blind.state);
    if (withheld) {
        blind.actions = {LaneAction::Maximise, LaneAction::TearOff};
        return blind;
    }
    if (!texts.reasoning.isEmpty())
        blind.reasoning = LaneWords::tr("Reasoning");
    blind.notices = blindNotices(texts.notices);
    for (const LaneAction action : texts.actions) {
        if (isAllowedBlind(action))
            blind.actions += action;
    }
    blind.chosen = texts.chosen;
    blind.verdict = texts.verdict;
    return blind;
}

bool isAllowedBlind(LaneAction action)
{
    switch (action) {
    case LaneAction::Copy:
    case LaneAction::CopyPlain:
    case LaneAction::Diff:
    case LaneAction::UseAsBase:
    case LaneAction::Best:
    case LaneAction::ThumbUp:
    case LaneAction::ThumbDown:
    case LaneAction::Stop:
    case LaneAction::Maximise:
    case LaneAction::TearOff:
        return true;
    default:
        return false;
    }
}

QString blindAlias(int index)
{
    return LaneWords::tr("Answer %1").arg(core::answerLetter(index));
}

} // namespace ui
