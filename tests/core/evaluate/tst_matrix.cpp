#include "tests/core/evaluate/matrixbench.h"

#include "core/ledger/historyquery.h"
#include "tests/support/testunit.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace core;
using namespace std::chrono_literals;
using test::MatrixBench;

/// A matrix over real sockets and a real ledger: what it asks, keeps, counts and leaves alone.
class TestMatrix : public QObject
{
    Q_OBJECT

private slots:
    void everyCellIsAskedAndKept();
    void aCaseIsOneRunWithALaneForEachTarget();
    void checksAreCounted();
    void anErrorOfACellStopsNothing();
    void onlyFailedCellsAreAskedAgain();
    void noMoreThanTheLimitAreAskedAtOnce_data();
    void noMoreThanTheLimitAreAskedAtOnce();
    void pausingAwaitsWhatRuns();
    void cancellingEndsWhatRuns();
    void aCancelledJudgeIsAskedAgain();
    void theCapOfMoneyHolds();
    void anUnknownAccountIsRefused();
    void aRuleSetMayBeAColumn();
    void aRuleSetThatIsNotActiveIsRefused();
    void aMatrixOfADeadProcessIsFree();
    void aMatrixOfADeadProcessIsListedAsPaused();
    void theHistoryIsNotFlooded();
    void removingKeepsTheTotals();
    void aSetThatCannotBeAskedIsNotStored();
    void anEvaluationKeepsItsTexts();
    void previewsAreTheFirstLines();
};

namespace {

test::Script refusal(const QString &message)
{
    return test::respondJson(400,
                             {{QStringLiteral("error"), QJsonObject{{QStringLiteral("message"), message}}}});
}

} // namespace

void TestMatrix::everyCellIsAskedAndKept()
{
    MatrixBench bench;
    const qint64 id = bench.addMatrix(bench.countingSet(5), {MatrixBench::target(), MatrixBench::target()});
    const auto matrix = bench.loaded(id);
    QCOMPARE(matrix->state(), Matrix::State::Paused);
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
    QCOMPARE(bench.provider.requestCount(), 10);
    const MatrixProgress progress = matrix->progress();
    QCOMPARE(progress.cells, 10);
    QCOMPARE(progress.done, 10);
    QCOMPARE(progress.running, 0);
    QCOMPARE(progress.errors, 0);
    for (int target = 0; target < 2; ++target) {
        const MatrixCellRecord cell = test::await(bench.matrices.cell(id, 3, target)).value();
        QVERIFY(cell.lane);
        QCOMPARE(cell.lane->latest.completion.text, QStringLiteral("x"));
        QCOMPARE(matrix->cell(3, target).status, LaneStatus::Complete);
        QVERIFY(matrix->cell(3, target).totalMs);
    }
    // What is read again is what was there.
    const auto again = bench.loaded(id);
    QCOMPARE(again->state(), Matrix::State::Finished);
    QCOMPARE(again->record().cells, matrix->record().cells);
}

void TestMatrix::aCaseIsOneRunWithALaneForEachTarget()
{
    MatrixBench bench;
    MatrixOptions options;
    options.tags.insert(QStringLiteral("suite"), QStringLiteral("nightly"));
    PromptSetDraft set = bench.countingSet(2);
    set.system = QStringLiteral("Be {{n}}");
    const qint64 id = bench.addMatrix(set, {MatrixBench::target(), MatrixBench::target()}, options);
    const auto matrix = bench.loaded(id);
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
    const qint64 runId = test::await(bench.matrices.cell(id, 1, 0)).value().runId;
    QCOMPARE(test::await(bench.matrices.cell(id, 1, 1)).value().runId, runId);
    const RunRecord run = test::await(bench.bench.reader.run(runId)).value();
    QCOMPARE(run.prompt, QStringLiteral("Number 1"));
    QCOMPARE(run.system, QStringLiteral("Be 1"));
    QCOMPARE(run.lanes.size(), 2);
    QCOMPARE(run.tags.value(QStringLiteral("suite")), QStringLiteral("nightly"));
    QVERIFY(test::await(bench.bench.recordings.ofLanes({run.lanes.first().laneId})).value().isEmpty());
}

