#include "core/models/attempttablemodel.h"
#include "core/models/ledgerwords.h"
#include "core/models/runlistmodel.h"
#include "core/models/usagetablemodel.h"
#include "core/usage/usagereader.h"

#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QScopeGuard>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::LedgerStory;

namespace {

QDateTime utc(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute), Qt::UTC);
}

QString text(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

UsageQuery byAccountAndModel()
{
    UsageQuery query;
    query.by = {QStringLiteral("account"), QStringLiteral("model")};
    return query;
}

} // namespace

/// The item models over a real ledger.
class TestLedgerModels : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void runsComeNewestFirstAndPageByPage();
    void aNewRunIsAddedWithoutAReset();
    void aChangedRunIsChangedInPlace();
    void hiddenRunsAreLeftOutAndComeBack();
    void aConversationIsOneEntryUntilWordsAreSought();
    void onlyTheLatestFilterCounts();
    void aRunWithoutTextsSaysSo();
    void attemptsComeNewestFirstAndPageByPage();
    void anAttemptShowsItsFigures();
    void onlyWhatMayHaveCostSomethingIsUnpriced();
    void attemptsThatAreRefreshedStay();
    void anAttemptBegunMeanwhileShowsNoneTwice();
    void modelsAndAccountsAreSummedUp();
    void unpricedIsSaidInWords();
    void countsHaveSeparators();
    void percentilesNeedSamples();
    void timesAreToldAsPeopleDo_data();
    void timesAreToldAsPeopleDo();
    void sharesNeverHideAnError_data();
    void sharesNeverHideAnError();
    void sharesHaveTheSignOfTheLanguage();

private:
    std::unique_ptr<LedgerStory> m_story;
};

void TestLedgerModels::init()
{
    m_story = std::make_unique<LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
}

void TestLedgerModels::runsComeNewestFirstAndPageByPage()
{
    for (int run = 0; run < RunListModel::kPage + 30; ++run)
        m_story->tell(utc(20, 8).addSecs(run * 60LL), QStringLiteral("Prompt %1\nsecond line").arg(run),
                      {{QStringLiteral("a/one")}});
    m_story->finish();
    RunListModel model(m_story->reader);
    QSignalSpy loaded(&model, &RunListModel::loaded);
    model.setFilter({});
    QVERIFY(loaded.wait());
    QCOMPARE(model.rowCount(), RunListModel::kPage);
    QCOMPARE(text(model, 0, 0), QStringLiteral("Prompt 129"));
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QVERIFY(!model.canFetchMore({}));
    QVERIFY(loaded.wait());
    QCOMPARE(model.rowCount(), RunListModel::kPage + 30);
    QCOMPARE(text(model, model.rowCount() - 1, 0), QStringLiteral("Prompt 0"));
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.rowOf(model.runAt(50).runId), 50);
    QCOMPARE(model.rowOf(99'999), -1);
    // Last, as it fetches by itself.
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestLedgerModels::aNewRunIsAddedWithoutAReset()
{
    m_story->tell(utc(20, 8), QStringLiteral("First"), {{QStringLiteral("a/one")}});
    m_story->finish();
    RunListModel model(m_story->reader);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy loaded(&model, &RunListModel::loaded);
    model.setFilter({});
    QVERIFY(loaded.wait());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QPersistentModelIndex first = model.index(0);
    m_story->tell(utc(20, 9), QStringLiteral("Second"), {{QStringLiteral("a/one")}});
    m_story->finish();
    model.refresh();
    QVERIFY(loaded.wait());
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(first.row(), 1);
    QCOMPARE(text(model, 0, 0), QStringLiteral("Second"));
}

void TestLedgerModels::aChangedRunIsChangedInPlace()
{
    const qint64 run = m_story->tell(utc(20, 8), QStringLiteral("First"), {{QStringLiteral("a/one")}});
    m_story->finish();
    RunListModel model(m_story->reader);
    QSignalSpy loaded(&model, &RunListModel::loaded);
    model.setFilter({});
    QVERIFY(loaded.wait());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(test::await(m_story->writer.setTask({run}, QStringLiteral("extract"), TaskOrigin::User)));
    model.refresh();
    QVERIFY(loaded.wait());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.runAt(0).task, QStringLiteral("extract"));
    model.refresh();
    QVERIFY(loaded.wait());
    QCOMPARE(changed.count(), 1);
}

void TestLedgerModels::hiddenRunsAreLeftOutAndComeBack()
{
    QList<qint64> runs;
    for (int run = 0; run < 3; ++run)
        runs.append(
            m_story->tell(utc(20, 8), QStringLiteral("Run %1").arg(run), {{QStringLiteral("a/one")}}));
    m_story->finish();
    RunListModel model(m_story->reader);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy loaded(&model, &RunListModel::loaded);
    model.setFilter({});
    QVERIFY(loaded.wait());
    model.setHidden({runs.at(1)});
    QCOMPARE(model.rowCount(), 2);
    model.refresh();
    QVERIFY(loaded.wait());
    QCOMPARE(model.rowCount(), 2);
    model.setHidden({});
    QVERIFY(loaded.wait());
    QCOMPARE(model.rowOf(runs.at(1)), 1);
}

void TestLedgerModels::aConversationIsOneEntryUntilWordsAreSought()
{
    const qint64 first = m_story->tell(utc(20, 8), QStringLiteral("one"), {{QStringLiteral("a/one")}});
    m_story->tell(utc(20, 9), QStringLiteral("alone"), {{QStringLiteral("a/one")}});
    m_story->finish();
    RunListModel model(m_story->reader);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy loaded(&model, &RunListModel::loaded);
    model.setFilter({});
    QVERIFY(loaded.wait());
    QCOMPARE(model.rowCount(), 2);
    RunDraft draft;
    draft.prompt = QStringLiteral("two");
    draft.turn = {first, first};
    draft.lanes = {{1, QStringLiteral("a"), QStringLiteral("one")}};
    QVERIFY(test::await(m_story->writer.beginRun(draft)));
    model.refresh();
    QVERIFY(loaded.wait());
    // The conversation is where its newest turn is.
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 0, 0), QStringLiteral("two"));
    QCOMPARE(model.runAt(0).turns, 2);
    QCOMPARE(text(model, 1, 0), QStringLiteral("alone"));
    RunFilter words;
    words.words = QStringLiteral("one");
    model.setFilter(words);
    QVERIFY(loaded.wait());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.runAt(0).turn, 1);
}

