#pragma once

#include "core/base/result.h"
#include "core/imports/importlosses.h"
#include "core/ledger/importwriting.h"

#include <QJsonObject>

namespace core {

/// Whether an element of a file looks like a chat that Open WebUI exported.
bool isOpenWebUiChat(const QJsonObject &element);

/// Reads a chat of Open WebUI's export: each message of the user is a turn, the answers below it its lanes,
/// one for each model that was asked and for each regenerated answer. Reasoning blocks become reasoning,
/// pictures in the file pictures, token counts usage. Shape: open-webui/open-webui,
/// src/lib/components/chat/Chat.svelte (`history.messages`). Errors name the member that is not as it should
/// be.
Result<ImportedConversation> readOpenWebUiChat(const QJsonObject &element, ImportLosses &losses);

} // namespace core
