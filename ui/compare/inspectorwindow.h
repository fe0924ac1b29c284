#pragma once

#include "core/compare/recordingfile.h"
#include "ui/compare/instrumentwindow.h"

class QPlainTextEdit;
class QSplitter;

namespace ui {

class EmptyState;
class FlatButton;
class SegmentedControl;
class ThemedLabel;

/// What a lane sent and got, attempt by attempt: the request and the raw response beside each other.
class InspectorWindow : public InstrumentWindow
{
    Q_OBJECT

public:
    InspectorWindow(const Theme &theme, QWidget *page);

    /// Attempts of one lane, oldest first; the newest is shown. Without any it says why there is nothing.
    void showAttempts(const QString &target, const QList<core::AttemptRecording> &attempts);
    const QList<core::AttemptRecording> &attempts() const { return m_attempts; }

signals:
    void saveRequested(const QList<core::AttemptRecording> &attempts);
    void replayRequested(const QList<core::AttemptRecording> &attempts);

private:
    struct Pane
    {
        SegmentedControl *form = nullptr;
        ThemedLabel *size = nullptr;
        FlatButton *copy = nullptr;
        QPlainTextEdit *text = nullptr;
    };

    Pane makePane(const QString &name, const QString &title, const QStringList &forms);
    void makeControls();
    void fillAttempts();
    void showAttempt();
    void copyRequest();
    void copyResponse();
    void applyFonts();
    const core::Recording *shown() const;

    QList<core::AttemptRecording> m_attempts;
    SegmentedControl *m_numbers = nullptr;
    QHBoxLayout *m_numbersPlace = nullptr;
    FlatButton *m_save = nullptr;
    FlatButton *m_replay = nullptr;
    QSplitter *m_panes = nullptr;
    Pane m_request;
    Pane m_response;
    ThemedLabel *m_note = nullptr;
    EmptyState *m_empty = nullptr;
};

} // namespace ui
