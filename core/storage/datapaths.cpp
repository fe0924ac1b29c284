#include "core/storage/datapaths.h"

#include <QDir>
#include <QStandardPaths>

namespace core {

QString defaultDataDir()
{
    // Not AppDataLocation, which would add whatever organisation and application name the process carries.
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return base + QStringLiteral("/switchyard");
}

DataPaths DataPaths::under(const QString &dataDir)
{
    const QString folder =
        QDir::cleanPath(QDir(dataDir.isEmpty() ? defaultDataDir() : dataDir).absolutePath());
    return {folder, folder + QStringLiteral("/ledger.sqlite")};
}

} // namespace core
