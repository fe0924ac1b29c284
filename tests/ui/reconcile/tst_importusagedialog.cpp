#include "ui/reconcile/importusagedialog.h"

#include "tests/support/testunit.h"
#include "tests/ui/reconcile/reconcilebench.h"
#include "ui/reconcile/columnchoices.h"
#include "ui/widgets/messagepanel.h"

#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using test::await;
using ui::ImportUsageDialog;

/// The dialog over a real ledger and real files.
class ImportUsageDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aKnownFormatIsPreviewedAndImported();
    void onePageOfSeveralSaysSo();
    void theSameFileIsNotOfferedAgain();
    void anUnknownTableLetsItsColumnsBeChosen();
    void columnsThatHaveNoChoiceStayRead();
    void aTableWaitsForItsAccount();
    void aBrokenFileSaysWhere();
    void noLineIsCutOff();
    void everythingHasANameAndIsReachable();

private:
    void open(const QString &path);
    template <typename T>
    T *child(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    QPushButton *apply() const { return child<QPushButton>("reconcile.apply"); }
    /// All that the labels within say.
    QString textOf(const char *name) const;
    QString message() const;

    std::unique_ptr<test::ReconcileBench> m_bench;
    QPointer<ImportUsageDialog> m_dialog;
};

void ImportUsageDialogTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_bench = std::make_unique<test::ReconcileBench>();
}

void ImportUsageDialogTest::cleanup()
{
    delete m_dialog;
    m_bench.reset();
}

void ImportUsageDialogTest::open(const QString &path)
{
    delete m_dialog;
    m_dialog = new ImportUsageDialog(m_bench->theme, m_bench->context(), path, nullptr);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
}

QString ImportUsageDialogTest::textOf(const char *name) const
{
    QStringList texts;
    const QList<QLabel *> labels = child<QWidget>(name)->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts.append(label->text());
    return texts.join(u'\n');
}

QString ImportUsageDialogTest::message() const
{
    QStringList texts;
    const auto *panel = m_dialog->findChild<ui::MessagePanel *>();
    if (!panel->isVisible())
        return {};
    const QList<QLabel *> labels = panel->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts.append(label->text());
    return texts.join(u'\n');
}

void ImportUsageDialogTest::aKnownFormatIsPreviewedAndImported()
{
    open(m_bench->writeGenerations());
    QTRY_VERIFY(apply()->isEnabled());
    QVERIFY(!child<QComboBox>("reconcile.column.day")->isVisible());
    QCOMPARE(child<QComboBox>("reconcile.account")->currentText(), QStringLiteral("openrouter"));
    const QString preview = textOf("reconcile.preview");
    QVERIFY2(preview.contains(QStringLiteral("OpenRouter generations")), qPrintable(preview));
    QVERIFY2(preview.contains(QStringLiteral("2 requests, $")), qPrintable(preview));
    QSignalSpy imported(m_dialog, &ImportUsageDialog::imported);
    QTest::mouseClick(apply(), Qt::LeftButton);
    QTRY_COMPARE(imported.count(), 1);
    QCOMPARE(await(m_bench->bench.reader.usage({}))->total.calls, 2);
    QTRY_VERIFY(!m_dialog);
}

void ImportUsageDialogTest::onePageOfSeveralSaysSo()
{
    open(m_bench->write(QStringLiteral("page.json"),
                        R"({"object": "page", "has_more": true, "next_page": "p2", "data": [
                            {"start_time": 1793577600, "end_time": 1793664000, "results": [
                             {"object": "organization.costs.result",
                              "amount": {"value": 0.06, "currency": "usd"}}]}]})"));
    QTRY_VERIFY(apply()->isEnabled());
    const QString preview = textOf("reconcile.preview");
    QVERIFY2(preview.contains(QStringLiteral("one page of several")), qPrintable(preview));
    open(m_bench->writeGenerations());
    QTRY_VERIFY(apply()->isEnabled());
    QVERIFY(!textOf("reconcile.preview").contains(QStringLiteral("one page of several")));
}

void ImportUsageDialogTest::theSameFileIsNotOfferedAgain()
{
    const QString path = m_bench->writeGenerations();
    open(path);
    QTRY_VERIFY(apply()->isEnabled());
    QTest::mouseClick(apply(), Qt::LeftButton);
    QTRY_VERIFY(!m_dialog);
    open(path);
    QTRY_VERIFY(message().contains(QStringLiteral("imported already")));
    QVERIFY(!apply()->isEnabled());
}

