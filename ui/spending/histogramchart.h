#pragma once

#include "core/ledger/valuesketch.h"
#include "ui/spending/markchart.h"

#include <functional>

namespace ui {

/// How many answers lie in each span of a logarithmic scale.
class HistogramChart : public MarkChart
{
    Q_OBJECT

public:
    using Format = std::function<QString(double)>;

    explicit HistogramChart(const Theme &theme, QWidget *parent = nullptr);

    void setBins(const QList<core::ValueSketch::Bin> &bins, const Format &format);

    int markCount() const override { return static_cast<int>(m_bins.size()); }
    QRectF markRect(int mark) const override;
    QString markText(int mark) const override;
    /// There is no list of attempts by latency.
    bool leads(int) const override { return false; }

protected:
    void drawMarks(QPainter &painter) override;

private:
    QList<core::ValueSketch::Bin> m_bins;
    Format m_format;
    double m_highest = 1.0;
};

} // namespace ui
