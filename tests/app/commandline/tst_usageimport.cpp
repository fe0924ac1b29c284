#include "app/commandline/commandline.h"
#include "app/commandline/usageimporttext.h"

#include "tests/app/program.h"
#include "tests/support/testunit.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace test;

/// `usage import` and `usage reconcile` as people and scripts call them.
class TestUsageImport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void argumentsAreRead();
    void wrongArgumentsAreOneSentence_data();
    void wrongArgumentsAreOneSentence();
    void aDryRunWritesNothing();
    void requestsAreImportedOnceAndUndone();
    void aTableIsReadByItsMapping();
    void whatIsLeftOutIsNamed();
    void onePageOfSeveralIsRemarkedOn();
    void anAccountThatNobodyHasIsRemarkedOn();
    void aFileWithoutUseIsRefused();
    void nothingIsReconciledWithAnAccountThatNobodyHas();
    void anAmountThatNoRowTellsIsUnknown();
    void anUnknownTableSaysHowToReadIt_data();
    void anUnknownTableSaysHowToReadIt();
    void aBrokenFileSaysWhere();
    void gapsAreExplained();
    void aGapBelowZeroStaysANumber();

private:
    QString write(const QByteArray &text);
    QJsonObject ask(const QStringList &arguments) const;

    std::unique_ptr<Program> m_program;
    std::unique_ptr<QTemporaryDir> m_files;
};

namespace {

QByteArray generations()
{
    return "generation_id,created_at,cost_total,tokens_prompt,tokens_completion,model_permaslug,api_key_"
           "name\n"
           "gen-1,2026-11-02 10:00:00,0.001,1000,200,openai/gpt-4o-mini,laptop\n"
           "gen-2,2026-11-02 10:05:00,0.002,2000,300,openai/gpt-4o-mini,laptop\n";
}

} // namespace

void TestUsageImport::init()
{
    m_program = std::make_unique<Program>();
    m_files = std::make_unique<QTemporaryDir>();
}

