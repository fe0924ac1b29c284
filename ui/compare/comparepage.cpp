#include "ui/compare/comparepage.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/base/continuation.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/routing/rulesetstore.h"
#include "core/settings/keys.h"
#include "core/settings/lineupstore.h"
#include "core/settings/settings.h"
#include "ui/compare/agreementbar.h"
#include "ui/compare/comparebar.h"
#include "ui/compare/composer.h"
#include "ui/compare/composermemory.h"
#include "ui/compare/conversation.h"
#include "ui/compare/costestimator.h"
#include "ui/compare/differencedesk.h"
#include "ui/compare/estimatetext.h"
#include "ui/compare/findbar.h"
#include "ui/compare/followupbutton.h"
#include "ui/compare/judgedesk.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/laneinstruments.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/lineupdesk.h"
#include "ui/compare/opinionpanel.h"
#include "ui/compare/picturelanes.h"
#include "ui/compare/promptline.h"
#include "ui/compare/runinstruments.h"
#include "ui/compare/runsession.h"
#include "ui/compare/samplebar.h"
#include "ui/compare/taskpicker.h"
#include "ui/compare/textdesk.h"
#include "ui/compare/turndesk.h"
#include "ui/compare/verdictdesk.h"
#include "ui/compare/votebar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/toastarea.h"

#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

QList<MarkdownView *> answerViews(const LaneStrip &strip)
{
    QList<MarkdownView *> views;
    for (const LaneView *lane : strip.lanes())
        views.append(&lane->answerView());
    return views;
}

} // namespace

ComparePage::ComparePage(const CompareContext &context, QWidget *parent) : Page(parent), m_context(context)
{
    setObjectName(QStringLiteral("comparePage"));
    setAccessibleName(tr("Compare"));
    build();
    wire();
    wirePickers();
    wireVerdicts();
    registerActions();
    registerLaneActions();
    registerTurnActions();
    new DifferenceDesk(
        m_context, {*m_board, *m_strip, *m_findBar, *m_agreementBar, m_bar->agreement(), *m_toasts}, this);
    restore();
}

ComparePage::~ComparePage()
{
    delete m_memory; // writes what the composer holds, so it goes before the composer
}

void ComparePage::build()
{
    const Theme &theme = m_context.theme;
    m_bar = new CompareBar(theme, this);
    m_findBar = new FindBar(theme, this);
    m_samples = new SampleBar(theme, this);
    m_promptLine = new PromptLine(theme, this);
    m_voteBar = new VoteBar(theme, this);
    m_agreementBar = new AgreementBar(theme, this);
    m_strip = new LaneStrip(theme, this);
    m_empty = new EmptyState(theme, Icon::Compare, {}, {}, this);
    m_empty->setObjectName(QStringLiteral("compareEmpty"));
    m_middle = new QStackedWidget(this);
    m_middle->addWidget(m_empty);
    m_middle->addWidget(m_strip);
    m_opinion = new OpinionPanel(theme, m_context.markdown, this);
    m_composer = new Composer(theme, this);

    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    for (QWidget *part : {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_findBar),
                          static_cast<QWidget *>(m_samples), static_cast<QWidget *>(m_promptLine),
                          static_cast<QWidget *>(m_voteBar), static_cast<QWidget *>(m_agreementBar)})
        rows->addWidget(part);
    rows->addWidget(m_middle, 1);
    rows->addWidget(m_opinion);
    rows->addWidget(m_composer);

    m_toasts = new ToastArea(theme, this);
    m_toasts->keepAbove(m_composer);
    m_board = new LaneBoard(m_context, *m_strip, this);
    m_instruments = new LaneInstruments(m_context, *m_strip, *m_board, this);
    m_instruments->useLayoutControl(&m_bar->layouts());
    m_instruments->useDefaultsButton(&m_composer->parametersButton());
    m_verdicts = new VerdictDesk(m_context, {*m_board, *m_promptLine, *m_voteBar, *m_toasts}, this);
    m_session = new RunSession(m_context, this);
    m_conversation = new Conversation(m_context, *m_board, *m_session, this);
    m_judges = new JudgeDesk(
        m_context, {*m_board, *m_promptLine, *m_verdicts, *m_conversation, *m_opinion, *m_toasts}, this);
    m_bar->followUp().setConversation(m_conversation);
    m_bar->followUp().registerActions(m_context.actions, this);
    m_runInstruments =
        new RunInstruments(m_context, *m_board, *m_strip, *m_session,
                           {[this] { return m_runId; }, [this] { return m_promptLine->prompt(); },
                            [this] { return request(previewOf(m_composer->draft()), false); }},
                           this);
    m_estimator = new CostEstimator(m_context, this);
    m_memory = new ComposerMemory(m_context, *m_composer, this);
    m_texts =
        new TextDesk(m_context, {*m_composer, *m_promptLine, *m_conversation, *m_board, *m_toasts}, this);
    m_lineUp = new LineUpDesk(m_context, {*m_bar, *m_strip, *m_board, *m_verdicts, *m_toasts}, this);
    m_turns = new TurnDesk(m_context, {*m_promptLine, *m_conversation, *m_toasts}, this);
}

