#include "ui/data/exportdialog.h"

#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using core::UsageExportFormat;
using test::LedgerStory;
using ui::ExportDialog;
using ui::MessagePanel;

/// The dialog over a real ledger on 22 November 2026.
class ExportDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aFormatIsChosenAndExplained_data();
    void aFormatIsChosenAndExplained();
    void aPeriodIsDaysOfTheZone_data();
    void aPeriodIsDaysOfTheZone();
    void daysAreChosenInEitherOrder();
    void simulatedOnesAreAsTheSettingSaysUntilChosen();
    void theFileIsAskedForWithItsEnding();
    void whatWasWrittenIsTold();
    void unpricedAttemptsAreTold();
    void aFileThatCannotBeWrittenIsTold();
    void closingItEndsIt();

private:
    void show(const char *zone = "UTC", bool simulated = false);
    template <typename T>
    T *part(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    void choose(const char *box, int data) const
    {
        auto *const combo = part<QComboBox>(box);
        combo->setCurrentIndex(combo->findData(data));
    }
    QString message() const
    {
        QStringList texts;
        for (const QLabel *label : part<QWidget>("export.message")->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'\n');
    }

    QDateTime now() const { return QDateTime::fromMSecsSinceEpoch(m_story->clock.utcMs(), Qt::UTC); }

    std::unique_ptr<LedgerStory> m_story;
    std::unique_ptr<ui::Theme> m_theme;
    QPointer<ExportDialog> m_dialog;
    QTemporaryDir m_folder;
};

void ExportDialogTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_story = std::make_unique<LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
    m_theme = std::make_unique<ui::Theme>();
    m_theme->install();
}

void ExportDialogTest::cleanup()
{
    delete m_dialog;
    m_theme.reset();
    m_story.reset();
}

void ExportDialogTest::show(const char *zone, bool simulated)
{
    m_story->finish();
    m_dialog = new ExportDialog({m_story->ledger.filePath(), QTimeZone(zone), simulated}, m_story->clock,
                                *m_theme, nullptr);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
}

void ExportDialogTest::aFormatIsChosenAndExplained_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("words");
    QTest::newRow("every column") << static_cast<int>(UsageExportFormat::Csv) << QStringLiteral("exact cost");
    QTest::newRow("lines of JSON") << static_cast<int>(UsageExportFormat::JsonLines)
                                   << QStringLiteral("OpenTelemetry");
    QTest::newRow("charges") << static_cast<int>(UsageExportFormat::Focus) << QStringLiteral("FinOps");
}

void ExportDialogTest::aFormatIsChosenAndExplained()
{
    QFETCH(int, format);
    QFETCH(QString, words);
    show();
    choose("export.format", format);
    QCOMPARE(static_cast<int>(m_dialog->request().format), format);
    QVERIFY(part<QLabel>("export.hint")->text().contains(words));
}

void ExportDialogTest::aPeriodIsDaysOfTheZone_data()
{
    QTest::addColumn<int>("period");
    QTest::addColumn<QDateTime>("since");
    QTest::addColumn<QDateTime>("until");
    using core::PeriodKind;
    const auto midnight = [](int month, int day) {
        return QDateTime(QDate(2026, month, day), QTime(0, 0), QTimeZone("Asia/Kolkata"));
    };
    QTest::newRow("everything") << static_cast<int>(PeriodKind::All) << QDateTime() << QDateTime();
    QTest::newRow("the month before")
        << static_cast<int>(PeriodKind::PreviousMonth) << midnight(10, 1) << midnight(11, 1);
    QTest::newRow("thirty days") << static_cast<int>(PeriodKind::Last30Days) << midnight(10, 24)
                                 << midnight(11, 23);
}

void ExportDialogTest::aPeriodIsDaysOfTheZone()
{
    QFETCH(int, period);
    QFETCH(QDateTime, since);
    QFETCH(QDateTime, until);
    show("Asia/Kolkata");
    choose("export.period", period);
    const core::AttemptFilter filter = m_dialog->request().filter;
    QCOMPARE(filter.sinceMs.has_value(), since.isValid());
    QCOMPARE(filter.untilMs.has_value(), until.isValid());
    if (since.isValid()) {
        QCOMPARE(*filter.sinceMs, since.toMSecsSinceEpoch());
        QCOMPARE(*filter.untilMs, until.toMSecsSinceEpoch());
    }
    QVERIFY(!part<QWidget>("export.from")->isVisible());
}

