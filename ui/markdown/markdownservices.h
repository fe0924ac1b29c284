#pragma once

#include "ui/markdown/framescheduler.h"
#include "ui/markdown/syntaxhighlighter.h"

namespace ui {

/// What all Markdown views of a window share. Its owner builds it before the first view and drops it after
/// the last.
struct MarkdownServices
{
    FrameScheduler scheduler;
    SyntaxHighlighter highlighter;
};

} // namespace ui
