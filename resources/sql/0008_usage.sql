-- Schema version 8: what an attempt cost in all its parts, and sums that are kept up to date.

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
