-- Schema version 8: what an attempt cost in all its parts, and sums that are kept up to date.

-- A request that never left cost nothing. Of what was settled before, that can be told where there was no key or no
-- account any more; one that was cancelled may have been on its way.
UPDATE attempts SET cost_picos = 0, cost_basis = 'computed'
WHERE settled_at IS NOT NULL AND imported = 0 AND status = 'failed' AND error_kind IN ('auth', 'not_found')
    AND http_status IS NULL AND headers_ms IS NULL AND usage_basis = 'missing' AND cost_picos IS NULL;

-- The entry of the price book that the cost was computed with, beside price_version; empty for none.
ALTER TABLE attempts ADD COLUMN price_id TEXT NOT NULL DEFAULT '';
-- The service tier the provider says it answered with ('default', 'flex', 'priority', 'batch' ...); empty when it
-- says none.
ALTER TABLE attempts ADD COLUMN service_tier TEXT NOT NULL DEFAULT '';
-- Parts of input_tokens and output_tokens.
ALTER TABLE attempts ADD COLUMN audio_input_tokens INTEGER;
ALTER TABLE attempts ADD COLUMN audio_output_tokens INTEGER;
-- What the provider said it cost and what usage times price gives. Both are kept, whichever of them cost_picos is.
ALTER TABLE attempts ADD COLUMN reported_cost_picos INTEGER;
ALTER TABLE attempts ADD COLUMN computed_cost_picos INTEGER;

-- The provider's usage object, byte for byte: the texts of providers differ in little but their numbers, so these are
-- kept apart. Each character 1 of the template stands for the next of the attempt's usage_numbers, which commas
-- separate. usage_json holds what has no template; v_attempts has all of them whole.
CREATE TABLE usage_templates (
    id INTEGER PRIMARY KEY,
    template TEXT NOT NULL UNIQUE
) STRICT;
ALTER TABLE attempts ADD COLUMN usage_template INTEGER;
ALTER TABLE attempts ADD COLUMN usage_numbers TEXT;

-- Calls whose run is gone or that never had one need no place in it.
DROP INDEX calls_of_lane;
CREATE INDEX calls_of_lane ON calls (lane_id) WHERE lane_id IS NOT NULL;

-- The other token classes, disjoint: uncached_input + cached_input + cache_write_5min + cache_write_1h + audio_input
-- is all input, visible_output + reasoning + audio_output is all output. A part that was not reported counts as none
-- of a known whole; of an unknown whole it is null. Parts that exceed their whole leave 0 and
-- usage_inconsistent says so.
ALTER TABLE attempts ADD COLUMN uncached_input_tokens INTEGER GENERATED ALWAYS AS (max(0, input_tokens
    - ifnull(cached_input_tokens, 0) - ifnull(cache_write_tokens, 0) - ifnull(audio_input_tokens, 0))) VIRTUAL;
ALTER TABLE attempts ADD COLUMN cache_write_5min_tokens INTEGER GENERATED ALWAYS AS (max(0, cache_write_tokens
    - ifnull(cache_write_1h_tokens, 0))) VIRTUAL;
ALTER TABLE attempts ADD COLUMN visible_output_tokens INTEGER GENERATED ALWAYS AS (max(0, output_tokens
    - ifnull(reasoning_tokens, 0) - ifnull(audio_output_tokens, 0))) VIRTUAL;

-- Sums over attempts, kept by the triggers below in the transaction that settles, relabels, reprices or removes one.
-- They hold settled attempts that were not imported; attempts that are still open are few and are read from their rows.

-- What the sums are of. `zone` is that of the days and months, empty before one was chosen, which is UTC; `days_ready`
-- is 0 while days and months do not hold all that the quarters hold. Of attempts that started before `pruned_before` the
-- rows may be gone; it is a midnight of the zone that was the reporting zone then.
CREATE TABLE usage_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    zone TEXT NOT NULL,
    days_ready INTEGER NOT NULL,
    pruned_before INTEGER NOT NULL
) STRICT;
INSERT INTO usage_state (id, zone, days_ready, pruned_before) VALUES (1, '', 1, 0);

