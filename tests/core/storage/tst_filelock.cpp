#include "core/storage/filelock.h"
#include "tests/support/testunit.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using core::FileLock;

class FileLockTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyOneHolderHasIt();
    void whatCannotBeOpenedSaysWhy();
    void theFileIsTheUsersAlone();
    void aLeftOverFileIsNoLock();
    void removingFreesNameAndLock();
    void aFolderThatDoesNotExistIsNoLock();

private:
    QTemporaryDir m_folder;
};

void FileLockTest::onlyOneHolderHasIt()
{
    const QString path = m_folder.filePath(QStringLiteral("one"));
    FileLock second(path);
    {
        FileLock first(path);
        QVERIFY(first.tryLock());
        QVERIFY(first.tryLock());
        QVERIFY(!second.tryLock());
        QVERIFY(!second.tryLock(std::chrono::milliseconds(20)));
        QVERIFY(!second.isLocked());
    }
    QVERIFY(second.problem().isEmpty());
    QVERIFY(second.tryLock());
}

void FileLockTest::whatCannotBeOpenedSaysWhy()
{
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("folder")));
    FileLock lock(m_folder.filePath(QStringLiteral("folder")));
    QVERIFY(!lock.tryLock());
    QVERIFY(!lock.problem().isEmpty());
    QVERIFY(QDir(m_folder.path()).rmdir(QStringLiteral("folder")));
    QVERIFY(lock.tryLock());
    QVERIFY(lock.problem().isEmpty());
}

void FileLockTest::theFileIsTheUsersAlone()
{
    FileLock lock(m_folder.filePath(QStringLiteral("private")));
    QVERIFY(lock.tryLock());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m_folder.filePath(QStringLiteral("private"))) & others));
}

void FileLockTest::aLeftOverFileIsNoLock()
{
    QFile left(m_folder.filePath(QStringLiteral("left")));
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    FileLock lock(left.fileName());
    QVERIFY(lock.tryLock());
}

void FileLockTest::removingFreesNameAndLock()
{
    const QString path = m_folder.filePath(QStringLiteral("gone"));
    FileLock first(path);
    QVERIFY(first.tryLock());
    first.removeAndUnlock();
    QVERIFY(!QFile::exists(path));
    QVERIFY(!first.isLocked());
    FileLock second(path);
    QVERIFY(second.tryLock());
}

void FileLockTest::aFolderThatDoesNotExistIsNoLock()
{
    FileLock lock(m_folder.filePath(QStringLiteral("no/such/folder")));
    QVERIFY(!lock.tryLock());
}

SWITCHYARD_TEST(FileLockTest)
#include "tst_filelock.moc"
