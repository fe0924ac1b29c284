#include "tests/support/testunit.h"
#include "ui/widgets/fuzzymatch.h"

#include <QTest>

using ui::fuzzyScore;

class FuzzyMatchTest : public QObject
{
    Q_OBJECT

private slots:
    void lettersInOrderMatch_data();
    void lettersInOrderMatch();
    void theBetterFitIsFirst_data();
    void theBetterFitIsFirst();
};

void FuzzyMatchTest::lettersInOrderMatch_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const QString &pattern, const QString &text, bool matches) {
        QTest::newRow(name) << pattern << text << matches;
    };
    const QString zoom = QStringLiteral("Zoom in");
    row("an empty pattern fits everything", QString(), zoom, true);
    row("first letters of the words", QStringLiteral("zi"), zoom, true);
    row("any case", QStringLiteral("ZOOM"), zoom, true);
    row("spaces do not count", QStringLiteral(" zo  om "), zoom, true);
    row("letters out of order", QStringLiteral("iz"), zoom, false);
    row("a letter too many", QStringLiteral("zoom inn"), zoom, false);
    row("nothing fits an empty text", QStringLiteral("a"), QString(), false);
    row("the same letter twice needs it twice", QStringLiteral("zz"), zoom, false);
    row("Chinese", QStringLiteral("放大"), QStringLiteral("放大窗口"), true);
}

void FuzzyMatchTest::lettersInOrderMatch()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, matches);
    QCOMPARE(fuzzyScore(pattern, text).has_value(), matches);
}

void FuzzyMatchTest::theBetterFitIsFirst_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("a whole word before scattered letters")
        << QStringLiteral("copy") << QStringLiteral("Copy answer")
        << QStringLiteral("Compare my prompts yearly");
    QTest::newRow("word starts before letters inside words")
        << QStringLiteral("sh") << QStringLiteral("Show history") << QStringLiteral("Refresh");
    QTest::newRow("a late word start before an early letter in a word")
        << QStringLiteral("n") << QStringLiteral("Zoom normal") << QStringLiteral("Zoom in");
    QTest::newRow("the beginning of the text before its middle")
        << QStringLiteral("zoom") << QStringLiteral("Zoom in") << QStringLiteral("Reset zoom");
}

void FuzzyMatchTest::theBetterFitIsFirst()
{
    QFETCH(QString, pattern);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(fuzzyScore(pattern, better).has_value());
    QVERIFY(fuzzyScore(pattern, better).value() > fuzzyScore(pattern, worse).value_or(-1));
}

SWITCHYARD_TEST(FuzzyMatchTest)
#include "tst_fuzzymatch.moc"