void TestMatrix::checksAreCounted()
{
    MatrixBench bench;
    bench.provider.onModel(MatrixBench::kModel(), [](const HttpRequest &request) {
        return test::completion(
            {request.body.contains("Number 1") ? QStringLiteral("it is 1") : QStringLiteral("no")});
    });
    PromptSetDraft set =
        bench.countingSet(2, {QStringLiteral("contains:{{n}}"), QStringLiteral("max-usd:1")});
    set.table.cases[1].checks = {parseCheck(QStringLiteral("regex:^it")).value()};
    const qint64 id = bench.addMatrix(set, {MatrixBench::target()});
    const auto matrix = bench.loaded(id);
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
    // The price of the fake model is unknown, so its cost has no verdict.
    QCOMPARE(matrix->cell(0, 0).failedChecks, 1);
    QCOMPARE(matrix->cell(0, 0).undecidedChecks, 1);
    QVERIFY(matrix->cell(0, 0).passed() == false);
    QCOMPARE(matrix->cell(1, 0).passedChecks, 2);
    QVERIFY(!matrix->cell(1, 0).passed());
    QCOMPARE(matrix->progress().failed, 1);
    const QList<CheckResult> checks = test::await(bench.matrices.cell(id, 1, 0)).value().checks;
    QCOMPARE(checks.size(), 3);
    QCOMPARE(checks.first().check, QStringLiteral("contains:1"));
    QVERIFY(checks.first().passed == true);
    QVERIFY(checks.at(2).passed == true);
}

void TestMatrix::anErrorOfACellStopsNothing()
{
    MatrixBench bench;
    bench.provider.onModel(QStringLiteral("broken"), {refusal(QStringLiteral("no"))});
    const qint64 id = bench.addMatrix(bench.countingSet(3),
                                      {MatrixBench::target(QStringLiteral("broken")), MatrixBench::target()});
    const auto matrix = bench.loaded(id);
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
    QCOMPARE(matrix->progress().errors, 3);
    QCOMPARE(matrix->progress().done, 6);
    QCOMPARE(matrix->cell(2, 0).status, LaneStatus::Failed);
    QCOMPARE(matrix->cell(2, 0).error, std::optional(ErrorKind::InvalidRequest));
    QCOMPARE(matrix->cell(2, 1).status, LaneStatus::Complete);
}

void TestMatrix::onlyFailedCellsAreAskedAgain()
{
    MatrixBench bench;
    bench.provider.onModel(QStringLiteral("moody"),
                           {refusal(QStringLiteral("no")), test::completion({QStringLiteral("y")})});
    MatrixOptions options;
    options.perAccount = 1;
    const qint64 id =
        bench.addMatrix(bench.countingSet(3), {MatrixBench::target(QStringLiteral("moody"))}, options);
    const auto matrix = bench.loaded(id);
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
    QCOMPARE(matrix->progress().errors, 1);
    QCOMPARE(bench.provider.requestCount(), 3);
    QVERIFY(matrix->askFailedAgain());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
    QCOMPARE(bench.provider.requestCount(), 4);
    QCOMPARE(matrix->progress().errors, 0);
    QCOMPARE(bench.loaded(id)->record().cells, matrix->record().cells);
    // The case keeps its run and lane; there is one more call.
    const qint64 runId = test::await(bench.matrices.cell(id, 0, 0)).value().runId;
    QCOMPARE(test::await(bench.bench.reader.run(runId)).value().lanes.size(), 1);
}

void TestMatrix::noMoreThanTheLimitAreAskedAtOnce_data()
{
    QTest::addColumn<int>("perAccount");
    QTest::addColumn<int>("atOnce");
    QTest::addColumn<int>("ofAccount");
    QTest::addColumn<int>("most");
    QTest::newRow("per account") << 3 << 0 << 0 << 3;
    QTest::newRow("altogether") << 8 << 2 << 0 << 2;
    QTest::newRow("the account's own") << 8 << 64 << 1 << 1;
}

