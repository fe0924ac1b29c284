#include "ui/compare/templatetransfer.h"

#include "core/base/continuation.h"
#include "core/base/onworker.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

namespace {

QFileDialog *openDialog(QWidget *page, const QString &title, const QString &objectName,
                        QFileDialog::FileMode mode)
{
    auto *const dialog = new QFileDialog(page, title);
    dialog->setObjectName(objectName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    if (mode == QFileDialog::Directory)
        dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->open();
    return dialog;
}

} // namespace

TemplateTransfer::TemplateTransfer(core::TemplateStore &store, QWidget *page)
    : QObject(page), m_store(store), m_page(page)
{
}

void TemplateTransfer::chooseFiles()
{
    QFileDialog *const dialog = openDialog(m_page, tr("Import templates"), QStringLiteral("importTemplates"),
                                           QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Markdown and text (*.md *.markdown *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &TemplateTransfer::importFiles);
}

void TemplateTransfer::chooseFolder()
{
    const QFileDialog *const dialog =
        openDialog(m_page, tr("Import a folder of templates"), QStringLiteral("importTemplateFolder"),
                   QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &TemplateTransfer::importFolder);
}

void TemplateTransfer::chooseTarget()
{
    const QFileDialog *const dialog = openDialog(m_page, tr("Export all templates into a folder"),
                                                 QStringLiteral("exportTemplates"), QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &TemplateTransfer::exportTo);
}

void TemplateTransfer::importFiles(const QStringList &paths)
{
    core::continued(core::onWorker([paths] { return core::readTemplateFiles(paths); }), this,
                    [this](const core::TemplateFiles &files) { take(files); });
}

void TemplateTransfer::importFolder(const QString &folder)
{
    core::continued(core::onWorker([folder] { return core::readTemplateFolder(folder); }), this,
                    [this](const core::TemplateFiles &files) { take(files); });
}

void TemplateTransfer::exportTo(const QString &folder)
{
    core::continued(
        core::onWorker(
            [folder, all = m_store.templates()] { return core::writeTemplateFolder(folder, all); }),
        this, [this](const core::TemplateExport &outcome) {
            QString sentence = outcome.written == 1
                ? tr("1 template was exported.")
                : tr("%n templates were exported.", nullptr, outcome.written);
            if (outcome.besides > 0)
                sentence += QLatin1Char(' ')
                    + tr("Files of the same name with another text were left alone; numbers were added.");
            if (outcome.problems.isEmpty())
                emit told(sentence);
            else
                showDetails(tr("Export of templates"), sentence, outcome.problems);
        });
}

void TemplateTransfer::take(const core::TemplateFiles &files)
{
    int taken = 0;
    for (const core::PromptTemplate &entry : files.entries) {
        const std::optional<core::PromptTemplate> there = m_store.find(entry.folder, entry.name);
        taken += there && (there->text != entry.text || there->kind != entry.kind) ? 1 : 0;
    }
    if (taken > 0)
        askAboutTaken(files, taken);
    else
        store(files, core::TemplateConflict::Skip);
}

void TemplateTransfer::askAboutTaken(const core::TemplateFiles &files, int taken)
{
    auto *const box = new QMessageBox(m_page);
    box->setObjectName(QStringLiteral("takenTemplates"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(tr("Import templates"));
    box->setText(taken == 1 ? tr("One of the templates is there already with another text.")
                            : tr("%n of the templates are there already with another text.", nullptr, taken));
    box->setInformativeText(tr("Keeping both adds a number to the name of the imported one."));
    const auto offer = [this, box, files](const QString &text, core::TemplateConflict conflict) {
        QPushButton *const button = box->addButton(text, QMessageBox::AcceptRole);
        connect(button, &QPushButton::clicked, this, [this, files, conflict] { store(files, conflict); });
        return button;
    };
    box->setDefaultButton(offer(tr("Keep both"), core::TemplateConflict::KeepBoth));
    offer(tr("Replace mine"), core::TemplateConflict::Replace);
    offer(tr("Keep mine"), core::TemplateConflict::Skip);
    box->addButton(QMessageBox::Cancel);
    box->open();
}

void TemplateTransfer::store(const core::TemplateFiles &files, core::TemplateConflict conflict)
{
    core::continued(m_store.import(files.entries, conflict), this,
                    [this, files](const core::Result<core::TemplateImport> &outcome) {
                        if (outcome)
                            describe(files, *outcome);
                        else
                            emit told(tr("Nothing was imported: %1").arg(outcome.error().message));
                    });
}

void TemplateTransfer::describe(const core::TemplateFiles &files, const core::TemplateImport &outcome)
{
    const int stored = outcome.added + outcome.replaced + outcome.renamed;
    QStringList sentences{stored == 1 ? tr("1 template was imported.")
                                      : tr("%n templates were imported.", nullptr, stored)};
    if (outcome.same + outcome.skipped > 0)
        sentences.append(tr("%n were there already.", nullptr, outcome.same + outcome.skipped));
    QStringList details = files.problems;
    for (const QString &fields : files.unknown)
        details.append(tr("Kept, but without meaning here: %1").arg(fields));
    if (details.isEmpty())
        emit told(sentences.join(QLatin1Char(' ')));
    else
        showDetails(tr("Import of templates"), sentences.join(QLatin1Char(' ')), details);
}

void TemplateTransfer::showDetails(const QString &title, const QString &sentence, const QStringList &details)
{
    auto *const box = new QMessageBox(m_page);
    box->setObjectName(QStringLiteral("transferDetails"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIcon(QMessageBox::Information);
    box->setWindowTitle(title);
    box->setText(sentence);
    constexpr qsizetype kMostShown = 8;
    QStringList shown = details.mid(0, kMostShown);
    if (details.size() > kMostShown)
        shown.append(tr("… and %n more.", nullptr, static_cast<int>(details.size() - kMostShown)));
    box->setInformativeText(shown.join(QLatin1Char('\n')));
    box->setDetailedText(details.size() > kMostShown ? details.join(QLatin1Char('\n')) : QString());
    box->open();
}

} // namespace ui
