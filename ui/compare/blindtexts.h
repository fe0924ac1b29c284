#pragma once

#include "ui/compare/lanepresenter.h"

namespace ui {

/// Pure: a lane's texts without anything that tells which model it is: names, marks, times, rates, tokens,
/// cost. `alias` is what it is called meanwhile; `withheld`: whether it has ended tells too much as well.
LaneTexts blindTexts(const LaneTexts &texts, const QString &alias, bool withheld);

/// What may be done with a blind lane: nothing that names its model.
bool isAllowedBlind(LaneAction action);

/// `Answer A` for the first lane.
QString blindAlias(int index);

} // namespace ui
