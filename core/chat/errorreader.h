#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>

#include <utility>

namespace core {

/// Makes one Error of an HTTP answer with status >= 400, whatever its shape: OpenAI's object, a plain string,
/// FastAPI's `detail`, Google's array, HTML, nothing. The message is the provider's own sentence, on one
/// line, at most 1000 characters, keys redacted. `retryAfter` comes from `retry-after-ms`, `Retry-After`, the
/// body, or `x-ratelimit-reset-*`. `nowUtcMs` is used for headers that name a date.
Error readErrorResponse(int httpStatus, const QByteArray &contentType, const QByteArray &body,
                        const QList<std::pair<QByteArray, QByteArray>> &headers, qint64 nowUtcMs);

/// Makes one Error of an error that came inside a 200 answer: the value of `error`, or a plain text.
Error readErrorObject(const QJsonValue &value);

} // namespace core