void TestLedgerModels::onlyTheLatestFilterCounts()
{
    m_story->tell(utc(20, 8), QStringLiteral("apples"), {{QStringLiteral("a/one")}});
    m_story->tell(utc(20, 9), QStringLiteral("pears"), {{QStringLiteral("a/two")}});
    m_story->finish();
    RunListModel model(m_story->reader);
    QSignalSpy loaded(&model, &RunListModel::loaded);
    RunFilter apples;
    apples.words = QStringLiteral("apples");
    RunFilter pears;
    pears.words = QStringLiteral("pears");
    model.setFilter(apples);
    model.setFilter(pears);
    QVERIFY(model.isFiltered());
    QVERIFY(loaded.wait());
    QCOMPARE(loaded.count(), 1);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(text(model, 0, 0), QStringLiteral("pears"));
    model.setFilter({});
    QVERIFY(!model.isFiltered());
    QVERIFY(loaded.wait());
    QCOMPARE(model.rowCount(), 2);
}

void TestLedgerModels::aRunWithoutTextsSaysSo()
{
    m_story->writer.setKeepTexts(false);
    m_story->tell(utc(20, 8), QStringLiteral("secret"), {{QStringLiteral("a/one")}});
    m_story->finish();
    RunListModel model(m_story->reader);
    QSignalSpy loaded(&model, &RunListModel::loaded);
    model.setFilter({});
    QVERIFY(loaded.wait());
    QCOMPARE(text(model, 0, 0), QStringLiteral("Prompt not kept"));
}

