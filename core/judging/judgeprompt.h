#pragma once

#include "core/compare/comparison.h"

#include <QList>

namespace core {

/// One answer that a model is shown without saying whose it is.
struct AnonymousAnswer
{
    qint64 laneId = 0;
    TargetName target = {};
    QString text = {};
    /// What it was given of the turns before the request, its models unnamed; see conversationBefore().
    QList<Message> earlier = {};

    bool operator==(const AnonymousAnswer &) const = default;
};

/// The letter of the n-th answer shown, from 0: A to Z, then AA.
QString answerLetter(int index);
/// The inverse; nothing for another text.
std::optional<int> answerIndex(QStringView letter);

/// 0 .. n-1 shuffled, the same for the same seed.
QList<int> shuffledOrder(int count, quint32 seed);

/// Text that cannot end the element it stands in.
QString enclosed(QLatin1StringView element, QString text);

/// What a judge is asked, and of what.
struct JudgeQuestion
{
    QString prompt;
    QString system = {};
    QList<AnonymousAnswer> answers = {};
    /// What to judge by, in the person's words; empty: correct, complete, clear.
    QString criteria = {};
};

/// The system message of a judge, which asks for a verdict in JSON.
QString judgeSystem();
/// The user message; answers in the order of their indexes in `order`, self-naming masked.
QString judgePrompt(const JudgeQuestion &question, const QList<int> &order);

/// The same for one answer against a rubric.
QString rubricSystem();
QString rubricPrompt(const QString &rubric, const QString &prompt, const QString &answer);

} // namespace core
