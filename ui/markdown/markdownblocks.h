#pragma once

#include <QList>
#include <QString>

namespace ui {

/// Of nothing but white space.
inline bool isBlank(QStringView text)
{
    return text.trimmed().isEmpty();
}

/// Splits growing Markdown into pieces that will not change any more and an open tail, parsing only the tail.
/// A long list, table or block of code is split as well: its later pieces `continue` the first. A plain
/// value, no thread.
class MarkdownBlocks
{
public:
    enum class Kind { Paragraph, Heading, List, Code, Table, Quote, Html, Rule };

    struct Piece
    {
        Kind kind = Kind::Paragraph;
        qsizetype begin = 0; ///< range in text(); for fenced code the lines between the fences only
        qsizetype end = 0;
        bool continues = false; ///< goes on with the block of the piece before
        bool last = true; ///< the block ends with this piece
        bool fenced = false;
        int fenceIndent = 0; ///< spaces to take off each line of fenced code
        QString language; ///< first word of a fence's info string
        int ordinal = -1; ///< number of the first item of an ordered list that continues
        QString head; ///< header and delimiter row, for a table that continues

        bool operator==(const Piece &) const = default;
    };

    /// Appends text; CR and CRLF become LF, what no document may hold (NUL) becomes U+FFFD.
    void append(QStringView delta);
    /// No more text will come: the tail is closed too.
    void finish();
    void clear();

    const QString &text() const { return m_text; }
    bool isFinished() const { return m_finished; }
    /// Closed pieces in order; only grows (until clear()).
    const QList<Piece> &closed() const { return m_closed; }
    /// The part still open, as one piece to render on top of the closed ones; empty range when there is none.
    Piece tail() const;

private:
    struct Node
    {
        Kind kind = Kind::Paragraph;
        qsizetype begin = 0;
        qsizetype end = 0;
        bool fenced = false;
        bool ordered = false;
        int start = 0; ///< number of an ordered list's first item
        QList<qsizetype> parts; ///< starts of a list's items or a table's rows
        QString info;
    };
    struct Limit
    {
        qsizetype end = 0;
        bool forced = false; ///< what lies before must be closed
    };

    void advance(bool final);
    Limit parseLimit(bool final) const;
    QList<Node> parseNodes(qsizetype end) const;
    bool takeNodes(const Limit &limit, bool final);
    bool takeOversized(const Node &node);
    bool isClosed(const Node &node, const Limit &limit) const;
    void takeOpenList(const Node &node);
    void takeOpenTable(const Node &node);
    void takeOverlongLine();
    void openFence(const Node &node);
    bool takeFence(bool final);
    bool isFenceEnd(QStringView line) const;
    void commit(Kind kind, qsizetype end, bool last = true);

    QString m_text;
    QList<Piece> m_closed;
    Piece m_open; ///< what the tail continues
    qsizetype m_tail = 0; ///< where the tail begins
    QChar m_fenceCharacter;
    qsizetype m_fenceLength = 0; ///< 0 outside fenced code
    bool m_carriageReturn = false;
    bool m_finished = false;
};

} // namespace ui
