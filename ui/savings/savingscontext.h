#pragma once

#include "core/accounts/account.h"

#include <QStringList>

#include <functional>

class QWidget;

namespace core {
class AccountStore;
class Clock;
class Database;
class ModelListStore;
class PriceBook;
class RuleSetStore;
class Settings;
class TargetBook;
} // namespace core

namespace ui {

class Theme;

/// What the panes on saved money are built from. Application owns all of it and outlives them.
struct SavingsContext
{
    core::Database &database;
    core::AccountStore &accounts;
    core::ModelListStore &models;
    core::PriceBook &prices;
    core::RuleSetStore &ruleSets;
    const core::TargetBook &book;
    const core::Clock &clock;
    core::Settings &settings;
    const Theme &theme;
    /// Shows every model, but no rule set, below `anchor`, those in use marked, and hands over the one that
    /// is picked.
    std::function<void(const QWidget *anchor, const QStringList &inUse,
                       std::function<void(const core::TargetName &)> picked)>
        pickTarget;
};

} // namespace ui
