#pragma once

#include "core/judging/judgement.h"
#include "core/judging/merge.h"
#include "ui/compare/comparecontext.h"

#include <QObject>

#include <memory>

namespace ui {

class Conversation;
class CostEstimator;
class LaneBoard;
class OpinionPanel;
class Popup;
class ModelChooser;
class PromptLine;
class ToastArea;
class VerdictDesk;

/// The parts of the page that a JudgeDesk works on.
struct JudgeParts
{
    LaneBoard &board;
    PromptLine &promptLine;
    VerdictDesk &verdicts;
    Conversation &conversation;
    OpinionPanel &panel;
    ToastArea &toasts;
};

/// Has a model judge, merge or summarise the answers of the run that is shown: the model is chosen, the cost
/// estimated, then it is asked and its text shown. A judge's verdict is kept as its vote. Owned by
/// ComparePage; main thread.
class JudgeDesk : public QObject
{
    Q_OBJECT

public:
    JudgeDesk(const CompareContext &context, const JudgeParts &parts, QWidget *page);
    ~JudgeDesk() override;

    /// The run that is shown is about to go: what is asked about it is stopped.
    void leaveRun();
    /// Offers to ask `model`.
    void offerJudge(const core::TargetName &model);
    void offerMerge(core::MergeKind kind, const core::TargetName &model);
    /// Calls under way whose model is not simulated.
    int costlyCalls() const;
    /// Ends what is asked; what came so far is shown.
    void stop();

signals:
    /// Nothing is asked any more.
    void ended();

private:
    enum class Wish { Judge, Merge, Summarise };

    void registerActions();
    void choose(Wish wish);
    void takeChosen(const core::TargetName &model);
    bool canAsk() const;
    core::JudgeQuestion question() const;
    QStringList names() const;
    /// What goes to the model beside the answers; empty without earlier turns.
    static QString earlierTurnsText(const core::JudgeQuestion &question);
    QString estimate(const QList<core::CompareRequest> &requests);
    void ask();
    void askJudge();
    void askMerge();
    void showJudgement(const core::Judgement &judgement);
    void showAgreement(const QString &text, const QString &detail);
    void noteMerged();
    /// What is asked is stopped and shown no more.
    void drop();
    void endJudge();
    void endMerge();
    void noteBoard();

    const CompareContext m_context;
    const JudgeParts m_parts;
    QWidget *const m_page;
    Popup *const m_popup;
    ModelChooser *const m_chooser;
    CostEstimator *const m_estimator;
    Wish m_wish = Wish::Judge;
    QString m_title;
    core::JudgeRequest m_judgeRequest;
    core::MergeRequest m_mergeRequest;
    std::unique_ptr<core::JudgeRun> m_judge;
    std::unique_ptr<core::Comparison> m_merge;
};

} // namespace ui
