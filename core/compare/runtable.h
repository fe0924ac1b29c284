#pragma once

#include "core/ledger/records.h"

#include <QStringList>

namespace core {

/// Head and cells of a run's figures for people, one row a lane: target, status, first token, tok/s, in, out,
/// cost, attempts.
QStringList figureHeads();
QStringList figureCells(const LaneRecord &lane);

/// A run's figures as a Markdown table.
QString runToMarkdownTable(const RunRecord &run);

/// The figures of the runs for a spreadsheet to paste: the columns of runsToCsv() without the texts, cells
/// apart by tabs, guarded against formulas as csvCell() does.
QString runsToTsv(const QList<RunRecord> &runs);

/// One record a lane of every run: run_id, at (ISO 8601, UTC), lane (from 1), account, model, model_answered,
/// status, error_kind, first_token_ms, last_ms, tokens_per_second, input_tokens, output_tokens,
/// reasoning_tokens, usage_basis, cost_usd (exact), cost_basis, attempts, task, prompt, answer,
/// error_message. Unknown is empty.
QString runsToCsv(const QList<RunRecord> &runs);

} // namespace core
