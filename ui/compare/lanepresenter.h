#pragma once

#include "core/compare/lanestate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

namespace ui {

/// What can be offered on a lane, in a notice or in its menu.
enum class LaneAction {
    Copy,
    CopyPlain,
    Best,
    ThumbUp,
    ThumbDown,
    Diff,
    UseAsBase,
    Retry,
    Stop,
    TryNow,
    ContinueOnNext,
    Swap,
    UseSuccessor,
    OpenAccounts,
    Parameters,
    Maximise,
    TearOff,
    MoveLeft,
    MoveRight,
    Remove,
};

/// A message on a lane: an error, a wait, a warning.
struct LaneNotice
{
    MessagePanel::Kind kind = MessagePanel::Kind::Info;
    QString title;
    QString words = {};
    QString next = {};
    QList<LaneAction> actions = {};

    bool operator==(const LaneNotice &) const = default;
};

/// What the person thinks of a lane's answer, and whether it can be asked now.
struct LaneVerdict
{
    /// Thumbs are possible; with `canWin` it can be voted the best as well.
    bool canVote = false;
    bool canWin = false;
    bool best = false;
    bool up = false;
    bool down = false;

    bool operator==(const LaneVerdict &) const = default;
};

/// What a lane is shown from.
struct LaneFacts
{
    core::LaneState state;
    /// What is known of its model.
    core::ModelInfo info = {};
    /// Nothing has been asked in this lane yet.
    bool idle = false;
    /// Its account can be asked; otherwise it is unknown, or switched off.
    enum class AccountState { Usable, Unknown, SwitchedOff };
    AccountState account = AccountState::Usable;
    /// Why its rule set cannot be asked, a sentence; empty: it can, or it is a model.
    QString cannotDecide = {};
    /// It belongs to a run of this window, so that it can be asked again.
    bool live = true;
    /// It is a recording that is played again.
    bool replayed = false;
    qint64 nowMs = 0;
    /// While it streams: output tokens, guessed from the text, and their cost where there is a price.
    qint64 outputSoFar = 0;
    std::optional<core::Money> costSoFar = {};
    /// Costs are shown for so many calls a month; unset: for this call.
    std::optional<qint64> callsPerMonth = {};
    /// What is set for the lane itself, over the run defaults.
    core::ChatParameters own = {};
    /// How many times its target is asked in one run.
    int repeats = 1;
    LaneVerdict verdict = {};
    /// What a blind lane is called; empty: nothing is hidden.
    QString alias = {};
    /// Blind, and others have not ended yet: how it stands is hidden too.
    bool withheld = false;
};

/// All texts and colours of a lane. Exact values are for tooltips.
struct LaneTexts
{
    QString model;
    QString account;
    QString state;
    Theme::Token stateInk = Theme::Token::Ink2;
    QString firstToken;
    QString rate;
    QString timingDetails;
    QString tokens;
    QString tokenDetails;
    QString cost;
    QString costNote;
    QString costDetails;
    /// Finish reason and attempts.
    QString ending;
    /// Headline of the reasoning; empty when there is none.
    QString reasoning;
    /// The lane's own, short.
    QString parameters = {};
    QList<LaneNotice> notices = {};
    QList<LaneAction> actions = {};
    /// Those of the actions that are in force: choosing them again takes them back.
    QList<LaneAction> chosen = {};
    /// The person's vote in a word; empty without one.
    QString verdict = {};
    /// Nothing may tell which model it is.
    bool anonymous = false;
    /// For assistive technology, without the lane's number: `gpt-4o of openai, complete`.
    QString spoken;

    bool operator==(const LaneTexts &) const = default;
};

/// Pure: a lane in words.
LaneTexts laneTexts(const LaneFacts &facts);

/// What a button or menu entry of the action says. `model` is the one of UseSuccessor and ContinueOnNext.
QString laneActionText(LaneAction action, const QString &model = {});
/// The same, with the model that the lane has for it.
QString laneActionText(LaneAction action, const LaneFacts &facts);

/// Prices, context and abilities of a model in short phrases: `$0.15 in, $0.60 out per million tokens`,
/// `128,000 tokens of context`, `images, tools`. Unknown facts are left out, an unknown price is said.
QStringList modelFacts(const core::ModelInfo &info);

/// A price per million tokens: `$0.15`; `?` when unknown.
QString perMillion(const std::optional<core::Money> &perToken, const QString &currency);

/// Whether the lane's rule has another target that can be asked after a broken answer.
bool canContinue(const LaneFacts &facts);

/// What a lane of the ledger was asked of: a model, or the rule set that chose it.
core::Target requestedOf(const core::LaneRecord &record);

/// A lane of the ledger as a lane's state.
core::LaneState stateOfRecord(const core::LaneRecord &record);

} // namespace ui
