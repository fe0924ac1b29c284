#pragma once

#include "core/chat/message.h"
#include "core/ledger/records.h"

#include <QList>

namespace core {

/// What one lane of a follow-up turn is given of the turns before it.
struct LaneContext
{
    /// The lane it continues; 0 is none.
    qint64 parentLane = 0;
    /// User and assistant messages by turns, without a system message.
    QList<Message> messages = {};
    /// Earlier turns that cannot be part of it because they got no answer in this branch, counted from 1.
    QList<int> leftOut = {};

    bool operator==(const LaneContext &) const = default;
};

/// What tells several answers of one turn apart: their models' names, or numbers that tell nothing of whose
/// they are.
enum class AnswerHeads { Models, Numbers };

/// The branch that ends with a lane: what was asked and answered from the first turn to that lane's answer. A
/// turn without an answer is left out whole, since many endpoints refuse two user messages in a row. `turns`
/// lead from the first to the one that has the lane; without such a lane the context is empty.
LaneContext branchOf(const QList<RunRecord> &turns, qint64 lane, AnswerHeads heads = AnswerHeads::Models);

/// All lanes' answers of every turn. With several answers each is headed.
LaneContext sharedContext(const QList<RunRecord> &turns, AnswerHeads heads = AnswerHeads::Models);

/// What a lane of the next turn is given. `ownLane` is the lane of the last turn in its place (0: none, it
/// begins without a past), `winner` the lane that all follow under Lineage::Winner.
LaneContext contextOf(const QList<RunRecord> &turns, Lineage lineage, qint64 ownLane, qint64 winner);

/// System message, earlier turns and the new prompt as they are sent.
QList<Message> messagesOf(const QString &system, const LaneContext &context, const QString &prompt,
                          const QList<ImagePart> &images);

/// The first 12 hexadecimal digits of a SHA-256 over the messages: equal contexts show equal marks.
QString fingerprintOf(const QList<Message> &messages);

} // namespace core
