#include "ui/widgets/savetext.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace ui {

void saveText(QWidget *parent, const QString &title, const QString &proposedName,
              std::function<QString()> text,
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
                     [text = std::move(text), done = std::move(done)](const QString &path) {
                         QSaveFile file(path);
                         const QByteArray bytes = text().toUtf8();
                         const bool saved = file.open(QIODevice::WriteOnly)
                             && file.write(bytes) == bytes.size() && file.commit();
                         done(QFileInfo(path).fileName(), saved ? QString() : file.errorString());
                     });
    dialog->open();
}

} // namespace ui
