#pragma once

#include <QString>

namespace core {

/// Where the program keeps what it keeps.
struct DataPaths
{
    QString folder;
    QString ledgerFile;

    /// Everything under `dataDir`; with an empty one the desktop's place for data:
    /// `$XDG_DATA_HOME/switchyard`, usually ~/.local/share/switchyard.
    static DataPaths under(const QString &dataDir);
};

/// `$XDG_DATA_HOME/switchyard`.
QString defaultDataDir();

} // namespace core
