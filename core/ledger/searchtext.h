#pragma once

#include <QString>

namespace core {

// Full text over any language: words as FTS5's unicode61 cuts them, and each Chinese, Japanese or Korean
// character as a word of its own, so that a phrase query finds a word that is written without spaces around
// it.

/// `text` with a space around each CJK character; nothing else changes.
QString spacedForIndex(const QString &text);

/// Undoes spacedForIndex() for reading: a single space beside a CJK character goes.
QString joinedForReading(const QString &spaced);

/// What the user typed as an FTS5 query that cannot be malformed: every term is a quoted phrase; all must
/// occur.
/// `"two words"` is a phrase, `word*` a prefix; all other punctuation separates words. Empty when there is
/// nothing to search. Grammar: https://www.sqlite.org/fts5.html#full_text_query_syntax
QString ftsQuery(const QString &input);

} // namespace core
