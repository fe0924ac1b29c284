#include "core/compare/comparison.h"

#include "core/compare/runjson.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

class ComparisonTest : public QObject
{
    Q_OBJECT

private slots:
    void lanesRunIndependentlyAndSettleInTheLedger();
    void theLedgerGivesTheRunBackAsItWas();
    void picturesGoWhereTheyAreTaken();
    void unknownAndDisabledAccountsAreNamed();
    void anEmptyPromptIsRefused();
    void aFollowUpSendsWhatWasSaidInItsBranch();
    void aMissingKeyFailsItsLanesOnly();
    void aRefusalSendsNothingAndIsRecorded();
    void cancellingStopsEveryLane();
    void anAccountsLimitQueuesTheRest();
    void theViewsHaveTheSameTokensAndCosts();

private:
    static CompareRequest request(const QStringList &targets);
};

CompareRequest ComparisonTest::request(const QStringList &targets)
{
    CompareRequest request;
    request.prompt = QStringLiteral("How long is the coast?");
    request.task = QStringLiteral("reasoning");
    request.tags = {{QStringLiteral("team"), QStringLiteral("core")}};
    for (const QString &target : targets)
        request.targets.append({*parseTargetName(target)});
    return request;
}

namespace {

bool runToEnd(Comparison &run)
{
    QSignalSpy finished(&run, &Comparison::finished);
    run.start();
    return run.isSettled() || finished.wait(20'000);
}

} // namespace

void ComparisonTest::lanesRunIndependentlyAndSettleInTheLedger()
{
    test::FakeProvider provider;
    provider.onModel(
        QStringLiteral("good"),
        QList<test::Script>{test::completion({QStringLiteral("Long.")}, QStringLiteral("good"))});
    provider.onModel(QStringLiteral("bad"),
                     QList<test::Script>{
                         test::respondJson(500, {{QStringLiteral("error"), QStringLiteral("overheated")}})});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    auto run = Comparison::create(bench.services(),
                                  request({QStringLiteral("fake/good"), QStringLiteral("fake/bad")}));
    QVERIFY(run);
    QVERIFY(runToEnd(**run));
    QCOMPARE((*run)->lane(0).state().status(), LaneStatus::Complete);
    QCOMPARE((*run)->lane(1).state().status(), LaneStatus::Failed);
    QCOMPARE((*run)->lane(1).state().completion.error->message, QStringLiteral("overheated"));
    QCOMPARE(provider.lastRequest().header("authorization"), "Bearer " + test::Workbench::key().toUtf8());
    const Result<RunRecord> record = test::await(bench.reader.run((*run)->runId()));
    QVERIFY(record);
    QCOMPARE(record->lanes.at(0).latest.completion.text, QStringLiteral("Long."));
    QCOMPARE(record->lanes.at(1).latest.completion.status, LaneStatus::Failed);
}

void ComparisonTest::theLedgerGivesTheRunBackAsItWas()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("m"),
                     QList<test::Script>{test::completion({QStringLiteral("An "), QStringLiteral("answer.")},
                                                          QStringLiteral("m"))});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    auto run =
        Comparison::create(bench.services(), request({QStringLiteral("fake/m"), QStringLiteral("fake/m")}));
    QVERIFY(run);
    QVERIFY(runToEnd(**run));
    const Result<RunRecord> record = test::await(bench.reader.run((*run)->runId()));
    QVERIFY(record);
    QCOMPARE(runToJson(*record), runToJson((*run)->record()));
}

void ComparisonTest::picturesGoWhereTheyAreTaken()
{
    test::FakeProvider provider;
    for (const char *model : {"sees", "reads"})
        provider.onModel(
            QString::fromLatin1(model),
            QList<test::Script>{test::completion({QStringLiteral("Yes.")}, QString::fromLatin1(model))});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    CompareRequest wanted = request({QStringLiteral("fake/sees"), QStringLiteral("fake/reads")});
    wanted.images = {{QByteArray("GIF89a"), QStringLiteral("image/gif")}};
    wanted.withoutPictures = {1};
    auto run = Comparison::create(bench.services(), wanted);
    QVERIFY(run);
    QVERIFY(runToEnd(**run));
    QCOMPARE(provider.requests().size(), 2);
    for (const HttpRequest &sent : provider.requests()) {
        const bool sees = sent.body.contains("\"sees\"");
        QCOMPARE(sent.body.contains("data:image/gif;base64,R0lGODlh"), sees);
        QVERIFY(sent.body.contains("How long is the coast?"));
    }
    QVERIFY(!(*run)->lane(0).state().withoutPictures);
    QVERIFY((*run)->lane(1).state().withoutPictures);
    QCOMPARE(test::await(bench.reader.run((*run)->runId()))->images, wanted.images);
}

