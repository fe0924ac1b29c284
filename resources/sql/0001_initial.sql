-- Schema version 1. Times are milliseconds since 1970-01-01 UTC unless a name says otherwise, money is a whole
-- number of 1e-12 USD, JSON columns hold text. What other programs may rely on are the views at the end.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- One row for each process that has the ledger open. It holds a lock on leases/<token>.lock beside the ledger
-- for as long as it lives, so a row whose lock is free belongs to a process that is gone.
CREATE TABLE leases (
    token TEXT PRIMARY KEY,
    opened_at INTEGER NOT NULL
) STRICT;

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    preset TEXT NOT NULL,
    base_url TEXT NOT NULL,
    key_store TEXT NOT NULL CHECK (key_store IN ('keychain', 'environment', 'session', 'none')),
    key_variable TEXT NOT NULL DEFAULT '',
    headers TEXT NOT NULL DEFAULT '[]',
    max_parallel INTEGER NOT NULL DEFAULT 0,
    timeouts TEXT NOT NULL DEFAULT '{}',
    proxy TEXT NOT NULL DEFAULT '{}',
    ca_file TEXT NOT NULL DEFAULT '',
    price_multiplier_millionths INTEGER NOT NULL DEFAULT 1000000,
    accepts_list_prices INTEGER NOT NULL DEFAULT 0,
    enabled INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Models an account listed in its /models answer, or that were typed by hand.
CREATE TABLE account_models (
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    position INTEGER NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('listed', 'typed')),
    listing TEXT NOT NULL DEFAULT '{}',
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, model)
) STRICT;

-- What an account's endpoint rejected once, so that it is not sent again.
CREATE TABLE dialect_notes (
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    note TEXT NOT NULL,
    learned_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, model, note)
) STRICT;

