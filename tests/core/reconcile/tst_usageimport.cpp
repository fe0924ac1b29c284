#include "core/reconcile/usageimport.h"

#include "core/catalog/modelcatalog.h"
#include "core/ledger/ledgerkeeper.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace core;
using test::await;

namespace {

/// 2 November 2026, 0:00 UTC.
constexpr qint64 kImportDay = 1'793'577'600'000;
constexpr qint64 kMinute = 60'000;

Money usd(const char *text)
{
    return *Money::fromDecimal(QString::fromLatin1(text));
}

UsageRecord request(const char *id, qint64 minute, qint64 input, qint64 output, const char *cost)
{
    UsageRecord record;
    record.atMs = kImportDay + minute * kMinute;
    record.model = QStringLiteral("openai/gpt-4o-mini-2024-07-18");
    record.requests = 1;
    record.usage.input = input;
    record.usage.output = output;
    record.usage.basis = UsageBasis::Reported;
    record.cost = usd(cost);
    record.externalId = QString::fromLatin1(id);
    record.project = QStringLiteral("red");
    return record;
}

UsageRecord dayOf(int day, const char *cost)
{
    UsageRecord record = request("", 0, 5'000, 900, cost);
    record.atMs += day * 24 * 60 * kMinute;
    record.untilMs = record.atMs + 24 * 60 * kMinute;
    record.requests = 12;
    record.externalId.clear();
    return record;
}

UsageFile fileOf(const QList<UsageRecord> &records, const char *hash,
                 UsageFormat format = UsageFormat::OpenRouterGenerations)
{
    UsageFile file;
    file.name = QStringLiteral("export.csv");
    file.hash = QString::fromLatin1(hash);
    file.document.format = format;
    file.document.records = records;
    return file;
}

} // namespace

class UsageImportTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void requestsOfOthersAreInEveryTotal();
    void whatSwitchyardSentIsNotCountedAgain();
    void anEstimateHereTakesTheNearestInTime();
    void theSameRequestIsImportedOnce();
    void requestsWithoutAnIdAreImportedOnce();
    void theSameFileIsRefused();
    void sumsAreKeptApartAndNeverMakeCalls();
    void sumsWithOwnRequestsAreLeftOut();
    void timesAnEarlierImportCoversAreLeftOut();
    void aLaterSumOfTheSameDay_data();
    void aLaterSumOfTheSameDay();
    void aReplacedSumIsComparedOnceAndComesBack();
    void whatWasSentSinceIsInNoLaterSum();
    void costsOfTheSameUseCountOnceWhateverTheFormat();
    void sumsWithoutACostAreUnknownUntilAnotherExportTellsIt();
    void hugeAmountsLeaveTheListOfImportsReadable();
    void requestsInACountedSumAreLeftOut();
    void undoingLeavesNothing();
    void anUndoThatWasStoppedGoesOn();
    void stoppingKeepsNothing();
    void costsMissingInTheFileComeFromPrices();
    void importsAreNoSpendOfABudget();
    void coverageTellsBothSides();
    void importsAreReconciled();
    void whatTwoKindsOfExportTellIsComparedOnce();
    void afterPruningAnImportStays();

private:
    UsageImportOptions options() const
    {
        UsageImportOptions options;
        options.account = QStringLiteral("openrouter");
        options.vendorOf = [](const QString &) { return QStringLiteral("openai"); };
        return options;
    }
    UsageImportPreview preview(const UsageFile &file)
    {
        const Result<UsageImportPreview> made = await(m_import->preview(file, options()));
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        return *made;
    }
    UsageImportRecord apply(const UsageFile &file)
    {
        const Result<UsageImportRecord> done = await(m_import->apply(file, options()));
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        return *done;
    }
    UsageFigures total(const QString &source = {})
    {
        m_story->finish();
        UsageQuery query;
        if (!source.isEmpty())
            query.only = {{QStringLiteral("source"), source}};
        return await(m_story->reader.usage(query))->total;
    }
    /// An own request of that day.
    void tellOwn(qint64 minute, qint64 input, qint64 output, const char *cost)
    {
        m_story->tell(QDateTime::fromMSecsSinceEpoch(kImportDay + minute * kMinute, Qt::UTC),
                      {QStringLiteral("openrouter/openai/gpt-4o-mini"), input, output, usd(cost)});
        m_story->finish();
    }

