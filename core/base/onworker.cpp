#include "core/base/onworker.h"

#include <QCoreApplication>

namespace core {

QThreadPool &idleWorkers()
{
    static QThreadPool *const pool = [] {
        auto *const made = new QThreadPool;
        made->setThreadPriority(QThread::IdlePriority);
        // As the application waits for the threads of the global pool.
        qAddPostRoutine([] { idleWorkers().waitForDone(); });
        return made;
    }();
    return *pool;
}

} // namespace core
