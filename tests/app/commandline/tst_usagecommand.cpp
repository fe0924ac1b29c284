#include "core/base/money.h"
#include "tests/app/documents.h"
#include "tests/app/program.h"
#include "tests/support/testunit.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace test;

/// `usage` as a process, over a ledger of three runs on different days.
class TestUsageCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void itPrintsTheDocumentedShape_data();
    void itPrintsTheDocumentedShape();
    void totalsAreThoseOfTheLedgersView();
    void daysBeginInTheZoneThatIsNamed();
    void clocksThatChangeMoveNoRequest();
    void aPeriodHasItsFirstAndItsLastDay_data();
    void aPeriodHasItsFirstAndItsLastDay();
    void tasksAndTagsAreDimensions();
    void csvIsTheSameWhateverTheLanguage();
    void simulatedRequestsCountOnlyInTheDemo();
    void forPeopleItIsATableWithATotal();
    void weeksAndMonthsAreDimensions();
    void metricsAreAddedToRowsAndTotal();
    void metricsAreColumnsOfTheTableAndOfTheCsv();
    void theCsvHasNoColumnTwice();
    void theTableHasNoColumnTwice();
    void valuesCannotBreakTheTable();
    void anEndBeforeTheUsualBeginIsExplained();
    void aChangeIsSplitIntoPartsThatSumToIt();
    void aChangeIsAgainstThePeriodOfEqualLengthBefore();
    void theForecastIsThatOfThePresentMonth();
    void changeAndForecastReadForPeople();

private:
    void place(int attempt, const char *utc);
    QJsonObject usage(const QStringList &arguments);

    Program m_program;
};

namespace {

const QStringList kJanuary = words("--since 2026-01-01 --until 2026-01-31");

int callsOf(const QJsonObject &figures)
{
    return figures.value(QLatin1StringView("calls")).toInt(-1);
}

} // namespace

void TestUsageCommand::place(int attempt, const char *utc)
{
    const qint64 at = QDateTime::fromString(QString::fromLatin1(utc), Qt::ISODate).toMSecsSinceEpoch();
    m_program.change(
        QStringLiteral("UPDATE attempts SET started_at = %1 WHERE id = %2").arg(at).arg(attempt));
}

QJsonObject TestUsageCommand::usage(const QStringList &arguments)
{
    const Outcome outcome = m_program.run(words("usage --demo --json") + arguments);
    if (outcome.exitCode != 0 || !outcome.document().isObject())
        qFatal("%s", outcome.text().constData());
    return outcome.object();
}

void TestUsageCommand::initTestCase()
{
    for (const char *more :
         {"-m demo/swift --task summarize --meta team=red One?",
          "-m demo/swift --task summarize --meta team=blue Two?", "-m demo/fault-401 Three?"})
        m_program.run(words("compare --demo --json") + words(more));
    place(1, "2026-01-10T18:29:59Z");
    place(2, "2026-01-10T18:30:00Z");
    place(3, "2026-01-12T10:00:00Z");
}

void TestUsageCommand::itPrintsTheDocumentedShape_data()
{
    QTest::addColumn<QString>("by");
    for (const char *by :
         {"model", "day", "vendor", "account", "task", "source", "tag:team", "day,model,tag:team"})
        QTest::newRow(by) << QString::fromLatin1(by);
}

void TestUsageCommand::itPrintsTheDocumentedShape()
{
    QFETCH(QString, by);
    const QJsonObject document = usage(kJanuary + QStringList{QStringLiteral("--by"), by});
    QCOMPARE(problems(document, usageShape(by.split(u','))), QStringList());
    QVERIFY(!document.value(QLatin1StringView("rows")).toArray().isEmpty());
    int calls = 0;
    for (const auto &row : document.value(QLatin1StringView("rows")).toArray())
        calls += callsOf(row.toObject());
    QCOMPARE(calls, 3);
    QCOMPARE(callsOf(document.value(QLatin1StringView("total")).toObject()), 3);
}

