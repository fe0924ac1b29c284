#pragma once

#include "ui/compare/comparecontext.h"

#include <QHash>
#include <QKeySequence>
#include <QObject>

#include <functional>

namespace core {
struct RunRecord;
}

namespace ui {

class Composer;
class Conversation;
class ExportMenu;
class ImportRuns;
class LaneBoard;
class PromptLine;
class TemplateSession;
class ToastArea;

/// The parts of the page that a TextDesk works on.
struct TextParts
{
    Composer &composer;
    PromptLine &promptLine;
    const Conversation &conversation;
    const LaneBoard &board;
    ToastArea &toasts;
};

/// What goes into the composer and comes out of the page as files: attachments, templates, export and import
/// of runs, with their actions. Owned by ComparePage; main thread.
class TextDesk : public QObject
{
    Q_OBJECT

public:
    /// Actions are registered for `page`, which owns the desk.
    TextDesk(const CompareContext &context, const TextParts &parts, QWidget *page);

    /// What stands in the composer is being sent with these values of its variables.
    void noteSent(const QHash<QString, QString> &values);

signals:
    /// A run was imported, or known when its file was read again: it is to be shown.
    void runImported(const core::RunRecord &run);

private:
    void wire();
    void registerActions();
    void add(const char *id, const QString &text, const QList<QKeySequence> &keys,
             const std::function<void()> &act);
    void noteExported();
    /// Whether names are hidden, which an export would tell; then it says so.
    bool refusesBlind();
    void showExportMenu();

    const CompareContext m_context;
    const TextParts m_parts;
    QWidget *const m_page;
    TemplateSession *const m_templates;
    ExportMenu *const m_export;
    ImportRuns *const m_import;
};

} // namespace ui
