#pragma once

#include "core/imports/importlosses.h"
#include "core/ledger/requestimport.h"

#include <QJsonArray>

namespace core {

/// Reads the messages of a chat request: the last user message becomes the prompt, system and developer
/// messages the system message, what stands before the prompt its context. Pictures are kept where their data
/// is in the message. The error is InvalidRequest and says what is wrong.
Result<void> readTrafficMessages(const QJsonArray &messages, ImportedRequest &request, ImportLosses &losses);

} // namespace core
