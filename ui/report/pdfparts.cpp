#include "ui/report/pdfparts.h"

#include "ui/report/pdfpages.h"

#include <algorithm>
#include <array>

namespace ui {

using core::ReportBar;
using core::ReportFigure;
using core::ReportPlot;

namespace {

constexpr double kPoint = kPdfUnitsPerPoint;
constexpr qsizetype kBoxesInRow = 4;
constexpr double kBoxGap = 6.0 * kPoint;
constexpr double kBoxMargin = 6.0 * kPoint;
constexpr double kPlotHeight = 150.0 * kPoint;
constexpr double kAxisWidth = 48.0 * kPoint;
constexpr double kLabelHeight = 14.0 * kPoint;
constexpr double kLegendHeight = 16.0 * kPoint;
constexpr double kBarPart = 0.7;

/// The series of the product's charts, light; the last is for all others.
const std::array kPrintedSeries{QColor(0x2b, 0x62, 0xd9), QColor(0xe0, 0x8a, 0x1e), QColor(0x1f, 0x8a, 0x55),
                                QColor(0xb4, 0x45, 0x9b), QColor(0x5a, 0xa9, 0xd6), QColor(0x8a, 0x93, 0xa3)};

QColor seriesColour(const ReportPlot &plot, qsizetype series)
{
    return kPrintedSeries.at(static_cast<std::size_t>(plot.colours.at(series)));
}

struct FigureFonts
{
    QFont label = PdfPages::font(8.0);
    QFont value = PdfPages::font(13.0, QFont::DemiBold);
    QFont note = PdfPages::font(7.5);
};

double figureHeight(PdfPages &pages, const ReportFigure &figure, const FigureFonts &fonts, double width)
{
    const double inner = width - 2.0 * kBoxMargin;
    return pages.heightOf(figure.label, fonts.label, inner)
        + pages.heightOf(figure.value.text, fonts.value, inner)
        + (figure.note.isEmpty() ? 0.0 : pages.heightOf(figure.note, fonts.note, inner)) + 2.0 * kBoxMargin;
}

void paintFigure(PdfPages &pages, const ReportFigure &figure, const FigureFonts &fonts, const QRectF &box)
{
    QPainter &painter = pages.painter();
    painter.setPen(QPen(pdfcolour::kLine, kPoint / 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, 4.0 * kPoint, 4.0 * kPoint);
    const double inner = box.width() - 2.0 * kBoxMargin;
    const double x = box.left() + kBoxMargin;
    double below = kBoxMargin;
    pages.draw(figure.label, fonts.label, pdfcolour::kInk2, x, inner, Qt::AlignLeft, below);
    below += pages.heightOf(figure.label, fonts.label, inner);
    pages.draw(figure.value.text, fonts.value, pdfcolour::kInk, x, inner, Qt::AlignLeft, below);
    below += pages.heightOf(figure.value.text, fonts.value, inner);
    pages.draw(figure.note, fonts.note, pdfcolour::kInk2, x, inner, Qt::AlignLeft, below);
}

void paintAxis(PdfPages &pages, const ReportPlot &plot, const QRectF &area)
{
    QPainter &painter = pages.painter();
    painter.setFont(PdfPages::font(7.5));
    for (const auto &[value, text] : plot.ticks) {
        const double y = area.bottom() - value / plot.ticks.constLast().first * area.height();
        painter.setPen(QPen(pdfcolour::kLine, kPoint / 2.0));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(pdfcolour::kInk2);
        painter.drawText(QRectF(0.0, y - kLabelHeight / 2.0, kAxisWidth - 4.0 * kPoint, kLabelHeight),
                         Qt::AlignRight | Qt::AlignVCenter, text);
    }
}

void paintBar(QPainter &painter, const ReportBar &bar, const ReportPlot &plot, const QRectF &area,
              double left, double width)
{
    double base = area.bottom();
    for (qsizetype part = 0; part < bar.parts.size(); ++part) {
        const double height = bar.parts.at(part) / plot.ticks.constLast().first * area.height();
        base -= height;
        painter.fillRect(QRectF(left, base, width, height), seriesColour(plot, part));
    }
}

void paintLegend(PdfPages &pages, const ReportPlot &plot)
{
    const QStringList &series = plot.series;
    const QFont font = PdfPages::font(8.0);
    constexpr double kSwatch = 7.0 * kPoint;
    double x = kAxisWidth;
    for (qsizetype at = 0; at < series.size(); ++at) {
        const double width =
            std::min(pages.widthOf(series.at(at), font) + 1.0, pages.width() - kAxisWidth - 2.0 * kSwatch);
        if (x > kAxisWidth && x + 2.0 * kSwatch + width > pages.width()) {
            x = kAxisWidth;
            pages.advance(kLegendHeight);
        }
        pages.painter().fillRect(QRectF(x, pages.y() + 2.0 * kPoint, kSwatch, kSwatch),
                                 seriesColour(plot, at));
        pages.draw(series.at(at), font, pdfcolour::kInk2, x + 1.5 * kSwatch, width);
        x += 3.5 * kSwatch + width;
    }
    pages.advance(kLegendHeight);
}

} // namespace

void paintFigures(PdfPages &pages, const QList<ReportFigure> &figures)
{
    const FigureFonts fonts;
    const double width = (pages.width() - (kBoxesInRow - 1) * kBoxGap) / kBoxesInRow;
    for (qsizetype first = 0; first < figures.size(); first += kBoxesInRow) {
        const QList<ReportFigure> row = figures.mid(first, kBoxesInRow);
        double height = 0.0;
        for (const ReportFigure &figure : row)
            height = std::max(height, figureHeight(pages, figure, fonts, width));
        pages.ensure(height);
        for (qsizetype at = 0; at < row.size(); ++at)
            paintFigure(pages, row.at(at), fonts,
                        QRectF(static_cast<double>(at) * (width + kBoxGap), pages.y(), width, height));
        pages.advance(height + kBoxGap);
    }
}

void paintPlot(PdfPages &pages, const ReportPlot &plot)
{
    pages.ensure(kPlotHeight + kLabelHeight + 2.0 * kLegendHeight);
    const QRectF area(kAxisWidth, pages.y() + kLabelHeight / 2.0, pages.width() - kAxisWidth,
                      kPlotHeight - kLabelHeight / 2.0);
    paintAxis(pages, plot, area);
    QPainter &painter = pages.painter();
    const double step = area.width() / static_cast<double>(std::max<qsizetype>(1, plot.bars.size()));
    for (qsizetype at = 0; at < plot.bars.size(); ++at) {
        const double left = area.left() + step * static_cast<double>(at);
        paintBar(painter, plot.bars.at(at), plot, area, left + step * (1.0 - kBarPart) / 2.0,
                 step * kBarPart);
        painter.setPen(pdfcolour::kInk2);
        painter.setFont(PdfPages::font(7.0));
        painter.drawText(QRectF(left, area.bottom(), step, kLabelHeight), Qt::AlignCenter,
                         plot.bars.at(at).label);
    }
    pages.advance(kPlotHeight + kLabelHeight + 2.0 * kPoint);
    paintLegend(pages, plot);
}

} // namespace ui
