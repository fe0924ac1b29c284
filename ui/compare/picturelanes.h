#pragma once

#include "core/compare/lanestate.h"
#include "ui/compare/comparecontext.h"

#include <QSet>
#include <QStringList>

namespace ui {

/// The targets, by place, whose models are known not to take pictures. An unknown model is not among them.
QSet<int> lanesWithoutPictures(const CompareContext &context, const QList<core::Target> &targets);

/// The names of those targets, each once.
QStringList namesOfLanes(const QSet<int> &lanes, const QList<core::Target> &targets);

} // namespace ui
