#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace core {

/// The threads of onBackgroundWorker().
QThreadPool &backgroundWorkers();
/// Lets other threads go before the calling one, for good.
void giveWay();

/// Calls `f()` on a thread of the pool; the future has what it returns. `f` owns what it works on: whoever
/// asked may be gone before it ends. Read the future with continued().
template <typename F>
auto onWorkerOf(QThreadPool &pool, F f) -> QFuture<std::invoke_result_t<F>>
{
    const auto promise = std::make_shared<QPromise<std::invoke_result_t<F>>>();
    promise->start();
    pool.start([promise, f = std::move(f)] {
        promise->addResult(f());
        promise->finish();
    });
    return promise->future();
}

/// See onWorkerOf().
template <typename F>
auto onWorker(F f)
{
    return onWorkerOf(*QThreadPool::globalInstance(), std::move(f));
}

/// As onWorker(), for what nobody asked for at once: threads of the window and of its reads go before it.
template <typename F>
auto onBackgroundWorker(F f)
{
    return onWorkerOf(backgroundWorkers(), [f = std::move(f)] {
        giveWay();
        return f();
    });
}

} // namespace core
