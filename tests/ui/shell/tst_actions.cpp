#include "tests/support/testunit.h"
#include "ui/actions.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using ui::Actions;

class ActionsTest : public QObject
{
    Q_OBJECT

private slots:
    void anActionIsFoundByItsName();
    void anIdInUseIsReplaced();
    void actionsGoWithTheirScope();
    void theScopeDecidesWhereShortcutsWork();
};

void ActionsTest::anActionIsFoundByItsName()
{
    QWidget window;
    Actions actions;
    const QSignalSpy changed(&actions, &Actions::changed);
    QAction *const send = actions.add({QStringLiteral("compare.send"),
                                       QStringLiteral("Send"),
                                       QStringLiteral("Compare"),
                                       {QKeySequence(Qt::CTRL | Qt::Key_Return)}},
                                      &window);
    QCOMPARE(actions.find(QStringLiteral("compare.send")), send);
    QCOMPARE(actions.find(QStringLiteral("compare")), nullptr);
    QCOMPARE(Actions::categoryOf(send), QStringLiteral("Compare"));
    QCOMPARE(send->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Return));
    QCOMPARE(changed.size(), 1);
}

void ActionsTest::anIdInUseIsReplaced()
{
    QWidget window;
    Actions actions;
    actions.add({QStringLiteral("a"), QStringLiteral("Old"), {}, {}}, &window);
    actions.add({QStringLiteral("a"), QStringLiteral("New"), {}, {}}, &window);
    QCOMPARE(actions.all().size(), 1);
    QCOMPARE(actions.find(QStringLiteral("a"))->text(), QStringLiteral("New"));
}

void ActionsTest::actionsGoWithTheirScope()
{
    Actions actions;
    auto page = std::make_unique<QWidget>();
    actions.add({QStringLiteral("a"), QStringLiteral("A"), {}, {}}, page.get());
    page.reset();
    QVERIFY(actions.all().isEmpty());
    QCOMPARE(actions.find(QStringLiteral("a")), nullptr);
}

void ActionsTest::theScopeDecidesWhereShortcutsWork()
{
    QWidget window;
    auto *const page = new QWidget(&window);
    Actions actions;
    QCOMPARE(actions.add({QStringLiteral("w"), {}, {}, {}}, &window)->shortcutContext(), Qt::WindowShortcut);
    QCOMPARE(actions.add({QStringLiteral("p"), {}, {}, {}}, page)->shortcutContext(),
             Qt::WidgetWithChildrenShortcut);
}

SWITCHYARD_TEST(ActionsTest)
#include "tst_actions.moc"
