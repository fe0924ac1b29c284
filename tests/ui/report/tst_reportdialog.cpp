#include "ui/report/reportdialog.h"

#include "core/routing/targetfacts.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using test::LedgerStory;
using ui::ReportDialog;

namespace {

/// Knows no target.
class EmptyBook : public core::TargetBook
{
public:
    core::TargetFacts factsOf(const core::TargetName &, const QString &) const override { return {}; }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The dialog over a real ledger with one request of October 2026.
class ReportDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theMonthIsShownBeforeItIsSaved();
    void anotherMonthIsReadAnew();
    void itBeginsWithTheNewestMonthThatHasRequests();
    void anEmptyMonthOffersTheNearest();
    void withoutAnyRequestItSaysWhatToDo();
    void aMonthChosenAtOnceStays();
    void itSavesWhatIsChosen_data();
    void itSavesWhatIsChosen();
    void aPlaceThatCannotBeWrittenIsTold();
    void theLedgerIsNotWrittenOver();
    void theFileIsNamedAfterTheMonth();
    void everyControlIsNamed();
    void closingWhileItReadsIsQuiet();

private:
    void show(QDate month = QDate(2026, 10, 22));
    void tell(QDate day);
    template <typename T>
    T *child(const char *name) const
    {
        T *found = m_dialog->findChild<T *>(QLatin1StringView(name));
        if (!found)
            qFatal("There is no %s", name);
        return found;
    }
    bool isReady() const { return child<QPushButton>("report.save")->isEnabled(); }
    QStringList figures() const;

    ui::Theme m_theme;
    EmptyBook m_book;
    std::unique_ptr<LedgerStory> m_story;
    QTemporaryDir m_files;
    QPointer<ReportDialog> m_dialog;
};

void ReportDialogTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_story = std::make_unique<LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
    tell(QDate(2026, 10, 10));
}

void ReportDialogTest::tell(QDate day)
{
    LedgerStory::Request request{QStringLiteral("a/one")};
    request.cost = core::Money::fromPicos(core::Money::kPicosPerUsd * 3);
    m_story->tell(QDateTime(day, QTime(8, 0), Qt::UTC), request);
    m_story->finish();
}

void ReportDialogTest::cleanup()
{
    delete m_dialog;
    m_story.reset();
}

void ReportDialogTest::show(QDate month)
{
    core::MonthlyQuery query;
    query.month = month;
    query.nowMs = m_story->clock.utcMs();
    m_dialog = new ReportDialog(m_theme, {m_story->ledger.database(), m_book}, query, nullptr);
    m_dialog->show();
}

QStringList ReportDialogTest::figures() const
{
    QStringList texts;
    for (const QLabel *label : child<ui::KeyValueGrid>("report.figures")->findChildren<QLabel *>())
        texts.append(label->text());
    return texts;
}

void ReportDialogTest::theMonthIsShownBeforeItIsSaved()
{
    show();
    QVERIFY(!isReady());
    QTRY_VERIFY(isReady());
    QCOMPARE(child<QComboBox>("report.month")->currentText(), QStringLiteral("October 2026"));
    QVERIFY2(figures().contains(QStringLiteral("$3.00")), qPrintable(figures().join(QLatin1Char('|'))));
    QVERIFY(child<QLabel>("report.text")->text().contains(QStringLiteral("days of UTC")));
    QVERIFY(child<QWidget>("report.message")->isHidden());
    QVERIFY(child<QWidget>("report.progress")->isHidden());
}

void ReportDialogTest::anotherMonthIsReadAnew()
{
    show();
    QTRY_VERIFY(isReady());
    auto *const month = child<QComboBox>("report.month");
    QCOMPARE(month->itemText(0), QStringLiteral("November 2026 (under way)"));
    month->setCurrentIndex(2);
    QVERIFY(!isReady());
    QTRY_VERIFY(isReady());
    QVERIFY(child<QLabel>("report.text")->text().contains(QStringLiteral("no request in this month")));
    QVERIFY(!figures().contains(QStringLiteral("$3.00")));
}

void ReportDialogTest::itBeginsWithTheNewestMonthThatHasRequests()
{
    tell(QDate(2026, 7, 3));
    show(QDate(2026, 9, 5));
    QTRY_VERIFY(isReady());
    QCOMPARE(child<QComboBox>("report.month")->currentText(), QStringLiteral("October 2026"));
    QVERIFY(figures().contains(QStringLiteral("$3.00")));
    QVERIFY(child<QWidget>("report.message")->isHidden());
}