    std::unique_ptr<ModelCatalog> m_catalog;
    std::unique_ptr<test::LedgerStory> m_story;
    std::unique_ptr<UsageImport> m_import;
};

void UsageImportTest::init()
{
    m_import.reset();
    m_story = std::make_unique<test::LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
    Result<ModelCatalog> catalog = ModelCatalog::load();
    QVERIFY(catalog);
    m_catalog = std::make_unique<ModelCatalog>(std::move(catalog).value());
    m_import = std::make_unique<UsageImport>(m_story->ledger.database(), m_story->clock, *m_catalog);
}

void UsageImportTest::requestsOfOthersAreInEveryTotal()
{
    const UsageFile file =
        fileOf({request("gen-1", 600, 1'000, 200, "0.001"), request("gen-2", 605, 2'000, 300, "0.002")}, "a");
    const UsageImportPreview seen = preview(file);
    QCOMPARE(seen.records, 2);
    QCOMPARE(seen.newRequests, 2);
    QCOMPARE(seen.counted, usd("0.003"));
    QCOMPARE(total().calls, 0);
    QSignalSpy changed(m_import.get(), &UsageImport::usageChanged);
    const UsageImportRecord done = apply(file);
    QCOMPARE(done.records, 2);
    QCOMPARE(done.counted, 2);
    QCOMPARE(done.cost, std::optional(usd("0.003")));
    QCOMPARE(changed.count(), 1);
    const UsageFigures sums = total(QStringLiteral("import"));
    QCOMPARE(sums.calls, 2);
    QCOMPARE(sums.attempts, 2);
    QCOMPARE(sums.input, 3'000);
    QCOMPARE(sums.output, 500);
    QCOMPARE(sums.cost, usd("0.003"));
    UsageQuery byProject;
    byProject.by = {QStringLiteral("tag:project")};
    const Result<UsageReport> report = await(m_story->reader.usage(byProject));
    QVERIFY(report);
    QCOMPARE(report->rows.constFirst().keys, QStringList{QStringLiteral("red")});
}

void UsageImportTest::whatSwitchyardSentIsNotCountedAgain()
{
    tellOwn(600, 1'000, 200, "0.001");
    // The provider noted its own request half a minute later.
    UsageRecord same = request("gen-1", 600, 1'000, 200, "0.001");
    same.atMs += kMinute / 2;
    const UsageFile file = fileOf({same, request("gen-2", 605, 2'000, 300, "0.002")}, "a");
    const UsageImportPreview seen = preview(file);
    QCOMPARE(seen.newRequests, 1);
    QCOMPARE(seen.leftOut.value(LeftOut::OwnRequest), 1);
    QCOMPARE(seen.leftOutRecords.constFirst().record.externalId, QStringLiteral("gen-1"));
    QCOMPARE(seen.total, usd("0.003"));
    QCOMPARE(seen.counted, usd("0.002"));
    apply(file);
    // One of each side, and neither twice.
    QCOMPARE(total().calls, 2);
    QCOMPARE(total().cost, usd("0.003"));
}

void UsageImportTest::anEstimateHereTakesTheNearestInTime()
{
    // A stream that was cut off: estimated here as 180 tokens, 200 at the provider.
    tellOwn(600, 1'000, 180, "0.0009");
    const UsageFile file =
        fileOf({request("gen-1", 300, 4'000, 300, "0.004"), request("gen-2", 601, 1'000, 200, "0.001")}, "a");
    const UsageImportPreview seen = preview(file);
    QCOMPARE(seen.leftOut.value(LeftOut::OwnRequest), 1);
    QCOMPARE(seen.leftOutRecords.constFirst().record.externalId, QStringLiteral("gen-2"));
}

void UsageImportTest::theSameRequestIsImportedOnce()
{
    const UsageRecord first = request("gen-1", 600, 1'000, 200, "0.001");
    apply(fileOf({first}, "a"));
    // A later export holds it again, and repeats another one itself.
    const UsageRecord second = request("gen-2", 605, 2'000, 300, "0.002");
    const UsageFile later = fileOf({first, second, second}, "b");
    QCOMPARE(preview(later).leftOut.value(LeftOut::KnownRequest), 2);
    apply(later);
    QCOMPARE(total().calls, 2);
    QCOMPARE(total().cost, usd("0.003"));
}

void UsageImportTest::requestsWithoutAnIdAreImportedOnce()
{
    const UsageRecord first = request("", 600, 1'000, 200, "0.001");
    const UsageRecord later = request("", 605, 1'000, 200, "0.001");
    apply(fileOf({first}, "a", UsageFormat::Table));
    // Two that are alike in one file are two requests; one of them is known.
    const UsageFile grown = fileOf({first, first, later}, "b", UsageFormat::Table);
    QCOMPARE(preview(grown).leftOut.value(LeftOut::KnownRequest), 1);
    apply(grown);
    QCOMPARE(total().calls, 3);
    QCOMPARE(total().cost, usd("0.003"));
    QCOMPARE(preview(fileOf({first, first, later}, "c", UsageFormat::Table)).newRequests, 0);
}

void UsageImportTest::theSameFileIsRefused()
{
    const UsageFile file = fileOf({request("gen-1", 600, 1'000, 200, "0.001")}, "a");
    const qint64 import = apply(file).id;
    QCOMPARE(preview(file).sameFile, import);
    const Result<UsageImportRecord> again = await(m_import->apply(file, options()));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(again.error().message.contains(QStringLiteral("imported on")),
             qPrintable(again.error().message));
    QCOMPARE(total().calls, 1);
}

void UsageImportTest::sumsAreKeptApartAndNeverMakeCalls()
{
    const UsageImportRecord done =
        apply(fileOf({dayOf(0, "0.5"), dayOf(1, "0.25")}, "a", UsageFormat::OpenRouterActivity));
    QCOMPARE(done.counted, 2);
    QCOMPARE(done.cost, std::optional(usd("0.75")));
    // A day of twelve requests is no call.
    QCOMPARE(total(), UsageFigures());
    const Result<UsageCoverage> coverage = await(m_import->coverage({}, {}, {}, false));
    QVERIFY(coverage);
    QCOMPARE(coverage->importedSums, usd("0.75"));
    const Result<UsageCoverage> firstDay =
        await(m_import->coverage({}, kImportDay, kImportDay + 24 * 60 * kMinute, false));
    QCOMPARE(firstDay->importedSums, usd("0.5"));
}

void UsageImportTest::sumsWithOwnRequestsAreLeftOut()
{
    tellOwn(600, 1'000, 200, "0.001");
    const UsageFile file = fileOf({dayOf(0, "0.5"), dayOf(1, "0.25")}, "a", UsageFormat::OpenRouterActivity);
    const UsageImportPreview seen = preview(file);
    QCOMPARE(seen.newSums, 1);
    QCOMPARE(seen.leftOut.value(LeftOut::OwnInSum), 1);
    QCOMPARE(seen.counted, usd("0.25"));
    apply(file);
    const Result<UsageCoverage> coverage = await(m_import->coverage({}, {}, {}, false));
    QCOMPARE(coverage->imported(), usd("0.25"));
    QCOMPARE(coverage->sent, usd("0.001"));
}

void UsageImportTest::timesAnEarlierImportCoversAreLeftOut()
{
    apply(fileOf({dayOf(0, "0.5"), dayOf(1, "0.25")}, "a", UsageFormat::OpenRouterActivity));
    const UsageFile later = fileOf({dayOf(1, "0.25"), dayOf(2, "1")}, "b", UsageFormat::OpenRouterActivity);
    QCOMPARE(preview(later).leftOut.value(LeftOut::KnownTime), 1);
    apply(later);
    QCOMPARE(await(m_import->coverage({}, {}, {}, false))->imported(), usd("1.75"));
}

void UsageImportTest::aLaterSumOfTheSameDay_data()
{
    QTest::addColumn<UsageRecord>("later");
    QTest::addColumn<int>("known");
    QTest::addColumn<int>("replaced");
    QTest::addColumn<QString>("imported");
    using Change = std::function<void(UsageRecord &)>;
    const auto row = [](const char *name, int known, int replaced, const char *imported,
                        const Change &change) {
        UsageRecord later = dayOf(0, "0.8");
        change(later);
        QTest::newRow(name) << later << known << replaced << QString::fromLatin1(imported);
    };
    // Of 0.5 before.
    row("that is equal", 1, 0, "0.5", [](UsageRecord &sum) { sum.cost = usd("0.5"); });
    row("that tells more", 0, 1, "0.8", [](UsageRecord &) {});
    row("of another project", 0, 0, "1.3", [](UsageRecord &sum) { sum.project = QStringLiteral("blue"); });
    row("of another model", 0, 0, "1.3",
        [](UsageRecord &sum) { sum.model = QStringLiteral("openai/gpt-4o"); });
    row("of another name of the model", 1, 0, "0.5",
        [](UsageRecord &sum) { sum.model = QStringLiteral("openai/gpt-4o-mini"); });
    row("of all models", 1, 0, "0.5", [](UsageRecord &sum) { sum.model.clear(); });
    row("of all projects", 1, 0, "0.5", [](UsageRecord &sum) { sum.project.clear(); });
    row("of one key of the project", 1, 0, "0.5",
        [](UsageRecord &sum) { sum.key = QStringLiteral("laptop"); });
    row("of its first hour", 1, 0, "0.5", [](UsageRecord &sum) { sum.untilMs = sum.atMs + 60 * kMinute; });
    row("of its second hour", 1, 0, "0.5", [](UsageRecord &sum) {
        sum.atMs += 60 * kMinute;
        sum.untilMs = sum.atMs + 60 * kMinute;
    });
}

void UsageImportTest::aLaterSumOfTheSameDay()
{
    QFETCH(UsageRecord, later);
    QFETCH(int, known);
    QFETCH(int, replaced);
    QFETCH(QString, imported);
    apply(fileOf({dayOf(0, "0.5")}, "a", UsageFormat::OpenRouterActivity));
    const UsageFile file = fileOf({later}, "b", UsageFormat::OpenRouterActivity);
    const UsageImportPreview seen = preview(file);
    QCOMPARE(seen.leftOut.value(LeftOut::KnownTime), known);
    QCOMPARE(seen.newSums, 1 - known);
    QCOMPARE(seen.replaced, replaced);
    QCOMPARE(seen.replacedCost, replaced > 0 ? std::optional(usd("0.5")) : std::nullopt);
    apply(file);
    QCOMPARE(await(m_import->coverage({}, {}, {}, false))->imported().toDecimal(), imported);
}

void UsageImportTest::aReplacedSumIsComparedOnceAndComesBack()
{
    apply(fileOf({dayOf(0, "0.5"), dayOf(1, "0.25")}, "a", UsageFormat::OpenRouterActivity));
    const qint64 later = apply(fileOf({dayOf(0, "0.8")}, "b", UsageFormat::OpenRouterActivity)).id;
    const Result<Reconciliation> compared =
        await(m_import->reconciliation(QStringLiteral("openrouter"), {}, {}));
    QVERIFY(compared);
    QCOMPARE(compared->rows.size(), 2);
    QCOMPARE(compared->rows.at(0).theirs.requests, std::optional<qint64>(12));
    QCOMPARE(*compared->rows.at(0).theirs.cost, usd("0.8"));
    const Result<QList<UsageImportRecord>> both = await(m_import->imports());
    QVERIFY(both);
    QCOMPARE(both->at(0).cost, std::optional(usd("0.8")));
    QCOMPARE(both->at(1).records, 2);
    QCOMPARE(both->at(1).counted, 1);
    QCOMPARE(both->at(1).cost, std::optional(usd("0.25")));
    QVERIFY(await(m_import->undo(later)));
    const Result<QList<UsageImportRecord>> first = await(m_import->imports());
    QVERIFY(first);
    QCOMPARE(first->size(), 1);
    QCOMPARE(first->constFirst().cost, std::optional(usd("0.75")));
    QCOMPARE(await(m_import->coverage({}, {}, {}, false))->imported(), usd("0.75"));
}

void UsageImportTest::whatWasSentSinceIsInNoLaterSum()
{
    apply(fileOf({dayOf(0, "0.5")}, "a", UsageFormat::OpenRouterActivity));
    tellOwn(600, 1'000, 200, "0.001");
    const UsageFile later = fileOf({dayOf(0, "0.501")}, "b", UsageFormat::OpenRouterActivity);
    const UsageImportPreview seen = preview(later);
    QCOMPARE(seen.leftOut.value(LeftOut::OwnInSum), 1);
    QCOMPARE(seen.replaced, 0);
    apply(later);
    // What was there before the own request stays; the own request counts as sent alone.
    const Result<UsageCoverage> coverage = await(m_import->coverage({}, {}, {}, false));
    QVERIFY(coverage);
    QCOMPARE(coverage->imported(), usd("0.5"));
    QCOMPARE(coverage->sent, usd("0.001"));
    const Result<Reconciliation> compared =
        await(m_import->reconciliation(QStringLiteral("openrouter"), {}, {}));
    QVERIFY(compared);
    QCOMPARE(*compared->rows.constFirst().theirs.cost, usd("0.501"));
}

void UsageImportTest::costsOfTheSameUseCountOnceWhateverTheFormat()
{
    apply(fileOf({dayOf(0, "0.5")}, "a", UsageFormat::OpenRouterActivity));
    const UsageFile table = fileOf({dayOf(0, "0.5"), dayOf(1, "0.25")}, "b", UsageFormat::Table);
    QCOMPARE(preview(table).leftOut.value(LeftOut::KnownTime), 1);
    apply(table);
    QCOMPARE(await(m_import->coverage({}, {}, {}, false))->imported(), usd("0.75"));
}

void UsageImportTest::sumsWithoutACostAreUnknownUntilAnotherExportTellsIt()
{
    UsageRecord tokens = dayOf(0, "0.5");
    tokens.cost.reset();
    const UsageImportRecord done = apply(fileOf({tokens}, "a", UsageFormat::OpenAiUsage));
    QCOMPARE(done.counted, 1);
    QVERIFY(!done.cost);
    const Result<UsageCoverage> unknown = await(m_import->coverage({}, {}, {}, false));
    QCOMPARE(unknown->imported(), Money());
    QCOMPARE(unknown->importedUnpriced, 1);
    apply(fileOf({dayOf(0, "0.5")}, "b", UsageFormat::OpenAiCosts));
    const Result<UsageCoverage> told = await(m_import->coverage({}, {}, {}, false));
    QCOMPARE(told->imported(), usd("0.5"));
    QCOMPARE(told->importedUnpriced, 0);
}

void UsageImportTest::hugeAmountsLeaveTheListOfImportsReadable()
{
    // Together more than Money holds; their sum in the ledger's unit would overflow.
    const qint64 days = apply(fileOf({dayOf(0, "5000000"), dayOf(0, "5000000")}, "a", UsageFormat::Table)).id;
    const qint64 requests =
        apply(fileOf({request("gen-1", 2'000, 10, 5, "5000000"), request("gen-2", 2'001, 10, 5, "5000000")},
                     "b"))
            .id;
    apply(fileOf({request("gen-3", 2'002, 10, 5, "0.25")}, "c"));
    const Result<QList<UsageImportRecord>> listed = await(m_import->imports());
    QVERIFY2(listed, qPrintable(listed ? QString() : listed.error().message));
    QCOMPARE(listed->size(), 3);
    QCOMPARE(listed->at(0).cost, std::optional(usd("0.25")));
    const Money most = usd("5000000") + usd("5000000");
    QCOMPARE(listed->at(1).cost, std::optional(most));
    const Result<UsageCoverage> coverage = await(m_import->coverage({}, {}, {}, false));
    QVERIFY2(coverage, qPrintable(coverage ? QString() : coverage.error().message));
    QCOMPARE(coverage->importedSums, most);
    for (const qint64 import : {days, requests})
        QVERIFY(await(m_import->undo(import)));
    QCOMPARE(total().cost, usd("0.25"));
}

void UsageImportTest::requestsInACountedSumAreLeftOut()
{
    apply(fileOf({dayOf(0, "0.5")}, "a", UsageFormat::OpenRouterActivity));
    const UsageFile requests = fileOf(
        {request("gen-1", 600, 1'000, 200, "0.001"), request("gen-2", 24 * 60 + 5, 1, 1, "0.002")}, "b");
    QCOMPARE(preview(requests).leftOut.value(LeftOut::KnownTime), 1);
    apply(requests);
    QCOMPARE(await(m_import->coverage({}, {}, {}, false))->imported(), usd("0.502"));
}

void UsageImportTest::undoingLeavesNothing()
{
    tellOwn(600, 1'000, 200, "0.001");
    const UsageFigures before = total();
    QList<UsageRecord> many;
    for (int at = 0; at < 700; ++at)
        many.append(request(qPrintable(QStringLiteral("gen-%1").arg(at)), 700 + at % 600, 10, 5, "0.0001"));
    const UsageImportRecord done = apply(fileOf(many, "a"));
    QCOMPARE(total().calls, 701);
    const Result<UsageImportRecord> undone = await(m_import->undo(done.id));
    QVERIFY2(undone, qPrintable(undone ? QString() : undone.error().message));
    QCOMPARE(total(), before);
    QVERIFY(await(m_import->imports())->isEmpty());
    LedgerKeeper keeper(m_story->ledger.database());
    QVERIFY(await(keeper.verify())->isGood());
    const Result<UsageImportRecord> again = await(m_import->undo(done.id));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::NotFound);
    // And the file may be imported once more.
    QCOMPARE(preview(fileOf(many, "a")).sameFile, 0);
}

void UsageImportTest::anUndoThatWasStoppedGoesOn()
{
    QList<UsageRecord> many;
    for (int at = 0; at < 700; ++at)
        many.append(request(qPrintable(QStringLiteral("gen-%1").arg(at)), at, 10, 5, "0.0001"));
    const UsageImportRecord done = apply(fileOf(many, "a"));
    QCOMPARE(total().calls, 700);
    QFuture<Result<UsageImportRecord>> stopped = m_import->undo(done.id);
    stopped.cancel();
    QTRY_VERIFY(stopped.isFinished());
    QVERIFY(stopped.isCanceled());
    // One step takes back 500.
    QCOMPARE(total().calls, 200);
    QCOMPARE(await(m_import->imports())->constFirst().counted, 200);
    const QFuture<Result<UsageImportRecord>> rest = m_import->undo(done.id);
    QVERIFY(await(rest));
    QCOMPARE(rest.progressMaximum(), 200);
    QCOMPARE(rest.progressValue(), 200);
    QCOMPARE(total(), UsageFigures());
    QVERIFY(await(m_import->imports())->isEmpty());
}

void UsageImportTest::stoppingKeepsNothing()
{
    QList<UsageRecord> many;
    for (int at = 0; at < 600; ++at)
        many.append(request(qPrintable(QStringLiteral("gen-%1").arg(at)), at, 10, 5, "0.0001"));
    QObject::connect(m_import.get(), &UsageImport::progressed, this, [this] { m_import->cancel(); });
    const Result<UsageImportRecord> stopped = await(m_import->apply(fileOf(many, "a"), options()));
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, QStringLiteral("cancelled"));
    QCOMPARE(total(), UsageFigures());
    QVERIFY(await(m_import->imports())->isEmpty());
}

void UsageImportTest::costsMissingInTheFileComeFromPrices()
{
    UsageRecord unpriced = request("r1", 600, 1'000, 200, "0");
    unpriced.cost.reset();
    const UsageFile file = fileOf({unpriced}, "a", UsageFormat::LlmLogs);
    apply(file);
    QCOMPARE(total().unpricedAttempts, 1);
    QVERIFY(await(m_import->undo(await(m_import->imports())->constFirst().id)));
    UsageImportOptions priced = options();
    priced.pricesOf = [](const QString &, qint64) {
        PriceList list;
        list.base.input = Money::fromPicos(1'000'000);
        list.base.output = Money::fromPicos(2'000'000);
        return std::optional(list);
    };
    const Result<UsageImportRecord> done = await(m_import->apply(file, priced));
    QVERIFY(done);
    // 1,000 x 1e-6 + 200 x 2e-6
    QCOMPARE(total().cost, usd("0.0014"));
    QCOMPARE(done->cost, std::optional(usd("0.0014")));
}

void UsageImportTest::importsAreNoSpendOfABudget()
{
    apply(fileOf({request("gen-1", 600, 1'000, 200, "5")}, "a"));
    const Result<qint64> counted =
        await(m_story->ledger.database().write([](Connection &connection) -> Result<qint64> {
            const Result<void> made = connection.execute(
                QStringLiteral("INSERT INTO budgets (name, scope, period, zone, amount_picos) VALUES "
                               "('all', 'all', 'month', 'UTC', 1)"));
            return made ? connection.integer(QStringLiteral("SELECT count(*) FROM budget_attempts"))
                        : Result<qint64>(made.error());
        }));
    QVERIFY(counted);
    QCOMPARE(*counted, 0);
}

void UsageImportTest::coverageTellsBothSides()
{
    tellOwn(600, 1'000, 200, "0.001");
    apply(fileOf({request("gen-1", 600, 1'000, 200, "0.001"), request("gen-2", 605, 1, 1, "0.002")}, "a"));
    const Result<UsageCoverage> coverage =
        await(m_import->coverage(QStringLiteral("openrouter"), {}, {}, false));
    QVERIFY(coverage);
    QCOMPARE(coverage->sent, usd("0.001"));
    QCOMPARE(coverage->imported(), usd("0.002"));
    const Result<UsageCoverage> other = await(m_import->coverage(QStringLiteral("openai"), {}, {}, false));
    QCOMPARE(*other, UsageCoverage());
}

void UsageImportTest::importsAreReconciled()
{
    tellOwn(600, 1'000, 200, "0.001");
    apply(fileOf({request("gen-1", 600, 1'000, 200, "0.001"), request("gen-2", 605, 1'000, 200, "0.001")},
                 "a"));
    const Result<Reconciliation> compared =
        await(m_import->reconciliation(QStringLiteral("openrouter"), {}, {}));
    QVERIFY(compared);
    QCOMPARE(compared->rows.size(), 1);
    const ReconcileRow &row = compared->rows.constFirst();
    // The provider counts both, Switchyard its own.
    QCOMPARE(row.own.requests, std::optional<qint64>(1));
    QCOMPARE(row.theirs.requests, std::optional<qint64>(2));
    QCOMPARE(*row.percent, 50.0);
    QCOMPARE(row.cause, GapCause::OtherPrograms);
}

void UsageImportTest::whatTwoKindsOfExportTellIsComparedOnce()
{
    apply(fileOf({request("gen-1", 600, 1'000, 200, "0.001")}, "a"));
    UsageRecord tokens = dayOf(1, "0.25");
    tokens.cost.reset();
    apply(fileOf({tokens}, "b", UsageFormat::OpenAiUsage));
    apply(fileOf({dayOf(0, "0.5"), dayOf(1, "0.25")}, "c", UsageFormat::OpenRouterActivity));
    const Result<Reconciliation> compared =
        await(m_import->reconciliation(QStringLiteral("openrouter"), {}, {}));
    QVERIFY(compared);
    QCOMPARE(compared->rows.size(), 2);
    // The sum of the first day holds the request; of the second day both have the tokens, one the cost.
    for (const ReconcileRow &row : compared->rows) {
        QCOMPARE(row.theirs.requests, std::optional<qint64>(12));
        QCOMPARE(row.theirs.uncachedInput, std::optional<qint64>(5'000));
    }
    QCOMPARE(*compared->rows.at(0).theirs.cost, usd("0.5"));
    QCOMPARE(*compared->rows.at(1).theirs.cost, usd("0.25"));
}

void UsageImportTest::afterPruningAnImportStays()
{
    const UsageImportRecord done = apply(fileOf({request("gen-1", 600, 1'000, 200, "0.001")}, "a"));
    LedgerKeeper keeper(m_story->ledger.database());
    const Result<PruneCount> pruned = await(keeper.prune(QDate(2026, 11, 10)));
    QVERIFY2(pruned, qPrintable(pruned ? QString() : pruned.error().message));
    QCOMPARE(total().cost, usd("0.001"));
    const Result<UsageImportRecord> undone = await(m_import->undo(done.id));
    QVERIFY(!undone);
    QVERIFY2(undone.error().message.contains(QStringLiteral("pruned")), qPrintable(undone.error().message));
    // What is older than that is not added: nobody could tell what was there.
    const UsageFile more = fileOf({request("gen-9", 630, 10, 5, "0.1")}, "b");
    QCOMPARE(preview(more).leftOut.value(LeftOut::Pruned), 1);
}

SWITCHYARD_TEST(UsageImportTest)
#include "tst_usageimport.moc"
