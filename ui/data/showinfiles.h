#pragma once

#include <QString>

class QObject;

namespace ui {

/// Opens the desktop's file manager with the file selected, over D-Bus
/// (https://www.freedesktop.org/wiki/Specifications/file-manager-interface/); where none answers, opens the
/// file's folder. Returns at once; the answer is awaited for as long as `context` lives.
void showInFileManager(const QString &filePath, QObject *context);

} // namespace ui
