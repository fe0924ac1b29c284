#pragma once

#include "core/ledger/records.h"

namespace core {

/// A run as one HTML file that is safe to open: answers are rendered as Markdown, each by itself, with raw
/// HTML shown as text; no script, and nothing is loaded. The prompt's own pictures are in the file; pictures
/// that an answer names become links. See safeHtmlPage().
QString runToHtml(const RunRecord &run);

/// The turns of a conversation in order, in one such file.
QString conversationToHtml(const QList<RunRecord> &turns);

/// Several runs, one after the other, in one such file.
QString runsToHtml(const QList<RunRecord> &runs);

} // namespace core
