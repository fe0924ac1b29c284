#pragma once

#include "core/accounts/account.h"
#include "core/accounts/secrets.h"
#include "core/base/result.h"
#include "core/catalog/modelinfo.h"

#include <QJsonObject>
#include <QStringList>

namespace app {

/// What is known of an account's key. Unreadable: the keychain does not answer or is locked.
enum class KeyState { Present, Missing, Unreadable };
KeyState keyStateOf(const core::Result<core::ResolvedSecrets> &secrets);

/// An element of `accounts list --json`.
QJsonObject accountToJson(const core::Account &account, KeyState key);
/// Where the key is and whether it is there, for people.
QString keyText(const core::Account &account, KeyState key);

/// An element of `accounts models --json`; prices are exact decimals in USD per million tokens.
QJsonObject modelToJson(const core::ModelInfo &model);
/// The cells id, input price, output price, context window and note, for people.
QStringList modelRow(const core::ModelInfo &model);

} // namespace app
