#include "tests/app/documents.h"
#include "tests/app/program.h"
#include "tests/support/await.h"
#include "tests/support/fakeprovider.h"

#include "app/services.h"

#include "core/evaluate/matrix.h"
#include "tests/support/testunit.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace test;

/// `compare --set` as a process: documents, exit codes, and what a killed one leaves to be resumed.
class TestCompareMatrix : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyCellIsInTheDocument();
    void theExitCodeSaysWhetherAllIsWell_data();
    void theExitCodeSaysWhetherAllIsWell();
    void wrongUsageIsOneSentence_data();
    void wrongUsageIsOneSentence();
    void pipedItPrintsATable();
    void answersAreShownThoughTheLedgerKeepsNone();
    void aFailedLaneIsInTheDocument();
    void aJudgeThatAnswersNonsenseIsNoPass();
    void aPromptfooFileIsRun();
    void aSignalCancelsWhatIsOpen();
    void afterAKillOnlyWhatWasOpenIsAskedAgain();

private:
    QString fileWith(const QString &name, const QByteArray &bytes) const;
    Outcome compare(const QString &file, const QStringList &more) const;

    std::unique_ptr<Program> m_program;
    std::unique_ptr<FakeProvider> m_provider;
};

namespace {

const QByteArray kCities = "prompt;city\r\nCapital of France?;Paris\r\nCapital of Italy?;Rome\r\n";

QByteArray cellShape()
{
    return R"({"case": "number", "lane": "number", "account": "string", "model": "string", "status": "string",
        "text": "string", "timing_ms": {"last": "number|null"}, "cost": {"usd": "string|null", "basis": "string"},
        "checks": [{"check": "string", "passed": "bool|null", "detail": "string"}]})";
}

QByteArray matrixShape()
{
    return R"({"set": "string", "cells": [)" + cellShape()
        + R"(], "summary": {"cells": "number", "failed": "number", "checks_failed": "number",
        "cost": {"usd": "string|null"}}})";
}

QJsonObject summaryOf(const Outcome &outcome)
{
    return outcome.object().value(QLatin1StringView("summary")).toObject();
}

} // namespace

void TestCompareMatrix::init()
{
    m_program = std::make_unique<Program>();
    m_provider = std::make_unique<FakeProvider>();
    m_provider->onModel(QStringLiteral("geographer"), [](const core::HttpRequest &request) {
        return completion(
            {request.body.contains("France") ? QStringLiteral("Paris") : QStringLiteral("Milan")});
    });
    m_provider->onModel(QStringLiteral("parrot"), {completion({QStringLiteral("Paris and Rome")})});
    m_provider->onModel(QStringLiteral("broken"), {respond(400, {}, "no")});
    m_program->addAccount(QStringLiteral("here"), m_provider->baseUrl());
}

void TestCompareMatrix::cleanup()
{
    m_program.reset();
    m_provider.reset();
}

QString TestCompareMatrix::fileWith(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(m_program->dataDir());
    const QString path = m_program->dataDir() + QLatin1Char('/') + name;
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
    return path;
}

Outcome TestCompareMatrix::compare(const QString &file, const QStringList &more) const
{
    return m_program->run(QStringList{QStringLiteral("compare"), QStringLiteral("--set"), file} + more);
}

