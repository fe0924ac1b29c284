#include "tests/app/program.h"
#include "tests/support/testunit.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace test;

/// `ledger` as a process, over a ledger of three runs in two months.
class TestLedgerCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theStatusTellsWhatThereIs();
    void aLedgerInOrderIsVerified();
    void aWrongSumEndsWithOneAndIsMadeAnew();
    void aDamagedLedgerIsNamed();
    void aBackupIsALedger();
    void aBackupReplacesNothing();
    void aDryRunRemovesNothing();
    void pruningKeepsTheTotals();
    void wrongWordsAreRefused_data();
    void wrongWordsAreRefused();
    void forPeopleThereAreSentences();

private:
    QJsonObject ledger(const char *line, int exitCode = 0)
    {
        const Outcome outcome = m_program->run(words("ledger --json") + words(line));
        if (outcome.exitCode != exitCode || !outcome.document().isObject())
            qFatal("%s", outcome.text().constData());
        return outcome.object();
    }
    QByteArray usage() const
    {
        return m_program
            ->run(words("usage --demo --csv --since 2026-01-01 --until 2026-12-31 --by day,model --zone UTC"))
            .out;
    }

    /// Has the ledger that each test begins with.
    std::unique_ptr<Program> m_made;
    std::unique_ptr<Program> m_program;
};

void TestLedgerCommand::initTestCase()
{
    m_made = std::make_unique<Program>();
    for (const char *prompt : {"One?", "Two?", "Three?"})
        QCOMPARE(m_made->run(words("compare --demo --json -m demo/swift") + words(prompt)).exitCode, 0);
    // 2026-01-10 and 2026-03-10.
    m_made->change(QStringLiteral("UPDATE attempts SET started_at = CASE WHEN id < 3 THEN 1768046400000 "
                                  "ELSE 1773144000000 END"));
    m_made->change(QStringLiteral("UPDATE runs SET created_at = CASE WHEN id < 3 THEN 1768046400000 "
                                  "ELSE 1773144000000 END"));
    // The program itself never moves an attempt to another day, nor its times with it.
    QCOMPARE(m_made->run(words("ledger rebuild")).exitCode, 0);
}

void TestLedgerCommand::init()
{
    m_program = std::make_unique<Program>();
    QVERIFY(QDir().mkpath(m_program->dataDir()));
    QVERIFY(QFile::copy(m_made->ledgerFile(), m_program->ledgerFile()));
}

void TestLedgerCommand::theStatusTellsWhatThereIs()
{
    const QJsonObject status = ledger("status");
    QCOMPARE(status.value(QLatin1StringView("file")).toString(), m_program->ledgerFile());
    QCOMPARE(status.value(QLatin1StringView("attempts")).toInt(), 3);
    QCOMPARE(status.value(QLatin1StringView("attempts_counted")).toInt(), 3);
    QCOMPARE(status.value(QLatin1StringView("runs_with_texts")).toInt(), 3);
    QCOMPARE(status.value(QLatin1StringView("oldest")).toString(),
             QStringLiteral("2026-01-10T12:00:00.000Z"));
    QVERIFY(status.value(QLatin1StringView("pruned_before")).isNull());
    QVERIFY(status.value(QLatin1StringView("bytes")).toInt() > 4096);
}

void TestLedgerCommand::aLedgerInOrderIsVerified()
{
    const QJsonObject found = ledger("verify");
    QCOMPARE(found.value(QLatin1StringView("ok")), QJsonValue(true));
    QCOMPARE(found.value(QLatin1StringView("differences")).toArray(), QJsonArray());
    QCOMPARE(found.value(QLatin1StringView("problems")).toArray(), QJsonArray());
}

void TestLedgerCommand::aWrongSumEndsWithOneAndIsMadeAnew()
{
    m_program->change(
        QStringLiteral("UPDATE usage_quarters SET attempts = attempts + 2, cost_picos = cost_picos - 5 "
                       "WHERE quarter = (SELECT max(quarter) FROM usage_quarters)"));
    const QJsonObject found = ledger("verify", 1);
    QCOMPARE(found.value(QLatin1StringView("ok")), QJsonValue(false));
    const QJsonArray differences = found.value(QLatin1StringView("differences")).toArray();
    const QJsonObject first = differences.first().toObject();
    QCOMPARE(first.value(QLatin1StringView("level")).toString(), QStringLiteral("quarter"));
    QCOMPARE(first.value(QLatin1StringView("when")).toString(), QStringLiteral("2026-03-10T12:00:00Z"));
    QCOMPARE(first.value(QLatin1StringView("attempts")).toInt(), -2);
    QCOMPARE(first.value(QLatin1StringView("cost_usd")).toString(), QStringLiteral("0.000000000005"));
    const Outcome told = m_program->run(words("ledger verify"));
    QCOMPARE(told.exitCode, 1);
    QVERIFY2(told.out.contains("switchyard ledger rebuild"), told.text().constData());
    QCOMPARE(ledger("rebuild").value(QLatin1StringView("rebuilt")), QJsonValue(true));
    QCOMPARE(ledger("verify").value(QLatin1StringView("ok")), QJsonValue(true));
}

