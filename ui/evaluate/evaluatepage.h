#pragma once

#include "ui/evaluate/evaluatecontext.h"
#include "ui/page.h"

class QStackedWidget;

namespace ui {

class AuditionCard;
class PromptSetsPane;
class ScoreboardPane;
class SegmentedControl;

/// Deciding which model to use: prompt sets and what they showed, and the scoreboard of all verdicts.
/// MainWindow owns it.
class EvaluatePage : public Page
{
    Q_OBJECT

public:
    explicit EvaluatePage(const EvaluateContext &context, QWidget *parent = nullptr);

    void enter() override;

    /// Reads a file as a prompt set and shows it.
    void importFile(const QString &path);
    /// Shows an evaluation and starts it if wanted.
    void openMatrix(qint64 id, bool start);

    int runningEvaluations() const;
    /// Pauses all of them and cuts off what they ask.
    void cancelEvaluations();

signals:
    /// One began or stopped.
    void evaluationsChanged();
    /// A run is to be seen on the Compare page.
    void runRequested(qint64 run);
    /// The runs of a model and task are to be seen in the history.
    void runsRequested(const core::TargetName &target, const QString &task);
    void compareRequested();
    /// An action of this page was chosen elsewhere: bring it to the front.
    void wanted();

private:
    void addActions();
    void showPart(int part);

    const EvaluateContext m_context;
    SegmentedControl *const m_parts;
    QStackedWidget *const m_stack;
    AuditionCard *const m_audition;
    PromptSetsPane *const m_sets;
    ScoreboardPane *const m_scores;
};

} // namespace ui