-- The user's own prices. account_id is null for a price that holds for every account.
CREATE TABLE price_overrides (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER REFERENCES accounts (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    prices TEXT NOT NULL,
    set_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX price_overrides_target ON price_overrides (ifnull(account_id, 0), model);

CREATE TABLE line_ups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    targets TEXT NOT NULL
) STRICT;

CREATE TABLE favourites (
    target TEXT PRIMARY KEY
) STRICT;

-- The ledger: runs have lanes, a lane has calls (one, and one more for each retry by the user), a call has
-- attempts. Deleting a run removes its texts and lanes; calls and attempts stay in every total.

CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    created_at INTEGER NOT NULL,
    prompt TEXT NOT NULL,
    system TEXT NOT NULL DEFAULT '',
    images TEXT NOT NULL DEFAULT '[]',
    texts_kept INTEGER NOT NULL DEFAULT 1,
    -- 1: an answer changed since run_search was written.
    search_stale INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX runs_by_time ON runs (created_at);
CREATE INDEX runs_to_index ON runs (id) WHERE search_stale = 1;

CREATE TABLE lanes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    parameters TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX lanes_of_run ON lanes (run_id, position);

CREATE TABLE calls (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    lane_id INTEGER REFERENCES lanes (id) ON DELETE SET NULL,
    created_at INTEGER NOT NULL,
    task TEXT NOT NULL DEFAULT '',
    task_origin TEXT NOT NULL DEFAULT 'user' CHECK (task_origin IN ('user', 'suggested', 'rule', 'import')),
    tags TEXT NOT NULL DEFAULT '{}',
    source TEXT NOT NULL CHECK (source IN ('window', 'cli', 'gateway', 'import')),
    simulated INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX calls_of_lane ON calls (lane_id);

-- One HTTP request to one target. Inserted as 'queued' before its request is sent, settled exactly once.
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    call_id INTEGER NOT NULL REFERENCES calls (id),
    number INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    account TEXT NOT NULL,
    model TEXT NOT NULL,
    vendor TEXT NOT NULL DEFAULT '',
    simulated INTEGER NOT NULL DEFAULT 0,
    lease TEXT NOT NULL DEFAULT '',
    started_at INTEGER NOT NULL,
    settled_at INTEGER,
    status TEXT NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'complete', 'truncated',
        'interrupted', 'cancelled', 'refused', 'failed')),
    finish_reason TEXT NOT NULL DEFAULT '',
    model_answered TEXT NOT NULL DEFAULT '',
    system_fingerprint TEXT NOT NULL DEFAULT '',
    error_kind TEXT,
    error_message TEXT,
    error_code TEXT,
    http_status INTEGER,
    retry_after_ms INTEGER,
    queued_ms REAL,
    connected_ms REAL,
    headers_ms REAL,
    first_reasoning_ms REAL,
    first_text_ms REAL,
    last_ms REAL,
    input_tokens INTEGER,
    cached_input_tokens INTEGER,
    cache_write_tokens INTEGER,
    cache_write_1h_tokens INTEGER,
    output_tokens INTEGER,
    reasoning_tokens INTEGER,
    usage_basis TEXT NOT NULL DEFAULT 'missing' CHECK (usage_basis IN ('reported', 'estimated', 'missing')),
    usage_inconsistent INTEGER NOT NULL DEFAULT 0,
    usage_json TEXT,
    cost_picos INTEGER,
    cost_lower_picos INTEGER,
    cost_upper_picos INTEGER,
    cost_basis TEXT NOT NULL DEFAULT 'unknown' CHECK (cost_basis IN ('reported', 'computed', 'estimated', 'unknown')),
    price_version TEXT NOT NULL DEFAULT '',
    price_source TEXT NOT NULL DEFAULT '',
    -- Settled without a known cost although it may have cost something. A request that was answered with an HTTP
    -- error, or that never left, has cost nothing.
    unpriced INTEGER GENERATED ALWAYS AS (settled_at IS NOT NULL AND cost_picos IS NULL AND NOT (status = 'failed'
        AND (ifnull(http_status, 0) >= 400 OR ifnull(error_kind, '') IN ('network', 'auth', 'budget')))) VIRTUAL,
    CHECK ((cost_picos IS NULL) = (cost_basis = 'unknown')),
    UNIQUE (call_id, number)
) STRICT;
CREATE INDEX attempts_by_time ON attempts (started_at);
CREATE INDEX attempts_open ON attempts (lease) WHERE settled_at IS NULL;
CREATE INDEX attempts_by_model ON attempts (model, settled_at);

