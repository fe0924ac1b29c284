-- Schema version 6: requests and streams as they were, pins, layouts; what the history is searched and narrowed by.

-- What an attempt sent and got, byte for byte, with masks of the same length where its key stood. `details` is
-- JSON: URL, headers, status, times, and `chunks`, [milliseconds since dispatch, length] in the order of `response`.
CREATE TABLE recordings (
    attempt_id INTEGER PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
    run_id INTEGER REFERENCES runs (id) ON DELETE CASCADE,
    details TEXT NOT NULL,
    request BLOB NOT NULL,
    response BLOB NOT NULL
) STRICT;
CREATE INDEX recordings_of_run ON recordings (run_id);

ALTER TABLE runs ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
-- The name a conversation had where it was imported from; on each of its turns.
ALTER TABLE runs ADD COLUMN title TEXT NOT NULL DEFAULT '';

-- Where a run stands among all runs by time, also when it was imported later than it was asked. It is the rowid of
-- the full text, so that hits come newest first without sorting.
ALTER TABLE runs ADD COLUMN place INTEGER GENERATED ALWAYS AS ((created_at << 20) | (id & 1048575)) VIRTUAL;
CREATE INDEX runs_by_place ON runs (place);
-- The history lists those that belong to no matrix.
CREATE INDEX runs_by_hand ON runs (place) WHERE matrix_id IS NULL;
CREATE INDEX runs_pinned ON runs (place) WHERE pinned = 1;
UPDATE run_search SET rowid = (SELECT place FROM runs WHERE id = run_search.rowid)
WHERE rowid IN (SELECT id FROM runs);

-- 1: the answer was imported; this machine sent no request for it, so it is no part of any total.
ALTER TABLE attempts ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;

-- What a lane's latest attempt was and came to, kept by the triggers below, to narrow the history by. A set of places
-- of 100,000 runs is read from one of its indices in some 20 ms.
CREATE TABLE lane_facts (
    lane_id INTEGER PRIMARY KEY REFERENCES lanes (id) ON DELETE CASCADE,
    attempt_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    account TEXT NOT NULL,
    model TEXT NOT NULL,
    task TEXT NOT NULL,
    status TEXT NOT NULL
) STRICT;
CREATE INDEX lane_facts_by_model ON lane_facts (model, account, task, status, place);
CREATE INDEX lane_facts_by_account ON lane_facts (account, task, status, place);
CREATE INDEX lane_facts_by_task ON lane_facts (task, status, place);
CREATE INDEX lane_facts_by_status ON lane_facts (status, place);

-- What all attempts of a run cost as far as it is known.
CREATE TABLE run_costs (
    run_id INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    cost_picos INTEGER NOT NULL
) STRICT;
CREATE INDEX run_costs_by_cost ON run_costs (cost_picos, place);