-- The zone's offsets from UTC, each from a moment on, both in milliseconds.
CREATE TABLE usage_offsets (
    since INTEGER PRIMARY KEY,
    ahead INTEGER NOT NULL
) STRICT;
INSERT INTO usage_offsets (since, ahead) VALUES (0, 0);

-- What days and months are split by; a column that is null is summed over. `cut` says which are:
-- 1 who answered: account, model, vendor
-- 2 what was asked by which way: task, rule_set, rule, source
-- 3 who answered what: account, model, vendor, task
-- 4 who answered by which way: account, model, vendor, rule_set, rule, source
-- 5 how it ended: account, status, error_kind
-- Months are kept for 3 and 4 alone, which have too many rows a day for a sum over a year.
CREATE TABLE usage_groups (
    id INTEGER PRIMARY KEY,
    cut INTEGER NOT NULL,
    simulated INTEGER NOT NULL,
    account TEXT,
    model TEXT,
    vendor TEXT,
    task TEXT,
    rule_set TEXT,
    rule TEXT,
    source TEXT,
    status TEXT,
    error_kind TEXT
) STRICT;
CREATE INDEX usage_groups_of_cut ON usage_groups (cut, simulated, account, model, vendor, task, rule_set, rule,
    source,
    status, error_kind);

-- What quarters are split by, with the groups it is part of.
CREATE TABLE usage_series (
    id INTEGER PRIMARY KEY,
    simulated INTEGER NOT NULL,
    account TEXT NOT NULL,
    model TEXT NOT NULL,
    vendor TEXT NOT NULL,
    task TEXT NOT NULL,
    rule_set TEXT NOT NULL,
    rule TEXT NOT NULL,
    source TEXT NOT NULL,
    status TEXT NOT NULL,
    error_kind TEXT NOT NULL,
    answered INTEGER,
    asked INTEGER,
    tasked INTEGER,
    routed INTEGER,
    ended INTEGER,
    UNIQUE (account, model, task, source, status, error_kind, rule, rule_set, vendor, simulated)
) STRICT;

-- Quarters of an hour, numbered from 1970-01-01 UTC. `rescued` are answers after a failed attempt of the same call.
-- Tokens are those of attempts whose count is known. An amount is cost_micros * 1e-6 USD + cost_picos * 1e-12 USD, so
-- that sums do not overflow; below_micros and above_micros are how much less or more estimates may have been.
CREATE TABLE usage_quarters (
    quarter INTEGER NOT NULL,
    series INTEGER NOT NULL,
    calls INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    rescued INTEGER NOT NULL,
    input INTEGER NOT NULL,
    cached_input INTEGER NOT NULL,
    cache_write INTEGER NOT NULL,
    cache_write_1h INTEGER NOT NULL,
    output INTEGER NOT NULL,
    reasoning INTEGER NOT NULL,
    audio_input INTEGER NOT NULL,
    audio_output INTEGER NOT NULL,
    cost_micros INTEGER NOT NULL,
    cost_picos INTEGER NOT NULL,
    below_micros INTEGER NOT NULL,
    above_micros INTEGER NOT NULL,
    unpriced INTEGER NOT NULL,
    PRIMARY KEY (quarter, series)
) STRICT, WITHOUT ROWID;

-- Days of the reporting zone, numbered from 1970-01-01.
CREATE TABLE usage_days (
    cut INTEGER NOT NULL,
    day INTEGER NOT NULL,
    grp INTEGER NOT NULL,
    calls INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    rescued INTEGER NOT NULL,
    input INTEGER NOT NULL,
    cached_input INTEGER NOT NULL,
    cache_write INTEGER NOT NULL,
    cache_write_1h INTEGER NOT NULL,
    output INTEGER NOT NULL,
    reasoning INTEGER NOT NULL,
    audio_input INTEGER NOT NULL,
    audio_output INTEGER NOT NULL,
    cost_micros INTEGER NOT NULL,
    cost_picos INTEGER NOT NULL,
    below_micros INTEGER NOT NULL,
    above_micros INTEGER NOT NULL,
    unpriced INTEGER NOT NULL,
    PRIMARY KEY (cut, day, grp)
) STRICT, WITHOUT ROWID;

