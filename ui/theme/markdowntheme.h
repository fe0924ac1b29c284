#pragma once

#include "ui/markdown/markdownstyle.h"

namespace ui {

class Theme;

/// The theme's fonts and colours for rendered Markdown; ask again after Theme::changed.
MarkdownStyle markdownStyle(const Theme &theme);

} // namespace ui
