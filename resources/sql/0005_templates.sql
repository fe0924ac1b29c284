-- Schema version 5: saved prompts and system prompts with {{variables}}.

CREATE TABLE templates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Folders are written with slashes; empty is the top.
    folder TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'prompt' CHECK (kind IN ('prompt', 'system')),
    text TEXT NOT NULL,
    -- The values last filled in, by variable.
    last_values TEXT NOT NULL DEFAULT '{}',
    used_at INTEGER,
    UNIQUE (folder, name)
) STRICT;
