#pragma once

#include "core/models/usagechartdata.h"
#include "ui/theme/theme.h"

#include <QtCharts/QChartView>

class QStackedBarSeries;

namespace ui {

/// Stacked bars over time. A click, or Enter after the arrow keys, leads to a part of a bar or, beside the
/// parts, to the whole bar. Grid and labels are its own, so that they share the page's measures.
class UsageChart : public QChartView
{
    Q_OBJECT

public:
    /// A part of a bar; series -1 is the whole bar, bar -1 nothing.
    struct Spot
    {
        int bar = -1;
        int series = -1;

        bool operator==(const Spot &) const = default;
    };

    explicit UsageChart(const Theme &theme, QWidget *parent = nullptr);

    /// `colours` are indexes for Theme::seriesColour, one a series.
    void setData(const core::UsageChartData &bars, const QList<int> &colours);
    const core::UsageChartData &chartData() const { return m_data; }

    /// Keeps a part outlined: the attempts shown are its.
    void setMarked(const Spot &spot);
    const Spot &marked() const { return m_marked; }

    /// Where a part is drawn, in viewport coordinates; the whole bar for series -1.
    QRect spotRect(const Spot &spot) const;
    /// The day or days of a bar.
    QString barText(int bar) const;
    /// What a part amounts to: `12 Nov, gpt-5-mini: $0.42`.
    QString spotText(const Spot &spot) const;
    QString valueText(double value) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void activated(int bar, int series);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void rebuild();
    void place();
    Spot spotAt(const QPoint &position) const;
    void activate(const Spot &spot);
    void moveCursor(const Spot &spot);
    bool hasRequests(const Spot &spot) const;
    double valueBelow(const Spot &spot) const;
    void drawSpot(QPainter &painter, const Spot &spot, const QColor &colour, qreal width) const;
    void drawDates(QPainter &painter) const;

    const Theme &m_theme;
    core::UsageChartData m_data;
    QList<int> m_colours;
    QList<double> m_grid{0.0, 1.0};
    QStackedBarSeries *m_series = nullptr;
    double m_barWidth = 0.7; ///< share of a bar's place
    Spot m_marked;
    Spot m_hovered;
    Spot m_cursor;
};

} // namespace ui
