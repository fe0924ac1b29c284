#pragma once

#include "core/judging/vote.h"
#include "ui/evaluate/evaluatecontext.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;

namespace ui {

class FlatButton;
class MarkdownView;
class ThemedLabel;

/// The cases of an evaluation, one after another, with their answers side by side under letters: the person
/// votes without seeing whose is whose, until all is done. Owned by MatrixView.
class BallotView : public QWidget
{
    Q_OBJECT

public:
    explicit BallotView(const EvaluateContext &context, QWidget *parent = nullptr);

    /// Begins with the first case that has two answers and no vote of the person yet.
    void begin(core::Matrix *matrix);
    void end();
    /// The case that is shown; -1 when there is none.
    int caseIndex() const { return m_case; }

signals:
    void closed();
    void failed(const core::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Answer
    {
        QWidget *box;
        MarkdownView *view;
        FlatButton *best;
    };

    QWidget *makeHead();
    QWidget *makeFoot();
    void next();
    void readVotes(const core::MatrixCellRecord &first, const QList<core::MatrixCellRecord> &cells);
    void showCase(const QList<core::MatrixCellRecord> &cells, const core::PromptCase &values);
    void addAnswer(int place, const QString &text);
    void vote(core::VoteKind kind, int place = -1);
    void note(const core::Vote &vote);
    void showEnd();
    void enableVoting(bool on);
    void applyTheme();

    const EvaluateContext m_context;
    QPointer<core::Matrix> m_matrix;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_prompt = nullptr;
    QHBoxLayout *m_row = nullptr;
    FlatButton *m_tie = nullptr;
    FlatButton *m_bad = nullptr;
    FlatButton *m_skip = nullptr;
    QList<Answer> m_answers;
    QList<core::BallotLane> m_lanes;
    qint64 m_run = 0;
    int m_case = -1;
    /// `account/model` and how often it was the best; what the end tells.
    QHash<QString, int> m_won;
    int m_ties = 0;
    int m_bads = 0;
    quint64 m_generation = 0;
};

} // namespace ui
