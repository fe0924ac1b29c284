#pragma once

#include "ui/markdown/markdownrenderer.h"

#include <QRectF>
#include <QString>
#include <QTextBlock>

class QPainter;
class QTextDocument;

namespace ui {

/// Paints what surrounds the text of a rendered document, for the visible part only: boxes of code with their
/// header, chips of inline code, bars of quotes, rules. Document coordinates throughout. Main thread.
class MarkdownPainter
{
public:
    MarkdownPainter(const QTextDocument *document, const MarkdownRenderer &renderer);

    /// Below the text. `hot` is where the mouse is, or a point nowhere.
    void paint(QPainter &painter, const QRectF &visible, const QPointF &hot) const;

    /// First block of the code whose box or header is at `position`; invalid when there is none.
    QTextBlock codeAt(const QPointF &position) const;
    /// As codeAt(), for the word "Copy" in the header only.
    QTextBlock copyButtonAt(const QPointF &position) const;
    /// The text of the code that begins with `first`.
    static QString codeOf(const QTextBlock &first);

private:
    struct Box
    {
        QTextBlock first;
        QTextBlock last;
    };

    QTextBlock firstVisible(qreal top) const;
    QRectF blockRect(const QTextBlock &block) const;
    QRectF boxRect(const Box &box, const QRectF &visible) const;
    QRectF buttonRect(const QRectF &box) const;
    void paintBox(QPainter &painter, const Box &box, const QRectF &visible, const QPointF &hot) const;
    void paintChips(QPainter &painter, const QTextBlock &block) const;
    void paintQuote(QPainter &painter, const QTextBlock &block) const;
    QFont headerFont() const;

    const QTextDocument *m_document;
    const MarkdownRenderer &m_renderer;
};

} // namespace ui
