#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace core {

/// Calls `f()` on a worker thread; the future has what it returns. `f` owns what it works on: whoever asked
/// may be gone before it ends. Read the future with continued().
template <typename F>
auto onWorker(F f) -> QFuture<std::invoke_result_t<F>>
{
    const auto promise = std::make_shared<QPromise<std::invoke_result_t<F>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, f = std::move(f)] {
        promise->addResult(f());
        promise->finish();
    });
    return promise->future();
}

} // namespace core