void TestMatrix::noMoreThanTheLimitAreAskedAtOnce()
{
    QFETCH(int, perAccount);
    QFETCH(int, atOnce);
    QFETCH(int, ofAccount);
    QFETCH(int, most);
    MatrixBench bench;
    test::Script slow = test::completion({QStringLiteral("x")});
    slow.prepend(test::delay(20ms));
    bench.provider.onModel(MatrixBench::kModel(), {slow});
    Account account = *bench.bench.accounts.find(u"fake");
    account.maxParallel = ofAccount;
    QVERIFY(test::await(bench.bench.accounts.update(account)));
    MatrixOptions options;
    options.perAccount = perAccount;
    options.atOnce = atOnce;
    const auto matrix = bench.loaded(
        bench.addMatrix(bench.countingSet(8), {MatrixBench::target(), MatrixBench::target()}, options));
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
    QCOMPARE(bench.provider.requestCount(), 16);
    QVERIFY2(bench.provider.peakRequests() <= most,
             qPrintable(QString::number(bench.provider.peakRequests())));
}

void TestMatrix::pausingAwaitsWhatRuns()
{
    MatrixBench bench;
    test::Script slow = test::completion({QStringLiteral("x")});
    slow.prepend(test::delay(30ms));
    bench.provider.onModel(MatrixBench::kModel(), {slow});
    MatrixOptions options;
    options.perAccount = 2;
    const qint64 id = bench.addMatrix(bench.countingSet(40), {MatrixBench::target()}, options);
    const auto matrix = bench.loaded(id);
    QSignalSpy requests(&bench.provider, &test::FakeProvider::requestReceived);
    QVERIFY(matrix->start());
    QVERIFY(requests.wait(30'000));
    matrix->pause();
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Paused));
    const int asked = bench.provider.requestCount();
    QVERIFY(asked < 40);
    QCOMPARE(matrix->progress().done, asked);
    QCOMPARE(matrix->progress().running, 0);
    QCOMPARE(matrix->progress().errors, 0);
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
    QCOMPARE(bench.provider.requestCount(), 40);
    QCOMPARE(matrix->progress().errors, 0);
}

void TestMatrix::cancellingEndsWhatRuns()
{
    MatrixBench bench;
    bench.provider.onModel(MatrixBench::kModel(), {test::Script{test::hang()}});
    const qint64 id = bench.addMatrix(bench.countingSet(30), {MatrixBench::target()});
    const auto matrix = bench.loaded(id);
    QSignalSpy requests(&bench.provider, &test::FakeProvider::requestReceived);
    QVERIFY(matrix->start());
    QVERIFY(requests.wait(30'000));
    matrix->cancel();
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Paused));
    QVERIFY(matrix->progress().open() > 0);
    QCOMPARE(matrix->progress().running, 0);
    // Cancelled cells are no answers; going on asks them again.
    bench.provider.onModel(MatrixBench::kModel(), {test::completion({QStringLiteral("x")})});
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
    QCOMPARE(matrix->progress().errors, 0);
}

void TestMatrix::aCancelledJudgeIsAskedAgain()
{
    MatrixBench bench;
    const QString judge = QStringLiteral("judge");
    bench.provider.onModel(judge, {test::Script{test::hang()}});
    MatrixOptions options;
    options.judge = QStringLiteral("fake/judge");
    PromptSetDraft set = bench.countingSet(3);
    const QString rubric = QStringLiteral("rubric.md");
    set.checks = {Check{CheckKind::Judge, rubric, {{rubric, QStringLiteral("Says x.")}}}};
    const qint64 id = bench.addMatrix(set, {MatrixBench::target()}, options);
    const auto matrix = bench.loaded(id);
    QVERIFY(matrix->start());
    QTRY_COMPARE_WITH_TIMEOUT(bench.provider.requestCount(), 6, 30'000);
    matrix->cancel();
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Paused));
    QCOMPARE(matrix->progress().undecided, 3);

    bench.provider.onModel(judge, {test::completion({QStringLiteral("{\"verdict\": \"pass\"}")})});
    const auto again = bench.loaded(id);
    QVERIFY(again->start());
    again->pause();
    QVERIFY(MatrixBench::reaches(*again, Matrix::State::Paused));
    QCOMPARE(bench.provider.requestCount(), 6);
    QVERIFY(again->start());
    QVERIFY(MatrixBench::reaches(*again, Matrix::State::Finished));
    QCOMPARE(bench.provider.requestCount(), 9);
    for (int row = 0; row < 3; ++row)
        QVERIFY2(again->cell(row, 0).passed() == true, qPrintable(QString::number(row)));
    QCOMPARE(bench.loaded(id)->record().cells, again->record().cells);
}

