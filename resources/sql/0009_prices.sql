-- Schema version 9: prices in any currency with their times, hours and service tiers, imported price lists, and costs
-- priced again.

-- ISO 4217. The prices of an account are in one currency; those in another are not its own.
ALTER TABLE accounts ADD COLUMN currency TEXT NOT NULL DEFAULT 'USD';

-- US dollars (1e-12) for one unit of another currency, as the user gave it for a day.
CREATE TABLE exchange_rates (
    currency TEXT PRIMARY KEY,
    usd_picos INTEGER NOT NULL CHECK (usd_picos > 0),
    rate_date TEXT NOT NULL,
    set_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Overrides are entries of the price book. One that was replaced stays, because attempts name it as `own:ID`.
ALTER TABLE price_overrides ADD COLUMN match TEXT NOT NULL DEFAULT 'exact' CHECK (match IN ('exact', 'dated', 'prefix'));
ALTER TABLE price_overrides ADD COLUMN currency TEXT NOT NULL DEFAULT 'USD';
-- '' is the standard tier.
ALTER TABLE price_overrides ADD COLUMN service_tier TEXT NOT NULL DEFAULT '';
ALTER TABLE price_overrides ADD COLUMN valid_from INTEGER;
-- Exclusive.
ALTER TABLE price_overrides ADD COLUMN valid_to INTEGER;
-- Weekly UTC windows as JSON: [{"weekdays": [1, 2], "start": "01:00", "end": "04:00"}]; 1 is Monday.
ALTER TABLE price_overrides ADD COLUMN windows TEXT NOT NULL DEFAULT '[]';
ALTER TABLE price_overrides ADD COLUMN replaced_at INTEGER;
DROP INDEX price_overrides_target;
CREATE UNIQUE INDEX price_overrides_target ON price_overrides (ifnull(account_id, 0), model, match, service_tier,
    ifnull(valid_from, 0), windows) WHERE replaced_at IS NULL;

-- Price lists that were imported or fetched, as they were applied last.
CREATE TABLE price_lists (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    source_date TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    models INTEGER NOT NULL
) STRICT;

-- Their entries; attempts name them as `list:ID`. A changed price is a further entry and ends the one before.
CREATE TABLE price_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list_id INTEGER NOT NULL REFERENCES price_lists (id) ON DELETE CASCADE,
    seller TEXT NOT NULL,
    model TEXT NOT NULL,
    match TEXT NOT NULL CHECK (match IN ('exact', 'dated', 'prefix')),
    currency TEXT NOT NULL,
    service_tier TEXT NOT NULL,
    valid_from INTEGER,
    valid_to INTEGER,
    windows TEXT NOT NULL,
    prices TEXT NOT NULL,
    source_date TEXT NOT NULL
) STRICT;
CREATE INDEX price_entries_of_list ON price_entries (list_id);

-- The price's currency where it is not US dollars, and the amount in 1e-12 of it. cost_picos is that times the rate
-- that price_source names, or null without one.
ALTER TABLE attempts ADD COLUMN price_currency TEXT NOT NULL DEFAULT '';
ALTER TABLE attempts ADD COLUMN price_currency_picos INTEGER;
-- Calls of tools that the provider runs and bills apart, such as web searches.
ALTER TABLE attempts ADD COLUMN billed_tool_calls INTEGER;

CREATE INDEX attempts_unpriced ON attempts (model, account, started_at) WHERE unpriced = 1;

-- Costs that were priced again: when, which attempts were asked for (JSON), how many changed, and the sums of what these
-- cost before and after, as far as it was known.
CREATE TABLE repricings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    done_at INTEGER NOT NULL,
    scope TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    old_picos INTEGER NOT NULL DEFAULT 0,
    new_picos INTEGER NOT NULL DEFAULT 0,
    undone_at INTEGER
) STRICT;

-- Each attempt that changed. `old` is what all its columns of cost were, as JSON.
CREATE TABLE repriced_attempts (
    repricing_id INTEGER NOT NULL REFERENCES repricings (id) ON DELETE CASCADE,
    attempt_id INTEGER NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    old TEXT NOT NULL,
    PRIMARY KEY (repricing_id, attempt_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX repricings_of_attempt ON repriced_attempts (attempt_id);
