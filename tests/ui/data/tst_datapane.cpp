#include "ui/data/datapane.h"

#include "core/settings/keys.h"
#include "core/storage/statement.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QAbstractButton>
#include <QDateEdit>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using test::await;
using test::LedgerStory;
using ui::DataPane;
using ui::MessagePanel;

namespace {

/// Pruning and checking take their time under sanitizers.
constexpr int kPatienceMs = 60'000;

} // namespace

/// The card's content over a real ledger.
class DataPaneTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void itTellsWhatTheLedgerHolds();
    void anEmptyLedgerHasNothingToRemove();
    void textsThatAreNotKeptAreSaid();
    void aLedgerInOrderIsSaidToBe();
    void wrongSumsAreMadeAnew();
    void aBackupIsWritten();
    void aBackupReplacesNothing();
    void removingIsShownBeforeItIsDone();
    void nothingOldIsSaid();
    void whileItWorksNothingElseBegins();
    void theRestIsAskedForElsewhere();
    void everyControlHasAName();

private:
    void show();
    void execute(const char *sql);
    qint64 number(const char *sql);
    template <typename T>
    T *child(const char *name) const
    {
        return m_pane->findChild<T *>(QLatin1StringView(name));
    }
    void click(const char *name) const { child<QAbstractButton>(name)->click(); }
    /// All that the labels below say, one after the other.
    QString textsOf(const char *name) const
    {
        QStringList texts;
        for (const QLabel *label : child<QWidget>(name)->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'\n');
    }
    bool says(const char *words) const
    {
        return child<QWidget>("data.message")->isVisible()
            && textsOf("data.message").contains(QLatin1StringView(words));
    }
    MessagePanel::Kind kind() const { return child<MessagePanel>("data.message")->kind(); }

    std::unique_ptr<LedgerStory> m_story;
    std::unique_ptr<core::LedgerKeeper> m_keeper;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<DataPane> m_pane;
};

void DataPaneTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_story = std::make_unique<LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
    m_keeper = std::make_unique<core::LedgerKeeper>(m_story->ledger.database());
    QVERIFY(await(m_keeper->setReportingZone(QTimeZone("Europe/Berlin"))));
    m_theme = std::make_unique<ui::Theme>();
    m_theme->install();
}

void DataPaneTest::cleanup()
{
    m_pane.reset();
    m_keeper.reset();
    m_theme.reset();
    m_story.reset();
}

void DataPaneTest::show()
{
    m_story->finish();
    m_pane = std::make_unique<DataPane>(*m_keeper, m_story->settings, m_story->clock, *m_theme);
    m_pane->resize(680, 420);
    m_pane->show();
    QTRY_VERIFY_WITH_TIMEOUT(!child<QWidget>("data.reading")->isVisible(), kPatienceMs);
}

void DataPaneTest::execute(const char *sql)
{
    const auto done = await(m_story->ledger.database().write(
        [sql = QString::fromLatin1(sql)](core::Connection &connection) { return connection.execute(sql); }));
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
}

qint64 DataPaneTest::number(const char *sql)
{
    return *await(m_story->ledger.database().read(
        [sql = QString::fromLatin1(sql)](core::Connection &connection) { return connection.integer(sql); }));
}

namespace {

QDateTime noon(int year, int month, int day)
{
    return QDateTime(QDate(year, month, day), QTime(12, 0), Qt::UTC);
}

} // namespace

void DataPaneTest::itTellsWhatTheLedgerHolds()
{
    m_story->tell(noon(2025, 3, 1), {QStringLiteral("a/m")});
    m_story->tell(noon(2026, 11, 1), {QStringLiteral("a/m")});
    show();
    const QString figures = textsOf("data.figures");
    QVERIFY2(figures.contains(QStringLiteral("1 March 2025"))
                 || figures.contains(QStringLiteral("March 1, 2025")),
             qPrintable(figures));
    QVERIFY2(figures.contains(QStringLiteral("2 attempts")), qPrintable(figures));
    QVERIFY2(figures.contains(QStringLiteral("kept of 2 of 2 runs")), qPrintable(figures));
    QVERIFY2(figures.contains(QStringLiteral("Europe/Berlin")), qPrintable(figures));
    QVERIFY(child<QWidget>("data.before")->isVisible());
}

void DataPaneTest::anEmptyLedgerHasNothingToRemove()
{
    show();
    QVERIFY2(textsOf("data.figures").contains(QStringLiteral("none yet")),
             qPrintable(textsOf("data.figures")));
    QVERIFY(!child<QWidget>("data.before")->isVisible());
    QVERIFY(child<QWidget>("data.check")->isVisible());
}

void DataPaneTest::textsThatAreNotKeptAreSaid()
{
    show();
    QVERIFY(!textsOf("data.figures").contains(QStringLiteral("of new ones none are kept")));
    m_story->settings.set(core::settings::kKeepTexts, false);
    QTRY_VERIFY_WITH_TIMEOUT(textsOf("data.figures").contains(QStringLiteral("of new ones none are kept")),
                             kPatienceMs);
}

