#pragma once

namespace core {

class AccountStore;
class BudgetGuard;
class Clock;
class DialectNotes;
class EndpointResolver;
class LaneSlots;
class LedgerWriter;
class ModelDirectory;
class Presets;
class PriceBook;
class ProviderClient;
class Recordings;
class RuleSetStore;
class TargetBook;
class TargetHealth;
class TokenRatios;

/// What runs are made with. Application owns all of it and outlives every run.
struct CompareServices
{
    const AccountStore &accounts;
    const Presets &presets;
    const ModelDirectory &directory;
    const PriceBook &prices;
    DialectNotes &notes;
    EndpointResolver &resolver;
    ProviderClient &client;
    LaneSlots &laneSlots;
    LedgerWriter &ledger;
    const Clock &clock;
    /// Keeps what goes over the wire; null: nothing does.
    Recordings *recordings = nullptr;
    /// What `route/NAME` stands for; null: there are no rule sets.
    const RuleSetStore *ruleSets = nullptr;
    /// What decisions know of targets; null: only whether their accounts are there and switched on.
    const TargetBook *targetBook = nullptr;
    /// Is told how every attempt ended; null: nobody is, and no target ever cools down.
    TargetHealth *health = nullptr;
    /// How many tokens models make of a text; null: the general estimate.
    TokenRatios *tokenRatios = nullptr;
    /// Is asked before each attempt, and tells rules what is used; null: there are no budgets.
    BudgetGuard *budgets = nullptr;
};

} // namespace core
