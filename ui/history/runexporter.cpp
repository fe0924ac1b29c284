#include "ui/history/runexporter.h"

#include "core/base/continuation.h"
#include "core/ledger/ledgerreader.h"
#include "core/storage/outputfile.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QProgressDialog>

using core::ExportFormat;

namespace ui {

namespace {

constexpr int kProgressAfterMs = 500;

constexpr std::array kFormats{ExportFormat::Markdown, ExportFormat::Html, ExportFormat::Csv,
                              ExportFormat::Json};

} // namespace

/// What one export has still to do and has done.
struct RunExporter::Job
{
    RunEdits::Entries entries;
    ExportFormat format = ExportFormat::Markdown;
    /// One of both, or none for the clipboard.
    QString file = {};
    QString folder = {};
    qsizetype done = 0;
    int files = 0;
    /// Of the entry under way; for one file of all entries so far.
    QList<core::RunRecord> runs = {};
    QPointer<QProgressDialog> progress = {};
};

RunExporter::RunExporter(core::LedgerReader &reader, QWidget *page)
    : QObject(page), m_reader(reader), m_page(page)
{
}

void RunExporter::fill(QMenu *menu, bool many, std::function<RunEdits::Entries()> chosen)
{
    const auto name = [](ExportFormat format) {
        switch (format) {
        case ExportFormat::Markdown:
            return tr("Markdown file …");
        case ExportFormat::Html:
            return tr("HTML file …");
        case ExportFormat::Csv:
            return tr("CSV file …");
        case ExportFormat::Json:
            break;
        }
        return tr("JSON file …");
    };
    menu->addAction(tr("Copy as Markdown"), this, [this, chosen] { copy(chosen()); });
    menu->addSeparator();
    for (const ExportFormat format : kFormats)
        menu->addAction(name(format), this, [this, chosen, format] { askForFile(chosen(), format); });
    if (!many)
        return;
    menu->addSeparator();
    const auto each = [&](const QString &text, ExportFormat format) {
        menu->addAction(text, this, [this, chosen, format] { askForFolder(chosen(), format); });
    };
    each(tr("A Markdown file each …"), ExportFormat::Markdown);
    each(tr("An HTML file each …"), ExportFormat::Html);
    each(tr("A JSON file each …"), ExportFormat::Json);
}

void RunExporter::copy(const RunEdits::Entries &entries)
{
    start(std::make_shared<Job>(Job{entries}));
}

void RunExporter::askForFile(const RunEdits::Entries &entries, ExportFormat format)
{
    if (entries.isEmpty())
        return;
    auto *const dialog = new QFileDialog(m_page, tr("Export runs"));
    dialog->setObjectName(QStringLiteral("history.exportFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(core::exportSuffix(format));
    const QString stem = entries.size() == 1 ? tr("run-%1", "proposed file name").arg(entries.first().run)
                                             : tr("runs", "proposed file name");
    dialog->selectFile(stem + QLatin1Char('.') + core::exportSuffix(format));
    connect(dialog, &QFileDialog::fileSelected, this, [this, entries, format](const QString &file) {
        start(std::make_shared<Job>(Job{entries, format, file}));
    });
    dialog->open();
}

void RunExporter::askForFolder(const RunEdits::Entries &entries, ExportFormat format)
{
    if (entries.isEmpty())
        return;
    auto *const dialog = new QFileDialog(m_page, tr("Export runs into a folder"));
    dialog->setObjectName(QStringLiteral("history.exportFolder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, entries, format](const QString &folder) {
        start(std::make_shared<Job>(Job{entries, format, {}, folder}));
    });
    dialog->open();
}

void RunExporter::start(std::shared_ptr<Job> job)
{
    if (job->entries.isEmpty())
        return;
    // Without a modality it runs no events of its own.
    job->progress = new QProgressDialog(tr("Exporting runs …"), tr("Stop"), 0,
                                        static_cast<int>(job->entries.size()), m_page);
    job->progress->setObjectName(QStringLiteral("history.exportProgress"));
    job->progress->setWindowTitle(tr("Export"));
    job->progress->setMinimumDuration(kProgressAfterMs);
    job->progress->setAutoReset(false);
    job->progress->setAutoClose(false);
    nextEntry(job);
}

void RunExporter::nextEntry(const std::shared_ptr<Job> &job)
{
    if (job->progress && job->progress->wasCanceled()) {
        stop(job);
        return;
    }
    if (job->done == job->entries.size()) {
        finish(job);
        return;
    }
    if (job->progress)
        job->progress->setValue(static_cast<int>(job->done));
    const RunEntry entry = job->entries.at(job->done);
    if (!entry.conversation) {
        nextRun(job, {entry.run});
        return;
    }
    core::continued(m_reader.withAllTurns({entry.run}), this,
                    [this, job](const core::Result<QList<qint64>> &runs) { nextRun(job, runs.valueOr({})); });
}

void RunExporter::nextRun(const std::shared_ptr<Job> &job, const QList<qint64> &left)
{
    if (left.isEmpty()) {
        endEntry(job);
        return;
    }
    core::continued(m_reader.run(left.first()), this,
                    [this, job, left](const core::Result<core::RunRecord> &run) {
                        // A run that went meanwhile is not missed.
                        if (run)
                            job->runs.append(*run);
                        nextRun(job, left.mid(1));
                    });
}

void RunExporter::endEntry(const std::shared_ptr<Job> &job)
{
    ++job->done;
    if (!job->folder.isEmpty() && !job->runs.isEmpty()) {
        const QString name = core::exportFileName(job->runs, job->format);
        if (!save(QDir(job->folder).filePath(name), core::exportRuns(job->runs, job->format))) {
            delete job->progress;
            return;
        }
        ++job->files;
        job->runs.clear();
    }
    nextEntry(job);
}

void RunExporter::finish(const std::shared_ptr<Job> &job)
{
    delete job->progress;
    if (!job->folder.isEmpty()) {
        emit notified(tr("%n files saved in %1", nullptr, job->files).arg(QDir(job->folder).dirName()));
        return;
    }
    const QByteArray bytes = core::exportRuns(job->runs, job->format);
    if (job->file.isEmpty()) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(bytes));
        emit notified(tr("Copied as Markdown"));
    } else if (save(job->file, bytes)) {
        emit notified(tr("Saved %1").arg(QFileInfo(job->file).fileName()));
    }
}

void RunExporter::stop(const std::shared_ptr<Job> &job)
{
    delete job->progress;
    emit notified(job->folder.isEmpty() ? tr("Stopped; nothing was saved.")
                                        : tr("Stopped; %n files are saved.", nullptr, job->files));
}

bool RunExporter::save(const QString &path, const QByteArray &bytes)
{
    const core::Result<void> saved = core::writeOutputFile(path, bytes);
    if (saved)
        return true;
    emit notified(tr("%1 could not be saved: %2").arg(QFileInfo(path).fileName(), saved.error().message));
    return false;
}

} // namespace ui
