#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <memory>
#include <type_traits>

namespace core {

/// Calls `f(result)` in the thread of `context`, which must be the calling one, once `future` has its result.
/// When `context` is destroyed or `future` cancelled before, `f` is never called and the future returned is
/// cancelled. It stands in for `QFuture::then(context, f)`, which Qt 6.4 lets touch a context that is already
/// gone (asserted in qfuture_impl.h).
template <typename T, typename F>
auto continued(const QFuture<T> &future, QObject *context, F f) -> QFuture<std::invoke_result_t<F, T>>
{
    using Answer = std::invoke_result_t<F, T>;
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, promise, f = std::move(f)]() mutable {
                         watcher->deleteLater();
                         const QFuture<T> done = watcher->future();
                         if (done.isCanceled() || done.resultCount() == 0) {
                             promise->future().cancel();
                         } else if constexpr (std::is_void_v<Answer>) {
                             f(done.result());
                         } else {
                             promise->addResult(f(done.result()));
                         }
                         promise->finish();
                     });
    watcher->setFuture(future);
    return promise->future();
}

} // namespace core
