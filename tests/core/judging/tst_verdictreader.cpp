#include "core/judging/verdictreader.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class VerdictReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void readsVerdicts_data();
    void readsVerdicts();
    void nonsenseIsNoVerdict_data();
    void nonsenseIsNoVerdict();
    void readsRubricVerdicts_data();
    void readsRubricVerdicts();
    void hugeTextsEndInTime();
};

void VerdictReaderTest::readsVerdicts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<JudgeWords::Choice>("choice");
    QTest::addColumn<int>("best");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *text, JudgeWords::Choice choice, int best,
                        const char *reason = "") {
        QTest::newRow(name) << QString::fromUtf8(text) << choice << best << QString::fromUtf8(reason);
    };
    using Choice = JudgeWords::Choice;
    row("nothing but the object", R"({"best": "B", "reason": "clear"})", Choice::Best, 1, "clear");
    row("without a reason", R"({"best":"A"})", Choice::Best, 0);
    row("a tie", R"({"best": "tie", "reason": "alike"})", Choice::Tie, -1, "alike");
    row("all bad", R"({"best": "all_bad"})", Choice::AllBad, -1);
    row("in a code fence", "Here it is:\n```json\n{\"best\": \"C\"}\n```\nBye.", Choice::Best, 2);
    row("amid words and other braces", "A {short} thought, {\"x\": 1}. {\"best\": \"C\"} That is all.",
        Choice::Best, 2);
    row("the last of two", R"({"best": "A"} no, on second thought {"best": "B"})", Choice::Best, 1);
    row("lower case and blanks", R"({"best": " b "})", Choice::Best, 1);
    row("braces and quotes in the reason", R"({"best": "A", "reason": "it says {\"best\": \"C\"} itself"})",
        Choice::Best, 0, "it says {\"best\": \"C\"} itself");
    row("an object within the object does not count", R"({"best": "A", "details": {"best": "B"}})",
        Choice::Best, 0);
    row("a verdict and then an object that is none", R"({"best": "A"} {"note": 1})", Choice::Best, 0);
}

void VerdictReaderTest::readsVerdicts()
{
    QFETCH(QString, text);
    QFETCH(JudgeWords::Choice, choice);
    QFETCH(int, best);
    QFETCH(QString, reason);
    const std::optional<JudgeWords> words = readJudgeWords(text, 3);
    QVERIFY(words.has_value());
    QCOMPARE(words->choice, choice);
    QCOMPARE(words->best, best);
    QCOMPARE(words->reason, reason);
}

void VerdictReaderTest::nonsenseIsNoVerdict_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *text) {
        QTest::newRow(name) << QString::fromUtf8(text);
    };
    row("nothing", "");
    row("words", "Answer B is the best.");
    row("a letter alone", "B");
    row("a letter nobody had", R"({"best": "D"})");
    row("a letter far beyond", R"({"best": "ZZZZ"})");
    row("two letters", R"({"best": "A and B"})");
    row("a number", R"({"best": 1})");
    row("a list", R"({"best": ["A"]})");
    row("another key", R"({"winner": "A"})");
    row("cut short", R"({"best": "A)");
    row("no JSON", "{best: A}");
    row("braces that never close", "{{{{{");
    row("a list of objects is searched, but holds none", R"([1, 2, "{"])");
}

void VerdictReaderTest::nonsenseIsNoVerdict()
{
    QFETCH(QString, text);
    QVERIFY(!readJudgeWords(text, 3));
}

void VerdictReaderTest::readsRubricVerdicts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("passed");
    QTest::newRow("pass") << QStringLiteral(R"({"verdict": "pass", "reason": "all there"})") << 1;
    QTest::newRow("fail in capitals after words") << QStringLiteral(R"(Hm. {"verdict": "FAIL"})") << 0;
    QTest::newRow("neither") << QStringLiteral(R"({"verdict": "maybe"})") << -1;
    QTest::newRow("a truth value") << QStringLiteral(R"({"verdict": true})") << -1;
    QTest::newRow("words") << QStringLiteral("pass") << -1;
}

void VerdictReaderTest::readsRubricVerdicts()
{
    QFETCH(QString, text);
    QFETCH(int, passed);
    const std::optional<RubricWords> words = readRubricWords(text);
    QCOMPARE(words.has_value(), passed >= 0);
    if (words)
        QCOMPARE(int(words->passed), passed);
}

void VerdictReaderTest::hugeTextsEndInTime()
{
    const QString braces = QStringLiteral("{\"").repeated(500'000);
    QVERIFY(!readJudgeWords(braces, 3));
    QVERIFY(!readJudgeWords(QString(2'000'000, QLatin1Char('{')), 3));
    const QString late =
        QStringLiteral("Thinking { aloud. ").repeated(20'000) + QStringLiteral("{\"best\": \"B\"}");
    // Its many open braces hide the object: that is no verdict rather than a long search.
    (void)readJudgeWords(late, 3);
    const QString clean =
        QStringLiteral("Thinking aloud. ").repeated(20'000) + QStringLiteral("{\"best\": \"B\"}");
    QCOMPARE(readJudgeWords(clean, 3)->best, 1);
}

SWITCHYARD_TEST(VerdictReaderTest)
#include "tst_verdictreader.moc"