void TestUsageCommand::totalsAreThoseOfTheLedgersView()
{
    const QJsonObject total = usage(kJanuary).value(QLatin1StringView("total")).toObject();
    const QVariantList sums =
        m_program
            .rows(QStringLiteral(
                "SELECT sum(calls), sum(attempts), sum(errors), sum(input_tokens), "
                "sum(output_tokens), sum(cost_usd), sum(unpriced_attempts) FROM v_usage_daily"))
            .value(0);
    const char *names[] = {"calls", "attempts", "errors", "input", "output"};
    for (int index = 0; index < 5; ++index)
        QCOMPARE(total.value(QLatin1StringView(names[index])).toInteger(-1), sums[index].toLongLong());
    QCOMPARE(total.value(QLatin1StringView("cost_usd")).toString().toDouble(), sums[5].toDouble());
    QCOMPARE(total.value(QLatin1StringView("unpriced_attempts")).toInteger(-1), sums[6].toLongLong());
    QCOMPARE(total.value(QLatin1StringView("errors")).toInt(), 1);
}

void TestUsageCommand::daysBeginInTheZoneThatIsNamed()
{
    const auto days = [this](const char *zone) {
        QStringList found;
        for (const auto &row : usage(kJanuary + words("--by day,model --zone") + words(zone))
                                   .value(QLatin1StringView("rows"))
                                   .toArray())
            found.append(row[QLatin1StringView("day")].toString() + u' '
                         + row[QLatin1StringView("model")].toString());
        found.sort();
        return found;
    };
    QCOMPARE(days("UTC"),
             (QStringList{QStringLiteral("2026-01-10 swift"), QStringLiteral("2026-01-12 fault-401")}));
    // India is five and a half hours ahead: the day ends at 18:30 UTC.
    QCOMPARE(days("Asia/Kolkata"),
             (QStringList{QStringLiteral("2026-01-10 swift"), QStringLiteral("2026-01-11 swift"),
                          QStringLiteral("2026-01-12 fault-401")}));
    QCOMPARE(usage(words("--zone Asia/Kolkata")).value(QLatin1StringView("zone")).toString(),
             QStringLiteral("Asia/Kolkata"));
}

void TestUsageCommand::clocksThatChangeMoveNoRequest()
{
    const Program program;
    QCOMPARE(program.run(words("compare --demo --json -m demo/swift --repeat 4 One?")).exitCode, 0);
    const auto at = [&program](int attempt, const char *utc) {
        const QDateTime moment = QDateTime::fromString(QString::fromLatin1(utc), Qt::ISODate);
        program.change(QStringLiteral("UPDATE attempts SET started_at = %1 WHERE id = %2")
                           .arg(moment.toMSecsSinceEpoch())
                           .arg(attempt));
    };
    // Both are half past one of the night in New York whose clocks go back.
    at(1, "2026-11-01T05:30:00Z");
    at(2, "2026-11-01T06:30:00Z");
    // The last second of a day in Kathmandu, and the first of the next.
    at(3, "2026-11-10T18:14:59Z");
    at(4, "2026-11-10T18:15:00Z");
    const auto keys = [&program](const char *arguments, const char *dimension) {
        const QJsonObject document = program.run(words("usage --demo --json") + words(arguments)).object();
        QStringList found;
        for (const auto &row : document.value(QLatin1StringView("rows")).toArray()) {
            if (callsOf(row.toObject()) == 1)
                found.append(row[QLatin1StringView(dimension)].toString());
        }
        return found;
    };
    QCOMPARE(keys("--by hour --zone America/New_York --since 2026-11-01 --until 2026-11-01", "hour"),
             words("2026-11-01T01:00:00-04:00 2026-11-01T01:00:00-05:00"));
    const QJsonObject day =
        program
            .run(words("usage --demo --json --by day --zone America/New_York --since 2026-11-01 --until "
                       "2026-11-01"))
            .object();
    QCOMPARE(day.value(QLatin1StringView("since")).toString(), QStringLiteral("2026-11-01T00:00:00-04:00"));
    QCOMPARE(day.value(QLatin1StringView("until")).toString(), QStringLiteral("2026-11-02T00:00:00-05:00"));
    QCOMPARE(callsOf(day.value(QLatin1StringView("total")).toObject()), 2);
    QCOMPARE(keys("--by day --zone Asia/Kathmandu --since 2026-11-10 --until 2026-11-11", "day"),
             words("2026-11-10 2026-11-11"));
}

