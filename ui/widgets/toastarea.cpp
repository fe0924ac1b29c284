#include "ui/widgets/toastarea.h"

#include "ui/theme/paint.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int kAboveEdge = 44;
constexpr int kAboveFoot = 12;

} // namespace

ToastArea::ToastArea(const Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel2, AllSides, parent)
    , m_text(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_action(new FlatButton(theme, QString(), FlatButton::Look::Link, this))
    , m_close(new FlatButton(theme, Icon::Close, tr("Close message"), this))
{
    setRadius(kCardRadius);
    setLines(AllSides, Theme::Token::Ink3);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(14, 4, 6, 4);
    row->setSpacing(10);
    row->addWidget(m_text);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kShownMs);
    connect(&m_timer, &QTimer::timeout, this, &ToastArea::expire);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QToolButton::clicked, this, [this] {
        m_onEnd = {};
        hide();
        const std::function<void()> call = std::exchange(m_onAction, {});
        if (call)
            call();
    });
    parent->installEventFilter(this);
    hide();
}

void ToastArea::showMessage(const QString &text, const QString &action, std::function<void()> onAction,
                            std::function<void()> onEnd)
{
    endMessage();
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_onAction = std::move(onAction);
    m_onEnd = std::move(onEnd);
    setAccessibleName(text);
    place();
    show();
    raise();
    m_timer.start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString ToastArea::message() const
{
    return isHidden() ? QString() : m_text->text();
}

void ToastArea::keepAbove(QWidget *foot)
{
    if (m_foot == foot)
        return;
    if (m_foot)
        m_foot->removeEventFilter(this);
    m_foot = foot;
    if (m_foot)
        m_foot->installEventFilter(this);
    if (!isHidden())
        place();
}

bool ToastArea::eventFilter(QObject *object, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool moves =
        type == QEvent::Resize || type == QEvent::Move || type == QEvent::Show || type == QEvent::Hide;
    if (moves && !isHidden())
        place();
    return Surface::eventFilter(object, event);
}

void ToastArea::hideEvent(QHideEvent *event)
{
    Surface::hideEvent(event);
    // Not when only the window is hidden: the message is there when it comes back.
    if (isHidden())
        endMessage();
}

void ToastArea::endMessage()
{
    if (const std::function<void()> call = std::exchange(m_onEnd, {}))
        call();
}

void ToastArea::place()
{
    layout()->activate();
    const QSize size = sizeHint().boundedTo(parentWidget()->size());
    int bottom = parentWidget()->height() - theme().px(kAboveEdge);
    if (m_foot && m_foot->isVisible() && parentWidget()->isAncestorOf(m_foot))
        bottom = std::min(bottom, m_foot->mapTo(parentWidget(), QPoint()).y() - theme().px(kAboveFoot));
    setGeometry((parentWidget()->width() - size.width()) / 2, std::max(bottom - size.height(), 0),
                size.width(), size.height());
}

void ToastArea::expire()
{
    if (underMouse() || m_action->hasFocus() || m_close->hasFocus())
        m_timer.start();
    else
        hide();
}

} // namespace ui
