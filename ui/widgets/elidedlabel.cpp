#include "ui/widgets/elidedlabel.h"

#include <QEvent>

namespace ui {

namespace {

constexpr int kShortest = 4; // letters that stay visible

} // namespace

ElidedLabel::ElidedLabel(const Theme &theme, const QString &text, Theme::Token ink, Qt::TextElideMode mode,
                         QWidget *parent)
    : ThemedLabel(theme, {}, ink, parent), m_mode(mode)
{
    setFullText(text);
}

void ElidedLabel::setFullText(const QString &text)
{
    if (text == m_full && !accessibleName().isEmpty())
        return;
    m_full = text;
    setAccessibleName(text);
    elide();
    updateGeometry();
}

bool ElidedLabel::isElided() const
{
    return text() != m_full;
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins around = contentsMargins();
    return {fontMetrics().horizontalAdvance(m_full) + around.left() + around.right() + 1,
            ThemedLabel::sizeHint().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int letters = std::min(kShortest, static_cast<int>(m_full.size()));
    return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * (letters + 2)),
            sizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    ThemedLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    ThemedLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        elide();
        updateGeometry();
    }
}

void ElidedLabel::elide()
{
    const QString shown = fontMetrics().elidedText(m_full, m_mode, contentsRect().width());
    if (shown != text())
        setText(shown);
    setToolTip(shown == m_full ? QString() : m_full);
}

} // namespace ui
