#pragma once

#include <QList>
#include <QString>

namespace ui {

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

    /// Appends text; CR and CRLF become LF, NUL becomes U+FFFD. Chunks may end anywhere.
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

    /// Math ($..$, $$..$$, \(..\), \[..\]) hidden behind private-use characters, same length and lines:
    /// emphasis and lists must not be seen inside. `spans` gets the originals, each belonging to the marker
    /// kMathMarker + index.
    static QString maskMath(const QString &text, QStringList *spans);
    static constexpr char16_t kMathMarker = 0xE100;
    static constexpr char16_t kMathFiller = 0xE000;
    static constexpr int kMaxMath = 0xF00;

private:
    qsizetype completeEnd() const;
    void parse();
    bool parseOnce(qsizetype limit, bool final);
    bool takeFence(bool final);
    void openFence(qsizetype line);
    void commit(Piece piece, qsizetype next);
    bool cutOverlong(bool final);

    QString m_text;
    QList<Piece> m_closed;
    Piece m_open; ///< context of the tail: what it continues, or the open fence
    qsizetype m_tail = 0; ///< start of the tail in m_text
    QChar m_fenceCharacter;
    int m_fenceLength = 0; ///< 0 outside fenced code
    bool m_carriageReturn = false;
    bool m_finished = false;
};

} // namespace ui
