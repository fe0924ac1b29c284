-- Schema version 6: requests and streams as they were, pins, layouts.

-- What an attempt sent and got, byte for byte, with masks of the same length where its key stood. `details` is
-- JSON: URL, headers, status, times, and `chunks`, [milliseconds since dispatch, length] in the order of `response`.
CREATE TABLE recordings (
    attempt_id INTEGER PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
    run_id INTEGER REFERENCES runs (id) ON DELETE CASCADE,
    details TEXT NOT NULL,
    request BLOB NOT NULL,
    response BLOB NOT NULL
) STRICT;
CREATE INDEX recordings_of_run ON recordings (run_id);

ALTER TABLE runs ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
CREATE INDEX runs_pinned ON runs (id) WHERE pinned = 1;

-- How the lanes of a line-up are laid out: JSON.
ALTER TABLE line_ups ADD COLUMN layout TEXT NOT NULL DEFAULT '{}';
