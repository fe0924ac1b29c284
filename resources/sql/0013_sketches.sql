-- Schema version 13: times and rates are kept by task, by rule and source, and by tags too, so that percentiles of years
-- that are narrowed to one of these need no rows.

CREATE TABLE usage_target_sketches AS SELECT * FROM usage_sketches;
DROP TABLE usage_sketches;

-- Times and rates as histograms with logarithmic bins; see core/ledger/valuesketch.h. Not kept by triggers: the program
-- adds to them where it settles. `cut` is 1, 3, 4 or 6, and `grp` one of its groups; see usage_groups. `kept` is 1 for
-- attempts whose rows may be gone, see pruned_before.
CREATE TABLE usage_sketches (
    cut INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    day INTEGER NOT NULL,
    grp INTEGER NOT NULL,
    first_ms BLOB NOT NULL,
    total_ms BLOB NOT NULL,
    rate BLOB NOT NULL,
    PRIMARY KEY (cut, kept, day, grp)
) STRICT, WITHOUT ROWID;
INSERT INTO usage_sketches SELECT 1, kept, day, grp, first_ms, total_ms, rate FROM usage_target_sketches;
DROP TABLE usage_target_sketches;

-- The sketches of the new cuts are made with the days when the program next says whose days they are, of attempts from
-- pruned_before on.
UPDATE usage_state SET days_ready = 0 WHERE EXISTS (SELECT 1 FROM usage_quarters);
