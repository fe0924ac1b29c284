#pragma once

#include "core/evaluate/checkrunner.h"
#include "core/evaluate/rubricqueue.h"

#include <QObject>

namespace core {

/// All that judging one answer needs.
struct CellQuestion
{
    QList<Check> checks;
    QHash<QString, QString> values;
    QString prompt;
    /// Who answers the checks `judge`; unset is nobody.
    std::optional<Target> judge;
    QHash<QString, QString> tags = {};
    CallSource source = CallSource::Window;
    /// The matrix that the judge's calls belong to.
    qint64 matrix = 0;
    CheckedAnswer answer;
};

/// The checks of one cell under way, judge models among them. Owned by whoever asked; main thread.
class CellChecks : public QObject
{
    Q_OBJECT

public:
    CellChecks(RubricQueue &judges, const CellQuestion &question, QObject *parent = nullptr);

    /// Ends with finished(), at once when no judge is asked.
    void start();

    /// In the order of the checks.
    const QList<CheckResult> &results() const { return m_results; }
    /// Known costs of the judges.
    Money judged() const { return m_judged; }

signals:
    void finished();

private:
    void ask(qsizetype place);
    void countDown();

    RubricQueue &m_judges;
    const CellQuestion m_question;
    QList<CheckResult> m_results;
    Money m_judged;
    qsizetype m_missing = 0;
};

/// What the judges of one cell will cost at most, most likely; zero without any, or without a price.
Money estimateJudges(const RubricQueue &judges, const CellQuestion &question);

} // namespace core
