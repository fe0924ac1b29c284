#pragma once

#include "ui/usage/chartpainter.h"

#include <QWidget>

namespace ui {

/// Bars, lines or shares. A click, or Enter after the arrow keys, leads to a mark or, beside the marks, to
/// the whole bar; dragging chooses a stretch of time; Esc asks to go back.
class UsageChart : public QWidget
{
    Q_OBJECT

public:
    using Spot = ChartPicture::Spot;

    explicit UsageChart(const Theme &theme, QWidget *parent = nullptr);

    void setPicture(const ChartPicture &picture);
    const ChartPicture &picture() const { return m_painter.picture(); }

    /// Keeps a mark outlined: the attempts shown are its.
    void setMarked(const Spot &spot);
    const Spot &marked() const { return m_marked; }

    /// Where a mark is drawn; the whole bar for series -1.
    QRect spotRect(const Spot &spot) const { return m_painter.spotRect(spot); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void activated(int bar, int series);
    /// Dragged from one bin to another, the earlier first.
    void rangeDragged(int first, int last);
    /// Esc.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void layOutAgain();
    void hover(const Spot &spot, const QPoint &globalPosition);
    void activate(const Spot &spot);
    /// In words, for who does not see the mark.
    void describeCursor();
    void moveCursor(const Spot &spot);
    bool moveBy(int key);
    bool isDragging() const { return m_dragged && m_pressBin >= 0; }

    const Theme &m_theme;
    ChartPainter m_painter;
    Spot m_marked;
    Spot m_hovered;
    Spot m_cursor;
    QPoint m_pressed;
    int m_pressBin = -1;
    int m_dragBin = -1;
    bool m_dragged = false;
};

} // namespace ui
