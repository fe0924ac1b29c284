#include "ui/widgets/flatbutton.h"

#include "ui/theme/paint.h"
#include "ui/widgets/buttonaccess.h"
#include "ui/widgets/hoverafterpopups.h"
#include "ui/widgets/windowaccess.h"

#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>

namespace ui {

namespace {

constexpr int kIcon = 18;
constexpr int kPadding = 10;
constexpr int kNarrowPadding = 4;
constexpr int kIconPadding = 6;
constexpr int kGap = 6;
constexpr int kArrow = 8;
/// What stays of a text that is cut.
constexpr int kLeastText = 48;
/// Thin lines in the colour of what is disabled hardly differ from others.
constexpr double kFaint = 0.5;

} // namespace

FlatButton::FlatButton(const Theme &theme, const QString &text, Look look, QWidget *parent)
    : QToolButton(parent), m_theme(theme), m_look(look)
{
    ButtonAccess::install();
    WindowAccess::install();
    HoverAfterPopups::install();
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

FlatButton::FlatButton(const Theme &theme, Icon icon, const QString &name, QWidget *parent)
    : FlatButton(theme, QString(), Look::Flat, parent)
{
    setThemedIcon(icon);
    setToolTip(name);
    setAccessibleName(name);
}

void FlatButton::setLook(Look look)
{
    m_look = look;
    update();
}

void FlatButton::setThemedIcon(Icon icon)
{
    setIcon(themedIcon(m_theme, icon, Theme::Token::Ink2, Theme::Token::Accent));
    updateGeometry();
}

void FlatButton::setTextLimit(int pixels)
{
    m_textLimit = pixels;
    updateGeometry();
    update();
}

void FlatButton::setElidable()
{
    m_elidable = true;
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    updateGeometry();
}

int FlatButton::iconExtent() const
{
    return icon().isNull() ? 0 : m_theme.px(kIcon);
}

void FlatButton::setNarrowLimit(int pixels)
{
    m_narrowLimit = pixels;
    updateGeometry();
    update();
}

void FlatButton::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    updateGeometry();
    update();
}

QString FlatButton::shownText(bool narrow) const
{
    if (narrow && !icon().isNull())
        return {};
    const int limit = narrow && m_narrowLimit > 0 ? m_narrowLimit : m_textLimit;
    if (limit <= 0)
        return text();
    return fontMetrics().elidedText(text(), Qt::ElideMiddle, m_theme.px(limit), Qt::TextShowMnemonic);
}

int FlatButton::widthWhen(bool narrow) const
{
    int width = iconExtent();
    const QString shown = shownText(narrow);
    if (shown.isEmpty())
        return width + 2 * m_theme.px(kIconPadding) - (menu() ? 0 : 2);
    width += 2 * padding() + textWidth(shown);
    if (!icon().isNull())
        width += m_theme.px(kGap);
    if (menu())
        width += m_theme.px(kGap + kArrow);
    return width;
}

QSize FlatButton::sizeHint() const
{
    const int height = std::max(fontMetrics().height() + m_theme.px(11), m_theme.px(kIcon + 10));
    return {widthWhen(m_narrow), height};
}

QSize FlatButton::minimumSizeHint() const
{
    QSize size = sizeHint();
    if (m_elidable)
        size.rwidth() -= std::max(0, textWidth(shownText(m_narrow)) - m_theme.px(kLeastText));
    return size;
}

int FlatButton::textWidth(const QString &shown) const
{
    return fontMetrics().size(Qt::TextShowMnemonic, shown).width();
}

int FlatButton::padding() const
{
    return m_theme.px(m_look == Look::Link || m_look == Look::Fold ? kNarrowPadding : kPadding);
}

QColor FlatButton::ink() const
{
    if (!isEnabled())
        return m_theme.colour(Theme::Token::Ink3);
    switch (m_look) {
    case Look::Link:
        return m_theme.colour(Theme::Token::Accent);
    case Look::Danger:
        return m_theme.colour(Theme::Token::Bad);
    case Look::Outlined:
        return m_theme.colour(Theme::Token::Ink);
    case Look::Flat:
    case Look::Fold:
        break;
    }
    return m_theme.colour(looksChecked() ? Theme::Token::Accent : Theme::Token::Ink2);
}

QColor FlatButton::fill() const
{
    if (looksChecked())
        return m_theme.colour(Theme::Token::AccentSoft);
    QColor shade = m_theme.colour(Theme::Token::Ink);
    if (isDown())
        shade.setAlphaF(0.13F);
    else if (underMouse() && isEnabled())
        shade.setAlphaF(0.06F);
    else
        return m_look == Look::Outlined ? m_theme.colour(Theme::Token::Panel) : QColor();
    return shade;
}

void FlatButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int radius = m_theme.px(kControlRadius);
    const QColor line = m_look == Look::Outlined ? m_theme.colour(Theme::Token::Line) : QColor();
    const QColor background = fill();
    if (background.isValid() || line.isValid())
        drawBox(painter, rect(), background, line, radius);

    QString shown = shownText(m_narrow);
    const int beside = shown.isEmpty() ? m_theme.px(kIconPadding - 1) : padding();
    QRect room = rect().adjusted(beside, 0, -beside, 0);
    const int extent = iconExtent();
    if (extent > 0) {
        QRect place(0, 0, extent, extent);
        place.moveCenter(rect().center());
        if (!shown.isEmpty())
            place.moveLeft(room.left());
        painter.setOpacity(isEnabled() ? 1.0 : kFaint);
        icon().paint(&painter, QStyle::visualRect(layoutDirection(), rect(), place), Qt::AlignCenter,
                     isEnabled() ? QIcon::Normal : QIcon::Disabled, looksChecked() ? QIcon::On : QIcon::Off);
        painter.setOpacity(1.0);
        room.setLeft(place.right() + 1 + m_theme.px(kGap));
    }
    painter.setPen(ink());
    if (menu() && !shown.isEmpty()) {
        QRect arrow(0, 0, m_theme.px(kArrow), height());
        arrow.moveRight(room.right());
        drawDownArrow(painter, QStyle::visualRect(layoutDirection(), rect(), arrow), ink(),
                      m_theme.px(kArrow));
        room.setRight(arrow.left() - m_theme.px(kGap));
    }
    if (m_elidable && textWidth(shown) > room.width())
        shown = fontMetrics().elidedText(shown, Qt::ElideMiddle, room.width(), Qt::TextShowMnemonic);
    if (!shown.isEmpty()) {
        const Qt::Alignment side = extent > 0 || menu() ? Qt::AlignLeft : Qt::AlignHCenter;
        painter.drawText(
            QStyle::visualRect(layoutDirection(), rect(), room),
            static_cast<int>(side | Qt::AlignVCenter) | Qt::TextHideMnemonic | Qt::TextSingleLine, shown);
    }
    if (showsFocus(this))
        drawFocusRing(painter, rect(), m_theme.colour(Theme::Token::Accent), radius);
}

bool FlatButton::event(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QToolButton::event(event);
}

} // namespace ui
