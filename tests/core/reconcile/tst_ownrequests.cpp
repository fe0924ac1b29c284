#include "core/reconcile/ownrequests.h"

#include "core/catalog/modelcatalog.h"
#include "core/reconcile/usageimport.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;

namespace {

/// 2 November 2026, 0:00 UTC.
constexpr qint64 kOwnDay = 1'793'577'600'000;
constexpr qint64 kOwnMinute = 60'000;

UsageRecord told(double minute, std::optional<qint64> input, std::optional<qint64> output)
{
    UsageRecord record;
    record.atMs = kOwnDay + static_cast<qint64>(minute * kOwnMinute);
    record.model = QStringLiteral("gpt-4o");
    record.requests = 1;
    record.usage.input = input;
    record.usage.output = output;
    return record;
}

OwnRequest sent(double minute, std::optional<qint64> input, std::optional<qint64> output, double minutes = 0)
{
    const auto at = kOwnDay + static_cast<qint64>(minute * kOwnMinute);
    return {at, at + static_cast<qint64>(minutes * kOwnMinute), QStringLiteral("gpt-4o"), input, output};
}

} // namespace

/// Which rows of an export Switchyard sent itself.
class OwnRequestsTest : public QObject
{
    Q_OBJECT

private slots:
    void oneRequestIsTheOtherOrNot_data();
    void oneRequestIsTheOtherOrNot();
    void theNearestIsTakenAndEachOnce();
    void whatIsLikeAnotherOneIsKeptForThat();
    void aSumIsNoRequest();
    void logsOfOthersHoldWhatCameThroughTheGateway_data();
    void logsOfOthersHoldWhatCameThroughTheGateway();
};

void OwnRequestsTest::oneRequestIsTheOtherOrNot_data()
{
    QTest::addColumn<OwnRequest>("own");
    QTest::addColumn<UsageRecord>("record");
    QTest::addColumn<bool>("same");
    const double noon = 12 * 60;
    const OwnRequest known = sent(noon, 1000, 50);
    const OwnRequest unknown = sent(noon, {}, {});
    QTest::newRow("other tokens at night") << known << told(22 * 60 + 3.5, 77, 3) << false;
    QTest::newRow("other tokens a minute later") << known << told(noon + 1, 77, 3) << false;
    QTest::newRow("the same tokens on that day") << known << told(22 * 60 + 3.5, 1000, 50) << true;
    QTest::newRow("the same tokens on the next day") << known << told(25 * 60, 1000, 50) << false;
    QTest::newRow("the same tokens beyond midnight")
        << sent(24 * 60 - 0.1, 1000, 50) << told(24 * 60 + 0.2, 1000, 50) << true;
    QTest::newRow("no tokens here, near") << unknown << told(noon + 4, 77, 3) << true;
    QTest::newRow("no tokens here, far") << unknown << told(noon + 6, 77, 3) << false;
    QTest::newRow("no tokens there, near") << known << told(noon - 4, {}, {}) << true;
    QTest::newRow("no tokens there, far") << known << told(noon - 6, {}, {}) << false;
    QTest::newRow("no tokens at all, far") << unknown << told(noon + 60, {}, {}) << false;
    QTest::newRow("no tokens there, noted when it ended")
        << sent(noon, 1000, 50, 20) << told(noon + 21, {}, {}) << true;
    QTest::newRow("a part of the answer, near") << known << told(noon + 1, 1000, 200) << true;
    QTest::newRow("a part of the answer, far") << known << told(noon + 60, 1000, 200) << false;
    QTest::newRow("one other count alone, near") << known << told(noon + 1, 77, {}) << false;
    QTest::newRow("the day alone, the same tokens") << known << told(0, 1000, 50) << true;
    QTest::newRow("the day alone, other tokens") << known << told(0, 1000, 51) << false;
    QTest::newRow("the day alone, no tokens there") << known << told(0, {}, {}) << true;
    QTest::newRow("the day alone, no tokens here") << unknown << told(0, 1000, 50) << true;
    QTest::newRow("another day alone") << known << told(24 * 60, {}, {}) << false;
}

