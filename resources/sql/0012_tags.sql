-- Schema version 12: sums know the tags of calls and who failed at what, so that views by these are as fast as any
-- other.

-- What calls with tags have in the sums is taken out, and added again with the tags below.
INSERT INTO usage_changes
SELECT
    quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, calls,
    attempts, errors, rescued, input, cached_input, cache_write, cache_write_1h, output, reasoning, audio_input,
    audio_output, cost_micros, cost_picos, below_micros, above_micros, unpriced
FROM usage_removals
WHERE call_id IN (SELECT id FROM calls WHERE tags <> '{}');

DROP TRIGGER usage_new_series;
DROP TRIGGER usage_change;
DROP TRIGGER usage_sum;
DROP TRIGGER usage_of_new_attempt;
DROP TRIGGER usage_before_attempt;
DROP TRIGGER usage_after_attempt;
DROP TRIGGER usage_of_removed_attempt;
DROP TRIGGER usage_before_call;
DROP TRIGGER usage_after_call;
DROP VIEW usage_changes;
DROP VIEW usage_removals;
DROP VIEW usage_sums;

-- Further cuts, which have no months:
-- 6 who answered calls of which tags: account, model, vendor, tags
-- 7 who failed at what, of failed, interrupted and refused attempts alone: account, model, vendor, task, status,
--   error_kind
ALTER TABLE usage_groups ADD COLUMN tags TEXT;
CREATE INDEX usage_groups_of_tags ON usage_groups (tags, model, account, vendor, simulated) WHERE cut = 6;
INSERT INTO usage_groups (cut, simulated, account, model, vendor, tags)
SELECT DISTINCT 6, simulated, account, model, vendor, '{}'
FROM usage_series;
INSERT INTO usage_groups (cut, simulated, account, model, vendor, task, status, error_kind)
SELECT DISTINCT 7, simulated, account, model, vendor, task, status, error_kind
FROM usage_series
WHERE status IN ('failed', 'interrupted', 'refused');

CREATE TABLE usage_untagged_series AS SELECT * FROM usage_series;
DROP TABLE usage_series;
-- What quarters are split by, with the groups it is part of. `tags` is the call's JSON.
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
    tags TEXT NOT NULL,
    answered INTEGER,
    asked INTEGER,
    tasked INTEGER,
    routed INTEGER,
    ended INTEGER,
    tagged INTEGER,
    failed INTEGER,
    UNIQUE (account, model, task, source, status, error_kind, tags, rule, rule_set, vendor, simulated)
) STRICT;
INSERT INTO usage_series
SELECT s.id, s.simulated, s.account, s.model, s.vendor, s.task, s.rule_set, s.rule, s.source, s.status, s.error_kind,
    '{}', s.answered, s.asked, s.tasked, s.routed, s.ended, t.id, f.id
FROM usage_untagged_series s
JOIN usage_groups t ON t.cut = 6 AND t.tags = '{}' AND t.model = s.model AND t.account = s.account
    AND t.vendor = s.vendor AND t.simulated = s.simulated
LEFT JOIN usage_groups f ON f.cut = 7 AND f.simulated = s.simulated AND f.account = s.account AND f.model = s.model
    AND f.vendor = s.vendor AND f.task = s.task AND f.status = s.status AND f.error_kind = s.error_kind;
DROP TABLE usage_untagged_series;

-- As in version 8, but for the tags.
CREATE VIEW usage_changes AS
SELECT
    quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, tags, calls, attempts,
    errors, rescued, input, cached_input, cache_write, cache_write_1h, output, reasoning, audio_input, audio_output,
    cost_micros, cost_picos, below_micros, above_micros, unpriced
FROM usage_rows;

CREATE VIEW usage_removals AS
SELECT
    id,
    call_id,
    quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, tags, -calls AS calls,
    -attempts AS attempts, -errors AS errors, -rescued AS rescued, -input AS input, -cached_input AS cached_input,
    -cache_write AS cache_write, -cache_write_1h AS cache_write_1h, -output AS output, -reasoning AS reasoning,
    -audio_input AS audio_input, -audio_output AS audio_output, -cost_micros AS cost_micros,
    -cost_picos AS cost_picos, -below_micros AS below_micros, -above_micros AS above_micros, -unpriced AS unpriced
FROM usage_rows;

CREATE VIEW usage_sums AS
SELECT
    quarter, 0 AS day, 0 AS month, 0 AS series, 0 AS answered, 0 AS asked, 0 AS tasked, 0 AS routed, 0 AS ended,
    0 AS tagged, 0 AS failed,
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
    INSERT INTO usage_groups (cut, simulated, account, model, vendor, tags)
    SELECT 6, NEW.simulated, NEW.account, NEW.model, NEW.vendor, NEW.tags
    WHERE NOT EXISTS (SELECT 1 FROM usage_groups WHERE cut = 6 AND simulated = NEW.simulated
        AND account = NEW.account AND model = NEW.model AND vendor = NEW.vendor AND tags = NEW.tags);
    INSERT INTO usage_groups (cut, simulated, account, model, vendor, task, status, error_kind)
    SELECT 7, NEW.simulated, NEW.account, NEW.model, NEW.vendor, NEW.task, NEW.status, NEW.error_kind
    WHERE NEW.status IN ('failed', 'interrupted', 'refused') AND NOT EXISTS (SELECT 1 FROM usage_groups WHERE cut = 7
        AND simulated = NEW.simulated AND account = NEW.account AND model = NEW.model AND vendor = NEW.vendor
        AND task = NEW.task AND status = NEW.status AND error_kind = NEW.error_kind);
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
            AND account = NEW.account AND status = NEW.status AND error_kind = NEW.error_kind),
        tagged = (SELECT id FROM usage_groups WHERE cut = 6 AND simulated = NEW.simulated
            AND account = NEW.account AND model = NEW.model AND vendor = NEW.vendor AND tags = NEW.tags),
        failed = (SELECT id FROM usage_groups WHERE cut = 7 AND simulated = NEW.simulated
            AND account = NEW.account AND model = NEW.model AND vendor = NEW.vendor AND task = NEW.task
            AND status = NEW.status AND error_kind = NEW.error_kind)
    WHERE id = NEW.id;
