#include "core/storage/outputfile.h"

#include "core/storage/connection.h"
#include "core/storage/storageerror.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <filesystem>

namespace core {

namespace {

/// Also by another name, and whether it exists or not.
bool isSameFile(const std::filesystem::path &one, const std::filesystem::path &other)
{
    std::error_code problem;
    if (std::filesystem::equivalent(one, other, problem))
        return true;
    const std::filesystem::path place = std::filesystem::weakly_canonical(one, problem);
    return !problem && place == std::filesystem::weakly_canonical(other, problem) && !problem;
}

bool isReplaceable(const QString &path)
{
    const QFileInfo info(path);
    // Of a folder, QSaveFile says that it is one.
    return !info.exists() || info.isFile() || info.isDir();
}

} // namespace

bool isOpenLedger(const QString &path)
{
    const std::filesystem::path target = QFileInfo(path).filesystemAbsoluteFilePath();
    const QStringList ledgers = Connection::openFiles();
    return std::any_of(ledgers.cbegin(), ledgers.cend(), [&target](const QString &ledger) {
        for (const char *suffix : {"", "-wal", "-shm", "-journal"}) {
            const QFileInfo file(ledger + QLatin1StringView(suffix));
            if (isSameFile(target, file.filesystemAbsoluteFilePath()))
                return true;
        }
        return false;
    });
}

OutputFile::OutputFile(const QString &path) : m_path(path) { }

OutputFile::~OutputFile() = default;

Result<void> OutputFile::open()
{
    if (isOpenLedger(m_path))
        return storageError(QStringLiteral("it is the ledger itself"));
    QIODevice::OpenMode mode = QIODevice::WriteOnly;
    if (isReplaceable(m_path)) {
        m_file = std::make_unique<QSaveFile>(m_path);
    } else {
        m_file = std::make_unique<QFile>(m_path);
        mode |= QIODevice::ExistingOnly;
    }
    if (!m_file->open(mode))
        return storageError(m_file->errorString());
    return {};
}

Result<void> OutputFile::write(const QByteArray &bytes)
{
    if (m_file->write(bytes) != bytes.size())
        return storageError(m_file->errorString());
    return {};
}

Result<void> OutputFile::commit()
{
    auto *const replacement = qobject_cast<QSaveFile *>(m_file.get());
    if (replacement ? !replacement->commit() : !m_file->flush())
        return storageError(m_file->errorString());
    if (!replacement)
        m_file->close();
    return {};
}

Result<void> writeOutputFile(const QString &path, const QByteArray &bytes)
{
    OutputFile file(path);
    if (const Result<void> opened = file.open(); !opened)
        return opened;
    if (const Result<void> written = file.write(bytes); !written)
        return written;
    return file.commit();
}

} // namespace core
