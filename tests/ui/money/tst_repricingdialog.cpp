#include "ui/money/repricingdialog.h"

#include "tests/support/testunit.h"
#include "tests/ui/money/moneybench.h"
#include "ui/widgets/messagepanel.h"

#include <QCheckBox>
#include <QLabel>
#include <QSemaphore>

using test::MoneyBench;

/// Pricing again, in the window, over a real ledger.
class RepricingDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void onlyUnpricedOnesChangeAtFirst();
    void theLogUndoesWhatIsChosen();
    void whatWasPrunedIsNotSaidToBeRestored();
    void whatIsUnderWayIsShownAndCanBeStopped();
    void undoingIsShownAndCanBeStopped_data();
    void undoingIsShownAndCanBeStopped();
    void withoutAPriceNothingIsApplied();

private:
    void open();
    template <typename T>
    T *child(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    QString summary() const { return child<QLabel>("repricing.summary")->text(); }
    QAbstractItemView *table() const { return child<QAbstractItemView>("repricing.table"); }
    /// $10 and $20 a million: $0.014 a request.
    void setPrice();

    std::unique_ptr<MoneyBench> m_bench;
    std::unique_ptr<ui::RepricingDialog> m_dialog;
};

void RepricingDialogTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_bench = std::make_unique<MoneyBench>();
    m_bench->askUnpriced(QStringLiteral("my-finetune"), 8);
    m_bench->ask(QStringLiteral("tokenbay/my-finetune"), 9, MoneyBench::usd("0.5"));
    m_bench->story.finish();
}

void RepricingDialogTest::cleanup()
{
    m_dialog.reset();
    m_bench.reset();
}