-- Months of the reporting zone: 202611 is November 2026.
CREATE TABLE usage_months (
    cut INTEGER NOT NULL,
    month INTEGER NOT NULL,
    grp INTEGER NOT NULL,
    calls INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    rescued INTEGER NOT NULL,
    input INTEGER NOT NULL,
    cached_input INTEGER NOT NULL,
    cache_write INTEGER NOT NULL,
    cache_write_1h INTEGER NOT NULL,
    output INTEGER NOT NULL,
    reasoning INTEGER NOT NULL,
    audio_input INTEGER NOT NULL,
    audio_output INTEGER NOT NULL,
    cost_micros INTEGER NOT NULL,
    cost_picos INTEGER NOT NULL,
    below_micros INTEGER NOT NULL,
    above_micros INTEGER NOT NULL,
    unpriced INTEGER NOT NULL,
    PRIMARY KEY (cut, month, grp)
) STRICT, WITHOUT ROWID;

-- Times and rates as histograms with logarithmic bins; see core/ledger/sketch.h. Not kept by triggers: the program adds
-- to them where it settles. `kept` is 1 for attempts whose rows may be gone, see pruned_before.
CREATE TABLE usage_sketches (
    kept INTEGER NOT NULL,
    day INTEGER NOT NULL,
    grp INTEGER NOT NULL,
    first_ms BLOB NOT NULL,
    total_ms BLOB NOT NULL,
    rate BLOB NOT NULL,
    PRIMARY KEY (kept, day, grp)
) STRICT, WITHOUT ROWID;

-- The figures of each attempt.
CREATE VIEW usage_attempts AS
SELECT
    a.id,
    a.call_id,
    a.started_at,
    a.settled_at,
    c.tags,
    a.started_at / 900000 AS quarter,
    a.simulated,
    a.account,
    a.model,
    a.vendor,
    c.task,
    c.rule_set,
    c.rule,
    c.source,
    a.status,
    ifnull(a.error_kind, '') AS error_kind,
    a.number = 1 AS calls,
    1 AS attempts,
    a.status IN ('failed', 'interrupted', 'refused') AS errors,
    a.number > 1 AND a.status IN ('complete', 'truncated') AS rescued,
    ifnull(a.input_tokens, 0) AS input,
    ifnull(a.cached_input_tokens, 0) AS cached_input,
    ifnull(a.cache_write_tokens, 0) AS cache_write,
    ifnull(a.cache_write_1h_tokens, 0) AS cache_write_1h,
    ifnull(a.output_tokens, 0) AS output,
    ifnull(a.reasoning_tokens, 0) AS reasoning,
    ifnull(a.audio_input_tokens, 0) AS audio_input,
    ifnull(a.audio_output_tokens, 0) AS audio_output,
    ifnull(a.cost_picos / 1000000, 0) AS cost_micros,
    ifnull(a.cost_picos % 1000000, 0) AS cost_picos,
    ifnull((a.cost_picos - a.cost_lower_picos) / 1000000, 0) AS below_micros,
    ifnull((a.cost_upper_picos - a.cost_picos) / 1000000, 0) AS above_micros,
    a.unpriced
FROM attempts a
JOIN calls c ON c.id = a.call_id
WHERE a.imported = 0;

-- Those that are summed.
CREATE VIEW usage_rows AS
SELECT * FROM usage_attempts WHERE settled_at IS NOT NULL;

-- What is added to the sums is written into these views: the first looks its series up, the second adds.
CREATE VIEW usage_changes AS
SELECT
    quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, calls, attempts,
    errors, rescued, input, cached_input, cache_write, cache_write_1h, output, reasoning, audio_input, audio_output,
    cost_micros, cost_picos, below_micros, above_micros, unpriced