void ExportDialogTest::daysAreChosenInEitherOrder()
{
    show();
    choose("export.period", static_cast<int>(core::PeriodKind::Custom));
    QVERIFY(part<QWidget>("export.from")->isVisible());
    part<QDateEdit>("export.from")->setDate(QDate(2026, 11, 5));
    part<QDateEdit>("export.to")->setDate(QDate(2026, 11, 3));
    const core::AttemptFilter filter = m_dialog->request().filter;
    QCOMPARE(filter.sinceMs, std::optional(QDate(2026, 11, 3).startOfDay(Qt::UTC).toMSecsSinceEpoch()));
    QCOMPARE(filter.untilMs, std::optional(QDate(2026, 11, 6).startOfDay(Qt::UTC).toMSecsSinceEpoch()));
}

void ExportDialogTest::simulatedOnesAreAsTheSettingSaysUntilChosen()
{
    show("UTC", true);
    QVERIFY(m_dialog->request().filter.includeSimulated);
    part<QCheckBox>("export.simulated")->click();
    QVERIFY(!m_dialog->request().filter.includeSimulated);
}

void ExportDialogTest::theFileIsAskedForWithItsEnding()
{
    show();
    choose("export.format", static_cast<int>(UsageExportFormat::JsonLines));
    part<QPushButton>("export.start")->click();
    auto *const files = part<QFileDialog>("export.file");
    QVERIFY(files);
    QCOMPARE(files->defaultSuffix(), QStringLiteral("jsonl"));
    QCOMPARE(files->acceptMode(), QFileDialog::AcceptSave);
    files->reject();
}

void ExportDialogTest::whatWasWrittenIsTold()
{
    m_story->tell(now(), {QStringLiteral("a/m")});
    m_story->tell(now(), {QStringLiteral("a/n")});
    show();
    const QString file = m_folder.filePath(QStringLiteral("usage.csv"));
    m_dialog->exportTo(file);
    QTRY_VERIFY(part<QWidget>("export.message")->isVisible());
    QVERIFY2(message().contains(QStringLiteral("2 attempts of $0.004")), qPrintable(message()));
    QCOMPARE(part<MessagePanel>("export.message")->kind(), MessagePanel::Kind::Good);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll().count('\n'), 3);
    const QSignalSpy shown(m_dialog, &ExportDialog::showInFilesRequested);
    part<QToolButton>("export.show")->click();
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.first().first().toString(), file);
}

void ExportDialogTest::unpricedAttemptsAreTold()
{
    LedgerStory::Request unpriced{QStringLiteral("a/m")};
    unpriced.cost.reset();
    m_story->tell(now(), unpriced);
    show();
    m_dialog->exportTo(m_folder.filePath(QStringLiteral("unpriced.csv")));
    QTRY_VERIFY(message().contains(QStringLiteral("1 are unpriced")));
    QCOMPARE(part<MessagePanel>("export.message")->kind(), MessagePanel::Kind::Warn);
}

void ExportDialogTest::aFileThatCannotBeWrittenIsTold()
{
    show();
    m_dialog->exportTo(m_folder.filePath(QStringLiteral("no/such/folder.csv")));
    QTRY_VERIFY(part<QWidget>("export.message")->isVisible());
    QCOMPARE(part<MessagePanel>("export.message")->kind(), MessagePanel::Kind::Bad);
    QVERIFY2(message().contains(QStringLiteral("folder.csv")), qPrintable(message()));
    QVERIFY(part<QPushButton>("export.start")->isEnabled());
}

void ExportDialogTest::closingItEndsIt()
{
    show();
    part<QPushButton>("export.close")->click();
    QTRY_VERIFY(!m_dialog);
}

SWITCHYARD_TEST(ExportDialogTest)
#include "tst_exportdialog.moc"
