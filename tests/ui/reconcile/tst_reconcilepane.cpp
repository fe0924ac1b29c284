#include "ui/reconcile/reconcilepane.h"

#include "core/reconcile/importaccount.h"
#include "core/reconcile/usageexport.h"
#include "tests/support/testunit.h"
#include "tests/ui/reconcile/reconcilebench.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/toastarea.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using core::ReconcileTableModel;
using test::await;
using ui::ReconcilePane;

/// The pane over a real ledger.
class ReconcilePaneTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutImportsItSaysWhatToDo();
    void gapsAreShownWithTheirCause();
    void theSumIsThatOfTheAccount();
    void whatIsUnpricedIsSaidOfItsOwnSum();
    void theSumsWrapOnlyWhereTheyMust();
    void aPeriodWithoutImportsSaysSo();
    void importingIsUndoneFromTheToast();
    void anEarlierImportIsUndoneFromItsMenu();
    void anUndoUnderWayIsShownAndCanBeStopped();
    void theBalanceIsOfferedWhereAProviderTellsIt();
    void aLowPaneShowsWholeRows();
    void namesAreThere();

private:
    void open();
    void import();
    /// A request that was answered and whose price nobody knows.
    void sendUnpriced();
    template <typename T>
    T *child(const char *name) const
    {
        return m_pane->findChild<T *>(QLatin1StringView(name));
    }
    QString label(const char *name) const { return child<QLabel>(name)->text(); }

    std::unique_ptr<test::ReconcileBench> m_bench;
    std::unique_ptr<ReconcilePane> m_pane;
};

void ReconcilePaneTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_bench = std::make_unique<test::ReconcileBench>();
}

void ReconcilePaneTest::cleanup()
{
    m_pane.reset();
    m_bench.reset();
}

void ReconcilePaneTest::open()
{
    m_pane = std::make_unique<ReconcilePane>(m_bench->theme, m_bench->context());
    m_pane->resize(1100, 700);
    const QDate today = test::ReconcileBench::today();
    m_pane->setPeriod(core::customPeriod(today.addDays(-6), today), QTimeZone::utc(), false);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    QTRY_VERIFY(!label("reconcile.coverage").isEmpty());
}

void ReconcilePaneTest::import()
{
    const core::Result<core::UsageFile> file = core::readUsageFile(m_bench->writeGenerations());
    QVERIFY(file);
    QVERIFY(await(m_bench->imports.apply(
        *file, core::usageImportOptions(QStringLiteral("openrouter"), m_bench->bench.catalog))));
}

void ReconcilePaneTest::sendUnpriced()
{
    core::RunDraft draft;
    draft.prompt = QStringLiteral("A question");
    draft.lanes.append({1, QStringLiteral("openrouter"), QStringLiteral("in-house"), {}, false});
    const core::Result<core::RunIds> ids = await(m_bench->bench.writer.beginRun(draft));
    QVERIFY(ids);
    core::AttemptOutcome outcome;
    outcome.completion.status = core::LaneStatus::Complete;
    outcome.completion.text = QStringLiteral("An answer.");
    outcome.completion.usage.input = 1000;
    outcome.completion.usage.output = 200;
    outcome.completion.usage.basis = core::UsageBasis::Reported;
    QVERIFY(await(m_bench->bench.writer.settle(ids->attempts.constFirst(), outcome)));
}

void ReconcilePaneTest::withoutImportsItSaysWhatToDo()
{
    open();
    QTRY_VERIFY(m_pane->findChild<ui::EmptyState *>()->isVisible());
    QVERIFY(!child<QAbstractItemView>("reconcile.gaps")->isVisible());
    QCOMPARE(label("reconcile.coverage"), QStringLiteral("Sent by Switchyard $0, imported $0"));
    QTest::mouseClick(m_pane->findChild<ui::EmptyState *>()->findChild<QPushButton *>(), Qt::LeftButton);
    auto *const dialog = m_pane->findChild<QFileDialog *>();
    QVERIFY(dialog);
    dialog->reject();
}