FROM usage_rows;

CREATE VIEW usage_removals AS
SELECT
    id,
    call_id,
    quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, -calls AS calls,
    -attempts AS attempts, -errors AS errors, -rescued AS rescued, -input AS input, -cached_input AS cached_input,
    -cache_write AS cache_write, -cache_write_1h AS cache_write_1h, -output AS output, -reasoning AS reasoning,
    -audio_input AS audio_input, -audio_output AS audio_output, -cost_micros AS cost_micros,
    -cost_picos AS cost_picos, -below_micros AS below_micros, -above_micros AS above_micros, -unpriced AS unpriced
FROM usage_rows;

CREATE VIEW usage_sums AS
SELECT
    quarter, 0 AS day, 0 AS month, 0 AS series, 0 AS answered, 0 AS asked, 0 AS tasked, 0 AS routed, 0 AS ended,
    calls, attempts, errors, rescued, input, cached_input, cache_write, cache_write_1h, output, reasoning,
    audio_input, audio_output, cost_micros, cost_picos, below_micros, above_micros, unpriced
FROM usage_rows;

CREATE TRIGGER usage_new_series AFTER INSERT ON usage_series
BEGIN
    INSERT INTO usage_groups (cut, simulated, account, model, vendor)
    SELECT 1, NEW.simulated, NEW.account, NEW.model, NEW.vendor
    WHERE NOT EXISTS (SELECT 1 FROM usage_groups WHERE cut = 1 AND simulated = NEW.simulated
        AND account = NEW.account AND model = NEW.model AND vendor = NEW.vendor);
    INSERT INTO usage_groups (cut, simulated, task, rule_set, rule, source)
    SELECT 2, NEW.simulated, NEW.task, NEW.rule_set, NEW.rule, NEW.source
    WHERE NOT EXISTS (SELECT 1 FROM usage_groups WHERE cut = 2 AND simulated = NEW.simulated
        AND task = NEW.task AND rule_set = NEW.rule_set AND rule = NEW.rule AND source = NEW.source);
    INSERT INTO usage_groups (cut, simulated, account, model, vendor, task)
    SELECT 3, NEW.simulated, NEW.account, NEW.model, NEW.vendor, NEW.task
    WHERE NOT EXISTS (SELECT 1 FROM usage_groups WHERE cut = 3 AND simulated = NEW.simulated
        AND account = NEW.account AND model = NEW.model AND vendor = NEW.vendor AND task = NEW.task);
    INSERT INTO usage_groups (cut, simulated, account, model, vendor, rule_set, rule, source)
    SELECT 4, NEW.simulated, NEW.account, NEW.model, NEW.vendor, NEW.rule_set, NEW.rule, NEW.source
    WHERE NOT EXISTS (SELECT 1 FROM usage_groups WHERE cut = 4 AND simulated = NEW.simulated
        AND account = NEW.account AND model = NEW.model AND vendor = NEW.vendor AND rule_set = NEW.rule_set
        AND rule = NEW.rule AND source = NEW.source);
    INSERT INTO usage_groups (cut, simulated, account, status, error_kind)
    SELECT 5, NEW.simulated, NEW.account, NEW.status, NEW.error_kind
    WHERE NOT EXISTS (SELECT 1 FROM usage_groups WHERE cut = 5 AND simulated = NEW.simulated
        AND account = NEW.account AND status = NEW.status AND error_kind = NEW.error_kind);
    UPDATE usage_series SET
        answered = (SELECT id FROM usage_groups WHERE cut = 1 AND simulated = NEW.simulated
            AND account = NEW.account AND model = NEW.model AND vendor = NEW.vendor),
        asked = (SELECT id FROM usage_groups WHERE cut = 2 AND simulated = NEW.simulated AND task = NEW.task
            AND rule_set = NEW.rule_set AND rule = NEW.rule AND source = NEW.source),
        tasked = (SELECT id FROM usage_groups WHERE cut = 3 AND simulated = NEW.simulated
            AND account = NEW.account AND model = NEW.model AND vendor = NEW.vendor AND task = NEW.task),
        routed = (SELECT id FROM usage_groups WHERE cut = 4 AND simulated = NEW.simulated
            AND account = NEW.account AND model = NEW.model AND vendor = NEW.vendor
            AND rule_set = NEW.rule_set AND rule = NEW.rule AND source = NEW.source),
        ended = (SELECT id FROM usage_groups WHERE cut = 5 AND simulated = NEW.simulated
            AND account = NEW.account AND status = NEW.status AND error_kind = NEW.error_kind)
    WHERE id = NEW.id;
