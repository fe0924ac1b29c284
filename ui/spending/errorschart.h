#pragma once

#include "core/spending/errorsview.h"
#include "ui/spending/markchart.h"

namespace ui {

/// Errors over time as bars of kinds. A bar, of one day or in long periods of some, is a mark.
class ErrorsChart : public MarkChart
{
    Q_OBJECT

public:
    static constexpr int kMostBars = 120;

    explicit ErrorsChart(const Theme &theme, QWidget *parent = nullptr);

    void setErrors(const core::ErrorsView &errors);
    /// Its first and last day.
    std::pair<QDate, QDate> days(int mark) const;

    int markCount() const override { return m_bars; }
    QRectF markRect(int mark) const override;
    QString markText(int mark) const override;
    bool leads(int mark) const override { return errorsOf(mark) > 0; }

protected:
    void drawMarks(QPainter &painter) override;

private:
    qint64 countOf(int mark, const QList<qint64> &counts) const;
    qint64 errorsOf(int mark) const;

    core::ErrorsView m_errors;
    int m_bars = 0;
    /// Days a bar.
    int m_together = 1;
    double m_highest = 1.0;
};

} // namespace ui
