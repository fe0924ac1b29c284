#include "tests/support/testunit.h"
#include "ui/leaveguard.h"

#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace std::chrono_literals;
using ui::LeaveGuard;
using ui::RunningWork;

namespace {

/// A window whose closing the guard decides, as Application wires it.
class GuardedWindow : public QWidget
{
public:
    explicit GuardedWindow(std::chrono::milliseconds patience)
        : guard(
            *this, [this] { return work; }, [this] { ++stopped; }, patience)
    {
    }

    RunningWork work;
    int stopped = 0;
    LeaveGuard guard;

protected:
    void closeEvent(QCloseEvent *event) override { event->setAccepted(!guard.holds()); }
};

} // namespace

class TestLeaveGuard : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withNothingRunningTheWindowCloses();
    void itAsksOnceAndStays();
    void whoQuitsHasItStoppedFirst();
    void whatDoesNotEndDoesNotHoldTheWindow();
    void theWordsFitWhatRuns_data();
    void theWordsFitWhatRuns();

private:
    void open(std::chrono::milliseconds patience);
    QMessageBox *question() const
    {
        return m_window->findChild<QMessageBox *>(QStringLiteral("leaveQuestion"));
    }
    QPushButton *button(const char *name) const
    {
        return question()->findChild<QPushButton *>(QLatin1StringView(name));
    }

    std::unique_ptr<GuardedWindow> m_window;
};

void TestLeaveGuard::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    open(1h);
}

void TestLeaveGuard::open(std::chrono::milliseconds patience)
{
    m_window = std::make_unique<GuardedWindow>(patience);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestLeaveGuard::cleanup()
{
    m_window.reset();
}

void TestLeaveGuard::withNothingRunningTheWindowCloses()
{
    QVERIFY(m_window->close());
    QVERIFY(!question());
    QCOMPARE(m_window->stopped, 0);
}

void TestLeaveGuard::itAsksOnceAndStays()
{
    const QSignalSpy stayed(&m_window->guard, &LeaveGuard::stayed);
    m_window->work.lanes = 3;
    QVERIFY(!m_window->close());
    QVERIFY(question() && question()->isVisible());
    QCOMPARE(question()->windowModality(), Qt::WindowModal);
    QVERIFY(question()->text().contains(QLatin1Char('3')));
    QVERIFY(!m_window->close());
    QCOMPARE(m_window->findChildren<QMessageBox *>().size(), 1);
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QCOMPARE(stayed.count(), 1);
    QCOMPARE(m_window->stopped, 0);
    QVERIFY(m_window->isVisible());
    QVERIFY(!m_window->close()); // another time it asks again
    QVERIFY(question());
    QVERIFY(button("leaveStay")->isDefault());
    button("leaveStay")->click();
    QCOMPARE(stayed.count(), 2);
}

void TestLeaveGuard::whoQuitsHasItStoppedFirst()
{
    m_window->work = {2, 1};
    QVERIFY(!m_window->close());
    button("leaveQuit")->click();
    QCOMPARE(m_window->stopped, 1);
    QVERIFY2(m_window->isVisible(), "the ledger has not learnt yet how it ended");
    m_window->work.lanes = 0;
    m_window->guard.noteWork();
    QVERIFY(m_window->isVisible());
    QVERIFY(!m_window->close());
    m_window->work.evaluations = 0;
    m_window->guard.noteWork();
    QVERIFY(!m_window->isVisible());
    QCOMPARE(m_window->stopped, 1);
}

void TestLeaveGuard::whatDoesNotEndDoesNotHoldTheWindow()
{
    open(20ms);
    m_window->work.lanes = 1;
    QVERIFY(!m_window->close());
    button("leaveQuit")->click();
    QTRY_VERIFY(!m_window->isVisible());
}

void TestLeaveGuard::theWordsFitWhatRuns_data()
{
    QTest::addColumn<int>("lanes");
    QTest::addColumn<int>("evaluations");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("becomes");
    QTest::newRow("lanes") << 4 << 0 << QStringLiteral("4 lanes are still answering.")
                           << QStringLiteral("Lanes are stopped; what came so far is kept and counted.");
    QTest::newRow("an evaluation") << 0 << 2 << QStringLiteral("2 evaluations are running.")
                                   << QStringLiteral("An evaluation is paused and can be resumed.");
    QTest::newRow("both") << 4 << 2
                          << QStringLiteral("4 lanes are still answering. 2 evaluations are running.")
                          << QStringLiteral("Lanes are stopped; what came so far is kept and counted. "
                                            "An evaluation is paused and can be resumed.");
}

void TestLeaveGuard::theWordsFitWhatRuns()
{
    QFETCH(const int, lanes);
    QFETCH(const int, evaluations);
    QTEST(LeaveGuard::question({lanes, evaluations}), "said");
    QTEST(LeaveGuard::consequence({lanes, evaluations}), "becomes");
}

SWITCHYARD_TEST(TestLeaveGuard)
#include "tst_leaveguard.moc"