void TestCompareMatrix::everyCellIsInTheDocument()
{
    const QString file = fileWith(QStringLiteral("cities%2F.csv"), kCities);
    const Outcome outcome =
        compare(file, words("--json -m here/geographer -m here/parrot --check contains:{{city}} --repeat 2"));
    QVERIFY2(outcome.document().isObject(), outcome.text().constData());
    QCOMPARE(problems(outcome.object(), matrixShape()), QStringList());
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.object().value(QLatin1StringView("set")).toString(), file);
    const QJsonArray cells = outcome.object().value(QLatin1StringView("cells")).toArray();
    QCOMPARE(cells.size(), 8);
    for (int place = 0; place < 8; ++place) {
        QCOMPARE(cells.at(place)[QLatin1StringView("case")].toInt(), place / 4);
        QCOMPARE(cells.at(place)[QLatin1StringView("lane")].toInt(), place % 4);
        const QJsonObject check = cells.at(place)[QLatin1StringView("checks")].toArray().first().toObject();
        QCOMPARE(check.value(QLatin1StringView("passed")).toBool(), place != 4 && place != 5);
    }
    QCOMPARE(summaryOf(outcome).value(QLatin1StringView("cells")).toInt(), 8);
    QCOMPARE(summaryOf(outcome).value(QLatin1StringView("failed")).toInt(), 0);
    QCOMPARE(summaryOf(outcome).value(QLatin1StringView("checks_failed")).toInt(), 2);
}

void TestCompareMatrix::theExitCodeSaysWhetherAllIsWell_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("all pass") << words("-m here/parrot --check contains:{{city}}") << 0;
    QTest::newRow("no check") << words("-m here/geographer") << 0;
    QTest::newRow("a check fails") << words("-m here/geographer --check contains:{{city}}") << 1;
    QTest::newRow("a lane fails") << words("-m here/parrot -m here/broken") << 1;
    QTest::newRow("a check without a verdict") << words("-m here/parrot --check max-usd:1") << 1;
    QTest::newRow("the simulator") << words("--demo -m demo/swift --check max-chars:100000") << 0;
}

void TestCompareMatrix::theExitCodeSaysWhetherAllIsWell()
{
    QFETCH(QStringList, options);
    QFETCH(int, exitCode);
    const Outcome outcome = compare(fileWith(QStringLiteral("cities.csv"), kCities), options);
    QVERIFY2(outcome.exitCode == exitCode, outcome.text().constData());
}

void TestCompareMatrix::wrongUsageIsOneSentence_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("part");
    const QStringList good = words("-m here/parrot");
    QTest::newRow("an unknown variable") << kCities << good + words("{{town}}") << QByteArray("{{town}}");
    QTest::newRow("an unknown variable of a check")
        << kCities << good + words("--check contains:{{town}}") << QByteArray("{{town}}");
    QTest::newRow("a broken file") << QByteArray("prompt,city\na\n") << good
                                   << QByteArray("Line 2, column 2");
    QTest::newRow("no column for the prompt") << QByteArray("a,b\n1,2\n") << good << QByteArray("\"prompt\"");
    QTest::newRow("an unknown check") << kCities << good + words("--check has:x") << QByteArray("KIND:VALUE");
    QTest::newRow("a schema that is not there")
        << kCities << good + words("--check json-schema:nowhere.json") << QByteArray("nowhere.json");
    QTest::newRow("an unknown account") << kCities << words("-m nobody/m") << QByteArray("\"nobody\"");
    QTest::newRow("no model") << kCities << QStringList() << QByteArray("-m ACCOUNT/MODEL");
}

void TestCompareMatrix::wrongUsageIsOneSentence()
{
    QFETCH(QByteArray, csv);
    QFETCH(QStringList, options);
    QFETCH(QByteArray, part);
    const Outcome outcome = compare(fileWith(QStringLiteral("set.csv"), csv), options);
    QVERIFY2(outcome.exitCode == 2 && outcome.isOneSentence(), outcome.text().constData());
    QVERIFY2(outcome.err.contains(part), outcome.text().constData());
    QCOMPARE(m_provider->requestCount(), 0);
}

void TestCompareMatrix::pipedItPrintsATable()
{
    const Outcome outcome = compare(fileWith(QStringLiteral("cities.csv"), kCities),
                                    words("-m here/geographer --check contains:{{city}}"));
    QVERIFY2(outcome.out.contains("| # | case | here/geographer |\n"), outcome.text().constData());
    QVERIFY2(outcome.out.contains("| 1 | Capital of France? | passed"), outcome.text().constData());
    QVERIFY2(outcome.out.contains("| 2 | Capital of Italy? | **failed**"), outcome.text().constData());
    QVERIFY2(outcome.out.contains("- Case 2, here/geographer, `contains:Rome`: The answer does not contain"),
             outcome.text().constData());
    QCOMPARE(outcome.err, QByteArray());
}

