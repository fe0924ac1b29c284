#include "tests/support/testunit.h"
#include "ui/compare/repeattexts.h"

#include <QTest>

using namespace core;
using namespace ui;

namespace {

RepeatSummary summary(int asked, const QList<QList<int>> &outcomes)
{
    RepeatSummary summary;
    summary.asked = asked;
    summary.settled = asked;
    summary.outcomes = outcomes;
    return summary;
}

} // namespace

class TestRepeatTexts : public QObject
{
    Q_OBJECT

private slots:
    void theFoldIsSaid_data();
    void theFoldIsSaid();
    void theSpreadIsShortAndItsDetailsExact();
    void oneFigureForAllStandsAlone();
    void stepsGoRoundTheDifferentAnswers();
    void whatWillBeAskedIsSaid();
};

void TestRepeatTexts::theFoldIsSaid_data()
{
    QTest::addColumn<QList<QList<int>>>("outcomes");
    QTest::addColumn<int>("settled");
    QTest::addColumn<int>("shown");
    QTest::addColumn<QString>("folded");
    QTest::addColumn<QString>("position");
    using Outcomes = QList<QList<int>>;
    QTest::newRow("some are the same") << Outcomes{{1, 2, 4}, {0}, {3}} << 5 << 4
                                       << QStringLiteral("3 of 5 identical") << QStringLiteral("1 / 3");
    QTest::newRow("the odd one out") << Outcomes{{1, 2, 4}, {0}, {3}} << 5 << 3
                                     << QStringLiteral("1 of 5, like no other") << QStringLiteral("3 / 3");
    QTest::newRow("all the same") << Outcomes{{0, 1, 2, 3, 4}} << 5 << 0 << QStringLiteral("all 5 identical")
                                  << QStringLiteral("1 / 1");
    QTest::newRow("all different") << Outcomes{{0}, {1}, {2}, {3}, {4}} << 5 << 1
                                   << QStringLiteral("5 different answers") << QStringLiteral("2 / 5");
    QTest::newRow("under way") << Outcomes{{0, 1}, {2}, {3}, {4}} << 2 << 2 << QStringLiteral("2 of 5 done")
                               << QStringLiteral("2 / 4");
    QTest::newRow("just sent") << Outcomes{{0}, {1}, {2}, {3}, {4}} << 0 << 0
                               << QStringLiteral("asked 5 times") << QStringLiteral("1 / 5");
}

void TestRepeatTexts::theFoldIsSaid()
{
    QFETCH(QList<QList<int>>, outcomes);
    QFETCH(int, settled);
    QFETCH(int, shown);
    RepeatSummary asked = summary(5, outcomes);
    asked.settled = settled;
    const RepeatTexts texts = repeatTexts(asked, shown);
    QTEST(texts.folded, "folded");
    QTEST(texts.position, "position");
    QCOMPARE(texts.canStep, outcomes.size() > 1);
}

void TestRepeatTexts::theSpreadIsShortAndItsDetailsExact()
{
    RepeatSummary asked = summary(3, {{0, 1, 2}});
    asked.firstToken = Spread<double>{210, 260, 400, 3};
    asked.total = Spread<double>{1'200, 1'400, 2'000, 3};
    asked.length = Spread<qint64>{96, 1'180, 1'400, 3};
    asked.cost = Spread<Money>{Money::fromPicos(300'000'000), Money::fromPicos(412'345'678),
                               Money::fromPicos(500'000'000), 2};
    asked.unpriced = 1;
    const RepeatTexts texts = repeatTexts(asked, 0);
    const QStringList parts = texts.spread.split(QStringLiteral(" · "));
    QCOMPARE(parts.size(), 3);
    QVERIFY2(parts.at(0).startsWith(QStringLiteral("1.4")), qPrintable(parts.at(0)));
    QCOMPARE(parts.at(1), QStringLiteral("1,180 (96–1,400) tokens"));
    QVERIFY(parts.at(2).contains(QStringLiteral("$0.0003")));
    const QStringList lines = texts.details.split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.at(0).startsWith(QStringLiteral("first token: least 210")));
    QCOMPARE(lines.at(3), QStringLiteral("cost: least $0.0003, median $0.000412345678, most $0.0005"));
    QCOMPARE(lines.at(4), QStringLiteral("answers of unknown cost: 1"));
}

void TestRepeatTexts::oneFigureForAllStandsAlone()
{
    RepeatSummary asked = summary(2, {{0, 1}});
    asked.length = Spread<qint64>{12, 12, 12, 2};
    asked.lengthInTokens = false;
    QCOMPARE(repeatTexts(asked, 0).spread, QStringLiteral("12 characters"));
}

void TestRepeatTexts::stepsGoRoundTheDifferentAnswers()
{
    const RepeatSummary asked = summary(5, {{1, 2, 4}, {0}, {3}});
    QCOMPARE(steppedRepeat(asked, 1, 1), 0);
    QCOMPARE(steppedRepeat(asked, 4, 1), 0); // another of the same outcome
    QCOMPARE(steppedRepeat(asked, 3, 1), 1);
    QCOMPARE(steppedRepeat(asked, 1, -1), 3);
    QCOMPARE(steppedRepeat(asked, 0, -4), 1); // once round and one on
    QCOMPARE(steppedRepeat(summary(2, {{0, 1}}), 1, 1), 1); // there is no other
    QCOMPARE(steppedRepeat(asked, 7, 1), 7);
}

void TestRepeatTexts::whatWillBeAskedIsSaid()
{
    const RepeatTexts texts = plannedRepeatTexts(4);
    QCOMPARE(texts.folded, QStringLiteral("asked 4 times in each run"));
    QVERIFY(!texts.canStep && texts.position.isEmpty() && texts.spread.isEmpty());
}

SWITCHYARD_TEST(TestRepeatTexts)

#include "tst_repeattexts.moc"
