// How ComparePage sends, and what it does with one lane; its layout and state are in comparepage.cpp.
#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/ledger/ledgerwriter.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/actions.h"
#include "ui/compare/attachmentbar.h"
#include "ui/compare/comparebar.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/composer.h"
#include "ui/compare/composermemory.h"
#include "ui/compare/conversation.h"
#include "ui/compare/costestimator.h"
#include "ui/compare/errortexts.h"
#include "ui/compare/estimatetext.h"
#include "ui/compare/findbar.h"
#include "ui/compare/judgedesk.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/lineupdesk.h"
#include "ui/compare/picturelanes.h"
#include "ui/compare/promptline.h"
#include "ui/compare/runsession.h"
#include "ui/compare/taskpicker.h"
#include "ui/compare/textdesk.h"
#include "ui/compare/variableform.h"
#include "ui/compare/verdictdesk.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/toastarea.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

namespace {

core::Money askingLimit(const core::Settings &settings)
{
    return core::Money::fromDecimal(settings.get(core::settings::kRunCostLimit)).value_or(core::Money());
}

} // namespace

void ComparePage::describeEstimate()
{
    const core::RunEstimate estimate = m_estimator->estimate();
    if (estimate.lanes == 0)
        return m_composer->setEstimate({}, {}, false);
    const EstimateTexts texts = estimateTexts(estimate, m_estimator->inputTokens());
    m_composer->setEstimate(texts.line, texts.details, estimate.high > askingLimit(m_context.settings));
}

/// `again`: in the place of the turn that is shown.
core::CompareRequest ComparePage::request(const SentPrompt &sent, bool again) const
{
    core::CompareRequest request;
    request.prompt = sent.prompt;
    request.system = sent.system.trimmed().isEmpty() ? QString() : sent.system;
    request.images = sent.images;
    request.task = m_composer->tasks().task();
    request.taskOrigin = request.task.isEmpty() ? core::TaskOrigin::User : m_composer->tasks().origin();
    request.targets = m_board->askedTargets();
    request.preconnect = m_context.settings.get(core::settings::kPreconnect);
    m_conversation->place(request, again);
    if (core::hasPictures(request) && !m_composer->sendsPicturesAnyway())
        request.withoutPictures = lanesWithoutPictures(m_context, request.targets);
    return request;
}

void ComparePage::send()
{
    const bool ready = m_board->running() == 0 || m_board->settled() > 0;
    if (!m_composer->hasContent() || m_board->count() == 0 || !ready)
        return;
    const PromptDraft draft = m_composer->draft();
    if (m_composer->attachments().reading() > 0)
        return m_composer->complain(tr("Nothing was sent: a file is still being read."));
    if (const QString missing = missingVariable(draft); !missing.isEmpty()) {
        m_composer->complain(tr("Nothing was sent: the variable {{%1}} has no value.").arg(missing));
        m_composer->variables().focusVariable(missing);
        return;
    }
    const core::Result<SentPrompt> sent = sentPromptOf(draft);
    if (!sent)
        return m_composer->complain(sent.error().message);
    const core::CompareRequest wanted = request(*sent, false);
    if (refusePicturesAlone(wanted))
        return;
    m_sentDraft = draft;
    sendAfterAsking(wanted);
}

