#pragma once

#include "core/spending/changesplit.h"
#include "ui/spending/markchart.h"

namespace ui {

/// The parts of a difference in cost, one below the other, each beginning where the one before ended; under
/// each who adds most to it. The last row is the whole difference.
class WaterfallChart : public MarkChart
{
    Q_OBJECT

public:
    /// A part and, when not -1, one of its contributors; part -1 is the difference.
    struct Step
    {
        int part = -1;
        int contributor = -1;

        bool operator==(const Step &) const = default;
    };

    explicit WaterfallChart(const Theme &theme, QWidget *parent = nullptr);

    void setChange(const core::CostChange &change, const QStringList &names);
    /// What a mark stands for.
    Step step(int mark) const { return m_marks.value(mark).step; }

    int markCount() const override { return static_cast<int>(m_marks.size()); }
    QRectF markRect(int mark) const override { return m_marks.value(mark).rect; }
    QString markText(int mark) const override;
    bool leads(int mark) const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void drawMarks(QPainter &painter) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Mark
    {
        Step step;
        QRectF rect;
    };

    int rowCount() const { return static_cast<int>(m_change.parts.size()) + 1; }
    int rowHeight() const;
    void place();
    void placeContributors(int row);
    core::Money amountOf(const Step &step) const;
    QString nameOf(const Step &step) const;
    QString contributorText(const Step &step) const;
    QRectF barRect(int row) const;
    void drawRow(QPainter &painter, int row) const;

    core::CostChange m_change;
    QStringList m_names;
    QList<Mark> m_marks;
    double m_nameWidth = 0.0;
    double m_amountWidth = 0.0;
};

} // namespace ui
