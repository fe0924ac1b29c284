#include "ui/compare/verdictdesk.h"

#include "core/base/continuation.h"
#include "core/judging/judgeprompt.h"
#include "core/judging/votestore.h"
#include "ui/actions.h"
#include "ui/compare/blindtexts.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/promptline.h"
#include "ui/compare/votebar.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/toastarea.h"

#include <QAction>
#include <QMenu>
#include <QRandomGenerator>

namespace ui {

VerdictDesk::VerdictDesk(const CompareContext &context, const VerdictParts &parts, QWidget *page)
    : QObject(page), m_context(context), m_parts(parts), m_page(page)
{
    registerActions();
    auto *const menu = new QMenu(&parts.promptLine);
    menu->setObjectName(QStringLiteral("verdictMenu"));
    connect(menu, &QMenu::aboutToShow, this, &VerdictDesk::fillMenu);
    parts.promptLine.verdictButton().setMenu(menu);
    connect(&parts.board, &LaneBoard::changed, this, &VerdictDesk::noteBoard);
    connect(&parts.board, &LaneBoard::voteWanted, this, &VerdictDesk::voteOn);
    connect(&parts.bar, &VoteBar::tieChosen, this, &VerdictDesk::voteTie);
    connect(&parts.bar, &VoteBar::allBadChosen, this, &VerdictDesk::voteAllBad);
    connect(&parts.bar, &VoteBar::takeBackChosen, this, &VerdictDesk::takeBack);
    connect(&parts.bar, &VoteBar::revealChosen, this, &VerdictDesk::reveal);
    connect(&parts.bar, &VoteBar::noteWritten, this, &VerdictDesk::keepNote);
    connect(&context.votes, &core::VoteStore::changed, this, [this](qint64 run) {
        if (run == m_runId)
            readVotes();
    });
    present();
}

QAction *VerdictDesk::addAction(const char *id, const QString &text, const QList<QKeySequence> &keys,
                                void (VerdictDesk::*slot)())
{
    QAction *const action =
        m_context.actions.add({QString::fromLatin1(id), text, tr("Compare"), keys}, m_page);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void VerdictDesk::registerActions()
{
    m_tie = addAction("compare.voteTie", tr("Vote the answers a tie"), {}, &VerdictDesk::voteTie);
    m_allBad = addAction("compare.voteAllBad", tr("Vote all answers bad"), {}, &VerdictDesk::voteAllBad);
    addAction("compare.takeVoteBack", tr("Take the vote back"), {}, &VerdictDesk::takeBack);
    addAction("compare.voteNote", tr("Write a note on the vote"), {}, &VerdictDesk::writeNote);
    m_blindAction = addAction("compare.blind", tr("Compare blind: hide names until the vote"),
                              {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)}, &VerdictDesk::toggleBlind);
    m_blindAction->setCheckable(true);
}

void VerdictDesk::fillMenu()
{
    QMenu *const menu = m_parts.promptLine.verdictButton().menu();
    menu->clear();
    const auto add = [this, menu](const char *id) {
        if (QAction *const action = m_context.actions.find(QString::fromLatin1(id)))
            menu->addAction(action);
    };
    add("compare.voteTie");
    add("compare.voteAllBad");
    if (ranking())
        add("compare.takeVoteBack");
    add("compare.voteNote");
    menu->addSeparator();
    add("compare.blind");
    menu->addSeparator();
    add("compare.judge");
    add("compare.merge");
    add("compare.summarise");
}

void VerdictDesk::leaveRun()
{
    m_shown = false;
    m_revealed = false;
    m_sawNames = false;
    m_runId = 0;
    m_votes.clear();
    m_parts.bar.setNote({});
    applyBlind();
    m_parts.bar.hide();
    present();
    emit runChanged(0);
}

void VerdictDesk::beginRun(bool sawNames)
{
    m_shown = true;
    m_revealed = false;
    m_sawNames = sawNames;
    m_runId = 0;
    m_votes.clear();
    m_parts.bar.setNote({});
    if (m_blind && isHidden()) { // the run before was hidden as well: this one has an order of its own
        m_parts.board.setOrder(m_openOrder);
        m_openOrder.clear();
    }
    applyBlind();
    m_parts.bar.setVisible(isHidden());
    present();
}

void VerdictDesk::setRun(qint64 run)
{
    m_runId = run;
    readVotes();
    present();
    emit runChanged(run);
}

void VerdictDesk::readVotes()
{
    if (m_runId == 0)
        return;
    core::continued(m_context.votes.ofRun(m_runId), this,
                    [this, run = m_runId](const core::Result<QList<core::Vote>> &votes) {
                        if (run != m_runId)
                            return;
                        if (!votes)
                            return complain(votes.error());
                        m_votes = *votes;
                        const std::optional<core::Vote> own = ranking();
                        if (own && !m_parts.bar.isNoteEdited())
                            m_parts.bar.setNote(own->note);
                        present();
                        emit winnerChanged(
                            own && own->winner() >= 0 ? placeOf(own->lanes.at(own->winner()).laneId) : -1);
                    });
}

void VerdictDesk::setBlind(bool blind)
{
    if (blind == m_blind)
        return m_blindAction->setChecked(m_blind);
    m_blind = blind;
    m_revealed = false;
    m_sawNames = m_sawNames || (blind && m_shown);
    m_blindAction->setChecked(blind);
    applyBlind();
    m_parts.bar.setVisible(isHidden());
    present();
    emit blindChanged(blind);
}

void VerdictDesk::reveal()
{
    m_revealed = true;
    applyBlind();
    present();
}

void VerdictDesk::applyBlind()
{
    const bool hide = m_blind && m_shown && !m_revealed;
    if (hide == isHidden())
        return;
    if (hide) {
        m_openOrder = m_parts.board.lanes();
        const QList<QList<LaneController *>> places = m_parts.board.lanesByPlace();
        QList<LaneController *> shuffled;
        for (const int place :
             core::shuffledOrder(static_cast<int>(places.size()), QRandomGenerator::global()->generate()))
            shuffled += places.at(place);
        nameLanes();
        // The current lane, windows, the selection and widths would go along with their models.
        m_parts.board.forgetTraces();
        m_parts.board.setOrder(shuffled);
        nameLanes();
        m_parts.board.showFirst();
    } else {
        const QList<LaneController *> order = std::exchange(m_openOrder, {});
        m_parts.board.setAliases({});
        m_parts.board.setOrder(order);
    }
    emit hiddenChanged(hide);
}

void VerdictDesk::nameLanes()
{
    QStringList aliases;
    for (int place = 0; place < m_parts.board.count(); ++place)
        aliases.append(blindAlias(place));
    m_parts.board.setAliases(aliases);
}

void VerdictDesk::noteBoard()
{
    if (isHidden()) {
        // A lane that was added or moved meanwhile has no name or another one's.
        for (int place = 0; place < m_parts.board.count(); ++place)
            m_parts.board.lane(place).setAlias(blindAlias(place));
    }
    present();
}

std::optional<core::Vote> VerdictDesk::ranking() const
{
    for (const core::Vote &vote : m_votes) {
        if (vote.judge.isEmpty() && core::isRanking(vote.kind))
            return vote;
    }
    return std::nullopt;
}

int VerdictDesk::placeOf(qint64 lane) const
{
    for (int place = 0; place < m_parts.board.count(); ++place) {
        const std::optional<core::LaneState> state = m_parts.board.lane(place).state();
        if (state && state->laneId == lane && lane != 0)
            return place;
    }
    return -1;
}

QString VerdictDesk::nameOf(int place) const
{
    if (place < 0 || place >= m_parts.board.count())
        return tr("an answer that is gone");
    return isHidden() ? blindAlias(place) : m_parts.board.lane(place).target().name.toString();
}

bool VerdictDesk::isOnBallot(int place) const
{
    const std::optional<core::LaneState> state = m_parts.board.lane(place).state();
    return state && core::canBeJudged(state->completion);
}

int VerdictDesk::onBallot() const
{
    int lanes = 0;
    for (int place = 0; place < m_parts.board.count(); ++place)
        lanes += isOnBallot(place);
    return lanes;
}

bool VerdictDesk::canRank(core::VoteKind kind) const
{
    if (m_runId == 0 || m_parts.board.running() > 0)
        return false;
    return onBallot() >= (kind == core::VoteKind::AllBad ? 1 : 2);
}

QString VerdictDesk::summary() const
{
    const std::optional<core::Vote> vote = ranking();
    if (!vote)
        return {};
    switch (vote->kind) {
    case core::VoteKind::Tie:
        return tr("tie");
    case core::VoteKind::AllBad:
        return tr("all bad");
    default:
        return vote->lanes.value(vote->winner()).target.model;
    }
}

void VerdictDesk::present()
{
    const std::optional<core::Vote> own = ranking();
    const bool canWin = canRank(core::VoteKind::Best);
    for (int place = 0; place < m_parts.board.count(); ++place) {
        LaneController &lane = m_parts.board.lane(place);
        const qint64 id = lane.state() ? lane.state()->laneId : 0;
        LaneVerdict verdict;
        verdict.canVote = m_runId != 0 && isOnBallot(place);
        verdict.canWin = verdict.canVote && canWin;
        for (const core::Vote &vote : std::as_const(m_votes)) {
            if (!vote.judge.isEmpty() || vote.winner() < 0 || vote.lanes.at(vote.winner()).laneId != id
                || id == 0)
                continue;
            verdict.best = verdict.best || vote.kind == core::VoteKind::Best;
            verdict.up = verdict.up || vote.kind == core::VoteKind::Up;
            verdict.down = verdict.down || vote.kind == core::VoteKind::Down;
        }
        lane.setVerdict(verdict);
    }
    m_tie->setEnabled(canRank(core::VoteKind::Tie));
    m_allBad->setEnabled(canRank(core::VoteKind::AllBad));
    const QString vote = isHidden() ? QString() : summary();
    FlatButton &button = m_parts.promptLine.verdictButton();
    button.setText(vote.isEmpty() ? tr("Verdict") : tr("verdict: %1").arg(vote));
    button.setAccessibleName(button.text());
    button.setToolTip(tr("Vote on the answers, compare blind, or ask a model to judge or merge them"));
    VoteBarState state;
    state.hidden = isHidden();
    state.running = m_parts.board.running() > 0;
    state.canTie = m_tie->isEnabled();
    state.canAllBad = m_allBad->isEnabled();
    if (!vote.isEmpty())
        state.vote = own->kind == core::VoteKind::Best ? tr("Your vote: %1 is best").arg(vote)
                                                       : tr("Your vote: %1").arg(vote);
    m_parts.bar.setState(state);
}

void VerdictDesk::voteOn(int place, LaneAction action)
{
    switch (action) {
    case LaneAction::Best:
        return m_parts.board.lane(place).verdict().best ? takeBack() : rank(core::VoteKind::Best, place);
    case LaneAction::ThumbUp:
        return thumb(core::VoteKind::Up, place);
    case LaneAction::ThumbDown:
        return thumb(core::VoteKind::Down, place);
    default:
        return;
    }
}

void VerdictDesk::rank(core::VoteKind kind, int winner)
{
    if (!canRank(kind) || (winner >= 0 && !isOnBallot(winner)))
        return;
    core::Vote vote;
    vote.runId = m_runId;
    vote.kind = kind;
    vote.blind = isHidden() && !m_sawNames;
    vote.note = m_parts.bar.note();
    for (int place = 0; place < m_parts.board.count(); ++place) {
        if (!isOnBallot(place))
            continue;
        core::BallotLane lane = core::ballotLane(*m_parts.board.lane(place).state(), place);
        lane.won = place == winner;
        vote.lanes.append(lane);
    }
    core::continued(m_context.votes.cast(vote), this, [this](const core::Result<core::CastVote> &cast) {
        if (!cast)
            return complain(cast.error());
        noteCast(*cast);
    });
}

void VerdictDesk::noteCast(const core::CastVote &cast)
{
    const core::Vote &vote = cast.vote;
    if (vote.runId != m_runId)
        return;
    if (isHidden())
        reveal();
    const QString text = vote.kind == core::VoteKind::Best
        ? tr("Voted best: %1").arg(vote.lanes.value(vote.winner()).target.toString())
        : vote.kind == core::VoteKind::Tie ? tr("Voted a tie.")
                                           : tr("Voted all bad.");
    m_parts.toasts.showMessage(text, tr("Undo"), [this, cast] { undo(cast); });
}

void VerdictDesk::undo(const core::CastVote &cast)
{
    if (!cast.replaced)
        return withdraw(cast.vote.id);
    core::continued(m_context.votes.cast(*cast.replaced), this,
                    [this](const core::Result<core::CastVote> &back) {
                        if (!back)
                            complain(back.error());
                    });
}

void VerdictDesk::thumb(core::VoteKind kind, int place)
{
    if (m_runId == 0 || !isOnBallot(place))
        return;
    core::BallotLane lane = core::ballotLane(*m_parts.board.lane(place).state(), place);
    lane.won = true;
    for (const core::Vote &vote : std::as_const(m_votes)) {
        if (vote.judge.isEmpty() && vote.kind == kind && vote.lanes.constFirst().laneId == lane.laneId)
            return withdraw(vote.id); // chosen again: taken back
    }
    core::Vote vote;
    vote.runId = m_runId;
    vote.kind = kind;
    vote.blind = isHidden() && !m_sawNames;
    vote.lanes = {lane};
    core::continued(m_context.votes.cast(vote), this, [this](const core::Result<core::CastVote> &cast) {
        if (!cast)
            complain(cast.error());
    });
}

void VerdictDesk::takeBack()
{
    if (const std::optional<core::Vote> vote = ranking())
        withdraw(vote->id);
}

void VerdictDesk::withdraw(qint64 vote)
{
    core::continued(m_context.votes.withdraw(vote), this, [this](const core::Result<core::Vote> &removed) {
        // Not found: taken back twice, which is what was wanted.
        if (!removed && removed.error().kind != core::ErrorKind::NotFound)
            complain(removed.error());
    });
}

void VerdictDesk::writeNote()
{
    m_parts.bar.focusNote();
}

void VerdictDesk::keepNote(const QString &note)
{
    const std::optional<core::Vote> vote = ranking();
    if (!vote || vote->note == note)
        return;
    core::continued(m_context.votes.setNote(vote->id, note), this, [this](const core::Result<void> &kept) {
        if (!kept)
            complain(kept.error());
    });
}

void VerdictDesk::complain(const core::Error &error)
{
    m_parts.toasts.showMessage(tr("The vote could not be kept: %1").arg(error.message));
}

} // namespace ui
