#pragma once

#include "core/report/reportdocument.h"

namespace core {

/// The report as one HTML file that is well-formed XML, too: no script, nothing is loaded, every name is
/// escaped; light and dark as the reader's system, fit for A4 when printed.
QString reportHtml(const ReportDocument &document);
QString reportHtml(const MonthlyReport &report, const QLocale &locale);

/// A text as HTML and XML, without the control characters that XML cannot hold.
QString escapedText(const QString &text);

/// The plot as an SVG element whose colours are those of the page's style.
QString reportPlotSvg(const ReportPlot &plot);

} // namespace core
