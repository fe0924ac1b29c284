#pragma once

#include "core/ledger/records.h"
#include "ui/widgets/surface.h"

class QMenu;
class QPlainTextEdit;

namespace ui {

class ElidedLabel;
class FlatButton;
class PictureStrip;

/// The prompt that was sent, as one line above the lanes: unfold it, take it back into the composer, send it
/// again, relabel its task. Owned by ComparePage.
class PromptLine : public Surface
{
    Q_OBJECT

public:
    explicit PromptLine(const Theme &theme, QWidget *parent = nullptr);

    /// `textsKept` false: the ledger keeps no texts of this run.
    void setPrompt(const QString &prompt, const QString &system, bool textsKept = true);
    void setTask(const QString &task, core::TaskOrigin origin);
    /// Which turn this is; a first turn that nothing follows needs no number (0).
    void setTurn(int number);
    FlatButton &turnButton() const { return *m_turn; }
    /// Shows a button with this menu: what can be done with the run that is shown.
    void setExportMenu(QMenu *menu);
    void setImages(const QList<core::ImagePart> &images);
    const QList<core::ImagePart> &images() const;
    const QString &prompt() const { return m_prompt; }
    const QString &system() const { return m_system; }
    /// Opens what can be said of the run's answers.
    FlatButton &verdictButton() const { return *m_verdict; }
    bool isUnfolded() const;
    void unfold(bool unfolded);

signals:
    void editRequested();
    void resendRequested();
    /// The user wants to see the turns of the conversation.
    void turnsRequested();
    /// The user gave the run this task, or confirmed the suggested one.
    void taskChosen(const QString &task);

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void fillTaskMenu();
    void describeTask();

    QString m_prompt;
    QString m_system;
    QString m_task;
    core::TaskOrigin m_origin = core::TaskOrigin::User;
    FlatButton *const m_fold;
    FlatButton *const m_turn;
    ElidedLabel *const m_line;
    PictureStrip *const m_pictures;
    FlatButton *const m_taskButton;
    FlatButton *const m_verdict;
    FlatButton *const m_export;
    FlatButton *const m_edit;
    FlatButton *const m_resend;
    QPlainTextEdit *const m_whole;
};

} // namespace ui
