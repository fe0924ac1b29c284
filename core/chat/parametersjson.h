#pragma once

#include "core/chat/request.h"

namespace core {

/// Parameters as they are kept: only what is set, under the names of the request body; `extra` under `extra`.
QJsonObject parametersToJson(const ChatParameters &parameters);

/// The inverse; members of another type are left unset.
ChatParameters parametersFromJson(const QJsonObject &json);

/// `base` with whatever `over` sets put in its place.
ChatParameters mergedParameters(const ChatParameters &base, const ChatParameters &over);

} // namespace core
