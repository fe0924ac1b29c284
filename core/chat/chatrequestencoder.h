#pragma once

#include "core/chat/dialect.h"
#include "core/chat/request.h"

namespace core {

/// The JSON body of a chat completions request. Text alone is sent as a string, text with pictures as content
/// parts; only parameters that are set are sent; `parameters.extra` is merged last and wins; a null in it
/// takes the member away. `stream_options` goes out only with a streamed request, because endpoints reject it
/// otherwise.
/// https://platform.openai.com/docs/api-reference/chat/create
QByteArray encodeChatRequest(const ChatRequest &request, const Dialect &dialect);

} // namespace core