void ComparisonTest::unknownAndDisabledAccountsAreNamed()
{
    test::Workbench bench;
    Account off;
    off.name = QStringLiteral("off");
    off.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9/v1"));
    off.enabled = false;
    bench.addAccount(off);
    const auto unknown = Comparison::create(bench.services(), request({QStringLiteral("nobody/m")}));
    QVERIFY(!unknown);
    QVERIFY(unknown.error().message.contains(QLatin1StringView("nobody")));
    const auto disabled = Comparison::create(bench.services(), request({QStringLiteral("off/m")}));
    QVERIFY(!disabled);
    QVERIFY(disabled.error().message.contains(QLatin1StringView("switched off")));
}

void ComparisonTest::anEmptyPromptIsRefused()
{
    test::Workbench bench;
    CompareRequest blank = request({QStringLiteral("fake/m")});
    blank.prompt = QStringLiteral(" \n");
    const auto run = Comparison::create(bench.services(), blank);
    QVERIFY(!run);
    QCOMPARE(run.error().kind, ErrorKind::InvalidRequest);
}

void ComparisonTest::aFollowUpSendsWhatWasSaidInItsBranch()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("m"),
                     {test::completion({QStringLiteral("Long.")}, QStringLiteral("m")),
                      test::completion({QStringLiteral("Longer.")}, QStringLiteral("m"))});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    auto first = Comparison::create(bench.services(), request({QStringLiteral("fake/m")}));
    QVERIFY(first);
    QVERIFY(runToEnd(**first));

    CompareRequest next = request({QStringLiteral("fake/m")});
    next.prompt = QStringLiteral("And with every pebble?");
    next.system = QStringLiteral("Be exact.");
    next.turn = {(*first)->runId(), (*first)->runId(), Lineage::Own};
    next.contexts = {branchOf({(*first)->record()}, (*first)->lane(0).state().laneId)};
    auto second = Comparison::create(bench.services(), next);
    QVERIFY(second);
    QVERIFY(runToEnd(**second));
    QStringList sent;
    const QJsonObject body = QJsonDocument::fromJson(provider.lastRequest().body).object();
    const QJsonArray messages = body.value(QStringLiteral("messages")).toArray();
    for (const auto &message : messages)
        sent.append(message[QStringLiteral("role")].toString() + QStringLiteral(": ")
                    + message[QStringLiteral("content")].toString());
    QCOMPARE(
        sent,
        (QStringList{QStringLiteral("system: Be exact."), QStringLiteral("user: How long is the coast?"),
                     QStringLiteral("assistant: Long."), QStringLiteral("user: And with every pebble?")}));
    const Result<RunRecord> record = test::await(bench.reader.run((*second)->runId()));
    QVERIFY(record);
    QCOMPARE(record->turn, next.turn);
    QCOMPARE(record->lanes.first().parentLane, (*first)->lane(0).state().laneId);
}

void ComparisonTest::aMissingKeyFailsItsLanesOnly()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("m"),
                     QList<test::Script>{test::completion({QStringLiteral("x")}, QStringLiteral("m"))});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("open"), provider.baseUrl(), false);
    Account keyless;
    keyless.name = QStringLiteral("keyless");
    keyless.baseUrl = provider.baseUrl();
    keyless.keyStore = KeyStore::Environment;
    keyless.keyVariable = QStringLiteral("SURELY_NOT_SET");
    bench.addAccount(keyless);
    auto run = Comparison::create(bench.services(),
                                  request({QStringLiteral("keyless/m"), QStringLiteral("open/m")}));
    QVERIFY(run);
    QVERIFY(runToEnd(**run));
    const LaneState &failed = (*run)->lane(0).state();
    QCOMPARE(failed.status(), LaneStatus::Failed);
    QCOMPARE(failed.completion.error->kind, ErrorKind::Auth);
    QVERIFY(failed.completion.error->message.contains(QLatin1StringView("SURELY_NOT_SET")));
    QCOMPARE((*run)->lane(1).state().status(), LaneStatus::Complete);
    QCOMPARE(provider.requestCount(), 1);
}