void ComparePage::wire()
{
    connect(&m_bar->source(), &QToolButton::toggled, this, &ComparePage::setRaw);
    connect(m_samples, &SampleBar::sampleChosen, this,
            [this](const QString &prompt) { setPrompt(prompt, true); });
    connect(m_promptLine, &PromptLine::editRequested, this, &ComparePage::editSentPrompt);
    connect(m_promptLine, &PromptLine::resendRequested, this, &ComparePage::resend);
    connect(m_promptLine, &PromptLine::taskChosen, this, &ComparePage::relabel);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_context.accounts.accounts().isEmpty())
            emit accountsWanted();
        else
            m_lineUp->pickLineUp();
    });
    connect(m_composer, &Composer::changed, this, &ComparePage::updateRequest);
    connect(m_composer, &Composer::sendRequested, this, &ComparePage::send);
    connect(m_composer, &Composer::routesRequested, this, &ComparePage::sendThroughRoutes);
    connect(m_composer, &Composer::stopRequested, this, &ComparePage::stopAll);
    connect(m_composer, &Composer::removePicturelessRequested, this, [this] {
        if (m_lineUp->removePictureless())
            m_composer->focusPrompt();
    });
    connect(m_composer, &Composer::leaveRequested, this, [this] {
        if (m_strip->count() > 0)
            m_strip->focusCurrent();
        else
            m_bar->lineUp().setFocus(Qt::OtherFocusReason);
    });
    connect(m_findBar, &FindBar::closed, m_strip, &LaneStrip::focusCurrent);
    connect(m_findBar, &FindBar::found, this, [this](MarkdownView *view) {
        for (int i = 0; i < m_strip->count(); ++i) {
            if (&m_strip->lane(i)->answerView() == view)
                m_strip->reveal(i);
        }
    });
    connect(m_board, &LaneBoard::targetsChanged, this, &ComparePage::noteTargets);
    connect(m_board, &LaneBoard::changed, this, &ComparePage::noteLanes);
    connect(m_board, &LaneBoard::accountsWanted, this, &ComparePage::accountsWanted);
    connect(m_board, &LaneBoard::linkActivated, this, &ComparePage::askBeforeOpening);
    connect(m_board, &LaneBoard::copied, this,
            [this] { m_toasts->showMessage(tr("The answer is copied.")); });
    connect(m_texts, &TextDesk::runImported, this, &ComparePage::showRun);
    connect(m_conversation, &Conversation::changed, this, &ComparePage::noteConversation);
    connect(&m_bar->followUp(), &FollowUpButton::contextRequested, this, &ComparePage::showContext);
    connect(m_turns, &TurnDesk::turnRead, this, &ComparePage::showRun);
    connect(m_session, &RunSession::started, this, [this](qint64 run) {
        m_runId = run;
        m_verdicts->setRun(run);
    });
    connect(m_session, &RunSession::finished, this, &ComparePage::updateContexts);
    connect(m_session, &RunSession::rejected, this, &ComparePage::noteRejected);
    connect(m_session, &RunSession::finished, m_estimator, &CostEstimator::forgetSamples);
    connect(m_session, &RunSession::ledgerFailed, this, [this](const core::Error &error) {
        m_toasts->showMessage(tr("The ledger could not be written: %1").arg(error.message));
    });
    connect(m_estimator, &CostEstimator::changed, this, &ComparePage::describeEstimate);
    connect(m_strip, &LaneStrip::widthsChanged, this,
            [this] { m_context.settings.set(core::settings::kSplitterState, m_strip->saveState()); });
}

