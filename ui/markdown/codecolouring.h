#pragma once

#include "ui/markdown/documentwriter.h"
#include "ui/markdown/syntaxhighlighter.h"

#include <QHash>

namespace ui {

/// Sends a view's settled code to the shared highlighter and keeps the colours that came back until the
/// view's next frame. Owned by the view, main thread.
class CodeColouring
{
public:
    using Colours = QList<std::pair<int, QList<SyntaxToken>>>;

    explicit CodeColouring(SyntaxHighlighter &highlighter);
    ~CodeColouring();
    Q_DISABLE_COPY_MOVE(CodeColouring)

    void add(const QList<CodeLine> &lines);
    /// An answer of the highlighter. False when it is for another view, or for text shown no more.
    bool receive(quint64 session, int firstLine, const QList<QList<SyntaxToken>> &lines);
    /// Forgets everything, answers still to come too.
    void clear();

    bool isPending() const { return !m_pending.isEmpty(); }
    Colours take(qsizetype most);

private:
    void feed(QStringList &lines);

    SyntaxHighlighter &m_highlighter;
    quint64 m_session = 0; ///< of the code block at hand
    QHash<quint64, QList<int>> m_positions; ///< of a session's lines
    Colours m_pending;
};

} // namespace ui
