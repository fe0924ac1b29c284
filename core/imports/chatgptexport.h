#pragma once

#include "core/base/result.h"
#include "core/imports/importlosses.h"
#include "core/ledger/importwriting.h"

#include <QJsonObject>

namespace core {

/// Whether an element of a file looks like a conversation of ChatGPT's data export (`conversations.json`).
bool isChatGptConversation(const QJsonObject &element);

/// Reads a conversation of ChatGPT's data export, a tree of messages: each message of the user is a turn, the
/// answers that follow it its lanes (a regenerated answer is one more), an edited prompt a branch. Thoughts
/// are kept as reasoning; tools, their output and files are losses. OpenAI publishes no description; the
/// members read here are those of exports from 2023 to 2026. Errors name the member that is not as it should
/// be.
Result<ImportedConversation> readChatGptConversation(const QJsonObject &element, ImportLosses &losses);

} // namespace core
