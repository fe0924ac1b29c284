#include "core/base/onworker.h"

#include <QCoreApplication>

#include <sys/resource.h>

namespace core {

namespace {

/// A tenth of the processor time that a thread of the window gets beside it. An idle priority could leave it
/// none for minutes on a busy machine.
constexpr int kNiceness = 10;

} // namespace

QThreadPool &backgroundWorkers()
{
    static QThreadPool *const pool = [] {
        auto *const made = new QThreadPool;
        // The application does not end before what runs there, as with the global pool.
        qAddPostRoutine([] { delete &backgroundWorkers(); });
        return made;
    }();
    return *pool;
}

void giveWay()
{
    // On Linux this is the calling thread alone, see setpriority(2); unchanged when it fails.
    setpriority(PRIO_PROCESS, 0, kNiceness);
}

} // namespace core
