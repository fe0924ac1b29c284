#include "core/storage/ledgerfile.h"

#include "tests/support/testunit.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace core;

namespace {

/// While it lives, this process cannot make a file longer, as on a full disk.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        if (::getrlimit(RLIMIT_FSIZE, &m_before) != 0)
            qFatal("the limit of files cannot be read");
        rlimit lower = m_before;
        lower.rlim_cur = bytes;
        if (::setrlimit(RLIMIT_FSIZE, &lower) != 0)
            qFatal("the limit of files cannot be set");
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before = {};
    void (*m_handler)(int) = SIG_DFL;
};

} // namespace

/// Copies of a file of 6 MB, more than SQLite keeps in memory of what it writes.
class LedgerFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aCopyThatFailsLeavesNothing();
    void aBackupThatIsStoppedLeavesNothing();
    void aBackupIsNoFileOfTheLedger();

private:
    QStringList copies() const
    {
        return QDir(m_folder->path()).entryList({QStringLiteral("copy*")}, QDir::Files);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
};

void LedgerFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened =
        Connection::open(m_folder->filePath(QStringLiteral("ledger.sqlite")), Connection::Mode::ReadWrite);
    QVERIFY(opened);
    m_connection = std::move(*opened);
    QVERIFY(m_connection->execute(QStringLiteral("CREATE TABLE things (bytes BLOB)")));
    QVERIFY(m_connection->execute(
        QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000) "
                       "INSERT INTO things SELECT randomblob(1000) FROM n")));
}

void LedgerFileTest::cleanup()
{
    m_connection.reset();
    m_folder.reset();
}

void LedgerFileTest::aCopyThatFailsLeavesNothing()
{
    const QString target = m_folder->filePath(QStringLiteral("copy.sqlite"));
    {
        const FileSizeLimit limit(3'000'000);
        QVERIFY(!copyLedger(*m_connection, target));
    }
    QCOMPARE(copies(), QStringList());
    QVERIFY(copyLedger(*m_connection, target));
    QCOMPARE(copies(), QStringList{QStringLiteral("copy.sqlite")});
}

void LedgerFileTest::aBackupThatIsStoppedLeavesNothing()
{
    const Result<void> stopped = backUpLedger(
        m_connection->filePath(), m_folder->filePath(QStringLiteral("copy.sqlite")), [] { return true; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, QStringLiteral("stopped"));
    QCOMPARE(copies(), QStringList());
}

void LedgerFileTest::aBackupIsNoFileOfTheLedger()
{
    // The next one to open the ledger would take it for what is left of a transaction.
    const QString journal = m_connection->filePath() + QStringLiteral("-journal");
    const Result<void> refused = backUpLedger(m_connection->filePath(), journal, [] { return false; });
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(journal), qPrintable(refused.error().message));
    QVERIFY(!QFile::exists(journal));
}

SWITCHYARD_TEST(LedgerFileTest)
#include "tst_ledgerfile.moc"