END;

CREATE TRIGGER usage_change INSTEAD OF INSERT ON usage_changes
BEGIN
    INSERT INTO usage_series (simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind)
    SELECT NEW.simulated, NEW.account, NEW.model, NEW.vendor, NEW.task, NEW.rule_set, NEW.rule, NEW.source,
        NEW.status, NEW.error_kind
    WHERE NOT EXISTS (SELECT 1 FROM usage_series WHERE simulated = NEW.simulated AND account = NEW.account
        AND model = NEW.model AND vendor = NEW.vendor AND task = NEW.task AND rule_set = NEW.rule_set
        AND rule = NEW.rule AND source = NEW.source AND status = NEW.status AND error_kind = NEW.error_kind);
    INSERT INTO usage_sums
    SELECT NEW.quarter, d.day, CAST(strftime('%Y%m', d.day * 86400, 'unixepoch') AS INTEGER), s.id, s.answered,
        s.asked, s.tasked, s.routed, s.ended,
        NEW.calls, NEW.attempts, NEW.errors, NEW.rescued, NEW.input, NEW.cached_input, NEW.cache_write,
        NEW.cache_write_1h, NEW.output, NEW.reasoning, NEW.audio_input, NEW.audio_output, NEW.cost_micros,
        NEW.cost_picos, NEW.below_micros, NEW.above_micros, NEW.unpriced
    FROM usage_series s
    JOIN (SELECT (NEW.quarter * 900000 + ahead) / 86400000 AS day FROM usage_offsets
        WHERE since <= NEW.quarter * 900000 ORDER BY since DESC LIMIT 1) d
    WHERE simulated = NEW.simulated AND account = NEW.account AND model = NEW.model AND vendor = NEW.vendor
        AND task = NEW.task AND rule_set = NEW.rule_set AND rule = NEW.rule AND source = NEW.source
        AND status = NEW.status AND error_kind = NEW.error_kind;
END;

