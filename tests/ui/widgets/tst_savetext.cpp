#include "ui/widgets/savetext.h"

#include "core/storage/connection.h"
#include "tests/support/testunit.h"

#include <QFile>
#include <QFileDialog>
#include <QTemporaryDir>
#include <QTest>

/// Where a text is saved, chosen in the file dialog.
class SaveTextTest : public QObject
{
    Q_OBJECT

private slots:
    void aTextIsInTheChosenFile();
    void theLedgerIsNotWrittenOver();

private:
    /// The error that is told of that path.
    static QString errorAt(const QString &path);
};

QString SaveTextTest::errorAt(const QString &path)
{
    QWidget parent;
    QString told = QStringLiteral("nothing");
    ui::saveText(
        &parent, QStringLiteral("Save"), QStringLiteral("a.csv"), [] { return QStringLiteral("ä"); },
        [&told](const QString &, const QString &error) { told = error; });
    emit parent.findChild<QFileDialog *>(QStringLiteral("saveText"))->fileSelected(path);
    return told;
}

void SaveTextTest::aTextIsInTheChosenFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.csv")));
    QCOMPARE(errorAt(file.fileName()), QString());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("\xc3\xa4"));
}

void SaveTextTest::theLedgerIsNotWrittenOver()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("ledger.sqlite"));
    const auto ledger = core::Connection::open(path, core::Connection::Mode::ReadWrite);
    QVERIFY(ledger);
    QVERIFY2(errorAt(path).contains(QStringLiteral("ledger")), qPrintable(errorAt(path)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("SQLite format 3"));
}

SWITCHYARD_TEST(SaveTextTest)
#include "tst_savetext.moc"
