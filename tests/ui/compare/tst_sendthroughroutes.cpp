#include "core/ledger/ledgerreader.h"
#include "core/routing/rulesetstore.h"
#include "tests/support/await.h"
#include "tests/support/testunit.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/composer.h"
#include "ui/compare/modelpicker.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/toastarea.h"

#include <QAction>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::await;

/// Sending a prompt to whom the active rules choose, beside sending it to all lanes.
class SendThroughRoutesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutAnActiveSetThereIsNoSuchButton();
    void anActiveSetBringsTheButton();
    void theRunHasOneLaneOfTheRuleSet();
    void theOtherLanesComeBack();
    void severalSetsAreAMenuWithTheUsualOneFirst();
    void aModelToPriceAtIsNoRuleSet();

private:
    ui::FlatButton *button()
    {
        return m_fixture->page().findChild<ui::FlatButton *>(QStringLiteral("sendThroughRoutes"));
    }
    void activate(const QString &name);

    std::unique_ptr<CompareFixture> m_fixture;
};

void SendThroughRoutesTest::init()
{
    m_fixture = std::make_unique<CompareFixture>();
    m_fixture->makePage().setLineUp({CompareFixture::demo("scholar"), CompareFixture::demo("thinker")});
    m_fixture->page().show();
}

void SendThroughRoutesTest::cleanup()
{
    m_fixture.reset();
}

void SendThroughRoutesTest::activate(const QString &name)
{
    RuleSet rules;
    rules.name = name;
    rules.otherwise.chain.targets = {{CompareFixture::demo("swift").name}};
    QVERIFY(await(m_fixture->services().ruleSets().activate(name, rules, {}, false)));
}

void SendThroughRoutesTest::withoutAnActiveSetThereIsNoSuchButton()
{
    QVERIFY(button());
    QVERIFY(button()->isHidden());
    RuleSet draft;
    draft.name = QStringLiteral("a draft");
    QVERIFY(await(m_fixture->services().ruleSets().saveDraft(draft.name, draft)));
    QVERIFY(button()->isHidden());
}

void SendThroughRoutesTest::anActiveSetBringsTheButton()
{
    activate(QStringLiteral("mine"));
    QTRY_VERIFY(!button()->isHidden());
    QVERIFY(!button()->isEnabled());
    m_fixture->page().findChild<ui::Composer *>()->setPrompt(QStringLiteral("Say something."));
    QTRY_VERIFY(button()->isEnabled());
    QVERIFY(await(m_fixture->services().ruleSets().deactivate(QStringLiteral("mine"))));
    QTRY_VERIFY(button()->isHidden());
}

void SendThroughRoutesTest::theRunHasOneLaneOfTheRuleSet()
{
    activate(QStringLiteral("mine"));
    m_fixture->page().findChild<ui::Composer *>()->setPrompt(QStringLiteral("Say something."));
    QTRY_VERIFY(button()->isEnabled());
    QTest::mouseClick(button(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->newestRun() != 0, 20'000);
    const auto lane = [this] { return m_fixture->run(m_fixture->newestRun()).lanes; };
    QTRY_COMPARE(lane().size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(lane().constFirst().latest.model, QStringLiteral("swift"), 20'000);
    QCOMPARE(lane().constFirst().requested, QStringLiteral("route/mine"));
    QCOMPARE(m_fixture->page().targets().size(), 1);
    QCOMPARE(m_fixture->page().targets().constFirst().name.toString(), QStringLiteral("route/mine"));
}

void SendThroughRoutesTest::theOtherLanesComeBack()
{
    activate(QStringLiteral("mine"));
    const QList<Target> before = m_fixture->page().targets();
    m_fixture->page().findChild<ui::Composer *>()->setPrompt(QStringLiteral("Say something."));
    QTRY_VERIFY(button()->isEnabled());
    QTest::mouseClick(button(), Qt::LeftButton);
    auto *const toasts = m_fixture->page().findChild<ui::ToastArea *>();
    QTRY_VERIFY(toasts->isVisible());
    for (auto *const action : toasts->findChildren<ui::FlatButton *>()) {
        if (action->text() == QStringLiteral("Back to the other lanes"))
            action->click();
    }
    QTRY_COMPARE(m_fixture->page().targets(), before);
}

void SendThroughRoutesTest::severalSetsAreAMenuWithTheUsualOneFirst()
{
    activate(QStringLiteral("first"));
    activate(QStringLiteral("second"));
    QTRY_VERIFY(button()->menu());
    QCOMPARE(button()->menu()->actions().size(), 2);
    // The one that was activated last.
    QCOMPARE(button()->menu()->actions().constFirst()->text(), QStringLiteral("second"));
}

void SendThroughRoutesTest::aModelToPriceAtIsNoRuleSet()
{
    activate(QStringLiteral("mine"));
    ui::ModelPicker picker(m_fixture->context(), &m_fixture->page());
    const auto offered = [&picker] {
        const auto *const model = picker.findChild<QListView *>(QStringLiteral("modelList"))->model();
        QStringList names;
        for (int row = 0; row < model->rowCount(); ++row)
            names.append(model->index(row, 0).data().toString());
        return names;
    };
    picker.pick(&m_fixture->page(), -1, {});
    QVERIFY(offered().contains(QStringLiteral("route/mine")));
    picker.pick(&m_fixture->page(), -1, {}, true);
    QVERIFY(!offered().contains(QStringLiteral("route/mine")));
    QVERIFY(offered().contains(QStringLiteral("demo/swift")));
}

SWITCHYARD_TEST(SendThroughRoutesTest)
#include "tst_sendthroughroutes.moc"