void TestMatrix::theCapOfMoneyHolds()
{
    MatrixBench bench;
    const Account account = *bench.bench.accounts.find(u"fake");
    PriceOverride price;
    price.accountId = account.id;
    price.model = MatrixBench::kModel();
    price.prices.input = Money::fromDecimal(u"0.01");
    price.prices.output = Money::fromDecimal(u"0.01");
    QVERIFY(test::await(bench.bench.overrides.set(price)));
    MatrixOptions options;
    options.perAccount = 1;
    options.maxCost = Money::fromDecimal(u"2");
    Target target = MatrixBench::target();
    target.parameters.maxTokens = 20;
    const qint64 id = bench.addMatrix(bench.countingSet(100), {target}, options);
    const auto matrix = bench.loaded(id);
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Paused));
    QCOMPARE(matrix->lastStop(), Matrix::Stop::MaxCost);
    QVERIFY(matrix->progress().done > 0);
    QVERIFY(matrix->progress().done < 100);
    QVERIFY(matrix->progress().spent <= *options.maxCost);
    QVERIFY(matrix->progress().left > Money());
    QCOMPARE(bench.loaded(id)->progress().spent, matrix->progress().spent);
}

void TestMatrix::anUnknownAccountIsRefused()
{
    MatrixBench bench;
    const qint64 id =
        bench.addMatrix(bench.countingSet(1), {{{QStringLiteral("nobody"), QStringLiteral("m")}}});
    const auto matrix = bench.loaded(id);
    const Result<void> started = matrix->start();
    QVERIFY(!started);
    QVERIFY(started.error().message.contains(QStringLiteral("\"nobody\"")));
    QCOMPARE(matrix->state(), Matrix::State::Paused);
}

void TestMatrix::aRuleSetMayBeAColumn()
{
    MatrixBench bench;
    bench.provider.onModel(QStringLiteral("other"), {test::completion({QStringLiteral("y")})});
    Rule ones;
    ones.name = QStringLiteral("ones");
    core::Test isOne;
    isOne.field = Field::Text;
    isOne.op = Operator::Contains;
    isOne.values = {QStringLiteral("Number 1")};
    ones.when = testCondition(isOne);
    ones.chain.targets = {ChainTarget{{QStringLiteral("fake"), QStringLiteral("other")}}};
    RuleSet rules;
    rules.name = QStringLiteral("numbers");
    rules.rules = {ones};
    rules.otherwise.chain.targets = {ChainTarget{MatrixBench::target().name}};
    bench.bench.activate(rules);
    const Target route{{kRouteAccountName, QStringLiteral("numbers")}};
    const qint64 id = bench.addMatrix(bench.countingSet(3), {route, MatrixBench::target()});
    const auto matrix = bench.loaded(id);
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
    QCOMPARE(matrix->progress().done, 6);
    QCOMPARE(matrix->progress().errors, 0);
    const MatrixCellRecord one = test::await(bench.matrices.cell(id, 1, 0)).value();
    QCOMPARE(one.lane->latest.completion.text, QStringLiteral("y"));
    QCOMPARE(one.lane->latest.route.rule, QStringLiteral("ones"));
    const MatrixCellRecord two = test::await(bench.matrices.cell(id, 2, 0)).value();
    QCOMPARE(two.lane->latest.completion.text, QStringLiteral("x"));
    QCOMPARE(two.lane->latest.route.rule, QStringLiteral("default"));
    const RunRecord run = test::await(bench.bench.reader.run(one.runId)).value();
    QCOMPARE(run.lanes.at(0).requested, QStringLiteral("route/numbers"));
    QCOMPARE(run.lanes.at(1).requested, QString());
}

