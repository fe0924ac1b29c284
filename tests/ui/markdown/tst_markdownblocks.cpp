#include "tests/ui/markdown/samples.h"
#include "ui/markdown/markdownflow.h"
#include "ui/markdown/markdownmath.h"

#include <QTest>

using namespace ui;

namespace {

using Kind = MarkdownBlocks::Kind;

/// The lines as they stand at the end, however the text was cut.
MarkdownLines linesOf(const QString &text, qsizetype step)
{
    MarkdownFlow flow;
    MarkdownLines settled;
    for (qsizetype i = 0; i < text.size(); i += step) {
        flow.append(QStringView(text).mid(i, step));
        settled += [&] {
            const MarkdownFlow::Frame frame = flow.next(1000);
            return frame.lines.first(frame.settled);
        }();
    }
    flow.finish();
    const MarkdownFlow::Frame frame = flow.next(100000);
    return settled + frame.lines;
}

/// The lines of the whole text parsed by cmark-gfm in one go, without any splitting.
MarkdownLines unsplit(const QString &text)
{
    MarkdownBlocks::Piece piece;
    piece.end = text.size();
    return flattenMarkdown(text, piece);
}

QString describe(const MarkdownLines &lines)
{
    QString text;
    for (const MarkdownLine &line : lines) {
        text += QString::number(int(line.kind)) % u':' % QString::number(line.listDepth) % u':'
            % QString::number(line.quoteDepth) % u':' % QString::number(line.first) % line.language % u' ';
        for (const MarkdownRun &run : line.runs)
            text += u'[' % run.text % u'|' % QString::number(run.flags) % run.href % u']';
        for (const QList<MarkdownRuns> &row : line.rows) {
            text += u'\n';
            for (const MarkdownRuns &cell : row) {
                for (const MarkdownRun &run : cell)
                    text += u'[' % run.text % u'|' % QString::number(run.flags) % u']';
                text += u';';
            }
        }
        text += u'\n';
    }
    return text;
}

} // namespace

class TestMarkdownBlocks : public QObject
{
    Q_OBJECT

private slots:
    void blockwiseEqualsWhole_data();
    void blockwiseEqualsWhole();
};

void TestMarkdownBlocks::blockwiseEqualsWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("everything there is") << samples::everything();
    QTest::newRow("a long list") << samples::list(40);
    QTest::newRow("a long table") << samples::table(40);
    QTest::newRow("long code") << samples::code(40);
    QTest::newRow("a list numbered only by ones")
        << QStringLiteral("1. a\n1. b\n\n   more b\n1. c\n7. d\n\nend\n");
    QTest::newRow("a loose list with code in items")
        << QStringLiteral("- a\n\n  ```py\n  x = 1\n\n  y = 2\n  ```\n\n- b\n* other list\n+ third\n");
    QTest::newRow("a table grown out of a paragraph")
        << QStringLiteral("intro\nmore\n| a | b |\n|---|:-:|\n| 1 | 2 |\n| 3 | `x\\|y` |\nno pipe\n\nend\n");
    QTest::newRow("a table ended by a heading") << QStringLiteral("a|b\n-|-\n1|2\n# next\n- item\n");
    QTest::newRow("setext headings and rules") << QStringLiteral("a\n===\nb\n---\n---\n***\n- x\n---\n");
    QTest::newRow("lazy quotes") << QStringLiteral("> a\nb\n> c\n\n> d\n\n- x\ny\n");
    QTest::newRow("a fence with an indent") << QStringLiteral("  ```js\n   a\n b\n  ```\nafter\n");
    QTest::newRow("a fence longer than those inside") << QStringLiteral("````md\n```\nx\n```\n````\n\ny");
    QTest::newRow("a fence never closed") << QStringLiteral("text\n```python\nprint(1)\n\n# no heading");
    QTest::newRow("an empty fence") << QStringLiteral("```\n```\n\n```c\n```");
    QTest::newRow("two fences without a blank line") << QStringLiteral("```a\n1\n```\n```b\n2\n```\n");
    QTest::newRow("HTML blocks") << QStringLiteral("<div>\n*a*\n</div>\n\n<!-- c\n\nd -->\n*e*\n");
    QTest::newRow("display math that looks like a list")
        << QStringLiteral("so\n\n$$\na\n- b\n= c\n$$\n\n\\[\n- x\n\\]\nend *e*\n");
    QTest::newRow("dollars that are no math") << QStringLiteral("costs $5\n\n$$ not closed\n\n- a\n- b\n");
    QTest::newRow("blank lines everywhere")
        << QStringLiteral("\n\n\na\n\n\n\n```\n\n\n```\n\n\n\n- b\n\n\n\n- c\n\n\n");
    QTest::newRow("nothing but a line end") << QStringLiteral("\n");
}

void TestMarkdownBlocks::blockwiseEqualsWhole()
{
    QFETCH(QString, text);
    const QString expected = describe(unsplit(text));
    for (const qsizetype step : {text.size(), qsizetype(1), qsizetype(2), qsizetype(7), qsizetype(64)})
        QCOMPARE(describe(linesOf(text, step)), expected);
}

QTEST_GUILESS_MAIN(TestMarkdownBlocks)

#include "tst_markdownblocks.moc"