CREATE TRIGGER usage_sum INSTEAD OF INSERT ON usage_sums
BEGIN
    INSERT INTO usage_quarters
    VALUES (NEW.quarter, NEW.series,
        NEW.calls, NEW.attempts, NEW.errors, NEW.rescued, NEW.input, NEW.cached_input, NEW.cache_write,
        NEW.cache_write_1h, NEW.output, NEW.reasoning, NEW.audio_input, NEW.audio_output, NEW.cost_micros,
        NEW.cost_picos, NEW.below_micros, NEW.above_micros, NEW.unpriced)
    ON CONFLICT (quarter, series) DO UPDATE SET
        calls = calls + excluded.calls, attempts = attempts + excluded.attempts, errors = errors + excluded.errors,
        rescued = rescued + excluded.rescued, input = input + excluded.input,
        cached_input = cached_input + excluded.cached_input, cache_write = cache_write + excluded.cache_write,
        cache_write_1h = cache_write_1h + excluded.cache_write_1h, output = output + excluded.output,
        reasoning = reasoning + excluded.reasoning, audio_input = audio_input + excluded.audio_input,
        audio_output = audio_output + excluded.audio_output, cost_micros = cost_micros + excluded.cost_micros,
        cost_picos = cost_picos + excluded.cost_picos, below_micros = below_micros + excluded.below_micros,
        above_micros = above_micros + excluded.above_micros, unpriced = unpriced + excluded.unpriced;
    INSERT INTO usage_days
    SELECT cut, NEW.day, grp,
        NEW.calls, NEW.attempts, NEW.errors, NEW.rescued, NEW.input, NEW.cached_input, NEW.cache_write,
        NEW.cache_write_1h, NEW.output, NEW.reasoning, NEW.audio_input, NEW.audio_output, NEW.cost_micros,
        NEW.cost_picos, NEW.below_micros, NEW.above_micros, NEW.unpriced
    FROM (SELECT 1 AS cut, NEW.answered AS grp UNION ALL SELECT 2, NEW.asked UNION ALL SELECT 3,
        NEW.tasked UNION ALL SELECT 4, NEW.routed UNION ALL SELECT 5, NEW.ended)
    WHERE true
    ON CONFLICT (cut, day, grp) DO UPDATE SET
        calls = calls + excluded.calls, attempts = attempts + excluded.attempts, errors = errors + excluded.errors,
        rescued = rescued + excluded.rescued, input = input + excluded.input,
        cached_input = cached_input + excluded.cached_input, cache_write = cache_write + excluded.cache_write,
        cache_write_1h = cache_write_1h + excluded.cache_write_1h, output = output + excluded.output,
        reasoning = reasoning + excluded.reasoning, audio_input = audio_input + excluded.audio_input,
        audio_output = audio_output + excluded.audio_output, cost_micros = cost_micros + excluded.cost_micros,
        cost_picos = cost_picos + excluded.cost_picos, below_micros = below_micros + excluded.below_micros,
        above_micros = above_micros + excluded.above_micros, unpriced = unpriced + excluded.unpriced;
    INSERT INTO usage_months
    SELECT cut, NEW.month, grp,
        NEW.calls, NEW.attempts, NEW.errors, NEW.rescued, NEW.input, NEW.cached_input, NEW.cache_write,
        NEW.cache_write_1h, NEW.output, NEW.reasoning, NEW.audio_input, NEW.audio_output, NEW.cost_micros,
        NEW.cost_picos, NEW.below_micros, NEW.above_micros, NEW.unpriced
    FROM (SELECT 3 AS cut, NEW.tasked AS grp UNION ALL SELECT 4, NEW.routed)
    WHERE true
    ON CONFLICT (cut, month, grp) DO UPDATE SET
        calls = calls + excluded.calls, attempts = attempts + excluded.attempts, errors = errors + excluded.errors,
        rescued = rescued + excluded.rescued, input = input + excluded.input,
        cached_input = cached_input + excluded.cached_input, cache_write = cache_write + excluded.cache_write,
        cache_write_1h = cache_write_1h + excluded.cache_write_1h, output = output + excluded.output,
        reasoning = reasoning + excluded.reasoning, audio_input = audio_input + excluded.audio_input,
        audio_output = audio_output + excluded.audio_output, cost_micros = cost_micros + excluded.cost_micros,
        cost_picos = cost_picos + excluded.cost_picos, below_micros = below_micros + excluded.below_micros,
        above_micros = above_micros + excluded.above_micros, unpriced = unpriced + excluded.unpriced;
END;

CREATE TRIGGER usage_of_new_attempt AFTER INSERT ON attempts
WHEN NEW.settled_at IS NOT NULL AND NEW.imported = 0
BEGIN
    INSERT INTO usage_changes
    SELECT
        quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, calls,
        attempts, errors, rescued, input, cached_input, cache_write, cache_write_1h, output, reasoning, audio_input,
        audio_output, cost_micros, cost_picos, below_micros, above_micros, unpriced
    FROM usage_rows
    WHERE id = NEW.id;
END;

CREATE TRIGGER usage_before_attempt BEFORE UPDATE OF
    settled_at, started_at, number, account, model, vendor, simulated, imported, status, error_kind, http_status,
    input_tokens, cached_input_tokens, cache_write_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens,
    audio_input_tokens, audio_output_tokens, cost_picos, cost_lower_picos, cost_upper_picos
