#pragma once

#include "core/ledger/records.h"

namespace core {

/// A run as a Markdown document: the prompt, a table of figures, then every answer under its target's name.
QString runToMarkdown(const RunRecord &run);

/// One line of figures: `first token 412 ms, 357 tok/s, 1,204 in, 640 out, $0.00056 (computed)`.
QString laneFigures(const LaneRecord &lane);

} // namespace core
