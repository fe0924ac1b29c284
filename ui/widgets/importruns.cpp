#include "ui/widgets/importruns.h"

#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/base/onworker.h"
#include "core/ledger/ledgerwriter.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace ui {

namespace {

using Read = core::Result<core::RunDocument>;

/// Far above any export of a person's own; a document is read whole.
constexpr qint64 kMostBytes = 512'000'000;

Read readFile(const QString &path, qint64 nowMs)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::Error{core::ErrorKind::InvalidRequest,
                           ImportRuns::tr("%1 cannot be read: %2").arg(name, file.errorString())};
    if (file.size() > kMostBytes)
        return core::Error{core::ErrorKind::InvalidRequest,
                           ImportRuns::tr("%1 is larger than 512 MB").arg(name)};
    return core::readRunDocument(file.readAll(), nowMs);
}

} // namespace

ImportRuns::ImportRuns(core::LedgerWriter &writer, const core::Clock &clock, QWidget *page)
    : QObject(page), m_writer(writer), m_clock(clock), m_page(page)
{
}

void ImportRuns::choose()
{
    auto *const dialog = new QFileDialog(m_page, tr("Import runs"));
    dialog->setObjectName(QStringLiteral("importRuns"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Exported runs (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportRuns::importFile);
    dialog->open();
}

void ImportRuns::importFile(const QString &path)
{
    core::continued(core::onWorker([path, nowMs = m_clock.utcMs()] { return readFile(path, nowMs); }), this,
                    [this](const Read &document) {
                        if (document)
                            write(*document);
                        else
                            emit told(tr("Nothing was imported: %1.").arg(document.error().message));
                    });
}

void ImportRuns::write(const core::RunDocument &document)
{
    core::continued(m_writer.importRuns(document.runs), this,
                    [this, unknown = document.unknown](const core::Result<core::ImportOutcome> &outcome) {
                        if (outcome)
                            describe(*outcome, unknown);
                        else
                            emit told(tr("Nothing was imported: %1.").arg(outcome.error().message));
                    });
}

void ImportRuns::describe(const core::ImportOutcome &outcome, const QStringList &unknown)
{
    QStringList sentences;
    const int fresh = static_cast<int>(outcome.runs.size());
    const int known = static_cast<int>(outcome.known.size());
    if (fresh > 0)
        sentences.append(fresh == 1
                             ? tr("1 run was imported. It is in no total: this program did not send it.")
                             : tr("%n runs were imported. They are in no total: this program sent none "
                                  "of them.",
                                  nullptr, fresh));
    if (known > 0)
        sentences.append(known == 1 ? tr("1 run is in the ledger already.")
                                    : tr("%n runs are in the ledger already.", nullptr, known));
    const QString sentence = sentences.join(QLatin1Char(' '));
    if (unknown.isEmpty()) {
        emit told(sentence);
    } else {
        auto *const box = new QMessageBox(m_page);
        box->setObjectName(QStringLiteral("importLosses"));
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setTextFormat(Qt::PlainText);
        box->setIcon(QMessageBox::Information);
        box->setWindowTitle(tr("Import runs"));
        box->setText(sentence);
        constexpr qsizetype kMostShown = 10;
        box->setInformativeText(tr("Not kept, because it means nothing here:") + QLatin1Char('\n')
                                + unknown.mid(0, kMostShown).join(QLatin1Char('\n')));
        box->setDetailedText(unknown.size() > kMostShown ? unknown.join(QLatin1Char('\n')) : QString());
        box->open();
    }
    if (fresh > 0 || known > 0)
        emit imported(fresh > 0 ? outcome.runs.constLast() : outcome.known.constLast());
}

} // namespace ui
