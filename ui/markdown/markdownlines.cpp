#include "ui/markdown/markdownlines.h"

#include "ui/markdown/markdownmath.h"
#include "ui/markdown/markdowntree.h"

#include <QTextBoundaryFinder>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

namespace ui {

namespace {

// A line of code longer than this is shown in several: laying out a megabyte as one line takes seconds.
constexpr qsizetype kLongestCodeLine = 4096;
constexpr int kDeepest = 12;

struct IteratorDeleter
{
    void operator()(cmark_iter *iterator) const { cmark_iter_free(iterator); }
};

QString literalOf(cmark_node *node)
{
    return QString::fromUtf8(cmark_node_get_literal(node));
}

QStringList codeLinesOf(QString code)
{
    if (code.endsWith(u'\n'))
        code.chop(1);
    return code.split(u'\n');
}

/// A line must stay one text block: what QTextDocument would take for a paragraph end becomes a line break.
QString inOneBlock(QString text)
{
    for (QChar &character : text) {
        if (character == u'\n' || character == QChar(QChar::ParagraphSeparator))
            character = QChar(QChar::LineSeparator);
    }
    return text;
}

void appendCode(MarkdownLines &lines, const MarkdownLine &model, const QStringList &code, bool first)
{
    for (const QString &text : code) {
        for (qsizetype from = 0; from == 0 || from < text.size();) {
            qsizetype length = qMin(kLongestCodeLine, text.size() - from);
            if (from + length < text.size() && text.at(from + length - 1).isHighSurrogate())
                --length;
            MarkdownLine line = model;
            line.kind = MarkdownLine::Kind::Code;
            line.first = std::exchange(first, false);
            line.broken = from + length < text.size();
            if (!line.first)
                line.language.clear();
            if (length > 0)
                line.runs.append({inOneBlock(text.mid(from, length)), 0, {}});
            lines.append(line);
            from += qMax(length, qsizetype(1));
        }
    }
}

MarkdownLines flattenFenced(const QString &text, const MarkdownBlocks::Piece &piece, qsizetype codeLines)
{
    MarkdownLines lines;
    MarkdownLine model;
    model.language = piece.language;
    if (piece.end <= piece.begin) {
        if (codeLines == 0 && piece.last)
            appendCode(lines, model, {QString()}, true);
        return lines;
    }
    QStringList code = codeLinesOf(text.mid(piece.begin, piece.end - piece.begin));
    for (QString &line : code) {
        qsizetype blanks = 0;
        while (blanks < piece.fenceIndent && blanks < line.size() && line.at(blanks) == u' ')
            ++blanks;
        line.remove(0, blanks);
    }
    appendCode(lines, model, code, codeLines == 0);
    return lines;
}

/// Walks the tree of one piece without recursion, so that deep nesting cannot exhaust the stack.
class Flattener
{
public:
    Flattener(MaskedMath math, int ordinal, bool dropHead)
        : m_math(std::move(math)), m_ordinal(ordinal), m_dropHead(dropHead)
    {
    }

    MarkdownLines run()
    {
        const MarkdownTree tree = parseMarkdown(m_math.text);
        const std::unique_ptr<cmark_iter, IteratorDeleter> iterator(cmark_iter_new(tree.get()));
        for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iterator.get())) {
            cmark_node *const node = cmark_iter_get_node(iterator.get());
            if (event == CMARK_EVENT_ENTER)
                enter(node);
            else
                leave(node);
        }
        return std::move(m_lines);
    }

private:
    struct List
    {
        bool ordered = false;
        QChar delimiter;
        int next = 1;
    };

