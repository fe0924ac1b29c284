#pragma once

#include "core/accounts/modelliststore.h"
#include "core/base/result.h"
#include "core/catalog/modelinfo.h"

namespace core {

/// Reads the body of a `/models` answer: OpenAI and OpenRouter (`data`), Google and Ollama (`models`) or a
/// bare array, of objects or of plain ids. Doubles and entries without an id are left out. An HTML page or
/// any other JSON is a Protocol error.
Result<QList<AccountModel>> readModelListing(const QByteArray &body);

/// What a provider's own description of a model says: OpenRouter, Mistral, vLLM, llama.cpp, Google, Ollama
/// and plain OpenAI. Prices are those of OpenRouter's `pricing` (decimal strings a token; negative is
/// unknown). https://openrouter.ai/docs/api-reference/list-available-models
ModelInfo modelInfoFromListing(const AccountModel &model);

/// Both steps in one.
Result<QList<ModelInfo>> parseModelListing(const QByteArray &body);

} // namespace core