void ReportDialogTest::anEmptyMonthOffersTheNearest()
{
    tell(QDate(2026, 7, 3));
    show();
    QTRY_VERIFY(isReady());
    auto *const month = child<QComboBox>("report.month");
    month->setCurrentIndex(month->findData(QDate(2026, 6, 1)));
    QTRY_VERIFY(isReady());
    QVERIFY(child<QWidget>("report.message")->isVisible());
    QVERIFY(child<QWidget>("report.message")->accessibleName().startsWith(QStringLiteral("June 2026")));
    child<QAbstractButton>("report.nearest")->click();
    QCOMPARE(month->currentText(), QStringLiteral("July 2026"));
    QTRY_VERIFY(isReady());
    QVERIFY(child<QWidget>("report.message")->isHidden());
    QVERIFY(figures().contains(QStringLiteral("$3.00")));
}

void ReportDialogTest::withoutAnyRequestItSaysWhatToDo()
{
    m_story = std::make_unique<LedgerStory>();
    show();
    QTRY_VERIFY(isReady());
    const auto *const message = child<ui::MessagePanel>("report.message");
    QVERIFY(message->isVisible());
    QVERIFY2(message->accessibleDescription().contains(QStringLiteral("Compare")),
             qPrintable(message->accessibleDescription()));
    QVERIFY(!m_dialog->findChild<QAbstractButton *>(QStringLiteral("report.nearest")));
}

void ReportDialogTest::aMonthChosenAtOnceStays()
{
    show();
    auto *const month = child<QComboBox>("report.month");
    month->setCurrentIndex(month->findData(QDate(2026, 8, 1)));
    QTRY_VERIFY(isReady());
    QCOMPARE(month->currentText(), QStringLiteral("August 2026"));
    QVERIFY(child<QAbstractButton>("report.nearest")->text().endsWith(QStringLiteral("October 2026")));
}

void ReportDialogTest::itSavesWhatIsChosen_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("HTML") << 0 << QByteArray("<!DOCTYPE html>");
    QTest::newRow("PDF") << 1 << QByteArray("%PDF-");
}

void ReportDialogTest::itSavesWhatIsChosen()
{
    QFETCH(int, format);
    QFETCH(QByteArray, beginning);
    show();
    QTRY_VERIFY(isReady());
    child<ui::SegmentedControl>("report.format")->setCurrent(format);
    QSignalSpy saved(m_dialog, &ReportDialog::saved);
    const QString path = m_files.filePath(QStringLiteral("october-%1").arg(format));
    m_dialog->saveTo(path);
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.constFirst().constFirst().toString(), path);
    QVERIFY(contentOf(path).startsWith(beginning));
    // It has done what it is for.
    QTRY_VERIFY(!m_dialog);
}

void ReportDialogTest::aPlaceThatCannotBeWrittenIsTold()
{
    show();
    QTRY_VERIFY(isReady());
    QSignalSpy saved(m_dialog, &ReportDialog::saved);
    m_dialog->saveTo(m_files.filePath(QStringLiteral("no/such/folder.html")));
    QVERIFY(saved.isEmpty());
    QVERIFY(child<QWidget>("report.message")->isVisible());
    QVERIFY(m_dialog->isVisible());
}

void ReportDialogTest::theLedgerIsNotWrittenOver()
{
    show();
    QTRY_VERIFY(isReady());
    QSignalSpy saved(m_dialog, &ReportDialog::saved);
    m_dialog->saveTo(m_story->ledger.filePath());
    QVERIFY(saved.isEmpty());
    QVERIFY(child<QWidget>("report.message")->isVisible());
    QVERIFY(contentOf(m_story->ledger.filePath()).startsWith("SQLite format 3"));
}

void ReportDialogTest::theFileIsNamedAfterTheMonth()
{
    show();
    QTRY_VERIFY(isReady());
    child<ui::SegmentedControl>("report.format")->setCurrent(1);
    child<QPushButton>("report.save")->click();
    const auto *const files = child<QFileDialog>("report.file");
    QCOMPARE(files->defaultSuffix(), QStringLiteral("pdf"));
    QVERIFY(files->selectedFiles().constFirst().endsWith(QStringLiteral("switchyard-2026-10.pdf")));
}

void ReportDialogTest::everyControlIsNamed()
{
    show();
    for (const char *name :
         {"report.month", "report.format", "report.progress", "report.save", "report.close"})
        QVERIFY2(!child<QWidget>(name)->accessibleName().isEmpty(), name);
    QVERIFY(child<QPushButton>("report.save")->text().contains(QLatin1Char('&')));
    QVERIFY(child<QPushButton>("report.close")->text().contains(QLatin1Char('&')));
}

void ReportDialogTest::closingWhileItReadsIsQuiet()
{
    show();
    QVERIFY(!isReady());
    child<QPushButton>("report.close")->click();
    QTRY_VERIFY(!m_dialog);
    // What was asked for comes to nobody.
    QVERIFY(test::await(m_story->reader.tasks()));
}

SWITCHYARD_TEST(ReportDialogTest)

#include "tst_reportdialog.moc"
