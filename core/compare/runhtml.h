#pragma once

#include "core/ledger/records.h"

namespace core {

/// A run as one HTML file that is safe to open: answers are rendered as Markdown with raw HTML shown as text,
/// no script, and nothing is loaded (pictures become links).
QString runToHtml(const RunRecord &run);

} // namespace core
