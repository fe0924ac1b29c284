#include "core/compare/recordings.h"

#include "core/storage/statement.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace core;

namespace {

const QString kRecordedModel = QStringLiteral("m");

AttemptRecording attempt(qint64 id, qint64 lane, qsizetype bytes, bool ended = true)
{
    auto recording = std::make_shared<Recording>();
    recording->response = QByteArray(bytes, 'x');
    recording->responseSize = bytes;
    recording->ended = ended;
    return {id, lane, 1, QStringLiteral("a"), kRecordedModel, recording};
}

} // namespace

/// Which recordings there are, in memory and in the ledger.
class RecordingsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aRunsLanesAreRecordedInMemory();
    void everyAttemptOfALaneIsThere();
    void theLedgerKeepsThemOnlyWhenWanted();
    void theLedgerKeepsNoneOfARunWithoutTexts();
    void aDeletedRunTakesItsRecordingsAlong();
    void noKeyIsInTheLedgersFile();
    void theOldestMakeRoom();
    void anEndedRecordingTakesThePlaceOfItsRequest();

private:
    Comparison &run(const QString &prompt = QStringLiteral("Hello"));
    QList<AttemptRecording> ofLane(Recordings &recordings, qint64 lane);

    std::unique_ptr<test::Workbench> m_bench;
    std::unique_ptr<test::FakeProvider> m_provider;
    std::unique_ptr<Comparison> m_run;
};

void RecordingsTest::init()
{
    m_bench = std::make_unique<test::Workbench>();
    m_provider = std::make_unique<test::FakeProvider>();
    m_bench->addAccount(QStringLiteral("a"), m_provider->baseUrl());
    m_provider->onModel(kRecordedModel,
                        QList<test::Script>{test::completion({QStringLiteral("fine")}, kRecordedModel)});
}

void RecordingsTest::cleanup()
{
    m_run.reset();
    m_bench.reset();
    m_provider.reset();
}

Comparison &RecordingsTest::run(const QString &prompt)
{
    CompareRequest request;
    request.prompt = prompt;
    request.targets = {Target{{QStringLiteral("a"), kRecordedModel}}};
    m_run = std::move(Comparison::create(m_bench->services(), request).value());
    QSignalSpy finished(m_run.get(), &Comparison::finished);
    m_run->start();
    if (!finished.wait(20'000))
        qFatal("the run did not end");
    return *m_run;
}

QList<AttemptRecording> RecordingsTest::ofLane(Recordings &recordings, qint64 lane)
{
    const Result<QList<AttemptRecording>> found = test::await(recordings.ofLanes({lane}));
    return found ? *found : QList<AttemptRecording>();
}

void RecordingsTest::aRunsLanesAreRecordedInMemory()
{
    const qint64 lane = run().lane(0).state().laneId;
    const QList<AttemptRecording> found = ofLane(m_bench->recordings, lane);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().account, QStringLiteral("a"));
    QCOMPARE(found.constFirst().recording->request, m_provider->lastRequest().body);
    QVERIFY(found.constFirst().recording->response.contains("fine"));
    Recordings another(m_bench->ledger.database());
    QVERIFY(ofLane(another, lane).isEmpty());
}

void RecordingsTest::everyAttemptOfALaneIsThere()
{
    m_provider->next(test::respondJson(429, {{QStringLiteral("error"), QStringLiteral("slow down")}},
                                       {{"Retry-After", "0"}}));
    const QList<AttemptRecording> found = ofLane(m_bench->recordings, run().lane(0).state().laneId);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).number, 1);
    QCOMPARE(found.at(0).recording->status, 429);
    QVERIFY(found.at(0).recording->response.contains("slow down"));
    QCOMPARE(found.at(1).number, 2);
    QCOMPARE(found.at(1).recording->status, 200);
}

void RecordingsTest::theLedgerKeepsThemOnlyWhenWanted()
{
    m_bench->recordings.setKeptInLedger(true);
    const qint64 lane = run().lane(0).state().laneId;
    const QList<AttemptRecording> inMemory = ofLane(m_bench->recordings, lane);
    Recordings another(m_bench->ledger.database());
    const QList<AttemptRecording> stored = ofLane(another, lane);
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored.constFirst().attemptId, inMemory.constFirst().attemptId);
    Recording expected = *inMemory.constFirst().recording;
    expected.dispatchedNs = 0; // means nothing in another process
    QCOMPARE(*stored.constFirst().recording, expected);
}

void RecordingsTest::theLedgerKeepsNoneOfARunWithoutTexts()
{
    m_bench->recordings.setKeptInLedger(true);
    m_bench->writer.setKeepTexts(false);
    const qint64 lane = run().lane(0).state().laneId;
    QCOMPARE(ofLane(m_bench->recordings, lane).size(), 1);
    Recordings another(m_bench->ledger.database());
    QVERIFY(ofLane(another, lane).isEmpty());
}

void RecordingsTest::aDeletedRunTakesItsRecordingsAlong()
{
    m_bench->recordings.setKeptInLedger(true);
    const qint64 id = run().runId();
    QVERIFY(test::await(m_bench->writer.removeRun(id)));
    const Result<qint64> left = test::await(m_bench->ledger.database().read([](Connection &connection) {
        return connection.integer(QStringLiteral("SELECT count(*) FROM recordings"));
    }));
    QVERIFY(left);
    QCOMPARE(*left, 0);
}

void RecordingsTest::noKeyIsInTheLedgersFile()
{
    m_bench->recordings.setKeptInLedger(true);
    const QByteArray key = test::Workbench::key().toUtf8();
    m_provider->next(test::respond(401, {{"X-Key", key}, {"Content-Type", "application/json"}},
                                   "{\"error\":{\"message\":\"bad key " + key + "\"}}"));
    const qint64 lane = run(QStringLiteral("Say something else")).lane(0).state().laneId;
    QCOMPARE(ofLane(m_bench->recordings, lane).size(), 1);
    m_run.reset();
    m_bench->ledger.close();
    for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
        QFile file(m_bench->ledger.filePath() + suffix);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QVERIFY(!file.readAll().contains(key));
    }
    m_bench->ledger.reopen();
}

void RecordingsTest::theOldestMakeRoom()
{
    Recordings small(m_bench->ledger.database(), 1000);
    small.add(attempt(1, 1, 600));
    small.add(attempt(2, 2, 300));
    QCOMPARE(ofLane(small, 1).size(), 1);
    small.add(attempt(3, 3, 300));
    QVERIFY(ofLane(small, 1).isEmpty());
    QCOMPARE(ofLane(small, 2).size(), 1);
    small.add(attempt(4, 4, 5000)); // larger than the whole room, but the newest
    QVERIFY(ofLane(small, 3).isEmpty());
    QCOMPARE(ofLane(small, 4).size(), 1);
}

void RecordingsTest::anEndedRecordingTakesThePlaceOfItsRequest()
{
    Recordings recordings(m_bench->ledger.database());
    QSignalSpy added(&recordings, &Recordings::added);
    recordings.add(attempt(1, 7, 0, false));
    recordings.add(attempt(1, 7, 10));
    QCOMPARE(added.size(), 2);
    const QList<AttemptRecording> found = ofLane(recordings, 7);
    QCOMPARE(found.size(), 1);
    QVERIFY(found.constFirst().recording->ended);
}

SWITCHYARD_TEST(RecordingsTest)
#include "tst_recordings.moc"