void RepricingDialogTest::open()
{
    m_dialog = std::make_unique<ui::RepricingDialog>(m_bench->context(), nullptr);
    m_dialog->openFor({});
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void RepricingDialogTest::setPrice()
{
    core::PriceOverride own;
    own.model = QStringLiteral("my-finetune");
    own.prices.input = MoneyBench::usd("0.00001");
    own.prices.output = MoneyBench::usd("0.00002");
    QVERIFY(test::await(m_bench->overrides.set(own)));
}

void RepricingDialogTest::onlyUnpricedOnesChangeAtFirst()
{
    setPrice();
    open();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(test::cellText(table(), 0, 2), QStringLiteral("1"));
    child<QCheckBox>("repricing.computed")->click();
    QTRY_COMPARE(test::cellText(table(), 0, 2), QStringLiteral("2"));
    // $0.50 and an unknown cost become twice $0.014.
    QCOMPARE(test::cellText(table(), 0, 3), QStringLiteral("$0.50 + 1 unpriced"));
    child<QAbstractButton>("repricing.apply")->click();
    QTRY_COMPARE(m_bench->spent(), MoneyBench::usd("0.028"));
}

void RepricingDialogTest::theLogUndoesWhatIsChosen()
{
    setPrice();
    open();
    auto *const log = child<QAbstractItemView>("repricing.log");
    QTRY_VERIFY(child<QAbstractButton>("repricing.apply")->isEnabled());
    QTRY_VERIFY(log->isHidden());
    child<QAbstractButton>("repricing.apply")->click();
    QTRY_COMPARE(log->model()->rowCount(), 1);
    QTRY_COMPARE(m_bench->spent(), MoneyBench::usd("0.514"));
    auto *const undo = child<QAbstractButton>("repricing.undoChosen");
    QVERIFY(!undo->isEnabled());
    log->setCurrentIndex(log->model()->index(0, 0));
    QVERIFY(undo->isEnabled());
    QCOMPARE(test::cellText(log, 0, 5), QStringLiteral("in force"));
    undo->click();
    QTRY_VERIFY(test::cellText(log, 0, 5).startsWith(QLatin1String("undone")));
    QCOMPARE(m_bench->spent(), MoneyBench::usd("0.5"));
}

void RepricingDialogTest::whatWasPrunedIsNotSaidToBeRestored()
{
    m_bench->askUnpriced(QStringLiteral("my-finetune"), 10);
    m_bench->story.finish();
    setPrice();
    open();
    auto *const log = child<QAbstractItemView>("repricing.log");
    QTRY_VERIFY(child<QAbstractButton>("repricing.apply")->isEnabled());
    child<QAbstractButton>("repricing.apply")->click();
    QTRY_COMPARE(log->model()->rowCount(), 1);
    QCOMPARE(test::cellText(log, 0, 5), QStringLiteral("in force"));
    // As pruning takes them.
    QVERIFY(test::await(m_bench->story.ledger.database().write([](core::Connection &connection) {
        return connection.execute(QStringLiteral("DELETE FROM attempts WHERE id = 1"));
    })));
    m_dialog->openFor({});
    QTRY_COMPARE(test::cellText(log, 0, 5), QStringLiteral("in force, 1 pruned"));
    log->setCurrentIndex(log->model()->index(0, 0));
    child<QAbstractButton>("repricing.undoChosen")->click();
    auto *const message = child<ui::MessagePanel>("repricing.message");
    QTRY_VERIFY(message->accessibleDescription().contains(QLatin1String("can no longer be restored")));
    QTRY_VERIFY(test::cellText(log, 0, 5).startsWith(QLatin1String("undone")));
    QVERIFY2(test::cellText(log, 0, 5).endsWith(QLatin1String("1 pruned")),
             qPrintable(test::cellText(log, 0, 5)));
}

void RepricingDialogTest::whatIsUnderWayIsShownAndCanBeStopped()
{
    setPrice();
    open();
    QTRY_VERIFY(child<QAbstractButton>("repricing.apply")->isEnabled());
    child<QAbstractButton>("repricing.apply")->click();
    QVERIFY(child<QWidget>("work")->isVisible());
    QVERIFY(!child<QWidget>("repricing.apply")->isEnabled());
    QVERIFY(!child<QWidget>("repricing.computed")->isEnabled());
    child<QAbstractButton>("work.cancel")->click();
    QTRY_VERIFY(!child<QWidget>("work")->isVisible());
    QVERIFY(child<QWidget>("repricing.computed")->isEnabled());
    QVERIFY(child<QWidget>("repricing.message")->isVisible());
    QCOMPARE(m_bench->spent(), MoneyBench::usd("0.5"));
    QTRY_VERIFY(child<QAbstractButton>("repricing.apply")->isEnabled());
}

void RepricingDialogTest::undoingIsShownAndCanBeStopped_data()
{
    QTest::addColumn<bool>("fromLog");
    QTest::newRow("after applying") << false;
    QTest::newRow("from the log") << true;
}

void RepricingDialogTest::undoingIsShownAndCanBeStopped()
{
    QFETCH(bool, fromLog);
    setPrice();
    open();
    auto *const log = child<QAbstractItemView>("repricing.log");
    QTRY_VERIFY(child<QAbstractButton>("repricing.apply")->isEnabled());
    child<QAbstractButton>("repricing.apply")->click();
    QTRY_COMPARE(log->model()->rowCount(), 1);
    QTRY_VERIFY(child<QAbstractButton>("repricing.undo"));
    log->setCurrentIndex(log->model()->index(0, 0));
    // Nothing is written until the gate is open.
    QSemaphore gate;
    const auto held =
        m_bench->story.ledger.database().write([&gate](core::Connection &) -> core::Result<void> {
            gate.acquire();
            return {};
        });
    child<QAbstractButton>(fromLog ? "repricing.undoChosen" : "repricing.undo")->click();
    QVERIFY(child<QWidget>("work")->isVisible());
    QVERIFY(!child<QWidget>("repricing.apply")->isEnabled());
    QVERIFY(!child<QWidget>("repricing.undoChosen")->isEnabled());
    child<QAbstractButton>("work.cancel")->click();
    gate.release();
    QVERIFY(test::await(held));
    QTRY_VERIFY(!child<QWidget>("work")->isVisible());
    auto *const message = child<ui::MessagePanel>("repricing.message");
    QTRY_VERIFY(message->isVisible());
    QVERIFY2(message->accessibleDescription().contains(QLatin1String("Nothing was put back")),
             qPrintable(message->accessibleDescription()));
    QCOMPARE(m_bench->spent(), MoneyBench::usd("0.514"));
    QCOMPARE(test::cellText(log, 0, 5), QStringLiteral("in force"));
    QVERIFY(child<QWidget>("repricing.undoChosen")->isEnabled());
    child<QAbstractButton>("repricing.undo")->click();
    QTRY_COMPARE(m_bench->spent(), MoneyBench::usd("0.5"));
}

void RepricingDialogTest::withoutAPriceNothingIsApplied()
{
    open();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QVERIFY(!child<QAbstractButton>("repricing.apply")->isEnabled());
    QVERIFY2(summary().contains(QLatin1String("no other price is known")), qPrintable(summary()));
}

SWITCHYARD_TEST(RepricingDialogTest)
#include "tst_repricingdialog.moc"
