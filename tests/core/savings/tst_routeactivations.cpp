#include "core/savings/routeactivations.h"

#include "core/routing/rulesetstore.h"
#include "tests/core/savings/savedtraffic.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;

/// When which version began to run, as marks on a chart.
class RouteActivationsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void marksAreInTheOrderOfTime();
    void theVersionBeforeIsTheOneThatRan();
    void aRangeHasItsBeginningAndNotItsEnd();
    void theLabelNamesRouteAndVersion();

private:
    void activate(const QString &name, const QString &target, qint64 atMs, const QString &comment = {});
    QList<RouteActivation> activations(const TimeRange &range = {});

    std::unique_ptr<test::TemporaryLedger> m_ledger;
    test::FakeClock m_clock;
    std::unique_ptr<RuleSetStore> m_store;
};

void RouteActivationsTest::init()
{
    m_store.reset();
    m_ledger = std::make_unique<test::TemporaryLedger>();
    QVERIFY2(m_ledger->isOpen(), qPrintable(m_ledger->problem()));
    m_store = std::make_unique<RuleSetStore>(m_ledger->database(), m_clock);
    QVERIFY(m_store->load());
}

void RouteActivationsTest::activate(const QString &name, const QString &target, qint64 atMs,
                                    const QString &comment)
{
    m_clock.setUtcMs(atMs);
    RuleSet rules{.name = name};
    rules.otherwise.chain = test::chainOf({target});
    QVERIFY(await(m_store->activate(name, rules, comment, false)));
}

QList<RouteActivation> RouteActivationsTest::activations(const TimeRange &range)
{
    const auto read = await(m_ledger->database().read(
        [range](Connection &connection) { return routeActivations(connection, range); }));
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

void RouteActivationsTest::marksAreInTheOrderOfTime()
{
    activate(QStringLiteral("mine"), test::kBigTarget, 2000, QStringLiteral("to begin with"));
    activate(QStringLiteral("other"), test::kBigTarget, 1000);
    const QList<RouteActivation> marks = activations();
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks.at(0), (RouteActivation{.atMs = 1000, .ruleSet = QStringLiteral("other"), .version = 1}));
    QCOMPARE(marks.at(1),
             (RouteActivation{.atMs = 2000,
                              .ruleSet = QStringLiteral("mine"),
                              .version = 1,
                              .comment = QStringLiteral("to begin with")}));
}

void RouteActivationsTest::theVersionBeforeIsTheOneThatRan()
{
    const QString mine = QStringLiteral("mine");
    activate(mine, test::kBigTarget, 1000);
    activate(mine, test::kSmallTarget, 2000);
    m_clock.setUtcMs(3000);
    QVERIFY(await(m_store->activateVersion(mine, 1)));
    m_clock.setUtcMs(4000);
    QVERIFY(await(m_store->activateVersion(mine, 1)));
    const QList<RouteActivation> marks = activations();
    QCOMPARE(marks.size(), 4);
    QCOMPARE(marks.at(0).versionBefore, 0);
    QCOMPARE(marks.at(1).versionBefore, 1);
    QCOMPARE(marks.at(2).version, 1);
    QCOMPARE(marks.at(2).versionBefore, 2);
    // Activating what runs already is no change.
    QCOMPARE(marks.at(3).version, 1);
    QCOMPARE(marks.at(3).versionBefore, 2);
}

void RouteActivationsTest::aRangeHasItsBeginningAndNotItsEnd()
{
    const QString mine = QStringLiteral("mine");
    for (const qint64 at : {1000, 2000, 3000})
        activate(mine, test::kBigTarget, at);
    const QList<RouteActivation> marks = activations({.sinceMs = 2000, .untilMs = 3000});
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks.constFirst().version, 2);
    QCOMPARE(marks.constFirst().versionBefore, 1);
}

void RouteActivationsTest::theLabelNamesRouteAndVersion()
{
    QCOMPARE(activationLabel({.ruleSet = QStringLiteral("mine"), .version = 3}),
             QStringLiteral("route/mine version 3"));
}

SWITCHYARD_TEST(RouteActivationsTest)

#include "tst_routeactivations.moc"
