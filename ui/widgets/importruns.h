#pragma once

#include "core/compare/rundocument.h"
#include "core/ledger/runimport.h"

#include <QObject>

namespace core {
class Clock;
class LedgerWriter;
} // namespace core

namespace ui {

/// Imports runs that were exported as JSON: asks for the file, reads it on a worker thread, writes what is
/// new, says what became of it and lists what was not understood. Owned by a page.
class ImportRuns : public QObject
{
    Q_OBJECT

public:
    ImportRuns(core::LedgerWriter &writer, const core::Clock &clock, QWidget *page);

    void choose();
    void importFile(const QString &path);

signals:
    /// The run to look at: the last of the document, new or known.
    void imported(qint64 run);
    /// A sentence that says what became of it.
    void told(const QString &sentence);

private:
    void write(const core::RunDocument &document);
    void describe(const core::ImportOutcome &outcome, const QStringList &unknown);

    core::LedgerWriter &m_writer;
    const core::Clock &m_clock;
    QWidget *const m_page;
};

} // namespace ui
