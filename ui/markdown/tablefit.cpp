#include "ui/markdown/tablefit.h"

#include "ui/markdown/markdownrenderer.h"

#include <QFontMetricsF>
#include <QHash>
#include <QTextBoundaryFinder>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <numeric>

namespace ui {

namespace {

/// A longer word is broken where there is little room; in average characters.
constexpr qreal kLongestWord = 28;
/// Parts of one table fill the document: wider than any is.
constexpr qreal kWholeWidth = 10'000;
/// Around a cell's text: both borders, and what rounding takes.
constexpr qreal kCellSlack = 4;

/// Borders are one pixel wide, and positions are rounded.
constexpr qreal kSlack = 4;

/// How wide a font's characters are. Their sum is no less than what a text of them takes, and asking a font
/// for whole texts would take a frame for a long table.
class CharacterWidths
{
public:
    explicit CharacterWidths(const QFont &font) : m_metrics(font) { }

    qreal of(char32_t character)
    {
        const auto known = m_known.constFind(character);
        if (known != m_known.constEnd())
            return *known;
        const qreal width = m_metrics.horizontalAdvance(QString::fromUcs4(&character, 1));
        m_known.insert(character, width);
        return width;
    }

    qreal of(const QString &text)
    {
        qreal width = 0;
        for (const uint character : text.toUcs4())
            width += of(char32_t(character));
        return width;
    }

private:
    QFontMetricsF m_metrics;
    QHash<char32_t, qreal> m_known;
};

struct Fonts
{
    explicit Fonts(const MarkdownStyle &style)
        : plain(style.font), bold(boldOf(style.font)), code(style.codeFont)
    {
    }

    static QFont boldOf(QFont font)
    {
        font.setBold(true);
        return font;
    }

    CharacterWidths &of(const MarkdownRun &run, bool head)
    {
        return run.flags & (CodeText | MathText) ? code : head || (run.flags & BoldText) ? bold : plain;
    }

    CharacterWidths plain;
    CharacterWidths bold;
    CharacterWidths code;
};

/// The widest word of a cell and its whole text.
std::pair<qreal, qreal> measured(const MarkdownRuns &cell, bool head, Fonts *fonts)
{
    QString text;
    QList<qreal> ends; // where each code unit ends
    qreal end = 0;
    for (const MarkdownRun &run : cell) {
        CharacterWidths &widths = fonts->of(run, head);
        for (const uint character : run.text.toUcs4()) {
            end += widths.of(char32_t(character));
            ends.append(QList<qreal>(QChar::requiresSurrogates(character) ? 2 : 1, end));
        }
        text += run.text;
    }
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, text);
    qreal word = 0;
    qsizetype begin = 0;
    for (qsizetype next = breaks.toNextBoundary(); next >= 0; next = breaks.toNextBoundary()) {
        qsizetype last = next;
        while (last > begin && text.at(last - 1).isSpace())
            --last;
        if (last > begin)
            word = qMax(word, ends.at(last - 1) - (begin > 0 ? ends.at(begin - 1) : 0));
        begin = next;
    }
    return {word, end};
}

qreal sumOf(const QList<qreal> &widths)
{
    return std::accumulate(widths.cbegin(), widths.cend(), 0.0);
}

QList<QTextLength> lengthsOf(const QList<qreal> &widths)
{
    QList<QTextLength> lengths;
    for (const qreal width : widths)
        lengths.append(QTextLength(QTextLength::FixedLength, width));
    return lengths;
}

QList<qreal> widthsOf(const QList<QTextLength> &lengths)
{
    QList<qreal> widths;
    for (const QTextLength &length : lengths)
        widths.append(length.rawValue());
    return widths;
}

qreal roomFor(const QTextTableFormat &format, const QTextDocument &document)
{
    return document.textWidth() - 2 * document.documentMargin() - format.leftMargin() - format.columns()
        - kSlack;
}

} // namespace

TableNeeds needsOf(const MarkdownLine &table, const MarkdownStyle &style, qreal padding)
{
    Fonts fonts(style);
    const qreal around = padding + kCellSlack;
    const qreal longest = QFontMetricsF(style.font).averageCharWidth() * kLongestWord;
    const qsizetype columns = table.alignments.size();
    TableNeeds needs{QList<qreal>(columns, around), QList<qreal>(columns, around)};
    for (qsizetype column = 0; column < table.words.size(); ++column) {
        const QString &word = table.words.at(column);
        needs.words[column] += qMin(longest, qMax(fonts.bold.of(word), fonts.code.of(word)));
        needs.texts[column] = qMax(needs.words.at(column), kWholeWidth * table.shares.at(column) / 100);
    }
    for (qsizetype row = 0; table.words.isEmpty() && row < table.rows.size(); ++row) {
        const QList<MarkdownRuns> &cells = table.rows.at(row);
        for (qsizetype column = 0; column < qMin(columns, cells.size()); ++column) {
            const auto [word, text] = measured(cells.at(column), table.first && row == 0, &fonts);
            needs.words[column] = qMax(needs.words.at(column), around + qMin(longest, word));
            needs.texts[column] = qMax(needs.texts.at(column), around + text);
        }
    }
    return needs;
}

QList<qreal> columnWidths(const TableNeeds &needs, qreal room, bool shrinks)
{
    const qreal words = sumOf(needs.words);
    const qreal texts = sumOf(needs.texts);
    if (texts <= room)
        return needs.texts;
    QList<qreal> widths = needs.words;
    if (words > room) {
        for (qreal &width : widths)
            width *= shrinks ? qMax(0.0, room) / words : 1.0;
        return widths;
    }
    for (qsizetype i = 0; i < widths.size(); ++i)
        widths[i] += (room - words) * (needs.texts.at(i) - needs.words.at(i)) / (texts - words);
    return widths;
}

void setNeeds(QTextTableFormat &format, const TableNeeds &needs)
{
    format.setProperty(TableWordsProperty, lengthsOf(needs.words));
    format.setProperty(TableTextsProperty, lengthsOf(needs.texts));
}

bool fitTable(QTextTableFormat &format, const QTextDocument &document, bool shrinks)
{
    const TableNeeds needs{widthsOf(format.lengthVectorProperty(TableWordsProperty)),
                           widthsOf(format.lengthVectorProperty(TableTextsProperty))};
    if (needs.words.isEmpty() || document.textWidth() <= 0)
        return false;
    const QList<QTextLength> widths = lengthsOf(columnWidths(needs, roomFor(format, document), shrinks));
    if (widths == format.columnWidthConstraints())
        return false;
    format.setColumnWidthConstraints(widths);
    format.clearProperty(QTextFormat::FrameWidth);
    return true;
}

bool fitTables(QTextDocument &document, bool shrinks)
{
    const QList<QTextFrame *> frames = document.rootFrame()->childFrames();
    if (frames.isEmpty())
        return false;
    bool wider = false;
    QTextCursor edit(&document);
    edit.beginEditBlock();
    for (QTextFrame *const frame : frames) {
        auto *const table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        if (fitTable(format, document, shrinks))
            table->setFormat(format);
        wider = wider
            || sumOf(widthsOf(format.columnWidthConstraints())) > roomFor(format, document) + kSlack / 2;
    }
    edit.endEditBlock();
    return wider;
}

} // namespace ui
