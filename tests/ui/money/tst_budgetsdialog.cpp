#include "ui/money/budgetsdialog.h"

#include "core/base/formatting.h"
#include "tests/support/testunit.h"
#include "tests/ui/money/moneybench.h"
#include "ui/money/budgetform.h"
#include "ui/money/budgetrow.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/primarybutton.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

using test::MoneyBench;

/// The window of budgets over a real ledger.
class BudgetsDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutBudgetsItExplainsThem();
    void aBudgetIsMadeAndCountsTheLedger();
    void makingOneIsUndone();
    void whatIsWrongIsToldAtItsField_data();
    void whatIsWrongIsToldAtItsField();
    void aMendedFieldIsNoLongerWrong();
    void whatWasImportedCannotBeCounted();
    void howItStandsIsSaid_data();
    void howItStandsIsSaid();
    void anEditIsUndone();
    void aRemovedOneComesBack();
    void theScopeIsCompletedFromTheLedger();
    void notificationsAreOffUntilTheyAreWanted();

private:
    void open();
    void fill(const QString &name, const QString &amount) const;
    QList<ui::BudgetRow *> rows() const;
    template <typename T>
    T *child(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    QString label(const ui::BudgetRow *row, const char *name) const
    {
        return row->findChild<QLabel *>(QLatin1StringView(name))->text();
    }
    QStringList faults() const;

    std::unique_ptr<MoneyBench> m_bench;
    std::unique_ptr<ui::BudgetsDialog> m_dialog;
};

void BudgetsDialogTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_bench = std::make_unique<MoneyBench>();
}

void BudgetsDialogTest::cleanup()
{
    m_dialog.reset();
    m_bench.reset();
}

void BudgetsDialogTest::open()
{
    m_bench->story.finish();
    m_dialog = std::make_unique<ui::BudgetsDialog>(m_bench->context(), nullptr);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void BudgetsDialogTest::fill(const QString &name, const QString &amount) const
{
    child<QLineEdit>("budgetForm.name")->setText(name);
    child<QLineEdit>("budgetForm.amount")->setText(amount);
}

QList<ui::BudgetRow *> BudgetsDialogTest::rows() const
{
    QList<ui::BudgetRow *> shown = m_dialog->findChildren<ui::BudgetRow *>();
    shown.removeIf([](const ui::BudgetRow *row) { return row->isHidden(); });
    return shown;
}

QStringList BudgetsDialogTest::faults() const
{
    QStringList faults;
    const QList<ui::FieldRow *> fields = m_dialog->findChildren<ui::FieldRow *>();
    for (const ui::FieldRow *field : fields) {
        if (!field->fault().isEmpty())
            faults.append(field->fault());
    }
    return faults;
}

void BudgetsDialogTest::withoutBudgetsItExplainsThem()
{
    open();
    auto *const empty = child<ui::EmptyState>("budgets.empty");
    QVERIFY(empty->isVisible());
    empty->findChild<ui::PrimaryButton *>()->click();
    QVERIFY(child<ui::BudgetForm>("budgetForm")->isVisible());
    QTest::keyClick(child<QLineEdit>("budgetForm.name"), Qt::Key_Escape);
    QVERIFY(empty->isVisible());
    QVERIFY(m_dialog->isVisible());
}

/// Two requests of $0.002 are 40 % of a cent.
void BudgetsDialogTest::aBudgetIsMadeAndCountsTheLedger()
{
    m_bench->ask(QStringLiteral("tokenbay/qwen-plus"), 8, MoneyBench::usd("0.002"));
    m_bench->ask(QStringLiteral("tokenbay/qwen-plus"), 9, MoneyBench::usd("0.002"));
    open();
    child<ui::EmptyState>("budgets.empty")->findChild<ui::PrimaryButton *>()->click();
    fill(QStringLiteral("team"), QStringLiteral("0,01"));
    QTest::keyClick(child<QLineEdit>("budgetForm.amount"), Qt::Key_Return);
    QTRY_COMPARE(m_bench->budgetStore.budgets().size(), 1);
    QTRY_COMPARE(rows().size(), 1);
    const core::Budget &made = m_bench->budgetStore.budgets().constFirst();
    QCOMPARE(made.amount, MoneyBench::usd("0.01"));
    QCOMPARE(made.period.zone, QStringLiteral("UTC"));
    const QString spent = core::formatMoney(MoneyBench::usd("0.004"));
    QTRY_COMPARE(label(rows().constFirst(), "budget.spent"),
                 QStringLiteral("%1 of %2").arg(spent, core::formatMoney(MoneyBench::usd("0.01"))));
    QVERIFY(label(rows().constFirst(), "budget.details").startsWith(QLatin1String("40.0 % used")));
    // From 22 November at noon to the end of the month.
    QVERIFY(label(rows().constFirst(), "budget.details").contains(QLatin1String("8 days left")));
}

void BudgetsDialogTest::makingOneIsUndone()
{
    open();
    child<ui::EmptyState>("budgets.empty")->findChild<ui::PrimaryButton *>()->click();
    fill(QStringLiteral("team"), QStringLiteral("60"));
    child<QAbstractButton>("budgetForm.save")->click();
    QTRY_COMPARE(rows().size(), 1);
    test::pressUndo(*m_dialog);
    QTRY_VERIFY(m_bench->budgetStore.budgets().isEmpty());
    QTRY_VERIFY(child<ui::EmptyState>("budgets.empty")->isVisible());
}

void BudgetsDialogTest::whatIsWrongIsToldAtItsField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *title, const char *field, const char *text, const char *part) {
        QTest::newRow(title) << QString::fromLatin1(field) << QString::fromLatin1(text)
                             << QString::fromLatin1(part);
    };
    row("no name", "budgetForm.name", "", "needs a name");
    row("a name that is taken", "budgetForm.name", "TEAM", "already");
    row("no amount", "budgetForm.amount", "", "above 0");
    row("an amount of nothing", "budgetForm.amount", "0", "above 0");
    row("an amount in words", "budgetForm.amount", "sixty", "above 0");
    row("more than can be counted", "budgetForm.amount", "99999999999,50", "too large");
    row("a zone that is none", "budgetForm.zone", "Europe/Atlantis", "Europe/Atlantis");
}