void ComparePage::sendAfterAsking(const core::CompareRequest &request)
{
    m_estimator->setRequest(request.targets, request.prompt, request.system, request.task,
                            static_cast<int>(request.images.size()));
    const core::RunEstimate estimate = m_estimator->estimate();
    const core::Money limit = askingLimit(m_context.settings);
    if (estimate.high <= limit)
        return sendNow(request);
    auto *const box = new QMessageBox(this);
    box->setObjectName(QStringLiteral("costQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(tr("This run may be expensive"));
    box->setText(tr("This run will probably cost %1.").arg(moneyRange(estimate.low, estimate.high)));
    box->setInformativeText(
        tr("You are asked above $%1; the limit can be changed in the settings.").arg(limit.toDecimal())
        + QLatin1Char('\n') + estimateTexts(estimate, m_estimator->inputTokens()).details);
    const QPushButton *const yes = box->addButton(tr("Send anyway"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, request] { sendNow(request); });
    box->open();
}

void ComparePage::sendNow(const core::CompareRequest &request)
{
    const int stopped = m_board->running();
    const QList<core::RunRecord> past = m_conversation->pastOf(request);
    const core::Result<core::Comparison *> run = m_session->prepare(request);
    if (!run) {
        m_toasts->showMessage(run.error().message);
        return;
    }
    if (stopped > 0)
        m_toasts->showMessage(tr("What still ran of the earlier prompt was stopped."));
    m_runId = 0;
    m_promptLine->setPrompt(request.prompt, request.system);
    m_promptLine->setImages(request.images);
    m_promptLine->setTask(request.task, request.taskOrigin);
    m_judges->leaveRun();
    m_board->show(**run);
    m_conversation->noteSent(past);
    m_verdicts->beginRun();
    if (m_sentDraft)
        m_texts->noteSent(m_sentDraft->values);
    m_memory->writeNow(); // the values of its variables
    if (m_sentDraft && m_composer->draft() == *m_sentDraft)
        m_composer->clear();
    m_sentDraft.reset();
    m_memory->writeNow();
    m_session->begin();
}

void ComparePage::noteRejected(const core::Error &error)
{
    if (!m_composer->hasContent())
        m_composer->setSentPrompt(m_promptLine->prompt(), m_promptLine->system(), m_promptLine->images());
    leaveVerdicts();
    m_board->clearRun();
    m_conversation->forgetShown();
    m_toasts->showMessage(tr("Nothing was sent: %1").arg(error.message));
}

bool ComparePage::refusePicturesAlone(const core::CompareRequest &request)
{
    if (!request.prompt.trimmed().isEmpty() || request.withoutPictures.isEmpty())
        return false;
    const QStringList names = namesOfLanes(request.withoutPictures, request.targets);
    m_composer->complain(tr("Nothing was sent: there is no text for %1, which cannot take pictures.")
                             .arg(names.join(QLatin1StringView(", "))));
    return true;
}

void ComparePage::resend()
{
    const SentPrompt sent{m_promptLine->prompt(), m_promptLine->system(), m_promptLine->images()};
    if (m_board->isIdle() || (sent.prompt.isEmpty() && sent.images.isEmpty()))
        return;
    const core::CompareRequest wanted = request(sent, true);
    m_sentDraft.reset();
    if (!refusePicturesAlone(wanted))
        sendAfterAsking(wanted);
}

void ComparePage::newPrompt()
{
    leaveSession();
    m_runId = 0;
    leaveVerdicts();
    m_conversation->begin();
    m_board->clearRun();
    m_composer->clear();
    focusComposer();
}

void ComparePage::editSentPrompt()
{
    if (m_board->isIdle() || (m_promptLine->prompt().isEmpty() && m_promptLine->images().isEmpty()))
        return m_toasts->showMessage(tr("There is no sent prompt to edit."));
    m_composer->setSentPrompt(m_promptLine->prompt(), m_promptLine->system(), m_promptLine->images());
    m_conversation->setEditing(true);
    m_composer->focusPrompt();
}

void ComparePage::relabel(const QString &task)
{
    if (m_runId == 0)
        return;
    core::continued(m_context.services.ledger.setTask({m_runId}, task, core::TaskOrigin::User), this,
                    [this, task, run = m_runId](const core::Result<void> &done) {
                        if (!done)
                            m_toasts->showMessage(
                                tr("The ledger could not be written: %1").arg(done.error().message));
                        else if (run == m_runId) {
                            m_promptLine->setTask(task, core::TaskOrigin::User);
                            m_board->setTask(task);
                        }
                    });
}

void ComparePage::stopAll()
{
    m_board->stopAll();
}

void ComparePage::stepLane(int by)
{
    m_strip->step(by);
    m_strip->focusCurrent();
}

void ComparePage::toggleReasoning()
{
    if (LaneView *const lane = m_strip->lane(m_strip->current()))
        lane->showReasoning(!lane->isReasoningShown());
}

void ComparePage::openLaneMenu()
{
    if (LaneView *const lane = m_strip->lane(m_strip->current()))
        lane->openMenu();
}

void ComparePage::focusComposer()
{
    m_composer->focusPrompt();
}

void ComparePage::askBeforeOpening(const QUrl &url)
{
    auto *const box = new QMessageBox(this);
    box->setObjectName(QStringLiteral("linkQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Open this address?"));
    const QStringList schemes{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto")};
    const bool allowed = schemes.contains(url.scheme());
    box->setIcon(allowed ? QMessageBox::Question : QMessageBox::Warning);
    box->setText(allowed ? tr("A model wrote this link. It opens outside of Switchyard:")
                         : tr("This link is not opened: only web and mail addresses are."));
    box->setInformativeText(QString::fromUtf8(url.toEncoded()));
    if (allowed) {
        const QPushButton *const yes = box->addButton(tr("Open"), QMessageBox::AcceptRole);
        connect(yes, &QPushButton::clicked, this, [url] { QDesktopServices::openUrl(url); });
        box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    }
    box->open();
}

void ComparePage::addAction(const QString &id, const QString &text, const QList<QKeySequence> &keys,
                            const std::function<void(ComparePage *)> &handler)
{
    const QAction *const action = m_context.actions.add({id, text, tr("Compare"), keys}, this);
    connect(action, &QAction::triggered, this, [this, handler] { handler(this); });
}

void ComparePage::addLaneAction(const QString &id, const QString &text, const QKeySequence &keys,
                                LaneAction action)
{
    const QList<QKeySequence> shortcuts = keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys};
    const QAction *const added = m_context.actions.add({id, text, tr("Lane"), shortcuts}, this);
    connect(added, &QAction::triggered, this,
            [this, action] { m_board->perform(m_strip->current(), action); });
}

void ComparePage::registerActions()
{
    using K = QKeySequence;
    addAction(QStringLiteral("compare.send"), tr("Send the prompt"),
              {K(Qt::CTRL | Qt::Key_Return), K(Qt::CTRL | Qt::Key_Enter)}, &ComparePage::send);
    addAction(QStringLiteral("compare.sendThroughRoutes"), tr("Send the prompt through routes"),
              {K(Qt::CTRL | Qt::ALT | Qt::Key_Return)}, &ComparePage::sendThroughUsualRoutes);
    addAction(QStringLiteral("compare.stop"), tr("Stop all lanes"), {K(Qt::CTRL | Qt::Key_Period)},
              &ComparePage::stopAll);
    addAction(QStringLiteral("compare.newPrompt"), tr("Start a new prompt"), {K(Qt::CTRL | Qt::Key_N)},
              &ComparePage::newPrompt);
    addAction(QStringLiteral("compare.focusComposer"), tr("Go to the prompt"), {K(Qt::CTRL | Qt::Key_L)},
              &ComparePage::focusComposer);
    addAction(QStringLiteral("compare.lineUp"), tr("Choose the line-up"),
              {K(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}, [](ComparePage *page) { page->m_lineUp->pickLineUp(); });
    addAction(QStringLiteral("compare.addLane"), tr("Add a lane"), {K(Qt::CTRL | Qt::Key_T)},
              [](ComparePage *page) { page->m_lineUp->addLane(); });
    addAction(QStringLiteral("compare.system"), tr("Show or hide the system prompt"),
              {K(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
              [](ComparePage *page) { page->m_composer->toggleSystem(); });
    addAction(QStringLiteral("compare.editPrompt"), tr("Edit the sent prompt"),
              {K(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}, &ComparePage::editSentPrompt);
    addAction(QStringLiteral("compare.resend"), tr("Send the same prompt again"),
              {K(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}, &ComparePage::resend);
    addAction(QStringLiteral("compare.toggleRaw"), tr("Show answers rendered or as source"),
              {K(Qt::CTRL | Qt::Key_U)}, [](ComparePage *page) { page->m_bar->source().toggle(); });
    addAction(QStringLiteral("compare.find"), tr("Find in all lanes"), {}, &ComparePage::find);
    addAction(QStringLiteral("compare.findNext"), tr("Find the next match"), {K(Qt::Key_F3)},
              &ComparePage::findNext);
    addAction(QStringLiteral("compare.findPrevious"), tr("Find the previous match"),
              {K(Qt::SHIFT | Qt::Key_F3)}, &ComparePage::findPrevious);
}

void ComparePage::registerLaneActions()
{
    using K = QKeySequence;
    addAction(QStringLiteral("compare.nextLane"), tr("Go to the next lane"), {K(Qt::CTRL | Qt::Key_Tab)},
              [](ComparePage *page) { page->stepLane(1); });
    addAction(QStringLiteral("compare.previousLane"), tr("Go to the previous lane"),
              {K(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab), K(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab)},
              [](ComparePage *page) { page->stepLane(-1); });
    addAction(QStringLiteral("compare.laneMenu"), tr("Open the lane's menu"), {K(Qt::ALT | Qt::Key_Down)},
              &ComparePage::openLaneMenu);
    addAction(QStringLiteral("compare.reasoning"), tr("Show or hide the lane's reasoning"),
              {K(Qt::CTRL | Qt::Key_I)}, &ComparePage::toggleReasoning);
    addLaneAction(QStringLiteral("compare.copyLane"), tr("Copy the lane's answer"),
                  K(Qt::CTRL | Qt::SHIFT | Qt::Key_C), LaneAction::Copy);
    addLaneAction(QStringLiteral("compare.copyLanePlain"), tr("Copy the lane's answer as plain text"), {},
                  LaneAction::CopyPlain);
    addLaneAction(QStringLiteral("compare.voteBest"), tr("Vote the lane's answer the best"),
                  K(Qt::CTRL | Qt::Key_B), LaneAction::Best);
    addLaneAction(QStringLiteral("compare.thumbUp"), tr("Mark the lane's answer as good"), {},
                  LaneAction::ThumbUp);
    addLaneAction(QStringLiteral("compare.thumbDown"), tr("Mark the lane's answer as poor"), {},
                  LaneAction::ThumbDown);
    addLaneAction(QStringLiteral("compare.retryLane"), tr("Retry the lane"), K(Qt::CTRL | Qt::Key_R),
                  LaneAction::Retry);
    addLaneAction(QStringLiteral("compare.stopLane"), tr("Stop the lane"),
                  K(Qt::CTRL | Qt::SHIFT | Qt::Key_Period), LaneAction::Stop);
    addLaneAction(QStringLiteral("compare.tryLaneNow"), tr("Try the waiting lane now"), {},
                  LaneAction::TryNow);
    addLaneAction(QStringLiteral("compare.continueLane"), tr("Ask the next model of the lane's rule"), {},
                  LaneAction::ContinueOnNext);
    addLaneAction(QStringLiteral("compare.swapLane"), tr("Swap the lane's model"),
                  K(Qt::CTRL | Qt::SHIFT | Qt::Key_M), LaneAction::Swap);
    addLaneAction(QStringLiteral("compare.maximiseLane"), tr("Maximise the lane, or show all"),
                  K(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), LaneAction::Maximise);
    addLaneAction(QStringLiteral("compare.moveLaneLeft"), tr("Move the lane left"),
                  K(Qt::ALT | Qt::SHIFT | Qt::Key_Left), LaneAction::MoveLeft);
    addLaneAction(QStringLiteral("compare.moveLaneRight"), tr("Move the lane right"),
                  K(Qt::ALT | Qt::SHIFT | Qt::Key_Right), LaneAction::MoveRight);
    addLaneAction(QStringLiteral("compare.removeLane"), tr("Remove the lane"), K(Qt::CTRL | Qt::Key_W),
                  LaneAction::Remove);
}

void ComparePage::findNext()
{
    if (m_findBar->isHidden())
        find();
    else
        m_findBar->findNext();
}

void ComparePage::findPrevious()
{
    if (m_findBar->isHidden())
        find();
    else
        m_findBar->findPrevious();
}

} // namespace ui
