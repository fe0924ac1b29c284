-- Schema version 5: saved prompts and system prompts with {{variables}}, attachments not sent yet, imported runs.

CREATE TABLE templates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Folders are written with slashes; empty is the top.
    folder TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'prompt' CHECK (kind IN ('prompt', 'system')),
    text TEXT NOT NULL,
    -- The values last filled in, by variable.
    last_values TEXT NOT NULL DEFAULT '{}',
    -- Front matter of an imported file that means nothing here: JSON, written again on export.
    extra TEXT NOT NULL DEFAULT '{}',
    used_at INTEGER,
    UNIQUE (folder, name)
) STRICT;

-- What is attached to the prompt in the composer, in order: the files as they were read.
CREATE TABLE unsent_attachments (
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    data BLOB NOT NULL
) STRICT;

-- Runs that came from a document, by a hash of their content. The row outlives a deleted run, whose figures stay in
-- every total, so that the document cannot be counted again.
CREATE TABLE imports (
    hash TEXT PRIMARY KEY,
    run_id INTEGER REFERENCES runs (id) ON DELETE SET NULL,
    imported_at INTEGER NOT NULL
) STRICT;
CREATE INDEX imports_of_run ON imports (run_id);