void TestUsageCommand::aPeriodHasItsFirstAndItsLastDay_data()
{
    QTest::addColumn<QStringList>("period");
    QTest::addColumn<int>("calls");
    QTest::newRow("all three") << kJanuary << 3;
    QTest::newRow("one day, both ends named") << words("--since 2026-01-10 --until 2026-01-10") << 2;
    QTest::newRow("the same day elsewhere")
        << words("--since 2026-01-10 --until 2026-01-10 --zone Asia/Kolkata") << 1;
    QTest::newRow("to the second") << words("--since 2026-01-10T18:30:00Z --until 2026-01-12T10:00:00Z") << 1;
    QTest::newRow("before all of them") << words("--since 2025-01-01 --until 2025-12-31") << 0;
    QTest::newRow("weeks back from now") << words("--since 999w") << 3;
    QTest::newRow("an hour back from now") << words("--since 1h") << 0;
}

void TestUsageCommand::aPeriodHasItsFirstAndItsLastDay()
{
    QFETCH(QStringList, period);
    QFETCH(int, calls);
    QCOMPARE(callsOf(usage(period).value(QLatin1StringView("total")).toObject()), calls);
}

void TestUsageCommand::tasksAndTagsAreDimensions()
{
    QMap<QString, int> calls;
    for (const auto &row :
         usage(kJanuary + words("--by task,tag:team")).value(QLatin1StringView("rows")).toArray())
        calls.insert(row[QLatin1StringView("task")].toString() + u'/'
                         + row[QLatin1StringView("tag:team")].toString(),
                     callsOf(row.toObject()));
    QCOMPARE(calls,
             (QMap<QString, int>{{QStringLiteral("summarize/red"), 1},
                                 {QStringLiteral("summarize/blue"), 1},
                                 {QStringLiteral("/"), 1}}));
}

void TestUsageCommand::csvIsTheSameWhateverTheLanguage()
{
    const QStringList command = words("usage --demo --csv --by day,model --zone UTC") + kJanuary;
    const Outcome plain = m_program.run(command);
    QCOMPARE(plain.exitCode, 0);
    QVERIFY(plain.out.startsWith("day,model,calls,attempts,errors,input,cached_input,cache_write,output,"
                                 "reasoning,cost_usd,unpriced_attempts\r\n"));
    QCOMPARE(plain.out.count('\n'), 3);
    m_program.setVariable(QStringLiteral("LC_ALL"), QStringLiteral("de_DE.UTF-8"));
    const Outcome german = m_program.run(command);
    m_program.setVariable(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    QCOMPARE(german.out, plain.out);
}

void TestUsageCommand::simulatedRequestsCountOnlyInTheDemo()
{
    const Outcome outcome = m_program.run(words("usage --json") + kJanuary);
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(callsOf(outcome.object().value(QLatin1StringView("total")).toObject()), 0);
}

void TestUsageCommand::forPeopleItIsATableWithATotal()
{
    const Outcome outcome = m_program.run(words("usage --demo --by model") + kJanuary);
    QCOMPARE(outcome.exitCode, 0);
    const QList<QByteArray> lines = outcome.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.first().startsWith("MODEL"));
    QVERIFY(lines.last().startsWith("total"));
}

void TestUsageCommand::weeksAndMonthsAreDimensions()
{
    const auto keys = [this](const QString &unit) {
        QStringList found;
        const QJsonObject document = usage(kJanuary + words("--zone UTC --by") + QStringList{unit});
        for (const auto &row : document.value(QLatin1StringView("rows")).toArray())
            found.append(row[unit].toString() + u' ' + QString::number(callsOf(row.toObject())));
        return found;
    };
    // 12 January 2026 is a Monday.
    QCOMPARE(keys(QStringLiteral("week")),
             (QStringList{QStringLiteral("2026-01-05 2"), QStringLiteral("2026-01-12 1")}));
    QCOMPARE(keys(QStringLiteral("month")), QStringList{QStringLiteral("2026-01 3")});
}

