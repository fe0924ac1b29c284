#pragma once

#include "core/usage/explore.h"
#include "ui/usage/chartpicture.h"

namespace ui {

class SeriesColours;

/// How a view of usage is shown.
enum class ExploreKind { Bars, Lines, Shares, Table };

/// The kind that can show it: rates do not add up to bars, days are no shares.
ExploreKind possibleKind(ExploreKind wanted, const core::ExploreQuery &query);

/// Colours for the series of a view, one each; Other is grey.
QList<int> exploreColours(const core::ExploreResult &result, SeriesColours &colours);

/// What the chart draws of a view; of shares, the series are its rows. `colours` are one a series. Days of
/// another year than that of `today` tell theirs, and so does an axis of several years.
ChartPicture explorePicture(const core::ExploreResult &result, ExploreKind kind, const QList<int> &colours,
                            QDate today);

/// The attempts behind a spot of that picture.
core::AttemptFilter attemptsOfSpot(const core::ExploreResult &result, ExploreKind kind,
                                   const ChartPicture::Spot &spot);
/// What they are: `gpt-5-mini · 12 Nov`.
QString wordsOfSpot(const core::ExploreResult &result, ExploreKind kind, const ChartPicture::Spot &spot,
                    QDate today);

} // namespace ui
