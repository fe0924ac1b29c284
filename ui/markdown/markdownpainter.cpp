#include "ui/markdown/markdownpainter.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextList>

namespace ui {

namespace {

int codeRole(const QTextBlock &block)
{
    return block.isValid() ? block.blockFormat().intProperty(CodeLineProperty) : 0;
}

QTextBlock firstLine(QTextBlock block)
{
    while (codeRole(block) == 2 && codeRole(block.previous()) != 0)
        block = block.previous();
    return block;
}

QString copyWord()
{
    return QCoreApplication::translate("ui::MarkdownView", "Copy");
}

} // namespace

MarkdownPainter::MarkdownPainter(const QTextDocument *document, const MarkdownRenderer &renderer)
    : m_document(document), m_renderer(renderer)
{
}

QTextBlock MarkdownPainter::firstVisible(qreal top) const
{
    const int position = m_document->documentLayout()->hitTest(QPointF(0, qMax(0.0, top)), Qt::FuzzyHit);
    return m_document->findBlock(qMax(0, position));
}

QRectF MarkdownPainter::blockRect(const QTextBlock &block) const
{
    return m_document->documentLayout()->blockBoundingRect(block);
}

void MarkdownPainter::paint(QPainter &painter, const QRectF &visible, const QPointF &hot) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    Box box;
    const auto flush = [&] {
        if (box.first.isValid())
            paintBox(painter, box, visible, hot);
        box = {};
    };
    const qreal reach = m_renderer.codeHeaderHeight() + m_renderer.codePadding();
    for (QTextBlock block = firstVisible(visible.top() - reach); block.isValid(); block = block.next()) {
        const QTextBlockFormat format = block.blockFormat();
        const int role = format.intProperty(CodeLineProperty);
        if (role != 2)
            flush();
        if (blockRect(block).top() > visible.bottom() + reach)
            break;
        if (role != 0) {
            if (!box.first.isValid())
                box.first = block;
            box.last = block;
        } else {
            paintChips(painter, block);
        }
        if (format.hasProperty(QuoteProperty))
            paintQuote(painter, block);
        if (format.hasProperty(RuleProperty)) {
            const QRectF rect = blockRect(block);
            painter.fillRect(QRectF(rect.left(), rect.center().y(), rect.width(), 1),
                             m_renderer.style().line);
        }
    }
    flush();
}

/// The box around lines of code. Lines outside the visible part are not looked at: the box just reaches
/// beyond it.
QRectF MarkdownPainter::boxRect(const Box &box, const QRectF &visible) const
{
    const QRectF first = blockRect(box.first);
    const QRectF last = blockRect(box.last);
    const qreal padding = m_renderer.codePadding();
    const qreal inset = padding + m_renderer.unit() * 0.5;
    const qreal left = m_document->documentMargin() + box.first.blockFormat().leftMargin() - inset;
    const bool begins = codeRole(box.first) == 1;
    const qreal top =
        begins ? first.top() - padding - m_renderer.codeHeaderHeight() : visible.top() - 4 * padding;
    const bool ends = codeRole(box.last.next()) != 2;
    const qreal bottom = ends ? last.bottom() + padding : visible.bottom() + 4 * padding;
    const qreal right = m_document->textWidth() - m_document->documentMargin();
    return QRectF(QPointF(left, top), QPointF(right, bottom)).adjusted(0.5, 0.5, -0.5, -0.5);
}

QFont MarkdownPainter::headerFont() const
{
    QFont font = m_renderer.style().font;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.85);
    else
        font.setPixelSize(qRound(font.pixelSize() * 0.85));
    return font;
}

QRectF MarkdownPainter::buttonRect(const QRectF &box) const
{
    const qreal width = QFontMetricsF(headerFont()).horizontalAdvance(copyWord()) + m_renderer.unit() * 4;
    return QRectF(box.right() - width, box.top(), width, m_renderer.codeHeaderHeight());
}

