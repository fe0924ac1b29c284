#include "core/ledger/repricing.h"

#include "core/accounts/accountstore.h"
#include "core/ledger/ledgerkeeper.h"
#include "tests/core/ledger/ledgerfixture.h"
#include "tests/support/testunit.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace core;
using test::await;
using test::LedgerFixture;

namespace {

/// 100 input and 20 output tokens at this cost 0.0014 USD.
PriceOverride ownPrice(const char *model, const char *input = "10", const char *output = "20")
{
    PriceOverride own;
    own.id = QStringLiteral("own:1");
    own.model = QString::fromLatin1(model);
    own.prices.input = Money::fromDecimal(QString::fromLatin1(input))->scaled(1, 1'000'000);
    own.prices.output = Money::fromDecimal(QString::fromLatin1(output))->scaled(1, 1'000'000);
    own.sourceDate = QDate(2026, 1, 1);
    return own;
}

AttemptOutcome reportedAnswer(Money cost)
{
    AttemptOutcome outcome = LedgerFixture::answer(QStringLiteral("yes"), cost);
    outcome.cost.basis = CostBasis::Reported;
    outcome.completion.usage.reportedCost = cost;
    return outcome;
}

} // namespace

/// Pricing settled attempts again, over a real ledger with prices of the user's own.
class RepricingTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aPreviewSaysWhatChangesAndChangesNothing();
    void onlyWhatIsAskedForIsPriced_data();
    void onlyWhatIsAskedForIsPriced();
    void theNewCostIsWholeAndSummedEverywhere();
    void theTimeOfTheAttemptCounts();
    void howFarItIsIsToldAndItCanBeStopped();
    void undoingPutsEverythingBack();
    void undoingTellsWhatWasPruned();
    void undoingTellsHowFarItIs();
    void undoingThatIsStoppedPutsNothingBack_data();
    void undoingThatIsStoppedPutsNothingBack();
    void undoingIsCancelledWhileItWaits();
    void whatALaterOneBuiltUponIsNotUndoneFirst();
    void whatHasNoPriceStaysAsItIs();
    void unpricedModelsAreListed();
    void aMissingRateIsNoMissingPrice();
    void whatNamesItsAccountHasItsPrices();

private:
    PriceSnapshot prices(const QList<PriceOverride> &own, const QList<ExchangeRate> &rates = {}) const
    {
        return PriceSnapshot({&m_catalog, &m_presets, own, nullptr, rates}, {});
    }
    RepricingRecord apply(const RepricingScope &scope, const PriceSnapshot &snapshot)
    {
        const auto record = await(m_repricing->apply(scope, snapshot));
        if (!record)
            qFatal("%s", qPrintable(record.error().message));
        return *record;
    }
    /// A request of openai/gpt-4o without a known cost.
    void askUnpriced(const char *target = "openai/gpt-4o")
    {
        m_ledger->ask(QStringLiteral("?"), QString::fromLatin1(target), QStringLiteral("yes"), std::nullopt);
    }
    qint64 sum() const
    {
        return m_ledger->number(QStringLiteral("SELECT ifnull(sum(cost_picos), 0) FROM attempts"));
    }

    const Presets m_presets = Presets::load();
    const ModelCatalog m_catalog = *ModelCatalog::load();
    std::unique_ptr<LedgerFixture> m_ledger;
    std::unique_ptr<Repricing> m_repricing;
};

void RepricingTest::init()
{
    m_ledger = std::make_unique<LedgerFixture>();
    m_repricing = std::make_unique<Repricing>(*m_ledger->database, m_ledger->clock);
}

void RepricingTest::cleanup()
{
    m_repricing.reset();
    m_ledger.reset();
}

void RepricingTest::aPreviewSaysWhatChangesAndChangesNothing()
{
    askUnpriced();
    askUnpriced();
    askUnpriced("openai/o3");
    const auto preview = await(m_repricing->preview({}, prices({ownPrice("gpt-4o")})));
    QVERIFY(preview);
    QCOMPARE(preview->rows.size(), 2);
    const RepricingRow gpt{QStringLiteral("openai"),      QStringLiteral("gpt-4o"), 2, 2, 2, 0, Money(),
                           *Money::fromDecimal(u"0.0028")};
    QCOMPARE(preview->rows.first(), gpt);
    QCOMPARE(preview->rows.last().unpricedAfter, 1);
    QCOMPARE(preview->total.attempts, 3);
    QCOMPARE(preview->total.changed, 2);
    QCOMPARE(sum(), 0);
    QVERIFY(await(m_repricing->log())->isEmpty());
}

