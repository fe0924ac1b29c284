#include "tests/support/testunit.h"
#include "tests/ui/markdown/samples.h"
#include "ui/markdown/markdownflow.h"
#include "ui/markdown/markdownmath.h"

#include <QRandomGenerator>
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
    if (flow.finish())
        settled.clear();
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
    void randomDocumentsSplitAlike();
    void hugeBlocksAreSplitAlike_data();
    void hugeBlocksAreSplitAlike();
    void tailStaysShort_data();
    void tailStaysShort();
    void mathIsHiddenAndComesBack_data();
    void mathIsHiddenAndComesBack();
    void partialClosingFenceIsNotShown();
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
    QTest::newRow("links defined elsewhere")
        << QStringLiteral("See [a] and [b][c].\n\n[a]: https://a.example\n\n- [c]\n\n|[a]|\n|-|\n|[c]|\n\n"
                          "[c]: <https://c.example> \"title\"\n");
    QTest::newRow("nothing but a line end") << QStringLiteral("\n");
}

void TestMarkdownBlocks::blockwiseEqualsWhole()
{
    QFETCH(QString, text);
    const QString expected = describe(unsplit(text));
    for (const qsizetype step : {text.size(), qsizetype(1), qsizetype(2), qsizetype(7), qsizetype(64)})
        QCOMPARE(describe(linesOf(text, step)), expected);
}

void TestMarkdownBlocks::randomDocumentsSplitAlike()
{
    const QStringList pieces{
        QStringLiteral("word "),  QStringLiteral("\n"),       QStringLiteral("\n"),
        QStringLiteral("\n\n"),   QStringLiteral("- item"),   QStringLiteral("  - in"),
        QStringLiteral("1. one"), QStringLiteral("7) seven"), QStringLiteral("> quote"),
        QStringLiteral("# head"), QStringLiteral("```\n"),    QStringLiteral("~~~cpp\n"),
        QStringLiteral("---\n"),  QStringLiteral("|a|b|\n"),  QStringLiteral("|-|-|\n"),
        QStringLiteral("    "),   QStringLiteral("*em*"),     QStringLiteral("**bold**"),
        QStringLiteral("`code`"), QStringLiteral("$x*y*$"),   QStringLiteral("\n$$\n"),
        QStringLiteral("<div>"),  QStringLiteral("==="),      QStringLiteral("   "),
    };
    QRandomGenerator random(20260822);
    for (int document = 0; document < 1500; ++document) {
        QString text;
        for (int i = 0; i < 30; ++i)
            text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
        const QString whole = describe(linesOf(text, text.size()));
        for (const qsizetype step : {1, 5}) {
            const QString parts = describe(linesOf(text, step));
            QVERIFY2(parts == whole,
                     qPrintable(text % QStringLiteral("\n=== whole\n") % whole % QStringLiteral("=== parts\n")
                                % parts));
        }
    }
}

void TestMarkdownBlocks::hugeBlocksAreSplitAlike_data()
{
    QTest::addColumn<QString>("text");
    const QString words = QStringLiteral("some words ");
    QTest::newRow("a line of 50 kB") << words.repeated(5000) % QStringLiteral("\n\nend\n");
    QTest::newRow("a line of 50 kB after a short one") << QStringLiteral("short\n") % words.repeated(5000);
    QTest::newRow("a word of 20 kB") << QString(20000, u'x');
    QTest::newRow("a paragraph of 30 kB") << QString(words + u'\n').repeated(2500) % QStringLiteral("\nend");
    QTest::newRow("a quote of 80 kB")
        << QString(QStringLiteral("> ") % words.repeated(5) % u'\n').repeated(1400);
    QTest::newRow("a list item of 80 kB") << QStringLiteral("- a\n- ")
            % QString(words.repeated(6) % u'\n').repeated(1200) % QStringLiteral("- b\n");
    QTest::newRow("a long line in code")
        << QStringLiteral("```\n") % words.repeated(3000) % QStringLiteral("\n```\nend");
}

void TestMarkdownBlocks::hugeBlocksAreSplitAlike()
{
    QFETCH(QString, text);
    const QString expected = describe(linesOf(text, text.size()));
    for (const qsizetype step : {qsizetype(333), qsizetype(4096)})
        QVERIFY(describe(linesOf(text, step)) == expected);
}

void TestMarkdownBlocks::tailStaysShort_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("longest");
    QTest::newRow("code of 500 lines, not closed") << samples::code(500).chopped(4) << qsizetype(60);
    QTest::newRow("a list of 200 items") << samples::list(200) << qsizetype(130);
    QTest::newRow("a table of 60 rows") << samples::table(60) << qsizetype(80);
    QTest::newRow("a paragraph of 100 kB")
        << QStringLiteral("words and words\n").repeated(6000) << qsizetype(8300);
}

void TestMarkdownBlocks::tailStaysShort()
{
    QFETCH(QString, text);
    QFETCH(qsizetype, longest);
    MarkdownBlocks blocks;
    for (qsizetype at = 0; at < text.size(); at += 10) {
        blocks.append(QStringView(text).mid(at, 10));
        const MarkdownBlocks::Piece tail = blocks.tail();
        QVERIFY2(tail.end - tail.begin <= longest, qPrintable(QString::number(tail.end - tail.begin)));
    }
    QVERIFY(blocks.closed().size() > 5);
    for (qsizetype i = 1; i < blocks.closed().size(); ++i)
        QVERIFY(blocks.closed().at(i).begin >= blocks.closed().at(i - 1).end);
}

void TestMarkdownBlocks::mathIsHiddenAndComesBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("spans");
    QTest::newRow("dollars") << QStringLiteral("a $x*y*z$ b") << QStringList{QStringLiteral("$x*y*z$")};
    QTest::newRow("parentheses") << QStringLiteral("\\(a_1\\)") << QStringList{QStringLiteral("\\(a_1\\)")};
    QTest::newRow("display on one line") << QStringLiteral("$$a$$") << QStringList{QStringLiteral("$$a$$")};
    QTest::newRow("display over lines")
        << QStringLiteral("$$\n  a\n$$\n")
        << QStringList{QStringLiteral("$$"), QStringLiteral("a"), QStringLiteral("$$")};
    QTest::newRow("prices") << QStringLiteral("$5 and $10, $ 3 or 4 $") << QStringList();
    QTest::newRow("escaped dollars") << QStringLiteral("\\$a\\$") << QStringList();
    QTest::newRow("code") << QStringLiteral("`$a$` and ``$b`$``") << QStringList();
    QTest::newRow("not closed before an empty line") << QStringLiteral("$$\na\n\n$$ b") << QStringList();
    QTest::newRow("text with private characters") << QStringLiteral("\uE000 $a$") << QStringList();
}

void TestMarkdownBlocks::mathIsHiddenAndComesBack()
{
    QFETCH(QString, text);
    const MaskedMath masked = maskMath(text);
    QTEST(masked.spans, "spans");
    QCOMPARE(masked.text.size(), text.size());
    QCOMPARE(masked.text.count(u'\n'), text.count(u'\n'));
    QCOMPARE(masked.restore(masked.text), text);
}

void TestMarkdownBlocks::partialClosingFenceIsNotShown()
{
    MarkdownBlocks blocks;
    blocks.append(u"```\ncode\n``");
    QCOMPARE(blocks.tail().end, blocks.tail().begin);
    blocks.append(u" x");
    QVERIFY(blocks.tail().end > blocks.tail().begin);
}

SWITCHYARD_TEST(TestMarkdownBlocks)

#include "tst_markdownblocks.moc"
