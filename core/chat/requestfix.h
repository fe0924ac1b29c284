#pragma once

#include "core/base/error.h"
#include "core/chat/dialect.h"
#include "core/chat/request.h"

namespace core {

/// A change of the dialect after which the same request is worth sending once more.
enum class RequestFix { None, DropIncludeUsage, SwapMaxTokensField, DropStreaming };

/// What a 400 or 422 says about the dialect: it names `stream_options` or `include_usage`, rejects the token
/// limit's field by name, or cannot stream. None where the request did not use what is complained about.
RequestFix suggestFix(const Error &error, const ChatRequest &request, const Dialect &dialect);

/// The dialect after the fix, to be remembered for account and model.
Dialect fixedDialect(const Dialect &dialect, RequestFix fix);

} // namespace core
