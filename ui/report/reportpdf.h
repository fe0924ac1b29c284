#pragma once

#include "core/report/reportdocument.h"

#include <QByteArray>

namespace ui {

/// The report as a PDF file of A4 pages: its figures, the plot and all tables, with the fonts in the file.
/// Needs a QGuiApplication, and no display when its platform is `offscreen`. Empty when it cannot be painted.
QByteArray reportPdf(const core::ReportDocument &document);

} // namespace ui