QString TestUsageImport::write(const QByteArray &text)
{
    const QString path = m_files->filePath(QStringLiteral("export.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written", qPrintable(path));
    return path;
}

QJsonObject TestUsageImport::ask(const QStringList &arguments) const
{
    const Outcome outcome = m_program->run(arguments + words("--json"));
    if (outcome.exitCode != 0 || !outcome.document().isObject())
        qFatal("%s", outcome.text().constData());
    return outcome.object();
}

void TestUsageImport::argumentsAreRead()
{
    const auto parsed = app::parseCommandLine(
        words("usage import a.csv --account openai --map day=Date,cost=USD --dry-run --json"));
    QVERIFY(parsed);
    const auto *usage = std::get_if<app::UsageImportInvocation>(&parsed->command);
    QVERIFY(usage != nullptr);
    QCOMPARE(usage->file, QStringLiteral("a.csv"));
    QCOMPARE(usage->account, QStringLiteral("openai"));
    QCOMPARE(usage->read.columns.value(QStringLiteral("cost")), QStringLiteral("USD"));
    QVERIFY(usage->dryRun && usage->json);
    const auto mapped = app::parseCommandLine(words("usage import a.csv --map day=Date --map cost=USD"));
    QVERIFY(mapped);
    QCOMPARE(std::get<app::UsageImportInvocation>(mapped->command).read.columns,
             (core::ColumnMap{{QStringLiteral("day"), QStringLiteral("Date")},
                              {QStringLiteral("cost"), QStringLiteral("USD")}}));
    const auto log = app::parseCommandLine(words("usage import --log"));
    QVERIFY(log);
    QCOMPARE(std::get<app::UsageImportInvocation>(log->command).verb, app::UsageImportInvocation::Verb::Log);
}

void TestUsageImport::wrongArgumentsAreOneSentence_data()
{
    QTest::addColumn<QString>("line");
    const auto row = [](const char *line) { QTest::newRow(line) << QString::fromLatin1(line); };
    row("usage import");
    row("usage import a.csv b.csv");
    row("usage import a.csv --csv");
    row("usage import a.csv --format parquet");
    row("usage import a.csv --map colour=Red");
    row("usage import a.csv --format litellm --map day=Date");
    row("usage import --undo many");
    row("usage import a.csv --undo 1");
    row("usage import a.csv --log");
    row("usage import --log --undo 1");
    row("usage reconcile a.csv --account x --log");
    row("usage reconcile a.csv");
    row("usage reconcile a.csv --account x --json --csv");
    row("usage reconcile a.csv --account x --dry-run");
}

void TestUsageImport::wrongArgumentsAreOneSentence()
{
    QFETCH(QString, line);
    const auto parsed = app::parseCommandLine(line.split(u' '));
    QVERIFY(!parsed);
    QVERIFY(!parsed.error().message.isEmpty());
}

void TestUsageImport::aDryRunWritesNothing()
{
    const QString file = write(generations());
    const QJsonObject preview =
        ask(QStringList{QStringLiteral("usage"), QStringLiteral("import"), file} + words("--dry-run"));
    QCOMPARE(preview.value(QLatin1StringView("format")).toString(), QStringLiteral("openrouter-generations"));
    QCOMPARE(preview.value(QLatin1StringView("account")).toString(), QStringLiteral("openrouter"));
    QCOMPARE(preview.value(QLatin1StringView("new_requests")).toInt(), 2);
    QCOMPARE(preview.value(QLatin1StringView("counted_usd")).toString(), QStringLiteral("0.003"));
    QVERIFY(preview.value(QLatin1StringView("import")).isNull());
    QCOMPARE(m_program->value(QStringLiteral("SELECT count(*) FROM usage_imports")).toInt(), 0);
}

void TestUsageImport::requestsAreImportedOnceAndUndone()
{
    const QStringList command{QStringLiteral("usage"), QStringLiteral("import"), write(generations())};
    QCOMPARE(ask(command).value(QLatin1StringView("import")).toInt(), 1);
    const QJsonObject usage = ask(words("usage --since 2026-11-01 --until 2026-11-03 --by source"));
    const QJsonObject row = usage.value(QLatin1StringView("rows")).toArray().first().toObject();
    QCOMPARE(row.value(QLatin1StringView("source")).toString(), QStringLiteral("import"));
    QCOMPARE(row.value(QLatin1StringView("calls")).toInt(), 2);
    QCOMPARE(row.value(QLatin1StringView("cost_usd")).toString(), QStringLiteral("0.003"));
    const Outcome again = m_program->run(command);
    QCOMPARE(again.exitCode, 2);
    QVERIFY2(again.isOneSentence(), again.text().constData());
    QVERIFY2(again.err.contains("as import 1;"), again.err.constData());
    const QJsonArray imports = ask(words("usage import --log")).value(QLatin1StringView("imports")).toArray();
    QCOMPARE(imports.size(), 1);
    QCOMPARE(imports.first()[QLatin1StringView("id")].toInt(), 1);
    QCOMPARE(imports.first()[QLatin1StringView("file")].toString(), QStringLiteral("export.csv"));
    QCOMPARE(imports.first()[QLatin1StringView("counted")].toInt(), 2);
    QCOMPARE(imports.first()[QLatin1StringView("cost_usd")].toString(), QStringLiteral("0.003"));
    QVERIFY(m_program->run(words("usage import --log")).out.contains("OpenRouter generations"));
    QCOMPARE(ask(words("usage import --undo 1")).value(QLatin1StringView("undone")).toInt(), 1);
    QCOMPARE(m_program->value(QStringLiteral("SELECT count(*) FROM attempts")).toInt(), 0);
    QCOMPARE(m_program->run(words("usage import --undo 1")).exitCode, 2);
}

void TestUsageImport::aTableIsReadByItsMapping()
{
    const QString file = write("When,Dollars\n2026-11-02,1.25\n2026-11-03,0.75\n");
    const QStringList command{QStringLiteral("usage"), QStringLiteral("import"), file,
                              QStringLiteral("--map"), QStringLiteral("day=When,cost=Dollars")};
    // Nobody can tell whose use a table is.
    QCOMPARE(m_program->run(command).exitCode, 2);
    const QJsonObject done = ask(command + words("--account team"));
    QCOMPARE(done.value(QLatin1StringView("new_sums")).toInt(), 2);
    QCOMPARE(done.value(QLatin1StringView("counted_usd")).toString(), QStringLiteral("2"));
}

void TestUsageImport::whatIsLeftOutIsNamed()
{
    // A request that failed at a gateway, one that it answered itself, and one that was made twice.
    const QByteArray logs =
        "request_id,spend,prompt_tokens,completion_tokens,startTime,model,cache_hit,status\n"
        "a,0.001,100,20,2026-11-02 10:00:00,gpt-4o-mini,False,success\n"
        "a,0.001,100,20,2026-11-02 10:00:00,gpt-4o-mini,False,success\n"
        "b,0,0,0,2026-11-02 10:01:00,gpt-4o-mini,False,failure\n"
        "c,0,100,20,2026-11-02 10:02:00,gpt-4o-mini,True,success\n";
    const QStringList command{QStringLiteral("usage"), QStringLiteral("import"), write(logs),
                              QStringLiteral("--dry-run")};
    const QJsonObject preview = ask(command);
    QCOMPARE(preview.value(QLatin1StringView("passed_over")).toInt(), 2);
    const QJsonArray leftOut = preview.value(QLatin1StringView("left_out")).toArray();
    QCOMPARE(leftOut.size(), 1);
    QCOMPARE(leftOut.first()[QLatin1StringView("reason")].toString(), QStringLiteral("imported_before"));
    QCOMPARE(leftOut.first()[QLatin1StringView("count")].toInt(), 1);
    const Outcome text = m_program->run(command);
    QVERIFY2(text.out.contains("passed over: 2 rows"), text.out.constData());
}

void TestUsageImport::onePageOfSeveralIsRemarkedOn()
{
    const QString file = write(R"({"object": "page", "has_more": true, "next_page": "p2", "data": [
        {"start_time": 1793577600, "end_time": 1793664000, "results": [
         {"object": "organization.costs.result", "amount": {"value": 0.06, "currency": "usd"}}]}]})");
    m_program->run(words("accounts add openai --preset openai --no-key"));
    const QStringList account{file, QStringLiteral("--account"), QStringLiteral("openai")};
    const QList<QStringList> commands{words("usage import") + account + words("--dry-run"),
                                      words("usage reconcile") + account};
    for (const QStringList &command : commands) {
        const QJsonArray remarks = ask(command).value(QLatin1StringView("remarks")).toArray();
        QCOMPARE(remarks.size(), 1);
        QCOMPARE(remarks.first()[QLatin1StringView("reason")].toString(), QStringLiteral("one_page"));
        const Outcome text = m_program->run(command);
        QCOMPARE(text.exitCode, 0);
        QVERIFY2(text.out.contains("one page of several"), text.out.constData());
    }
    const Outcome csv = m_program->run(commands.at(1) + words("--csv"));
    QVERIFY2(csv.err.contains("one page of several"), csv.err.constData());
    QVERIFY(!csv.out.contains("one page of several"));
}