void TestUsageCommand::metricsAreAddedToRowsAndTotal()
{
    const QStringList command = kJanuary + words("--by model --zone UTC");
    QJsonObject document = usage(
        command
        + words("--metric requests,tokens,error_rate,cache_hit_rate,failed_cost,unpriced,first_token_p95"));
    QJsonObject total = document.value(QLatin1StringView("total")).toObject();
    QCOMPARE(total.value(QLatin1StringView("requests")), total.value(QLatin1StringView("calls")));
    QCOMPARE(total.value(QLatin1StringView("tokens")).toInt(),
             total.value(QLatin1StringView("input")).toInt()
                 + total.value(QLatin1StringView("output")).toInt());
    // One of three failed.
    QCOMPARE(total.value(QLatin1StringView("error_rate")).toDouble(), 1.0 / 3.0);
    // Three calls are too few for a percentile.
    QVERIFY(total.value(QLatin1StringView("first_token_p95")).isNull());
    for (const auto &row : document.value(QLatin1StringView("rows")).toArray()) {
        const bool failed = row[QLatin1StringView("model")].toString() == QLatin1StringView("fault-401");
        QCOMPARE(row[QLatin1StringView("error_rate")].toDouble(-1.0), failed ? 1.0 : 0.0);
        QVERIFY(row[QLatin1StringView("first_token_p95")].isUndefined());
        QVERIFY(row[QLatin1StringView("failed_cost")].isString());
    }
    // What was asked without metrics is the same, to the letter.
    QJsonObject plain = usage(command);
    for (const char *added :
         {"requests", "tokens", "error_rate", "cache_hit_rate", "failed_cost", "unpriced", "first_token_p95"})
        total.remove(QLatin1StringView(added));
    QCOMPARE(total, plain.value(QLatin1StringView("total")).toObject());
}

void TestUsageCommand::metricsAreColumnsOfTheTableAndOfTheCsv()
{
    const QStringList command = words("usage --demo --by model --metric error_rate,latency_p50") + kJanuary;
    const Outcome table = m_program.run(command);
    QCOMPARE(table.exitCode, 0);
    const QList<QByteArray> lines = table.out.trimmed().split('\n');
    QVERIFY(lines.first().simplified().endsWith("COST ERROR_RATE LATENCY_P50"));
    QVERIFY(lines.last().simplified().endsWith("33.3 % -"));
    const Outcome csv = m_program.run(command + words("--csv"));
    // A percentile is of the total alone, which CSV does not have.
    QVERIFY(csv.out.startsWith("model,calls,attempts,errors,input,cached_input,cache_write,output,reasoning,"
                               "cost_usd,unpriced_attempts,error_rate\r\n"));
    QVERIFY(csv.out.contains(",1\r\n") && csv.out.contains(",0\r\n"));
    QCOMPARE(csv.err.trimmed(), QByteArray("Not in the CSV, which has no total: latency_p50."));
}

void TestUsageCommand::theCsvHasNoColumnTwice()
{
    const Outcome csv =
        m_program.run(words("usage --demo --csv --by model --metric attempts,errors,tokens") + kJanuary);
    QCOMPARE(csv.exitCode, 0);
    QVERIFY(csv.out.startsWith("model,calls,attempts,errors,input,cached_input,cache_write,output,reasoning,"
                               "cost_usd,unpriced_attempts,tokens\r\n"));
    QCOMPARE(csv.out.split('\n').value(1).count(','), csv.out.split('\n').value(0).count(','));
    QCOMPARE(csv.err, QByteArray());
}

void TestUsageCommand::theTableHasNoColumnTwice()
{
    const Outcome table =
        m_program.run(words("usage --demo --by model --metric cost,errors,error_rate") + kJanuary);
    QCOMPARE(table.exitCode, 0);
    const QByteArray head = table.out.split('\n').value(0).simplified();
    QCOMPARE(head, QByteArray("MODEL CALLS ATTEMPTS ERRORS IN OUT COST ERROR_RATE"));
}

void TestUsageCommand::valuesCannotBreakTheTable()
{
    Program program;
    const QString task = QStringLiteral("a\nb\u202Ec\u200Bd\x1b[2Je");
    QCOMPARE(program.run(words("compare --demo -m demo/swift What? --task") << task).exitCode, 0);
    const Outcome table = program.run(words("usage --demo --by task"));
    QCOMPARE(table.exitCode, 0);
    const QStringList lines = QString::fromUtf8(table.out).trimmed().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines.at(1).startsWith(QStringLiteral("a b\uFFFDc\uFFFDd\uFFFD[2Je  ")),
             table.text().constData());
    // Programs get the value itself.
    const QJsonObject document = program.run(words("usage --demo --by task --json")).object();
    QCOMPARE(document.value(QLatin1StringView("rows"))[0][QLatin1StringView("task")].toString(), task);
}

