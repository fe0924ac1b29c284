#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QProcessEnvironment>

#include <functional>

namespace core {
class AccountStore;
class Clock;
class ConnectionTest;
class DialectNotes;
class ModelCatalog;
class ModelDirectory;
class ModelListStore;
class PriceBook;
class PriceOverrideStore;
class Presets;
class Secrets;
} // namespace core

namespace ui {

class Actions;
class Theme;

/// What the Accounts page and the first start are built from. Application owns all of it and outlives them.
struct AccountsContext
{
    core::AccountStore &accounts;
    core::ModelListStore &models;
    core::PriceOverrideStore &overrides;
    core::DialectNotes &notes;
    core::Secrets &secrets;
    core::ConnectionTest &connectionTest;
    const core::Presets &presets;
    const core::ModelCatalog &catalog;
    const core::ModelDirectory &directory;
    const core::PriceBook &prices;
    const core::Clock &clock;
    /// Whether a keychain answers: `KeychainSecretStore::probe`.
    std::function<QFuture<core::Result<void>>()> probeKeychain;
    /// Where variables are looked up by name; their values are never shown.
    QProcessEnvironment environment;
    Theme &theme;
    Actions &actions;
    /// Shows all that is known of a model's prices on an account, where that can be shown.
    std::function<void(const QString &account, const QString &model)> showPrices = {};
};

} // namespace ui
