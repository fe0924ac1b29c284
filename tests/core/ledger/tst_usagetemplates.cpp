#include "core/ledger/usagetemplates.h"
#include "core/storage/statement.h"
#include "tests/core/ledger/ledgerfixture.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;
using test::LedgerFixture;

class UsageTemplatesTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreTakenOutOfTheText_data();
    void numbersAreTakenOutOfTheText();
    void anObjectComesBackByteForByte_data();
    void anObjectComesBackByteForByte();
    void objectsOfOneKindShareATemplate();
    void textsOfTheirOwnAreKeptWholeInTheEnd();

private:
    static RunIds settle(LedgerFixture &ledger, const QByteArray &json)
    {
        const RunIds ids = ledger.begin(QStringLiteral("p"), {QStringLiteral("a/m")});
        AttemptOutcome outcome = LedgerFixture::answer(QStringLiteral("x"));
        outcome.completion.usage.rawJson = json;
        ledger.settle(ids.attempts.first(), outcome);
        return ids;
    }
    static QByteArray read(LedgerFixture &ledger, const RunIds &ids)
    {
        return await(ledger.reader->run(ids.run))->lanes.first().latest.completion.usage.rawJson;
    }
};

void UsageTemplatesTest::numbersAreTakenOutOfTheText_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("numbers");
    QTest::newRow("counts") << QByteArray(R"({"prompt_tokens":1204,"completion_tokens":640})")
                            << QByteArray("{\"prompt_tokens\":\x01,\"completion_tokens\":\x01}")
                            << QByteArray("1204,640");
    QTest::newRow("digits within texts stay")
        << QByteArray(R"({"model":"gpt-4o","tier_2":"a\"1","n":7})")
        << QByteArray("{\"model\":\"gpt-4o\",\"tier_2\":\"a\\\"1\",\"n\":\x01}") << QByteArray("7");
    QTest::newRow("signs, points and exponents are text") << QByteArray(R"({"cost":-0.00120e-3})")
                                                          << QByteArray("{\"cost\":-\x01.\x01"
                                                                        "e-\x01}")
                                                          << QByteArray("0,00120,3");
    QTest::newRow("no number at all") << QByteArray("null") << QByteArray("null") << QByteArray();
}

void UsageTemplatesTest::numbersAreTakenOutOfTheText()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, numbers);
    const std::optional<UsageTemplate> parts = usageTemplate(json);
    QVERIFY(parts);
    QCOMPARE(parts->text, text);
    QCOMPARE(parts->numbers, numbers);
}

void UsageTemplatesTest::anObjectComesBackByteForByte_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("OpenAI") << QByteArray(
        R"({"prompt_tokens":19,"completion_tokens":10,"total_tokens":29,"prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":0,"accepted_prediction_tokens":0}})");
    QTest::newRow("with spaces and lines")
        << QByteArray("{\n  \"prompt_tokens\" : 007,\r\n\t\"x\": [1, 2,3]\n}");
    QTest::newRow("a cost") << QByteArray(
        R"({"cost":0.000564600,"cost_details":{"upstream_inference_cost":null},"n":-1.5E+10})");
    QTest::newRow("texts with commas, digits and other scripts")
        << QByteArray(R"({"note":"1,2,3 \\ \" 四五 4","tokens":4})");
    QTest::newRow("no number") << QByteArray(R"({"usage":"none"})");
    QTest::newRow("a text that is not closed") << QByteArray(R"({"a":"12,13)");
    QTest::newRow("the character that stands for a number") << QByteArray("{\"a\":\"\x01\",\"b\":2}");
    QTest::newRow("large numbers") << QByteArray(R"({"a":123456789012345678901234567890})");
}

void UsageTemplatesTest::anObjectComesBackByteForByte()
{
    QFETCH(QByteArray, json);
    LedgerFixture ledger;
    const RunIds ids = settle(ledger, json);
    QCOMPARE(read(ledger, ids), json);
    QByteArray viewed;
    const auto seen = await(ledger.database->read([&viewed](Connection &connection) {
        return Statement(connection, QStringLiteral("SELECT usage_json FROM v_attempts"))
            .first([&viewed](const Statement &row) { viewed = row.utf8(0); });
    }));
    QVERIFY(seen);
    QCOMPARE(viewed, json);
}

void UsageTemplatesTest::objectsOfOneKindShareATemplate()
{
    LedgerFixture ledger;
    for (int count = 0; count < 5; ++count)
        settle(ledger, QByteArray("{\"prompt_tokens\":" + QByteArray::number(count * 77) + '}'));
    settle(ledger, R"({"input_tokens":5})");
    settle(ledger, {});
    QCOMPARE(ledger.number(QStringLiteral("SELECT count(*) FROM usage_templates")), 2);
    QCOMPARE(ledger.number(QStringLiteral("SELECT count(*) FROM attempts WHERE usage_json IS NOT NULL")), 0);
    QCOMPARE(ledger.number(QStringLiteral("SELECT count(*) FROM v_attempts WHERE usage_json IS NULL")), 1);
}

void UsageTemplatesTest::textsOfTheirOwnAreKeptWholeInTheEnd()
{
    LedgerFixture ledger;
    const auto filled = await(ledger.database->write([](Connection &connection) {
        return connection.execute(
            QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
                           "INSERT INTO usage_templates (template) SELECT 'id ' || i FROM n"));
    }));
    QVERIFY(filled);
    const QByteArray json = R"({"id":"req-77ab","tokens":4})";
    const RunIds ids = settle(ledger, json);
    QCOMPARE(ledger.number(QStringLiteral("SELECT count(*) FROM usage_templates")), 2000);
    QCOMPARE(ledger.number(QStringLiteral("SELECT count(*) FROM attempts WHERE usage_json IS NOT NULL")), 1);
    QCOMPARE(read(ledger, ids), json);
}

SWITCHYARD_TEST(UsageTemplatesTest)
#include "tst_usagetemplates.moc"