CREATE TABLE run_tags (
    run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (run_id, key, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_tags_by_tag ON run_tags (key, value, place);

-- Which message of which export a run was imported from, or the hash of a run of a document of another ledger:
-- importing it again adds nothing.
CREATE TABLE imports (
    origin TEXT NOT NULL,
    external_id TEXT NOT NULL,
    run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    PRIMARY KEY (origin, external_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX imports_of_run ON imports (run_id);

INSERT INTO lane_facts (lane_id, attempt_id, place, account, model, task, status)
SELECT l.id, a.id, r.place, a.account, a.model, c.task, a.status
FROM lanes l
JOIN runs r ON r.id = l.run_id
JOIN attempts a ON a.id = (SELECT n.id FROM calls d JOIN attempts n ON n.call_id = d.id WHERE d.lane_id = l.id
    ORDER BY d.id DESC, n.number DESC LIMIT 1)
JOIN calls c ON c.id = a.call_id;

INSERT INTO run_costs (run_id, place, cost_picos)
SELECT r.id, r.place, sum(a.cost_picos)
FROM runs r
JOIN lanes l ON l.run_id = r.id
JOIN calls c ON c.lane_id = l.id
JOIN attempts a ON a.call_id = c.id
WHERE a.cost_picos IS NOT NULL
GROUP BY r.id;

INSERT OR IGNORE INTO run_tags (run_id, key, value, place)
SELECT r.id, t.key, CAST(t.value AS TEXT), r.place
FROM calls c
JOIN lanes l ON l.id = c.lane_id
JOIN runs r ON r.id = l.run_id
JOIN json_each(c.tags) t
WHERE c.tags <> '{}';

CREATE TRIGGER facts_of_new_attempt AFTER INSERT ON attempts
BEGIN
    INSERT INTO lane_facts (lane_id, attempt_id, place, account, model, task, status)
    SELECT l.id, NEW.id, r.place, NEW.account, NEW.model, c.task, NEW.status
    FROM calls c
    JOIN lanes l ON l.id = c.lane_id
    JOIN runs r ON r.id = l.run_id
    WHERE c.id = NEW.call_id
    ON CONFLICT (lane_id) DO UPDATE SET attempt_id = excluded.attempt_id, account = excluded.account,
        model = excluded.model, task = excluded.task, status = excluded.status;
END;

CREATE TRIGGER facts_of_attempt AFTER UPDATE OF status ON attempts
BEGIN
    UPDATE lane_facts SET status = NEW.status
    WHERE lane_id = (SELECT lane_id FROM calls WHERE id = NEW.call_id) AND attempt_id = NEW.id;
END;

CREATE TRIGGER cost_of_attempt AFTER UPDATE OF cost_picos ON attempts
WHEN NEW.cost_picos IS NOT OLD.cost_picos
BEGIN
    INSERT INTO run_costs (run_id, place, cost_picos)
    SELECT r.id, r.place, ifnull(NEW.cost_picos, 0) - ifnull(OLD.cost_picos, 0)
    FROM calls c
    JOIN lanes l ON l.id = c.lane_id
    JOIN runs r ON r.id = l.run_id
    WHERE c.id = NEW.call_id
    ON CONFLICT (run_id) DO UPDATE SET cost_picos = cost_picos + excluded.cost_picos;
END;

CREATE TRIGGER cost_of_new_attempt AFTER INSERT ON attempts
WHEN NEW.cost_picos IS NOT NULL
BEGIN
    INSERT INTO run_costs (run_id, place, cost_picos)
    SELECT r.id, r.place, NEW.cost_picos
    FROM calls c
    JOIN lanes l ON l.id = c.lane_id
    JOIN runs r ON r.id = l.run_id
    WHERE c.id = NEW.call_id
    ON CONFLICT (run_id) DO UPDATE SET cost_picos = cost_picos + excluded.cost_picos;
END;

CREATE TRIGGER task_of_call AFTER UPDATE OF task ON calls
WHEN NEW.task <> OLD.task
BEGIN
    UPDATE lane_facts SET task = NEW.task WHERE lane_id = NEW.lane_id;
END;

CREATE TRIGGER tags_of_new_call AFTER INSERT ON calls
WHEN NEW.tags <> '{}'
BEGIN
    INSERT OR IGNORE INTO run_tags (run_id, key, value, place)
    SELECT r.id, t.key, CAST(t.value AS TEXT), r.place
    FROM lanes l
    JOIN runs r ON r.id = l.run_id
    JOIN json_each(NEW.tags) t
    WHERE l.id = NEW.lane_id;
END;

CREATE TRIGGER tags_of_call AFTER UPDATE OF tags ON calls
WHEN NEW.tags <> OLD.tags
BEGIN
    DELETE FROM run_tags WHERE run_id = (SELECT run_id FROM lanes WHERE id = NEW.lane_id);
    INSERT OR IGNORE INTO run_tags (run_id, key, value, place)
    SELECT r.id, t.key, CAST(t.value AS TEXT), r.place
    FROM lanes l
    JOIN runs r ON r.id = l.run_id
    JOIN lanes m ON m.run_id = r.id
    JOIN calls c ON c.lane_id = m.id
    JOIN json_each(c.tags) t
    WHERE l.id = NEW.lane_id;
END;

-- Imported answers are in v_attempts and v_calls, marked by their source, with no request that may have cost
-- something unknown; they are not in v_usage_daily.
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
        sum(unpriced AND NOT imported) AS unpriced_attempts
    FROM attempts
    GROUP BY call_id
) sums ON sums.call_id = c.id
JOIN attempts last ON last.id = sums.last_id;

DROP VIEW v_usage_daily;
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
WHERE a.imported = 0
GROUP BY day_utc, a.account, a.model, a.vendor, c.task, c.source, a.simulated;

-- How the lanes of a line-up are laid out: JSON.
ALTER TABLE line_ups ADD COLUMN layout TEXT NOT NULL DEFAULT '{}';
