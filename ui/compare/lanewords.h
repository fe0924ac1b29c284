#pragma once

#include <QCoreApplication>

namespace ui {

/// The translation context of everything a lane says.
struct LaneWords
{
    Q_DECLARE_TR_FUNCTIONS(LaneWords)
};

} // namespace ui