void BudgetsDialogTest::whatIsWrongIsToldAtItsField()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, part);
    m_bench->addBudget(QStringLiteral("team"), "5");
    open();
    QTRY_COMPARE(rows().size(), 1);
    child<QAbstractButton>("budgets.add")->click();
    fill(QStringLiteral("other"), QStringLiteral("60"));
    m_dialog->findChild<QLineEdit *>(field)->setText(text);
    QVERIFY2(faults().isEmpty(), "nothing is told before it is to be saved");
    child<QAbstractButton>("budgetForm.save")->click();
    QCOMPARE(faults().size(), 1);
    QVERIFY2(faults().constFirst().contains(part), qPrintable(faults().constFirst()));
    QCOMPARE(m_bench->budgetStore.budgets().size(), 1);
}

void BudgetsDialogTest::aMendedFieldIsNoLongerWrong()
{
    open();
    child<ui::EmptyState>("budgets.empty")->findChild<ui::PrimaryButton *>()->click();
    fill(QStringLiteral("team"), QStringLiteral("5"));
    auto *const scope = child<QComboBox>("budgetForm.scope");
    scope->setCurrentIndex(scope->findData(static_cast<int>(core::BudgetScope::Kind::Tag)));
    child<QLineEdit>("budgetForm.key")->setText(QStringLiteral("team"));
    child<QAbstractButton>("budgetForm.save")->click();
    QCOMPARE(faults().size(), 1);
    child<QLineEdit>("budgetForm.value")->setText(QStringLiteral("blue"));
    QVERIFY(faults().isEmpty());
    child<QAbstractButton>("budgetForm.save")->click();
    QTRY_COMPARE(m_bench->budgetStore.budgets().size(), 1);
    const core::BudgetScope expected{core::BudgetScope::Kind::Tag, QStringLiteral("team"),
                                     QStringLiteral("blue")};
    QCOMPARE(m_bench->budgetStore.budgets().constFirst().scope, expected);
}

void BudgetsDialogTest::whatWasImportedCannotBeCounted()
{
    open();
    child<ui::EmptyState>("budgets.empty")->findChild<ui::PrimaryButton *>()->click();
    fill(QStringLiteral("team"), QStringLiteral("5"));
    auto *const scope = child<QComboBox>("budgetForm.scope");
    scope->setCurrentIndex(scope->findData(static_cast<int>(core::BudgetScope::Kind::Source)));
    child<QLineEdit>("budgetForm.value")->setText(QStringLiteral("import"));
    child<QAbstractButton>("budgetForm.save")->click();
    const auto *const problem = child<QLabel>("budgetForm.problem");
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(QStringLiteral("was imported")), qPrintable(problem->text()));
    child<QLineEdit>("budgetForm.value")->setText(QStringLiteral("cli"));
    QVERIFY(!problem->isVisible());
    child<QAbstractButton>("budgetForm.save")->click();
    QTRY_COMPARE(m_bench->budgetStore.budgets().size(), 1);
}

