-- Rows of a version 1 ledger: two runs, a retry, a removed run, a row of the simulator, an unknown cost.
INSERT INTO runs (id, created_at, prompt, system) VALUES (1, 1772359200000, 'How to limit a rate?', 'Be brief'), (2, 1772445600000, '限流算法', '');
INSERT INTO lanes (id, run_id, position, parameters) VALUES (1, 1, 0, '{"temperature":0.2}'), (2, 1, 1, '{}'), (3, 2, 0, '{}');
INSERT INTO calls (id, lane_id, created_at, task, task_origin, tags, source, simulated) VALUES
    (1, 1, 1772359200000, 'reasoning', 'user', '{"team":"red"}', 'window', 0),
    (2, 2, 1772359200000, 'reasoning', 'suggested', '{}', 'window', 0),
    (3, 3, 1772445600000, '', 'user', '{}', 'cli', 1),
    (4, NULL, 1772445600500, 'extract', 'user', '{}', 'cli', 0);
INSERT INTO attempts (id, call_id, number, account_id, account, model, vendor, simulated, started_at, settled_at, status, finish_reason,
    model_answered, queued_ms, headers_ms, first_text_ms, last_ms, input_tokens, cached_input_tokens, output_tokens, usage_basis,
    usage_json, cost_picos, cost_basis, price_version) VALUES
    (1, 1, 1, 1, 'openai', 'gpt-4o-mini', 'openai', 0, 1772359200000, 1772359202204, 'complete', 'stop', 'gpt-4o-mini-2024-07-18',
     0.0, 210.4, 412.9, 2204.0, 1204, 0, 640, 'reported', '{"prompt_tokens":1204}', 564600000, 'computed', '2026-09-23'),
    (4, 3, 1, 9, 'demo', 'swift', 'simulator', 1, 1772445600000, 1772445601000, 'truncated', 'length', 'swift', 0.0, 1.5, 10.0, 990.0, 10, 0, 100,
     'reported', NULL, 1000, 'reported', ''),
    (5, 4, 1, 1, 'openai', 'gpt-4o-mini', 'openai', 0, 1772445600500, 1772445601500, 'complete', 'stop', '', 0.0, 1.5, 10.0, 990.0, NULL, NULL, NULL,
     'missing', NULL, NULL, 'unknown', '');
INSERT INTO attempts (id, call_id, number, account_id, account, model, vendor, simulated, started_at, settled_at, status, error_kind,
    error_message, http_status, retry_after_ms) VALUES
    (2, 2, 1, 2, 'anthropic', 'claude', 'anthropic', 0, 1772359200001, 1772359200300, 'failed', 'rate_limited', 'Slow down', 429, 1000);
INSERT INTO attempts (id, call_id, number, account_id, account, model, vendor, simulated, started_at, settled_at, status, finish_reason,
    input_tokens, cached_input_tokens, cache_write_tokens, output_tokens, reasoning_tokens, usage_basis, cost_picos, cost_basis) VALUES
    (3, 2, 2, 2, 'anthropic', 'claude', 'anthropic', 0, 1772359201301, 1772359203000, 'complete', 'stop', 1300, 1000, 200, 590, 90,
     'reported', 14200000000, 'computed');
INSERT INTO answers (attempt_id, run_id, text) VALUES (1, 1, 'Use a token bucket.'), (3, 1, 'Use a leaky bucket.'), (4, 2, '令牌桶');
INSERT INTO run_search (rowid, prompt, answers) VALUES (1, 'How to limit a rate?', 'Use a token bucket. Use a leaky bucket.'), (2, '限 流 算 法', '令 牌 桶');
