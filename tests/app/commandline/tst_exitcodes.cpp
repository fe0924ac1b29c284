#include "tests/app/program.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace test;

/// Wrong usage is 2, a ledger that cannot be used 3; either is one sentence on standard error and nothing on
/// standard output.
class TestExitCodes : public QObject
{
    Q_OBJECT

private slots:
    void helpAndVersionArePrinted();
    void wrongUsageIsOneSentence_data();
    void wrongUsageIsOneSentence();
    void aLedgerThatCannotBeUsedIsLeftAsItIs_data();
    void aLedgerThatCannotBeUsedIsLeftAsItIs();
    void aFolderThatMayNotBeWrittenIsNoBusyProgram();
    void aFolderThatCannotBeMadeIsNamed();
    void outputThatCannotBeWrittenIsAFailure();
    void withoutADisplayTheWindowIsRefused();
    void aRunThatTheLedgerRefusesIsNotSent();
    void anAnswerThatTheLedgerRefusesIsPrintedAndIsAFailure();
};

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestExitCodes::helpAndVersionArePrinted()
{
    Program program;
    const Outcome help = program.run(words("--help"));
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.out.startsWith("Usage: switchyard"));
    for (const char *command : {"accounts add", "compare -m", "usage ", "history search"})
        QVERIFY2(help.out.contains(command), command);
    const Outcome version = program.run(words("--version"));
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.out.startsWith("switchyard ") && version.out.count('\n') == 1);
    QVERIFY(!QFile::exists(program.dataDir()));
}

void TestExitCodes::wrongUsageIsOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const char *line) { QTest::newRow(name) << words(line); };
    row("an unknown command", "frobnicate");
    row("a lone dash", "-");
    row("an unknown option", "compare --frobnicate hello");
    row("no such account to compare", "compare -m nobody/m --json hello");
    row("no such account to test", "accounts test nobody --json");
    row("no such account to remove", "accounts remove nobody");
    row("a target without a model", "compare -m nobody --json hello");
    row("a target with an empty model", "compare -m nobody/ --json hello");
    row("a rule set before there are any", "compare -m route/cheap --json hello");
    row("no such line-up", "compare --line-up daily --json hello");
    row("no such preset", "accounts add a --preset nobody --no-key");
    row("an address without a scheme", "accounts add a --base-url localhost:1/v1 --no-key");
    row("no address at all", "accounts add a --no-key");
    row("a reserved name", "accounts add demo --base-url http://127.0.0.1:1/v1 --no-key");
    row("a name with a slash", "accounts add a/b --base-url http://127.0.0.1:1/v1 --no-key");
    row("the simulator is built in", "accounts remove demo --demo");
    row("no such run", "history show 7 --json");
    row("no such dimension", "usage --by colour --json");
    row("two units of time", "usage --by day,week --json");
    row("no such time", "usage --since yesterday --json");
    row("a period that ends before it begins", "usage --since 2026-02-01 --until 2026-01-01 --json");
    QTest::newRow("an empty prompt") << words("compare --demo -m demo/swift --json") + QStringList{QString()};
    QTest::newRow("a prompt of spaces")
        << words("compare --demo -m demo/swift --json") + QStringList{QStringLiteral("  ")};
}

void TestExitCodes::wrongUsageIsOneSentence()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = Program().run(arguments);
    QVERIFY2(outcome.exitCode == 2, outcome.text().constData());
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
}

void TestExitCodes::aLedgerThatCannotBeUsedIsLeftAsItIs_data()
{
    QTest::addColumn<QString>("what");
    for (const char *command : {"accounts list --json", "usage --json", "compare --demo -m demo/swift hi"}) {
        QTest::addRow("not a database: %s", command) << QStringLiteral("text");
        QTest::addRow("of a newer version: %s", command) << QStringLiteral("newer");
    }
}