ON attempts
WHEN OLD.settled_at IS NOT NULL AND OLD.imported = 0
BEGIN
    INSERT INTO usage_changes
    SELECT
        quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, calls,
        attempts, errors, rescued, input, cached_input, cache_write, cache_write_1h, output, reasoning, audio_input,
        audio_output, cost_micros, cost_picos, below_micros, above_micros, unpriced
    FROM usage_removals
    WHERE id = OLD.id;
END;

CREATE TRIGGER usage_after_attempt AFTER UPDATE OF
    settled_at, started_at, number, account, model, vendor, simulated, imported, status, error_kind, http_status,
    input_tokens, cached_input_tokens, cache_write_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens,
    audio_input_tokens, audio_output_tokens, cost_picos, cost_lower_picos, cost_upper_picos
ON attempts
WHEN NEW.settled_at IS NOT NULL AND NEW.imported = 0
BEGIN
    INSERT INTO usage_changes
    SELECT
        quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, calls,
        attempts, errors, rescued, input, cached_input, cache_write, cache_write_1h, output, reasoning, audio_input,
        audio_output, cost_micros, cost_picos, below_micros, above_micros, unpriced
    FROM usage_rows
    WHERE id = NEW.id;
END;

-- What pruning takes away stays in the sums.
CREATE TRIGGER usage_of_removed_attempt BEFORE DELETE ON attempts
WHEN OLD.settled_at IS NOT NULL AND OLD.imported = 0 AND OLD.started_at >= (SELECT pruned_before FROM usage_state)
BEGIN
    INSERT INTO usage_changes
    SELECT
        quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, calls,
        attempts, errors, rescued, input, cached_input, cache_write, cache_write_1h, output, reasoning, audio_input,
        audio_output, cost_micros, cost_picos, below_micros, above_micros, unpriced
    FROM usage_removals
    WHERE id = OLD.id;
END;

CREATE TRIGGER usage_before_call BEFORE UPDATE OF task, rule_set, rule, source ON calls
WHEN NEW.task <> OLD.task OR NEW.rule_set <> OLD.rule_set OR NEW.rule <> OLD.rule OR NEW.source <> OLD.source
BEGIN
    INSERT INTO usage_changes
    SELECT
        quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, calls,
        attempts, errors, rescued, input, cached_input, cache_write, cache_write_1h, output, reasoning, audio_input,
        audio_output, cost_micros, cost_picos, below_micros, above_micros, unpriced
    FROM usage_removals
    WHERE call_id = OLD.id;
END;

CREATE TRIGGER usage_after_call AFTER UPDATE OF task, rule_set, rule, source ON calls
WHEN NEW.task <> OLD.task OR NEW.rule_set <> OLD.rule_set OR NEW.rule <> OLD.rule OR NEW.source <> OLD.source
BEGIN
    INSERT INTO usage_changes
    SELECT
        quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, calls,
        attempts, errors, rescued, input, cached_input, cache_write, cache_write_1h, output, reasoning, audio_input,
        audio_output, cost_micros, cost_picos, below_micros, above_micros, unpriced
    FROM usage_rows
    WHERE call_id = NEW.id;
END;

-- What was settled before: its days and months are made when the program first says whose days they are.
INSERT INTO usage_series (simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind)
SELECT DISTINCT simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind
FROM usage_rows;
INSERT INTO usage_quarters
SELECT r.quarter, s.id,
    sum(r.calls), sum(r.attempts), sum(r.errors), sum(r.rescued), sum(r.input), sum(r.cached_input),
    sum(r.cache_write), sum(r.cache_write_1h), sum(r.output), sum(r.reasoning), sum(r.audio_input),
    sum(r.audio_output), sum(r.cost_micros), sum(r.cost_picos), sum(r.below_micros), sum(r.above_micros),
    sum(r.unpriced)
FROM usage_rows r
JOIN usage_series s ON s.simulated = r.simulated AND s.account = r.account AND s.model = r.model
    AND s.vendor = r.vendor AND s.task = r.task AND s.rule_set = r.rule_set AND s.rule = r.rule
    AND s.source = r.source AND s.status = r.status AND s.error_kind = r.error_kind