void ComparePage::wirePickers()
{
    connect(m_lineUp, &LineUpDesk::applied, this, &ComparePage::applyLineUp);
    connect(m_instruments, &LaneInstruments::lineUpChosen, this, &ComparePage::applyLineUp);
    connect(m_instruments, &LaneInstruments::parametersChanged, this, &ComparePage::updateRequest);
    connect(m_runInstruments, &RunInstruments::laneAdded, this, &ComparePage::noteConversation);
    connect(m_runInstruments, &RunInstruments::notified, m_toasts,
            [this](const QString &text) { m_toasts->showMessage(text); });
    connect(m_board, &LaneBoard::refused, this,
            [this](const core::Error &error) { m_toasts->showMessage(error.message); });
    connect(&m_context.accounts, &core::AccountStore::changed, this, &ComparePage::noteAccounts);
    connect(&m_context.models, &core::ModelListStore::changed, this, &ComparePage::noteAccounts);
    if (m_context.services.ruleSets)
        connect(m_context.services.ruleSets, &core::RuleSetStore::changed, this, &ComparePage::noteRoutes);
}

void ComparePage::wireVerdicts()
{
    connect(&m_bar->blind(), &QToolButton::toggled, m_verdicts, &VerdictDesk::setBlind);
    connect(m_verdicts, &VerdictDesk::blindChanged, &m_bar->blind(), &QToolButton::setChecked);
    connect(m_verdicts, &VerdictDesk::hiddenChanged, this, &ComparePage::noteHidden);
    connect(m_verdicts, &VerdictDesk::winnerChanged, m_conversation, &Conversation::setVoted);
    connect(m_judges, &JudgeDesk::ended, this, &ComparePage::judgingChanged);
    connect(m_opinion, &OpinionPanel::linkActivated, this, &ComparePage::askBeforeOpening);
}

void ComparePage::restore()
{
    core::Settings &settings = m_context.settings;
    setRaw(settings.get(core::settings::kCompareRaw));
    m_board->setPlans(plansOf(core::lineUpFromJson(settings.get(core::settings::kCurrentLineUp))));
    m_instruments->restore();
    const QByteArray widths = settings.get(core::settings::kSplitterState);
    if (!widths.isEmpty())
        m_strip->restoreState(widths);
    m_memory->restore();
    m_restored = true;
    updateRequest();
    noteLanes();
}

void ComparePage::leaveVerdicts()
{
    m_judges->leaveRun();
    m_verdicts->leaveRun();
}

void ComparePage::noteHidden()
{
    if (m_verdicts->isHidden())
        nameFollowUps();
    else
        noteTargets();
    noteConversation();
    noteLanes();
    emit figuresHidden(m_verdicts->isHidden());
}

void ComparePage::enter()
{
    core::continued(m_context.reader.tasks(), this, [this](const core::Result<QStringList> &tasks) {
        if (tasks)
            m_composer->tasks().setKnownTasks(*tasks);
    });
    m_estimator->forgetSamples();
    focusComposer();
}

void ComparePage::find()
{
    m_findBar->setViews(answerViews(*m_strip));
    m_findBar->open();
}

void ComparePage::leaveSession()
{
    const bool ran = hasRunningLanes();
    m_session->leave();
    if (ran)
        m_toasts->showMessage(tr("What still ran was stopped."));
}

void ComparePage::setLineUp(const QList<core::Target> &targets)
{
    leaveSession();
    m_runId = 0;
    leaveVerdicts();
    m_conversation->begin();
    m_board->setTargets(targets);
}

void ComparePage::applyLineUp(const core::LineUp &lineUp)
{
    startOver(plansOf(lineUp.targets));
    m_strip->applyLayout(lineUp.layout);
}

QWidget *ComparePage::foot() const
{
    return m_composer;
}

QList<core::Target> ComparePage::targets() const
{
    return m_board->targets();
}

void ComparePage::showRun(const core::RunRecord &run)
{
    leaveSession();
    m_runId = run.id;
    m_promptLine->setPrompt(run.prompt, run.system, run.textsKept);
    m_promptLine->setImages(run.images);
    m_promptLine->setTask(run.task, run.taskOrigin);
    leaveVerdicts();
    m_board->show(run);
    m_conversation->open(run);
    m_verdicts->beginRun(true);
    m_verdicts->setRun(run.id);
}

void ComparePage::setPrompt(const QString &prompt, bool focusSend)
{
    m_composer->setPrompt(prompt);
    if (focusSend)
        m_composer->focusSend();
    else
        m_composer->focusPrompt();
}

