#pragma once

#include "core/base/error.h"

#include <QStringList>

#include <optional>

namespace core {

/// What an error answer says of itself, whatever its shape was.
struct ErrorFacts
{
    /// 0 where the error came inside a 200 answer and named no status of its own.
    int status = 0;
    QString message;
    /// Machine-readable names: `error.code`, `error.type`, `error.status`, in lower case.
    QStringList codes;
    /// The server said when to come back.
    bool namesWait = false;
};

/// Which kind of failure it is: by the codes, then the status, then phrases where providers have no codes
/// (context length, missing credit). A 429 that only speaks of quota but says when to come back is a rate
/// limit. Alibaba answers `insufficient_quota` to a mere burst; that is a rate limit too:
/// https://www.alibabacloud.com/help/en/model-studio/error-code
ErrorKind classifyError(const ErrorFacts &facts);

} // namespace core