void TestCompareMatrix::answersAreShownThoughTheLedgerKeepsNone()
{
    m_program->change(QStringLiteral("INSERT INTO settings (key, value) VALUES ('keepTexts', 'false')"));
    const Outcome outcome = compare(fileWith(QStringLiteral("cities.csv"), kCities),
                                    words("-m here/parrot --json --check contains:{{city}}"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    const QJsonArray cells = outcome.object().value(QLatin1StringView("cells")).toArray();
    QCOMPARE(cells.size(), 2);
    for (const QJsonValue &cell : cells)
        QCOMPARE(cell[QLatin1StringView("text")].toString(), QStringLiteral("Paris and Rome"));
    QCOMPARE(m_program->value(QStringLiteral("SELECT count(*) FROM answers")).toInt(), 0);
}

void TestCompareMatrix::aFailedLaneIsInTheDocument()
{
    const Outcome outcome = compare(fileWith(QStringLiteral("cities.csv"), kCities),
                                    words("-m here/broken --json --check contains:x"));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(problems(outcome.object(), matrixShape()), QStringList());
    QCOMPARE(summaryOf(outcome).value(QLatin1StringView("failed")).toInt(), 2);
    QCOMPARE(summaryOf(outcome).value(QLatin1StringView("checks_failed")).toInt(), 0);
    const QJsonValue cell = outcome.object().value(QLatin1StringView("cells")).toArray().first();
    QCOMPARE(cell[QLatin1StringView("error")][QLatin1StringView("kind")].toString(),
             QStringLiteral("invalid_request"));
    QVERIFY(cell[QLatin1StringView("checks")].toArray().first()[QLatin1StringView("passed")].isNull());
}

void TestCompareMatrix::aJudgeThatAnswersNonsenseIsNoPass()
{
    m_provider->onModel(QStringLiteral("judge"), {completion({QStringLiteral("I like cheese.")})});
    const QString rubric = fileWith(QStringLiteral("rubric.md"), "Names {{city}}.");
    const Outcome outcome = compare(fileWith(QStringLiteral("cities.csv"), kCities),
                                    words("-m here/parrot --json --judge here/judge --check")
                                        + QStringList{QStringLiteral("judge:") + rubric});
    QVERIFY2(outcome.exitCode == 1, outcome.text().constData());
    QCOMPARE(summaryOf(outcome).value(QLatin1StringView("checks_failed")).toInt(), 0);
    QCOMPARE(summaryOf(outcome).value(QLatin1StringView("checks_undecided")).toInt(), 2);
    const Outcome without =
        compare(fileWith(QStringLiteral("cities.csv"), kCities),
                words("-m here/parrot --check") + QStringList{QStringLiteral("judge:") + rubric});
    QVERIFY2(without.exitCode == 2 && without.isOneSentence(), without.text().constData());
}

void TestCompareMatrix::aPromptfooFileIsRun()
{
    const QByteArray yaml = "prompts:\n  - 'Capital of {{country}}?'\nproviders:\n  - id: openai:geographer\n"
                            "    config: {apiBaseUrl: '"
        + m_provider->baseUrl().toEncoded()
        + "'}\n"
          "tests:\n  - vars: {country: France}\n    assert:\n"
          "      - {type: icontains, value: paris}\n      - {type: javascript, value: 'true'}\n";
    const Outcome outcome = compare(fileWith(QStringLiteral("promptfooconfig.yaml"), yaml), words("--json"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QVERIFY2(outcome.err.contains("tests[0].assert[1]") && outcome.err.contains("javascript"),
             outcome.text().constData());
    const QJsonArray cells = outcome.object().value(QLatin1StringView("cells")).toArray();
    QCOMPARE(cells.size(), 1);
    QCOMPARE(cells.first()[QLatin1StringView("text")].toString(), QStringLiteral("Paris"));
}

void TestCompareMatrix::aSignalCancelsWhatIsOpen()
{
    QByteArray csv = "prompt\n";
    for (int row = 0; row < 100; ++row)
        csv += "Case " + QByteArray::number(row) + "\n";
    m_provider->onModel(QStringLiteral("silent"), {Script{hang()}});
    const std::unique_ptr<QProcess> process = m_program->start(
        {QStringLiteral("compare"), QStringLiteral("--set"), fileWith(QStringLiteral("hundred.csv"), csv),
         QStringLiteral("-m"), QStringLiteral("here/silent"), QStringLiteral("--json")});
    QTRY_VERIFY_WITH_TIMEOUT(m_provider->requestCount() > 0, 30'000);
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGINT), 0);
    const Outcome outcome = Program::finish(*process);
    QVERIFY2(outcome.exitCode == 1, outcome.text().constData());
    const QJsonArray cells = outcome.object().value(QLatin1StringView("cells")).toArray();
    QCOMPARE(cells.size(), 100);
    for (const QJsonValue &cell : cells) {
        QCOMPARE(cell[QLatin1StringView("status")].toString(), QStringLiteral("cancelled"));
        QVERIFY(cell[QLatin1StringView("error")].isNull());
    }
}

void TestCompareMatrix::afterAKillOnlyWhatWasOpenIsAskedAgain()
{
    QByteArray csv = "prompt\n";
    for (int row = 0; row < 40; ++row)
        csv += "Case " + QByteArray::number(row) + "\n";
    // After twelve answers the provider says nothing more.
    const auto answered = std::make_shared<std::atomic<int>>(0);
    m_provider->onModel(QStringLiteral("tiring"), [answered](const core::HttpRequest &) {
        return ++*answered <= 12 ? completion({QStringLiteral("x")}) : Script{hang()};
    });
    const std::unique_ptr<QProcess> process = m_program->start(
        {QStringLiteral("compare"), QStringLiteral("--set"), fileWith(QStringLiteral("forty.csv"), csv),
         QStringLiteral("-m"), QStringLiteral("here/tiring"), QStringLiteral("--check"),
         QStringLiteral("equals:x")});
    const QString settled = QStringLiteral("SELECT count(*) FROM v_attempts WHERE status = 'complete'");
    QTRY_COMPARE_WITH_TIMEOUT(m_program->value(settled).toInt(), 12, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(*answered >= 20, 30'000);
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGKILL), 0);
    QVERIFY(process->waitForFinished());

    m_provider->onModel(QStringLiteral("tiring"), {completion({QStringLiteral("x")})});
    const int before = m_provider->requestCount();
    qputenv("TEST_KEY", Program::key().toUtf8());
    const core::Result<std::unique_ptr<app::Services>> services = app::Services::open(m_program->dataDir());
    QVERIFY(services);
    const qint64 id = await((*services)->matrices().list()).value().first().id;
    core::Matrix matrix((*services)->evaluateServices(), id);
    QSignalSpy loaded(&matrix, &core::Matrix::loaded);
    matrix.load();
    QVERIFY(loaded.wait(30'000));
    QCOMPARE(matrix.state(), core::Matrix::State::Paused);
    QVERIFY(matrix.start());
    QTRY_COMPARE_WITH_TIMEOUT(matrix.state(), core::Matrix::State::Finished, 60'000);
    QCOMPARE(m_provider->requestCount() - before, 28);
    QCOMPARE(matrix.progress().done, 40);
    QCOMPARE(matrix.progress().errors, 0);
    for (int row = 0; row < 40; ++row)
        QVERIFY2(matrix.cell(row, 0).passed() == true, qPrintable(QString::number(row)));
}

SWITCHYARD_TEST(TestCompareMatrix)
#include "tst_comparematrix.moc"
