// How ComparePage goes from turn to turn of a conversation.
#include "core/base/continuation.h"
#include "core/compare/runestimate.h"
#include "core/ledger/ledgerreader.h"
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
#include "ui/compare/verdictdesk.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/toastarea.h"

#include <QActionGroup>
#include <QMenu>

namespace ui {

namespace {

constexpr int kLongestEntry = 60;

/// Turns in the order of a tree: what follows a turn stands under it, oldest first.
void appendBranch(const QList<core::TurnSummary> &turns, qint64 parent, int depth,
                  QList<std::pair<core::TurnSummary, int>> &ordered)
{
    for (const core::TurnSummary &turn : turns) {
        if (turn.parentRun != parent)
            continue;
        ordered.append({turn, depth});
        appendBranch(turns, turn.runId, depth + 1, ordered);
    }
}

} // namespace

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

void ComparePage::showTurnMenu()
{
    core::continued(m_context.reader.turns(m_conversation->conversationId()), this,
                    [this](const core::Result<QList<core::TurnSummary>> &turns) {
                        if (!turns) {
                            m_toasts->showMessage(
                                tr("The turns could not be read: %1").arg(turns.error().message));
                            return;
                        }
                        auto *const menu = new QMenu(this);
                        menu->setObjectName(QStringLiteral("turnMenu"));
                        menu->setAttribute(Qt::WA_DeleteOnClose);
                        fillTurnMenu(*menu, *turns);
                        const QWidget &button = m_promptLine->turnButton();
                        menu->popup(button.mapToGlobal(QPoint(0, button.height())));
                    });
}

void ComparePage::fillTurnMenu(QMenu &menu, const QList<core::TurnSummary> &turns)
{
    QList<std::pair<core::TurnSummary, int>> ordered;
    QSet<qint64> known;
    for (const core::TurnSummary &turn : turns)
        known.insert(turn.runId);
    // A turn whose parent was deleted begins a branch of its own.
    for (const core::TurnSummary &turn : turns) {
        if (turn.parentRun != 0 && known.contains(turn.parentRun))
            continue;
        ordered.append({turn, 0});
        appendBranch(turns, turn.runId, 1, ordered);
    }
    auto *const group = new QActionGroup(&menu);
    for (const auto &[turn, depth] : std::as_const(ordered)) {
        QString prompt = turn.prompt.simplified();
        if (prompt.isEmpty())
            prompt = tr("(its text was not kept)");
        if (prompt.size() > kLongestEntry)
            prompt = prompt.left(kLongestEntry - 1) + QStringLiteral("…");
        prompt.replace(QLatin1Char('&'), QStringLiteral("&&"));
        const QString indent(depth * 3, QLatin1Char(' '));
        QAction *const action = menu.addAction(tr("%1Turn %2: %3").arg(indent).arg(depth + 1).arg(prompt));
        action->setCheckable(true);
        action->setChecked(turn.runId == m_conversation->shownRun());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, run = turn.runId] { goToTurn(run); });
    }
}

void ComparePage::goToTurn(qint64 run)
{
    if (run == 0 || run == m_conversation->shownRun())
        return;
    core::continued(m_context.reader.run(run), this, [this](const core::Result<core::RunRecord> &record) {
        if (record)
            showRun(*record);
        else
            m_toasts->showMessage(tr("The turn could not be read: %1").arg(record.error().message));
    });
}

void ComparePage::previousTurn()
{
    goToTurn(m_conversation->turnBefore());
}

void ComparePage::nextTurn()
{
    const qint64 shown = m_conversation->shownRun();
    if (shown == 0)
        return;
    core::continued(m_context.reader.turns(m_conversation->conversationId()), this,
                    [this, shown](const core::Result<QList<core::TurnSummary>> &turns) {
                        if (!turns)
                            return;
                        qint64 next = 0; // of several branches the newest
                        for (const core::TurnSummary &turn : *turns)
                            next = turn.parentRun == shown ? turn.runId : next;
                        goToTurn(next);
                    });
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
              {K(Qt::CTRL | Qt::Key_PageUp)}, &ComparePage::previousTurn);
    addAction(QStringLiteral("compare.nextTurn"), tr("Go to the next turn"), {K(Qt::CTRL | Qt::Key_PageDown)},
              &ComparePage::nextTurn);
    addAction(QStringLiteral("compare.context"), tr("Show what will be sent"),
              {K(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}, &ComparePage::showContext);
}

} // namespace ui
