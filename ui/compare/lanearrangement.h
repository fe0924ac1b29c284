#pragma once

#include <QScrollArea>

class QGridLayout;
class QSplitter;

namespace ui {

class Theme;

/// Places side by side in a splitter; when they do not fit at their least size it scrolls.
class LaneColumns : public QScrollArea
{
    Q_OBJECT

public:
    explicit LaneColumns(const Theme &theme, QWidget *parent = nullptr);

    /// Holds these from now on, in this order; those of `hidden` keep their width while they are not seen.
    void setPlaces(const QList<QWidget *> &places, const QList<QWidget *> &hidden);
    /// All get the same width.
    void equalise();
    /// Of each place in order; empty while one has none.
    QList<int> widths() const;
    /// Without effect when their number is another.
    void setWidths(const QList<int> &widths);
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

signals:
    /// The user moved a border.
    void widthsChanged();

private:
    QSplitter *const m_splitter;
};

/// Places in rows of equal height: as many columns as there is room for, at most so many that the grid is
/// about square. Scrolls down when the rows get too low.
class LaneGrid : public QScrollArea
{
    Q_OBJECT

public:
    explicit LaneGrid(const Theme &theme, QWidget *parent = nullptr);

    void setPlaces(const QList<QWidget *> &places, const QList<QWidget *> &hidden);
    int columns() const { return m_columns; }
    /// How many columns `count` places get in a width with room for `fitting` of them side by side.
    static int columnsFor(int count, int fitting);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int fitting() const;
    void arrange();

    const Theme &m_theme;
    QGridLayout *m_grid = nullptr;
    QList<QWidget *> m_shown;
    int m_columns = 0;
};

/// The least size a place is readable at, in pixels of the design.
inline constexpr int kNarrowestLane = 320;
inline constexpr int kLowestLane = 260;

} // namespace ui
