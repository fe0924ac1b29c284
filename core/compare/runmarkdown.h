#pragma once

#include "core/ledger/records.h"

namespace core {

/// A run as a Markdown document: the prompt, a table of figures, then every answer under its target's name. A
/// code block that an answer leaves open is closed; pictures are named, not shown.
QString runToMarkdown(const RunRecord &run);

/// The turns of a conversation in order, each as runToMarkdown() has it, headed by its number.
QString conversationToMarkdown(const QList<RunRecord> &turns);

/// Several runs, one after the other, each as runToMarkdown() has it.
QString runsToMarkdown(const QList<RunRecord> &runs);

/// One line of figures: `first token 412 ms, 357 tok/s, 1,204 in, 640 out, $0.00056 (computed)`.
QString laneFigures(const LaneRecord &lane);

/// Why a lane has no whole answer: `failed (rate_limited): slow down`; empty when it has one.
QString laneEnd(const LaneRecord &lane);

/// `Total: $0.00056 + 1 unpriced`, `Total: unknown`
QString runTotal(const RunRecord &run);

/// `Turn 2 (run 12)`
QString turnTitle(qsizetype number, const RunRecord &run);

} // namespace core
