#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// Names the parts of the bars: a coloured dot and a name each, in as many lines as they need; names too long
/// for a line are cut in the middle.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QString name;
        int colour = 0; ///< for chartColour()
    };

    explicit ChartLegend(const Theme &theme, QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// Where each entry stands at that width.
    QList<QRect> placed(int width) const;
    int heightFor(int width) const;

    const Theme &m_theme;
    QList<Entry> m_entries;
};

} // namespace ui
