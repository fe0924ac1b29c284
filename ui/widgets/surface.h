#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

class QScrollArea;

namespace ui {

/// A widget with a background of the theme and, if wanted, a border: bars, cards, panels are made of it.
class Surface : public QWidget
{
    Q_OBJECT

public:
    /// Sides with a 1 px line.
    enum Side { NoSide = 0, Top = 1, Bottom = 2, Left = 4, Right = 8, AllSides = 15 };
    Q_DECLARE_FLAGS(Sides, Side)

    Surface(const Theme &theme, Theme::Token fill, Sides lines = NoSide, QWidget *parent = nullptr);

    void setFill(Theme::Token fill);
    void setLines(Sides lines, Theme::Token colour = Theme::Token::Line);
    /// Rounds all corners, in pixels of the design; only for AllSides or NoSide.
    void setRadius(int radius);
    /// Leaves room around what is painted; the layout's margins have to hold it too.
    void setInset(const QMargins &inset);

protected:
    void paintEvent(QPaintEvent *event) override;
    const Theme &theme() const { return m_theme; }

private:
    const Theme &m_theme;
    Theme::Token m_fill;
    Theme::Token m_line = Theme::Token::Line;
    Sides m_lines;
    int m_radius = 0;
    QMargins m_inset;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Surface::Sides)

/// Lets the background of what a scroll area stands on show through it and its widget.
void showThrough(QScrollArea &area);

} // namespace ui
