#include "ui/compare/difftext.h"

#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

namespace ui {

namespace {

using Kind = core::DiffRun::Kind;

constexpr int kChanged = QTextFormat::UserProperty + 101;
constexpr double kGround = 0.16;
const QString kMinus = QStringLiteral("−");
const QString kPlus = QStringLiteral("+");

/// Writes runs of one text, code in its own font.
class RunWriter
{
public:
    RunWriter(const Theme &theme, const QString &before, const QString &after)
        : m_theme(theme), m_before(before), m_after(after)
    {
        for (const core::TextLine &line : core::linesOf(before))
            m_codeBefore.append({line.begin, line.code || line.fence});
        for (const core::TextLine &line : core::linesOf(after))
            m_codeAfter.append({line.begin, line.code || line.fence});
    }

    /// `lines`: the signs stand before each line, else before the whole.
    void write(QTextCursor &cursor, const core::DiffRun &run, bool lines) const
    {
        const bool old = run.kind == Kind::Removed;
        writePart(cursor, old ? m_before : m_after, old ? run.before : run.after,
                  old ? run.beforeLength : run.afterLength, run.kind, lines);
    }
    /// The side of an equal run that `before` says.
    void writeEqual(QTextCursor &cursor, const core::DiffRun &run, bool before) const
    {
        writePart(cursor, before ? m_before : m_after, before ? run.before : run.after,
                  before ? run.beforeLength : run.afterLength, Kind::Equal, false);
    }

private:
    struct LineFont
    {
        qsizetype begin;
        bool code;
    };

    void writePart(QTextCursor &cursor, const QString &text, qsizetype begin, qsizetype length, Kind kind,
                   bool lines) const
    {
        const QList<LineFont> &fonts = &text == &m_before ? m_codeBefore : m_codeAfter;
        const qsizetype end = begin + length;
        const QString sign = kind == Kind::Equal ? QString() : kind == Kind::Removed ? kMinus : kPlus;
        const auto after =
            std::upper_bound(fonts.cbegin(), fonts.cend(), begin,
                             [](qsizetype position, const LineFont &line) { return position < line.begin; });
        bool isSigned = false;
        for (auto line = after == fonts.cbegin() ? after : after - 1; begin < end && line != fonts.cend();
             ++line) {
            const qsizetype lineEnd =
                std::min(end, line + 1 == fonts.cend() ? text.size() : (line + 1)->begin);
            qsizetype words = lineEnd;
            while (words > begin && text.at(words - 1).isSpace())
                --words;
            if (words > begin && !sign.isEmpty() && (lines || !isSigned)) {
                cursor.insertText(lines ? sign + u' ' : sign, signFormat(kind, line->code));
                isSigned = true;
            }
            cursor.insertText(text.mid(begin, words - begin), format(kind, line->code));
            QString space = text.mid(words, lineEnd - words);
            space.remove(u'\r');
            cursor.insertText(space, format(Kind::Equal, line->code));
            begin = lineEnd;
        }
    }

    QTextCharFormat format(Kind kind, bool code) const
    {
        QTextCharFormat format;
        format.setFont(code ? m_theme.codeFont() : m_theme.font());
        format.setForeground(m_theme.colour(Theme::Token::Ink));
        if (kind == Kind::Equal)
            return format;
        const bool removed = kind == Kind::Removed;
        format.setBackground(softened(m_theme, removed ? Theme::Token::Bad : Theme::Token::Good, kGround));
        format.setFontStrikeOut(removed);
        format.setFontUnderline(!removed);
        format.setProperty(kChanged, true);
        return format;
    }

    QTextCharFormat signFormat(Kind kind, bool code) const
    {
        QTextCharFormat result = format(kind, code);
        result.setForeground(m_theme.colour(kind == Kind::Removed ? Theme::Token::Bad : Theme::Token::Good));
        result.setFontWeight(QFont::Bold);
        result.setFontStrikeOut(false);
        result.setFontUnderline(false);
        return result;
    }

    const Theme &m_theme;
    const QString &m_before;
    const QString &m_after;
    QList<LineFont> m_codeBefore;
    QList<LineFont> m_codeAfter;
};

void writeHead(QTextTable &table, int column, const QString &text, const Theme &theme)
{
    QTextCharFormat head;
    head.setFont(theme.font(1.0, QFont::DemiBold));
    head.setForeground(theme.colour(Theme::Token::Ink2));
    table.cellAt(0, column).firstCursorPosition().insertText(text, head);
}

/// The line end at the end of a cell would be an empty line.
void trimCell(QTextTable &table, int row, int column)
{
    QTextCursor end = table.cellAt(row, column).lastCursorPosition();
    const int first = table.cellAt(row, column).firstCursorPosition().position();
    while (end.position() > first && end.document()->characterAt(end.position() - 1).isSpace())
        end.deletePreviousChar();
}

} // namespace

QColor softened(const Theme &theme, Theme::Token token, double share)
{
    const QColor over = theme.colour(token);
    const QColor ground = theme.colour(Theme::Token::Panel);
    const auto mix = [share](int a, int b) { return qRound(a * share + b * (1.0 - share)); };
    return QColor(mix(over.red(), ground.red()), mix(over.green(), ground.green()),
                  mix(over.blue(), ground.blue()));
}

void writeDiff(QTextDocument &document, const DiffTexts &texts, const Theme &theme)
{
    const RunWriter writer(theme, texts.before, texts.after);
    const bool lines = texts.diff.unit != core::DiffUnit::Words;
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (const core::DiffRun &run : texts.diff.runs)
        writer.write(cursor, run, lines);
    cursor.endEditBlock();
}

void writeDiffSideBySide(QTextDocument &document, const DiffTexts &texts, const Theme &theme,
                         const QString &beforeHead, const QString &afterHead)
{
    const RunWriter writer(theme, texts.before, texts.after);
    const bool lines = texts.diff.unit != core::DiffUnit::Words;
    const QList<core::DiffRow> rows = core::diffRows(texts.diff, texts.before, texts.after);
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(theme.px(4));
    format.setHeaderRowCount(1);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints(
        {QTextLength(QTextLength::PercentageLength, 50), QTextLength(QTextLength::PercentageLength, 50)});
    QTextTable *const table = cursor.insertTable(static_cast<int>(rows.size()) + 1, 2, format);
    writeHead(*table, 0, beforeHead, theme);
    writeHead(*table, 1, afterHead, theme);
    for (int row = 1; row <= static_cast<int>(rows.size()); ++row) {
        QTextCursor left = table->cellAt(row, 0).firstCursorPosition();
        QTextCursor right = table->cellAt(row, 1).firstCursorPosition();
        for (const core::DiffRun &run : rows.at(row - 1).runs) {
            if (run.kind == Kind::Equal) {
                writer.writeEqual(left, run, true);
                writer.writeEqual(right, run, false);
            } else {
                writer.write(run.kind == Kind::Removed ? left : right, run, lines);
            }
        }
        trimCell(*table, row, 0);
        trimCell(*table, row, 1);
    }
    cursor.endEditBlock();
}

bool isChanged(const QTextCharFormat &format)
{
    return format.boolProperty(kChanged);
}

} // namespace ui
