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
/// Left free at each side of what it stands over.
constexpr int kBeside = 12;

/// A word that no line has room for is cut in its middle.
QString withFittingWords(const QString &text, const QFontMetrics &metrics, int width)
{
    QStringList words = text.split(u' ');
    for (QString &word : words)
        word = metrics.elidedText(word, Qt::ElideMiddle, width);
    return words.join(u' ');
}

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
    m_message = text;
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
    return isHidden() ? QString() : m_message;
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

void ToastArea::keepWithin(QWidget *area)
{
    if (m_area == area)
        return;
    if (m_area)
        m_area->removeEventFilter(this);
    m_area = area;
    if (m_area)
        m_area->installEventFilter(this);
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

/// Of the parent, where messages may stand.
QRect ToastArea::room() const
{
    QRect room = parentWidget()->rect();
    if (m_area && parentWidget()->isAncestorOf(m_area)) {
        room = QRect(m_area->mapTo(parentWidget(), QPoint()), m_area->size());
        room.setBottom(room.bottom() - theme().px(kAboveFoot));
    } else {
        room.setBottom(room.bottom() - theme().px(kAboveEdge));
    }
    if (m_foot && m_foot->isVisible() && parentWidget()->isAncestorOf(m_foot))
        room.setBottom(std::min(room.bottom(),
                                m_foot->mapTo(parentWidget(), QPoint()).y() - theme().px(kAboveFoot) - 1));
    const int beside = theme().px(kBeside);
    return room.adjusted(beside, 0, -beside, 0);
}

/// On one line where `width` is enough for all of the message.
void ToastArea::fitText(int width)
{
    m_text->setWordWrap(false);
    m_text->setText(m_message);
    layout()->activate();
    const int line = m_text->sizeHint().width();
    const int left = std::max(width - (sizeHint().width() - line), 1);
    if (line <= left)
        return;
    m_text->setText(withFittingWords(m_message, m_text->fontMetrics(), left));
    m_text->setWordWrap(true);
    layout()->activate();
}

void ToastArea::place()
{
    const QRect within = room();
    const int most = std::max(within.width(), 0);
    fitText(most);
    const bool wrapped = m_text->wordWrap();
    const QSize size(wrapped ? most : sizeHint().width(),
                     wrapped ? layout()->totalHeightForWidth(most) : sizeHint().height());
    setGeometry(within.left() + (most - size.width()) / 2, std::max(within.bottom() + 1 - size.height(), 0),
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
