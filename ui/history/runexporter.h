#pragma once

#include "core/compare/runexport.h"
#include "ui/history/runedits.h"

#include <QPointer>

class QMenu;
class QProgressDialog;

namespace ui {

/// Exports chosen runs: into one file, a file each in a folder, or as Markdown to the clipboard. Asks where,
/// shows progress and a way to stop when it takes longer than half a second. Owned by the history page.
class RunExporter : public QObject
{
    Q_OBJECT

public:
    RunExporter(core::LedgerReader &reader, QWidget *page);

    /// Fills an export menu; `chosen` gives what to export when an entry is chosen, `many` also offers a file
    /// each.
    void fill(QMenu *menu, bool many, std::function<RunEdits::Entries()> chosen);

signals:
    /// A sentence for a toast.
    void notified(const QString &sentence);

private:
    struct Job;

    void askForFile(const RunEdits::Entries &entries, core::ExportFormat format);
    void askForFolder(const RunEdits::Entries &entries, core::ExportFormat format);
    void copy(const RunEdits::Entries &entries);
    void start(std::shared_ptr<Job> job);
    void nextEntry(const std::shared_ptr<Job> &job);
    void nextRun(const std::shared_ptr<Job> &job, const QList<qint64> &left);
    void endEntry(const std::shared_ptr<Job> &job);
    void finish(const std::shared_ptr<Job> &job);
    void stop(const std::shared_ptr<Job> &job);
    bool save(const QString &path, const QByteArray &bytes);

    core::LedgerReader &m_reader;
    QWidget *const m_page;
};

} // namespace ui
