-- Rows of a version 6 ledger: a conversation of two turns, a retry, a case of a matrix, and an imported answer.
INSERT INTO runs (id, created_at, prompt, system) VALUES (1, 1790000000000, 'Name a sorting algorithm.', '');
INSERT INTO runs (id, created_at, prompt, parent_run_id, conversation_id, lineage, pinned) VALUES
    (2, 1790000060000, 'And a faster one?', 1, 1, 'own', 1);
INSERT INTO prompt_sets (id, name, created_at) VALUES (1, 'words', 1790090000000);
INSERT INTO matrices (id, set_id, created_at, targets, state) VALUES (1, 1, 1790090000000, '[]', 'finished');
INSERT INTO runs (id, created_at, prompt, matrix_id, matrix_case) VALUES (3, 1790090000000, 'apple', 1, 0);
INSERT INTO runs (id, created_at, prompt, title) VALUES (4, 1780000000000, 'What is a monad?', 'Monads');
INSERT INTO lanes (id, run_id, position, parameters, parent_lane_id) VALUES
    (1, 1, 0, '{"temperature":0}', NULL), (2, 2, 0, '{"temperature":0}', 1), (3, 3, 0, '{}', NULL), (4, 4, 0, '{}', NULL);
INSERT INTO calls (id, lane_id, created_at, task, task_origin, tags, source, simulated) VALUES
    (1, 1, 1790000000000, 'reasoning', 'user', '{"team":"red"}', 'window', 0),
    (2, 2, 1790000060000, 'reasoning', 'user', '{"team":"red"}', 'window', 0),
    (3, 3, 1790090000000, 'extract', 'user', '{}', 'cli', 0),
    (4, 4, 1780000000000, '', 'import', '{}', 'import', 0);
INSERT INTO attempts (id, call_id, number, account_id, account, model, vendor, started_at, settled_at, status, finish_reason,
    queued_ms, headers_ms, first_text_ms, last_ms, input_tokens, output_tokens, usage_basis, cost_picos, cost_basis) VALUES
    (1, 1, 1, 1, 'openai', 'gpt-4o-mini', 'openai', 1790000000000, 1790000001500, 'complete', 'stop', 0.5, 200.25, 300.5, 1500.0,
     12, 5, 'reported', 4800000, 'computed'),
    (3, 2, 2, 1, 'openai', 'gpt-4o-mini', 'openai', 1790000062000, 1790000063000, 'complete', 'stop', 0.0, 100.0, 200.0, 1000.0,
     30, 6, 'reported', 8100000, 'computed'),
    (4, 3, 1, 2, 'google', 'gemini', 'google', 1790090000000, 1790090000700, 'truncated', 'length', 0.0, 100.0, 200.0, 700.0,
     3, 100, 'reported', NULL, 'unknown');
INSERT INTO attempts (id, call_id, number, account_id, account, model, vendor, started_at, settled_at, status, error_kind,
    error_message, http_status, retry_after_ms) VALUES
    (2, 2, 1, 1, 'openai', 'gpt-4o-mini', 'openai', 1790000060000, 1790000060900, 'failed', 'rate_limited', 'Slow down', 429, 1000);
INSERT INTO attempts (id, call_id, number, account_id, account, model, vendor, started_at, settled_at, status, imported) VALUES
    (5, 4, 1, 0, 'chatgpt', 'gpt-4', 'openai', 1780000000000, 1780000009000, 'complete', 1);
INSERT INTO answers (attempt_id, run_id, text) VALUES (1, 1, 'Merge sort.'), (3, 2, 'Radix sort.'), (4, 3, 'a p p l e'), (5, 4, 'A burrito.');
