-- Schema version 5: saved prompts and system prompts with {{variables}}, attachments not sent yet.

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
