#pragma once

#include <QString>

#include <chrono>

namespace core {

/// An exclusive lock on a file that the kernel releases when its holder ends, however it ends. (QLockFile
/// trusts a process id, which means nothing in a sandbox where every process has the same one.) Not copyable;
/// any thread.
class FileLock
{
public:
    explicit FileLock(QString filePath);
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// Creates the file (0600) when missing and takes its lock, trying for at most `patience`. False when
    /// another holder, in this process or any other, has it, or the file cannot be made.
    bool tryLock(std::chrono::milliseconds patience = std::chrono::milliseconds(0));
    /// Removes the file, then releases the lock.
    void removeAndUnlock();
    bool isLocked() const { return m_descriptor >= 0; }
    /// Why the file could not be opened at the last try; empty when it could, whoever has its lock.
    QString problem() const { return m_problem; }

private:
    const QString m_filePath;
    QString m_problem = {};
    int m_descriptor = -1;
};

} // namespace core