bool ComparePage::hasRunningLanes() const
{
    return m_board->running() > 0;
}

int ComparePage::costlyLanes() const
{
    int lanes = m_judges->costlyCalls();
    for (const LaneController *const lane : m_board->lanes())
        lanes += lane->isRunning() && !lane->state()->simulated ? 1 : 0;
    return lanes;
}

void ComparePage::stopEverything()
{
    stopAll();
    m_judges->stop();
}

void ComparePage::keyPressEvent(QKeyEvent *event)
{
    // Esc that nobody else wanted: the composer and the pop-ups have let go of the focus by now.
    if (event->key() == Qt::Key_Escape) {
        if (!m_findBar->isHidden())
            m_findBar->close();
        else if (m_strip->maximised() >= 0)
            m_strip->setMaximised(-1);
        else if (!m_strip->selected().isEmpty())
            m_strip->clearSelection();
        else
            stopAll();
        return;
    }
    Page::keyPressEvent(event);
}

void ComparePage::setRaw(bool raw)
{
    m_board->setRaw(raw);
    m_bar->source().setChecked(raw);
    m_context.settings.set(core::settings::kCompareRaw, raw);
}

void ComparePage::noteTargets()
{
    // What stands there while names are hidden stands in no order that is to be kept.
    if (!m_verdicts->isHidden() && m_restored)
        m_context.settings.set(core::settings::kCurrentLineUp,
                               core::lineUpToJson(lineUpOf(m_board->plans())));
    nameFollowUps();
    m_lineUp->describe();
    updateEmptyState();
    updateRequest();
}

void ComparePage::noteAccounts()
{
    m_board->refreshInfo();
    m_estimator->forgetSamples();
    updateEmptyState();
    updateRequest();
}

void ComparePage::updateEmptyState()
{
    const bool noAccounts = m_context.accounts.accounts().isEmpty();
    const bool noLanes = m_board->count() == 0;
    m_middle->setCurrentIndex(noLanes ? 0 : 1);
    m_composer->setVisible(!noAccounts);
    m_bar->setPossible(!noAccounts, !noLanes);
    m_empty->setTexts(
        noAccounts ? tr("Ask several models at once") : tr("Choose the models to compare"),
        noAccounts ? tr("Add a provider account first: its models answer here side by side, with time, "
                        "tokens and cost on every lane.")
                   : tr("Every model you choose gets a lane. All lanes answer the same prompt at the "
                        "same time."));
    m_empty->setAction(noAccounts ? tr("Add an account") : tr("Choose models"));
}

void ComparePage::updateRequest()
{
    const SentPrompt sent = previewOf(m_composer->draft());
    m_estimator->setRequest(m_board->askedTargets(), sent.prompt, sent.system, m_composer->tasks().task(),
                            static_cast<int>(sent.images.size()));
    m_composer->setPicturelessModels(
        sent.images.isEmpty() ? QStringList()
                              : namesOfLanes(lanesWithoutPictures(m_context, targets()), targets()));
    const int running = m_board->running();
    const bool oneIsDone = running == 0 || m_board->settled() > 0;
    const bool canSend = m_board->count() > 0 && m_composer->hasContent() && oneIsDone;
    m_composer->setState(canSend, running > 0);
    noteRoutes();
}

void ComparePage::noteLanes()
{
    const int lanes = m_board->count();
    const int running = m_board->running();
    const bool idle = m_board->isIdle();
    m_promptLine->setVisible(!idle);
    m_samples->setVisible(idle && lanes > 0);
    updateRequest();
    QString activity = lanes == 1 ? tr("1 lane") : tr("%n lanes", nullptr, lanes);
    if (running > 0)
        activity = tr("%1, %2 running").arg(activity).arg(running);
    emit activityChanged(lanes > 0 ? activity : QString());
    if (!m_findBar->isHidden())
        m_findBar->setViews(answerViews(*m_strip));
    if (idle || m_verdicts->isHidden()) { // the cost of a blind run is shown after the vote
        emit runSpendChanged(std::nullopt, 0, 0);
        return;
    }
    RunSpend spend = m_session->spend();
    if (!m_session->run()) {
        for (const core::LaneState &state : m_board->states())
            addCost(spend, state);
    }
    emit runSpendChanged(spend.known, spend.unpriced, m_runId);
}

} // namespace ui
