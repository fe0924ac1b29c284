#include "ui/compare/turndesk.h"

#include "core/base/continuation.h"
#include "core/ledger/ledgerreader.h"
#include "ui/compare/conversation.h"
#include "ui/compare/promptline.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/toastarea.h"

#include <QActionGroup>
#include <QMenu>
#include <QSet>

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

TurnDesk::TurnDesk(const CompareContext &context, const TurnParts &parts, QWidget *page)
    : QObject(page), m_context(context), m_parts(parts), m_page(page)
{
    connect(&parts.promptLine, &PromptLine::turnsRequested, this, &TurnDesk::showMenu);
}

void TurnDesk::stepBack()
{
    goTo(m_parts.conversation.turnBefore());
}

void TurnDesk::stepOn()
{
    const qint64 shown = m_parts.conversation.shownRun();
    if (shown == 0)
        return;
    core::continued(m_context.reader.turns(m_parts.conversation.conversationId()), this,
                    [this, shown](const core::Result<QList<core::TurnSummary>> &turns) {
                        if (!turns)
                            return;
                        qint64 next = 0;
                        for (const core::TurnSummary &turn : *turns)
                            next = turn.parentRun == shown ? turn.runId : next;
                        goTo(next);
                    });
}

void TurnDesk::showMenu()
{
    core::continued(m_context.reader.turns(m_parts.conversation.conversationId()), this,
                    [this](const core::Result<QList<core::TurnSummary>> &turns) {
                        if (!turns) {
                            m_parts.toasts.showMessage(
                                tr("The turns could not be read: %1").arg(turns.error().message));
                            return;
                        }
                        auto *const menu = new QMenu(m_page);
                        menu->setObjectName(QStringLiteral("turnMenu"));
                        menu->setAttribute(Qt::WA_DeleteOnClose);
                        fill(*menu, *turns);
                        const QWidget &button = m_parts.promptLine.turnButton();
                        menu->popup(button.mapToGlobal(QPoint(0, button.height())));
                    });
}

void TurnDesk::fill(QMenu &menu, const QList<core::TurnSummary> &turns)
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
        action->setChecked(turn.runId == m_parts.conversation.shownRun());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, run = turn.runId] { goTo(run); });
    }
}

void TurnDesk::goTo(qint64 run)
{
    if (run == 0 || run == m_parts.conversation.shownRun())
        return;
    core::continued(m_context.reader.run(run), this, [this](const core::Result<core::RunRecord> &record) {
        if (record)
            emit turnRead(*record);
        else
            m_parts.toasts.showMessage(tr("The turn could not be read: %1").arg(record.error().message));
    });
}

} // namespace ui
