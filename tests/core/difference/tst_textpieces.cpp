#include "core/difference/sentences.h"
#include "core/difference/textpieces.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

QStringList texts(const QString &text, const QList<TextPiece> &pieces)
{
    QStringList result;
    for (const TextPiece &piece : pieces)
        result.append(text.mid(piece.begin, piece.length));
    return result;
}

QStringList keys(const QList<TextPiece> &pieces)
{
    QStringList result;
    for (const TextPiece &piece : pieces)
        result.append(piece.key);
    return result;
}

QStringList texts(const BlockedText &text, const QList<TextRange> &ranges)
{
    QStringList result;
    for (const TextRange &range : ranges)
        result.append((range.code ? QStringLiteral("code: ") : QString())
                      + text.text.mid(range.begin, range.length));
    return result;
}

} // namespace

class TestTextPieces : public QObject
{
    Q_OBJECT

private slots:
    void wordsFollowUnicode_data();
    void wordsFollowUnicode();
    void indentationCountsInCodeOnly();
    void linesLeaveOutSpace();
    void blocksAreParagraphsHeadingsAndFences();
    void fencesNeedTheirMatch_data();
    void fencesNeedTheirMatch();
    void piecesCoverTheWholeText_data();
    void piecesCoverTheWholeText();
    void markdownBlocks();
    void sentencesFollowUnicode_data();
    void sentencesFollowUnicode();
};

void TestTextPieces::wordsFollowUnicode_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("only space is one piece without a key")
        << QStringLiteral(" \n ") << QStringList{QString()};
    QTest::newRow("words and marks") << QStringLiteral("Yes, don't wait.")
                                     << QStringList{QStringLiteral("Yes"), QStringLiteral(","),
                                                    QStringLiteral("don't"), QStringLiteral("wait"),
                                                    QStringLiteral(".")};
    QTest::newRow("a number stays whole")
        << QStringLiteral("3.14 and 1,000")
        << QStringList{QStringLiteral("3.14"), QStringLiteral("and"), QStringLiteral("1,000")};
    QTest::newRow("Chinese goes by character") << QStringLiteral("限流器。")
                                               << QStringList{QStringLiteral("限"), QStringLiteral("流"),
                                                              QStringLiteral("器"), QStringLiteral("。")};
    QTest::newRow("an ideograph beyond the first plane is one word")
        << QStringLiteral("𠮷野") << QStringList{QStringLiteral("𠮷"), QStringLiteral("野")};
    QTest::newRow("emphasis marks are pieces of their own")
        << QStringLiteral("**so** it")
        << QStringList{QStringLiteral("*"), QStringLiteral("*"), QStringLiteral("so"),
                       QStringLiteral("*"), QStringLiteral("*"), QStringLiteral("it")};
}

void TestTextPieces::wordsFollowUnicode()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QCOMPARE(keys(cutWords(text)), words);
}

void TestTextPieces::indentationCountsInCodeOnly()
{
    const QString prose = QStringLiteral("one\n    two");
    QCOMPARE(keys(cutWords(prose)), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
    const QString code = QStringLiteral("```\none\n    two\n```\n");
    QVERIFY(keys(cutWords(code)).contains(QStringLiteral("    ")));
    QVERIFY(texts(code, cutWords(code)).contains(QStringLiteral("    ")));
}

void TestTextPieces::linesLeaveOutSpace()
{
    const QString text = QStringLiteral("a  b \n\n\n  c\n```\n  d  e\n```");
    QCOMPARE(keys(cutLines(text)),
             (QStringList{QStringLiteral("a b"), QStringLiteral("c"), QStringLiteral("```"),
                          QStringLiteral("  d  e"), QStringLiteral("```")}));
    QCOMPARE(texts(text, cutLines(text)).constFirst(), QStringLiteral("a  b \n\n\n"));
}

void TestTextPieces::blocksAreParagraphsHeadingsAndFences()
{
    const QString text =
        QStringLiteral("# Head\nOne\nparagraph.\n\nAnother.\n```cpp\nint a;\n\nint b;\n```\nAfter.");
    QCOMPARE(
        keys(cutBlocks(text)),
        (QStringList{QStringLiteral("# Head"), QStringLiteral("One paragraph."), QStringLiteral("Another."),
                     QStringLiteral("```cpp\nint a;\n\nint b;\n```"), QStringLiteral("After.")}));
}

void TestTextPieces::fencesNeedTheirMatch_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<bool>>("code");
    QTest::newRow("plain") << QStringLiteral("```\na\n```\nb") << QList<bool>{false, true, false, false};
    QTest::newRow("another character does not close")
        << QStringLiteral("```\n~~~\n```\nb") << QList<bool>{false, true, false, false};
    QTest::newRow("a shorter one does not close")
        << QStringLiteral("````\n```\n````\nb") << QList<bool>{false, true, false, false};
    QTest::newRow("one with an info string does not close")
        << QStringLiteral("```\n```py\n```\nb") << QList<bool>{false, true, false, false};
    QTest::newRow("one that is never closed goes on")
        << QStringLiteral("~~~\na\nb") << QList<bool>{false, true, true};
    QTest::newRow("inline code is no fence") << QStringLiteral("```a``` b\nc") << QList<bool>{false, false};
}

