#pragma once

#include "core/chat/request.h"

namespace core {

/// Parameters as they are kept: only what is set, under the names of the request body; `extra` under `extra`.
QJsonObject parametersToJson(const ChatParameters &parameters);

/// The inverse; members of another type are left unset.
ChatParameters parametersFromJson(const QJsonObject &json);

/// `base` with whatever `over` sets put in its place. A raw value (a member of `extra` under a parameter's
/// own name) and a value replace each other; a null in `extra` takes the parameter away.
ChatParameters mergedParameters(const ChatParameters &base, const ChatParameters &over);

} // namespace core