void RepricingTest::onlyWhatIsAskedForIsPriced_data()
{
    QTest::addColumn<bool>("computed");
    QTest::addColumn<bool>("reported");
    QTest::addColumn<qint64>("attempts");
    QTest::addColumn<qint64>("sum");
    const qint64 each = 1'400'000'000;
    QTest::newRow("without a cost") << false << false << qint64(1) << each + 5 + 7;
    QTest::newRow("computed ones too") << true << false << qint64(2) << 2 * each + 7;
    QTest::newRow("reported ones too") << false << true << qint64(2) << 2 * each + 5;
    QTest::newRow("all") << true << true << qint64(3) << 3 * each;
}

void RepricingTest::onlyWhatIsAskedForIsPriced()
{
    QFETCH(bool, computed);
    QFETCH(bool, reported);
    askUnpriced();
    m_ledger->ask(QStringLiteral("?"), QStringLiteral("openai/gpt-4o"), QStringLiteral("yes"),
                  Money::fromPicos(5));
    const RunIds ids = m_ledger->begin(QStringLiteral("?"), {QStringLiteral("openai/gpt-4o")});
    m_ledger->settle(ids.attempts.first(), reportedAnswer(Money::fromPicos(7)));
    // What never left has no price to be asked for.
    AttemptOutcome unsent = LedgerFixture::failure(LaneStatus::Failed, ErrorKind::NotFound);
    unsent.cost = {.amount = Money(), .basis = CostBasis::Computed};
    m_ledger->settle(m_ledger->begin(QStringLiteral("?"), {QStringLiteral("openai/gpt-4o")}).attempts.first(),
                     unsent);
    RepricingScope scope;
    scope.computed = computed;
    scope.reported = reported;
    const auto preview = await(m_repricing->preview(scope, prices({ownPrice("gpt-4o")})));
    QVERIFY(preview);
    QTEST(preview->total.attempts, "attempts");
    const QSignalSpy changed(m_repricing.get(), &Repricing::costsChanged);
    const RepricingRecord record = apply(scope, prices({ownPrice("gpt-4o")}));
    QTEST(record.attempts, "attempts");
    QTEST(sum(), "sum");
    QCOMPARE(record.scope, scope);
    QCOMPARE(changed.size(), 1);
    // What the provider reported is never lost.
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT sum(reported_cost_picos) FROM attempts")), 7);
}

void RepricingTest::theNewCostIsWholeAndSummedEverywhere()
{
    askUnpriced();
    const RepricingRecord record = apply({}, prices({ownPrice("gpt-4o")}));
    QCOMPARE(record.before, Money());
    QCOMPARE(record.after, *Money::fromDecimal(u"0.0014"));
    const auto attempts = await(m_ledger->reader->attempts({}));
    const Cost cost = attempts->first().cost;
    QCOMPARE(cost.amount, Money::fromDecimal(u"0.0014"));
    QCOMPARE(cost.basis, CostBasis::Computed);
    QCOMPARE(cost.computed, cost.amount);
    QCOMPARE(cost.priceId, QStringLiteral("own:1"));
    QCOMPARE(cost.priceVersion, QStringLiteral("2026-01-01"));
    QVERIFY(!cost.priceSource.isEmpty());
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT cost_picos FROM run_costs")), 1'400'000'000);
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT sum(cost_picos) FROM v_usage_daily")), 1'400'000'000);
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT sum(unpriced_attempts) FROM v_usage_daily")), 0);
}

