#pragma once

#include "ui/markdown/markdownflow.h"
#include "ui/markdown/markdownrenderer.h"

#include <QTextDocument>

#include <optional>

namespace ui {

/// A settled line of code and where its text begins in the document.
struct CodeLine
{
    bool first = false;
    QString language;
    QString text;
    int position = 0;
};

/// Brings a document up to date with the frames of a MarkdownFlow, changing as little of it as possible: an
/// edit costs the same however long the document is, and what the user has selected above stays selected.
/// Main thread.
class DocumentWriter
{
public:
    DocumentWriter(QTextDocument *document, const MarkdownRenderer &renderer);

    /// Empties the document.
    void clear();
    /// Puts the frame's lines in place of the open ones, in one edit.
    void show(const MarkdownFlow::Frame &frame);
    /// Appends text as it is.
    void appendSource(const QString &text);
    /// Colours settled code; `tokens` are those of the line whose text begins at `position`.
    void colour(const QList<std::pair<int, QList<SyntaxToken>>> &lines);

    /// The lines of code that settled since the last call, in order.
    QList<CodeLine> takeCode() { return std::exchange(m_code, {}); }
    /// Whether tables came or went since the last call.
    bool takeTables() { return std::exchange(m_tables, false); }

private:
    struct Shown
    {
        MarkdownLine line;
        int position = 0; ///< end of the document before the line was added
        int text = 0; ///< where the line's text begins
        bool spare = false; ///< the last block was empty and free then
    };

    void truncate(qsizetype keep);
    bool extend(const MarkdownLine &line);
    void add(const MarkdownLine &line);
    int end() const { return m_document->characterCount() - 1; }

    QTextDocument *m_document;
    const MarkdownRenderer &m_renderer;
    QList<Shown> m_open;
    std::optional<MarkdownLine> m_previous; ///< last settled line
    QList<CodeLine> m_code;
    bool m_tables = false;
    bool m_spare = true; ///< the last block is empty and free: in a new document or behind a table
};

} // namespace ui
