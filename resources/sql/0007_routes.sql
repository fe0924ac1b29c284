-- Schema version 7: rule sets, and which rule a call went by.

CREATE TABLE rule_sets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    -- The document that is being edited; null when there is none.
    draft TEXT,
    -- 0: none runs.
    active_version INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE rule_set_versions (
    rule_set_id INTEGER NOT NULL REFERENCES rule_sets (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    comment TEXT NOT NULL DEFAULT '',
    document TEXT NOT NULL,
    PRIMARY KEY (rule_set_id, number)
) STRICT;

-- When which version began to run. `checked` is 1 when a quality check went before.
CREATE TABLE rule_set_activations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rule_set_id INTEGER NOT NULL REFERENCES rule_sets (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    activated_at INTEGER NOT NULL,
    checked INTEGER NOT NULL DEFAULT 0,
    comment TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX rule_set_activations_of_set ON rule_set_activations (rule_set_id, activated_at);

-- Names, not references: a rule set that is renamed or removed has still sent what it sent. Empty for a call that named
-- its model itself.
ALTER TABLE calls ADD COLUMN rule_set TEXT NOT NULL DEFAULT '';
ALTER TABLE calls ADD COLUMN rule_set_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE calls ADD COLUMN rule TEXT NOT NULL DEFAULT '';

-- Why a routed call went where it did: every rule with why it did or did not match, and the targets in their order, as
-- JSON.
CREATE TABLE decisions (
    call_id INTEGER PRIMARY KEY REFERENCES calls (id) ON DELETE CASCADE,
    decision TEXT NOT NULL
) STRICT;

-- The pause between the end of the attempt before and this one; null for the first attempt of a call.
ALTER TABLE attempts ADD COLUMN waited_ms REAL;
-- Why this attempt was made, for people.
ALTER TABLE attempts ADD COLUMN why TEXT NOT NULL DEFAULT '';

-- What an imported request held beside its prompt and system message: `turns` are its user messages, `tokens` the
-- estimated input of all of it, `messages` what was said before, as JSON. `whole` is 0 when something of it has no place
-- in the ledger or its texts were not kept.
CREATE TABLE request_contexts (
    run_id INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
    turns INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    lost_pictures INTEGER NOT NULL DEFAULT 0,
    messages TEXT NOT NULL DEFAULT '[]',
    whole INTEGER NOT NULL DEFAULT 1
) STRICT;

-- `route/NAME` where a rule set was asked; empty where a model was.
ALTER TABLE lanes ADD COLUMN requested TEXT NOT NULL DEFAULT '';

DROP VIEW v_attempts;
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
    a.price_version,
    c.rule_set,
    c.rule_set_version,
    c.rule,
    a.waited_ms,
    a.why
FROM attempts a
JOIN calls c ON c.id = a.call_id
LEFT JOIN lanes l ON l.id = c.lane_id;

DROP VIEW v_calls;
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
    sums.unpriced_attempts,
    c.rule_set,
    c.rule_set_version,
    c.rule
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
        sum(unpriced AND NOT imported) AS unpriced_attempts
    FROM attempts
    GROUP BY call_id
) sums ON sums.call_id = c.id
JOIN attempts last ON last.id = sums.last_id;
