-- Schema version 4: prompt sets and their matrices of answers.

CREATE TABLE prompt_sets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    -- Where it was read from, for the eye.
    source TEXT NOT NULL DEFAULT '',
    columns TEXT NOT NULL DEFAULT '[]',
    prompt TEXT NOT NULL DEFAULT '',
    system TEXT NOT NULL DEFAULT '',
    checks TEXT NOT NULL DEFAULT '[]',
    cases INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE prompt_set_cases (
    set_id INTEGER NOT NULL REFERENCES prompt_sets (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    -- A value for each column; null where the file has none.
    cells TEXT NOT NULL,
    -- Checks of this case alone.
    checks TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (set_id, position)
) STRICT, WITHOUT ROWID;

-- One evaluation of a set by a line-up.
CREATE TABLE matrices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    set_id INTEGER NOT NULL REFERENCES prompt_sets (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    targets TEXT NOT NULL,
    -- As they were when it began.
    prompt TEXT NOT NULL DEFAULT '',
    system TEXT NOT NULL DEFAULT '',
    checks TEXT NOT NULL DEFAULT '[]',
    task TEXT NOT NULL DEFAULT '',
    task_origin TEXT NOT NULL DEFAULT 'user' CHECK (task_origin IN ('user', 'suggested', 'rule', 'import')),
    options TEXT NOT NULL DEFAULT '{}',
    state TEXT NOT NULL DEFAULT 'paused' CHECK (state IN ('running', 'paused', 'finished')),
    -- The process that runs it; of one that is gone it means nothing.
    lease TEXT NOT NULL DEFAULT '',
    -- Time spent running.
    elapsed_ms INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX matrices_of_set ON matrices (set_id);

-- A cell that was asked: its latest call in the ledger and what the checks said. Cells not asked yet have no row.
CREATE TABLE matrix_cells (
    matrix_id INTEGER NOT NULL REFERENCES matrices (id) ON DELETE CASCADE,
    case_position INTEGER NOT NULL,
    target_position INTEGER NOT NULL,
    call_id INTEGER NOT NULL REFERENCES calls (id),
    -- 1: the checks below are those of this call.
    checked INTEGER NOT NULL DEFAULT 0,
    checks TEXT NOT NULL DEFAULT '[]',
    passed_checks INTEGER NOT NULL DEFAULT 0,
    failed_checks INTEGER NOT NULL DEFAULT 0,
    undecided_checks INTEGER NOT NULL DEFAULT 0,
    -- Equal answers have equal marks.
    answer_mark INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (matrix_id, case_position, target_position)
) STRICT, WITHOUT ROWID;
CREATE INDEX matrix_cells_of_call ON matrix_cells (call_id);

-- Each case of a matrix is a run with a lane for each target that was asked; runs of judge models have no case.
ALTER TABLE runs ADD COLUMN matrix_id INTEGER REFERENCES matrices (id) ON DELETE SET NULL;
ALTER TABLE runs ADD COLUMN matrix_case INTEGER;
CREATE UNIQUE INDEX runs_of_matrix ON runs (matrix_id, matrix_case) WHERE matrix_id IS NOT NULL;