void ComparisonTest::aRefusalSendsNothingAndIsRecorded()
{
    test::FakeProvider provider;
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    CompareRequest refused = request({QStringLiteral("fake/m")});
    refused.refusal = Error{ErrorKind::Budget, QStringLiteral("Too dear.")};
    auto run = Comparison::create(bench.services(), refused);
    QVERIFY(run);
    QVERIFY(runToEnd(**run));
    QCOMPARE(provider.requestCount(), 0);
    const Result<RunRecord> record = test::await(bench.reader.run((*run)->runId()));
    QVERIFY(record);
    QCOMPARE(record->lanes.at(0).latest.completion.error->kind, ErrorKind::Budget);

    const Result<Lane *> added = (*run)->addLane(refused.targets.constFirst(), 0);
    QVERIFY(added);
    QTRY_VERIFY((*added)->isSettled());
    QCOMPARE((*added)->state().completion.error->kind, ErrorKind::Budget);
    QCOMPARE(provider.requestCount(), 0);
}

void ComparisonTest::cancellingStopsEveryLane()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("m"), QList<test::Script>{test::Script{test::hang()}});
    test::Workbench bench;
    Account limited;
    limited.name = QStringLiteral("fake");
    limited.baseUrl = provider.baseUrl();
    limited.maxParallel = 1;
    bench.addAccount(limited);
    auto run =
        Comparison::create(bench.services(), request({QStringLiteral("fake/m"), QStringLiteral("fake/m")}));
    QVERIFY(run);
    QSignalSpy finished(run->get(), &Comparison::finished);
    (*run)->start();
    QTRY_COMPARE(provider.requestCount(), 1);
    (*run)->cancel();
    QVERIFY((*run)->isSettled() || finished.wait());
    for (int index = 0; index < 2; ++index)
        QCOMPARE((*run)->lane(index).state().status(), LaneStatus::Cancelled);
    QTRY_COMPARE(provider.openConnections(), 0);
    QCOMPARE(bench.laneSlots.running(limited.id), 0);
}

void ComparisonTest::anAccountsLimitQueuesTheRest()
{
    test::FakeProvider provider;
    test::Script slow = test::completion({QStringLiteral("x")}, QStringLiteral("m"));
    slow.prepend(test::delay(60ms));
    provider.onModel(QStringLiteral("m"), QList<test::Script>{slow});
    test::Workbench bench;
    Account limited;
    limited.name = QStringLiteral("fake");
    limited.baseUrl = provider.baseUrl();
    limited.maxParallel = 2;
    bench.addAccount(limited);
    auto run = Comparison::create(bench.services(), request(QStringList(6, QStringLiteral("fake/m"))));
    QVERIFY(run);
    QVERIFY(runToEnd(**run));
    QCOMPARE(provider.requestCount(), 6);
    QCOMPARE(provider.peakRequests(), 2);
    const Timing last = (*run)->lane(5).state().completion.timing;
    QVERIFY(last.queued > 0.0);
    QVERIFY(*(*run)->lane(0).state().completion.timing.firstText > 0.0);
}

void ComparisonTest::theViewsHaveTheSameTokensAndCosts()
{
    test::FakeProvider provider;
    provider.onModel(
        QStringLiteral("gpt-4o-mini"),
        QList<test::Script>{test::completion({QStringLiteral("priced")}, QStringLiteral("gpt-4o-mini"))});
    test::Workbench bench;
    Account account;
    account.name = QStringLiteral("mine");
    account.presetId = QStringLiteral("openai");
    account.baseUrl = provider.baseUrl();
    bench.addAccount(account);
    auto run = Comparison::create(bench.services(), request({QStringLiteral("mine/gpt-4o-mini")}));
    QVERIFY(run);
    QVERIFY(runToEnd(**run));
    const LaneState &lane = (*run)->lane(0).state();
    QVERIFY(lane.cost.amount.has_value());
    const qint64 runId = (*run)->runId();
    {
        QSqlDatabase file = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("views"));
        file.setDatabaseName(bench.ledger.filePath());
        QVERIFY(file.open());
        QSqlQuery row(file);
        row.prepare(QStringLiteral(
            "SELECT input_tokens, output_tokens, cost_picos, task, source, usage_json IS NOT NULL "
            "FROM v_attempts WHERE run_id = ?"));
        row.addBindValue(runId);
        QVERIFY(row.exec() && row.next());
        QCOMPARE(row.value(0).toLongLong(), *lane.completion.usage.input);
        QCOMPARE(row.value(1).toLongLong(), *lane.completion.usage.output);
        QCOMPARE(row.value(2).toLongLong(), lane.cost.amount->picos());
        QCOMPARE(row.value(3).toString(), QStringLiteral("reasoning"));
        QCOMPARE(row.value(4).toString(), QStringLiteral("window"));
        QVERIFY(row.value(5).toBool());
    }
    QSqlDatabase::removeDatabase(QStringLiteral("views"));
}

SWITCHYARD_TEST(ComparisonTest)
#include "tst_comparison.moc"
