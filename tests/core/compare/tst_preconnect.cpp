#include "core/compare/raceclock.h"
#include "core/compare/recordings.h"
#include "core/ledger/ledgerreader.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

namespace {

const QString kModel = QStringLiteral("m");

} // namespace

/// Runs that open their connections first, and lanes that join a run.
class PreconnectTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void allConnectionsAreOpenBeforeAnyLaneIsSent();
    void withoutItEveryLaneConnectsItself();
    void lanesAreReleasedTogether();
    void aHostThatCannotBeReachedKeepsNobodyWaiting();
    void noMoreConnectionsThanTheAccountAllows();
    void anAddedLaneIsPartOfTheRun();
    void anAddedLaneNeedsAKnownAccount();

private:
    Comparison &begin(const QList<Target> &targets, bool preconnect);
    void settle();

    std::unique_ptr<test::Workbench> m_bench;
    std::unique_ptr<test::FakeProvider> m_provider;
    std::unique_ptr<Comparison> m_run;
};

void PreconnectTest::init()
{
    m_bench = std::make_unique<test::Workbench>();
    m_provider = std::make_unique<test::FakeProvider>();
    m_bench->addAccount(QStringLiteral("a"), m_provider->baseUrl());
    m_provider->onModel(kModel, QList<test::Script>{test::completion({QStringLiteral("fine")}, kModel)});
}

void PreconnectTest::cleanup()
{
    m_run.reset();
    m_bench.reset();
    m_provider.reset();
}

Comparison &PreconnectTest::begin(const QList<Target> &targets, bool preconnect)
{
    CompareRequest request;
    request.prompt = QStringLiteral("Hello");
    request.targets = targets;
    request.preconnect = preconnect;
    m_run = std::move(Comparison::create(m_bench->services(), request).value());
    m_run->start();
    return *m_run;
}

void PreconnectTest::settle()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_run->isSettled(), 20'000);
}

void PreconnectTest::allConnectionsAreOpenBeforeAnyLaneIsSent()
{
    int openAtFirstRequest = 0;
    connect(
        m_provider.get(), &test::FakeProvider::requestReceived, this,
        [this, &openAtFirstRequest](int count) {
            if (count == 1)
                openAtFirstRequest = m_provider->openConnections();
        },
        Qt::DirectConnection);
    const Comparison &run = begin(QList<Target>(4, Target{{QStringLiteral("a"), kModel}}), true);
    settle();
    QCOMPARE(openAtFirstRequest, 4);
    // Eight, if those were not used. Qt replaces one now and then.
    QVERIFY2(m_provider->connectionsAccepted() <= 5,
             qPrintable(QString::number(m_provider->connectionsAccepted())));
    QVERIFY(run.preconnectMs() && *run.preconnectMs() > 0.0);
    for (int i = 0; i < run.laneCount(); ++i) {
        QCOMPARE(run.lane(i).state().status(), LaneStatus::Complete);
        QVERIFY(!run.lane(i).state().completion.timing.connected);
    }
}

void PreconnectTest::withoutItEveryLaneConnectsItself()
{
    const Comparison &run = begin({Target{{QStringLiteral("a"), kModel}}}, false);
    settle();
    QVERIFY(!run.preconnectMs());
    QVERIFY(run.lane(0).state().completion.timing.connected.has_value());
}

void PreconnectTest::lanesAreReleasedTogether()
{
    const Comparison &run = begin(QList<Target>(6, Target{{QStringLiteral("a"), kModel}}), true);
    settle();
    QList<LaneState> lanes;
    for (int i = 0; i < run.laneCount(); ++i)
        lanes.append(run.lane(i).state());
    const std::optional<double> spread = releaseSpreadMs(lanes);
    QVERIFY(spread);
    QVERIFY2(*spread < 50.0, qPrintable(QString::number(*spread)));
}

void PreconnectTest::aHostThatCannotBeReachedKeepsNobodyWaiting()
{
    test::FakeProvider gone;
    const QUrl nowhere = gone.baseUrl();
    gone.shutDown();
    m_bench->addAccount(QStringLiteral("gone"), nowhere);
    const Comparison &run =
        begin({Target{{QStringLiteral("a"), kModel}}, Target{{QStringLiteral("gone"), kModel}}}, true);
    settle();
    QCOMPARE(run.lane(0).state().status(), LaneStatus::Complete);
    QCOMPARE(run.lane(1).state().status(), LaneStatus::Failed);
}

void PreconnectTest::noMoreConnectionsThanTheAccountAllows()
{
    Account narrow;
    narrow.name = QStringLiteral("narrow");
    narrow.baseUrl = m_provider->baseUrl();
    narrow.keyStore = KeyStore::None;
    narrow.maxParallel = 2;
    m_bench->addAccount(narrow);
    begin(QList<Target>(5, Target{{QStringLiteral("narrow"), kModel}}), true);
    settle();
    QCOMPARE(m_provider->requestCount(), 5);
    // Five without a limit. Qt replaces one now and then.
    QVERIFY2(m_provider->connectionsAccepted() <= 3,
             qPrintable(QString::number(m_provider->connectionsAccepted())));
}

void PreconnectTest::anAddedLaneIsPartOfTheRun()
{
    m_bench->addAccount(QStringLiteral("b"), m_provider->baseUrl());
    Comparison &run = begin({Target{{QStringLiteral("a"), kModel}}}, false);
    QVERIFY(!run.addLane({{QStringLiteral("b"), kModel}}, 0)); // the ledger has no run yet
    settle();
    const Result<Lane *> added = run.addLane({{QStringLiteral("b"), kModel}}, 0);
    QVERIFY(added);
    QCOMPARE((*added)->messages(), run.lane(0).messages());
    QVERIFY(!run.isSettled());
    settle();
    QCOMPARE((*added)->state().status(), LaneStatus::Complete);
    QCOMPARE((*added)->state().completion.text, QStringLiteral("fine"));
    const Result<RunRecord> record = test::await(m_bench->reader.run(run.runId()));
    QVERIFY(record);
    QCOMPARE(record->lanes.size(), 2);
    QCOMPARE(record->lanes.at(1).position, 1);
    QCOMPARE(record->lanes.at(1).latest.accountName, QStringLiteral("b"));
    QCOMPARE(record->lanes.at(1).latest.completion.status, LaneStatus::Complete);
    QCOMPARE(record->lanes.at(1).latest.source, QStringLiteral("window"));
}

void PreconnectTest::anAddedLaneNeedsAKnownAccount()
{
    Comparison &run = begin({Target{{QStringLiteral("a"), kModel}}}, false);
    settle();
    const Result<Lane *> added = run.addLane({{QStringLiteral("nobody"), kModel}}, 0);
    QVERIFY(!added);
    QVERIFY(added.error().message.contains(QStringLiteral("nobody")));
    QCOMPARE(run.laneCount(), 1);
}

SWITCHYARD_TEST(PreconnectTest)
#include "tst_preconnect.moc"
