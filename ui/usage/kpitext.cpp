#include "ui/usage/kpitext.h"

#include <QEvent>

#include <algorithm>

namespace ui {

namespace {

constexpr int kFewestLetters = 6; // that stay visible

} // namespace

KpiText::KpiText(const Theme &theme, const QString &text, QWidget *parent)
    : ThemedLabel(theme, {}, Theme::Token::Ink2, parent)
{
    setType(0.92);
    setFullText(text);
}

void KpiText::setFullText(const QString &text)
{
    if (text == m_full)
        return;
    m_full = text;
    setAccessibleName(text);
    layOut();
    updateGeometry();
}

qsizetype KpiText::breakFor(int width) const
{
    const QFontMetrics metrics = fontMetrics();
    if (metrics.horizontalAdvance(m_full) <= width)
        return 0;
    qsizetype begin = 0;
    for (qsizetype space = m_full.indexOf(u' '); space > 0; space = m_full.indexOf(u' ', space + 1)) {
        if (metrics.horizontalAdvance(m_full.left(space)) > width)
            break;
        begin = space + 1;
    }
    return begin;
}

int KpiText::linesFor(int width) const
{
    return breakFor(width) > 0 ? 2 : 1;
}

void KpiText::setLines(int lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    layOut();
    updateGeometry();
}

QSize KpiText::sizeHint() const
{
    const QMargins around = contentsMargins();
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(m_full) + around.left() + around.right() + 1,
            metrics.height() + (m_lines - 1) * metrics.lineSpacing() + around.top() + around.bottom()};
}

QSize KpiText::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return {std::min(hint.width(), fontMetrics().averageCharWidth() * kFewestLetters), hint.height()};
}

void KpiText::resizeEvent(QResizeEvent *event)
{
    ThemedLabel::resizeEvent(event);
    layOut();
}

void KpiText::changeEvent(QEvent *event)
{
    ThemedLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        layOut();
        updateGeometry();
    }
}

void KpiText::layOut()
{
    const int width = contentsRect().width();
    const qsizetype second = m_lines > 1 ? breakFor(width) : 0;
    const QString rest = m_full.mid(second);
    const QString last = fontMetrics().elidedText(rest, Qt::ElideRight, width);
    m_elided = last != rest;
    const QString shown = second > 0 ? QString(m_full.left(second - 1) + u'\n' + last) : last;
    if (shown != text())
        setText(shown);
    setToolTip(m_elided ? m_full : QString());
}

} // namespace ui