void ImportUsageDialogTest::anUnknownTableLetsItsColumnsBeChosen()
{
    open(m_bench->write(QStringLiteral("own.csv"), "When,What,Dollars\n2026-11-02,gpt-4o,1.25\n"));
    QTRY_VERIFY(child<QComboBox>("reconcile.column.day")->isVisible());
    QCOMPARE(child<QTableWidget>("reconcile.rows")->item(0, 2)->text(), QStringLiteral("1.25"));
    QVERIFY2(message().contains(QStringLiteral("the day or the time")), qPrintable(message()));
    QVERIFY2(!message().contains(QStringLiteral("timestamp")), "the columns can be chosen here");
    auto *const day = child<QComboBox>("reconcile.column.day");
    day->setCurrentText(QStringLiteral("When"));
    emit day->activated(day->currentIndex());
    QTRY_VERIFY(message().contains(QStringLiteral("tokens or the cost")));
    auto *const cost = child<QComboBox>("reconcile.column.cost");
    cost->setCurrentText(QStringLiteral("Dollars"));
    emit cost->activated(cost->currentIndex());
    QTRY_VERIFY(message().contains(QStringLiteral("Whose use is it")));
    child<QComboBox>("reconcile.account")->setEditText(QStringLiteral("team"));
    QTRY_VERIFY(apply()->isEnabled());
    QVERIFY(textOf("reconcile.preview").contains(QStringLiteral("1 sums of a day, $1.25")));
}

void ImportUsageDialogTest::columnsThatHaveNoChoiceStayRead()
{
    open(m_bench->write(QStringLiteral("own.csv"), "day,model,cost,user\n2026-11-02,gpt-4o,1.25,anna\n"));
    QTRY_VERIFY(message().contains(QStringLiteral("Whose use is it")));
    child<QComboBox>("reconcile.account")->setEditText(QStringLiteral("team"));
    QTRY_VERIFY(apply()->isEnabled());
    QVERIFY(!textOf("reconcile.preview").contains(QStringLiteral("Not kept")));
    auto *const model = child<QComboBox>("reconcile.column.model");
    model->setCurrentIndex(0);
    emit model->activated(0);
    QTRY_VERIFY(textOf("reconcile.preview").contains(QStringLiteral("Not kept")));
    QVERIFY(!textOf("reconcile.preview").contains(QStringLiteral("user")));
}

void ImportUsageDialogTest::aTableWaitsForItsAccount()
{
    open(m_bench->write(QStringLiteral("own.csv"), "day,model,cost\n2026-11-02,gpt-4o,1.25\n"));
    QTRY_VERIFY(message().contains(QStringLiteral("Whose use is it")));
    QVERIFY(!apply()->isEnabled());
}

void ImportUsageDialogTest::aBrokenFileSaysWhere()
{
    open(m_bench->write(QStringLiteral("broken.json"), "{\"data\": [\n}"));
    QTRY_VERIFY(message().contains(QStringLiteral("broken.json: Line 2")));
    QVERIFY(!apply()->isEnabled());
    QVERIFY(!child<QComboBox>("reconcile.column.day")->isVisible());
    QVERIFY2(!child<QComboBox>("reconcile.account")->isVisible(), "there is nothing to be of an account");
}

void ImportUsageDialogTest::noLineIsCutOff()
{
    const QStringList names{QStringLiteral("broken.json"), QStringLiteral("own.csv")};
    open(m_bench->write(names.at(0), "{\"data\": [\n}"));
    QTRY_VERIFY(message().contains(names.at(0)));
    QTRY_VERIFY(m_dialog->height() >= m_dialog->layout()->totalHeightForWidth(m_dialog->width()));
    open(m_bench->write(names.at(1), "day,model,cost\n2026-11-02,gpt-4o,1.25\n"));
    QTRY_VERIFY(message().contains(QStringLiteral("Whose use is it")));
    child<QComboBox>("reconcile.account")->setEditText(QStringLiteral("team"));
    QTRY_VERIFY(apply()->isEnabled());
    QTRY_VERIFY(m_dialog->height() >= m_dialog->layout()->totalHeightForWidth(m_dialog->width()));
}

void ImportUsageDialogTest::everythingHasANameAndIsReachable()
{
    open(m_bench->writeGenerations());
    QTRY_VERIFY(apply()->isEnabled());
    QVERIFY(!child<QComboBox>("reconcile.account")->accessibleName().isEmpty());
    QVERIFY(apply()->text().contains(u'&'));
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(await(m_bench->bench.reader.usage({}))->total.calls, 0);
}

SWITCHYARD_TEST(ImportUsageDialogTest)
#include "tst_importusagedialog.moc"
