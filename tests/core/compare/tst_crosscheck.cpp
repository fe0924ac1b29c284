#include "core/compare/crosscheck.h"

#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QTest>

using namespace core;

class CrossCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void textsAgreeByTheirWords_data();
    void textsAgreeByTheirWords();
    void longTextsAreCompared();
    void figuresAreComparedWhereBothAreKnown();
    void aliasesOfTheModelAreFoundInOtherAccounts();
};

void CrossCheckTest::textsAgreeByTheirWords_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<double>("agreement");
    QTest::newRow("the same") << QStringLiteral("a b c") << QStringLiteral("a b c") << 1.0;
    QTest::newRow("case, punctuation and white space do not count")
        << QStringLiteral("Hello, World!  It is.") << QStringLiteral("hello world\nit is") << 1.0;
    QTest::newRow("nothing in common") << QStringLiteral("a b c") << QStringLiteral("d e f") << 0.0;
    QTest::newRow("half of the pairs") << QStringLiteral("a b c") << QStringLiteral("a b d") << 0.5;
    QTest::newRow("the order counts") << QStringLiteral("a b") << QStringLiteral("b a") << 0.0;
    QTest::newRow("one word each") << QStringLiteral("Yes.") << QStringLiteral("yes") << 1.0;
    QTest::newRow("Chinese without spaces") << QString::fromUtf8("天空") << QString::fromUtf8("天空") << 1.0;
    QTest::newRow("signs only, the same") << QStringLiteral("!?") << QStringLiteral("!?") << 1.0;
    QTest::newRow("signs only, different") << QStringLiteral("!?") << QStringLiteral("?!") << 0.0;
    QTest::newRow("repeats count as often as both have them")
        << QStringLiteral("a a a") << QStringLiteral("a a") << 2.0 / 3.0;
}

void CrossCheckTest::textsAgreeByTheirWords()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(double, agreement);
    QCOMPARE(textAgreement(one, other), agreement);
    QCOMPARE(textAgreement(other, one), agreement);
}

void CrossCheckTest::longTextsAreCompared()
{
    QString one;
    QString other;
    for (int i = 0; i < 50'000; ++i) {
        one += QStringLiteral("word%1 ").arg(i);
        other += QStringLiteral("word%1 ").arg(i * 2);
    }
    QVERIFY(textAgreement(one, other) < 0.1);
}

void CrossCheckTest::figuresAreComparedWhereBothAreKnown()
{
    LaneState a;
    a.completion.text = QStringLiteral("The sky is blue.");
    a.completion.usage.input = 100;
    a.completion.usage.output = 50;
    a.completion.timing.firstText = 400.0;
    a.completion.timing.last = 1000.0;
    a.cost.amount = Money::fromDecimal(u"0.002");
    LaneState b = a;
    b.completion.usage.input = 150;
    b.completion.usage.output.reset();
    b.completion.timing.firstReasoning = 200.0;
    b.cost.amount = Money::fromDecimal(u"0.001");
    const CrossCheck check = crossCheck(a, b);
    QCOMPARE(check.agreement, 1.0);
    QVERIFY(check.identical);
    QVERIFY(check.sameModelAnswered);
    QCOMPARE(check.inputRatio, 1.5);
    QVERIFY(!check.outputRatio);
    QCOMPARE(check.costRatio, 0.5);
    QCOMPARE(check.firstTokenRatio, 0.5);
    QCOMPARE(check.totalRatio, 1.0);
    b.completion.text.clear();
    b.otherModelAnswered = true;
    QVERIFY(!crossCheck(a, b).agreement);
    QVERIFY(!crossCheck(a, b).sameModelAnswered);
}

void CrossCheckTest::aliasesOfTheModelAreFoundInOtherAccounts()
{
    test::Workbench bench;
    const QUrl url(QStringLiteral("http://127.0.0.1:1/v1"));
    const auto add = [&bench, url](const QString &name, const QStringList &models) {
        const Account account = bench.addAccount(name, url, false);
        QList<AccountModel> listing;
        for (const QString &model : models)
            listing.append({model});
        QVERIFY(test::await(bench.lists.replaceListed(account.id, listing)));
    };
    add(QStringLiteral("direct"), {QStringLiteral("gpt-4o-mini")});
    add(QStringLiteral("gateway"), {QStringLiteral("x/other"), QStringLiteral("openai/gpt-4o-mini")});
    add(QStringLiteral("dated"), {QStringLiteral("gpt-4o-mini-2024-07-18"), QStringLiteral("gpt-4o")});
    add(QStringLiteral("foreign"), {QStringLiteral("claude-sonnet-4")});
    add(QStringLiteral("off"), {QStringLiteral("gpt-4o-mini")});
    QVERIFY(test::await(bench.accounts.setEnabled(bench.accounts.find(u"off")->id, false)));
    const QList<TargetName> expected{{QStringLiteral("gateway"), QStringLiteral("openai/gpt-4o-mini")},
                                     {QStringLiteral("dated"), QStringLiteral("gpt-4o-mini-2024-07-18")}};
    QCOMPARE(crossCheckTargets(bench.accounts, bench.directory,
                               {QStringLiteral("direct"), QStringLiteral("gpt-4o-mini")}),
             expected);
}

SWITCHYARD_TEST(CrossCheckTest)
#include "tst_crosscheck.moc"
