#pragma once

#include "core/ledger/records.h"
#include "ui/widgets/surface.h"

namespace ui {

class ElidedLabel;
class FlatButton;
class PrimaryButton;
class PromptEditor;
class TaskPicker;

/// Where the next prompt is written: system prompt (folded away), prompt, task, estimate, Send. Owned by
/// ComparePage, which sends.
class Composer : public Surface
{
    Q_OBJECT

public:
    explicit Composer(const Theme &theme, QWidget *parent = nullptr);

    QString prompt() const;
    QString system() const;
    void setPrompt(const QString &prompt);
    void setSystem(const QString &system);
    TaskPicker &tasks() const { return *m_tasks; }
    FlatButton &parametersButton() const { return *m_parameters; }

    void setEstimate(const QString &line, const QString &details, bool warn);
    /// Whether there is something to send to, and whether lanes are running that can be stopped.
    void setState(bool canSend, bool running);
    /// What is sent next follows what is shown.
    void setFollowUp(bool followUp);

    void focusPrompt();
    void focusSend();
    bool hasEditorFocus() const;
    void showSystem(bool shown);
    void toggleSystem();

signals:
    /// Prompt, system prompt or task changed.
    void changed();
    void sendRequested();
    void stopRequested();
    /// Esc in an editor.
    void leaveRequested();

private:
    QWidget *makeButtonRow();
    void describeSystem();

    FlatButton *const m_systemToggle;
    TaskPicker *const m_tasks;
    FlatButton *const m_parameters;
    ElidedLabel *const m_estimate;
    FlatButton *const m_stop;
    PrimaryButton *const m_send;
    PromptEditor *const m_system;
    PromptEditor *const m_prompt;
    QWidget *m_systemFrame = nullptr;
};

} // namespace ui
