#pragma once

#include "ui/theme/theme.h"
#include "ui/usage/chartpicture.h"

#include <QHash>
#include <QRect>

class QPainter;

namespace ui {

/// The colour of a series: those of the theme, and beyond them tints of the first five.
QColor chartColour(const Theme &theme, int index);
/// That of a model in a chart by model, where those without a series are "Other"; invalid when the chart is
/// of something else, so that `colours` is empty.
QColor chartDot(const Theme &theme, const QHash<QString, int> &colours, const QString &model);

/// Where the marks of a chart stand in a rectangle, and their drawing: on the screen, into an image or an
/// SVG. Stacked bars and lines stand on a time axis, shares are bars from the left with their names.
class ChartPainter
{
public:
    using Spot = ChartPicture::Spot;

    explicit ChartPainter(const Theme &theme) : m_theme(theme) { }

    void setPicture(const ChartPicture &picture);
    const ChartPicture &picture() const { return m_picture; }
    /// In which rectangle to draw from now on.
    void layOut(const QRect &room);

    const QRectF &plot() const { return m_plot; }
    /// Where a mark is drawn; the whole bar for series -1.
    QRect spotRect(const Spot &spot) const;
    Spot spotAt(const QPoint &position) const;
    /// The bin at that place from the left, -1 outside of the plot; none of shares.
    int binAt(double x) const;
    QRectF binsRect(int first, int last) const;
    QColor colourOf(int series) const;
    QString valueText(double value) const;

    void paint(QPainter &painter) const;
    /// A line around a mark.
    void outline(QPainter &painter, const Spot &spot, Theme::Token token, qreal width) const;

private:
    bool isShares() const { return m_picture.kind == ChartPicture::Kind::Shares; }
    double slot() const;
    double yOf(double value) const;
    QPointF pointOf(const Spot &spot) const;
    double valueBelow(const Spot &spot) const;
    Spot nearestPoint(int bin, const QPoint &position) const;
    void paintGrid(QPainter &painter) const;
    void paintTicks(QPainter &painter) const;
    void paintBars(QPainter &painter) const;
    void paintLines(QPainter &painter) const;
    void paintShares(QPainter &painter) const;
    void paintEvents(QPainter &painter) const;
    int tickStep(int widest) const;
    double shareRow() const;

    const Theme &m_theme;
    ChartPicture m_picture;
    QList<double> m_grid{0.0, 1.0};
    QRectF m_room;
    QRectF m_plot;
    double m_barWidth = 0.7; ///< share of a bar's place
};

} // namespace ui
