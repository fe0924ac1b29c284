#pragma once

#include "ui/evaluate/evaluatecontext.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace core {
struct MatrixImport;
struct PromptSet;
} // namespace core

namespace ui {

class EmptyState;
class MatrixView;
class MessagePanel;
class PromptSetView;
struct SetImport;

/// The prompt sets: a list to choose from, the chosen one beside it, and an evaluation in their place while
/// one is looked at. A running evaluation goes on when it is left. Owned by EvaluatePage.
class PromptSetsPane : public QWidget
{
    Q_OBJECT

public:
    explicit PromptSetsPane(const EvaluateContext &context, QWidget *parent = nullptr);
    /// Removes what waits for its toast to end.
    ~PromptSetsPane() override;

    /// Reads what there is; the choice stays.
    void reload();
    void takeFocus();
    /// Asks for a file.
    void import();
    /// Reads a file of cases, a promptfoo configuration or an exported evaluation and stores what it holds.
    void importFile(const QString &path);
    /// Shows an evaluation and starts it if wanted.
    void openMatrix(qint64 id, bool start);
    /// Back to the sets.
    void leaveMatrix();
    bool isMatrixShown() const;
    int runningEvaluations() const;
    void cancelEvaluations();

signals:
    void evaluationsChanged();
    void runRequested(qint64 run);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeList();
    void wire();
    void addActions();
    void fill(const QList<core::PromptSet> &sets);
    void followChoice();
    void store(const SetImport &import);
    void restore(qint64 set, const core::MatrixImport &import);
    void rename();
    void remove();
    void bringBack(qint64 set);
    void complain(const QString &title, const core::Error &error);
    core::Matrix *matrixFor(qint64 id);
    void letGo(qint64 id);

    const EvaluateContext m_context;
    QList<core::PromptSet> m_sets;
    QListWidget *m_list = nullptr;
    QStackedWidget *const m_stack;
    EmptyState *const m_empty;
    MessagePanel *const m_problem;
    PromptSetView *const m_view;
    MatrixView *const m_matrixView;
    /// Evaluations that run or are shown.
    QHash<qint64, core::Matrix *> m_matrices;
    QSet<qint64> m_hidden;
    /// To be chosen once the list has it.
    qint64 m_wanted = 0;
    /// The line-up that comes with it.
    QList<core::Target> m_wantedTargets;
    /// The judge that comes with it.
    QString m_wantedJudge;
    bool m_filling = false;
};

} // namespace ui