void TestUsageCommand::anEndBeforeTheUsualBeginIsExplained()
{
    const Outcome unnamed = m_program.run(words("usage --demo --until 2020-01-01"));
    QCOMPARE(unnamed.exitCode, 2);
    QVERIFY2(unnamed.isOneSentence(), unnamed.text().constData());
    QVERIFY2(unnamed.err.contains("begins 30 days ago"), unnamed.text().constData());
    const Outcome named = m_program.run(words("usage --demo --since 2020-01-02 --until 2020-01-01"));
    QCOMPARE(named.exitCode, 2);
    QVERIFY2(named.err.contains("--since must be before --until"), named.text().constData());
}

void TestUsageCommand::aChangeIsSplitIntoPartsThatSumToIt()
{
    const QJsonObject document = usage(kJanuary + words("--change"));
    QCOMPARE(problems(document, usageShape({QStringLiteral("model")})), QStringList());
    const QJsonObject change = document.value(QLatin1StringView("change")).toObject();
    QStringList factors;
    core::Money sum;
    for (const auto &part : change.value(QLatin1StringView("parts")).toArray()) {
        factors.append(part[QLatin1StringView("factor")].toString());
        const auto amount = core::Money::fromDecimal(part[QLatin1StringView("usd")].toString());
        QVERIFY(amount);
        sum += *amount;
    }
    QCOMPARE(factors, words("volume model_mix tokens_per_call cache_share price retries_and_failures"));
    const QString difference = change.value(QLatin1StringView("difference_usd")).toString();
    QCOMPARE(sum.toDecimal(), difference);
    // There was nothing in the month before.
    QCOMPARE(difference,
             document.value(QLatin1StringView("total"))[QLatin1StringView("cost_usd")].toString());
    QCOMPARE(change.value(QLatin1StringView("before"))[QLatin1StringView("cost_usd")].toString(),
             QStringLiteral("0"));
    QVERIFY(!document.contains(QLatin1StringView("forecast")));
    QVERIFY(!usage(kJanuary).contains(QLatin1StringView("change")));
}

void TestUsageCommand::aChangeIsAgainstThePeriodOfEqualLengthBefore()
{
    const QJsonObject before =
        usage(words("--since 2026-03-01 --until 2026-03-31 --zone Europe/Berlin --change"))
            .value(QLatin1StringView("change"))[QLatin1StringView("before")]
            .toObject();
    // 31 days, one of which in March has 23 hours.
    QCOMPARE(before.value(QLatin1StringView("since")).toString(),
             QStringLiteral("2026-01-29T00:00:00+01:00"));
    QCOMPARE(before.value(QLatin1StringView("until")).toString(),
             QStringLiteral("2026-03-01T00:00:00+01:00"));
}

void TestUsageCommand::theForecastIsThatOfThePresentMonth()
{
    const QJsonObject forecast = usage(words("--forecast")).value(QLatin1StringView("forecast")).toObject();
    QCOMPARE(problems(forecast,
                      R"({"month": "string", "so_far_usd": "string", "active_days": "number",
                          "unpriced_attempts": "number", "low_usd": "string|null", "high_usd": "string|null",
                          "linear_usd": "string|null", "weighted_usd": "string|null"})"),
             QStringList());
    QVERIFY(QRegularExpression(QStringLiteral("^\\d{4}-\\d\\d$"))
                .match(forecast.value(QLatin1StringView("month")).toString())
                .hasMatch());
}

void TestUsageCommand::changeAndForecastReadForPeople()
{
    const Outcome outcome = m_program.run(words("usage --demo --change --forecast") + kJanuary);
    QCOMPARE(outcome.exitCode, 0);
    const QString text = QString::fromUtf8(outcome.out);
    for (const char *expected : {"total", "volume", "retries and failures", "difference", "forecast"})
        QVERIFY2(text.contains(QLatin1StringView(expected)), expected);
}

SWITCHYARD_TEST(TestUsageCommand)
#include "tst_usagecommand.moc"
