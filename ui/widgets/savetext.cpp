#include "ui/widgets/savetext.h"

#include "core/storage/outputfile.h"

#include <QFileDialog>
#include <QFileInfo>

namespace ui {

void saveText(QWidget *parent, const QString &title, const QString &proposedName,
              std::function<QString()> text,
              std::function<void(const QString &fileName, const QString &error)> done)
{
    saveBytes(
        parent, title, proposedName, [text = std::move(text)] { return text().toUtf8(); }, std::move(done));
}

void saveBytes(QWidget *parent, const QString &title, const QString &proposedName,
               std::function<QByteArray()> bytes,
               std::function<void(const QString &fileName, const QString &error)> done)
{
    auto *const dialog = new QFileDialog(parent, title);
    dialog->setObjectName(QStringLiteral("saveText"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QFileInfo(proposedName).suffix());
    dialog->selectFile(proposedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [content = std::move(bytes), done = std::move(done)](const QString &path) {
                         const core::Result<void> saved = core::writeOutputFile(path, content());
                         done(QFileInfo(path).fileName(), saved ? QString() : saved.error().message);
                     });
    dialog->open();
}

} // namespace ui
