#pragma once

#include "core/spending/latencyview.h"
#include "ui/spending/markchart.h"

#include <array>
#include <functional>

namespace ui {

/// Percentiles of each day as lines, which end where a day has too few answers. A day is a mark.
class PercentileChart : public MarkChart
{
    Q_OBJECT

public:
    using Format = std::function<QString(double)>;

    explicit PercentileChart(const Theme &theme, QWidget *parent = nullptr);

    void setDays(const QList<core::LatencyDay> &days, core::LatencyQuantiles core::LatencyDay::*measure,
                 const Format &format);
    QDate day(int mark) const { return m_days.at(mark).day; }
    /// What the mark's day is called here.
    QString dayText(int mark) const;

    int markCount() const override { return static_cast<int>(m_days.size()); }
    QRectF markRect(int mark) const override;
    QString markText(int mark) const override;

protected:
    void drawMarks(QPainter &painter) override;

private:
    static constexpr std::size_t kLines = 4;

    std::array<std::optional<double>, kLines> values(int mark) const;
    double x(int mark) const;
    double y(double value) const;
    qint64 span() const;
    void drawLine(QPainter &painter, std::size_t line) const;
    void drawNames(QPainter &painter) const;

    QList<core::LatencyDay> m_days;
    core::LatencyQuantiles core::LatencyDay::*m_measure = &core::LatencyDay::firstMs;
    Format m_format;
    double m_highest = 1.0;
};

} // namespace ui