void MarkdownPainter::paintBox(QPainter &painter, const Box &box, const QRectF &visible,
                               const QPointF &hot) const
{
    const MarkdownStyle &style = m_renderer.style();
    const QRectF rect = boxRect(box, visible);
    painter.setPen(QPen(style.line, 1));
    painter.setBrush(style.codeBackground);
    painter.drawRoundedRect(rect, m_renderer.unit() * 1.5, m_renderer.unit() * 1.5);
    if (codeRole(box.first) != 1)
        return;
    const qreal line = rect.top() + m_renderer.codeHeaderHeight();
    painter.drawLine(QPointF(rect.left(), line), QPointF(rect.right(), line));
    const qreal inset = m_renderer.unit() * 2.5;
    const QRectF header(rect.left() + inset, rect.top(), rect.width() - 2 * inset,
                        m_renderer.codeHeaderHeight());
    const QRectF button = buttonRect(rect);
    painter.setFont(headerFont());
    painter.setPen(style.secondary);
    const QString language = box.first.blockFormat().stringProperty(LanguageProperty);
    const QString shown =
        language.isEmpty() ? QCoreApplication::translate("ui::MarkdownView", "text") : language;
    painter.drawText(
        header.adjusted(0, 0, -button.width(), 0), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(headerFont()).elidedText(shown, Qt::ElideRight, header.width() - button.width()));
    painter.setPen(button.contains(hot) ? style.link : style.secondary);
    painter.drawText(button, Qt::AlignCenter, copyWord());
}

void MarkdownPainter::paintChips(QPainter &painter, const QTextBlock &block) const
{
    const MarkdownStyle &style = m_renderer.style();
    const QPointF origin = blockRect(block).topLeft();
    const QTextLayout *const layout = block.layout();
    for (QTextBlock::iterator it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        if (!fragment.charFormat().hasProperty(ChipProperty))
            continue;
        const int from = fragment.position() - block.position();
        const int to = from + fragment.length();
        const QFontMetricsF metrics(fragment.charFormat().font());
        for (int i = 0; i < layout->lineCount(); ++i) {
            const QTextLine line = layout->lineAt(i);
            const int begin = qMax(from, line.textStart());
            const int end = qMin(to, line.textStart() + line.textLength());
            if (begin >= end)
                continue;
            const qreal left = line.cursorToX(begin);
            const qreal right = line.cursorToX(end);
            const qreal base = line.y() + line.ascent();
            QRectF chip(QPointF(left, base - metrics.ascent()), QPointF(right, base + metrics.descent()));
            chip = chip.translated(origin).adjusted(-1.5, 0.5, 1.5, -0.5);
            painter.setPen(QPen(style.line, 1));
            painter.setBrush(style.codeBackground);
            painter.drawRoundedRect(chip, 3, 3);
        }
    }
}

void MarkdownPainter::paintQuote(QPainter &painter, const QTextBlock &block) const
{
    const QRectF rect = blockRect(block);
    const int depth = block.blockFormat().intProperty(QuoteProperty);
    const int above = block.previous().blockFormat().intProperty(QuoteProperty);
    for (int i = 0; i < depth; ++i) {
        const qreal margin = i < above ? block.blockFormat().topMargin() : 0;
        painter.fillRect(QRectF(m_document->documentMargin() + i * m_renderer.quoteIndent(),
                                rect.top() - margin, qMax(2.0, m_renderer.unit() * 0.6),
                                rect.height() + margin),
                         m_renderer.style().line);
    }
}

QTextBlock MarkdownPainter::codeAt(const QPointF &position) const
{
    // The header is in the margin above the first line, the padding below the last one.
    const qreal reach = m_renderer.codeHeaderHeight() + m_renderer.codePadding();
    const QTextBlock at = firstVisible(position.y());
    for (const QTextBlock &candidate : {at, at.next(), at.previous()}) {
        if (codeRole(candidate) == 0)
            continue;
        const QTextBlock first = firstLine(candidate);
        const QRectF here(position.x(), position.y() - reach, 1, 2 * reach);
        if (boxRect({first, candidate}, here).contains(position))
            return first;
    }
    return {};
}

QTextBlock MarkdownPainter::copyButtonAt(const QPointF &position) const
{
    const QTextBlock first = codeAt(position);
    if (!first.isValid()
        || !buttonRect(boxRect({first, first}, QRectF(position, QSizeF(1, 1)))).contains(position))
        return {};
    return first;
}

QString MarkdownPainter::codeOf(const QTextBlock &first)
{
    QString code;
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        if (block != first && codeRole(block) != 2)
            break;
        code += block.text();
        if (!block.blockFormat().boolProperty(BrokenProperty) && codeRole(block.next()) == 2)
            code += u'\n';
    }
    return code;
}

} // namespace ui