void TestMatrix::aRuleSetThatIsNotActiveIsRefused()
{
    MatrixBench bench;
    const qint64 id = bench.addMatrix(bench.countingSet(1), {{{kRouteAccountName, QStringLiteral("lost")}}});
    const auto matrix = bench.loaded(id);
    const Result<void> started = matrix->start();
    QVERIFY(!started);
    QVERIFY(started.error().message.contains(QLatin1String("\"lost\"")));
    QCOMPARE(bench.provider.requestCount(), 0);
}

void TestMatrix::aMatrixOfADeadProcessIsFree()
{
    MatrixBench bench;
    const qint64 id = bench.addMatrix(bench.countingSet(1), {MatrixBench::target()});
    const qint64 removable = bench.addMatrix(bench.countingSet(1), {MatrixBench::target()});
    Result<std::unique_ptr<Database>> other = Database::open(bench.bench.ledger.filePath());
    QVERIFY(other);
    const QString taken = QStringLiteral("UPDATE matrices SET state = 'running', lease = '%1'")
                              .arg(other.value()->leaseToken());
    QVERIFY(test::await(bench.bench.ledger.database().write(
        [taken](Connection &connection) { return connection.execute(taken); })));
    const auto matrix = bench.loaded(id);
    QSignalSpy refused(matrix.get(), &Matrix::failed);
    QVERIFY(matrix->start());
    QVERIFY(refused.wait(30'000));
    QCOMPARE(matrix->state(), Matrix::State::Paused);
    QCOMPARE(matrix->lastStop(), Matrix::Stop::None);
    QVERIFY(!test::await(bench.matrices.remove(removable)));

    other.value().reset();
    QVERIFY(test::await(bench.matrices.remove(removable)));
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
}

void TestMatrix::aMatrixOfADeadProcessIsListedAsPaused()
{
    MatrixBench bench;
    const qint64 id = bench.addMatrix(bench.countingSet(3), {MatrixBench::target()});
    const auto matrix = bench.loaded(id);
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
    const auto listed = [&bench] { return test::await(bench.matrices.list()).value().constFirst(); };
    QCOMPARE(listed().state, MatrixSummary::State::Finished);
    QCOMPARE(listed().left, 0);

    Result<std::unique_ptr<Database>> other = Database::open(bench.bench.ledger.filePath());
    QVERIFY(other);
    const QString lease = other.value()->leaseToken();
    const auto execute = [&bench](const QString &sql) {
        return test::await(bench.bench.ledger.database().write(
            [sql](Connection &connection) { return connection.execute(sql); }));
    };
    QVERIFY(execute(QStringLiteral("UPDATE matrices SET state = 'running', lease = '%1'").arg(lease)));
    // One cell is being asked, one was cut off.
    QVERIFY(execute(QStringLiteral("UPDATE attempts SET settled_at = NULL, status = 'running', lease = '%1' "
                                   "WHERE id = 1")
                        .arg(lease)));
    QVERIFY(execute(QStringLiteral("UPDATE attempts SET status = 'interrupted' WHERE id = 2")));
    QCOMPARE(listed().state, MatrixSummary::State::Running);
    QCOMPARE(test::await(bench.matrices.find(id)).value().state, MatrixSummary::State::Running);

    // As after a crash: the lock is gone, the row is not.
    other.value().reset();
    QCOMPARE(listed().state, MatrixSummary::State::Paused);
    QCOMPARE(listed().left, 2);
    const auto again = bench.loaded(id);
    QCOMPARE(again->state(), Matrix::State::Paused);
    QCOMPARE(again->progress().done, 2);
    QCOMPARE(again->progress().cutOff, 1);
    QVERIFY(again->start());
    QVERIFY(MatrixBench::reaches(*again, Matrix::State::Finished));
    QCOMPARE(bench.provider.requestCount(), 5);
}

void TestMatrix::theHistoryIsNotFlooded()
{
    MatrixBench bench;
    const auto matrix = bench.loaded(bench.addMatrix(bench.countingSet(3), {MatrixBench::target()}));
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
    RunFilter filter;
    QCOMPARE(test::await(bench.bench.reader.searchRuns(filter)).value().size(), 0);
    filter.withMatrices = true;
    QCOMPARE(test::await(bench.bench.reader.searchRuns(filter)).value().size(), 3);
    filter.withMatrices = false;
    filter.words = QStringLiteral("number");
    QCOMPARE(test::await(bench.bench.reader.searchRuns(filter)).value().size(), 3);
}

void TestMatrix::removingKeepsTheTotals()
{
    MatrixBench bench;
    const qint64 id = bench.addMatrix(bench.countingSet(3), {MatrixBench::target()});
    const auto matrix = bench.loaded(id);
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
    const qint64 runId = test::await(bench.matrices.cell(id, 0, 0)).value().runId;
    const qint64 setId = matrix->set().id;
    QVERIFY(test::await(bench.sets.remove(setId)));
    QVERIFY(!test::await(bench.bench.reader.run(runId)));
    QVERIFY(!test::await(bench.matrices.find(id)));
    QCOMPARE(test::await(bench.bench.reader.attempts({})).value().size(), 3);
    QCOMPARE(test::await(bench.sets.list()).value().size(), 0);
}

void TestMatrix::aSetThatCannotBeAskedIsNotStored()
{
    MatrixBench bench;
    PromptSetDraft set = bench.countingSet(1);
    set.prompt = QStringLiteral("{{m}}");
    const Result<qint64> added = test::await(bench.sets.add(set));
    QVERIFY(!added);
    QVERIFY2(added.error().message.contains(QStringLiteral("{{m}}")), qPrintable(added.error().message));
    QCOMPARE(test::await(bench.sets.list()).value().size(), 0);
}

void TestMatrix::anEvaluationKeepsItsTexts()
{
    MatrixBench bench;
    const qint64 id = bench.addMatrix(bench.countingSet(1), {MatrixBench::target()});
    const qint64 setId = test::await(bench.matrices.find(id)).value().set.id;
    QVERIFY(test::await(
        bench.sets.setTexts(setId, QStringLiteral("Count to {{n}}"), QStringLiteral("Be brief."))));
    QVERIFY(!test::await(bench.sets.setTexts(setId, QStringLiteral("{{m}}"), {})));
    const PromptSet set = test::await(bench.sets.find(setId)).value();
    QCOMPARE(set.prompt, QStringLiteral("Count to {{n}}"));
    QCOMPARE(set.system, QStringLiteral("Be brief."));
    const PromptSet asked = test::await(bench.matrices.find(id)).value().set;
    QCOMPARE(asked.prompt, QStringLiteral("Number {{n}}"));
    QCOMPARE(asked.system, QString());
}

void TestMatrix::previewsAreTheFirstLines()
{
    MatrixBench bench;
    bench.provider.onModel(MatrixBench::kModel(),
                           {test::completion({QStringLiteral("\n\n  First line \nsecond")})});
    bench.provider.onModel(QStringLiteral("broken"), {refusal(QStringLiteral("not today"))});
    const qint64 id = bench.addMatrix(bench.countingSet(3),
                                      {MatrixBench::target(), MatrixBench::target(QStringLiteral("broken"))});
    const auto matrix = bench.loaded(id);
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
    const QList<CellPreview> previews = test::await(bench.matrices.previews(id, {1})).value();
    QCOMPARE(previews.size(), 2);
    for (const CellPreview &preview : previews)
        QCOMPARE(preview.firstLine,
                 preview.targetIndex == 0 ? QStringLiteral("First line") : QStringLiteral("not today"));
}

SWITCHYARD_TEST(TestMatrix)
#include "tst_matrix.moc"
