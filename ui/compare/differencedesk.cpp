#include "ui/compare/differencedesk.h"

#include "ui/actions.h"
#include "ui/compare/agreementbar.h"
#include "ui/compare/agreementmarks.h"
#include "ui/compare/diffview.h"
#include "ui/compare/findbar.h"
#include "ui/compare/keysoverlay.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanedifferences.h"
#include "ui/compare/lanekeys.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/toastarea.h"

#include <QAction>

namespace ui {

DifferenceDesk::DifferenceDesk(const CompareContext &context, const DifferenceParts &parts, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_parts(parts)
    , m_page(page)
    , m_differences(new LaneDifferences(context.theme, parts.board, parts.strip, this))
    , m_agreement(new AgreementMarks(context.theme, parts.board, parts.strip, parts.bar, this))
    , m_keys(new LaneKeys(context.actions, parts.strip, this))
    , m_keysOverlay(new KeysOverlay(context.theme, context.actions, page))
{
    wire();
    registerActions();
}

void DifferenceDesk::wire()
{
    LaneBoard &board = m_parts.board;
    FlatButton &agree = m_parts.agree;
    connect(&board, &LaneBoard::laneAdded, m_keys, &LaneKeys::watch);
    connect(&board, &LaneBoard::changed, this, [&board, &agree] { agree.setVisible(board.settled() > 1); });
    connect(&agree, &QToolButton::clicked, m_agreement, &AgreementMarks::setActive);
    connect(m_agreement, &AgreementMarks::activeChanged, this, [this](bool active) {
        m_parts.agree.setChecked(active);
        if (active)
            m_differences->closeAll();
    });
    connect(m_agreement, &AgreementMarks::nothingToCompare, this, [this] {
        m_parts.agree.setChecked(false);
        m_parts.toasts.showMessage(tr("Agreement needs the answers of two lanes."));
    });
    connect(m_differences, &LaneDifferences::nothingToCompare, this,
            [this] { m_parts.toasts.showMessage(tr("There is no other answer to compare with.")); });
    connect(&m_parts.findBar, &FindBar::found, this, [this](const MarkdownView *view) {
        for (int i = 0; i < m_parts.strip.count(); ++i) {
            if (&m_parts.strip.lane(i)->answerView() == view)
                m_differences->close(i);
        }
    });
}

void DifferenceDesk::addLaneAction(const QString &id, const QString &text, const QKeySequence &keys,
                                   LaneAction action)
{
    const QAction *const added = m_context.actions.add({id, text, tr("Lane"), {keys}}, m_page);
    connect(added, &QAction::triggered, this,
            [this, action] { m_parts.board.perform(m_parts.strip.current(), action); });
}

void DifferenceDesk::registerActions()
{
    using K = QKeySequence;
    addLaneAction(QStringLiteral("compare.diff"), tr("Show how the lane differs from the base"),
                  K(Qt::CTRL | Qt::Key_D), LaneAction::Diff);
    addLaneAction(QStringLiteral("compare.useAsBase"), tr("Use the lane as the base of differences"),
                  K(Qt::CTRL | Qt::SHIFT | Qt::Key_D), LaneAction::UseAsBase);
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &keys, auto handler) {
        const QAction *const action = m_context.actions.add({id, text, tr("Compare"), {keys}}, m_page);
        connect(action, &QAction::triggered, this, handler);
    };
    add(QStringLiteral("compare.agreement"), tr("Show or hide what the lanes agree on"),
        K(Qt::CTRL | Qt::SHIFT | Qt::Key_A), [this] { m_agreement->setActive(!m_agreement->isActive()); });
    add(QStringLiteral("compare.nextDisagreement"), tr("Go to the next difference in all lanes"),
        K(Qt::Key_F8), [this] { step(1); });
    add(QStringLiteral("compare.previousDisagreement"), tr("Go to the previous difference in all lanes"),
        K(Qt::SHIFT | Qt::Key_F8), [this] { step(-1); });
    add(QStringLiteral("compare.keys"), tr("Show all keys"), K(Qt::Key_F1),
        [this] { m_keysOverlay->open(m_keys->grammar()); });
}

void DifferenceDesk::step(int by)
{
    bool stepped = false;
    for (int i = 0; i < m_parts.strip.count(); ++i) {
        if (DiffView *const view = m_differences->view(i)) {
            view->stepChange(by);
            stepped = true;
        }
    }
    if (!stepped)
        m_agreement->step(by);
}

} // namespace ui
