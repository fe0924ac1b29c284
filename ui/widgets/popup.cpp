#include "ui/widgets/popup.h"

#include "ui/widgets/hoverafterpopups.h"
#include "ui/widgets/windowaccess.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QScreen>

namespace ui {

Popup::Popup(const Theme &theme, const QSize &size, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, AllSides, parent), m_size(size)
{
    WindowAccess::install();
    HoverAfterPopups::install();
    setWindowFlags(Qt::Popup | Qt::FramelessWindowHint);
    setLines(AllSides, Theme::Token::Ink3);
    setContentsMargins(1, 1, 1, 1);
}

void Popup::openBelow(const QWidget *anchor)
{
    showAt(anchor->mapToGlobal(QPoint(0, anchor->height() + 4)), *anchor->screen());
}

QSize Popup::sizeOn(const QScreen &screen) const
{
    const QSize wanted(theme().px(m_size.width()), theme().px(m_size.height()));
    return wanted.boundedTo(screen.availableGeometry().size())
        .boundedTo(parentWidget()->window()->size().expandedTo({320, 240}));
}

void Popup::openAbove(const QWidget *anchor)
{
    const QScreen &screen = *anchor->screen();
    showAt(anchor->mapToGlobal(QPoint(0, -4 - sizeOn(screen).height())), screen);
}

void Popup::openAt(const QPoint &globalPosition)
{
    // A lane's window may be on another screen than the page.
    const QScreen *const screen = QGuiApplication::screenAt(globalPosition);
    showAt(globalPosition, screen ? *screen : *parentWidget()->screen());
}

void Popup::showAt(const QPoint &globalPosition, const QScreen &on)
{
    const QRect screen = on.availableGeometry();
    const QSize size = sizeOn(on);
    QRect place(globalPosition, size);
    place.moveLeft(std::max(screen.left(), std::min(place.left(), screen.right() - size.width())));
    place.moveTop(std::max(screen.top(), std::min(place.top(), screen.bottom() - size.height())));
    setGeometry(place);
    show();
    raise();
}

void Popup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        return;
    }
    Surface::keyPressEvent(event);
}

void Popup::hideEvent(QHideEvent *event)
{
    Surface::hideEvent(event);
    emit closed();
}

} // namespace ui
