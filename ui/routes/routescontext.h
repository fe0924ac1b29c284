#pragma once

#include "core/accounts/account.h"

#include <QStringList>

#include <functional>

class QWidget;

namespace core {
class AccountStore;
class Clock;
class LedgerReader;
class ModelDirectory;
class ModelListStore;
class RuleSetStore;
class Settings;
class TargetBook;
class TargetHealth;
} // namespace core

namespace ui {

class Actions;
class ModelColours;
class Theme;
class ToastArea;

/// Shows every model below `anchor`, those in use marked, and hands over the one that is picked.
using TargetPicking = std::function<void(const QWidget *anchor, const QStringList &inUse,
                                         std::function<void(const core::TargetName &)> picked)>;

/// What a dragged model is under in a drop's data: `account/model` in UTF-8.
inline const QString kTargetMime = QStringLiteral("application/x-switchyard-target");
/// A dragged target of the set itself, see carryTarget().
inline const QString kChainPlaceMime = QStringLiteral("application/x-switchyard-chainplace");
/// A dragged rule, see carryRule().
inline const QString kRulePlaceMime = QStringLiteral("application/x-switchyard-ruleplace");

/// What the Routes page is built from. Application owns all of it and outlives the page.
struct RoutesContext
{
    core::RuleSetStore &ruleSets;
    core::AccountStore &accounts;
    core::ModelListStore &models;
    const core::ModelDirectory &directory;
    const core::TargetBook &book;
    core::TargetHealth &health;
    core::LedgerReader &reader;
    core::Settings &settings;
    const core::Clock &clock;
    Theme &theme;
    ModelColours &colours;
    Actions &actions;
    ToastArea &toasts;
    TargetPicking pickTarget;
};

} // namespace ui
