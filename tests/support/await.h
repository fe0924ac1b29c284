#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QSignalSpy>

namespace test {

/// The result of a future whose continuations may need this thread's event loop; ends the test when none
/// comes.
template <typename T>
T await(const QFuture<T> &future)
{
    QFutureWatcher<T> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(future);
    if (!future.isFinished())
        finished.wait(30'000);
    if (!future.isFinished() || future.isCanceled())
        qFatal("a future did not finish with a result");
    return future.result();
}

} // namespace test
