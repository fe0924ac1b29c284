#include "app/panefollower.h"

#include "tests/support/testunit.h"

#include <QTest>
#include <QWidget>

class PaneFollowerTest : public QObject
{
    Q_OBJECT

private slots:
    void aHiddenPaneIsToldOnceItIsShown();
    void aVisiblePaneIsToldAtOnce();
};

void PaneFollowerTest::aHiddenPaneIsToldOnceItIsShown()
{
    QWidget window;
    auto *const pane = new QWidget(&window);
    int told = 0;
    auto *const follower = new app::PaneFollower(pane, [&told] { ++told; });
    follower->periodChanged();
    follower->periodChanged();
    QCOMPARE(told, 0);
    window.show();
    QCOMPARE(told, 1);
    pane->hide();
    pane->show();
    QCOMPARE(told, 1);
}

void PaneFollowerTest::aVisiblePaneIsToldAtOnce()
{
    QWidget window;
    auto *const pane = new QWidget(&window);
    int told = 0;
    auto *const follower = new app::PaneFollower(pane, [&told] { ++told; });
    window.show();
    // What was never told is, also when the period is that of before.
    QCOMPARE(told, 1);
    follower->periodChanged();
    QCOMPARE(told, 2);
    pane->hide();
    follower->periodChanged();
    QCOMPARE(told, 2);
    pane->show();
    QCOMPARE(told, 3);
}

SWITCHYARD_TEST(PaneFollowerTest)

#include "tst_panefollower.moc"