void RepricingTest::theTimeOfTheAttemptCounts()
{
    askUnpriced();
    PriceOverride later = ownPrice("gpt-4o", "20", "40");
    later.validFromMs = m_ledger->clock.utcMs() + 60'000;
    m_ledger->clock.advance(std::chrono::minutes(2));
    askUnpriced();
    apply({}, prices({ownPrice("gpt-4o"), later}));
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT cost_picos FROM attempts WHERE id = 1")), 1'400'000'000);
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT cost_picos FROM attempts WHERE id = 2")), 2'800'000'000);
    RepricingScope scope;
    scope.computed = true;
    scope.sinceMs = *later.validFromMs;
    QCOMPARE(apply(scope, prices({ownPrice("gpt-4o")})).attempts, 1);
}

void RepricingTest::howFarItIsIsToldAndItCanBeStopped()
{
    askUnpriced();
    const PriceSnapshot snapshot = prices({ownPrice("gpt-4o")});
    QFuture<Result<RepricingRecord>> stopped = m_repricing->apply({}, snapshot);
    stopped.cancel();
    QTRY_VERIFY(stopped.isFinished());
    QVERIFY(stopped.isCanceled());
    QCOMPARE(sum(), 0);
    const QFuture<Result<RepricingRecord>> whole = m_repricing->apply({}, snapshot);
    QVERIFY(await(whole));
    QCOMPARE(sum(), 1'400'000'000);
    QVERIFY(whole.progressMaximum() > 0);
    QCOMPARE(whole.progressValue(), whole.progressMaximum());
}

void RepricingTest::undoingPutsEverythingBack()
{
    AttemptOutcome outcome = LedgerFixture::answer(QStringLiteral("yes"), Money::fromPicos(500));
    outcome.cost.basis = CostBasis::Estimated;
    outcome.cost.lower = Money::fromPicos(400);
    outcome.cost.upper = Money::fromPicos(600);
    outcome.cost.priceVersion = QStringLiteral("2025-01-01");
    outcome.cost.priceSource = QStringLiteral("an old list");
    outcome.cost.priceId = QStringLiteral("list:7");
    const RunIds ids = m_ledger->begin(QStringLiteral("?"), {QStringLiteral("openai/gpt-4o")});
    m_ledger->settle(ids.attempts.first(), outcome);
    askUnpriced();
    const auto costs = [this] {
        QList<Cost> all;
        const QList<AttemptRecord> records = *await(m_ledger->reader->attempts({}));
        for (const AttemptRecord &record : records)
            all += record.cost;
        return all;
    };
    const QList<Cost> before = costs();
    RepricingScope scope;
    scope.computed = true;
    const RepricingRecord record = apply(scope, prices({ownPrice("gpt-4o")}));
    QCOMPARE(record.attempts, 2);
    QVERIFY(costs() != before);
    m_ledger->clock.advance(std::chrono::hours(1));
    const auto undone = await(m_repricing->undo(record.id));
    QVERIFY(undone);
    QCOMPARE(undone->undoneAtMs, std::optional(m_ledger->clock.utcMs()));
    QVERIFY(costs() == before);
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT sum(cost_picos) FROM run_costs")), 500);
    QCOMPARE(await(m_repricing->undo(record.id)).error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(await(m_repricing->undo(99)).error().kind, ErrorKind::NotFound);
    QCOMPARE(await(m_repricing->log())->size(), 1);
}

void RepricingTest::undoingTellsWhatWasPruned()
{
    LedgerKeeper keeper(*m_ledger->database);
    QVERIFY(await(keeper.setReportingZone(QTimeZone::utc())));
    RepricingScope scope;
    scope.computed = true;
    for (const qint64 cost : {400, 500, 600}) {
        m_ledger->ask(QStringLiteral("?"), QStringLiteral("openai/gpt-4o"), QStringLiteral("yes"),
                      Money::fromPicos(cost));
        m_ledger->clock.advance(std::chrono::hours(24));
    }
    const RepricingRecord record = apply(scope, prices({ownPrice("gpt-4o")}));
    QCOMPARE(record.attempts, 3);
    QCOMPARE(record.pruned, 0);
    QVERIFY(!record.restored);
    QVERIFY(await(keeper.prune(QDate(2026, 1, 2))));
    QCOMPARE(await(m_repricing->log())->first().pruned, 1);
    const auto undone = await(m_repricing->undo(record.id));
    QVERIFY(undone);
    QCOMPARE(undone->attempts, 3);
    QCOMPARE(undone->pruned, 1);
    QCOMPARE(undone->restored, std::optional(Money::fromPicos(1'100)));
    QCOMPARE(undone->scope, scope);
    QCOMPARE(sum(), 1'100);
    // What was put back is not lost to it when its row goes.
    QVERIFY(await(keeper.prune(QDate(2026, 1, 3))));
    QCOMPARE(await(m_repricing->log())->first().pruned, 1);
    QCOMPARE(await(m_repricing->log())->first().restored, std::optional(Money::fromPicos(1'100)));
}

void RepricingTest::undoingTellsHowFarItIs()
{
    askUnpriced();
    askUnpriced();
    const RepricingRecord record = apply({}, prices({ownPrice("gpt-4o")}));
    const QFuture<Result<RepricingRecord>> undone = m_repricing->undo(record.id);
    QVERIFY(await(undone));
    QVERIFY(undone.progressMaximum() > 0);
    QCOMPARE(undone.progressValue(), undone.progressMaximum());
}

void RepricingTest::undoingThatIsStoppedPutsNothingBack_data()
{
    QTest::addColumn<qint64>("after");
    QTest::newRow("before the first") << qint64(0);
    QTest::newRow("in the middle") << qint64(2);
    QTest::newRow("after the last") << qint64(3);
}

void RepricingTest::undoingThatIsStoppedPutsNothingBack()
{
    QFETCH(qint64, after);
    for (int count = 0; count < 3; ++count)
        askUnpriced();
    const RepricingRecord record = apply({}, prices({ownPrice("gpt-4o")}));
    const qint64 repriced = sum();
    const auto undone = await(m_ledger->database->write([&](Connection &connection) {
        return undoRepricing(connection, record.id, 1,
                             [after](qint64 done, qint64 all) { return all == 3 && done < after; });
    }));
    QVERIFY(!undone);
    QCOMPARE(sum(), repriced);
    QVERIFY(!await(m_repricing->log())->first().undoneAtMs);
    QVERIFY(await(m_repricing->undo(record.id)));
    QCOMPARE(sum(), 0);
}

void RepricingTest::undoingIsCancelledWhileItWaits()
{
    askUnpriced();
    const RepricingRecord record = apply({}, prices({ownPrice("gpt-4o")}));
    const qint64 repriced = sum();
    const QSignalSpy changed(m_repricing.get(), &Repricing::costsChanged);
    QSemaphore gate;
    const auto held = m_ledger->database->write([&gate](Connection &) -> Result<void> {
        gate.acquire();
        return {};
    });
    QFuture<Result<RepricingRecord>> undone = m_repricing->undo(record.id);
    undone.cancel();
    gate.release();
    QVERIFY(await(held));
    QTRY_VERIFY(undone.isFinished());
    QVERIFY(undone.isCanceled());
    QCOMPARE(sum(), repriced);
    QVERIFY(changed.isEmpty());
    QVERIFY(!await(m_repricing->log())->first().undoneAtMs);
}

void RepricingTest::whatALaterOneBuiltUponIsNotUndoneFirst()
{
    askUnpriced();
    const RepricingRecord first = apply({}, prices({ownPrice("gpt-4o")}));
    RepricingScope scope;
    scope.computed = true;
    const RepricingRecord second = apply(scope, prices({ownPrice("gpt-4o", "1", "1")}));
    QCOMPARE(second.attempts, 1);
    QCOMPARE(await(m_repricing->undo(first.id)).error().kind, ErrorKind::InvalidRequest);
    QVERIFY(await(m_repricing->undo(second.id)));
    QCOMPARE(sum(), 1'400'000'000);
    QVERIFY(await(m_repricing->undo(first.id)));
    QCOMPARE(sum(), 0);
}

void RepricingTest::whatHasNoPriceStaysAsItIs()
{
    m_ledger->ask(QStringLiteral("?"), QStringLiteral("openai/gpt-4o"), QStringLiteral("yes"),
                  Money::fromPicos(5));
    RepricingScope scope;
    scope.computed = true;
    const RepricingRecord record = apply(scope, prices({}));
    QCOMPARE(record.attempts, 0);
    QCOMPARE(sum(), 5);
}

void RepricingTest::unpricedModelsAreListed()
{
    askUnpriced();
    m_ledger->clock.advance(std::chrono::hours(24));
    askUnpriced();
    askUnpriced("other/m");
    m_ledger->ask(QStringLiteral("?"), QStringLiteral("openai/o3"), QStringLiteral("yes"));
    const RunIds failed = m_ledger->begin(QStringLiteral("?"), {QStringLiteral("openai/gone")});
    AttemptOutcome refused = LedgerFixture::failure(LaneStatus::Failed);
    refused.completion.error->httpStatus = 500;
    m_ledger->settle(failed.attempts.first(), refused);
    const RunIds simulated =
        m_ledger->begin(QStringLiteral("?"), {QStringLiteral("demo/swift")}, QString(), true);
    m_ledger->settle(simulated.attempts.first(), LedgerFixture::answer(QStringLiteral("yes"), std::nullopt));
    const auto models = await(m_repricing->unpriced({}));
    QVERIFY(models);
    QCOMPARE(models->size(), 2);
    const UnpricedModel &gpt = models->first();
    QCOMPARE(gpt.account, QStringLiteral("openai"));
    QCOMPARE(gpt.model, QStringLiteral("gpt-4o"));
    QCOMPARE(gpt.attempts, 2);
    QCOMPARE(gpt.inputTokens, 200);
    QCOMPARE(gpt.outputTokens, 40);
    QCOMPARE(gpt.lastMs - gpt.firstMs, 24 * 3'600'000);
    QCOMPARE(gpt.currency, QString());
    RepricingScope other;
    other.account = QStringLiteral("other");
    QCOMPARE(await(m_repricing->unpriced(other))->size(), 1);
    other.model = QStringLiteral("gpt-4o");
    QVERIFY(await(m_repricing->unpriced(other))->isEmpty());
    RepricingScope demo;
    demo.includeSimulated = true;
    QCOMPARE(await(m_repricing->unpriced(demo))->size(), 3);
}

void RepricingTest::aMissingRateIsNoMissingPrice()
{
    askUnpriced();
    PriceOverride euros = ownPrice("gpt-4o");
    euros.currency = QStringLiteral("EUR");
    QCOMPARE(apply({}, prices({euros})).attempts, 1);
    QCOMPARE(sum(), 0);
    QCOMPARE(await(m_repricing->unpriced({}))->first().currency, QStringLiteral("EUR"));
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT price_currency_picos FROM attempts")), 1'400'000'000);
    const ExchangeRate rate{QStringLiteral("EUR"), *Money::fromDecimal(u"1.5"), QDate(2026, 1, 1)};
    apply({}, prices({euros}, {rate}));
    QCOMPARE(sum(), 2'100'000'000);
    QVERIFY(await(m_repricing->unpriced({}))->isEmpty());
}

/// As an import writes them: with the name of an account, and without its id.
void RepricingTest::whatNamesItsAccountHasItsPrices()
{
    AccountStore accounts(*m_ledger->database);
    Account account;
    account.name = QStringLiteral("openai");
    account.baseUrl = QUrl(QStringLiteral("https://api.example.com/v1"));
    const auto added = await(accounts.add(account));
    QVERIFY(added);
    for (const char *target : {"openai/my-finetune", "stranger/my-finetune"}) {
        RunDraft draft;
        draft.prompt = QStringLiteral("?");
        draft.lanes.append(LedgerFixture::lane(QString::fromLatin1(target)));
        draft.lanes.first().accountId = 0;
        m_ledger->settle(m_ledger->begin(draft).attempts.first(),
                         LedgerFixture::answer(QStringLiteral("yes"), std::nullopt));
    }
    PriceOverride own = ownPrice("my-finetune");
    own.accountId = added->id;
    const RepricingRecord record =
        apply({}, PriceSnapshot({&m_catalog, &m_presets, {own}, nullptr, {}}, {*added}));
    QCOMPARE(record.attempts, 1);
    QCOMPARE(sum(), 1'400'000'000);
    QCOMPARE(await(m_repricing->unpriced({}))->first().account, QStringLiteral("stranger"));
}

SWITCHYARD_TEST(RepricingTest)

#include "tst_repricing.moc"
