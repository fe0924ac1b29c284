#include "core/evaluate/cellchecks.h"

#include "core/base/continuation.h"

#include <QCoreApplication>

namespace core {

namespace {

/// An answer of middling length, for estimates before there is one.
constexpr qsizetype kGuessedAnswer = 4'000;

RubricRequest requestOf(const CellQuestion &question, const QString &rubric, const QString &answer)
{
    RubricRequest request;
    request.rubric = rubric;
    request.prompt = question.prompt;
    request.answer = answer;
    request.judge = question.judge.value_or(Target());
    request.tags = question.tags;
    request.source = question.source;
    request.matrix = question.matrix;
    return request;
}

} // namespace

CellChecks::CellChecks(RubricQueue &judges, const CellQuestion &question, QObject *parent)
    : QObject(parent), m_judges(judges), m_question(question)
{
}

void CellChecks::start()
{
    QList<qsizetype> toAsk;
    for (qsizetype place = 0; place < m_question.checks.size(); ++place) {
        const Check &check = m_question.checks.at(place);
        m_results.append(runCheck(check, m_question.values, m_question.answer));
        if (check.kind != CheckKind::Judge || !isSuccess(m_question.answer.completion.status))
            continue;
        if (!m_question.judge)
            m_results.last() =
                undecided(check, QCoreApplication::translate("Check", "No judge model is chosen."));
        else
            toAsk.append(place);
    }
    m_missing = toAsk.size() + 1;
    for (const qsizetype place : std::as_const(toAsk))
        ask(place);
    countDown();
}

void CellChecks::ask(qsizetype place)
{
    const Check &check = m_question.checks.at(place);
    const Result<QString> rubric = rubricOf(check, m_question.values);
    if (!rubric) {
        m_results[place] = undecided(check, rubric.error().message);
        countDown();
        return;
    }
    const RubricRequest request = requestOf(m_question, *rubric, m_question.answer.completion.text);
    continued(m_judges.ask(request), this, [this, place](const RubricVerdict &verdict) {
        if (verdict.outcome != RubricVerdict::Outcome::None)
            m_results[place].passed = verdict.outcome == RubricVerdict::Outcome::Pass;
        m_results[place].detail = verdict.reason;
        m_judged += verdict.cost.amount.value_or(Money());
        countDown();
    });
}

void CellChecks::countDown()
{
    if (--m_missing == 0)
        emit finished();
}

Money estimateJudges(const RubricQueue &judges, const CellQuestion &question)
{
    Money sum;
    for (const Check &check : question.checks) {
        if (check.kind != CheckKind::Judge || !question.judge)
            continue;
        const Result<QString> rubric = rubricOf(check, question.values);
        const RubricRequest request =
            requestOf(question, rubric ? *rubric : QString(), QString(kGuessedAnswer, u'x'));
        sum += judges.estimate(request).value_or(Money());
    }
    return sum;
}

} // namespace core
