#include "ui/compare/followupbutton.h"

#include "ui/actions.h"
#include "ui/compare/conversation.h"

#include <QActionGroup>
#include <QMenu>

namespace ui {

FollowUpButton::FollowUpButton(const Theme &theme, QWidget *parent)
    : FlatButton(theme, QString(), Look::Flat, parent)
{
    setObjectName(QStringLiteral("followUp"));
    setTextLimit(300);
    setNarrowLimit(130);
    auto *const choices = new QMenu(this);
    choices->setObjectName(QStringLiteral("followUpMenu"));
    choices->setToolTipsVisible(true);
    connect(choices, &QMenu::aboutToShow, this, &FollowUpButton::fillMenu);
    setMenu(choices);
}

void FollowUpButton::setConversation(Conversation *conversation)
{
    m_conversation = conversation;
    connect(conversation, &Conversation::changed, this, &FollowUpButton::describe);
    describe();
}

void FollowUpButton::setLanes(const QStringList &models)
{
    m_models = models;
    describe();
}

QString FollowUpButton::laneName(int lane) const
{
    return tr("lane %1, %2").arg(lane + 1).arg(m_models.value(lane));
}

void FollowUpButton::describe()
{
    setVisible(m_conversation->turnCount() > 0);
    QString text;
    QString tip;
    if (m_conversation->isEditing()) {
        text = tr("Instead of turn %1").arg(m_conversation->turnCount());
        tip = tr("The next prompt takes this turn's place in a new branch. The old one stays in the menu of "
                 "turns.");
    } else if (m_conversation->lineage() == core::Lineage::Own) {
        text = tr("Follow-up: own history");
        tip = tr("Each lane is given what was said in that lane.");
    } else if (m_conversation->lineage() == core::Lineage::Winner) {
        text = tr("Follow-up: all after %1").arg(laneName(m_conversation->winner()));
        tip = tr("Every lane is given the history of one lane.");
    } else {
        text = tr("Follow-up: shared");
        tip = tr("Every lane is given the answers of all lanes.");
    }
    setText(text);
    setToolTip(text + QLatin1Char('\n') + tip);
    setAccessibleName(text);
    setAccessibleDescription(tip);
}

void FollowUpButton::registerActions(Actions &actions, QWidget *page)
{
    const auto add = [this, &actions, page](const char *id, const QString &text, core::Lineage lineage) {
        const QAction *const action = actions.add({QString::fromLatin1(id), text, tr("Compare"), {}}, page);
        connect(action, &QAction::triggered, this, [this, lineage] { follow(lineage); });
    };
    add("compare.followOwn", tr("Follow up: each lane its own history"), core::Lineage::Own);
    add("compare.followWinner", tr("Follow up: all after the winner of the vote"), core::Lineage::Winner);
    add("compare.followShared", tr("Follow up: all answers to every lane"), core::Lineage::Shared);
}

void FollowUpButton::follow(core::Lineage lineage, int winner)
{
    m_conversation->setEditing(false);
    if (lineage == core::Lineage::Winner)
        m_conversation->setWinner(winner);
    m_conversation->setLineage(lineage);
}

void FollowUpButton::fillMenu()
{
    QMenu *const choices = menu();
    choices->clear();
    auto *const group = new QActionGroup(choices);
    const auto add = [this, choices, group](const QString &text, const QString &tip, bool checked, auto act) {
        QAction *const action = choices->addAction(text, this, act);
        action->setCheckable(true);
        action->setChecked(checked);
        group->addAction(action);
        action->setToolTip(tip);
    };
    const core::Lineage now = m_conversation->lineage();
    const bool editing = m_conversation->isEditing();
    add(tr("Each lane its own history"), tr("Each lane is given what was said in that lane."),
        !editing && now == core::Lineage::Own, [this] { follow(core::Lineage::Own); });
    add(tr("All follow the winner of the vote"),
        tr("Every lane is given the history of the lane that you voted best, else of the first one that has "
           "an answer."),
        !editing && now == core::Lineage::Winner && !m_conversation->isWinnerChosen(),
        [this] { follow(core::Lineage::Winner); });
    for (int lane = 0; lane < m_models.size(); ++lane) {
        add(tr("All follow %1").arg(laneName(lane)), tr("Every lane is given the history of this lane."),
            !editing && now == core::Lineage::Winner && m_conversation->isWinnerChosen()
                && lane == m_conversation->winner(),
            [this, lane] { follow(core::Lineage::Winner, lane); });
    }
    add(tr("Shared: all answers to every lane"), tr("Each answer is headed by its model's name."),
        !editing && now == core::Lineage::Shared, [this] { follow(core::Lineage::Shared); });
    choices->addSeparator();
    choices->addAction(tr("Show what will be sent …"), this, &FollowUpButton::contextRequested);
}

} // namespace ui