void TestUsageImport::anAccountThatNobodyHasIsRemarkedOn()
{
    m_program->run(words("accounts add router --preset openrouter --no-key"));
    const QStringList command{QStringLiteral("usage"), QStringLiteral("import"), write(generations()),
                              QStringLiteral("--account")};
    const auto remarksOf = [&](const QString &account) {
        return ask(command + QStringList{account, QStringLiteral("--dry-run")})
            .value(QLatin1StringView("remarks"))
            .toArray();
    };
    QVERIFY(remarksOf(QStringLiteral("router")).isEmpty());
    const QJsonArray remarks = remarksOf(QStringLiteral("nope"));
    QCOMPARE(remarks.size(), 1);
    QCOMPARE(remarks.first()[QLatin1StringView("reason")].toString(), QStringLiteral("unknown_account"));
    const Outcome done = m_program->run(command + words("nope"));
    QCOMPARE(done.exitCode, 0);
    QVERIFY2(done.out.contains("No account is called nope here; "), done.out.constData());
    QVERIFY2(done.out.contains("Names are router."), done.out.constData());
    // From now on imports are of it.
    QVERIFY(remarksOf(QStringLiteral("nope")).isEmpty());
}

void TestUsageImport::aFileWithoutUseIsRefused()
{
    const Outcome outcome =
        m_program->run({QStringLiteral("usage"), QStringLiteral("import"), write("day,model,cost\n"),
                        QStringLiteral("--account"), QStringLiteral("team")});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QCOMPARE(m_program->value(QStringLiteral("SELECT count(*) FROM usage_imports")).toInt(), 0);
}

void TestUsageImport::nothingIsReconciledWithAnAccountThatNobodyHas()
{
    const QString file = write(generations());
    const QStringList command{QStringLiteral("usage"), QStringLiteral("reconcile"), file,
                              QStringLiteral("--account"), QStringLiteral("openruter")};
    const Outcome outcome = m_program->run(command);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY2(outcome.err.contains("no account named \"openruter\""), outcome.err.constData());
    // One that others' logs are of is one.
    ask({QStringLiteral("usage"), QStringLiteral("import"), file, QStringLiteral("--account"),
         QStringLiteral("openruter")});
    QCOMPARE(m_program->run(command).exitCode, 0);
}

