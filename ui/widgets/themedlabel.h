#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace ui {

/// A label in one of the theme's inks, weights and sizes; it follows the theme.
class ThemedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ThemedLabel(const Theme &theme, const QString &text = {}, Theme::Token ink = Theme::Token::Ink,
                         QWidget *parent = nullptr);

    void setInk(Theme::Token ink);
    /// `scale` is relative to the text size: 1.15 is a heading.
    void setType(double scale, QFont::Weight weight = QFont::Normal);

private:
    void applyTheme();

    const Theme &m_theme;
    Theme::Token m_ink;
    double m_scale = 1.0;
    QFont::Weight m_weight = QFont::Normal;
};

} // namespace ui
