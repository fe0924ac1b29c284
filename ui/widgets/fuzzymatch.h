#pragma once

#include <QStringView>

#include <optional>

namespace ui {

/// How well `pattern` fits `text`: its letters in order, any case, spaces ignored. Higher is better: letters
/// at the start of words and in a row count more. Nothing when a letter is missing; 0 for an empty pattern.
std::optional<int> fuzzyScore(QStringView pattern, QStringView text);

} // namespace ui
