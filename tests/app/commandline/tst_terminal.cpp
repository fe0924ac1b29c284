#include "tests/app/rulefiles.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QSocketNotifier>
#include <QTest>

#include <sys/ioctl.h>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

using namespace test;

namespace {

/// A terminal without a window: collects what is written to it.
class PseudoTerminal : public QObject
{
public:
    PseudoTerminal(unsigned short columns, unsigned short rows)
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK))
        , m_notifier(m_master, QSocketNotifier::Read)
    {
        if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0)
            qFatal("there is no pseudo terminal");
        const winsize size{rows, columns, 0, 0};
        ::ioctl(m_master, TIOCSWINSZ, &size);
        // Held open, so that what was written is still there when the program has ended.
        m_slave = ::open(::ptsname(m_master), O_RDWR | O_NOCTTY);
        connect(&m_notifier, &QSocketNotifier::activated, this, [this] { drain(); });
    }

    ~PseudoTerminal() override
    {
        m_notifier.setEnabled(false);
        ::close(m_slave);
        ::close(m_master);
    }

    QString name() const { return QString::fromLocal8Bit(::ptsname(m_master)); }

    QByteArray text()
    {
        drain();
        return m_text;
    }

private:
    void drain()
    {
        char bytes[4096];
        for (ssize_t got = ::read(m_master, bytes, sizeof bytes); got > 0;
             got = ::read(m_master, bytes, sizeof bytes))
            m_text.append(bytes, got);
    }

    const int m_master;
    int m_slave = -1;
    QSocketNotifier m_notifier;
    QByteArray m_text;
};

} // namespace

/// `compare` and `ask` on a terminal.
class TestTerminal : public QObject
{
    Q_OBJECT

private slots:
    void itShowsProgressAndThenTheAnswers();
    void jsonAndMarkdownShowNoProgress_data();
    void jsonAndMarkdownShowNoProgress();
    void aTerminalThatCannotMoveItsCursorGetsNoProgress();
    void progressFitsTheTerminal();
    void answersCannotSteerTheTerminal();
    void anAskedAnswerIsShownAsItComes();
    void anAskedAnswerCannotSteerTheTerminal();

private:
    QByteArray shown(Program &program, const QStringList &arguments, unsigned short columns = 100,
                     unsigned short rows = 40);
};

QByteArray TestTerminal::shown(Program &program, const QStringList &arguments, unsigned short columns,
                               unsigned short rows)
{
    PseudoTerminal terminal(columns, rows);
    // There is progress to be seen.
    program.setSimulatorPace(1);
    const std::unique_ptr<QProcess> process = program.prepared(arguments);
    process->setStandardOutputFile(terminal.name(), QIODevice::Append);
    process->start();
    process->closeWriteChannel();
    if (const Outcome outcome = Program::finish(*process); outcome.exitCode != 0)
        qFatal("%s", outcome.text().constData());
    return terminal.text();
}

void TestTerminal::itShowsProgressAndThenTheAnswers()
{
    Program program;
    const QByteArray text = shown(program, words("compare --demo -m demo/swift -m demo/scholar What?"));
    const qsizetype answers = text.indexOf("# Run 1");
    QVERIFY2(answers > 0, text.constData());
    const QByteArray progress = text.left(answers);
    QVERIFY(progress.contains("demo/swift") && progress.contains("demo/scholar"));
    QVERIFY(progress.contains("running") || progress.contains("queued"));
    // Two lines up and all below erased, last before the answers.
    QVERIFY2(progress.endsWith("\x1b[2A\x1b[J"), progress.constData());
    QVERIFY(!text.mid(answers).contains('\x1b'));
    QVERIFY(text.mid(answers).contains("tok/s"));
}

void TestTerminal::jsonAndMarkdownShowNoProgress_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("json") << QStringLiteral("--json") << QByteArray("{");
    QTest::newRow("markdown") << QStringLiteral("--markdown") << QByteArray("# Run 1");
}