void ReconcilePaneTest::gapsAreShownWithTheirCause()
{
    import();
    open();
    QTRY_COMPARE(m_pane->table().rowCount(), 1);
    QVERIFY(child<QAbstractItemView>("reconcile.gaps")->isVisible());
    const core::ReconcileRow &row = m_pane->table().rowAt(0);
    QCOMPARE(row.cause, core::GapCause::OtherPrograms);
    const QModelIndex cause = m_pane->table().index(0, ReconcileTableModel::Cause);
    QVERIFY(cause.data().toString().contains(QStringLiteral("other programs")));
    QVERIFY(cause.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Requests: ")));
    QCOMPARE(m_pane->table().index(0, ReconcileTableModel::OwnCost).data().toString(), QStringLiteral("–"));
    QCOMPARE(label("reconcile.coverage"), QStringLiteral("Sent by Switchyard $0, imported $0.003"));
    QVERIFY(label("reconcile.summary").contains(QStringLiteral("differ")));
}

void ReconcilePaneTest::theSumIsThatOfTheAccount()
{
    import();
    const QByteArray day = test::ReconcileBench::today().toString(Qt::ISODate).toLatin1();
    const core::Result<core::UsageFile> own = core::readUsageFile(
        m_bench->write(QStringLiteral("own.csv"), "day,model,requests,cost\n" + day + ",gpt-4o,3,1.25\n"));
    QVERIFY(own);
    QVERIFY(await(m_bench->imports.apply(
        *own, core::usageImportOptions(QStringLiteral("team"), m_bench->bench.catalog))));
    open();
    auto *const account = child<QComboBox>("reconcile.accountChoice");
    QTRY_COMPARE(account->count(), 2);
    for (const auto &[name, imported] : {std::pair("openrouter", "$0.003"), std::pair("team", "$1.25")}) {
        account->setCurrentText(QString::fromLatin1(name));
        emit account->activated(account->currentIndex());
        QTRY_COMPARE(label("reconcile.coverage"),
                     QStringLiteral("Sent by Switchyard $0, imported %1").arg(QString::fromLatin1(imported)));
    }
}

void ReconcilePaneTest::whatIsUnpricedIsSaidOfItsOwnSum()
{
    sendUnpriced();
    open();
    QCOMPARE(label("reconcile.coverage"), QStringLiteral("Sent by Switchyard $0 + 1 unpriced, imported $0"));
    import();
    QTRY_COMPARE(label("reconcile.coverage"),
                 QStringLiteral("Sent by Switchyard $0 + 1 unpriced, imported $0.003"));
}

void ReconcilePaneTest::theSumsWrapOnlyWhereTheyMust()
{
    sendUnpriced();
    import();
    open();
    auto *const sums = child<QLabel>("reconcile.coverage");
    QTRY_VERIFY(sums->text().contains(QStringLiteral("0.003")));
    const int line = sums->fontMetrics().horizontalAdvance(sums->text());
    // Room for it, and for as much beside it.
    m_pane->resize(2 * line, 700);
    QVERIFY2(m_pane->width() * 2 / 5 < line, "the width proves nothing");
    QTRY_VERIFY(sums->width() >= line);
    QVERIFY(sums->height() < 2 * sums->fontMetrics().lineSpacing());
    QTRY_VERIFY(!label("reconcile.summary").isEmpty());
    QVERIFY(child<QLabel>("reconcile.summary")->geometry().right() < m_pane->width());
    // No wide pane is wanted for it.
    QVERIFY(sums->minimumSizeHint().width() < line / 2);
}

void ReconcilePaneTest::aPeriodWithoutImportsSaysSo()
{
    import();
    open();
    QTRY_COMPARE(m_pane->table().rowCount(), 1);
    const QDate before = test::ReconcileBench::today().addDays(-60);
    m_pane->setPeriod(core::customPeriod(before, before.addDays(6)), QTimeZone::utc(), false);
    QTRY_COMPARE(m_pane->table().rowCount(), 0);
    QVERIFY(label("reconcile.summary").contains(QStringLiteral("No import")));
}

void ReconcilePaneTest::importingIsUndoneFromTheToast()
{
    open();
    m_pane->importFile(m_bench->writeGenerations());
    auto *const apply = child<QPushButton>("reconcile.apply");
    QTRY_VERIFY(apply->isEnabled());
    QTest::mouseClick(apply, Qt::LeftButton);
    auto *const toast = m_pane->findChild<ui::ToastArea *>();
    QTRY_VERIFY(toast->message().contains(QStringLiteral("2 of 2 rows count")));
    QTRY_COMPARE(m_pane->table().rowCount(), 1);
    ui::FlatButton *undo = nullptr;
    const QList<ui::FlatButton *> buttons = toast->findChildren<ui::FlatButton *>();
    for (ui::FlatButton *button : buttons) {
        if (button->text().remove(u'&') == QStringLiteral("Undo"))
            undo = button;
    }
    QVERIFY(undo);
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_COMPARE(m_pane->table().rowCount(), 0);
    QTRY_VERIFY(m_pane->findChild<ui::EmptyState *>()->isVisible());
    QCOMPARE(await(m_bench->bench.reader.usage({}))->total.calls, 0);
}

void ReconcilePaneTest::anEarlierImportIsUndoneFromItsMenu()
{
    import();
    open();
    auto *const past = child<ui::FlatButton>("reconcile.imports");
    QTRY_VERIFY(past->isVisible());
    QCOMPARE(past->menu()->actions().size(), 1);
    QAction *const undo = past->menu()->actions().constFirst();
    QVERIFY2(undo->text().contains(QStringLiteral("generations.csv")), qPrintable(undo->text()));
    undo->trigger();
    QTRY_VERIFY(!past->isVisible());
    QTRY_COMPARE(m_pane->table().rowCount(), 0);
}

void ReconcilePaneTest::anUndoUnderWayIsShownAndCanBeStopped()
{
    import();
    open();
    auto *const past = child<ui::FlatButton>("reconcile.imports");
    QTRY_VERIFY(past->isVisible());
    past->menu()->actions().constFirst()->trigger();
    QVERIFY(child<QWidget>("work")->isVisible());
    QCOMPARE(label("work.what"), QStringLiteral("Undoing the import …"));
    QVERIFY(!past->isEnabled());
    QVERIFY(!child<QWidget>("reconcile.import")->isEnabled());
    child<ui::FlatButton>("work.cancel")->click();
    QTRY_VERIFY(!child<QWidget>("work")->isVisible());
    QVERIFY(past->isEnabled());
    const QString said = m_pane->findChild<ui::ToastArea *>()->message();
    QVERIFY2(said.startsWith(QStringLiteral("Stopped")), qPrintable(said));
}

void ReconcilePaneTest::theBalanceIsOfferedWhereAProviderTellsIt()
{
    m_bench->bench.addAccount(QStringLiteral("router"), QUrl(QStringLiteral("https://openrouter.ai/api/v1")));
    m_bench->bench.addAccount(QStringLiteral("other"), QUrl(QStringLiteral("https://example.invalid/v1")));
    open();
    auto *const accounts = child<QComboBox>("reconcile.accountChoice");
    QTRY_COMPARE(accounts->count(), 1);
    QCOMPARE(accounts->currentText(), QStringLiteral("router"));
    QVERIFY(child<QWidget>("reconcile.askBalance")->isVisible());
    const core::Result<core::Balance> none =
        await(m_bench->balances.run(*m_bench->bench.accounts.find(QStringLiteral("other"))));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, core::ErrorKind::NotFound);
}

