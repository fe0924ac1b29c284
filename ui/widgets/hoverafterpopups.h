#pragma once

#include <QObject>

namespace ui {

/// Lets buttons see that the pointer has left them while a menu or popup was open. Qt tells them nothing: the
/// popup gets all movements of the pointer, and they stay highlighted until it crosses them again.
class HoverAfterPopups : public QObject
{
    Q_OBJECT

public:
    /// For all buttons of the program, from now on. May be called again.
    static void install();

    bool eventFilter(QObject *object, QEvent *event) override;

private:
    using QObject::QObject;

    void leaveButtons();
};

} // namespace ui
