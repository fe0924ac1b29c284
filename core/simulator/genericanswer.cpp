#include "core/simulator/genericanswer.h"

#include "core/simulator/imagefacts.h"
#include "core/simulator/judgeanswer.h"
#include "core/simulator/tokens.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr qsizetype kTopicLength = 80;

/// One of several wordings, always the same for the same ask.
template <std::size_t N>
QString pick(const std::array<const char *, N> &wordings, const SimulatedAsk &ask)
{
    return QString::fromUtf8(wordings.at(ask.hash() % N));
}

qsizetype wordCount(const QString &text)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    return text.split(blanks, Qt::SkipEmptyParts).size();
}

/// "has 1 word and comes to 2 tokens".
QString sizeOf(const QString &prompt)
{
    const auto counted = [](qint64 count, const QString &one) {
        const QString number = QString::number(count) + QLatin1Char(' ') + one;
        return count == 1 ? number : QString(number + QLatin1Char('s'));
    };
    return QStringLiteral("has %1 and comes to %2")
        .arg(counted(wordCount(prompt), QStringLiteral("word")),
             counted(countTokens(prompt), QStringLiteral("token")));
}

/// The longer words of the prompt, each once, in their order: what a table or a list can be made of.
QStringList keywords(const QString &prompt, qsizetype limit)
{
    static const QRegularExpression word(QStringLiteral("\\p{L}{5,24}"));
    QStringList found;
    QRegularExpressionMatchIterator matches = word.globalMatch(prompt.left(4'000));
    while (matches.hasNext() && found.size() < limit) {
        const QString text = matches.next().captured().toLower();
        if (!found.contains(text))
            found.append(text);
    }
    for (const char *filler : {"goal", "constraints", "first step"}) {
        if (found.size() < std::min<qsizetype>(limit, 3))
            found.append(QString::fromLatin1(filler));
    }
    return found;
}

QString brisk(const SimulatedAsk &ask)
{
    const QString opening =
        pick(std::array{"A short, simulated answer about “%1”.", "On “%1”, briefly and simulated:",
                        "Here is what a fast model would do with “%1” (simulated)."},
             ask);
    return opening.arg(topicOf(ask.prompt))
        + QStringLiteral(
              "\n\nA real model of this kind would give you the main point in a sentence or two, then "
              "stop. Your prompt %1; add an account to send it to a "
              "model that can answer it.")
              .arg(sizeOf(ask.prompt));
}

QString terse(const SimulatedAsk &ask)
{
    return pick(std::array{"Simulated, about “%1”: yes, within limits.",
                           "“%1”: noted. This is a simulated answer.",
                           "Simulated answer to “%1”, kept short."},
                ask)
        .arg(topicOf(ask.prompt));
}

QString table(const QStringList &words)
{
    QString rows = QStringLiteral("| Point | Weight | Remark |\n|---|---|---|\n");
    int weight = 5;
    for (const QString &word : words)
        rows += QStringLiteral("| %1 | %2 / 5 | named in the prompt |\n")
                    .arg(word, QString::number(std::max(1, weight--)));
    return rows;
}

QString thorough(const SimulatedAsk &ask)
{
    const QStringList words = keywords(ask.prompt, 5);
    QString text =
        QStringLiteral("## %1\n\nThis answer is **simulated**. It has the shape that a thorough model "
                       "would give it, so that you can see how headings, tables and code are shown.\n\n")
            .arg(topicOf(ask.prompt));
    text += QStringLiteral("### What the prompt is about\n\n") + table(words) + QLatin1Char('\n');
    text += QStringLiteral("### In three steps\n\n"
                           "1. **Settle the terms.** What exactly is meant by *%1*?\n"
                           "2. **Look at the parts.** Take *%2* first, since the rest depends on it.\n"
                           "3. **Check the result** against *%3* before you rely on it.\n\n")
                .arg(words.value(0), words.value(1), words.value(2));
    text += QStringLiteral(
                "### A sketch\n\n```python\ndef answer(prompt: str) -> str:\n"
                "    \"\"\"Stand-in for a real model.\"\"\"\n"
                "    points = %1\n"
                "    return \"; \".join(f\"{n}. {point}\" for n, point in enumerate(points, 1))\n```\n\n")
                .arg(QStringLiteral("[\"") + words.join(QStringLiteral("\", \"")) + QStringLiteral("\"]"));
    text += QStringLiteral("> The prompt %1.").arg(sizeOf(ask.prompt));
    return text;
}

QString reasoned(const SimulatedAsk &ask)
{
    const QStringList words = keywords(ask.prompt, 3);
    return QStringLiteral("A simulated, considered answer about “%1”:\n\n"
                          "1. *%2* is what the rest depends on, so it comes first.\n"
                          "2. *%3* follows from it, with one exception worth a test.\n"
                          "3. *%4* can be left open until the first two are settled.\n\n"
                          "**In short:** decide the first, try the second, postpone the third.")
        .arg(topicOf(ask.prompt), words.value(0), words.value(1), words.value(2));
}

QString erratic(const SimulatedAsk &ask)
{
    return pick(std::array{"A simulated answer about “%1”, from a model that does not always get this far.",
                           "About “%1” (simulated): this attempt went through; the next one may not.",
                           "Simulated: “%1” would be answered here, more or less."},
                ask)
        .arg(topicOf(ask.prompt));
}

QString shapeOf(int width, int height)
{
    if (width == height)
        return QStringLiteral("square");
    return width > height ? QStringLiteral("landscape") : QStringLiteral("portrait");
}

QString describeImage(const QString &url)
{
    const qsizetype comma = url.indexOf(QLatin1Char(','));
    if (!url.startsWith(QLatin1String("data:")) || comma < 0)
        return QStringLiteral("a picture by address, which the simulator does not fetch");
    const QByteArray file = QByteArray::fromBase64(url.mid(comma + 1).toLatin1());
    const std::optional<ImageFacts> facts = imageFacts(file);
    if (!facts)
        return QStringLiteral("a file of %1 bytes that is no PNG, JPEG, GIF or WebP picture")
            .arg(file.size());
    return QStringLiteral("a %1 picture of %2 × %3 pixels (%4), %5 bytes")
        .arg(facts->format)
        .arg(facts->width)
        .arg(facts->height)
        .arg(shapeOf(facts->width, facts->height))
        .arg(file.size());
}

QString seeing(const SimulatedAsk &ask)
{
    if (ask.images.isEmpty())
        return brisk(ask)
            + QStringLiteral("\n\nAttach a picture and I will tell what its file says of itself.");
    QString text = QStringLiteral("You sent %1:\n\n")
                       .arg(ask.images.size() == 1 ? QStringLiteral("one picture")
                                                   : QStringLiteral("%1 pictures").arg(ask.images.size()));
    int number = 1;
    for (const QString &url : ask.images)
        text += QStringLiteral("%1. %2\n").arg(number++).arg(describeImage(url));
    return text
        + QStringLiteral(
              "\nThis answer is simulated: it reads the header of a file and not what is to be seen. "
              "To “%1” a real model would describe the content.")
              .arg(topicOf(ask.prompt));
}

} // namespace

QString topicOf(const QString &prompt)
{
    QString topic = prompt.simplified();
    if (topic.isEmpty())
        return QStringLiteral("nothing at all");
    static const QRegularExpression sentenceEnd(QStringLiteral("[.!?。](\\s|$)"));
    const qsizetype end = topic.indexOf(sentenceEnd);
    if (end > 0 && end <= kTopicLength)
        return topic.left(end);
    if (topic.size() <= kTopicLength)
        return topic;
    qsizetype cut = topic.lastIndexOf(QLatin1Char(' '), kTopicLength - 1);
    if (cut < kTopicLength / 2)
        cut = topic.at(kTopicLength - 2).isHighSurrogate() ? kTopicLength - 2 : kTopicLength - 1;
    return topic.left(cut) + QStringLiteral("…");
}

QString genericAnswer(const Personality &personality, const SimulatedAsk &ask)
{
    switch (personality.manner) {
    case Manner::Brisk:
        return brisk(ask);
    case Manner::Terse:
        return terse(ask);
    case Manner::Thorough:
        return thorough(ask);
    case Manner::Reasoning:
        return reasoned(ask);
    case Manner::Erratic:
        return erratic(ask);
    case Manner::Seeing:
        return seeing(ask);
    case Manner::Judging:
        return judgeAnswer(ask);
    }
    return {};
}

QString genericReasoning(const SimulatedAsk &ask)
{
    const QStringList words = keywords(ask.prompt, 3);
    return QStringLiteral(
               "The prompt asks about “%1”. What is wanted is probably short and usable.\n\n"
               "Which words carry it? %2. The first of them sets the frame, so I begin there. Is "
               "anything missing that I would have to ask for? A limit, perhaps, or an audience; I can "
               "answer without and say so.\n\n"
               "Three points are enough. Order them by what depends on what, then close with one line "
               "that can be acted on.")
        .arg(topicOf(ask.prompt), words.join(QStringLiteral(", ")));
}

} // namespace core
