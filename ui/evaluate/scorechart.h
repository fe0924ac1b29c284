#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// A model in the chart of quality against what it takes. A value.
struct ScoreSpot
{
    /// What it is called beside its point.
    QString name;
    /// `account/model`.
    QString target;
    /// All of it in words, for the tooltip and for assistive technology.
    QString words;
    /// 0 to 1, with the interval.
    double quality = 0.0;
    double low = 0.0;
    double high = 1.0;
    /// Dollars or milliseconds; more than 0 to stand on the logarithmic axis, 0 stands at its beginning.
    double burden = 0.0;
    bool dominated = false;
    int colour = 0; ///< for Theme::seriesColour

    bool operator==(const ScoreSpot &) const = default;
};

/// Quality upwards, cost or time to the right on a logarithmic axis; the points that no other one dominates
/// are joined, the others are grey. Arrow keys go from point to point, Enter opens one. The table beside it
/// has the same facts.
class ScoreChart : public QWidget
{
    Q_OBJECT

public:
    explicit ScoreChart(const Theme &theme, QWidget *parent = nullptr);

    /// `byTime`: milliseconds instead of dollars. `axis` is what the burden is called.
    void setSpots(const QList<ScoreSpot> &spots, bool byTime, const QString &axis);
    const QList<ScoreSpot> &spots() const { return m_spots; }
    /// Where a point stands.
    QPointF positionOf(int spot) const;
    int current() const { return m_current; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void activated(int spot);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF plot() const;
    double xOf(double burden) const;
    double yOf(double quality) const;
    QList<double> ticks() const;
    QString tickText(double burden) const;
    int spotAt(const QPointF &position) const;
    void moveTo(int spot);
    void drawGrid(QPainter &painter) const;
    void drawFront(QPainter &painter) const;
    void drawSpot(QPainter &painter, int spot) const;
    void drawNames(QPainter &painter) const;

    const Theme &m_theme;
    QList<ScoreSpot> m_spots;
    /// Their places from left to right.
    QList<int> m_order;
    QString m_axis;
    bool m_byTime = false;
    double m_from = 0.0; ///< the axis' ends, as powers of ten
    double m_to = 1.0;
    int m_current = -1;
    int m_hovered = -1;
};

} // namespace ui
