#include "core/chat/thinktagsplitter.h"
#include "tests/support/testunit.h"

#include <QTest>

using core::ThinkTagSplitter;

namespace {

ThinkTagSplitter::Split splitInPieces(const QString &text, qsizetype first, qsizetype step)
{
    ThinkTagSplitter splitter;
    ThinkTagSplitter::Split all = splitter.feed(QStringView(text).first(first));
    const auto add = [&all](const ThinkTagSplitter::Split &part) {
        all.text += part.text;
        all.reasoning += part.reasoning;
    };
    for (qsizetype at = first; at < text.size(); at += step)
        add(splitter.feed(QStringView(text).mid(at, step)));
    add(splitter.finish());
    return all;
}

} // namespace

class ThinkTagSplitterTest : public QObject
{
    Q_OBJECT

private slots:
    void splitsHoweverTheTextIsCut_data();
    void splitsHoweverTheTextIsCut();
    void passesOrdinaryTextOnAtOnce();
};

void ThinkTagSplitterTest::splitsHoweverTheTextIsCut_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reasoning");
    const auto row = [](const char *name, const char *input, const char *text, const char *reasoning) {
        QTest::newRow(name) << QString::fromUtf8(input) << QString::fromUtf8(text)
                            << QString::fromUtf8(reasoning);
    };
    row("no tag", "Hello <think> me", "Hello <think> me", "");
    row("thinking, then the answer", "<think>Let me see.</think>42", "42", "Let me see.");
    row("white space around the tags goes", "\n <think>\nhm\n</think>\n\n42\n", "42\n", "\nhm\n");
    row("an end tag half there is thought", "<think>a</thin b</think>c", "c", "a</thin b");
    row("a less-than sign within thoughts", "<think>1 < 2 <<</think>yes", "yes", "1 < 2 <<");
    row("thinking never ended", "<think>on and on</thi", "", "on and on</thi");
    row("only the beginning of a tag", "<thin", "<thin", "");
    row("another tag", "<thing>x</thing>", "<thing>x</thing>", "");
    row("white space alone", "  \n", "  \n", "");
    row("leading white space of an answer stays", "  indented", "  indented", "");
    row("empty thoughts", "<think></think>42", "42", "");
    row("a second tag belongs to the answer", "<think>a</think>b<think>c</think>", "b<think>c</think>", "a");
    QTest::newRow("a tag after a page of white space")
        << QString(100, u' ') + QStringLiteral("<think>a") << QString(100, u' ') + QStringLiteral("<think>a")
        << QString();
}

void ThinkTagSplitterTest::splitsHoweverTheTextIsCut()
{
    QFETCH(QString, input);
    QFETCH(QString, text);
    QFETCH(QString, reasoning);
    for (qsizetype first = 0; first <= input.size(); ++first) {
        for (const qsizetype step : {qsizetype(1), qsizetype(3), std::max(input.size(), qsizetype(1))}) {
            const ThinkTagSplitter::Split split = splitInPieces(input, first, step);
            QCOMPARE(split.text, text);
            QCOMPARE(split.reasoning, reasoning);
        }
    }
}

void ThinkTagSplitterTest::passesOrdinaryTextOnAtOnce()
{
    ThinkTagSplitter splitter;
    QCOMPARE(splitter.feed(u"H").text, QStringLiteral("H"));
    QCOMPARE(splitter.feed(u"<").text, QStringLiteral("<"));
}

SWITCHYARD_TEST(ThinkTagSplitterTest)
#include "tst_thinktagsplitter.moc"
