#pragma once

#include <QWidget>

class QScrollArea;

namespace ui {

class Theme;

/// The ring of a widget that cannot draw its own, such as one that scrolls: it lies over the widget, whose
/// child it is, as long as that has a focus that came from the keyboard.
class FocusRing : public QWidget
{
    Q_OBJECT

public:
    FocusRing(const Theme &theme, QWidget *around);

protected:
    bool eventFilter(QObject *around, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

/// Brings into view what gets the focus from the keyboard, also from outside of the area.
void followFocus(QScrollArea &area);

} // namespace ui
