#include "ui/widgets/exportmenu.h"

#include "core/base/continuation.h"
#include "core/compare/runtable.h"
#include "core/ledger/ledgerreader.h"
#include "ui/widgets/savetext.h"

#include <QClipboard>
#include <QGuiApplication>

namespace ui {

ExportMenu::ExportMenu(core::LedgerReader &reader, QWidget *parent) : QMenu(parent), m_reader(reader)
{
    setObjectName(QStringLiteral("exportMenu"));
    setTitle(tr("Export"));
    fill();
}

void ExportMenu::setRun(qint64 run, bool inConversation)
{
    m_runs = run == 0 ? QList<qint64>() : QList<qint64>{run};
    m_inConversation = inConversation;
    fill();
}

void ExportMenu::fill()
{
    // clear() leaves the submenu behind.
    qDeleteAll(findChildren<QMenu *>(QStringLiteral("exportConversation"), Qt::FindDirectChildrenOnly));
    clear();
    setEnabled(hasRuns());
    addFormats(this, false);
    if (m_inConversation) {
        QMenu *const whole = addMenu(tr("Whole conversation"));
        whole->setObjectName(QStringLiteral("exportConversation"));
        addFormats(whole, true);
    }
    addSeparator();
    connect(addAction(tr("Copy the figures as a Markdown table")), &QAction::triggered, this,
            [this] { copyMarkdownTable(); });
    connect(addAction(tr("Copy the figures for a spreadsheet")), &QAction::triggered, this,
            [this] { copySpreadsheetTable(); });
}

void ExportMenu::addFormats(QMenu *menu, bool conversation)
{
    const QList<std::pair<QString, core::ExportFormat>> formats{
        {tr("Markdown …"), core::ExportFormat::Markdown},
        {tr("Web page (HTML) …"), core::ExportFormat::Html},
        {tr("Table (CSV) …"), core::ExportFormat::Csv},
        {tr("JSON, to be imported again …"), core::ExportFormat::Json}};
    for (const auto &[text, format] : formats) {
        const auto wanted = format;
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, wanted, conversation] { saveAs(wanted, conversation); });
    }
}

void ExportMenu::withRuns(bool conversation, const std::function<void(const Runs &)> &done)
{
    if (!hasRuns())
        return emit told(tr("There is no run to export yet."));
    if (!conversation)
        return readRest(m_runs, {}, done);
    core::continued(m_reader.conversation(m_runs.constFirst()), this,
                    [this, done](const core::Result<Runs> &turns) {
                        if (turns)
                            done(*turns);
                        else
                            emit told(tr("The run could not be read: %1").arg(turns.error().message));
                    });
}

void ExportMenu::readRest(const QList<qint64> &ids, const Runs &read,
                          const std::function<void(const Runs &)> &done)
{
    if (read.size() == ids.size())
        return done(read);
    core::continued(m_reader.run(ids.at(read.size())), this,
                    [this, ids, read, done](const core::Result<core::RunRecord> &run) {
                        if (run)
                            readRest(ids, read + Runs{*run}, done);
                        else
                            emit told(tr("The run could not be read: %1").arg(run.error().message));
                    });
}

void ExportMenu::saveAs(core::ExportFormat format, bool conversation)
{
    withRuns(conversation, [this, format](const Runs &runs) { save(runs, format); });
}

void ExportMenu::save(const Runs &runs, core::ExportFormat format)
{
    const QString title = runs.size() == 1 ? tr("Export the run")
                                           : tr("Export %n runs", nullptr, static_cast<int>(runs.size()));
    saveText(
        parentWidget(), title, core::exportFileName(runs, format),
        [runs, format] { return QString::fromUtf8(core::exportRuns(runs, format)); },
        [this](const QString &fileName, const QString &error) {
            emit told(error.isEmpty() ? tr("Exported to %1.").arg(fileName)
                                      : tr("%1 could not be written: %2").arg(fileName, error));
        });
}

void ExportMenu::copyMarkdownTable(bool conversation)
{
    withRuns(conversation, [this](const Runs &runs) {
        QStringList tables;
        for (const core::RunRecord &run : runs)
            tables.append(core::runToMarkdownTable(run));
        copy(tables.join(QLatin1Char('\n')), tr("The figures are copied as a Markdown table."));
    });
}

void ExportMenu::copySpreadsheetTable(bool conversation)
{
    withRuns(conversation, [this](const Runs &runs) {
        copy(core::runsToTsv(runs), tr("The figures are copied; paste them into a spreadsheet."));
    });
}

void ExportMenu::copy(const QString &text, const QString &sentence)
{
    QGuiApplication::clipboard()->setText(text);
    emit told(sentence);
}

} // namespace ui
