#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace core {

/// The answer to `GET /models`, with prices in the form of OpenRouter's listing
/// (https://openrouter.ai/docs/api-reference/list-available-models): USD per token as decimal strings.
QJsonObject simulatorModelList();

/// One entry of it; nothing for an unknown id.
std::optional<QJsonObject> simulatorModelEntry(const QString &modelId);

} // namespace core
