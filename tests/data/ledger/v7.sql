-- Rows of a version 7 ledger: a call by a rule with its decision and a second attempt, an answer with every part of its
-- usage, one that nobody knows the price of, a call whose run is gone, and the simulator's.
INSERT INTO runs (id, created_at, prompt) VALUES (1, 1790000000000, 'Shorten this.'), (2, 1790003600000, 'And this.');
INSERT INTO lanes (id, run_id, position, parameters, requested) VALUES
    (1, 1, 0, '{"temperature":0.2}', 'route/daily'), (2, 2, 0, '{}', ''), (3, 2, 1, '{}', '');
INSERT INTO calls (id, lane_id, created_at, task, task_origin, tags, source, simulated, rule_set, rule_set_version, rule) VALUES
    (1, 1, 1790000000000, 'summarize', 'rule', '{}', 'gateway', 0, 'daily', 3, 'short texts'),
    (2, 2, 1790003600000, 'summarize', 'user', '{"team":"red"}', 'window', 0, '', 0, ''),
    (3, 3, 1790003600000, 'summarize', 'user', '{"team":"red"}', 'window', 1, '', 0, ''),
    (4, NULL, 1790090000000, '', 'user', '{}', 'cli', 0, '', 0, '');
INSERT INTO decisions (call_id, decision) VALUES (1, '{"rule":"short texts","targets":["openai/gpt-4o-mini"],"trace":[]}');
INSERT INTO attempts (id, call_id, number, account_id, account, model, vendor, started_at, settled_at, status, error_kind,
    error_message, http_status, retry_after_ms, why) VALUES
    (1, 1, 1, 1, 'openai', 'gpt-4o-mini', 'openai', 1790000000000, 1790000000900, 'failed', 'rate_limited', 'Slow down', 429,
     1000, 'The first target of the rule.');
INSERT INTO attempts (id, call_id, number, account_id, account, model, vendor, simulated, started_at, settled_at, status,
    finish_reason, model_answered, queued_ms, headers_ms, first_text_ms, last_ms, input_tokens, cached_input_tokens,
    cache_write_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, usage_basis, usage_json, cost_picos,
    cost_basis, price_version, waited_ms, why) VALUES
    (2, 1, 2, 2, 'anthropic', 'sonnet', 'anthropic', 0, 1790000002000, 1790000003000, 'complete', 'stop', 'sonnet-2026', 0.5,
     100.25, 200.5, 1000.5, 1200, 800, 200, 50, 640, 140, 'reported', '{"input_tokens":200, "output_tokens":640}', 9123000000,
     'computed', '2026-08-21', 1000.5, 'The first target refused.'),
    (3, 2, 1, 1, 'openai', 'gpt-4o-mini', 'openai', 0, 1790003600000, 1790003602000, 'truncated', 'length', '', 1.5, 100.5,
     200.5, 700.5, 3, NULL, NULL, NULL, 100, NULL, 'reported', NULL, NULL, 'unknown', '', NULL, ''),
    (4, 3, 1, 3, 'demo', 'swift', '', 1, 1790003600000, 1790003601000, 'complete', 'stop', '', 2.5, 50.5, 60.5, 500.5, 10, 0, 0,
     NULL, 20, 0, 'reported', '{"prompt_tokens":10}', 1230000000, 'computed', '', NULL, ''),
    (5, 4, 1, 1, 'openai', 'gpt-4o-mini', 'openai', 0, 1790090000000, 1790090001000, 'complete', 'stop', '', 0.5, 100.5, 200.5,
     700.5, 30, 10, NULL, NULL, 6, 2, 'reported', NULL, 8100000000, 'reported', '', NULL, '');
