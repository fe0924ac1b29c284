#include "core/simulator/judgeanswer.h"

#include "core/simulator/genericanswer.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace core {

namespace {

struct Shown
{
    QString letter;
    QString text;
};

QList<Shown> answersIn(const QString &prompt)
{
    static const QRegularExpression element(QStringLiteral("<answer(?: id=\"([A-Z]+)\")?>(.*?)</answer>"),
                                            QRegularExpression::DotMatchesEverythingOption);
    QList<Shown> answers;
    QRegularExpressionMatchIterator matches = element.globalMatch(prompt);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        answers.append({match.captured(1), match.captured(2).trimmed()});
    }
    return answers;
}

QString document(const QString &key, const QString &verdict, const QString &reason)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonObject{{key, verdict}, {QStringLiteral("reason"), reason}}).toJson());
}

QString ranking(QList<Shown> answers)
{
    std::stable_sort(answers.begin(), answers.end(),
                     [](const Shown &a, const Shown &b) { return a.text.size() > b.text.size(); });
    const QString key = QStringLiteral("best");
    if (answers.constFirst().text.isEmpty())
        return document(key, QStringLiteral("all_bad"),
                        QStringLiteral("Simulated: none of them says anything."));
    if (answers.at(0).text.size() == answers.at(1).text.size())
        return document(key, QStringLiteral("tie"),
                        QStringLiteral("Simulated: the longest ones are equally long."));
    return document(key, answers.constFirst().letter,
                    QStringLiteral("Simulated: it is the longest, with %1 characters.")
                        .arg(answers.constFirst().text.size()));
}

QString check(const QString &rubric, const QString &answer)
{
    static const QRegularExpression quoted(QStringLiteral("[\"“„]([^\"“”„]+)[\"“”]"));
    const QString key = QStringLiteral("verdict");
    QRegularExpressionMatchIterator phrases = quoted.globalMatch(rubric);
    while (phrases.hasNext()) {
        const QString phrase = phrases.next().captured(1);
        if (!answer.contains(phrase, Qt::CaseInsensitive))
            return document(key, QStringLiteral("fail"),
                            QStringLiteral("Simulated: the answer does not say “%1”.").arg(phrase));
    }
    if (answer.isEmpty())
        return document(key, QStringLiteral("fail"), QStringLiteral("Simulated: there is no answer."));
    return document(key, QStringLiteral("pass"),
                    QStringLiteral("Simulated: it says all that the rubric quotes."));
}

} // namespace

QString judgeAnswer(const SimulatedAsk &ask)
{
    static const QRegularExpression rubric(QStringLiteral("<rubric>(.*?)</rubric>"),
                                           QRegularExpression::DotMatchesEverythingOption);
    const QList<Shown> answers = answersIn(ask.prompt);
    const QRegularExpressionMatch match = rubric.match(ask.prompt);
    if (match.hasMatch() && answers.size() == 1)
        return check(match.captured(1), answers.constFirst().text);
    if (answers.size() > 1)
        return ranking(answers);
    return QStringLiteral(
               "I am a simulated judge. Give me several answers to “%1” and I say which one is best; here "
               "I only have the question.")
        .arg(topicOf(ask.prompt));
}

} // namespace core
