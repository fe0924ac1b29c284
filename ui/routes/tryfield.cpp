#include "ui/routes/tryfield.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QStyle>

namespace ui {

namespace {

constexpr int kUnfoldedLines = 6;
constexpr int kNarrowestTry = 160;

} // namespace

TryField::TryField(const Theme &theme, QWidget *parent) : QPlainTextEdit(parent), m_theme(theme)
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUndoRedoEnabled(true);
    connect(&theme, &Theme::changed, this, &TryField::fit);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (blockCount() > 1)
            setUnfolded(true);
    });
    fit();
}

void TryField::setUnfolded(bool unfold)
{
    if (unfold == m_unfolded)
        return;
    m_unfolded = unfold;
    fit();
    ensureCursorVisible();
    emit unfolded(unfold);
}

void TryField::fit()
{
    setLineWrapMode(m_unfolded ? WidgetWidth : NoWrap);
    setVerticalScrollBarPolicy(m_unfolded ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(sizeHint().height());
    updateGeometry();
}

QSize TryField::sizeHint() const
{
    const int lines = m_unfolded ? kUnfoldedLines : 1;
    // frameWidth() is known only once it is polished.
    const int frame = style()->pixelMetric(QStyle::PM_DefaultFrameWidth, nullptr, this);
    const int margins = 2 * (frame + qRound(document()->documentMargin()));
    return {m_theme.px(320), lines * fontMetrics().lineSpacing() + margins};
}

QSize TryField::minimumSizeHint() const
{
    return {m_theme.px(kNarrowestTry), sizeHint().height()};
}

void TryField::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->modifiers().testFlag(Qt::ShiftModifier)) {
        if (event->modifiers().testFlag(Qt::ControlModifier))
            event->ignore();
        else
            emit submitted();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        if (m_unfolded && blockCount() == 1)
            setUnfolded(false);
        else
            emit left();
        return;
    }
    if (enter) {
        // Left to the editor, the line would not be one of its own.
        textCursor().insertBlock();
        return ensureCursorVisible();
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace ui
