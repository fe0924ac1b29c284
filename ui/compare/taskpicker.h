#pragma once

#include "core/compare/tasksuggestion.h"
#include "core/ledger/records.h"
#include "ui/widgets/flatbutton.h"

namespace ui {

/// Which task type the next run has: one that was picked, none, or "auto", which suggests one from the prompt
/// and says so until it is confirmed.
class TaskPicker : public FlatButton
{
    Q_OBJECT

public:
    explicit TaskPicker(const Theme &theme, QWidget *parent = nullptr);

    /// Empty is "no task". Ends "auto".
    void setTask(const QString &task);
    void setAuto(bool on);
    bool isAuto() const { return m_auto; }
    /// What "auto" looks at.
    void setPrompt(const QString &prompt);
    /// Labels in use beside those that ship.
    void setKnownTasks(const QStringList &tasks);
    /// Takes the suggestion as it stands for this prompt; "auto" goes on with the next one.
    void confirm();

    QString task() const;
    core::TaskOrigin origin() const;

signals:
    /// The user's choice: auto on or off, or another task.
    void choiceChanged();

private:
    void fillMenu();
    void askForLabel();
    void describe();
    void choose(const QString &task);

    QString m_picked;
    bool m_auto = true;
    bool m_confirmed = false;
    core::TaskSuggestion m_suggestion;
    QStringList m_known;
};

} // namespace ui
