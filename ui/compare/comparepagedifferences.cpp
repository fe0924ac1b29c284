// Differences, agreement and single keys on ComparePage; the rest is in comparepage.cpp.
#include "ui/actions.h"
#include "ui/compare/agreementbar.h"
#include "ui/compare/agreementmarks.h"
#include "ui/compare/comparepage.h"
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

namespace ui {

void ComparePage::addDifferences()
{
    m_differences = new LaneDifferences(m_context.theme, *m_board, *m_strip, this);
    m_agreement = new AgreementMarks(m_context.theme, *m_board, *m_strip, *m_agreementBar, this);
    m_keys = new LaneKeys(m_context.actions, *m_strip, this);
    m_keysOverlay = new KeysOverlay(m_context.theme, m_context.actions, this);
    connect(m_board, &LaneBoard::laneAdded, m_keys, &LaneKeys::watch);
    connect(m_board, &LaneBoard::changed, this, [this] { m_agree->setVisible(m_board->settled() > 1); });
    connect(m_agree, &QToolButton::clicked, m_agreement, &AgreementMarks::setActive);
    connect(m_agreement, &AgreementMarks::activeChanged, this, [this](bool active) {
        m_agree->setChecked(active);
        if (active)
            m_differences->closeAll();
    });
    connect(m_agreement, &AgreementMarks::nothingToCompare, this, [this] {
        m_agree->setChecked(false);
        m_toasts->showMessage(tr("Agreement needs the answers of two lanes."));
    });
    connect(m_differences, &LaneDifferences::nothingToCompare, this,
            [this] { m_toasts->showMessage(tr("There is no other answer to compare with.")); });
    connect(m_findBar, &FindBar::found, this, [this](const MarkdownView *view) {
        for (int i = 0; i < m_strip->count(); ++i) {
            if (&m_strip->lane(i)->answerView() == view)
                m_differences->close(i);
        }
    });
}

void ComparePage::registerDifferenceActions()
{
    using K = QKeySequence;
    addLaneAction(QStringLiteral("compare.diff"), tr("Show how the lane differs from the base"),
                  K(Qt::CTRL | Qt::Key_D), LaneAction::Diff);
    addLaneAction(QStringLiteral("compare.useAsBase"), tr("Use the lane as the base of differences"),
                  K(Qt::CTRL | Qt::SHIFT | Qt::Key_B), LaneAction::UseAsBase);
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &keys, auto handler) {
        const QAction *const action = m_context.actions.add({id, text, tr("Compare"), {keys}}, this);
        connect(action, &QAction::triggered, this, handler);
    };
    add(QStringLiteral("compare.agreement"), tr("Show or hide what the lanes agree on"),
        K(Qt::CTRL | Qt::SHIFT | Qt::Key_A), [this] { m_agreement->setActive(!m_agreement->isActive()); });
    add(QStringLiteral("compare.nextDisagreement"), tr("Go to the next difference in all lanes"),
        K(Qt::Key_F8), [this] { stepDifference(1); });
    add(QStringLiteral("compare.previousDisagreement"), tr("Go to the previous difference in all lanes"),
        K(Qt::SHIFT | Qt::Key_F8), [this] { stepDifference(-1); });
    add(QStringLiteral("compare.keys"), tr("Show all keys"), K(Qt::Key_F1),
        [this] { m_keysOverlay->open(m_keys->grammar()); });
}

void ComparePage::stepDifference(int by)
{
    bool stepped = false;
    for (int i = 0; i < m_strip->count(); ++i) {
        if (DiffView *const view = m_differences->view(i)) {
            view->stepChange(by);
            stepped = true;
        }
    }
    if (!stepped)
        m_agreement->step(by);
}

} // namespace ui