void TestUsageImport::anAmountThatNoRowTellsIsUnknown()
{
    const QStringList command{
        QStringLiteral("usage"),     QStringLiteral("import"), write("day,model,input\n2026-11-02,m,100\n"),
        QStringLiteral("--account"), QStringLiteral("team"),   QStringLiteral("--dry-run")};
    QVERIFY(ask(command).value(QLatin1StringView("total_usd")).isNull());
    const Outcome text = m_program->run(command);
    QVERIFY2(text.out.contains("1 rows, an unknown amount in all"), text.out.constData());
}

void TestUsageImport::anUnknownTableSaysHowToReadIt_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("neither day nor figures")
        << QByteArray("When,Dollars\n2026-11-02,1.25\n")
        << QByteArray("the day or the time, such as day, date, day_utc, time, timestamp, created_at; columns "
                      "are When, Dollars;");
    QTest::newRow("a day alone") << QByteArray("Date,Dollars\n2026-11-02,1.25\n")
                                 << QByteArray("tokens or the cost, such as input, input_tokens, ");
}

void TestUsageImport::anUnknownTableSaysHowToReadIt()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, part);
    const QString file = write(table);
    const QStringList verbs = words("import reconcile");
    for (const QString &verb : verbs) {
        const Outcome outcome = m_program->run(
            {QStringLiteral("usage"), verb, file, QStringLiteral("--account"), QStringLiteral("team")});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
        QVERIFY2(outcome.err.contains("export.csv: "), outcome.err.constData());
        QVERIFY2(outcome.err.contains(part), outcome.err.constData());
        QVERIFY2(outcome.err.contains("--map day=COLUMN"), outcome.err.constData());
    }
}

void TestUsageImport::aBrokenFileSaysWhere()
{
    const QString file = write("generation_id,created_at,model_permaslug\ngen-1,soon,m\n");
    const Outcome outcome = m_program->run({QStringLiteral("usage"), QStringLiteral("import"), file});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY2(outcome.err.contains("export.csv: Line 2, column 7"), outcome.err.constData());
}

void TestUsageImport::gapsAreExplained()
{
    m_program->run(words("accounts add openrouter --preset openrouter --no-key"));
    const QStringList command{QStringLiteral("usage"), QStringLiteral("reconcile"), write(generations()),
                              QStringLiteral("--account"), QStringLiteral("openrouter")};
    const QJsonObject gaps = ask(command);
    QCOMPARE(gaps.value(QLatin1StringView("flagged")).toInt(), 1);
    const QJsonObject row = gaps.value(QLatin1StringView("rows")).toArray().first().toObject();
    QCOMPARE(row.value(QLatin1StringView("cause")).toString(), QStringLiteral("other_programs"));
    QCOMPARE(row.value(QLatin1StringView("provider"))[QLatin1StringView("cost_usd")].toString(),
             QStringLiteral("0.003"));
    QVERIFY(row.value(QLatin1StringView("own"))[QLatin1StringView("cost_usd")].isNull());
    const Outcome csv = m_program->run(command + words("--csv"));
    QCOMPARE(csv.exitCode, 0);
    QVERIFY(csv.out.startsWith("day,model,own_requests,"));
}

void TestUsageImport::aGapBelowZeroStaysANumber()
{
    core::ReconcileRow row;
    row.day = QDate(2026, 11, 2);
    row.model = QStringLiteral("=m");
    row.percent = -100.0;
    row.flagged = true;
    row.cause = core::GapCause::MissingThere;
    row.sentence = QStringLiteral("It is not there, at all.");
    core::Reconciliation result;
    result.rows = {row};
    const QString record = app::reconciliationToCsv(result).split(QStringLiteral("\r\n")).at(1);
    QVERIFY2(record.startsWith(QStringLiteral("2026-11-02,'=m,")), qPrintable(record));
    QVERIFY2(record.endsWith(QStringLiteral(",-100.0,1,missing_there,\"It is not there, at all.\"")),
             qPrintable(record));
}

SWITCHYARD_TEST(TestUsageImport)
#include "tst_usageimport.moc"
