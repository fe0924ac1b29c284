#pragma once

class QWidget;

namespace ui {

/// Lets Tab go through everything below `root` in the order of its layouts, whenever it was made.
void orderTabs(QWidget *root);

} // namespace ui
