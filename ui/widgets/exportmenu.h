#pragma once

#include "core/compare/runexport.h"

#include <QFuture>
#include <QMenu>

#include <functional>

namespace core {
class LedgerReader;
}

namespace ui {

/// A menu that exports runs of the ledger: as a file in one of four formats, or as a table on the clipboard.
/// The page that owns it says which runs.
class ExportMenu : public QMenu
{
    Q_OBJECT

public:
    ExportMenu(core::LedgerReader &reader, QWidget *parent);

    /// One run; `inConversation` offers all turns up to it too. 0: there is nothing to export.
    void setRun(qint64 run, bool inConversation);
    bool hasRuns() const { return !m_runs.isEmpty(); }

    /// What the actions do, for a palette. `conversation` takes all turns of the run.
    void saveAs(core::ExportFormat format, bool conversation);
    void copyMarkdownTable(bool conversation = false);
    void copySpreadsheetTable(bool conversation = false);

signals:
    /// A sentence that says what became of it.
    void told(const QString &sentence);

private:
    using Runs = QList<core::RunRecord>;

    void fill();
    void addFormats(QMenu *menu, bool conversation);
    /// Reads the runs and hands them on; a failure is told.
    void withRuns(bool conversation, const std::function<void(const Runs &)> &done);
    void readRest(const QList<qint64> &ids, const Runs &read, const std::function<void(const Runs &)> &done);
    void save(const Runs &runs, core::ExportFormat format);
    void copy(const QString &text, const QString &sentence);

    core::LedgerReader &m_reader;
    QList<qint64> m_runs;
    bool m_inConversation = false;
};

} // namespace ui
