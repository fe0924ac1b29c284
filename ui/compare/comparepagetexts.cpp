// What ComparePage does with attachments, templates, export and import.
#include "core/base/continuation.h"
#include "core/compare/comparison.h"
#include "core/ledger/ledgerreader.h"
#include "ui/actions.h"
#include "ui/compare/attachmentbar.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/composer.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/picturelanes.h"
#include "ui/compare/promptline.h"
#include "ui/compare/templatesession.h"
#include "ui/widgets/exportmenu.h"
#include "ui/widgets/importruns.h"
#include "ui/widgets/toastarea.h"

namespace ui {

void ComparePage::wireExport()
{
    m_export = new ExportMenu(m_context.reader, this);
    m_import = new ImportRuns(m_context.services.ledger, m_context.services.clock, this);
    m_promptLine->setExportMenu(m_export);
    const auto tell = [this](const QString &sentence) { m_toasts->showMessage(sentence); };
    connect(m_export, &ExportMenu::told, this, tell);
    connect(m_export, &QMenu::aboutToShow, this, &ComparePage::noteExported);
    connect(m_import, &ImportRuns::told, this, tell);
    connect(m_import, &ImportRuns::imported, this, [this](qint64 run) {
        core::continued(m_context.reader.run(run), this, [this](const core::Result<core::RunRecord> &record) {
            if (record)
                showRun(*record);
        });
    });
}

void ComparePage::registerTextActions()
{
    using K = QKeySequence;
    addAction(QStringLiteral("compare.attach"), tr("Attach pictures or text files"),
              {K(Qt::CTRL | Qt::SHIFT | Qt::Key_A)}, &ComparePage::attach);
    addAction(QStringLiteral("compare.templates"), tr("Use or manage templates"),
              {K(Qt::CTRL | Qt::SHIFT | Qt::Key_T)}, &ComparePage::openTemplates);
    addAction(QStringLiteral("compare.saveTemplate"), tr("Save the prompt as a template"), {},
              &ComparePage::saveTemplate);
    addAction(QStringLiteral("compare.export"), tr("Export the run"), {}, &ComparePage::showExportMenu);
    addAction(QStringLiteral("compare.copyTable"), tr("Copy the run's figures as a Markdown table"), {},
              &ComparePage::copyTable);
    addAction(QStringLiteral("compare.copySpreadsheet"), tr("Copy the run's figures for a spreadsheet"), {},
              &ComparePage::copySpreadsheet);
    addAction(QStringLiteral("compare.importRun"), tr("Import a run from a JSON file"), {},
              &ComparePage::importRun);
}

bool ComparePage::refusePicturesAlone(const core::CompareRequest &request)
{
    if (!request.prompt.trimmed().isEmpty() || request.withoutPictures.isEmpty())
        return false;
    const QStringList names = namesOfLanes(request.withoutPictures, request.targets);
    m_composer->complain(tr("Nothing was sent: there is no text for %1, which cannot take pictures.")
                             .arg(names.join(QLatin1StringView(", "))));
    return true;
}

void ComparePage::removePicturelessLanes()
{
    const QSet<int> lanes = lanesWithoutPictures(m_context, targets());
    for (int lane = m_board->count() - 1; lane >= 0; --lane) {
        if (lanes.contains(lane))
            m_board->remove(lane);
    }
    m_composer->focusPrompt();
}

void ComparePage::attach()
{
    m_composer->attachments().choose();
}

void ComparePage::openTemplates()
{
    m_templates->open();
}

void ComparePage::noteExported()
{
    m_export->setRun(m_runId, m_isFollowUp);
}

void ComparePage::showExportMenu()
{
    noteExported();
    if (m_runId == 0)
        return m_toasts->showMessage(tr("There is no run to export yet."));
    m_export->popup(m_promptLine->mapToGlobal(QPoint(m_promptLine->width() / 2, m_promptLine->height())));
}

void ComparePage::copyTable()
{
    noteExported();
    m_export->copyMarkdownTable();
}

void ComparePage::copySpreadsheet()
{
    noteExported();
    m_export->copySpreadsheetTable();
}

void ComparePage::importRun()
{
    m_import->choose();
}

void ComparePage::saveTemplate()
{
    m_templates->saveCurrent();
}

} // namespace ui