void ReconcilePaneTest::aLowPaneShowsWholeRows()
{
    import();
    open();
    QTRY_COMPARE(m_pane->table().rowCount(), 1);
    const auto *const table = child<QTableView>("reconcile.gaps");
    // As it is below the chart of a window of 1280 x 800.
    QScrollArea area;
    area.setFrameShape(QFrame::NoFrame);
    area.setWidgetResizable(true);
    area.setWidget(m_pane.release());
    area.resize(1170, 250);
    area.show();
    QVERIFY(QTest::qWaitForWindowExposed(&area));
    const int row = table->verticalHeader()->defaultSectionSize();
    QTRY_COMPARE(area.verticalScrollBar()->maximum(), 0);
    QVERIFY(table->viewport()->height() >= 2 * row);
    QCOMPARE(table->viewport()->height() % row, 0);
}

void ReconcilePaneTest::namesAreThere()
{
    import();
    open();
    QVERIFY(!child<QWidget>("reconcile.gaps")->accessibleName().isEmpty());
    QVERIFY(!child<QWidget>("reconcile.accountChoice")->accessibleName().isEmpty());
    QVERIFY(child<ui::FlatButton>("reconcile.import")->text().contains(u'&'));
}

SWITCHYARD_TEST(ReconcilePaneTest)
#include "tst_reconcilepane.moc"
