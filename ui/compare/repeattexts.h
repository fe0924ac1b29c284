#pragma once

#include "core/compare/repeats.h"

#include <QStringList>

namespace ui {

/// What the bar below repeats says.
struct RepeatTexts
{
    /// `2 / 3`: which of the different answers is seen.
    QString position;
    /// `3 of 5 identical`.
    QString folded;
    /// Median and, in brackets, least and most of time, length and cost.
    QString spread;
    /// All of it in whole words and exact, for the tooltip.
    QString details;
    bool canStep = false;

    bool operator==(const RepeatTexts &) const = default;
};

/// Pure. `shown` is the index of the repeat that is seen.
RepeatTexts repeatTexts(const core::RepeatSummary &summary, int shown);

/// The same before anything was asked.
RepeatTexts plannedRepeatTexts(int repeats);

/// The repeat to show `by` answers further on, around the end; `shown` itself when there is no other.
int steppedRepeat(const core::RepeatSummary &summary, int shown, int by);

} // namespace ui
