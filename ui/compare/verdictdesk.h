#pragma once

#include "core/judging/votestore.h"
#include "ui/compare/comparecontext.h"
#include "ui/compare/lanepresenter.h"

#include <QObject>

class QAction;

namespace ui {

class LaneBoard;
class LaneController;
class PromptLine;
class ToastArea;
class VoteBar;

/// The parts of the page that a VerdictDesk works on.
struct VerdictParts
{
    LaneBoard &board;
    PromptLine &promptLine;
    VoteBar &bar;
    ToastArea &toasts;
};

/// Votes on the run that is shown, and whether it is blind: then lanes stand in a random order without their
/// names and figures until the vote. Owned by ComparePage; main thread.
class VerdictDesk : public QObject
{
    Q_OBJECT

public:
    /// Actions are registered for `page`, which owns the desk.
    VerdictDesk(const CompareContext &context, const VerdictParts &parts, QWidget *page);

    /// The run that is shown is about to go.
    void leaveRun();
    /// The board shows a run; blind, if that is wanted, from here on. `sawNames`: one that may have been seen
    /// before with its names.
    void beginRun(bool sawNames = false);
    /// The id of the run that is shown: its votes are read.
    void setRun(qint64 run);
    qint64 run() const { return m_runId; }

    /// Of this and the next runs.
    void setBlind(bool blind);
    bool isBlind() const { return m_blind; }
    /// Whether names are hidden now.
    bool isHidden() const { return !m_openOrder.isEmpty(); }
    void reveal();

    /// What the person said of the run as a whole.
    std::optional<core::Vote> ranking() const;
    /// Where the lane of an answer stands on the board; -1 when it is gone.
    int placeOf(qint64 lane) const;
    /// What the lane in that place is called here and now.
    QString nameOf(int place) const;

signals:
    void blindChanged(bool blind);
    /// Names were hidden or shown.
    void hiddenChanged(bool hidden);
    /// The place of the answer that the person voted best; -1 when there is none.
    void winnerChanged(int place);
    /// Another run is shown, or none.
    void runChanged(qint64 run);

private:
    QAction *addAction(const char *id, const QString &text, const QList<QKeySequence> &keys,
                       void (VerdictDesk::*slot)());
    void registerActions();
    void fillMenu();
    void toggleBlind() { setBlind(!m_blind); }
    void applyBlind();
    void nameLanes();
    void noteBoard();
    void readVotes();
    void present();
    QString summary() const;

    bool isOnBallot(int place) const;
    int onBallot() const;
    bool canRank(core::VoteKind kind) const;
    void voteOn(int place, LaneAction action);
    void rank(core::VoteKind kind, int winner);
    void thumb(core::VoteKind kind, int place);
    void voteTie() { rank(core::VoteKind::Tie, -1); }
    void voteAllBad() { rank(core::VoteKind::AllBad, -1); }
    void takeBack();
    void withdraw(qint64 vote);
    void writeNote();
    void keepNote(const QString &note);
    void noteCast(const core::CastVote &cast);
    void undo(const core::CastVote &cast);
    void complain(const core::Error &error);

    const CompareContext m_context;
    const VerdictParts m_parts;
    QWidget *const m_page;
    QAction *m_tie = nullptr;
    QAction *m_allBad = nullptr;
    QAction *m_blindAction = nullptr;
    QList<core::Vote> m_votes;
    /// The lanes in the order they have when nothing is hidden; empty while nothing is.
    QList<LaneController *> m_openOrder;
    qint64 m_runId = 0;
    bool m_shown = false;
    bool m_blind = false;
    bool m_revealed = false;
    /// Names could be seen before they were hidden: such a vote is not blind.
    bool m_sawNames = false;
};

} // namespace ui