void OwnRequestsTest::oneRequestIsTheOtherOrNot()
{
    QFETCH(OwnRequest, own);
    QFETCH(UsageRecord, record);
    QFETCH(bool, same);
    ModelKeys keys(nullptr);
    QCOMPARE(matchOwnRequests({record}, {own}, keys).contains(0), same);
    // Of another model it never is.
    record.model = QStringLiteral("gpt-5");
    QVERIFY(matchOwnRequests({record}, {own}, keys).isEmpty());
}

void OwnRequestsTest::theNearestIsTakenAndEachOnce()
{
    ModelKeys keys(nullptr);
    const QList<UsageRecord> records{told(600, 10, 5), told(610, 10, 5), told(611, 10, 5), told(900, 10, 5)};
    QCOMPARE(matchOwnRequests(records, {sent(609.8, 10, 5)}, keys), QSet<qsizetype>{1});
    QCOMPARE(matchOwnRequests(records, {sent(609.8, 10, 5), sent(609.9, 10, 5)}, keys),
             (QSet<qsizetype>{1, 2}));
    QCOMPARE(matchOwnRequests(records, {sent(800, {}, {}), sent(899, {}, {}), sent(901, {}, {})}, keys),
             QSet<qsizetype>{3});
}

void OwnRequestsTest::whatIsLikeAnotherOneIsKeptForThat()
{
    ModelKeys keys(nullptr);
    // The one without tokens is nearer to the row of the other.
    const QList<UsageRecord> records{told(600, 10, 5), told(602, 20, 8)};
    QCOMPARE(matchOwnRequests(records, {sent(600, {}, {}), sent(603, 10, 5)}, keys), (QSet<qsizetype>{0, 1}));
}

void OwnRequestsTest::aSumIsNoRequest()
{
    ModelKeys keys(nullptr);
    UsageRecord sum = told(600, 10, 5);
    sum.untilMs = sum.atMs + 1;
    QVERIFY(matchOwnRequests({sum}, {sent(600, 10, 5)}, keys).isEmpty());
}

void OwnRequestsTest::logsOfOthersHoldWhatCameThroughTheGateway_data()
{
    QTest::addColumn<UsageFormat>("format");
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("left");
    QTest::newRow("llm asked the provider itself") << UsageFormat::LlmLogs << QStringLiteral("window") << 0;
    QTest::newRow("llm asked the gateway") << UsageFormat::LlmLogs << QStringLiteral("gateway") << 1;
    QTest::newRow("the provider's export")
        << UsageFormat::OpenRouterGenerations << QStringLiteral("window") << 1;
}

void OwnRequestsTest::logsOfOthersHoldWhatCameThroughTheGateway()
{
    QFETCH(UsageFormat, format);
    QFETCH(QString, source);
    QFETCH(int, left);
    test::LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    story.tell(QDateTime::fromMSecsSinceEpoch(kOwnDay + 600 * kOwnMinute, Qt::UTC),
               {QStringLiteral("openai/gpt-4o"), 1000, 50});
    story.finish();
    const Result<void> changed = await(story.ledger.database().write([source](Connection &connection) {
        return connection.execute(QStringLiteral("UPDATE calls SET source = '%1'").arg(source));
    }));
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
    UsageFile file;
    file.name = QStringLiteral("logs.db");
    file.hash = QStringLiteral("a");
    file.document.format = format;
    file.document.records = {told(600, 1000, 50)};
    const Result<ModelCatalog> catalog = ModelCatalog::load();
    QVERIFY(catalog);
    UsageImport imports(story.ledger.database(), story.clock, *catalog);
    UsageImportOptions options;
    options.account = QStringLiteral("openai");
    const Result<UsageImportPreview> seen = await(imports.preview(file, options));
    QVERIFY2(seen, seen ? "" : qPrintable(seen.error().message));
    QCOMPARE(seen->leftOut.value(LeftOut::OwnRequest), left);
    QCOMPARE(seen->newRequests, 1 - left);
}

SWITCHYARD_TEST(OwnRequestsTest)
#include "tst_ownrequests.moc"
