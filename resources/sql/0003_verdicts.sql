-- Schema version 3: what people and judge models thought of answers.

-- One row a vote. It outlives its run: a verdict is evidence, and its context says what was compared.
CREATE TABLE votes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    run_id INTEGER REFERENCES runs (id) ON DELETE SET NULL,
    task TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL CHECK (kind IN ('best', 'tie', 'all_bad', 'up', 'down')),
    -- Empty for the person; the `account/model` of a judge model.
    judge TEXT NOT NULL DEFAULT '',
    blind INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    context TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX votes_of_run ON votes (run_id);
CREATE INDEX votes_by_task ON votes (task, at);

-- What was on the ballot: one row a lane. `won` is 1 for the best, or for the lane of a thumb.
CREATE TABLE vote_lanes (
    vote_id INTEGER NOT NULL REFERENCES votes (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    lane_id INTEGER REFERENCES lanes (id) ON DELETE SET NULL,
    account TEXT NOT NULL,
    model TEXT NOT NULL,
    parameters TEXT NOT NULL DEFAULT '{}',
    won INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (vote_id, position)
) STRICT;
CREATE INDEX vote_lanes_of_lane ON vote_lanes (lane_id);
