#pragma once

#include "core/spending/latencyview.h"
#include "ui/spending/markchart.h"

#include <QTimeZone>

namespace ui {

/// Attempts by when they started and how soon their first token came, as cells: the more attempts, the
/// denser; in red where some failed. Those without a first token stand in a row of their own on top.
class ScatterChart : public MarkChart
{
    Q_OBJECT

public:
    explicit ScatterChart(const Theme &theme, QWidget *parent = nullptr);

    void setView(const core::LatencyView &view, const QTimeZone &zone);
    core::TimeRange range(int mark) const { return {m_cells.at(mark).fromMs, m_cells.at(mark).toMs}; }

    int markCount() const override { return static_cast<int>(m_cells.size()); }
    QRectF markRect(int mark) const override;
    QString markText(int mark) const override;

protected:
    void drawMarks(QPainter &painter) override;

private:
    QList<Tick> timeTicks() const;
    QList<Tick> tokenTicks() const;
    double timeShare(qint64 ms) const;
    /// On the logarithmic scale; 0 to 1.
    double tokenShare(double ms) const;

    QList<core::LatencyCell> m_cells;
    core::TimeRange m_range;
    QTimeZone m_zone;
    double m_low = 1.0;
    double m_high = 10.0;
    qint64 m_most = 1;
};

} // namespace ui
