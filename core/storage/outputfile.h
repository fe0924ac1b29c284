#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QFileDevice;

namespace core {

/// Whether a path leads to a ledger that this process has open or to one of the files that SQLite keeps or
/// would make beside it, also through a link. From any thread.
bool isOpenLedger(const QString &path);

/// A file of the user's choice to write something into: never an open ledger. What is at that path is
/// replaced by commit(), through a symbolic link too, and stays as it was without it; a pipe, a device or
/// another thing that is no regular file is written into as it comes. Errors are of kind `storage` and say
/// why, in the system's words, without the path.
class OutputFile
{
public:
    explicit OutputFile(const QString &path);
    ~OutputFile();
    OutputFile(const OutputFile &) = delete;
    OutputFile &operator=(const OutputFile &) = delete;

    /// Waits at a pipe until somebody reads from it.
    Result<void> open();
    Result<void> write(const QByteArray &bytes);
    Result<void> commit();

private:
    const QString m_path;
    std::unique_ptr<QFileDevice> m_file;
};

/// All of it at once.
Result<void> writeOutputFile(const QString &path, const QByteArray &bytes);

} // namespace core