GROUP BY r.quarter, s.id;
UPDATE usage_state SET days_ready = 0 WHERE EXISTS (SELECT 1 FROM usage_quarters);

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
    CASE WHEN a.usage_template IS NULL THEN a.usage_json ELSE (
        WITH RECURSIVE filled (text, numbers) AS (
            SELECT t.template, a.usage_numbers || ',' FROM usage_templates t WHERE t.id = a.usage_template
            UNION ALL
            SELECT substr(text, 1, instr(text, char(1)) - 1) || substr(numbers, 1, instr(numbers, ',') - 1)
                || substr(text, instr(text, char(1)) + 1), substr(numbers, instr(numbers, ',') + 1)
            FROM filled
            WHERE instr(text, char(1)) > 0)
        SELECT text FROM filled WHERE instr(text, char(1)) = 0) END AS usage_json,
    a.cost_picos,
    a.cost_picos / 1e12 AS cost_usd,
    a.cost_basis,
    a.price_version,
    c.rule_set,
    c.rule_set_version,
    c.rule,
    a.waited_ms,
    a.why,
    a.service_tier,
    a.price_id,
    a.uncached_input_tokens,
    a.cache_write_5min_tokens,
    a.cache_write_1h_tokens,
    a.audio_input_tokens,
    a.visible_output_tokens,
    a.audio_output_tokens,
    a.reported_cost_picos,
    a.computed_cost_picos
FROM attempts a
JOIN calls c ON c.id = a.call_id
LEFT JOIN lanes l ON l.id = c.lane_id;

-- Days before usage_state.pruned_before are those of the sums: rows that were pruned still count.
DROP VIEW v_usage_daily;
CREATE VIEW v_usage_daily AS
SELECT
    day_utc,
    account,
    model,
    vendor,
    task,
    source,
    simulated,
    sum(calls) AS calls,
    sum(attempts) AS attempts,
    sum(errors) AS errors,
    sum(input_tokens) AS input_tokens,
    sum(cached_input_tokens) AS cached_input_tokens,
    sum(cache_write_tokens) AS cache_write_tokens,
    sum(output_tokens) AS output_tokens,
    sum(reasoning_tokens) AS reasoning_tokens,
    sum(cost_picos) AS cost_picos,
    sum(cost_picos) / 1e12 AS cost_usd,
    sum(unpriced) AS unpriced_attempts
FROM (
    SELECT
        date(a.started_at / 1000, 'unixepoch') AS day_utc,
        a.account,
        a.model,
        a.vendor,
        c.task,
        c.source,
        a.simulated,
        a.number = 1 AS calls,
        1 AS attempts,
        a.status IN ('failed', 'interrupted', 'refused') AS errors,
        a.input_tokens,
        a.cached_input_tokens,
        a.cache_write_tokens,
        a.output_tokens,
        a.reasoning_tokens,
        a.cost_picos,
        a.unpriced
    FROM attempts a
    JOIN calls c ON c.id = a.call_id
    WHERE a.imported = 0 AND (a.settled_at IS NULL OR a.started_at >= (SELECT pruned_before FROM usage_state))
    UNION ALL
    SELECT
        date(q.quarter * 900, 'unixepoch'),
        s.account,
        s.model,
        s.vendor,
        s.task,
        s.source,
        s.simulated,
        q.calls,
        q.attempts,
        q.errors,
        q.input,
        q.cached_input,
        q.cache_write,
        q.output,
        q.reasoning,
        nullif(q.cost_micros * 1000000 + q.cost_picos, CASE WHEN q.unpriced > 0 THEN 0 END),
        q.unpriced
    FROM usage_quarters q
    JOIN usage_series s ON s.id = q.series
    WHERE q.attempts > 0 AND q.quarter < (SELECT pruned_before FROM usage_state) / 900000
)
GROUP BY day_utc, account, model, vendor, task, source, simulated;
