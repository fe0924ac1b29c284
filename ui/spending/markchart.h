#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// A chart that is drawn here and made of marks: the pointer and the arrow keys tell what each is, a click or
/// Enter leads to what is behind it. Grid and labels share the page's measures.
class MarkChart : public QWidget
{
    Q_OBJECT

public:
    /// A label with its place: 0 is the bottom or the left, 1 the top or the right.
    struct Tick
    {
        double at = 0.0;
        QString text = {};
    };

    explicit MarkChart(const Theme &theme, QWidget *parent = nullptr);

    virtual int markCount() const = 0;
    /// Where a mark is drawn, in coordinates of the widget.
    virtual QRectF markRect(int mark) const = 0;
    /// What a mark amounts to, in words.
    virtual QString markText(int mark) const = 0;
    /// Whether something is behind the mark that can be opened.
    virtual bool leads(int mark) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void activated(int mark);

protected:
    virtual void drawMarks(QPainter &painter) = 0;

    const Theme &theme() const { return m_theme; }
    /// Where marks are drawn: what the labels of the scales leave.
    QRectF plot() const;
    /// Amounts with lines across the plot, and what stands below it.
    void setScales(const QList<Tick> &amounts, const QList<Tick> &below);
    /// The marks are others now.
    void forgetMarks();

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    int markAt(const QPointF &position) const;
    void activate(int mark);
    void moveCursor(int mark);
    void drawScales(QPainter &painter) const;
    void drawOutline(QPainter &painter, int mark, const QColor &colour, qreal width) const;

    const Theme &m_theme;
    QList<Tick> m_amounts;
    QList<Tick> m_below;
    int m_hovered = -1;
    int m_cursor = -1;
};

} // namespace ui
