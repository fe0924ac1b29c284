#include "ui/markdown/tablefit.h"

#include "tests/support/testunit.h"
#include "ui/markdown/markdownlines.h"

#include <QTest>

#include <numeric>

using namespace ui;

namespace {

MarkdownRuns runs(const QStringList &parts)
{
    MarkdownRuns runs;
    for (const QString &part : parts)
        runs.append({part, 0, {}});
    return runs;
}

} // namespace

class TestTableFit : public QObject
{
    Q_OBJECT

private slots:
    void columnsShareTheRoom_data();
    void columnsShareTheRoom();
    void theLongestWordIsFound_data();
    void theLongestWordIsFound();
};

void TestTableFit::columnsShareTheRoom_data()
{
    QTest::addColumn<QList<qreal>>("words");
    QTest::addColumn<QList<qreal>>("texts");
    QTest::addColumn<qreal>("room");
    QTest::addColumn<bool>("shrinks");
    QTest::addColumn<QList<qreal>>("widths");
    using Widths = QList<qreal>;
    QTest::newRow("room for all") << Widths{40, 50} << Widths{100, 60} << 200.0 << false << Widths{100, 60};
    QTest::newRow("just room for all")
        << Widths{40, 50} << Widths{100, 60} << 160.0 << false << Widths{100, 60};
    QTest::newRow("the longer text gets more of the rest")
        << Widths{40, 50} << Widths{100, 80} << 135.0 << false << Widths{70, 65};
    QTest::newRow("just room for the words")
        << Widths{40, 50} << Widths{100, 60} << 90.0 << false << Widths{40, 50};
    QTest::newRow("no room for the words")
        << Widths{40, 50} << Widths{100, 60} << 45.0 << false << Widths{40, 50};
    QTest::newRow("no room, and it has to fit")
        << Widths{40, 50} << Widths{100, 60} << 45.0 << true << Widths{20, 25};
    QTest::newRow("no room at all") << Widths{40, 50} << Widths{100, 60} << -5.0 << true << Widths{0, 0};
    QTest::newRow("no column") << Widths{} << Widths{} << 10.0 << true << Widths{};
}

void TestTableFit::columnsShareTheRoom()
{
    QFETCH(const QList<qreal>, words);
    QFETCH(const QList<qreal>, texts);
    QFETCH(const qreal, room);
    QFETCH(const bool, shrinks);
    QFETCH(const QList<qreal>, widths);
    QCOMPARE(columnWidths({words, texts}, room, shrinks), widths);
}

void TestTableFit::theLongestWordIsFound_data()
{
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing") << QStringList() << QString();
    QTest::newRow("blanks around it")
        << QStringList{QStringLiteral(" one  seven two ")} << QStringLiteral("seven");
    QTest::newRow("the first of two") << QStringList{QStringLiteral("four five")} << QStringLiteral("four");
    QTest::newRow("over a change of format")
        << QStringList{QStringLiteral("an un"), QStringLiteral("break"), QStringLiteral("able word")}
        << QStringLiteral("unbreakable");
    QTest::newRow("a line may break behind a hyphen")
        << QStringList{QStringLiteral("state-of-the-art")} << QStringLiteral("state-");
    QTest::newRow("between Chinese characters")
        << QStringList{QString::fromUtf8("\u4e00\u4e8c\u4e09 abc")} << QStringLiteral("abc");
}

void TestTableFit::theLongestWordIsFound()
{
    QFETCH(const QStringList, parts);
    QTEST(longestWord(runs(parts)), "word");
}

SWITCHYARD_TEST(TestTableFit)
#include "tst_tablefit.moc"
