#pragma once

namespace core {
class AccountStore;
class BalanceCheck;
class Clock;
class LedgerReader;
class ModelCatalog;
class UsageImport;
} // namespace core

namespace ui {

/// What importing and comparing usage needs; all of it outlives the widgets.
struct ReconcileContext
{
    core::UsageImport &imports;
    core::BalanceCheck &balances;
    core::AccountStore &accounts;
    core::LedgerReader &reader;
    const core::ModelCatalog &catalog;
    const core::Clock &clock;
};

} // namespace ui
