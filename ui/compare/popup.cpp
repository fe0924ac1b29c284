#include "ui/compare/popup.h"

#include <QKeyEvent>
#include <QScreen>

namespace ui {

Popup::Popup(const Theme &theme, const QSize &size, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, AllSides, parent), m_size(size)
{
    setWindowFlags(Qt::Popup | Qt::FramelessWindowHint);
    setLines(AllSides, Theme::Token::Ink3);
    setContentsMargins(1, 1, 1, 1);
}

void Popup::openBelow(const QWidget *anchor)
{
    openAt(anchor->mapToGlobal(QPoint(0, anchor->height() + 4)));
}

QSize Popup::sizeIn(const QWidget *window) const
{
    const QSize wanted(theme().px(m_size.width()), theme().px(m_size.height()));
    return wanted.boundedTo(window->screen()->availableGeometry().size())
        .boundedTo(window->size().expandedTo({320, 240}));
}

void Popup::openAbove(const QWidget *anchor)
{
    openAt(anchor->mapToGlobal(QPoint(0, -4 - sizeIn(parentWidget()->window()).height())));
}

void Popup::openAt(const QPoint &globalPosition)
{
    const QWidget *const window = parentWidget()->window();
    const QRect screen = window->screen()->availableGeometry();
    const QSize size = sizeIn(window);
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
