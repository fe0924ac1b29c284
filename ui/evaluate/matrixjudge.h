#pragma once

#include "ui/evaluate/evaluatecontext.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QMessageBox;

namespace core {
class JudgeRun;
struct Judgement;
struct JudgeRequest;
} // namespace core

namespace ui {

/// Has a judge model vote on the cases of an evaluation, one after another. Its votes stay apart from the
/// person's own. Owned by MatrixView; main thread.
class MatrixJudge : public QObject
{
    Q_OBJECT

public:
    explicit MatrixJudge(const EvaluateContext &context, QObject *parent = nullptr);
    ~MatrixJudge() override;

    /// Says over `window` how many calls it takes and what they will probably cost, and begins when that is
    /// accepted. One at a time: ends the one before.
    void offer(core::Matrix *matrix, const core::TargetName &judge, QWidget *window);
    /// Two calls a case.
    void begin(core::Matrix *matrix, const core::TargetName &judge);
    /// Ends it, or the question, without a word.
    void stop();
    bool isRunning() const { return m_case >= 0; }
    int cases() const;
    int done() const { return m_case; }

signals:
    void progressed();
    /// `votes` were given; of `without` there is no verdict.
    void finished(int votes, int without);
    void failed(const core::Error &error);

private:
    QString estimate(const core::Matrix &matrix, const core::TargetName &judge) const;
    void next();
    void judge(const QList<core::MatrixCellRecord> &cells, const core::PromptCase &values);
    void note(const core::Judgement &judgement, const core::JudgeRequest &request,
              const QList<core::MatrixCellRecord> &cells);

    const EvaluateContext m_context;
    QPointer<core::Matrix> m_matrix;
    core::TargetName m_judge;
    std::unique_ptr<core::JudgeRun> m_run;
    QPointer<QMessageBox> m_question;
    int m_case = -1;
    int m_votes = 0;
    int m_without = 0;
    quint64 m_generation = 0;
};

} // namespace ui
