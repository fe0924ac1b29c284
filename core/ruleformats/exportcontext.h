#pragma once

#include "core/ruleformats/ruleformats.h"

namespace core {

/// The accounts as other programs reach them. A key that is kept in the keychain or in memory is named by the
/// preset's usual variable, else by one made of the account's name: `MY_GATEWAY_API_KEY`.
ExportContext exportContextOf(const QList<Account> &accounts, const Presets &presets);

} // namespace core
