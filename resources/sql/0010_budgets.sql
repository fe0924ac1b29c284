-- Schema version 10: budgets, what is spent and reserved of them, and the alerts they gave.

-- `scope_value` is a name (of an account, vendor, model, task, source or tag's value) or `RULE SET/RULE`, `scope_key` a
-- tag's key. `start_day` is the first day of the period: 1 Monday to 7 Sunday of a week, 1 to 31 of a month, whose last
-- day it is where the month is shorter. `zone` is an IANA name.
CREATE TABLE budgets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    scope TEXT NOT NULL CHECK (scope IN ('all', 'account', 'vendor', 'model', 'task', 'rule', 'tag', 'source')),
    scope_key TEXT NOT NULL DEFAULT '',
    scope_value TEXT NOT NULL DEFAULT '',
    period TEXT NOT NULL CHECK (period IN ('day', 'week', 'month')),
    start_day INTEGER NOT NULL DEFAULT 1,
    zone TEXT NOT NULL,
    amount_picos INTEGER NOT NULL CHECK (amount_picos > 0),
    -- 0: no warning.
    soft_percent INTEGER NOT NULL DEFAULT 80,
    hard INTEGER NOT NULL DEFAULT 0,
    -- 1: a hard budget lets requests through whose price is unknown.
    unpriced_allowed INTEGER NOT NULL DEFAULT 0,
    enabled INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Which attempts fall into which budget: by their start into its periods. Imported answers are no spend.
CREATE VIEW budget_attempts AS
SELECT
    b.id AS budget_id,
    a.id AS attempt_id,
    a.started_at,
    a.account,
    a.model,
    a.simulated,
    a.cost_picos,
    a.unpriced
FROM budgets b
JOIN attempts a
JOIN calls c ON c.id = a.call_id
WHERE a.imported = 0
    AND CASE b.scope
        WHEN 'all' THEN 1
        WHEN 'account' THEN a.account = b.scope_value
        WHEN 'vendor' THEN a.vendor = b.scope_value
        WHEN 'model' THEN a.model = b.scope_value
        WHEN 'task' THEN c.task = b.scope_value
        WHEN 'rule' THEN c.rule_set <> '' AND c.rule_set || '/' || c.rule = b.scope_value
        WHEN 'source' THEN c.source = b.scope_value
        ELSE EXISTS (SELECT 1 FROM json_each(c.tags) t WHERE t.key = b.scope_key AND t.value = b.scope_value)
    END;

-- What was spent in a period of a budget as far as it is known, kept by the triggers below with each settled attempt.
-- A period without a row has not been asked for yet and is counted when it is.
CREATE TABLE budget_sums (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    budget_id INTEGER NOT NULL REFERENCES budgets (id) ON DELETE CASCADE,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    simulated INTEGER NOT NULL,
    spent_picos INTEGER NOT NULL,
    unpriced INTEGER NOT NULL,
    UNIQUE (budget_id, starts_at, ends_at, simulated)
) STRICT;
CREATE INDEX budget_sums_by_end ON budget_sums (ends_at);

-- The most that an attempt under way may cost; 0 where nobody knows. Gone when the attempt is settled, also by the
-- process that settles the attempts of one that died.
CREATE TABLE budget_reservations (
    attempt_id INTEGER NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    budget_id INTEGER NOT NULL REFERENCES budgets (id) ON DELETE CASCADE,
    amount_picos INTEGER NOT NULL,
    PRIMARY KEY (attempt_id, budget_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX budget_reservations_of_budget ON budget_reservations (budget_id);

-- One row for each time that a budget passed its warning or refused a request, until it recovered: `ended_at`.
CREATE TABLE budget_alerts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    budget_id INTEGER NOT NULL REFERENCES budgets (id) ON DELETE CASCADE,
    starts_at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('warning', 'refusal')),
    raised_at INTEGER NOT NULL,
    -- When a window told it; null until one does.
    announced_at INTEGER,
    ended_at INTEGER,
    amount_picos INTEGER NOT NULL,
    spent_picos INTEGER NOT NULL,
    -- `account/model` that most of it was spent on, and how much that is.
    contributor TEXT NOT NULL DEFAULT '',
    contributor_picos INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX budget_alerts_open ON budget_alerts (budget_id, starts_at, kind) WHERE ended_at IS NULL;

CREATE TRIGGER budget_of_settled_attempt AFTER UPDATE OF settled_at ON attempts
WHEN OLD.settled_at IS NULL AND NEW.settled_at IS NOT NULL
BEGIN
    DELETE FROM budget_reservations WHERE attempt_id = NEW.id;
END;

-- CAST keeps an overflow at the largest amount.
CREATE TRIGGER budget_of_attempt AFTER UPDATE OF settled_at, cost_picos ON attempts
WHEN NEW.cost_picos IS NOT OLD.cost_picos OR NEW.unpriced IS NOT OLD.unpriced
BEGIN
    UPDATE budget_sums
    SET spent_picos = CAST(spent_picos + (ifnull(NEW.cost_picos, 0) - ifnull(OLD.cost_picos, 0)) AS INTEGER),
        unpriced = unpriced + NEW.unpriced - OLD.unpriced
    WHERE simulated = NEW.simulated AND starts_at <= NEW.started_at AND ends_at > NEW.started_at
        AND EXISTS (SELECT 1 FROM budget_attempts m WHERE m.budget_id = budget_sums.budget_id
            AND m.attempt_id = NEW.id);
END;

CREATE TRIGGER budget_of_new_attempt AFTER INSERT ON attempts
WHEN NEW.cost_picos IS NOT NULL OR NEW.unpriced
BEGIN
    UPDATE budget_sums
    SET spent_picos = CAST(spent_picos + ifnull(NEW.cost_picos, 0) AS INTEGER), unpriced = unpriced + NEW.unpriced
    WHERE simulated = NEW.simulated AND starts_at <= NEW.started_at AND ends_at > NEW.started_at
        AND EXISTS (SELECT 1 FROM budget_attempts m WHERE m.budget_id = budget_sums.budget_id
            AND m.attempt_id = NEW.id);
END;

-- A call that is relabelled moves from one budget to another; such periods are counted anew when they are asked for.
CREATE TRIGGER budget_of_relabelled_call AFTER UPDATE OF task, tags ON calls
WHEN NEW.task <> OLD.task OR NEW.tags <> OLD.tags
BEGIN
    DELETE FROM budget_sums WHERE budget_id IN (SELECT id FROM budgets WHERE scope IN ('task', 'tag'));
END;
