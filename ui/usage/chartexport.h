#pragma once

#include "ui/usage/chartlegend.h"
#include "ui/usage/chartpicture.h"

#include <QByteArray>
#include <QImage>
#include <QStringList>

namespace ui {

/// What a picture of a chart shows: a title, the chart and its legend.
struct ChartSheet
{
    QString title;
    ChartPicture picture;
    QList<ChartLegend::Entry> legend;
    QSize size;
};

/// In the colours of the theme, at `scale` device pixels a pixel.
QImage chartImage(const Theme &theme, const ChartSheet &sheet, double scale);
/// As a vector picture, with its texts as text.
QByteArray chartSvg(const Theme &theme, const ChartSheet &sheet);

/// Put on the clipboard; the SVG also as its text.
void copyImage(const QImage &image);
void copySvg(const QByteArray &svg);

/// A table as text: RFC 4180 with commas, or with tabs, where cells lose theirs and line ends.
QString cellsToCsv(const QList<QStringList> &cells);
QString cellsToTsv(const QList<QStringList> &cells);

} // namespace ui