void DataPaneTest::aLedgerInOrderIsSaidToBe()
{
    m_story->tell(noon(2026, 11, 1), {QStringLiteral("a/m")});
    show();
    click("data.check");
    QTRY_VERIFY_WITH_TIMEOUT(says("all sums are those of their attempts"), kPatienceMs);
    QCOMPARE(kind(), MessagePanel::Kind::Good);
}

void DataPaneTest::wrongSumsAreMadeAnew()
{
    m_story->tell(noon(2026, 11, 1), {QStringLiteral("a/m")});
    m_story->finish();
    execute("UPDATE usage_quarters SET attempts = attempts + 5");
    show();
    click("data.check");
    QTRY_VERIFY_WITH_TIMEOUT(says("not those of their attempts"), kPatienceMs);
    QCOMPARE(kind(), MessagePanel::Kind::Warn);
    click("data.rebuild");
    QTRY_VERIFY_WITH_TIMEOUT(says("The sums were made anew"), kPatienceMs);
    QCOMPARE(number("SELECT sum(attempts) FROM usage_quarters"), 1);
    click("data.check");
    QTRY_VERIFY_WITH_TIMEOUT(says("all sums are those of their attempts"), kPatienceMs);
}

void DataPaneTest::aBackupIsWritten()
{
    m_story->tell(noon(2026, 11, 1), {QStringLiteral("a/m")});
    show();
    click("data.backUp");
    auto *const dialog = child<QFileDialog>("data.backUpFile");
    QVERIFY(dialog);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    dialog->reject();
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("copy.sqlite"));
    m_pane->backUpTo(file);
    QTRY_VERIFY_WITH_TIMEOUT(says("The ledger was copied"), kPatienceMs);
    QVERIFY(QFile::exists(file));
    const QSignalSpy shown(m_pane.get(), &DataPane::showInFilesRequested);
    click("data.showBackup");
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.first().first().toString(), file);
}

void DataPaneTest::aBackupReplacesNothing()
{
    show();
    m_pane->backUpTo(m_story->ledger.filePath());
    QTRY_VERIFY_WITH_TIMEOUT(says("The ledger could not be copied"), kPatienceMs);
    QCOMPARE(kind(), MessagePanel::Kind::Bad);
    QVERIFY2(says("exists already"), qPrintable(textsOf("data.message")));
}

void DataPaneTest::removingIsShownBeforeItIsDone()
{
    m_story->tell(noon(2025, 3, 1), {QStringLiteral("a/m")});
    m_story->tell(noon(2025, 4, 1), {QStringLiteral("a/m")});
    m_story->tell(noon(2026, 11, 1), {QStringLiteral("a/m")});
    show();
    child<QDateEdit>("data.before")->setDate(QDate(2026, 1, 1));
    click("data.preview");
    QTRY_VERIFY_WITH_TIMEOUT(says("2 attempts from before"), kPatienceMs);
    QCOMPARE(number("SELECT count(*) FROM attempts"), 3);
    click("data.prune");
    QTRY_VERIFY_WITH_TIMEOUT(says("2 attempts and 2 runs were removed"), kPatienceMs);
    QCOMPARE(number("SELECT count(*) FROM attempts"), 1);
    QTRY_VERIFY_WITH_TIMEOUT(
        textsOf("data.figures").contains(QStringLiteral("3 attempts, also those of before")), kPatienceMs);
}

void DataPaneTest::nothingOldIsSaid()
{
    m_story->tell(noon(2026, 11, 1), {QStringLiteral("a/m")});
    show();
    click("data.preview");
    QTRY_VERIFY_WITH_TIMEOUT(says("can be removed"), kPatienceMs);
    QVERIFY(!child<QAbstractButton>("data.prune"));
}

void DataPaneTest::whileItWorksNothingElseBegins()
{
    m_story->tell(noon(2026, 11, 1), {QStringLiteral("a/m")});
    show();
    click("data.check");
    QVERIFY(child<QWidget>("work")->isVisible());
    for (const char *name : {"data.check", "data.backUp", "data.export", "data.before", "data.preview"})
        QVERIFY2(!child<QWidget>(name)->isEnabled(), name);
    click("work.cancel");
    QTRY_VERIFY_WITH_TIMEOUT(!child<QWidget>("work")->isVisible(), kPatienceMs);
    QVERIFY2(says("The check was cancelled"), qPrintable(textsOf("data.message")));
    QVERIFY(child<QWidget>("data.check")->isEnabled());
}

void DataPaneTest::theRestIsAskedForElsewhere()
{
    show();
    const QSignalSpy wanted(m_pane.get(), &DataPane::exportRequested);
    click("data.export");
    QCOMPARE(wanted.size(), 1);
}

void DataPaneTest::everyControlHasAName()
{
    show();
    for (const char *name : {"data.check", "data.backUp", "data.export", "data.preview", "work.cancel"})
        QVERIFY2(child<QAbstractButton>(name)->text().contains(u'&'), name);
    for (const char *name : {"data.before", "work.progress"})
        QVERIFY2(!child<QWidget>(name)->accessibleName().isEmpty(), name);
}

SWITCHYARD_TEST(DataPaneTest)
#include "tst_datapane.moc"
