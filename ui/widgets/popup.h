#pragma once

#include "ui/widgets/surface.h"

class QScreen;

namespace ui {

/// A bordered box over the window that closes with Esc or a click beside it and gives the focus back.
class Popup : public Surface
{
    Q_OBJECT

public:
    Popup(const Theme &theme, const QSize &size, QWidget *parent);

    /// Opens below `anchor`, kept on its screen and within its window's width.
    void openBelow(const QWidget *anchor);
    /// Opens above `anchor`, kept on its screen.
    void openAbove(const QWidget *anchor);
    /// Opens with its top left corner there, if there is room.
    void openAt(const QPoint &globalPosition);

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showAt(const QPoint &globalPosition, const QScreen &on);
    QSize sizeOn(const QScreen &screen) const;

    const QSize m_size;
};

} // namespace ui
