#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace ui {

/// Asks where to save a text and writes it there as UTF-8, to a core::OutputFile. `done` gets the file's name
/// and, when it could not be written, why, in the system's words. Neither it nor `text`, which makes the
/// text, is called when the user changes their mind.
void saveText(QWidget *parent, const QString &title, const QString &proposedName,
              std::function<QString()> text,
              std::function<void(const QString &fileName, const QString &error)> done);

/// The same for a file of any kind.
void saveBytes(QWidget *parent, const QString &title, const QString &proposedName,
               std::function<QByteArray()> bytes,
               std::function<void(const QString &fileName, const QString &error)> done);

} // namespace ui
