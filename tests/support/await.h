#pragma once

#include <QFuture>
#include <QTest>

#include <chrono>

namespace test {

/// The result of a future whose continuations may need this thread's event loop. Fails the test's next check,
/// by giving an invalid value, only when it does not come within half a minute.
template <typename T>
T await(QFuture<T> future)
{
    const bool came = QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000);
    if (!came || future.isCanceled())
        qFatal("a future did not finish with a result");
    return future.result();
}

} // namespace test
