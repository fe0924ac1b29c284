#include "ui/compare/textdesk.h"

#include "core/base/continuation.h"
#include "core/ledger/ledgerreader.h"
#include "ui/actions.h"
#include "ui/compare/attachmentbar.h"
#include "ui/compare/composer.h"
#include "ui/compare/conversation.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/promptline.h"
#include "ui/compare/templatesession.h"
#include "ui/widgets/exportmenu.h"
#include "ui/widgets/importruns.h"
#include "ui/widgets/toastarea.h"

#include <QAction>

namespace ui {

TextDesk::TextDesk(const CompareContext &context, const TextParts &parts, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_parts(parts)
    , m_page(page)
    , m_templates(new TemplateSession(context, parts.composer, parts.toasts, page))
    , m_export(new ExportMenu(context.reader, page))
    , m_import(new ImportRuns(context.services.ledger, context.services.clock, page))
{
    wire();
    registerActions();
}

void TextDesk::wire()
{
    m_parts.promptLine.setExportMenu(m_export);
    const auto tell = [this](const QString &sentence) { m_parts.toasts.showMessage(sentence); };
    connect(m_export, &ExportMenu::told, this, tell);
    connect(m_export, &QMenu::aboutToShow, this, &TextDesk::noteExported);
    connect(m_import, &ImportRuns::told, this, tell);
    connect(m_import, &ImportRuns::imported, this, [this](qint64 run) {
        core::continued(m_context.reader.run(run), this, [this](const core::Result<core::RunRecord> &record) {
            if (record)
                emit runImported(*record);
        });
    });
}

void TextDesk::add(const char *id, const QString &text, const QList<QKeySequence> &keys,
                   const std::function<void()> &act)
{
    const QAction *const action =
        m_context.actions.add({QString::fromLatin1(id), text, tr("Compare"), keys}, m_page);
    connect(action, &QAction::triggered, this, act);
}

void TextDesk::registerActions()
{
    using K = QKeySequence;
    add("compare.attach", tr("Attach pictures or text files"), {K(Qt::CTRL | Qt::SHIFT | Qt::Key_F)},
        [this] { m_parts.composer.attachments().choose(); });
    add("compare.templates", tr("Use or manage templates"), {K(Qt::CTRL | Qt::SHIFT | Qt::Key_T)},
        [this] { m_templates->open(); });
    add("compare.saveTemplate", tr("Save the prompt as a template"), {},
        [this] { m_templates->saveCurrent(); });
    add("compare.export", tr("Export the run"), {}, [this] { showExportMenu(); });
    add("compare.copyTable", tr("Copy the run's figures as a Markdown table"), {}, [this] {
        if (refusesBlind())
            return;
        noteExported();
        m_export->copyMarkdownTable();
    });
    add("compare.copySpreadsheet", tr("Copy the run's figures for a spreadsheet"), {}, [this] {
        if (refusesBlind())
            return;
        noteExported();
        m_export->copySpreadsheetTable();
    });
    add("compare.importRun", tr("Import a run from a JSON file"), {}, [this] { m_import->choose(); });
}

void TextDesk::noteSent(const QHash<QString, QString> &values)
{
    m_templates->noteSent(values);
}

void TextDesk::noteExported()
{
    m_export->setRun(m_parts.board.isBlind() ? 0 : m_parts.conversation.shownRun(),
                     m_parts.conversation.turnBefore() != 0);
}

bool TextDesk::refusesBlind()
{
    if (m_parts.board.isBlind())
        m_parts.toasts.showMessage(tr("An export names the models; you can make it after the vote."));
    return m_parts.board.isBlind();
}

void TextDesk::showExportMenu()
{
    if (refusesBlind())
        return;
    noteExported();
    if (!m_export->hasRuns())
        return m_parts.toasts.showMessage(tr("There is no run to export yet."));
    const PromptLine &line = m_parts.promptLine;
    m_export->popup(line.mapToGlobal(QPoint(line.width() / 2, line.height())));
}

} // namespace ui
