#include "ui/widgets/focusring.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QScrollArea>

namespace ui {

FocusRing::FocusRing(const Theme &theme, QWidget *around) : QWidget(around), m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    around->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject *around, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
    case QEvent::Resize:
        resize(parentWidget()->size());
        setVisible(parentWidget()->hasFocus());
        raise();
        break;
    case QEvent::FocusOut:
        hide();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(around, event);
}

void FocusRing::paintEvent(QPaintEvent *)
{
    if (!showsFocus(parentWidget()))
        return;
    QPainter painter(this);
    drawFocusRing(painter, rect(), m_theme.colour(Theme::Token::Accent), m_theme.px(kControlRadius));
}

void followFocus(QScrollArea &area)
{
    QObject::connect(qApp, &QApplication::focusChanged, &area, [&area](const QWidget *, QWidget *now) {
        // Below the mouse nothing moves.
        if (now && area.widget() && area.widget()->isAncestorOf(now) && showsFocus(now))
            area.ensureWidgetVisible(now, 0, 0);
    });
}

} // namespace ui
