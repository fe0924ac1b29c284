// What ComparePage tells and sends of the turns of a conversation.
#include "core/compare/runestimate.h"
#include "ui/actions.h"
#include "ui/compare/comparebar.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/composer.h"
#include "ui/compare/contextdialog.h"
#include "ui/compare/conversation.h"
#include "ui/compare/costestimator.h"
#include "ui/compare/followupbutton.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanecontroller.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/promptline.h"
#include "ui/compare/turndesk.h"
#include "ui/compare/verdictdesk.h"
#include "ui/widgets/toastarea.h"

namespace ui {

void ComparePage::noteConversation()
{
    const int turns = m_conversation->turnCount();
    m_composer->setFollowUp(turns > 0 && !m_conversation->isEditing());
    m_promptLine->setTurn(m_conversation->shownRun() != 0 ? turns : 0);
    // What a lane said before would tell whose lane it is.
    m_board->setTurns(m_verdicts->isHidden() ? QList<QList<LaneTurn>>() : m_conversation->laneTurns());
    updateContexts();
}

void ComparePage::nameFollowUps()
{
    QStringList names;
    for (int lane = 0; lane < m_board->count(); ++lane)
        names.append(m_verdicts->isHidden() ? m_verdicts->nameOf(lane)
                                            : m_board->lane(lane).target().name.model);
    m_bar->followUp().setLanes(names);
}

void ComparePage::updateContexts()
{
    QList<qint64> tokens;
    for (const core::LaneContext &context : m_conversation->nextContexts())
        tokens.append(core::estimateInputTokens(context.messages));
    m_estimator->setContextTokens(tokens);
}

void ComparePage::showContext()
{
    if (m_verdicts->isHidden())
        return m_toasts->showMessage(
            tr("What will be sent names the models; you will see it after the vote."));
    const core::CompareRequest next = request(previewOf(m_composer->draft()), false);
    QList<LaneMessages> lanes;
    for (int lane = 0; lane < static_cast<int>(next.targets.size()); ++lane) {
        const core::TargetName &name = next.targets.at(lane).name;
        lanes.append({tr("Lane %1: %2 of %3").arg(lane + 1).arg(name.model, name.account),
                      core::messagesOfLane(next, lane), next.contexts.value(lane).leftOut});
    }
    if (!lanes.isEmpty())
        (new ContextDialog(m_context.theme, lanes, std::max(0, m_strip->current()), this))->open();
}

void ComparePage::registerTurnActions()
{
    using K = QKeySequence;
    addAction(QStringLiteral("compare.turns"), tr("Show or hide earlier turns"), {K(Qt::CTRL | Qt::Key_H)},
              [](ComparePage *page) { page->m_board->showTurns(!page->m_board->areTurnsShown()); });
    addAction(QStringLiteral("compare.previousTurn"), tr("Go to the previous turn"),
              {K(Qt::CTRL | Qt::Key_PageUp)}, [](ComparePage *page) { page->m_turns->stepBack(); });
    addAction(QStringLiteral("compare.nextTurn"), tr("Go to the next turn"), {K(Qt::CTRL | Qt::Key_PageDown)},
              [](ComparePage *page) { page->m_turns->stepOn(); });
    addAction(QStringLiteral("compare.context"), tr("Show what will be sent"),
              {K(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}, &ComparePage::showContext);
}

} // namespace ui
