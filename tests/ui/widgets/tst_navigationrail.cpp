#include "tests/support/testunit.h"
#include "ui/widgets/navigationrail.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using ui::Icon;
using ui::NavigationRail;
using ui::Theme;

class NavigationRailTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aClickChoosesAPage();
    void settingsStandAtTheFoot();
    void arrowKeysMoveThroughThePages_data();
    void arrowKeysMoveThroughThePages();
    void theRailIsOneTabStop();
    void markingAPageIsNoChoice();
    void assistiveTechnologySeesTabs();
    void theRailGrowsWithTheZoom();

private:
    QAbstractButton *item(int index) const { return m_rail->findChildren<QAbstractButton *>().at(index); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<NavigationRail> m_rail;
};

void NavigationRailTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_theme = std::make_unique<Theme>();
    m_rail = std::make_unique<NavigationRail>(*m_theme);
    m_rail->addItem(QStringLiteral("Compare"), Icon::Compare, QStringLiteral("Ctrl+1"));
    m_rail->addFootItem(QStringLiteral("Settings"), Icon::Settings);
    m_rail->addItem(QStringLiteral("Usage"), Icon::Usage);
    m_rail->setCurrent(0);
    m_rail->resize(m_rail->width(), 500);
    m_rail->show();
    QVERIFY(QTest::qWaitForWindowActive(m_rail.get()));
}

void NavigationRailTest::cleanup()
{
    m_rail.reset();
    m_theme.reset();
}

void NavigationRailTest::aClickChoosesAPage()
{
    const QSignalSpy activated(m_rail.get(), &NavigationRail::activated);
    QTest::mouseClick(item(2), Qt::LeftButton);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toInt(), 2);
    QCOMPARE(m_rail->current(), 2);
    QVERIFY(item(2)->isChecked());
    QVERIFY(!item(0)->isChecked());
    QTest::mouseClick(item(2), Qt::LeftButton);
    QVERIFY2(item(2)->isChecked(), "a second click does not unmark the page");
}

void NavigationRailTest::settingsStandAtTheFoot()
{
    QVERIFY(item(1)->y() > item(2)->y());
    QVERIFY(item(1)->geometry().bottom() > m_rail->height() - 30);
    QVERIFY(item(0)->toolTip().contains(QLatin1String("Ctrl+1")));
}

void NavigationRailTest::arrowKeysMoveThroughThePages_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("to");
    QTest::newRow("down goes to the next page") << 0 << Qt::Key_Down << 2;
    QTest::newRow("down from the last page goes to the foot") << 2 << Qt::Key_Down << 1;
    QTest::newRow("down at the foot stays") << 1 << Qt::Key_Down << 1;
    QTest::newRow("up from the foot goes to the last page") << 1 << Qt::Key_Up << 2;
    QTest::newRow("up at the top stays") << 0 << Qt::Key_Up << 0;
    QTest::newRow("End goes to the foot") << 0 << Qt::Key_End << 1;
    QTest::newRow("Home goes to the top") << 1 << Qt::Key_Home << 0;
}

void NavigationRailTest::arrowKeysMoveThroughThePages()
{
    QFETCH(int, from);
    QFETCH(Qt::Key, key);
    QFETCH(int, to);
    m_rail->setCurrent(from);
    item(from)->setFocus();
    QTest::keyClick(item(from), key);
    QCOMPARE(m_rail->current(), to);
    QVERIFY(item(to)->hasFocus());
}

void NavigationRailTest::theRailIsOneTabStop()
{
    m_rail->setCurrent(2);
    int stops = 0;
    for (int i = 0; i < m_rail->count(); ++i)
        stops += (item(i)->focusPolicy() & Qt::TabFocus) ? 1 : 0;
    QCOMPARE(stops, 1);
    QVERIFY((item(2)->focusPolicy() & Qt::TabFocus));
}

void NavigationRailTest::markingAPageIsNoChoice()
{
    const QSignalSpy activated(m_rail.get(), &NavigationRail::activated);
    m_rail->setCurrent(2);
    m_rail->setCurrent(99);
    QCOMPARE(m_rail->current(), 2);
    QCOMPARE(activated.size(), 0);
}

void NavigationRailTest::assistiveTechnologySeesTabs()
{
    QAccessibleInterface *const rail = QAccessible::queryAccessibleInterface(m_rail.get());
    QCOMPARE(rail->role(), QAccessible::PageTabList);
    QAccessibleInterface *const tab = QAccessible::queryAccessibleInterface(item(2));
    QCOMPARE(tab->role(), QAccessible::PageTab);
    QCOMPARE(tab->text(QAccessible::Name), QStringLiteral("Usage"));
    QVERIFY(!tab->state().selected);
    tab->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(m_rail->current(), 2);
    QVERIFY(tab->state().selected);
}

void NavigationRailTest::theRailGrowsWithTheZoom()
{
    QCOMPARE(m_rail->width(), 76);
    m_theme->setZoom(1.5);
    QTRY_COMPARE(m_rail->width(), 114);
}

SWITCHYARD_TEST(NavigationRailTest)
#include "tst_navigationrail.moc"
