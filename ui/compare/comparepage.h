#pragma once

#include "core/base/money.h"
#include "core/compare/lanestate.h"
#include "ui/compare/comparecontext.h"
#include "ui/compare/lanepresenter.h"
#include "ui/compare/sentprompt.h"
#include "ui/page.h"

#include <QUrl>

#include <functional>
#include <optional>

class QKeySequence;
class QStackedWidget;

namespace core {
struct CompareRequest;
struct LineUp;
} // namespace core

namespace ui {

class AgreementBar;
class CompareBar;
class Composer;
class ComposerMemory;
class Conversation;
class CostEstimator;
class EmptyState;
class FindBar;
class JudgeDesk;
class LaneBoard;
class LaneInstruments;
class LaneStrip;
class LineUpDesk;
class OpinionPanel;
class PromptLine;
class RunInstruments;
class RunSession;
class SampleBar;
class TextDesk;
class ToastArea;
class TurnDesk;
class VerdictDesk;
class VoteBar;
struct LanePlan;

/// The page of the main job: a line-up, its lanes side by side, the composer. MainWindow owns it.
class ComparePage : public Page
{
    Q_OBJECT

public:
    explicit ComparePage(const CompareContext &context, QWidget *parent = nullptr);
    ~ComparePage() override;

    void enter() override;
    void find() override;
    QWidget *foot() const override;

    /// Replaces the lanes; a run that is shown is left, what of it still runs is stopped.
    void setLineUp(const QList<core::Target> &targets);
    /// With parameters, repeats and layout.
    void applyLineUp(const core::LineUp &lineUp);
    QList<core::Target> targets() const;

    /// Shows a run of the ledger as it was. The next Send starts a new run of the same targets.
    void showRun(const core::RunRecord &run);

    /// Puts a prompt into the composer in the place of what stands there; `focusSend` makes Enter send it.
    void setPrompt(const QString &prompt, bool focusSend);

    bool hasRunningLanes() const;
    /// Lanes, and calls of a judge or a merge, that still answer and are not simulated.
    int costlyLanes() const;
    /// Stops all of that and every other lane.
    void stopEverything();

signals:
    /// What the run shown has cost so far, beside `unpriced` attempts of unknown cost; nothing without a run.
    /// `run` is its id, 0 as long as the ledger has none.
    void runSpendChanged(std::optional<core::Money> spend, qint64 unpriced, qint64 run);
    /// Names and figures of a blind run are hidden from here on, or shown again.
    void figuresHidden(bool hidden);
    /// A short text for the status bar: "4 lanes, 2 streaming".
    void activityChanged(const QString &text);
    /// A judge or a merge began or ended.
    void judgingChanged();
    /// There is no account yet and the user wants one, or one is in the way.
    void accountsWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void wire();
    void wirePickers();
    void wireVerdicts();
    void leaveVerdicts();
    void leaveSession();
    void noteHidden();
    void restore();
    void registerActions();
    void registerLaneActions();
    void addAction(const QString &id, const QString &text, const QList<QKeySequence> &keys,
                   const std::function<void(ComparePage *)> &handler);
    void addLaneAction(const QString &id, const QString &text, const QKeySequence &keys, LaneAction action);

    void send();
    /// To the one model that the rules of the set choose, in a lane of its own.
    void sendThroughRoutes(const QString &ruleSet);
    /// Through the set that stands for none that is named.
    void sendThroughUsualRoutes();
    void startOver(const QList<LanePlan> &plans);
    void noteRoutes();
    void sendAfterAsking(const core::CompareRequest &request);
    void sendNow(const core::CompareRequest &request);
    core::CompareRequest request(const SentPrompt &sent, bool again) const;
    bool refusePicturesAlone(const core::CompareRequest &request);
    void resend();
    void newPrompt();
    void editSentPrompt();
    void relabel(const QString &task);
    void noteRejected(const core::Error &error);

    void noteConversation();
    void nameFollowUps();
    void updateContexts();
    void showContext();
    void registerTurnActions();

    void stopAll();
    void stepLane(int by);
    void findNext();
    void findPrevious();
    void setRaw(bool raw);
    void toggleReasoning();
    void openLaneMenu();
    void focusComposer();
    void askBeforeOpening(const QUrl &url);

    void noteTargets();
    void noteLanes();
    void noteAccounts();
    void describeEstimate();
    void updateEmptyState();
    void updateRequest();

    const CompareContext m_context;
    CompareBar *m_bar = nullptr;
    AgreementBar *m_agreementBar = nullptr;
    FindBar *m_findBar = nullptr;
    SampleBar *m_samples = nullptr;
    PromptLine *m_promptLine = nullptr;
    QStackedWidget *m_middle = nullptr;
    EmptyState *m_empty = nullptr;
    LaneStrip *m_strip = nullptr;
    Composer *m_composer = nullptr;
    ToastArea *m_toasts = nullptr;
    LaneBoard *m_board = nullptr;
    LaneInstruments *m_instruments = nullptr;
    RunSession *m_session = nullptr;
    RunInstruments *m_runInstruments = nullptr;
    Conversation *m_conversation = nullptr;
    CostEstimator *m_estimator = nullptr;
    ComposerMemory *m_memory = nullptr;
    TextDesk *m_texts = nullptr;
    LineUpDesk *m_lineUp = nullptr;
    TurnDesk *m_turns = nullptr;
    VoteBar *m_voteBar = nullptr;
    OpinionPanel *m_opinion = nullptr;
    VerdictDesk *m_verdicts = nullptr;
    JudgeDesk *m_judges = nullptr;
    /// The run of the ledger that is shown, live or reopened; 0 when there is none.
    qint64 m_runId = 0;
    bool m_restored = false;
    /// What stood in the composer when it was sent, until that is under way.
    std::optional<PromptDraft> m_sentDraft;
};

} // namespace ui
