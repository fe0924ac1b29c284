#include "core/storage/filelock.h"

#include <QFile>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace core {

FileLock::FileLock(QString filePath) : m_filePath(std::move(filePath)) { }

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool FileLock::tryLock(std::chrono::milliseconds patience)
{
    if (isLocked())
        return true;
    // O_CLOEXEC: a child process must not keep the lock alive after its parent is gone.
    const int descriptor =
        ::open(QFile::encodeName(m_filePath).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    m_problem = descriptor < 0 ? qt_error_string(errno) : QString();
    if (descriptor < 0)
        return false;
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (std::chrono::steady_clock::now() >= deadline) {
            ::close(descriptor);
            return false;
        }
        QThread::msleep(10);
    }
    m_descriptor = descriptor;
    return true;
}

void FileLock::removeAndUnlock()
{
    if (!isLocked())
        return;
    QFile::remove(m_filePath);
    ::close(m_descriptor);
    m_descriptor = -1;
}

} // namespace core
