#pragma once

#include "core/chat/message.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;

namespace ui {

class Theme;
class ThemedLabel;

/// What one lane will be sent: the exact list of messages, its mark and what was left out.
struct LaneMessages
{
    QString lane;
    QList<core::Message> messages = {};
    /// Turns without an answer in this branch, counted from 1.
    QList<int> leftOut = {};
};

/// Shows what each lane will be sent, one lane at a time. Deletes itself when closed.
class ContextDialog : public QDialog
{
    Q_OBJECT

public:
    ContextDialog(const Theme &theme, const QList<LaneMessages> &lanes, int current, QWidget *parent);

private:
    void show(int lane);

    const QList<LaneMessages> m_lanes;
    QComboBox *const m_choice;
    ThemedLabel *const m_facts;
    QPlainTextEdit *const m_text;
};

/// `system`, `user` and `assistant` as headings, then each text; pictures by type and size.
QString messagesAsText(const QList<core::Message> &messages);

} // namespace ui
