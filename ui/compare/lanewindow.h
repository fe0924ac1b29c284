#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

class LanePlace;

/// A lane's place in a window of its own, such as on a second screen. Owned by its LaneStrip, which puts the
/// place back when the window is closed. It does not keep the program alive.
class LaneWindow : public QWidget
{
    Q_OBJECT

public:
    /// Takes the place out of where it is.
    LaneWindow(const Theme &theme, LanePlace *place, QWidget *strip);

    LanePlace *place() const { return m_place; }
    /// Its title says who answers and how it stands.
    void describe();
    /// Lets the place go; the window is of no use afterwards.
    void release();

    /// Where it stood another time; else beside the main window, on another screen if there is one.
    void restore(const QByteArray &geometry);

signals:
    void closed();
    /// The user moved or resized it.
    void moved();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    const Theme &m_theme;
    LanePlace *m_place;
};

} // namespace ui
