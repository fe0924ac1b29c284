#include "core/storage/outputfile.h"

#include "core/storage/connection.h"
#include "tests/support/testunit.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace core;

/// Files of the user's choice, in a folder with a ledger that is open.
class OutputFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theOpenLedgerIsNotWrittenOver_data();
    void theOpenLedgerIsNotWrittenOver();
    void aLedgerThatWasClosedIsAFileLikeAnother();
    void aFileIsReplacedOnceAllIsWritten();
    void aLinkStaysAndItsTargetIsWritten();
    void aPipeIsWrittenInto();
    void whatCannotBeWrittenIsSaid_data();
    void whatCannotBeWrittenIsSaid();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_ledger;
};

void OutputFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = Connection::open(path(QStringLiteral("ledger.sqlite")), Connection::Mode::ReadWrite);
    QVERIFY(opened);
    m_ledger = std::move(*opened);
    QVERIFY(m_ledger->execute(QStringLiteral("CREATE TABLE things (id INTEGER)")));
}

void OutputFileTest::cleanup()
{
    m_ledger.reset();
    m_folder.reset();
}

void OutputFileTest::theOpenLedgerIsNotWrittenOver_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("itself") << QStringLiteral("ledger.sqlite");
    QTest::newRow("its write-ahead log") << QStringLiteral("ledger.sqlite-wal");
    QTest::newRow("the index of that") << QStringLiteral("ledger.sqlite-shm");
    QTest::newRow("a journal that is not there") << QStringLiteral("ledger.sqlite-journal");
    QTest::newRow("a symbolic link") << QStringLiteral("link");
    QTest::newRow("a hard link") << QStringLiteral("second");
    QTest::newRow("a path with dots") << QStringLiteral("below/../ledger.sqlite");
    QTest::newRow("through a linked folder") << QStringLiteral("below/folder/ledger.sqlite");
    QTest::newRow("a journal through a linked folder")
        << QStringLiteral("below/folder/ledger.sqlite-journal");
}

void OutputFileTest::theOpenLedgerIsNotWrittenOver()
{
    QFETCH(QString, name);
    const QString ledger = m_ledger->filePath();
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("below")));
    QVERIFY(QFile::link(m_folder->path(), path(QStringLiteral("below/folder"))));
    QVERIFY(QFile::link(ledger, path(QStringLiteral("link"))));
    QCOMPARE(::link(QFile::encodeName(ledger).constData(),
                    QFile::encodeName(path(QStringLiteral("second"))).constData()),
             0);
    QVERIFY(isOpenLedger(path(name)));
    const Result<void> refused = writeOutputFile(path(name), QByteArray("mine"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QCOMPARE(refused.error().message, QStringLiteral("it is the ledger itself"));
    QVERIFY(content(name) != QByteArray("mine"));
    QVERIFY(m_ledger->execute(QStringLiteral("INSERT INTO things VALUES (1)")));
}

void OutputFileTest::aLedgerThatWasClosedIsAFileLikeAnother()
{
    const QString name = QStringLiteral("ledger.sqlite");
    auto again = Connection::open(path(name), Connection::Mode::ReadOnly);
    QVERIFY(again);
    m_ledger.reset();
    QVERIFY(isOpenLedger(path(name)));
    again->reset();
    QVERIFY(!isOpenLedger(path(name)));
    QVERIFY(writeOutputFile(path(name), QByteArray("mine")));
    QCOMPARE(content(name), QByteArray("mine"));
}

void OutputFileTest::aFileIsReplacedOnceAllIsWritten()
{
    const QString name = QStringLiteral("usage.csv");
    put(name, "old");
    {
        OutputFile file(path(name));
        QVERIFY(file.open());
        QVERIFY(file.write("new"));
    }
    QCOMPARE(content(name), QByteArray("old"));
    OutputFile file(path(name));
    QVERIFY(file.open());
    QVERIFY(file.write("ne"));
    QVERIFY(file.write("w"));
    QCOMPARE(content(name), QByteArray("old"));
    QVERIFY(file.commit());
    QCOMPARE(content(name), QByteArray("new"));
}

void OutputFileTest::aLinkStaysAndItsTargetIsWritten()
{
    const QString name = QStringLiteral("usage.csv");
    put(name, "old");
    const QString link = QStringLiteral("link");
    QVERIFY(QFile::link(path(name), path(link)));
    QVERIFY(writeOutputFile(path(link), QByteArray("new")));
    QCOMPARE(QFileInfo(path(link)).symLinkTarget(), path(name));
    QCOMPARE(content(name), QByteArray("new"));
}

void OutputFileTest::aPipeIsWrittenInto()
{
    const QByteArray pipe = QFile::encodeName(path(QStringLiteral("pipe")));
    QCOMPARE(::mkfifo(pipe.constData(), S_IRUSR | S_IWUSR), 0);
    QVERIFY(QFile::link(path(QStringLiteral("pipe")), path(QStringLiteral("link"))));
    // Its reader is there first, so that nobody waits.
    const int descriptor = ::open(pipe.constData(), O_RDONLY | O_NONBLOCK);
    QFile reader;
    QVERIFY(reader.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
    for (const char *name : {"pipe", "link"}) {
        QVERIFY(writeOutputFile(path(QString::fromLatin1(name)), QByteArray("lines")));
        QCOMPARE(reader.readAll(), QByteArray("lines"));
    }
    struct stat found = {};
    QCOMPARE(::lstat(pipe.constData(), &found), 0);
    QVERIFY(S_ISFIFO(found.st_mode));
}

void OutputFileTest::whatCannotBeWrittenIsSaid_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a folder") << QString();
    QTest::newRow("a folder that is not there") << QStringLiteral("no/such/file");
}

void OutputFileTest::whatCannotBeWrittenIsSaid()
{
    QFETCH(QString, name);
    const Result<void> refused = writeOutputFile(path(name), QByteArray("mine"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY(!refused.error().message.isEmpty());
}

SWITCHYARD_TEST(OutputFileTest)
#include "tst_outputfile.moc"
