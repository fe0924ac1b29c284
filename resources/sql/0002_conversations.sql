-- Schema version 2: conversations. A turn is a run that follows another run; each of its lanes continues what was
-- said in one lane of an earlier turn.

-- Null for a first turn.
ALTER TABLE runs ADD COLUMN parent_run_id INTEGER REFERENCES runs (id) ON DELETE SET NULL;
-- The first turn's id; null for a first turn, whose conversation bears its own id.
ALTER TABLE runs ADD COLUMN conversation_id INTEGER;
-- What the lanes of this turn were given of the earlier ones: each its own branch, all the winner's, or all answers.
ALTER TABLE runs ADD COLUMN lineage TEXT NOT NULL DEFAULT 'own' CHECK (lineage IN ('own', 'winner', 'shared'));
CREATE INDEX runs_by_parent ON runs (parent_run_id) WHERE parent_run_id IS NOT NULL;
CREATE INDEX runs_of_conversation ON runs (conversation_id) WHERE conversation_id IS NOT NULL;

-- The lane of an earlier turn that this one continues; null for a first turn and for the lineage `shared`.
ALTER TABLE lanes ADD COLUMN parent_lane_id INTEGER REFERENCES lanes (id) ON DELETE SET NULL;
