#pragma once

#include "ui/compare/lanepresenter.h"

namespace ui {

/// What has to be said on a lane beyond its answer, the most important first.
QList<LaneNotice> laneNotices(const LaneFacts &facts);

} // namespace ui
