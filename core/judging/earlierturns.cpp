#include "core/judging/earlierturns.h"

#include "core/judging/selfnaming.h"

#include <algorithm>

namespace core {

namespace {

/// Answers that were given the same, by the letters they are shown under.
struct SharedPast
{
    QList<Message> messages;
    QStringList letters;
};

QList<SharedPast> pastsOf(const QList<AnonymousAnswer> &answers, const QList<int> &order)
{
    QList<SharedPast> pasts;
    for (int place = 0; place < order.size(); ++place) {
        const QList<Message> &earlier = answers.at(order.at(place)).earlier;
        const auto past = std::find_if(pasts.begin(), pasts.end(), [&earlier](const SharedPast &known) {
            return known.messages == earlier;
        });
        if (past == pasts.end())
            pasts.append({earlier, {answerLetter(place)}});
        else
            past->letters.append(answerLetter(place));
    }
    return pasts;
}

/// Its beginning and its end, `limit` characters of it.
QString shortened(const QString &text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    qsizetype head = limit * 2 / 3;
    qsizetype tail = text.size() - (limit - head);
    if (head > 0 && text.at(head - 1).isHighSurrogate())
        --head;
    if (tail < text.size() && text.at(tail).isLowSurrogate())
        ++tail;
    return text.left(head) + QStringLiteral("\n[characters left out: %1]\n").arg(tail - head)
        + text.mid(tail);
}

QString textOf(const Message &message)
{
    const bool person = message.role == Role::User;
    const QLatin1StringView element = person ? QLatin1StringView("person") : QLatin1StringView("reply");
    const QString text = person ? message.text : maskSelfNaming(message.text);
    return QStringLiteral("<%1>\n").arg(element)
        + enclosed(QLatin1StringView("conversation"), enclosed(element, text))
        + QStringLiteral("\n</%1>\n").arg(element);
}

/// From its newest turn backwards, as much of it as goes into the limit.
QString transcript(const QList<Message> &messages, qsizetype limit)
{
    QString text;
    qsizetype room = limit;
    qsizetype turn = messages.size() - 2;
    for (; turn >= 0 && room > 0; turn -= 2) {
        Message asked = messages.at(turn);
        Message reply = messages.at(turn + 1);
        // What the shorter one of the two leaves is the other one's.
        const qsizetype half = room / 2;
        const qsizetype question = std::max(half, room - reply.text.size());
        asked.text = shortened(asked.text, question);
        reply.text = shortened(reply.text, room - std::min(asked.text.size(), half));
        room -= messages.at(turn).text.size() + messages.at(turn + 1).text.size();
        text.prepend(textOf(asked) + textOf(reply));
    }
    if (const qsizetype left = (turn + 2) / 2; left > 0)
        text.prepend(QStringLiteral("[earlier turns left out: %1]\n").arg(left));
    return text;
}

} // namespace

QString conversationBefore(const QList<AnonymousAnswer> &answers, const QList<int> &order, qsizetype limit)
{
    const QList<SharedPast> pasts = pastsOf(answers, order);
    const auto given = std::count_if(pasts.cbegin(), pasts.cend(),
                                     [](const SharedPast &past) { return !past.messages.isEmpty(); });
    QString text;
    for (const SharedPast &past : pasts) {
        if (past.messages.isEmpty())
            continue;
        text += pasts.size() == 1
            ? QStringLiteral("<conversation>\n")
            : QStringLiteral("<conversation before=\"%1\">\n").arg(past.letters.join(QStringLiteral(", ")));
        text += transcript(past.messages, limit / given) + QStringLiteral("</conversation>\n\n");
    }
    return text;
}

} // namespace core
