#include "core/compare/lineage.h"

#include <QCryptographicHash>

namespace core {

namespace {

bool isAnswered(const LaneRecord &lane)
{
    return !lane.latest.completion.text.trimmed().isEmpty();
}

void appendTurn(LaneContext &context, const RunRecord &turn, const QString &answer)
{
    context.messages.append({Role::User, turn.prompt, turn.images});
    context.messages.append({Role::Assistant, answer});
}

const LaneRecord *findLane(const RunRecord &turn, qint64 lane)
{
    const auto found = std::find_if(turn.lanes.begin(), turn.lanes.end(),
                                    [lane](const LaneRecord &record) { return record.laneId == lane; });
    return found == turn.lanes.end() ? nullptr : &*found;
}

QString allAnswers(const RunRecord &turn, AnswerHeads heads)
{
    QList<const LaneRecord *> answered;
    for (const LaneRecord &lane : turn.lanes) {
        if (isAnswered(lane))
            answered.append(&lane);
    }
    if (answered.size() == 1)
        return answered.first()->latest.completion.text;
    QStringList parts;
    for (const LaneRecord *lane : answered) {
        const QString head = heads == AnswerHeads::Models ? lane->latest.model
                                                          : QStringLiteral("answer %1").arg(parts.size() + 1);
        parts.append(QStringLiteral("[%1]\n%2").arg(head, lane->latest.completion.text));
    }
    return parts.join(QStringLiteral("\n\n"));
}

LaneContext sharedUpTo(const QList<RunRecord> &turns, qsizetype count, AnswerHeads heads)
{
    LaneContext context;
    for (qsizetype at = 0; at < count; ++at) {
        const QString answers = allAnswers(turns.at(at), heads);
        if (answers.isEmpty())
            context.leftOut.append(static_cast<int>(at) + 1);
        else
            appendTurn(context, turns.at(at), answers);
    }
    return context;
}

} // namespace

LaneContext branchOf(const QList<RunRecord> &turns, qint64 lane, AnswerHeads heads)
{
    // Backwards from the lane to where its branch began, then forwards.
    QList<std::pair<qsizetype, const LaneRecord *>> branch;
    qsizetype shared = 0;
    qint64 wanted = lane;
    for (qsizetype at = turns.size() - 1; at >= 0 && wanted != 0; --at) {
        const LaneRecord *found = findLane(turns.at(at), wanted);
        if (!found)
            continue;
        branch.prepend({at, found});
        wanted = found->parentLane;
        if (turns.at(at).turn.lineage == Lineage::Shared && turns.at(at).turn.parentRun != 0)
            shared = at;
    }
    LaneContext context = sharedUpTo(turns, shared, heads);
    for (const auto &[at, record] : std::as_const(branch)) {
        if (isAnswered(*record))
            appendTurn(context, turns.at(at), record->latest.completion.text);
        else
            context.leftOut.append(static_cast<int>(at) + 1);
    }
    context.parentLane = branch.isEmpty() ? 0 : lane;
    return context;
}

LaneContext sharedContext(const QList<RunRecord> &turns, AnswerHeads heads)
{
    return sharedUpTo(turns, turns.size(), heads);
}

LaneContext contextOf(const QList<RunRecord> &turns, Lineage lineage, qint64 ownLane, qint64 winner)
{
    switch (lineage) {
    case Lineage::Own:
        return branchOf(turns, ownLane);
    case Lineage::Winner:
        return branchOf(turns, winner);
    case Lineage::Shared:
        break;
    }
    return sharedContext(turns);
}

QList<Message> messagesOf(const QString &system, const LaneContext &context, const QString &prompt,
                          const QList<ImagePart> &images)
{
    QList<Message> messages;
    if (!system.isEmpty())
        messages.append({Role::System, system});
    messages += context.messages;
    messages.append({Role::User, prompt, images});
    return messages;
}

QString fingerprintOf(const QList<Message> &messages)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) {
        // With its length, so that no two lists of parts read the same.
        hash.addData(QByteArray::number(part.size()));
        hash.addData(QByteArrayLiteral(":"));
        hash.addData(part);
    };
    for (const Message &message : messages) {
        add(QByteArray::number(static_cast<int>(message.role)));
        add(message.text.toUtf8());
        for (const ImagePart &image : message.images)
            add(image.data);
    }
    return QString::fromLatin1(hash.result().toHex().left(12));
}

} // namespace core
