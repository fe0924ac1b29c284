#include "ui/compare/taskpicker.h"

#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>

namespace ui {

TaskPicker::TaskPicker(const Theme &theme, QWidget *parent) : FlatButton(theme, QString(), Look::Flat, parent)
{
    setObjectName(QStringLiteral("taskPicker"));
    setTextLimit(260);
    auto *const choices = new QMenu(this);
    choices->setObjectName(QStringLiteral("taskMenu"));
    choices->setToolTipsVisible(true);
    connect(choices, &QMenu::aboutToShow, this, &TaskPicker::fillMenu);
    setMenu(choices);
    describe();
}

void TaskPicker::setTask(const QString &task)
{
    m_auto = false;
    m_picked = task.trimmed();
    describe();
}

void TaskPicker::setAuto(bool on)
{
    m_auto = on;
    describe();
}

void TaskPicker::setPrompt(const QString &prompt)
{
    const core::TaskSuggestion next = core::suggestTask(prompt);
    if (next.task != m_suggestion.task)
        m_confirmed = false;
    m_suggestion = next;
    describe();
}

void TaskPicker::setKnownTasks(const QStringList &tasks)
{
    m_known = tasks;
}

void TaskPicker::confirm()
{
    if (!m_auto || m_suggestion.task.isEmpty())
        return;
    m_confirmed = true;
    describe();
}

QString TaskPicker::task() const
{
    return m_auto ? m_suggestion.task : m_picked;
}

core::TaskOrigin TaskPicker::origin() const
{
    return m_auto && !m_confirmed ? core::TaskOrigin::Suggested : core::TaskOrigin::User;
}

void TaskPicker::describe()
{
    const QString name = core::taskDisplayName(task());
    QString text = name.isEmpty() ? tr("no task") : name;
    QString tip = tr("The kind of work this is, for totals by task.");
    if (m_auto && name.isEmpty()) {
        text = tr("auto");
        tip = tr("Nothing is suggested for this prompt.");
    } else if (m_auto && !m_confirmed) {
        text = tr("%1 (suggested)").arg(name);
        tip = tr("Suggested: %1 Choose it in the menu to confirm.").arg(m_suggestion.why);
    }
    setText(tr("Task: %1").arg(text));
    setToolTip(tip);
    setAccessibleName(this->text());
    setAccessibleDescription(tip);
}

void TaskPicker::fillMenu()
{
    QMenu *const choices = menu();
    choices->clear();
    auto *const group = new QActionGroup(choices);
    const auto add = [this, choices, group](const QString &text, bool checked, auto &&act) {
        QAction *const action = choices->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        group->addAction(action);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    if (m_auto && !m_confirmed && !m_suggestion.task.isEmpty()) {
        QAction *const confirmAction =
            choices->addAction(tr("Confirm \"%1\"").arg(core::taskDisplayName(m_suggestion.task)));
        connect(confirmAction, &QAction::triggered, this, [this] {
            confirm();
            emit choiceChanged();
        });
        choices->addSeparator();
    }
    QAction *const automatic = add(tr("Auto: suggest one from the prompt"), m_auto, [this] {
        setAuto(true);
        emit choiceChanged();
    });
    automatic->setToolTip(tr("By the prompt's length and some words in it; nothing is sent for that."));
    add(tr("No task"), !m_auto && m_picked.isEmpty(), [this] { choose({}); });
    choices->addSeparator();
    QStringList labels = core::kShippedTasks;
    for (const QString &task : std::as_const(m_known)) {
        if (!task.isEmpty() && !labels.contains(task))
            labels.append(task);
    }
    if (!m_picked.isEmpty() && !labels.contains(m_picked))
        labels.append(m_picked);
    for (const QString &label : std::as_const(labels))
        add(core::taskDisplayName(label), !m_auto && m_picked == label, [this, label] { choose(label); });
    choices->addSeparator();
    connect(choices->addAction(tr("Another label …")), &QAction::triggered, this, &TaskPicker::askForLabel);
}

void TaskPicker::choose(const QString &task)
{
    setTask(task);
    emit choiceChanged();
}

void TaskPicker::askForLabel()
{
    auto *const dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("taskLabelDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Task label"));
    dialog->setLabelText(tr("A short label for this kind of work:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &label) {
        if (!label.trimmed().isEmpty())
            choose(label.trimmed());
    });
    dialog->open();
}

} // namespace ui
