#include "ui/compare/prompteditor.h"

#include "ui/compare/attachmentbar.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

namespace ui {

namespace {

constexpr int kPadding = 6;

} // namespace

PromptEditor::PromptEditor(const Theme &theme, int fewestLines, QWidget *parent)
    : QPlainTextEdit(parent), m_theme(theme), m_fewestLines(fewestLines)
{
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    connect(this, &QPlainTextEdit::textChanged, this, &PromptEditor::grow);
    connect(&theme, &Theme::changed, this, &PromptEditor::applyTheme);
    applyTheme();
}

void PromptEditor::applyTheme()
{
    setFont(m_theme.font());
    document()->setDocumentMargin(m_theme.px(kPadding));
    viewport()->update();
    grow();
}

void PromptEditor::setMostLines(int lines)
{
    m_mostLines = std::clamp(lines, m_fewestLines, kMostLines);
    grow();
}

void PromptEditor::replaceText(const QString &text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    moveCursor(QTextCursor::End);
}

void PromptEditor::grow()
{
    // The document's height is in lines as they are wrapped now.
    const int lines = std::clamp(qRound(document()->size().height()), m_fewestLines, m_mostLines);
    const int height = lines * fontMetrics().lineSpacing() + 2 * m_theme.px(kPadding) + 4;
    if (height != minimumHeight())
        setFixedHeight(height);
    setVerticalScrollBarPolicy(document()->size().height() > m_mostLines ? Qt::ScrollBarAsNeeded
                                                                         : Qt::ScrollBarAlwaysOff);
}

bool PromptEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return (m_takesAttachments && AttachmentBar::canTake(*source))
        || QPlainTextEdit::canInsertFromMimeData(source);
}

void PromptEditor::insertFromMimeData(const QMimeData *source)
{
    if (m_takesAttachments && AttachmentBar::canTake(*source))
        emit attachmentsOffered(*source);
    else
        QPlainTextEdit::insertFromMimeData(source);
}

void PromptEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit leaveRequested();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void PromptEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    grow();
}

void PromptEditor::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    parentWidget()->update();
}

void PromptEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    parentWidget()->update();
}

} // namespace ui
