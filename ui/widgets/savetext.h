#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace ui {

/// Asks where to save `text` and writes it there as UTF-8. `done` gets the file's name, or an error in the
/// system's words; it is not called when the user changes their mind. `text` is made only when it is needed.
void saveText(QWidget *parent, const QString &title, const QString &proposedName, const QString &text,
              std::function<void(const QString &fileName, const QString &error)> done);

} // namespace ui