    void enter(cmark_node *node)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_BLOCK_QUOTE:
            ++m_quoteDepth;
            break;
        case CMARK_NODE_LIST:
            enterList(node);
            break;
        case CMARK_NODE_ITEM:
            enterItem(node);
            break;
        case CMARK_NODE_CODE_BLOCK:
            addCode(node);
            break;
        case CMARK_NODE_HTML_BLOCK:
            addHtml(node);
            break;
        case CMARK_NODE_THEMATIC_BREAK:
            begin(MarkdownLine::Kind::Rule);
            break;
        case CMARK_NODE_HEADING:
            begin(MarkdownLine::Kind::Heading).level = cmark_node_get_heading_level(node);
            break;
        case CMARK_NODE_PARAGRAPH:
            begin(MarkdownLine::Kind::Paragraph);
            break;
        default:
            if (!enterInline(node))
                enterExtension(node);
        }
    }

    bool enterInline(cmark_node *node)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_HTML_INLINE:
            addText(literalOf(node), m_flags);
            return true;
        case CMARK_NODE_CODE:
            addText(literalOf(node), m_flags | CodeText);
            return true;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
            addText(QString(QChar::LineSeparator), m_flags);
            return true;
        case CMARK_NODE_EMPH:
            ++m_italic;
            break;
        case CMARK_NODE_STRONG:
            ++m_bold;
            break;
        case CMARK_NODE_LINK:
        case CMARK_NODE_IMAGE:
            m_links.append(m_math.restore(QString::fromUtf8(cmark_node_get_url(node))));
            break;
        default:
            return false;
        }
        updateFlags();
        return true;
    }

    void enterExtension(cmark_node *node)
    {
        const QLatin1StringView type = nodeType(node);
        if (type == QLatin1StringView("table"))
            enterTable(node);
        else if (type == QLatin1StringView("table_row") || type == QLatin1StringView("table_header"))
            m_lines.back().rows.append(QList<MarkdownRuns>());
        else if (type == QLatin1StringView("table_cell"))
            m_lines.back().rows.back().append(MarkdownRuns());
        else if (type == QLatin1StringView("strikethrough"))
            ++m_struck;
        updateFlags();
    }

    void leave(cmark_node *node)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_BLOCK_QUOTE:
            --m_quoteDepth;
            return;
        case CMARK_NODE_LIST:
            m_lists.removeLast();
            return;
        case CMARK_NODE_ITEM:
            leaveItem();
            return;
        case CMARK_NODE_EMPH:
            --m_italic;
            break;
        case CMARK_NODE_STRONG:
            --m_bold;
            break;
        case CMARK_NODE_IMAGE:
            addImageUrl(cmark_node_first_child(node) != nullptr);
            [[fallthrough]];
        case CMARK_NODE_LINK:
            m_links.removeLast();
            break;
        default:
            leaveExtension(node);
        }
        updateFlags();
    }

    void leaveExtension(cmark_node *node)
    {
        const QLatin1StringView type = nodeType(node);
        if (type == QLatin1StringView("table"))
            leaveTable();
        else if (type == QLatin1StringView("strikethrough"))
            --m_struck;
    }

    void enterList(cmark_node *node)
    {
        List list;
        list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        list.delimiter = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? QChar(u')') : QChar(u'.');
        list.next = list.ordered && m_ordinal >= 0 && m_lists.isEmpty() ? std::exchange(m_ordinal, -1)
                                                                        : cmark_node_get_list_start(node);
        m_lists.append(list);
    }

    void enterItem(cmark_node *node)
    {
        if (!m_marker.isEmpty())
            begin(MarkdownLine::Kind::Paragraph);
        List &list = m_lists.back();
        m_marker = list.ordered       ? QString::number(list.next) % list.delimiter
            : m_lists.size() % 2 == 1 ? QStringLiteral("\u2022")
                                      : QStringLiteral("\u25E6");
        ++list.next;
        // Task items are items whose type name is overridden by the extension.
        if (nodeType(node) == QLatin1StringView("tasklist")) {
            const QChar box = cmark_gfm_extensions_get_tasklist_item_checked(node) ? u'\u2611' : u'\u2610';
            m_marker = list.ordered ? QString(m_marker % u' ' % box) : QString(box);
        }
    }

    void leaveItem()
    {
        if (!m_marker.isEmpty())
            begin(MarkdownLine::Kind::Paragraph);
    }

    MarkdownLine model() const
    {
        MarkdownLine line;
        line.quoteDepth = qMin(m_quoteDepth, kDeepest);
        line.listDepth = qMin(static_cast<int>(m_lists.size()), kDeepest);
        return line;
    }

    /// Begins a line; the marker of the item that just began goes before it.
    MarkdownLine &begin(MarkdownLine::Kind kind)
    {
        MarkdownLine line = model();
        const bool takesMarker = kind == MarkdownLine::Kind::Paragraph || kind == MarkdownLine::Kind::Heading;
        if (!m_marker.isEmpty() && !takesMarker)
            begin(MarkdownLine::Kind::Paragraph);
        line.kind = kind;
        line.item = !m_marker.isEmpty();
        if (line.item)
            line.runs.append({std::exchange(m_marker, QString()) % u'\t', MarkerText, {}});
        m_lines.append(line);
        return m_lines.back();
    }

    void addCode(cmark_node *node)
    {
        if (!m_marker.isEmpty())
            begin(MarkdownLine::Kind::Paragraph);
        MarkdownLine line = model();
        const QString info = m_math.restore(QString::fromUtf8(cmark_node_get_fence_info(node)));
        line.language = info.section(u' ', 0, 0, QString::SectionSkipEmpty);
        appendCode(m_lines, line, codeLinesOf(m_math.restore(literalOf(node))), true);
    }

    void addHtml(cmark_node *node)
    {
        begin(MarkdownLine::Kind::Html);
        addText(codeLinesOf(literalOf(node)).join(QChar(QChar::LineSeparator)), 0);
    }

    void enterTable(cmark_node *node)
    {
        MarkdownLine &line = begin(MarkdownLine::Kind::Table);
        line.first = true;
        const int columns = cmark_gfm_extensions_get_table_columns(node);
        const uint8_t *const alignments = cmark_gfm_extensions_get_table_alignments(node);
        for (int i = 0; i < columns; ++i)
            line.alignments.append(alignments[i] == 'c'       ? Qt::AlignHCenter
                                       : alignments[i] == 'r' ? Qt::AlignRight
                                                              : Qt::AlignLeft);
    }

    void leaveTable()
    {
        if (!std::exchange(m_dropHead, false))
            return;
        MarkdownLine &line = m_lines.back();
        line.first = false;
        line.rows.removeFirst();
        if (line.rows.isEmpty())
            m_lines.removeLast();
    }

    void addImageUrl(bool hasText)
    {
        if (!m_links.back().isEmpty())
            addText(hasText ? QString(u" (" % m_links.back() % u')') : m_links.back(), m_flags);
    }

    void updateFlags()
    {
        const auto flag = [](bool on, MarkdownTextFlag value) { return on ? int(value) : 0; };
        m_flags = flag(m_bold > 0, BoldText) | flag(m_italic > 0, ItalicText) | flag(m_struck > 0, StruckText)
            | flag(!m_links.isEmpty(), LinkText);
    }

    /// Adds text to the line or table cell at hand; hidden math comes back as runs of its own.
    void addText(const QString &text, int flags)
    {
        if (m_math.spans.isEmpty()) {
            addRun(text, flags);
            return;
        }
        QString plain;
        for (const QChar character : text) {
            if (m_math.isMarker(character)) {
                addRun(std::exchange(plain, QString()), flags);
                addRun(m_math.span(character), flags & CodeText ? flags : flags | MathText);
            } else if (character != QChar(MaskedMath::kFiller)) {
                plain += character;
            }
        }
        addRun(plain, flags);
    }

    void addRun(const QString &text, int flags)
    {
        if (text.isEmpty() || m_lines.isEmpty())
            return;
        MarkdownLine &line = m_lines.back();
        const bool inCell = line.kind == MarkdownLine::Kind::Table;
        if (inCell && (line.rows.isEmpty() || line.rows.back().isEmpty()))
            return;
        MarkdownRuns &runs = inCell ? line.rows.back().back() : line.runs;
        const QString href = flags & LinkText ? m_links.back() : QString();
        if (!runs.isEmpty() && runs.back().flags == flags && runs.back().href == href)
            runs.back().text += inOneBlock(text);
        else
            runs.append({inOneBlock(text), static_cast<quint16>(flags), href});
    }

    MaskedMath m_math;
    MarkdownLines m_lines;
    QList<List> m_lists;
    QStringList m_links;
    QString m_marker;
    int m_ordinal;
    bool m_dropHead;
    int m_quoteDepth = 0;
    int m_bold = 0;
    int m_italic = 0;
    int m_struck = 0;
    int m_flags = 0;
};

} // namespace

QString longestWord(const MarkdownRuns &runs)
{
    // A word may go on in the next run: "un*break*able".
    QString text;
    for (const MarkdownRun &run : runs)
        text += run.text;
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, text);
    QStringView longest;
    qsizetype begin = 0;
    for (qsizetype end = breaks.toNextBoundary(); end >= 0; end = breaks.toNextBoundary()) {
        const QStringView word = QStringView(text).sliced(begin, end - begin).trimmed();
        if (word.size() > longest.size())
            longest = word;
        begin = end;
    }
    return longest.toString();
}

MarkdownLines flattenMarkdown(const QString &text, const MarkdownBlocks::Piece &piece, qsizetype codeLines,
                              const QString &definitions)
{
    if (piece.fenced)
        return flattenFenced(text, piece, codeLines);
    if (piece.end <= piece.begin)
        return {};
    QString source = piece.head + text.mid(piece.begin, piece.end - piece.begin);
    if (!definitions.isEmpty() && piece.kind != MarkdownBlocks::Kind::Html && source.contains(u'['))
        source += QLatin1StringView("\n\n") % definitions;
    return Flattener(maskMath(source), piece.ordinal, !piece.head.isEmpty()).run();
}

} // namespace ui
