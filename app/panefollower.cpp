#include "app/panefollower.h"

#include <QEvent>
#include <QWidget>

namespace app {

PaneFollower::PaneFollower(QWidget *pane, std::function<void()> tell)
    : QObject(pane), m_pane(pane), m_tell(std::move(tell))
{
    pane->installEventFilter(this);
}

void PaneFollower::periodChanged()
{
    m_stale = !m_pane->isVisible();
    if (!m_stale)
        m_tell();
}

bool PaneFollower::eventFilter(QObject *pane, QEvent *event)
{
    if (event->type() == QEvent::Show && m_stale) {
        m_stale = false;
        m_tell();
    }
    return QObject::eventFilter(pane, event);
}

} // namespace app
