#include "tests/support/testunit.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using ui::SegmentedControl;
using ui::Theme;

class SegmentedControlTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theFirstSegmentHoldsAtFirst();
    void aClickChoosesExactlyOne();
    void assistiveTechnologyChoosesExactlyOne();
    void arrowKeysChoose_data();
    void arrowKeysChoose();
    void onlyARealChangeIsSaid();
    void theControlIsOneTabStop();

private:
    QList<QAbstractButton *> buttons() const { return m_control->findChildren<QAbstractButton *>(); }

    Theme m_theme;
    std::unique_ptr<SegmentedControl> m_control;
};

void SegmentedControlTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_control = std::make_unique<SegmentedControl>(m_theme);
    m_control->addSegment(QStringLiteral("Columns"));
    m_control->addSegment(QStringLiteral("Grid"));
    m_control->addSegment(QStringLiteral("Tabs"));
    m_control->show();
    QVERIFY(QTest::qWaitForWindowActive(m_control.get()));
}

void SegmentedControlTest::theFirstSegmentHoldsAtFirst()
{
    QCOMPARE(m_control->current(), 0);
    QVERIFY(buttons().first()->isChecked());
    QCOMPARE(SegmentedControl(m_theme).current(), -1);
}

void SegmentedControlTest::aClickChoosesExactlyOne()
{
    QTest::mouseClick(buttons().at(2), Qt::LeftButton);
    QTest::mouseClick(buttons().at(2), Qt::LeftButton);
    QCOMPARE(m_control->current(), 2);
    QVERIFY(!buttons().at(0)->isChecked());
    QVERIFY(!buttons().at(1)->isChecked());
    QVERIFY(buttons().at(2)->isChecked());
}

void SegmentedControlTest::assistiveTechnologyChoosesExactlyOne()
{
    const QSignalSpy changed(m_control.get(), &SegmentedControl::currentChanged);
    QAccessibleInterface *const grid = QAccessible::queryAccessibleInterface(buttons().at(1));
    QVERIFY(grid);
    for (int press = 0; press < 2; ++press) { // what is chosen stays chosen
        grid->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(m_control->current(), 1);
        QVERIFY(!buttons().at(0)->isChecked());
        QVERIFY(buttons().at(1)->isChecked());
    }
    QCOMPARE(changed.size(), 1);
}

void SegmentedControlTest::arrowKeysChoose_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("to");
    QTest::newRow("right") << 0 << Qt::Key_Right << 1;
    QTest::newRow("left") << 2 << Qt::Key_Left << 1;
    QTest::newRow("right at the end stays") << 2 << Qt::Key_Right << 2;
    QTest::newRow("left at the start stays") << 0 << Qt::Key_Left << 0;
    QTest::newRow("Home") << 2 << Qt::Key_Home << 0;
    QTest::newRow("End") << 0 << Qt::Key_End << 2;
}

void SegmentedControlTest::arrowKeysChoose()
{
    QFETCH(int, from);
    QFETCH(Qt::Key, key);
    QFETCH(int, to);
    m_control->setCurrent(from);
    QTest::keyClick(buttons().at(from), key);
    QCOMPARE(m_control->current(), to);
}

void SegmentedControlTest::onlyARealChangeIsSaid()
{
    const QSignalSpy changed(m_control.get(), &SegmentedControl::currentChanged);
    m_control->setCurrent(0);
    m_control->setCurrent(7);
    m_control->setCurrent(-1);
    QCOMPARE(changed.size(), 0);
    m_control->setCurrent(1);
    QCOMPARE(changed.size(), 1);
}

void SegmentedControlTest::theControlIsOneTabStop()
{
    m_control->setCurrent(1);
    for (int i = 0; i < 3; ++i)
        QCOMPARE((buttons().at(i)->focusPolicy() & Qt::TabFocus) != 0, i == 1);
}

SWITCHYARD_TEST(SegmentedControlTest)
#include "tst_segmentedcontrol.moc"