void TestLedgerModels::attemptsComeNewestFirstAndPageByPage()
{
    for (int at = 0; at < AttemptTableModel::kPage + 5; ++at)
        m_story->tell(utc(20, 8, at % 60), {QStringLiteral("a/one")});
    m_story->finish();
    UsageReader usage(m_story->ledger.database());
    AttemptTableModel model(usage);
    QSignalSpy loaded(&model, &AttemptTableModel::loaded);
    model.setFilter({});
    QVERIFY(loaded.wait());
    QCOMPARE(model.rowCount(), AttemptTableModel::kPage);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QVERIFY(loaded.wait());
    QCOMPARE(model.rowCount(), AttemptTableModel::kPage + 5);
    QVERIFY(!model.canFetchMore({}));
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(model.attemptAt(row).startedAtMs <= model.attemptAt(row - 1).startedAtMs);
    QCOMPARE(model.rowOf(model.attemptAt(7).id), 7);
    // Last, as it fetches by itself.
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestLedgerModels::anAttemptShowsItsFigures()
{
    m_story->tell(utc(20, 8, 30), {QStringLiteral("a/vendor/one"), 12'345, 640});
    LedgerStory::Request failed{QStringLiteral("a/two")};
    failed.status = LaneStatus::Failed;
    failed.cost.reset();
    m_story->tell(utc(20, 9), failed);
    m_story->finish();
    UsageReader usage(m_story->ledger.database());
    AttemptTableModel model(usage);
    QSignalSpy loaded(&model, &AttemptTableModel::loaded);
    model.setZone(QTimeZone("Europe/Berlin"), QDate(2026, 11, 22));
    model.setFilter({});
    QVERIFY(loaded.wait());
    using Model = AttemptTableModel;
    QCOMPARE(text(model, 1, Model::Time), QStringLiteral("20 Nov 09:30:00"));
    QCOMPARE(text(model, 1, Model::Model), QStringLiteral("vendor/one"));
    QCOMPARE(text(model, 1, Model::Input), QStringLiteral("12.3\u202fk"));
    QCOMPARE(model.index(1, Model::Input).data(Qt::ToolTipRole).toString(), QStringLiteral("12,345"));
    QCOMPARE(text(model, 1, Model::FirstToken), QStringLiteral("400\u202fms"));
    QCOMPARE(text(model, 1, Model::CostColumn), QStringLiteral("$0.002"));
    QCOMPARE(model.index(1, Model::CostColumn).data(Model::ValueRole).toLongLong(), 2'000'000'000);
    QCOMPARE(text(model, 0, Model::Status), QStringLiteral("failed: rate limited"));
    QCOMPARE(model.index(0, Model::Status).data(Qt::ToolTipRole).toString(),
             QStringLiteral("Requests rate limit exceeded"));
    QCOMPARE(text(model, 0, Model::Input), QStringLiteral("–"));
    model.setZone(QTimeZone("Europe/Berlin"), QDate(2027, 1, 2));
    QCOMPARE(text(model, 1, Model::Time), QStringLiteral("20 Nov 2026 09:30:00"));
}

void TestLedgerModels::onlyWhatMayHaveCostSomethingIsUnpriced()
{
    LedgerStory::Request refusedByHttp{QStringLiteral("a/limited")};
    refusedByHttp.status = LaneStatus::Failed;
    refusedByHttp.cost.reset();
    m_story->tell(utc(20, 8), refusedByHttp);
    LedgerStory::Request answered{QStringLiteral("a/answered")};
    answered.cost.reset();
    m_story->tell(utc(20, 9), answered);
    m_story->finish();
    UsageReader usage(m_story->ledger.database());
    AttemptTableModel model(usage);
    QSignalSpy loaded(&model, &AttemptTableModel::loaded);
    model.setFilter({});
    QVERIFY(loaded.wait());
    using Model = AttemptTableModel;
    QCOMPARE(text(model, 0, Model::CostColumn), QStringLiteral("unpriced"));
    QVERIFY(model.attemptAt(0).unpriced);
    QVERIFY(!model.index(0, Model::CostColumn).data(Model::ValueRole).isValid());
    QCOMPARE(text(model, 1, Model::CostColumn), QStringLiteral("$0"));
    QVERIFY(!model.attemptAt(1).unpriced);
    QCOMPARE(model.index(1, Model::CostColumn).data(Model::ValueRole).toLongLong(), 0);
    const auto sum = test::await(usage.sum({}));
    QVERIFY(sum);
    QCOMPARE(LedgerWords::cost(sum->figures), QStringLiteral("1 unpriced"));
}

void TestLedgerModels::attemptsThatAreRefreshedStay()
{
    m_story->tell(utc(20, 8), {QStringLiteral("a/one")});
    m_story->finish();
    UsageReader usage(m_story->ledger.database());
    AttemptTableModel model(usage);
    QSignalSpy loaded(&model, &AttemptTableModel::loaded);
    AttemptFilter filter;
    filter.models = {QStringLiteral("one"), QStringLiteral("three")};
    model.setFilter(filter);
    QVERIFY(loaded.wait());
    m_story->tell(utc(20, 9), {QStringLiteral("a/two")});
    m_story->tell(utc(20, 9), {QStringLiteral("a/three")});
    m_story->finish();
    model.refresh();
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(loaded.wait());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 0, AttemptTableModel::Model), QStringLiteral("three"));
}

void TestLedgerModels::anAttemptBegunMeanwhileShowsNoneTwice()
{
    for (int at = 0; at < AttemptTableModel::kPage + 3; ++at)
        m_story->tell(utc(20, 8, at % 60), {QStringLiteral("a/one")});
    m_story->finish();
    UsageReader usage(m_story->ledger.database());
    AttemptTableModel model(usage);
    QSignalSpy loaded(&model, &AttemptTableModel::loaded);
    model.setFilter({});
    QVERIFY(loaded.wait());
    m_story->tell(utc(21, 8), {QStringLiteral("a/two")});
    m_story->finish();
    model.fetchMore({});
    QVERIFY(loaded.wait());
    QCOMPARE(model.rowCount(), AttemptTableModel::kPage + 3);
    QSet<qint64> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.insert(model.attemptAt(row).id);
    QCOMPARE(ids.size(), model.rowCount());
}

void TestLedgerModels::modelsAndAccountsAreSummedUp()
{
    m_story->tell(utc(20, 8), {QStringLiteral("a/one")});
    m_story->tell(utc(21, 8), {QStringLiteral("a/one")});
    m_story->tell(utc(21, 8), {QStringLiteral("b/one"), 500, 100, Money::fromPicos(9'000'000'000)});
    m_story->finish();
    const auto report = test::await(m_story->reader.usage(byAccountAndModel()));
    QVERIFY(report);
    UsageTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setReport(*report, {});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 0, UsageTableModel::Account), QStringLiteral("b"));
    QCOMPARE(text(model, 1, UsageTableModel::Requests), QStringLiteral("2"));
    QCOMPARE(text(model, 1, UsageTableModel::Input), QStringLiteral("2,000"));
    QCOMPARE(text(model, 1, UsageTableModel::CostColumn), QStringLiteral("$0.004"));
    QCOMPARE(model.toReport().total, report->total);
    QCOMPARE(model.toReport().rows.size(), 2);
}

void TestLedgerModels::unpricedIsSaidInWords()
{
    UsageFigures figures;
    figures.attempts = 3;
    figures.unpricedAttempts = 3;
    QCOMPARE(LedgerWords::cost(figures), QStringLiteral("3 unpriced"));
    figures.cost = *Money::fromDecimal(u"3.1");
    figures.unpricedAttempts = 2;
    QCOMPARE(LedgerWords::cost(figures), QStringLiteral("$3.10 + 2 unpriced"));
    figures.unpricedAttempts = 0;
    QCOMPARE(LedgerWords::cost(figures), QStringLiteral("$3.10"));
    AttemptRecord attempt;
    attempt.cost = {Money::fromDecimal(u"0.5"), CostBasis::Estimated};
    QCOMPARE(LedgerWords::cost(attempt), QStringLiteral("about $0.50"));
    attempt.cost = {};
    QCOMPARE(LedgerWords::cost(attempt), QStringLiteral("–"));
    attempt.settledAtMs = 1;
    QCOMPARE(LedgerWords::cost(attempt), QStringLiteral("$0"));
    attempt.unpriced = true;
    QCOMPARE(LedgerWords::cost(attempt), QStringLiteral("unpriced"));
}

void TestLedgerModels::countsHaveSeparators()
{
    UsageFigures figures;
    figures.attempts = 5000;
    figures.unpricedAttempts = 1204;
    figures.cost = *Money::fromDecimal(u"3.1");
    QCOMPARE(LedgerWords::cost(figures), QStringLiteral("$3.10 + 1,204 unpriced"));
    QCOMPARE(LedgerWords::requests(1037), QStringLiteral("1,037 requests"));
    QCOMPARE(LedgerWords::requests(1), QStringLiteral("1 request"));
    QCOMPARE(LedgerWords::errors(1204), QStringLiteral("1,204 errors"));
    QCOMPARE(LedgerWords::samples(1'000'000), QStringLiteral("1,000,000 samples"));
}

void TestLedgerModels::percentilesNeedSamples()
{
    for (int at = 0; at < 20; ++at)
        m_story->tell(utc(20, 8), {QStringLiteral("a/many")});
    m_story->tell(utc(20, 8), {QStringLiteral("a/few"), 1, 1, Money()});
    m_story->finish();
    const auto report = test::await(m_story->reader.usage(byAccountAndModel()));
    QVERIFY(report);
    const auto latency = test::await(m_story->reader.latency({}));
    QVERIFY(latency);
    UsageTableModel model;
    model.setReport(*report, latency->rows);
    QCOMPARE(text(model, 0, UsageTableModel::P95), QStringLiteral("400\u202fms"));
    QCOMPARE(text(model, 1, UsageTableModel::P95), QStringLiteral("–"));
    QVERIFY(!model.index(1, UsageTableModel::P95).data(UsageTableModel::ValueRole).isValid());
}

void TestLedgerModels::timesAreToldAsPeopleDo_data()
{
    QTest::addColumn<QDateTime>("at");
    QTest::addColumn<QString>("words");
    QTest::newRow("seconds") << utc(22, 11, 59).addSecs(30) << QStringLiteral("just now");
    QTest::newRow("the clock went back") << utc(22, 13) << QStringLiteral("just now");
    QTest::newRow("minutes") << utc(22, 11, 55) << QStringLiteral("5 min ago");
    QTest::newRow("hours of today") << utc(22, 9) << QStringLiteral("3 h ago");
    QTest::newRow("yesterday by the zone's day") << utc(21, 22, 30) << QStringLiteral("yesterday 23:30");
    QTest::newRow("a day of this year") << utc(2, 8) << QStringLiteral("2 Nov");
    QTest::newRow("a day of another year") << utc(2, 8).addYears(-1) << QStringLiteral("2 Nov 2025");
}

void TestLedgerModels::timesAreToldAsPeopleDo()
{
    QFETCH(QDateTime, at);
    QTEST(
        LedgerWords::ago(at.toMSecsSinceEpoch(), utc(22, 12).toMSecsSinceEpoch(), QTimeZone("Europe/Berlin")),
        "words");
}

void TestLedgerModels::sharesNeverHideAnError_data()
{
    QTest::addColumn<qint64>("part");
    QTest::addColumn<qint64>("whole");
    QTest::addColumn<QString>("words");
    QTest::newRow("none of none") << qint64(0) << qint64(0) << QStringLiteral("–");
    QTest::newRow("none of many") << qint64(0) << qint64(10) << QStringLiteral("0 %");
    QTest::newRow("some") << qint64(19) << qint64(1000) << QStringLiteral("1.9 %");
    QTest::newRow("all") << qint64(4) << qint64(4) << QStringLiteral("100 %");
    QTest::newRow("one of very many") << qint64(1) << qint64(10'000) << QStringLiteral("under 0.1 %");
}

void TestLedgerModels::sharesNeverHideAnError()
{
    QFETCH(qint64, part);
    QFETCH(qint64, whole);
    QTEST(LedgerWords::share(part, whole), "words");
}

void TestLedgerModels::sharesHaveTheSignOfTheLanguage()
{
    const auto back = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(LedgerWords::share(31, 821), QStringLiteral("3,8 %"));
}

SWITCHYARD_TEST(TestLedgerModels)

#include "tst_ledgermodels.moc"
