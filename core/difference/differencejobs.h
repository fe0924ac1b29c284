#pragma once

#include "core/difference/agreement.h"
#include "core/difference/textdiff.h"

#include <QFuture>

namespace core {

/// diffTexts() and agreementOf() on a worker of the global thread pool. Cancelling the future stops the work
/// soon; it then ends without a result, which `continued` takes as cancelled.
QFuture<TextDiff> startDiff(const QString &before, const QString &after, DiffUnit unit);
QFuture<Agreement> startAgreement(const QList<BlockedText> &answers);

} // namespace core