-- Texts apart from figures: the partial text of a running attempt is journalled here.
CREATE TABLE answers (
    attempt_id INTEGER PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
    run_id INTEGER REFERENCES runs (id) ON DELETE CASCADE,
    text TEXT NOT NULL DEFAULT '',
    reasoning TEXT NOT NULL DEFAULT '',
    refusal TEXT NOT NULL DEFAULT '',
    tool_calls TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX answers_of_run ON answers (run_id);

-- Full text of a run (rowid = run id): its prompt and all its answers, CJK characters set apart by spaces.
CREATE VIRTUAL TABLE run_search USING fts5 (prompt, answers, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');

-- Public views. Columns may be added; those here keep name, unit and meaning.

-- One row an attempt. started_at, settled_at: ISO 8601 in UTC. *_ms: since dispatch. input_tokens counts all
-- input with cached_input_tokens and cache_write_tokens as parts, output_tokens all output with
-- reasoning_tokens as a part; null is unknown. cost_usd: dollars as a number, null when unknown; cost_picos is
-- the exact figure. simulated: 1 for the built-in simulator.
CREATE VIEW v_attempts AS
SELECT
    a.id AS attempt_id,
    a.call_id,
    l.run_id,
    l.position AS lane,
    a.number,
    strftime('%Y-%m-%dT%H:%M:%fZ', a.started_at / 1000.0, 'unixepoch') AS started_at,
    strftime('%Y-%m-%dT%H:%M:%fZ', a.settled_at / 1000.0, 'unixepoch') AS settled_at,
    a.started_at AS started_at_ms,
    a.account,
    a.model,
    a.model_answered,
    a.vendor,
    c.task,
    c.task_origin,
    c.source,
    c.tags,
    a.simulated,
    a.status,
    a.finish_reason,
    a.error_kind,
    a.error_message,
    a.http_status,
    a.retry_after_ms,
    a.queued_ms,
    a.connected_ms,
    a.headers_ms,
    a.first_reasoning_ms,
    a.first_text_ms,
    a.last_ms,
    a.input_tokens,
    a.cached_input_tokens,
    a.cache_write_tokens,
    a.output_tokens,
    a.reasoning_tokens,
    a.usage_basis,
    a.usage_json,
    a.cost_picos,
    a.cost_picos / 1e12 AS cost_usd,
    a.cost_basis,
    a.price_version
FROM attempts a
JOIN calls c ON c.id = a.call_id
LEFT JOIN lanes l ON l.id = c.lane_id;

-- One row a call: its last attempt's target and state, sums over all its attempts. cost_usd is null when no
-- attempt has a known cost; unpriced_attempts counts those that may have cost something unknown.
CREATE VIEW v_calls AS
SELECT
    c.id AS call_id,
    l.run_id,
    l.position AS lane,
    strftime('%Y-%m-%dT%H:%M:%fZ', c.created_at / 1000.0, 'unixepoch') AS created_at,
    c.created_at AS created_at_ms,
    c.task,
    c.task_origin,
    c.source,
    c.tags,
    c.simulated,
    last.account,
    last.model,
    last.vendor,
    last.status,
    last.error_kind,
    sums.attempts,
    sums.errors,
    sums.input_tokens,
    sums.cached_input_tokens,
    sums.cache_write_tokens,
    sums.output_tokens,
    sums.reasoning_tokens,
    sums.cost_picos,
    sums.cost_picos / 1e12 AS cost_usd,
    sums.unpriced_attempts
FROM calls c
LEFT JOIN lanes l ON l.id = c.lane_id
JOIN (
    SELECT
        call_id,
        max(id) AS last_id,
        count(*) AS attempts,
        sum(status IN ('failed', 'interrupted', 'refused')) AS errors,
        sum(input_tokens) AS input_tokens,
        sum(cached_input_tokens) AS cached_input_tokens,
        sum(cache_write_tokens) AS cache_write_tokens,
        sum(output_tokens) AS output_tokens,
        sum(reasoning_tokens) AS reasoning_tokens,
        sum(cost_picos) AS cost_picos,
        sum(unpriced) AS unpriced_attempts
    FROM attempts
    GROUP BY call_id
) sums ON sums.call_id = c.id
JOIN attempts last ON last.id = sums.last_id;

-- One row a UTC day, account, model, task and source. `calls` counts a call on the day and target of its first
-- attempt, so that it sums without doubles.
CREATE VIEW v_usage_daily AS
SELECT
    date(a.started_at / 1000, 'unixepoch') AS day_utc,
    a.account,
    a.model,
    a.vendor,
    c.task,
    c.source,
    a.simulated,
    sum(a.number = 1) AS calls,
    count(*) AS attempts,
    sum(a.status IN ('failed', 'interrupted', 'refused')) AS errors,
    sum(a.input_tokens) AS input_tokens,
    sum(a.cached_input_tokens) AS cached_input_tokens,
    sum(a.cache_write_tokens) AS cache_write_tokens,
    sum(a.output_tokens) AS output_tokens,
    sum(a.reasoning_tokens) AS reasoning_tokens,
    sum(a.cost_picos) AS cost_picos,
    sum(a.cost_picos) / 1e12 AS cost_usd,
    sum(a.unpriced) AS unpriced_attempts
FROM attempts a
JOIN calls c ON c.id = a.call_id
GROUP BY day_utc, a.account, a.model, a.vendor, c.task, c.source, a.simulated;