void TestExitCodes::aLedgerThatCannotBeUsedIsLeftAsItIs()
{
    QFETCH(QString, what);
    const QStringList arguments =
        words(QByteArray(QTest::currentDataTag()).split(':').value(1).trimmed().constData());
    Program program;
    if (what == QLatin1StringView("newer")) {
        QCOMPARE(program.run(words("accounts list --json")).exitCode, 0);
        program.change(QStringLiteral("PRAGMA user_version = 999"));
    } else {
        QDir().mkpath(program.dataDir());
        writeFile(program.ledgerFile(), QByteArray("This is a text, not a ledger. ").repeated(400));
    }
    const QByteArray before = readFile(program.ledgerFile());
    const Outcome outcome = program.run(arguments);
    QVERIFY2(outcome.exitCode == 3, outcome.text().constData());
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY(readFile(program.ledgerFile()) == before);
}

void TestExitCodes::aFolderThatMayNotBeWrittenIsNoBusyProgram()
{
    const Program program;
    QCOMPARE(program.run(words("usage")).exitCode, 0);
    // The rights of a folder do not hold for everybody; that a file cannot be opened does.
    const QString lock = program.dataDir() + QStringLiteral("/leases/opening.lock");
    QFile::remove(lock);
    QVERIFY(QDir().mkdir(lock));
    const Outcome outcome = program.run(words("usage"));
    QCOMPARE(outcome.exitCode, 3);
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY2(outcome.err.contains("opening.lock may not be written: "), outcome.err.constData());
}

void TestExitCodes::aFolderThatCannotBeMadeIsNamed()
{
    Program program;
    // A file where the folder should be stops every user, also one who may write everywhere.
    writeFile(program.dataDir(), "in the way");
    const Outcome outcome = program.run(words("accounts list --json"));
    QVERIFY2(outcome.exitCode == 3, outcome.text().constData());
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY(outcome.err.contains(program.dataDir().toUtf8()));
}

void TestExitCodes::outputThatCannotBeWrittenIsAFailure()
{
    const Program program;
    const std::unique_ptr<QProcess> full = program.prepared(words("accounts list --json"));
    full->setStandardOutputFile(QStringLiteral("/dev/full"));
    full->start();
    const Outcome outcome = Program::finish(*full);
    QVERIFY2(outcome.exitCode == 3, outcome.text().constData());
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
}

void TestExitCodes::withoutADisplayTheWindowIsRefused()
{
    const Program program;
    const Outcome outcome = program.run({});
    QVERIFY2(outcome.exitCode == 3, outcome.text().constData());
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY(!QFile::exists(program.dataDir()));
}

void TestExitCodes::aRunThatTheLedgerRefusesIsNotSent()
{
    Program program;
    FakeProvider provider;
    program.addAccount(QStringLiteral("here"), provider.baseUrl());
    program.change(QStringLiteral("CREATE TRIGGER full BEFORE INSERT ON runs "
                                  "BEGIN SELECT raise(ABORT, 'the disk is full'); END"));
    const Outcome outcome = program.run(words("compare -m here/m --json hello"));
    QVERIFY2(outcome.exitCode == 3, outcome.text().constData());
    QVERIFY2(outcome.isOneSentence(), outcome.text().constData());
    QVERIFY(outcome.err.contains("the disk is full"));
    QCOMPARE(provider.requestCount(), 0);
}

void TestExitCodes::anAnswerThatTheLedgerRefusesIsPrintedAndIsAFailure()
{
    Program program;
    FakeProvider provider;
    provider.onModel(QStringLiteral("m"), {completion(words("an answer"))});
    program.addAccount(QStringLiteral("here"), provider.baseUrl());
    program.change(QStringLiteral("CREATE TRIGGER full BEFORE UPDATE OF settled_at ON attempts "
                                  "BEGIN SELECT raise(ABORT, 'the disk is full'); END"));
    const Outcome outcome = program.run(words("compare -m here/m --json hello"));
    QVERIFY2(outcome.exitCode == 1, outcome.text().constData());
    QVERIFY(outcome.document().isObject() && outcome.out.contains("answer"));
    QVERIFY2(outcome.err.contains("the disk is full"), outcome.err.constData());
}

SWITCHYARD_TEST(TestExitCodes)
#include "tst_exitcodes.moc"