END;

CREATE TRIGGER usage_change INSTEAD OF INSERT ON usage_changes
BEGIN
    INSERT INTO usage_series (simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind,
        tags)
    SELECT NEW.simulated, NEW.account, NEW.model, NEW.vendor, NEW.task, NEW.rule_set, NEW.rule, NEW.source,
        NEW.status, NEW.error_kind, NEW.tags
    WHERE NOT EXISTS (SELECT 1 FROM usage_series WHERE simulated = NEW.simulated AND account = NEW.account
        AND model = NEW.model AND vendor = NEW.vendor AND task = NEW.task AND rule_set = NEW.rule_set
        AND rule = NEW.rule AND source = NEW.source AND status = NEW.status AND error_kind = NEW.error_kind
        AND tags = NEW.tags);
    INSERT INTO usage_sums
    SELECT NEW.quarter, d.day, CAST(strftime('%Y%m', d.day * 86400, 'unixepoch') AS INTEGER), s.id, s.answered,
        s.asked, s.tasked, s.routed, s.ended, s.tagged, s.failed,
        NEW.calls, NEW.attempts, NEW.errors, NEW.rescued, NEW.input, NEW.cached_input, NEW.cache_write,
        NEW.cache_write_1h, NEW.output, NEW.reasoning, NEW.audio_input, NEW.audio_output, NEW.cost_micros,
        NEW.cost_picos, NEW.below_micros, NEW.above_micros, NEW.unpriced
    FROM usage_series s
    JOIN (SELECT (NEW.quarter * 900000 + ahead) / 86400000 AS day FROM usage_offsets
        WHERE since <= NEW.quarter * 900000 ORDER BY since DESC LIMIT 1) d
    WHERE simulated = NEW.simulated AND account = NEW.account AND model = NEW.model AND vendor = NEW.vendor
        AND task = NEW.task AND rule_set = NEW.rule_set AND rule = NEW.rule AND source = NEW.source
        AND status = NEW.status AND error_kind = NEW.error_kind AND tags = NEW.tags;
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
        NEW.tasked UNION ALL SELECT 4, NEW.routed UNION ALL SELECT 5, NEW.ended UNION ALL SELECT 6, NEW.tagged UNION ALL SELECT 7, NEW.failed WHERE NEW.failed IS NOT NULL)
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
        quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, tags, calls,
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
        quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, tags, calls,
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
        quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, tags, calls,
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
        quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, tags, calls,
        attempts, errors, rescued, input, cached_input, cache_write, cache_write_1h, output, reasoning, audio_input,
        audio_output, cost_micros, cost_picos, below_micros, above_micros, unpriced
    FROM usage_removals
    WHERE id = OLD.id;
END;

CREATE TRIGGER usage_before_call BEFORE UPDATE OF task, rule_set, rule, source, tags ON calls
WHEN NEW.task <> OLD.task OR NEW.rule_set <> OLD.rule_set OR NEW.rule <> OLD.rule OR NEW.source <> OLD.source
    OR NEW.tags <> OLD.tags
BEGIN
    INSERT INTO usage_changes
    SELECT
        quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, tags, calls,
        attempts, errors, rescued, input, cached_input, cache_write, cache_write_1h, output, reasoning, audio_input,
        audio_output, cost_micros, cost_picos, below_micros, above_micros, unpriced
    FROM usage_removals
    WHERE call_id = OLD.id;
END;

CREATE TRIGGER usage_after_call AFTER UPDATE OF task, rule_set, rule, source, tags ON calls
WHEN NEW.task <> OLD.task OR NEW.rule_set <> OLD.rule_set OR NEW.rule <> OLD.rule OR NEW.source <> OLD.source
    OR NEW.tags <> OLD.tags
BEGIN
    INSERT INTO usage_changes
    SELECT
        quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, tags, calls,
        attempts, errors, rescued, input, cached_input, cache_write, cache_write_1h, output, reasoning, audio_input,
        audio_output, cost_micros, cost_picos, below_micros, above_micros, unpriced
    FROM usage_rows
    WHERE call_id = NEW.id;
END;

INSERT INTO usage_changes
SELECT
    quarter, simulated, account, model, vendor, task, rule_set, rule, source, status, error_kind, tags, calls,
    attempts, errors, rescued, input, cached_input, cache_write, cache_write_1h, output, reasoning, audio_input,
    audio_output, cost_micros, cost_picos, below_micros, above_micros, unpriced
FROM usage_rows
WHERE call_id IN (SELECT id FROM calls WHERE tags <> '{}');

-- The days of the new cuts are made with all others when the program next says whose days they are.
UPDATE usage_state SET days_ready = 0 WHERE EXISTS (SELECT 1 FROM usage_quarters);
