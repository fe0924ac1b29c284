#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <limits>

class QPainter;

namespace ui {

/// Names the parts of the bars: a coloured dot and a name each, in two lines at most, so that the chart keeps
/// its room; the tool tip names those that have none. Names too long for a line are cut in the middle.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kNoDot = std::numeric_limits<int>::min();

    struct Entry
    {
        QString name;
        int colour = 0; ///< for chartColour(), or kNoDot
    };

    explicit ChartLegend(const Theme &theme, QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries);
    const QList<Entry> &entries() const { return m_entries; }
    /// Those that have room, and how many more there are.
    QList<Entry> shown() const;

    /// Draws entries into a picture, in as many lines as its width needs.
    static void draw(QPainter &painter, const Theme &theme, const QList<Entry> &entries, const QRect &room,
                     Qt::LayoutDirection direction);
    static int heightFor(const Theme &theme, const QList<Entry> &entries, int width);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// Where each entry stands at that width.
    static QList<QRect> placed(const Theme &theme, const QList<Entry> &entries, int width);

    const Theme &m_theme;
    QList<Entry> m_entries;
};

} // namespace ui