void TestLedgerCommand::aDamagedLedgerIsNamed()
{
    const QString file = m_program->ledgerFile();
    QVERIFY(QFile::resize(file, QFileInfo(file).size() / 2));
    const QString copy = file + QStringLiteral(".before-v3.bak");
    QVERIFY(QFile::copy(m_made->ledgerFile(), copy));
    const Outcome outcome = m_program->run(words("ledger verify"));
    QCOMPARE(outcome.exitCode, 3);
    QVERIFY2(outcome.isOneSentence() && outcome.err.contains(QByteArray(file.toUtf8() + " is damaged"))
                 && outcome.err.contains(copy.toUtf8()),
             outcome.text().constData());
}

void TestLedgerCommand::aBackupIsALedger()
{
    const QByteArray before = usage();
    const QString folder = m_program->dataDir() + QStringLiteral("/copies");
    QVERIFY(QDir().mkpath(folder));
    const QString file = folder + QStringLiteral("/ledger.sqlite");
    const Outcome outcome = m_program->run({QStringLiteral("ledger"), QStringLiteral("backup"), file});
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QVERIFY(outcome.out.contains(file.toUtf8()));
    // It stands in for the ledger.
    QVERIFY(QFile::remove(m_program->ledgerFile()));
    QFile::remove(m_program->ledgerFile() + QStringLiteral("-wal"));
    QFile::remove(m_program->ledgerFile() + QStringLiteral("-shm"));
    QVERIFY(QFile::copy(file, m_program->ledgerFile()));
    QCOMPARE(usage(), before);
    QVERIFY(before.contains("2026-03-10"));
}

void TestLedgerCommand::aBackupReplacesNothing()
{
    const QString file = m_program->dataDir() + QStringLiteral("/there");
    QFile there(file);
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.write("mine");
    there.close();
    const Outcome outcome = m_program->run({QStringLiteral("ledger"), QStringLiteral("backup"), file});
    QCOMPARE(outcome.exitCode, 3);
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY(there.open(QIODevice::ReadOnly));
    QCOMPARE(there.readAll(), QByteArray("mine"));
}

void TestLedgerCommand::aDryRunRemovesNothing()
{
    const QJsonObject preview = ledger("prune --before 2026-02-01 --dry-run");
    QCOMPARE(preview.value(QLatin1StringView("dry_run")), QJsonValue(true));
    QCOMPARE(preview.value(QLatin1StringView("attempts")).toInt(), 2);
    QCOMPARE(preview.value(QLatin1StringView("runs")).toInt(), 2);
    QVERIFY(preview.value(QLatin1StringView("text_bytes")).toInt() > 0);
    QCOMPARE(m_program->value(QStringLiteral("SELECT count(*) FROM attempts")).toInt(), 3);
}

void TestLedgerCommand::pruningKeepsTheTotals()
{
    const QByteArray before = usage();
    const QJsonObject pruned = ledger("prune --before 2026-02-01");
    QCOMPARE(pruned.value(QLatin1StringView("attempts")).toInt(), 2);
    QCOMPARE(pruned.value(QLatin1StringView("calls")).toInt(), 2);
    QCOMPARE(pruned.value(QLatin1StringView("runs")).toInt(), 2);
    QCOMPARE(m_program->value(QStringLiteral("SELECT count(*) FROM attempts")).toInt(), 1);
    QCOMPARE(m_program->value(QStringLiteral("SELECT count(*) FROM answers")).toInt(), 1);
    QCOMPARE(usage(), before);
    QVERIFY(before.contains("2026-01-10"));
    QCOMPARE(ledger("verify").value(QLatin1StringView("ok")), QJsonValue(true));
}

void TestLedgerCommand::wrongWordsAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no verb") << words("ledger");
    QTest::newRow("an unknown verb") << words("ledger vacuum");
    QTest::newRow("a backup without a file") << words("ledger backup");
    QTest::newRow("a backup with two files") << words("ledger backup a b");
    QTest::newRow("pruning without a date") << words("ledger prune");
    QTest::newRow("pruning before no date") << words("ledger prune --before 30d");
    QTest::newRow("pruning before a day to come") << words("ledger prune --before 2999-01-01");
    QTest::newRow("a date where none belongs") << words("ledger verify --before 2026-01-01");
    QTest::newRow("a word too much") << words("ledger verify now");
}

void TestLedgerCommand::wrongWordsAreRefused()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = m_program->run(arguments);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
}

void TestLedgerCommand::forPeopleThereAreSentences()
{
    const Outcome verified = m_program->run(words("ledger verify"));
    QCOMPARE(verified.exitCode, 0);
    QCOMPARE(verified.out, QByteArray("The file is whole, and all sums are those of their attempts.\n"));
    const Outcome preview = m_program->run(words("ledger prune --before 2026-02-01 --dry-run"));
    QVERIFY2(preview.out.contains("would remove 2 attempts of 2 calls, and 2 runs"),
             preview.text().constData());
    const Outcome status = m_program->run(words("ledger status"));
    QVERIFY2(status.out.contains("2026-01-10"), status.text().constData());
}

SWITCHYARD_TEST(TestLedgerCommand)
#include "tst_ledgercommand.moc"
