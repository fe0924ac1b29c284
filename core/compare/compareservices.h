#pragma once

namespace core {

class AccountStore;
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
};

} // namespace core
