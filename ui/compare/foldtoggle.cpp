#include "ui/compare/foldtoggle.h"

#include "ui/theme/paint.h"

#include <QPainter>
#include <QStyle>

namespace ui {

namespace {

constexpr int kTogglePadding = 10;
constexpr int kArrow = 14;

} // namespace

FoldToggle::FoldToggle(const Theme &theme, QWidget *parent)
    : FlatButton(theme, QString(), Look::Flat, parent), m_theme(theme)
{
    setCheckable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize FoldToggle::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text()) + m_theme.px(2 * kTogglePadding + kArrow + 6),
            metrics.height() + m_theme.px(11)};
}

QSize FoldToggle::minimumSizeHint() const
{
    return {m_theme.px(80), sizeHint().height()};
}

void FoldToggle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ink = m_theme.colour(Theme::Token::Ink2);
    drawBox(painter, rect(), m_theme.colour(Theme::Token::Panel2), m_theme.colour(Theme::Token::Line),
            m_theme.px(kControlRadius));
    const int padding = m_theme.px(kTogglePadding);
    const int extent = m_theme.px(kArrow);
    QRect arrow(padding, (height() - extent) / 2, extent, extent);
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    const Icon folded = leftToRight ? Icon::ChevronRight : Icon::ChevronLeft;
    painter.drawPixmap(
        QStyle::visualRect(layoutDirection(), rect(), arrow),
        iconPixmap(isChecked() ? Icon::ChevronDown : folded, ink, extent, devicePixelRatioF()));
    const QRect room = rect().adjusted(padding + extent + m_theme.px(6), 0, -padding, 0);
    painter.setPen(ink);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), room),
                     static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    if (showsFocus(this))
        drawFocusRing(painter, rect(), m_theme.colour(Theme::Token::Accent), m_theme.px(kControlRadius));
}

} // namespace ui
