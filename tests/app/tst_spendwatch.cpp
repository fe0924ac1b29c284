#include "app/spendwatch.h"

#include "core/ledger/budgetguard.h"
#include "core/ledger/budgetstore.h"
#include "core/settings/keys.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/meter.h"

#include <QTest>

/// The status bar's money over a real ledger, on 22 November 2026.
class SpendWatchTest : public QObject
{
    Q_OBJECT

private slots:
    void theMonthStandsBesideItsBudget_data();
    void theMonthStandsBesideItsBudget();
};

void SpendWatchTest::theMonthStandsBesideItsBudget_data()
{
    QTest::addColumn<core::Budget>("budget");
    QTest::addColumn<QString>("shown");
    core::Budget all;
    all.name = QStringLiteral("team");
    all.amount = *core::Money::fromDecimal(u"60");
    all.period.zone = QStringLiteral("UTC");
    QTest::newRow("a budget of all the month") << all << QStringLiteral("$37.90 of $60");
    core::Budget off = all;
    off.enabled = false;
    QTest::newRow("one that is off") << off << QStringLiteral("$37.90");
    core::Budget daily = all;
    daily.period.cycle = core::BudgetCycle::Day;
    QTest::newRow("one of a day") << daily << QStringLiteral("$37.90");
    core::Budget elsewhere = all;
    elsewhere.period.zone = QStringLiteral("Asia/Kolkata");
    QTest::newRow("one of another zone's month") << elsewhere << QStringLiteral("$37.90");
    core::Budget some = all;
    some.scope = {core::BudgetScope::Kind::Account, {}, QStringLiteral("openai")};
    QTest::newRow("one of an account") << some << QStringLiteral("$37.90");
}

void SpendWatchTest::theMonthStandsBesideItsBudget()
{
    QFETCH(core::Budget, budget);
    QFETCH(QString, shown);
    test::LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    story.settings.set(core::settings::kReportingZone, QStringLiteral("UTC"));
    test::LedgerStory::Request request{QStringLiteral("openai/gpt-5-mini")};
    request.cost = *core::Money::fromDecimal(u"37.9");
    story.tell(QDateTime(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC), request);
    story.finish();
    core::BudgetStore store(story.ledger.database());
    core::BudgetGuard guard(story.ledger.database(), story.clock, store, story.writer);
    QVERIFY(test::await(store.save(budget)));
    QVERIFY(guard.load());

    ui::Theme theme;
    ui::Actions actions;
    ui::MainWindow window(theme, actions);
    const app::SpendWatch watch(story.reader, story.writer, story.settings, guard, story.clock, window);
    const QList<ui::Meter *> meters = window.findChildren<ui::Meter *>();
    // This run, today, this month.
    QCOMPARE(meters.size(), 3);
    QTRY_COMPARE(meters.at(2)->value(), shown);
}

SWITCHYARD_TEST(SpendWatchTest)
#include "tst_spendwatch.moc"
