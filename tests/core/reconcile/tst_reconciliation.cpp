#include "core/reconcile/reconciliation.h"

#include "core/catalog/modelcatalog.h"
#include "core/reconcile/modelmatch.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

constexpr qint64 kUtcDay = 86'400'000;
const QDate kMonday(2026, 11, 2);

/// A day of one side. Negative: not told (theirs), or 0 (own).
struct Side
{
    qint64 requests = 10;
    qint64 input = 10'000;
    qint64 cached = 0;
    qint64 output = 2'000;
    qint64 reasoning = 0;
    QString cost = QStringLiteral("0.01");
};

UsageRow ownRow(int day, const Side &side, const QString &model = QStringLiteral("gpt-4o-mini"),
                const QString &source = QStringLiteral("window"))
{
    UsageRow row;
    row.keys = {kMonday.addDays(day).toString(Qt::ISODate), model, source};
    row.figures.calls = side.requests;
    row.figures.attempts = side.requests;
    row.figures.input = side.input;
    row.figures.cachedInput = side.cached;
    row.figures.output = side.output;
    row.figures.reasoning = side.reasoning;
    row.figures.cost = *Money::fromDecimal(side.cost);
    return row;
}

UsageRecord theirRecord(int day, const Side &side,
                        const QString &model = QStringLiteral("openai/gpt-4o-mini-2024-07-18"))
{
    const auto told = [](qint64 count) { return count < 0 ? std::nullopt : std::optional(count); };
    UsageRecord record;
    record.atMs = kMonday.addDays(day).startOfDay(Qt::UTC).toMSecsSinceEpoch();
    record.untilMs = record.atMs + kUtcDay;
    record.model = model;
    record.requests = told(side.requests);
    record.usage.input = told(side.input);
    record.usage.cachedInput = told(side.cached);
    record.usage.output = told(side.output);
    record.usage.reasoning = told(side.reasoning);
    record.cost = Money::fromDecimal(side.cost);
    return record;
}

/// A week in which both sides agree, but for the day that a test changes.
struct Week
{
    QList<UsageRow> own = {};
    QList<UsageRecord> theirs = {};

    Week()
    {
        for (int day = 0; day < 7; ++day) {
            own.append(ownRow(day, {}));
            theirs.append(theirRecord(day, {}));
        }
    }
    Reconciliation compare() const
    {
        UsageReport report;
        report.by = {QStringLiteral("day"), QStringLiteral("model"), QStringLiteral("source")};
        report.rows = own;
        return reconcile(report, theirs, nullptr);
    }
};

} // namespace

class ReconciliationTest : public QObject
{
    Q_OBJECT

private slots:
    void sidesThatAgreeHaveNoGap();
    void aGapHasItsCause_data();
    void aGapHasItsCause();
    void tenPercentIsStillAgreement();
    void useAroundMidnightCancelsOut();
    void daysBeyondTheExportAreNoGap();
    void bothPricesAreNamed();
    void importedRequestsAreNotOwn();
    void failuresThatCostNothingAreNoGap();
    void unpricedRequestsAreTold();
    void costsAloneAreComparedAlone();
    void namesOfModelsMatch_data();
    void namesOfModelsMatch();
};

void ReconciliationTest::sidesThatAgreeHaveNoGap()
{
    const Reconciliation result = Week().compare();
    QCOMPARE(result.rows.size(), 7);
    QCOMPARE(result.flagged, 0);
    QVERIFY(!result.isShort());
    QCOMPARE(result.first, kMonday);
    QCOMPARE(result.last, kMonday.addDays(6));
    QCOMPARE(*result.rows.constFirst().percent, 0.0);
    QCOMPARE(result.rows.constFirst().model, QStringLiteral("gpt-4o-mini"));
    QCOMPARE(result.own.cost->toDecimal(), QStringLiteral("0.07"));
    QCOMPARE(result.theirs.cost->toDecimal(), QStringLiteral("0.07"));
}

