#include "ui/compare/conversation.h"

#include "core/base/continuation.h"
#include "core/ledger/ledgerreader.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/runsession.h"

namespace ui {

namespace {

QList<LaneTurn> turnsOf(const core::LaneContext &context)
{
    QList<LaneTurn> turns;
    for (qsizetype at = 0; at + 1 < context.messages.size(); at += 2)
        turns.append({context.messages.at(at).text, context.messages.at(at + 1).text});
    return turns;
}

} // namespace

Conversation::Conversation(const CompareContext &context, const LaneBoard &board, const RunSession &session,
                           QObject *parent)
    : QObject(parent), m_context(context), m_board(board), m_session(session)
{
    m_lineage =
        core::lineageFromName(context.settings.get(core::settings::kLineage)).value_or(core::Lineage::Own);
    connect(&session, &RunSession::started, this, &Conversation::changed);
    connect(&board, &LaneBoard::targetsChanged, this, &Conversation::changed);
}

void Conversation::begin()
{
    ++m_loading;
    m_reading = false;
    m_past.clear();
    m_record.reset();
    m_winner.clear();
    m_voted.clear();
    m_editing = false;
    emit changed();
}

void Conversation::open(const core::RunRecord &run)
{
    m_past.clear();
    m_record = run;
    m_winner.clear();
    m_voted.clear();
    m_editing = false;
    m_reading = run.turn.parentRun != 0;
    emit changed();
    const int loading = ++m_loading;
    if (!m_reading)
        return;
    core::continued(m_context.reader.conversation(run.turn.parentRun), this,
                    [this, loading](const core::Result<QList<core::RunRecord>> &past) {
                        if (loading != m_loading)
                            return;
                        m_reading = false;
                        if (past)
                            m_past = *past;
                        emit changed();
                    });
}

void Conversation::forgetShown()
{
    m_record.reset();
    m_editing = false;
    emit changed();
}

void Conversation::noteSent(const QList<core::RunRecord> &past)
{
    ++m_loading;
    m_reading = false;
    m_past = past;
    m_record.reset();
    m_editing = false;
    m_winner.clear();
    m_voted.clear();
    emit changed();
}

void Conversation::setEditing(bool on)
{
    if (on == m_editing || (on && shownRun() == 0))
        return;
    m_editing = on;
    emit changed();
}

void Conversation::setLineage(core::Lineage lineage)
{
    if (lineage == m_lineage)
        return;
    m_lineage = lineage;
    m_context.settings.set(core::settings::kLineage, core::lineageName(lineage));
    emit changed();
}

int Conversation::winner() const
{
    for (int place = 0; place < m_board.count(); ++place) {
        if (&m_board.lane(place) == m_winner.data())
            return place;
    }
    for (int place = 0; place < m_board.count(); ++place) {
        if (&m_board.lane(place) == m_voted.data())
            return place;
    }
    // Nobody has chosen or voted: the first lane that has an answer.
    for (int place = 0; place < m_board.count(); ++place) {
        const std::optional<core::LaneState> state = m_board.lane(place).state();
        if (state && core::isSuccess(state->status()))
            return place;
    }
    return m_board.count() > 0 ? 0 : -1;
}

void Conversation::setWinner(int lane)
{
    m_winner = lane >= 0 && lane < m_board.count() ? &m_board.lane(lane) : nullptr;
    emit changed();
}

void Conversation::setVoted(int lane)
{
    const LaneController *const voted = lane >= 0 && lane < m_board.count() ? &m_board.lane(lane) : nullptr;
    if (voted == m_voted.data())
        return;
    m_voted = voted;
    emit changed();
}

std::optional<core::RunRecord> Conversation::shown() const
{
    if (m_session.run() && m_session.run()->runId() != 0)
        return m_session.run()->record();
    return m_record;
}

qint64 Conversation::shownRun() const
{
    if (m_session.run())
        return m_session.run()->runId();
    return m_record ? m_record->id : 0;
}

QList<core::RunRecord> Conversation::turns() const
{
    QList<core::RunRecord> turns = m_past;
    if (const std::optional<core::RunRecord> last = shown())
        turns.append(*last);
    return turns;
}

qint64 Conversation::conversationId() const
{
    if (!m_past.isEmpty())
        return m_past.first().id;
    // The turns before it may still be on their way.
    const qint64 known = m_record ? m_record->turn.conversation : 0;
    return known != 0 ? known : shownRun();
}

qint64 Conversation::laneIdAt(int place) const
{
    if (place < 0 || place >= m_board.count())
        return 0;
    const std::optional<core::LaneState> state = m_board.lane(place).state();
    return state ? state->laneId : 0;
}

int Conversation::pastOwner(int place) const
{
    if (m_board.lane(place).isIdle()) {
        for (const int repeated : m_board.members(place)) {
            if (!m_board.lane(repeated).isIdle())
                return repeated;
        }
    }
    return place;
}

QList<core::LaneContext> Conversation::contextsAfter(const QList<core::RunRecord> &past,
                                                     core::Lineage lineage, bool again) const
{
    QList<core::LaneContext> contexts;
    const std::optional<core::RunRecord> now = shown();
    for (int place = 0; place < m_board.count(); ++place) {
        const qint64 own = laneIdAt(pastOwner(place));
        if (!again) {
            contexts.append(core::contextOf(past, lineage, own, laneIdAt(winner())));
            continue;
        }
        // In the shown turn's place: what its own lane was given.
        qint64 parent = 0;
        for (const core::LaneRecord &lane : now ? now->lanes : QList<core::LaneRecord>()) {
            if (lane.laneId == own && own != 0)
                parent = lane.parentLane;
        }
        contexts.append(lineage == core::Lineage::Shared ? core::sharedContext(past)
                                                         : core::branchOf(past, parent));
    }
    return contexts;
}

void Conversation::place(core::CompareRequest &request, bool again) const
{
    const bool replaces = (again || m_editing) && shownRun() != 0;
    const QList<core::RunRecord> past = replaces ? m_past : turns();
    if (past.isEmpty())
        return;
    request.turn.parentRun = past.last().id;
    request.turn.conversation = past.first().id;
    const std::optional<core::RunRecord> now = shown();
    request.turn.lineage = replaces && now ? now->turn.lineage : m_lineage;
    request.contexts = contextsAfter(past, request.turn.lineage, replaces);
}

QList<core::RunRecord> Conversation::pastOf(const core::CompareRequest &request) const
{
    QList<core::RunRecord> past;
    const QList<core::RunRecord> all = turns();
    for (const core::RunRecord &turn : all) {
        if (request.turn.parentRun == 0 || (!past.isEmpty() && past.last().id == request.turn.parentRun))
            break;
        past.append(turn);
    }
    return past;
}

QList<core::LaneContext> Conversation::nextContexts() const
{
    core::CompareRequest request;
    place(request, false);
    return request.contexts;
}

QList<QList<LaneTurn>> Conversation::laneTurns() const
{
    QList<QList<LaneTurn>> turns;
    for (int place = 0; place < m_board.count(); ++place)
        turns.append(turnsOf(given(place, core::AnswerHeads::Models)));
    return turns;
}

core::LaneContext Conversation::given(int place, core::AnswerHeads heads) const
{
    const std::optional<core::RunRecord> now =
        m_session.run() ? std::optional(m_session.run()->record()) : m_record;
    if (!now || m_past.isEmpty())
        return {};
    return now->turn.lineage == core::Lineage::Shared
        ? core::sharedContext(m_past, heads)
        : core::branchOf(m_past, m_board.lane(pastOwner(place)).parentLane(), heads);
}

} // namespace ui
