#pragma once

#include "core/compare/comparison.h"
#include "ui/compare/comparecontext.h"
#include "ui/compare/transcriptview.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace ui {

class LaneBoard;
class LaneController;
class RunSession;

/// The turns that the Compare page shows and what the next one will be given of them. Owned by ComparePage;
/// main thread.
class Conversation : public QObject
{
    Q_OBJECT

public:
    Conversation(const CompareContext &context, const LaneBoard &board, const RunSession &session,
                 QObject *parent = nullptr);

    /// Nothing is shown any more: what is sent next begins a conversation.
    void begin();
    /// A run of the ledger is shown; reads the turns that led to it.
    void open(const core::RunRecord &run);
    /// The run that was shown is gone again; the turns before it stay.
    void forgetShown();
    /// A request with this past was accepted and is shown now.
    void noteSent(const QList<core::RunRecord> &past);

    /// On: what is sent next takes the shown turn's place in a branch of its own.
    void setEditing(bool on);
    bool isEditing() const { return m_editing; }

    core::Lineage lineage() const { return m_lineage; }
    void setLineage(core::Lineage lineage);
    /// The place of the lane that all follow; -1 without lanes.
    int winner() const;
    /// -1: the one that is voted best.
    void setWinner(int lane);
    bool isWinnerChosen() const { return !m_winner.isNull(); }
    /// The lane whose answer was voted best; -1 for none.
    void setVoted(int lane);

    /// How many turns there are, the shown one included.
    int turnCount() const { return static_cast<int>(turns().size()); }
    /// 0 without a turn.
    qint64 conversationId() const;
    qint64 shownRun() const;
    /// The run that the shown one follows; 0 is none.
    qint64 turnBefore() const { return m_past.isEmpty() ? 0 : m_past.last().id; }

    /// Says where the request stands and what each of its lanes is given. `again`: in the shown turn's place.
    void place(core::CompareRequest &request, bool again) const;
    /// The turns before a placed request.
    QList<core::RunRecord> pastOf(const core::CompareRequest &request) const;
    /// What each lane of the board will be given next.
    QList<core::LaneContext> nextContexts() const;
    /// The earlier turns of each lane of the board, as the shown run had them.
    QList<QList<LaneTurn>> laneTurns() const;
    /// What the lane in that place was given of them; with `Numbers` it names no model.
    core::LaneContext given(int place, core::AnswerHeads heads) const;
    /// The turns before the shown one are still being read.
    bool isReading() const { return m_reading; }

signals:
    /// Turns, lineage, winner or editing are others now.
    void changed();

private:
    QList<core::RunRecord> turns() const;
    std::optional<core::RunRecord> shown() const;
    qint64 laneIdAt(int place) const;
    /// The lane whose past the one in that place has: of a repeat that was not asked yet, the first lane that
    /// it repeats.
    int pastOwner(int place) const;
    QList<core::LaneContext> contextsAfter(const QList<core::RunRecord> &past, core::Lineage lineage,
                                           bool again) const;

    const CompareContext m_context;
    const LaneBoard &m_board;
    const RunSession &m_session;
    QList<core::RunRecord> m_past;
    std::optional<core::RunRecord> m_record;
    core::Lineage m_lineage = core::Lineage::Own;
    /// Wherever it stands on the board; null: nobody has chosen.
    QPointer<const LaneController> m_winner;
    QPointer<const LaneController> m_voted;
    int m_loading = 0;
    bool m_reading = false;
    bool m_editing = false;
};

} // namespace ui