void ReconciliationTest::aGapHasItsCause_data()
{
    QTest::addColumn<Side>("own");
    QTest::addColumn<Side>("theirs");
    QTest::addColumn<GapCause>("cause");
    const auto usd = [](const char *text) { return QString::fromLatin1(text); };
    QTest::newRow("cached tokens counted as ordinary ones")
        << Side{10, 10'000, 0, 2'000, 0, usd("0.02")} << Side{10, 10'000, 8'000, 2'000, 0, usd("0.01")}
        << GapCause::CachedAsInput;
    QTest::newRow("what was cached left out of the input")
        << Side{10, 4'000, 0, 2'000, 0, usd("0.01")} << Side{10, 10'000, 6'000, 2'000, 0, usd("0.012")}
        << GapCause::CachedAsInput;
    QTest::newRow("reasoning missing here")
        << Side{10, 10'000, 0, 2'000, 0, usd("0.01")} << Side{10, 10'000, 0, 3'500, 1'500, usd("0.016")}
        << GapCause::ReasoningMissing;
    QTest::newRow("others use the account as well")
        << Side{10, 10'000, 0, 2'000, 0, usd("0.01")} << Side{25, 31'000, 0, 9'000, 0, usd("0.04")}
        << GapCause::OtherPrograms;
    QTest::newRow("more requests without another token are not others' use")
        << Side{10, 10'000, 0, 2'000, 0, usd("0.01")} << Side{15, 10'000, 0, 2'000, 0, usd("0.01")}
        << GapCause::Unknown;
    QTest::newRow("half the price at the same tokens is a batch")
        << Side{10, 10'000, 0, 2'000, 0, usd("0.02")} << Side{10, 10'000, 0, 2'000, 0, usd("0.01")}
        << GapCause::ServiceTier;
    QTest::newRow("another price at the same tokens")
        << Side{10, 10'000, 0, 2'000, 0, usd("0.02")} << Side{10, 10'000, 0, 2'000, 0, usd("0.03")}
        << GapCause::PriceDiffers;
    QTest::newRow("less there without a rule that fits")
        << Side{10, 10'000, 0, 2'000, 0, usd("0.02")} << Side{8, 6'000, 0, 1'500, 0, usd("0.015")}
        << GapCause::Unknown;
}

void ReconciliationTest::aGapHasItsCause()
{
    QFETCH(Side, own);
    QFETCH(Side, theirs);
    QFETCH(GapCause, cause);
    Week week;
    week.own[3] = ownRow(3, own);
    week.theirs[3] = theirRecord(3, theirs);
    const Reconciliation result = week.compare();
    QCOMPARE(result.flagged, 1);
    const ReconcileRow &row = result.rows.at(3);
    QVERIFY(row.flagged);
    QCOMPARE(row.cause, cause);
    QVERIFY(!row.sentence.isEmpty());
}

void ReconciliationTest::tenPercentIsStillAgreement()
{
    Week week;
    // 1 of 10 requests is 10 %, 1,000 of 10,000 tokens too.
    week.own[2] = ownRow(2, {9, 9'000, 0, 1'800, 0, QStringLiteral("0.009")});
    QCOMPARE(week.compare().flagged, 0);
    week.own[2] = ownRow(2, {9, 8'900, 0, 1'800, 0, QStringLiteral("0.009")});
    const Reconciliation result = week.compare();
    QCOMPARE(result.flagged, 1);
    // 1,100 of 10,000.
    QCOMPARE(*result.rows.at(2).percent, 11.0);
}

void ReconciliationTest::useAroundMidnightCancelsOut()
{
    Week week;
    week.own[3] = ownRow(3, {16, 16'000, 0, 3'200, 0, QStringLiteral("0.016")});
    week.own[4] = ownRow(4, {4, 4'000, 0, 800, 0, QStringLiteral("0.004")});
    const Reconciliation result = week.compare();
    QCOMPARE(result.flagged, 2);
    QCOMPARE(result.rows.at(3).cause, GapCause::DayBoundary);
    QCOMPARE(result.rows.at(4).cause, GapCause::DayBoundary);
}

void ReconciliationTest::daysBeyondTheExportAreNoGap()
{
    Week week;
    week.own.append(ownRow(9, {}));
    const Reconciliation result = week.compare();
    QCOMPARE(result.rows.size(), 8);
    QCOMPARE(result.flagged, 0);
    QCOMPARE(result.rows.last().cause, GapCause::NotCovered);
    // It is in no sum either.
    QCOMPARE(result.own.requests, std::optional<qint64>(70));
    week.theirs.removeAt(3);
    const Reconciliation hole = week.compare();
    QCOMPARE(hole.rows.at(3).cause, GapCause::MissingThere);
    QCOMPARE(*hole.rows.at(3).percent, -100.0);
}

void ReconciliationTest::bothPricesAreNamed()
{
    Week week;
    week.theirs[3] = theirRecord(3, {10, 10'000, 0, 2'000, 0, QStringLiteral("0.03")});
    week.own[3] = ownRow(3, {10, 10'000, 0, 2'000, 0, QStringLiteral("0.024")});
    const QString sentence = week.compare().rows.at(3).sentence;
    // 0.03 for 12,000 tokens are 2.5 for a million, 0.024 are 2.
    QVERIFY2(sentence.contains(QStringLiteral("$2.50")), qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("$2.00")), qPrintable(sentence));
}

void ReconciliationTest::importedRequestsAreNotOwn()
{
    Week week;
    week.own.append(ownRow(3, {50, 50'000, 0, 9'000, 0, QStringLiteral("0.9")}, QStringLiteral("gpt-4o-mini"),
                           QStringLiteral("import")));
    QCOMPARE(week.compare().flagged, 0);
}

void ReconciliationTest::failuresThatCostNothingAreNoGap()
{
    Week week;
    UsageRow failures = ownRow(3, {4, 0, 0, 0, 0, QStringLiteral("0")}, QStringLiteral("gpt-5"));
    failures.figures.errors = 4;
    week.own.append(failures);
    const Reconciliation result = week.compare();
    QCOMPARE(result.rows.size(), 7);
    QCOMPARE(result.flagged, 0);
    // One that broke off may have been billed.
    week.own.last().figures.unpricedAttempts = 1;
    QCOMPARE(week.compare().flagged, 1);
}

void ReconciliationTest::unpricedRequestsAreTold()
{
    Week week;
    week.own[3].figures.unpricedAttempts = 4;
    week.own[3].figures.cost = *Money::fromDecimal(QStringLiteral("0.006"));
    const Reconciliation result = week.compare();
    QCOMPARE(result.rows.at(3).cause, GapCause::Unpriced);
    // Without any known cost there is none to compare: unknown is never 0.
    week.own[3].figures.unpricedAttempts = 10;
    week.own[3].figures.cost = {};
    QCOMPARE(week.compare().rows.at(3).own.cost, std::optional<Money>());
    QCOMPARE(week.compare().flagged, 0);
    // Nor is there where others failed, which cost nothing.
    week.own[3].figures.attempts = 12;
    week.own[3].figures.errors = 2;
    QCOMPARE(week.compare().rows.at(3).own.cost, std::optional<Money>());
    QCOMPARE(week.compare().flagged, 0);
}

void ReconciliationTest::costsAloneAreComparedAlone()
{
    Week week;
    for (UsageRecord &record : week.theirs) {
        record.requests.reset();
        record.usage = {};
    }
    QCOMPARE(week.compare().flagged, 0);
    week.theirs[3].cost = Money::fromDecimal(QStringLiteral("0.02"));
    const Reconciliation result = week.compare();
    QCOMPARE(result.flagged, 1);
    QCOMPARE(*result.rows.at(3).percent, 50.0);
}

void ReconciliationTest::namesOfModelsMatch_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("a vendor's prefix and a date")
        << QStringLiteral("gpt-4o-mini") << QStringLiteral("openai/gpt-4o-mini-2024-07-18") << true;
    QTest::newRow("a display name") << QStringLiteral("claude-haiku-4-5-20251001")
                                    << QStringLiteral("Claude Haiku 4.5") << true;
    QTest::newRow("a variant") << QStringLiteral("deepseek/deepseek-chat:free")
                               << QStringLiteral("deepseek-chat") << true;
    QTest::newRow("another size") << QStringLiteral("gpt-4o") << QStringLiteral("gpt-4o-mini") << false;
    QTest::newRow("another version") << QStringLiteral("claude-haiku-4-5")
                                     << QStringLiteral("claude-haiku-3-5") << false;
}

void ReconciliationTest::namesOfModelsMatch()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, same);
    const Result<ModelCatalog> catalog = ModelCatalog::load();
    QVERIFY(catalog);
    QCOMPARE(matchedModel(one, nullptr) == matchedModel(other, nullptr), same);
    QCOMPARE(matchedModel(one, &*catalog) == matchedModel(other, &*catalog), same);
}

SWITCHYARD_TEST(ReconciliationTest)
#include "tst_reconciliation.moc"
