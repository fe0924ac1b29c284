-- Schema version 3: what people and judge models thought of answers.

-- One row a vote. It outlives its run: a verdict is evidence, and its ballot says what was compared.
CREATE TABLE votes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    run_id INTEGER REFERENCES runs (id) ON DELETE SET NULL,
    -- That of the run's calls; follows them while the run exists.
    task TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL CHECK (kind IN ('best', 'tie', 'all_bad', 'up', 'down')),
    -- Empty for the person; the `account/model` of a judge model.
    judge TEXT NOT NULL DEFAULT '',
    blind INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX votes_of_run ON votes (run_id);
CREATE INDEX votes_by_task ON votes (task, at);
-- A judge ranks a run once; thumbs are one a lane.
CREATE UNIQUE INDEX votes_ranking ON votes (run_id, judge) WHERE kind IN ('best', 'tie', 'all_bad');

-- What was on the ballot: one row a lane, with what it was chosen over. `won` is 1 for the best, or for the lane
-- of a thumb. `shown` is the place the voter saw it in. Figures of the answer are null when unknown.
CREATE TABLE vote_lanes (
    vote_id INTEGER NOT NULL REFERENCES votes (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    lane_id INTEGER REFERENCES lanes (id) ON DELETE SET NULL,
    account TEXT NOT NULL,
    model TEXT NOT NULL,
    parameters TEXT NOT NULL DEFAULT '{}',
    won INTEGER NOT NULL DEFAULT 0,
    shown INTEGER NOT NULL DEFAULT 0,
    simulated INTEGER NOT NULL DEFAULT 0,
    cost_picos INTEGER,
    first_ms REAL,
    answer_chars INTEGER,
    PRIMARY KEY (vote_id, position)
) STRICT;
CREATE INDEX vote_lanes_of_lane ON vote_lanes (lane_id);

CREATE TRIGGER votes_follow_task AFTER UPDATE OF task ON calls WHEN old.task <> new.task
BEGIN
    UPDATE votes SET task = new.task WHERE run_id = (SELECT run_id FROM lanes WHERE id = new.lane_id);
END;
