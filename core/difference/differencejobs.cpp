#include "core/difference/differencejobs.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace core {

namespace {

/// `work` gets the check for cancelling and returns an optional T.
template <typename T, typename Work>
QFuture<T> started(Work work)
{
    const auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        std::optional<T> result = work([promise] { return promise->isCanceled(); });
        if (result)
            promise->addResult(*std::move(result));
        promise->finish();
    });
    return promise->future();
}

} // namespace

QFuture<TextDiff> startDiff(const QString &before, const QString &after, DiffUnit unit)
{
    return started<TextDiff>(
        [=](const StopCheck &stopped) { return diffTexts(before, after, unit, stopped); });
}

QFuture<Agreement> startAgreement(const QList<BlockedText> &answers)
{
    return started<Agreement>([=](const StopCheck &stopped) { return agreementOf(answers, stopped); });
}

} // namespace core
