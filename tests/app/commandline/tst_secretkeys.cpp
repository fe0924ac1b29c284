#include "tests/app/program.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace test;

/// A key reaches the provider and nothing else: no file, no output, no argument.
class TestSecretKeys : public QObject
{
    Q_OBJECT

private slots:
    void aKeyOfTheEnvironmentIsWrittenNowhere();
    void aKeyOfStandardInputIsWrittenNowhere();
    void aRunningProcessDoesNotShowIt();

private:
    /// The files under the data folder and beside it that hold the key's bytes.
    static QStringList filesWithKey(const Program &program);
};

namespace {

QByteArray key()
{
    return Program::key().toUtf8();
}

/// A provider that repeats the key in everything it says.
void letItRepeatTheKey(FakeProvider &provider)
{
    const auto refusal = [](const core::HttpRequest &request) {
        const QString said =
            QString::fromUtf8("Incorrect API key provided: " + request.header("Authorization"));
        return respondJson(401, {{QStringLiteral("error"), QJsonObject{{QStringLiteral("message"), said}}}},
                           {{"X-Echo", request.header("Authorization")}});
    };
    provider.onPath(QStringLiteral("/v1/models"), refusal);
    provider.onModel(QStringLiteral("echo"), refusal);
}

} // namespace

QStringList TestSecretKeys::filesWithKey(const Program &program)
{
    QStringList found;
    QDirIterator files(program.dataDir() + QStringLiteral("/.."), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    int seen = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(file.fileName()));
        ++seen;
        if (file.readAll().contains(key()))
            found.append(file.fileName());
    }
    return seen > 0 ? found : QStringList{QStringLiteral("there are no files at all")};
}

void TestSecretKeys::aKeyOfTheEnvironmentIsWrittenNowhere()
{
    Program program;
    FakeProvider provider;
    letItRepeatTheKey(provider);
    program.addAccount(QStringLiteral("here"), provider.baseUrl());
    program.setVariable(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("switchyard.*=true"));
    for (const char *command :
         {"accounts list", "accounts list --json", "accounts test here", "accounts test here --json",
          "accounts models here", "compare -m here/echo hello", "compare -m here/echo --json hello",
          "history show 1", "history export 1 --format html", "usage"}) {
        const Outcome outcome = program.run(words(command));
        QVERIFY2(!outcome.text().contains(key()), command);
    }
    QVERIFY(provider.lastRequest().header("Authorization").contains(key()));
    QCOMPARE(filesWithKey(program), QStringList());
}

void TestSecretKeys::aKeyOfStandardInputIsWrittenNowhere()
{
    const Program program;
    const Outcome outcome =
        program.run(words("accounts add here --base-url http://127.0.0.1:1/v1 --key-stdin"), key() + '\n');
    QCOMPARE(outcome.exitCode, 3);
    QVERIFY(!outcome.text().contains(key()));
    QCOMPARE(filesWithKey(program), QStringList());
}

void TestSecretKeys::aRunningProcessDoesNotShowIt()
{
    Program program;
    FakeProvider provider;
    provider.onModel(QStringLiteral("slow"), {Script{hang()}});
    program.addAccount(QStringLiteral("here"), provider.baseUrl());
    const std::unique_ptr<QProcess> process = program.start(words("compare -m here/slow --json hello"));
    QTRY_COMPARE_WITH_TIMEOUT(provider.requestCount(), 1, 60'000);
    QFile arguments(QStringLiteral("/proc/%1/cmdline").arg(process->processId()));
    QVERIFY(arguments.open(QIODevice::ReadOnly));
    const QByteArray shown = arguments.readAll();
    QVERIFY(shown.contains("here/slow"));
    QVERIFY(!shown.contains(key()));
    QCOMPARE(filesWithKey(program), QStringList());
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGTERM), 0);
    QCOMPARE(Program::finish(*process).exitCode, 1);
}

SWITCHYARD_TEST(TestSecretKeys)
#include "tst_secretkeys.moc"