void TestTextPieces::fencesNeedTheirMatch()
{
    QFETCH(QString, text);
    QFETCH(QList<bool>, code);
    QList<bool> found;
    for (const TextLine &line : linesOf(text))
        found.append(line.code);
    QCOMPARE(found, code);
}

void TestTextPieces::piecesCoverTheWholeText_data()
{
    QTest::addColumn<QString>("text");
    int number = 0;
    for (const char *text : {"", " ", "\n\n", "a", "  a  ", "a\r\nb\r\n", "# h\n\n```\n\n  x\n",
                             "- a\n- b\n\n\n> q", "中文，english 混合。\n", "\n```"})
        QTest::addRow("text %d", ++number) << QString::fromUtf8(text);
}

void TestTextPieces::piecesCoverTheWholeText()
{
    QFETCH(QString, text);
    for (const QList<TextPiece> &pieces : {cutWords(text), cutLines(text), cutBlocks(text)}) {
        QCOMPARE(texts(text, pieces).join(QString()), text);
        for (const TextPiece &piece : pieces)
            QVERIFY(piece.length > 0);
    }
}

void TestTextPieces::markdownBlocks()
{
    const BlockedText text =
        blocksOfMarkdown(QStringLiteral("## A title\nWrapped\nprose.\n\n- item one\n  goes on\n2. item "
                                        "two\n> quoted\n\n```py\nx = 1\n\ny = 2\n```\n"
                                        "Last."));
    QCOMPARE(texts(text, text.blocks),
             (QStringList{QStringLiteral("A title"), QStringLiteral("Wrapped\nprose."),
                          QStringLiteral("item one\n  goes on"), QStringLiteral("item two"),
                          QStringLiteral("quoted"), QStringLiteral("code: x = 1"),
                          QStringLiteral("code: y = 2"), QStringLiteral("Last.")}));
}

void TestTextPieces::sentencesFollowUnicode_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QStringList>("sentences");
    QTest::newRow("two sentences") << QStringLiteral("It works. Does it?  Yes!")
                                   << QStringList{QStringLiteral("It works."), QStringLiteral("Does it?"),
                                                  QStringLiteral("Yes!")};
    QTest::newRow("a wrapped sentence is one")
        << QStringLiteral("It works\nvery well. So.")
        << QStringList{QStringLiteral("It works\nvery well."), QStringLiteral("So.")};
    QTest::newRow("a point inside a number or before a small letter ends nothing")
        << QStringLiteral("Use 3.5 of it, e.g. now.")
        << QStringList{QStringLiteral("Use 3.5 of it, e.g. now.")};
    QTest::newRow("Chinese") << QStringLiteral("令牌桶允许突发。漏桶不允许！对吗？")
                             << QStringList{QStringLiteral("令牌桶允许突发。"),
                                            QStringLiteral("漏桶不允许！"), QStringLiteral("对吗？")};
    QTest::newRow("items and code lines are apart; a line of signs says nothing")
        << QStringLiteral("- one\n- two\n\n---\n```\nint a;\n}\n```")
        << QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("code: int a;")};
}

void TestTextPieces::sentencesFollowUnicode()
{
    QFETCH(QString, markdown);
    QFETCH(QStringList, sentences);
    const BlockedText text = blocksOfMarkdown(markdown);
    QCOMPARE(texts(text, sentencesOf(text)), sentences);
}

SWITCHYARD_TEST(TestTextPieces)
#include "tst_textpieces.moc"