/// Of $0.004 spent.
void BudgetsDialogTest::howItStandsIsSaid_data()
{
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<bool>("hard");
    QTest::addColumn<QString>("standing");
    QTest::newRow("40 %") << QByteArray("0.01") << false << QStringLiteral("within budget");
    QTest::newRow("80 %") << QByteArray("0.005") << false << QStringLiteral("warned");
    QTest::newRow("100 %") << QByteArray("0.004") << false << QStringLiteral("used up");
    QTest::newRow("100 % of a hard one") << QByteArray("0.004") << true << QStringLiteral("refuses");
}

void BudgetsDialogTest::howItStandsIsSaid()
{
    QFETCH(QByteArray, amount);
    QFETCH(bool, hard);
    QFETCH(QString, standing);
    m_bench->ask(QStringLiteral("tokenbay/qwen-plus"), 8, MoneyBench::usd("0.004"));
    m_bench->story.finish();
    m_bench->addBudget(QStringLiteral("team"), amount.constData(), hard);
    open();
    QTRY_COMPARE(rows().size(), 1);
    QTRY_COMPARE(rows().constFirst()->findChild<ui::Pill *>()->text(), standing);
}

void BudgetsDialogTest::anEditIsUndone()
{
    const core::Budget before = m_bench->addBudget(QStringLiteral("team"), "5");
    open();
    QTRY_COMPARE(rows().size(), 1);
    rows().constFirst()->findChild<QAbstractButton *>(QStringLiteral("budget.edit"))->click();
    QCOMPARE(child<QLineEdit>("budgetForm.amount")->text(), QStringLiteral("5"));
    child<QLineEdit>("budgetForm.amount")->setText(QStringLiteral("7"));
    child<QCheckBox>("budgetForm.hard")->click();
    child<QSpinBox>("budgetForm.soft")->setValue(50);
    child<QAbstractButton>("budgetForm.save")->click();
    QTRY_COMPARE(m_bench->budgetStore.find(QStringLiteral("team"))->amount, MoneyBench::usd("7"));
    QVERIFY(m_bench->budgetStore.find(QStringLiteral("team"))->hard);
    QCOMPARE(m_bench->budgetStore.find(QStringLiteral("team"))->softPercent, 50);
    test::pressUndo(*m_dialog);
    QTRY_COMPARE(*m_bench->budgetStore.find(QStringLiteral("team")), before);
}

void BudgetsDialogTest::aRemovedOneComesBack()
{
    core::Budget before = m_bench->addBudget(QStringLiteral("team"), "5", true);
    open();
    QTRY_COMPARE(rows().size(), 1);
    rows().constFirst()->findChild<QAbstractButton *>(QStringLiteral("budget.remove"))->click();
    QTRY_VERIFY(m_bench->budgetStore.budgets().isEmpty());
    QTRY_VERIFY(child<ui::EmptyState>("budgets.empty")->isVisible());
    test::pressUndo(*m_dialog);
    QTRY_VERIFY(m_bench->budgetStore.find(QStringLiteral("team")));
    before.id = m_bench->budgetStore.find(QStringLiteral("team"))->id;
    QCOMPARE(*m_bench->budgetStore.find(QStringLiteral("team")), before);
}

void BudgetsDialogTest::theScopeIsCompletedFromTheLedger()
{
    m_bench->ask(QStringLiteral("tokenbay/qwen-plus"), 8, MoneyBench::usd("0.004"));
    open();
    child<ui::EmptyState>("budgets.empty")->findChild<ui::PrimaryButton *>()->click();
    auto *const scope = child<QComboBox>("budgetForm.scope");
    const QAbstractItemModel *const terms = child<QLineEdit>("budgetForm.value")->completer()->model();
    scope->setCurrentIndex(scope->findData(static_cast<int>(core::BudgetScope::Kind::Account)));
    QCOMPARE(terms->index(0, 0).data().toString(), QStringLiteral("tokenbay"));
    scope->setCurrentIndex(scope->findData(static_cast<int>(core::BudgetScope::Kind::Model)));
    QTRY_COMPARE(terms->index(0, 0).data().toString(), QStringLiteral("qwen-plus"));
}

void BudgetsDialogTest::notificationsAreOffUntilTheyAreWanted()
{
    open();
    auto *const notify = child<QCheckBox>("budgets.notify");
    QVERIFY(!notify->isChecked());
    notify->click();
    QVERIFY(m_bench->story.settings.get(core::settings::kBudgetNotifications));
    m_bench->story.settings.set(core::settings::kBudgetNotifications, false);
    QVERIFY(!notify->isChecked());
}

SWITCHYARD_TEST(BudgetsDialogTest)
#include "tst_budgetsdialog.moc"
