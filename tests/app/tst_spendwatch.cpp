#include "app/spendwatch.h"

#include "core/accounts/presets.h"
#include "core/catalog/modelcatalog.h"
#include "core/catalog/pricesnapshot.h"
#include "core/ledger/budgetguard.h"
#include "core/ledger/budgetstore.h"
#include "core/ledger/repricing.h"
#include "core/reconcile/importaccount.h"
#include "core/reconcile/usageimport.h"
#include "core/settings/keys.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/meter.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// The status bar's money over a real ledger, on 22 November 2026.
class SpendWatchTest : public QObject
{
    Q_OBJECT

private slots:
    void theMonthStandsBesideItsBudget_data();
    void theMonthStandsBesideItsBudget();
    void whatWasImportedIsInNoBudget();
    void everySumFollowsNewCosts();

private:
    static core::Budget monthlyBudget()
    {
        core::Budget budget;
        budget.name = QStringLiteral("team");
        budget.amount = *core::Money::fromDecimal(u"60");
        budget.period.zone = QStringLiteral("UTC");
        return budget;
    }
    /// One request of two days ago, for 37.90 USD.
    static void tellCost(test::LedgerStory &story)
    {
        test::LedgerStory::Request request{QStringLiteral("openai/gpt-5-mini")};
        request.cost = *core::Money::fromDecimal(u"37.9");
        story.tell(QDateTime(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC), request);
        story.finish();
    }
};

void SpendWatchTest::theMonthStandsBesideItsBudget_data()
{
    QTest::addColumn<core::Budget>("budget");
    QTest::addColumn<QString>("shown");
    const core::Budget all = monthlyBudget();
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
    tellCost(story);
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

void SpendWatchTest::whatWasImportedIsInNoBudget()
{
    test::LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    story.settings.set(core::settings::kReportingZone, QStringLiteral("UTC"));
    tellCost(story);
    QTemporaryDir folder;
    QFile table(folder.filePath(QStringLiteral("own.csv")));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("time,model,input,cost\n2026-11-19T08:00:00Z,gpt-4o,1000,30\n");
    table.close();
    const core::ModelCatalog catalog = core::ModelCatalog::load().value();
    core::UsageImport imports(story.ledger.database(), story.clock, catalog);
    const core::Result<core::UsageFile> file = core::readUsageFile(table.fileName());
    QVERIFY(file);
    QVERIFY(test::await(imports.apply(*file, core::usageImportOptions(QStringLiteral("team"), catalog))));
    core::BudgetStore store(story.ledger.database());
    core::BudgetGuard guard(story.ledger.database(), story.clock, store, story.writer);
    QVERIFY(test::await(store.save(monthlyBudget())));
    QVERIFY(guard.load());

    ui::Theme theme;
    ui::Actions actions;
    ui::MainWindow window(theme, actions);
    const app::SpendWatch watch(story.reader, story.writer, story.settings, guard, story.clock, window);
    const QList<ui::Meter *> meters = window.findChildren<ui::Meter *>();
    QCOMPARE(meters.size(), 3);
    QTRY_COMPARE(meters.at(2)->value(), QStringLiteral("$67.90 · budget $37.90 of $60"));
}

void SpendWatchTest::everySumFollowsNewCosts()
{
    test::LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    story.settings.set(core::settings::kReportingZone, QStringLiteral("UTC"));
    test::LedgerStory::Request request{QStringLiteral("openai/gpt-4o")};
    request.cost = core::Money::fromDecimal(u"37.8");
    story.tell(QDateTime(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC), request);
    request.cost.reset();
    const qint64 run = story.tell(QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC), request);
    story.finish();
    core::BudgetStore store(story.ledger.database());
    const core::BudgetGuard guard(story.ledger.database(), story.clock, store, story.writer);

    ui::Theme theme;
    ui::Actions actions;
    ui::MainWindow window(theme, actions);
    app::SpendWatch watch(story.reader, story.writer, story.settings, guard, story.clock, window);
    const QList<ui::Meter *> meters = window.findChildren<ui::Meter *>();
    QCOMPARE(meters.size(), 3);
    watch.setRun(core::Money(), 1, run);
    QCOMPARE(meters.at(0)->value(), QStringLiteral("1 unpriced"));
    QTRY_COMPARE(meters.at(1)->value(), QStringLiteral("1 unpriced"));
    QTRY_COMPARE(meters.at(2)->value(), QStringLiteral("$37.80 + 1 unpriced"));

    // 1000 input tokens at 0.001 and 200 output tokens at 0.0005 USD: 1.10 USD.
    core::PriceOverride own;
    own.id = QStringLiteral("own:1");
    own.model = QStringLiteral("gpt-4o");
    own.sourceDate = QDate(2026, 11, 1);
    own.prices.input = core::Money::fromDecimal(u"0.001");
    own.prices.output = core::Money::fromDecimal(u"0.0005");
    const core::ModelCatalog catalog = core::ModelCatalog::load().value();
    const core::Presets presets = core::Presets::load();
    const core::PriceSnapshot prices({&catalog, &presets, {own}, nullptr, {}}, {});
    core::Repricing repricing(story.ledger.database(), story.clock);
    QObject::connect(&repricing, &core::Repricing::costsChanged, &watch, &app::SpendWatch::noteNewCosts);
    const auto record = test::await(repricing.apply({}, prices));
    QVERIFY(record);
    QCOMPARE(record->attempts, 1);
    QTRY_COMPARE(meters.at(0)->value(), QStringLiteral("$1.10"));
    QTRY_COMPARE(meters.at(1)->value(), QStringLiteral("$1.10"));
    QTRY_COMPARE(meters.at(2)->value(), QStringLiteral("$38.90"));
    watch.setRun(core::Money(), 1, run); // as its lanes still say
    QCOMPARE(meters.at(0)->value(), QStringLiteral("$1.10"));

    QVERIFY(test::await(repricing.undo(record->id)));
    QTRY_COMPARE(meters.at(0)->value(), QStringLiteral("1 unpriced"));
    QTRY_COMPARE(meters.at(1)->value(), QStringLiteral("1 unpriced"));
    QTRY_COMPARE(meters.at(2)->value(), QStringLiteral("$37.80 + 1 unpriced"));
}

SWITCHYARD_TEST(SpendWatchTest)
#include "tst_spendwatch.moc"
