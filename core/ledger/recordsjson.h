#pragma once

#include "core/chat/completion.h"
#include "core/chat/request.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace core {

// The JSON columns of the ledger, compact. Reading text of another shape gives what can be read of it.

/// See parametersToJson().
QByteArray parametersText(const ChatParameters &parameters);
ChatParameters parametersFromText(const QByteArray &text);

/// `{"key": "value"}`
QByteArray tagsToJson(const QHash<QString, QString> &tags);
QHash<QString, QString> tagsFromJson(const QByteArray &json);

/// `[{"type": "image/png", "data": "<base64>"}]`
QByteArray imagesToJson(const QList<ImagePart> &images);
QList<ImagePart> imagesFromJson(const QByteArray &json);

/// `[{"id", "name", "arguments"}]`
QByteArray toolCallsToJson(const QList<ToolCall> &calls);
QList<ToolCall> toolCallsFromJson(const QByteArray &json);

} // namespace core
