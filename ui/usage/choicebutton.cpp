#include "ui/usage/choicebutton.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace ui {

ChoiceButton::ChoiceButton(const Theme &theme, const QString &purpose, QWidget *parent)
    : FlatButton(theme, QString(), Look::Outlined, parent)
    , m_group(new QActionGroup(this))
    , m_purpose(purpose)
{
    setToolTip(purpose);
    setMenu(new QMenu(this));
    setTextLimit(180);
    connect(m_group, &QActionGroup::triggered, this, [this](QAction *action) {
        setCurrent(action->data());
        emit chosen(action->data());
    });
}

void ChoiceButton::addChoice(const QVariant &value, const QString &text, const QString &shown)
{
    QAction *const action = menu()->addAction(text);
    action->setCheckable(true);
    action->setData(value);
    action->setProperty("shown", shown.isEmpty() ? text : shown);
    m_group->addAction(action);
}

void ChoiceButton::addSeparator()
{
    menu()->addSeparator();
}

void ChoiceButton::clearChoices()
{
    const QList<QAction *> actions = m_group->actions();
    for (QAction *action : actions)
        m_group->removeAction(action);
    menu()->clear();
}

void ChoiceButton::setCurrent(const QVariant &value)
{
    const QList<QAction *> actions = m_group->actions();
    for (QAction *action : actions) {
        if (action->data() != value)
            continue;
        action->setChecked(true);
        setShown(action->property("shown").toString());
    }
}

void ChoiceButton::setShown(const QString &text)
{
    setText(text);
    setAccessibleName(QStringLiteral("%1: %2").arg(m_purpose, text));
}

QVariant ChoiceButton::current() const
{
    const QAction *const action = m_group->checkedAction();
    return action ? action->data() : QVariant();
}

} // namespace ui
