-- Schema version 11: usage that others tell of: what a provider counts, and requests that other programs sent.

-- One row for each file that was imported. `file_hash` is the SHA-256 of its bytes in hexadecimal, `account` whose use it
-- is. An import that is undone goes with its rows.
CREATE TABLE usage_imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    done_at INTEGER NOT NULL,
    format TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    account TEXT NOT NULL
) STRICT;
CREATE INDEX usage_imports_by_hash ON usage_imports (file_hash);

-- What the file says, one row a request (`until_at` is null) or a time with model, project, key and user. Tokens are as in
-- attempts: parts of `input_tokens` and `output_tokens`; null is not told. `requests` is how many a row stands for.
-- `counted` is 0 for what is in the ledger already: requests that Switchyard sent itself, and times in which it sent some
-- to the model. A request that counts has a call with one attempt of the source `import`; times have none, as an attempt
-- is one request. Of a key no more than its name, its id or its last four characters is kept.
CREATE TABLE imported_usage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id INTEGER NOT NULL REFERENCES usage_imports (id) ON DELETE CASCADE,
    started_at INTEGER NOT NULL,
    until_at INTEGER,
    account TEXT NOT NULL,
    model TEXT NOT NULL,
    vendor TEXT NOT NULL DEFAULT '',
    project TEXT NOT NULL DEFAULT '',
    key_name TEXT NOT NULL DEFAULT '',
    user TEXT NOT NULL DEFAULT '',
    service_tier TEXT NOT NULL DEFAULT '',
    external_id TEXT NOT NULL DEFAULT '',
    requests INTEGER,
    input_tokens INTEGER,
    cached_input_tokens INTEGER,
    cache_write_tokens INTEGER,
    cache_write_1h_tokens INTEGER,
    output_tokens INTEGER,
    reasoning_tokens INTEGER,
    cost_picos INTEGER,
    counted INTEGER NOT NULL,
    call_id INTEGER
) STRICT;
CREATE INDEX imported_usage_of_account ON imported_usage (account, started_at);
CREATE INDEX imported_usage_of_import ON imported_usage (import_id);
CREATE INDEX imported_usage_by_external_id ON imported_usage (external_id) WHERE external_id <> '';

-- A budget limits what Switchyard sends: imported requests are no spend of it.
DROP VIEW budget_attempts;
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
WHERE a.imported = 0 AND c.source <> 'import'
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
