#pragma once

#include "core/ledger/records.h"
#include "ui/widgets/surface.h"

namespace ui {

class AttachmentBar;
class ComposerNote;
class ElidedLabel;
class FlatButton;
class PrimaryButton;
class PromptEditor;
class TaskPicker;
class VariableForm;
struct PromptDraft;

/// Where the next prompt is written: system prompt (folded away), values of its variables, attachments,
/// prompt, task, estimate, Send. Owned by ComparePage, which sends.
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
    AttachmentBar &attachments() const { return *m_attachments; }
    VariableForm &variables() const { return *m_variables; }
    FlatButton &templateButton() const { return *m_templates; }
    PromptDraft draft() const;
    /// Whether there is something to send, be it a picture alone.
    bool hasContent() const;
    /// Empties prompt and attachments; the system prompt stays.
    void clear();
    /// A text as it was sent: braces in it are braces.
    void setSentPrompt(const QString &prompt, const QString &system, const QList<core::ImagePart> &images);

    /// Why nothing was sent, until something changes.
    void complain(const QString &sentence);
    /// Models that take no pictures while there are some; an empty list hides the note.
    void setPicturelessModels(const QStringList &models);
    /// Whether they get the pictures nevertheless.
    bool sendsPicturesAnyway() const;

    void setEstimate(const QString &line, const QString &details, bool warn);
    /// Whether there is something to send to, and whether lanes are running that can be stopped.
    void setState(bool canSend, bool running);
    /// The rule sets that run, the usual one first; without any there is no way through them.
    void setRoutes(const QStringList &ruleSets, bool canSend);
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
    /// To be sent to whom the rules of that set choose.
    void routesRequested(const QString &ruleSet);
    void stopRequested();
    /// Esc in an editor.
    void leaveRequested();
    /// The lanes of the models that take no pictures are to go.
    void removePicturelessRequested();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeButtonRow();
    void makePictureNote();
    void connectEditors();
    void describeSystem();
    void noteTexts();
    void fitInto(int height);

    FlatButton *const m_systemToggle;
    FlatButton *const m_attach;
    FlatButton *const m_templates;
    TaskPicker *const m_tasks;
    FlatButton *const m_parameters;
    ElidedLabel *const m_estimate;
    FlatButton *const m_stop;
    FlatButton *const m_routes;
    PrimaryButton *const m_send;
    PromptEditor *const m_system;
    PromptEditor *const m_prompt;
    VariableForm *const m_variables;
    AttachmentBar *const m_attachments;
    ComposerNote *const m_pictureNote;
    ComposerNote *const m_complaint;
    FlatButton *m_picturesAnyway = nullptr;
    QWidget *m_systemFrame = nullptr;
    QStringList m_ruleSets;
};

} // namespace ui
