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
    checks TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE TABLE prompt_set_cases (
    set_id INTEGER NOT NULL REFERENCES prompt_sets (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    cells TEXT NOT NULL,
    PRIMARY KEY (set_id, position)
) STRICT;

-- One evaluation of a set by a line-up.
CREATE TABLE matrices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    set_id INTEGER NOT NULL REFERENCES prompt_sets (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    targets TEXT NOT NULL,
    task TEXT NOT NULL DEFAULT '',
    options TEXT NOT NULL DEFAULT '{}',
    state TEXT NOT NULL DEFAULT 'paused' CHECK (state IN ('running', 'paused', 'finished')),
    lease TEXT NOT NULL DEFAULT ''
) STRICT;

-- A cell that was asked: its call in the ledger and what the checks said. Cells not asked yet have no row.
CREATE TABLE matrix_cells (
    matrix_id INTEGER NOT NULL REFERENCES matrices (id) ON DELETE CASCADE,
    case_position INTEGER NOT NULL,
    target_position INTEGER NOT NULL,
    call_id INTEGER REFERENCES calls (id),
    checks TEXT NOT NULL DEFAULT '[]',
    passed INTEGER,
    PRIMARY KEY (matrix_id, case_position, target_position)
) STRICT;