void TestTerminal::jsonAndMarkdownShowNoProgress()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, begin);
    Program program;
    const QByteArray text = shown(program, words("compare --demo -m demo/swift What?") << option);
    QVERIFY2(text.startsWith(begin), text.constData());
    QVERIFY(!text.contains('\x1b'));
}

void TestTerminal::aTerminalThatCannotMoveItsCursorGetsNoProgress()
{
    Program program;
    program.setVariable(QStringLiteral("TERM"), QStringLiteral("dumb"));
    const QByteArray text = shown(program, words("compare --demo -m demo/swift What?"));
    QVERIFY2(text.startsWith("# Run 1"), text.constData());
}

void TestTerminal::progressFitsTheTerminal()
{
    Program program;
    const QByteArray text = shown(program, words("compare --demo -m demo/swift --repeat 12 What?"), 40, 6);
    const QByteArray progress = text.left(text.indexOf("# Run 1"));
    QVERIFY2(progress.contains("and 8 more"), progress.constData());
    QVERIFY(progress.contains("\x1b[5A\x1b[J"));
    for (const QByteArray &line : progress.split('\n'))
        QVERIFY2(QString::fromUtf8(line).remove(QStringLiteral("\x1b[5A\x1b[J")).trimmed().size() < 40,
                 line.constData());
}

void TestTerminal::answersCannotSteerTheTerminal()
{
    Program program;
    FakeProvider provider;
    provider.onModel(
        QStringLiteral("hostile"),
        {completion({QStringLiteral("before \x1b]0;title\a\x1b[2J after \u009b31m \x7f \u202e\u2066 end")})});
    program.addAccount(QStringLiteral("here"), provider.baseUrl());
    const QByteArray text = shown(program, words("compare -m here/hostile What?"));
    const QByteArray answer = text.mid(text.indexOf("# Run 1"));
    QVERIFY2(answer.contains("before ") && answer.contains(" end"), answer.constData());
    for (const char *control : {"\x1b", "\a", "\x7f", "\xc2\x9b", "\xe2\x80\xae", "\xe2\x81\xa6"})
        QVERIFY(!answer.contains(control));
    // Into a file the answer goes as it came.
    QVERIFY(program.run(words("history show 1")).out.contains("\x1b]0;title"));
}

void TestTerminal::anAskedAnswerIsShownAsItComes()
{
    Program program;
    importRuleSet(program,
                  ruleSetOf(QStringLiteral("only"),
                            {ruleOf(QStringLiteral("all"), {}, {QStringLiteral("demo/fault-503")},
                                    {QStringLiteral("demo/swift")})},
                            QStringLiteral("demo/swift")));
    const QByteArray text = shown(program, words("ask --demo What?"));
    const QByteArray progress = text.left(text.lastIndexOf("\x1b[J") + 3);
    QVERIFY2(progress.contains("demo/"), text.constData());
    QByteArray answer = program.run(words("ask --demo What?")).out;
    QVERIFY(!answer.isEmpty());
    // A terminal begins a line where it is told to end one.
    QCOMPARE(text.mid(progress.size()), answer.replace("\n", "\r\n"));
}

void TestTerminal::anAskedAnswerCannotSteerTheTerminal()
{
    Program program;
    FakeProvider provider;
    provider.onModel(QStringLiteral("hostile"),
                     {completion({QStringLiteral("before \x1b]0;title\a"), QStringLiteral("\x1b[2J end")})});
    program.addAccount(QStringLiteral("here"), provider.baseUrl());
    importRuleSet(program, ruleSetOf(QStringLiteral("only"), {}, QStringLiteral("here/hostile")));
    const QByteArray text = shown(program, words("ask What?"));
    const QByteArray answer = text.mid(text.indexOf("before "));
    QVERIFY2(answer.endsWith(" end\r\n"), text.constData());
    QVERIFY(!answer.contains('\x1b') && !answer.contains('\a'));
    // Into a file the answer goes as it came.
    QVERIFY(program.run(words("ask What?")).out.contains("\x1b]0;title"));
}

SWITCHYARD_TEST(TestTerminal)
#include "tst_terminal.moc"
