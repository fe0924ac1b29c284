#pragma once

#include "core/compare/runestimate.h"

namespace ui {

/// An estimate for people.
struct EstimateTexts
{
    /// `4 lanes · est. $0.011–0.034, a guess`
    QString line;
    /// What it rests on.
    QString details;
};

EstimateTexts estimateTexts(const core::RunEstimate &estimate, qint64 inputTokens);

/// `$0.011–0.034`, or one amount where both read the same.
QString moneyRange(core::Money low, core::Money high);

} // namespace ui
