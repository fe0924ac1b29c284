#pragma once

#include "core/report/reportdocument.h"

namespace ui {

class PdfPages;

// Each paints one part of a report at the pages' y and advances past it.

/// Four boxes a row.
void paintFigures(PdfPages &pages, const QList<core::ReportFigure> &figures);
/// Whole on one page, its legend below.
void paintPlot(PdfPages &pages, const core::ReportPlot &plot);
/// Over as many pages as it takes, with its head on each.
void paintGrid(PdfPages &pages, const core::ReportGrid &grid);

} // namespace ui
