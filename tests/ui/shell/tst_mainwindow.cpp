#include "ui/mainwindow.h"

#include "tests/support/testunit.h"
#include "ui/actions.h"
#include "ui/page.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/navigationrail.h"
#include "ui/widgets/toastarea.h"

#include <QAbstractButton>
#include <QAction>
#include <QSignalSpy>
#include <QTest>

using ui::Icon;
using ui::MainWindow;
using ui::Theme;

namespace {

class CountingPage : public ui::Page
{
public:
    int entered = 0;
    int searched = 0;

    void enter() override { ++entered; }
    void find() override { ++searched; }
    QWidget *foot() const override { return bar; }

    QWidget *bar = nullptr;
};

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theFirstPageIsInFront();
    void keysLeadToThePages_data();
    void keysLeadToThePages();
    void theRailLeadsToThePages();
    void findGoesToThePageInFront();
    void zoomKeysChangeTheZoom();
    void zoomEndsAtItsLimits();
    void thePaletteOpensAndClosesByItsKey();
    void theStatusBarShowsWhatWasSpent();
    void anUnpricedRunIsSaidInWords();
    void whatIsUnknownStandsBesideEverySum();
    void aBudgetOfTheMonthIsNamedBesideIt();
    void messagesStandAboveTheFootOfThePage();
    void messagesStandBesideTheRail();
    void theWindowComesBackAsItWas();
    void aForeignGeometryIsRefused();
    void closingIsSaidBeforeTheWindowGoes();
    void fullScreenGoesOnAndOff();
    void anUnknownPageChangesNothing();

private:
    QStringList meters() const;

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<MainWindow> m_window;
    CountingPage *m_compare = nullptr;
    CountingPage *m_usage = nullptr;
    CountingPage *m_settings = nullptr;
};

void MainWindowTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_theme = std::make_unique<Theme>();
    m_theme->install();
    m_actions = std::make_unique<ui::Actions>();
    m_window = std::make_unique<MainWindow>(*m_theme, *m_actions);
    m_compare = new CountingPage;
    m_usage = new CountingPage;
    m_settings = new CountingPage;
    m_window->addPage(QStringLiteral("compare"), QStringLiteral("Compare"), Icon::Compare, m_compare);
    m_window->setSettingsPage(m_settings);
    m_window->addPage(QStringLiteral("usage"), QStringLiteral("Usage"), Icon::Usage, m_usage);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MainWindowTest::cleanup()
{
    m_window.reset();
    m_actions.reset();
    m_theme.reset();
}

QStringList MainWindowTest::meters() const
{
    QStringList texts;
    for (const ui::Meter *meter : m_window->findChildren<ui::Meter *>()) {
        if (!meter->isHidden())
            texts.append(meter->accessibleName());
    }
    return texts;
}

void MainWindowTest::theFirstPageIsInFront()
{
    QCOMPARE(m_window->currentPage(), QStringLiteral("compare"));
    QVERIFY(m_compare->isVisible());
    QCOMPARE(m_compare->entered, 1);
    QCOMPARE(m_usage->entered, 0);
    QCOMPARE(m_window->size(), QSize(1280, 800));
    QCOMPARE(m_window->minimumSize(), QSize(900, 600));
}

void MainWindowTest::keysLeadToThePages_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("page");
    QTest::newRow("Ctrl+1") << Qt::Key_1 << QStringLiteral("compare");
    QTest::newRow("Ctrl+2, settings between do not count") << Qt::Key_2 << QStringLiteral("usage");
    QTest::newRow("Ctrl+comma") << Qt::Key_Comma << QStringLiteral("settings");
}

void MainWindowTest::keysLeadToThePages()
{
    QFETCH(Qt::Key, key);
    QFETCH(QString, page);
    const QSignalSpy shown(m_window.get(), &MainWindow::pageShown);
    QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), page);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.first().first().toString(), page);
}

void MainWindowTest::theRailLeadsToThePages()
{
    auto *const rail = m_window->findChild<ui::NavigationRail *>();
    QTest::mouseClick(rail->findChildren<QAbstractButton *>().at(1), Qt::LeftButton);
    QCOMPARE(m_window->currentPage(), QStringLiteral("settings"));
    QVERIFY(m_settings->isVisible());
    QCOMPARE(m_settings->entered, 1);
}

void MainWindowTest::findGoesToThePageInFront()
{
    m_window->showPage(QStringLiteral("usage"));
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(m_usage->searched, 1);
    QCOMPARE(m_compare->searched, 0);
}

void MainWindowTest::zoomKeysChangeTheZoom()
{
    const QSignalSpy chosen(m_window.get(), &MainWindow::zoomChosen);
    QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_theme->zoom(), 1.1);
    QTest::keyClick(m_window.get(), Qt::Key_Equal, Qt::ControlModifier);
    QCOMPARE(m_theme->zoom(), 1.25);
    QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(m_theme->zoom(), 1.1);
    QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_theme->zoom(), 1.0);
    QCOMPARE(chosen.size(), 4);
    QCOMPARE(chosen.last().first().toDouble(), 1.0);
}

void MainWindowTest::zoomEndsAtItsLimits()
{
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_theme->zoom(), Theme::kMaxZoom);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(m_theme->zoom(), Theme::kMinZoom);
}

void MainWindowTest::thePaletteOpensAndClosesByItsKey()
{
    auto *const palette = m_window->findChild<ui::CommandPalette *>();
    QVERIFY(palette->isHidden());
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(palette->isVisible());
    QVERIFY(palette->shownActions() > 8);
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(palette->isHidden());
}

void MainWindowTest::theStatusBarShowsWhatWasSpent()
{
    QVERIFY2(meters().isEmpty(), "no figure before there is one");
    ui::SpendFigures figures;
    figures.today = *core::Money::fromDecimal(u"1.42");
    figures.month = *core::Money::fromDecimal(u"37.9");
    figures.monthName = QStringLiteral("November");
    m_window->setSpend(figures);
    QCOMPARE(meters(), QStringList({QStringLiteral("Today $1.42"), QStringLiteral("November $37.90")}));
    figures.run = core::Money::fromDecimal(u"0.0185646");
    m_window->setSpend(figures);
    QCOMPARE(meters().first(), QStringLiteral("This run $0.0186"));
    QVERIFY(m_window->findChild<ui::Meter *>()->toolTip().contains(QLatin1String("0.0185646")));
}

void MainWindowTest::anUnpricedRunIsSaidInWords()
{
    ui::SpendFigures figures;
    figures.run = core::Money::fromDecimal(u"0.5");
    figures.runUnpriced = 1;
    m_window->setSpend(figures);
    QCOMPARE(meters().first(), QStringLiteral("This run $0.50 + 1 unpriced"));
    figures.run = core::Money();
    m_window->setSpend(figures);
    QCOMPARE(meters().first(), QStringLiteral("This run 1 unpriced"));
}

void MainWindowTest::whatIsUnknownStandsBesideEverySum()
{
    ui::SpendFigures figures;
    figures.today = *core::Money::fromDecimal(u"1.42");
    figures.todayUnpriced = 2;
    figures.month = *core::Money::fromDecimal(u"37.9");
    figures.monthUnpriced = 1204;
    figures.monthName = QStringLiteral("November");
    figures.monthLimit = *core::Money::fromDecimal(u"60");
    m_window->setSpend(figures);
    QCOMPARE(meters(),
             QStringList({QStringLiteral("Today $1.42 + 2 unpriced"),
                          QStringLiteral("November $37.90 + 1,204 unpriced of $60")}));
    const QString exact = m_window->findChildren<ui::Meter *>().at(1)->toolTip();
    QVERIFY2(exact.startsWith(QLatin1String("US$ 1.42\n")), qPrintable(exact));
    QVERIFY2(exact.contains(QLatin1String("unknown")), qPrintable(exact));
    figures.todayUnpriced = 0;
    m_window->setSpend(figures);
    QCOMPARE(meters().first(), QStringLiteral("Today $1.42"));
    QCOMPARE(m_window->findChildren<ui::Meter *>().at(1)->toolTip(), QStringLiteral("US$ 1.42"));
}

void MainWindowTest::aBudgetOfTheMonthIsNamedBesideIt()
{
    ui::SpendFigures figures;
    figures.month = *core::Money::fromDecimal(u"37.9");
    figures.monthName = QStringLiteral("November");
    figures.monthLimit = *core::Money::fromDecimal(u"60");
    m_window->setSpend(figures);
    QCOMPARE(meters().last(), QStringLiteral("November $37.90 of $60"));
    figures.limitSpent = *core::Money::fromDecimal(u"2.5");
    m_window->setSpend(figures);
    QCOMPARE(meters().last(), QStringLiteral("November $37.90 · budget $2.50 of $60"));
    figures.monthLimit.reset();
    m_window->setSpend(figures);
    QCOMPARE(meters().last(), QStringLiteral("November $37.90"));
}

void MainWindowTest::messagesStandAboveTheFootOfThePage()
{
    m_window->showPage(QStringLiteral("usage"));
    m_usage->bar = new QWidget(m_usage);
    m_usage->bar->setGeometry(0, m_usage->height() - 120, m_usage->width(), 120);
    m_usage->bar->show();
    m_window->showPage(QStringLiteral("compare"));
    ui::ToastArea &toasts = m_window->toasts();
    toasts.showMessage(QStringLiteral("Copied."));
    const int below = toasts.geometry().bottom();
    m_window->showPage(QStringLiteral("usage"));
    const int top = m_usage->bar->mapTo(m_window.get(), QPoint()).y();
    QVERIFY(top < below);
    QVERIFY(toasts.geometry().bottom() < top);
    m_window->showPage(QStringLiteral("compare"));
    QCOMPARE(toasts.geometry().bottom(), below);
}

void MainWindowTest::messagesStandBesideTheRail()
{
    m_window->resize(1100, 700);
    m_window->toasts().showMessage(
        QStringLiteral("The attempts of the last month were priced again. ").repeated(5));
    const auto *const rail = m_window->findChild<ui::NavigationRail *>();
    QTRY_COMPARE(m_window->width(), 1100);
    const int right = rail->mapTo(m_window.get(), QPoint(rail->width(), 0)).x();
    QTRY_VERIFY(m_window->toasts().x() >= right);
    QVERIFY(m_window->rect().contains(m_window->toasts().geometry()));
}

void MainWindowTest::theWindowComesBackAsItWas()
{
    m_window->resize(1000, 700);
    const QByteArray state = m_window->saveGeometryState();
    MainWindow other(*m_theme, *m_actions);
    QVERIFY(other.restoreGeometryState(state));
    QCOMPARE(other.size(), QSize(1000, 700));
}

void MainWindowTest::aForeignGeometryIsRefused()
{
    for (const QByteArray &state : {QByteArray(), QByteArray("junk"), QByteArray(200, '\xff')})
        QVERIFY(!m_window->restoreGeometryState(state));
    QCOMPARE(m_window->size(), QSize(1280, 800));
}

void MainWindowTest::closingIsSaidBeforeTheWindowGoes()
{
    bool visible = false;
    connect(m_window.get(), &MainWindow::closing, this,
            [this, &visible] { visible = m_window->isVisible(); });
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(visible);
    QVERIFY(!m_window->isVisible());
}

void MainWindowTest::fullScreenGoesOnAndOff()
{
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QVERIFY(m_window->isFullScreen());
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QVERIFY(!m_window->isFullScreen());
}

void MainWindowTest::anUnknownPageChangesNothing()
{
    m_window->showPage(QStringLiteral("nowhere"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("compare"));
    MainWindow empty(*m_theme, *m_actions);
    QVERIFY(empty.currentPage().isEmpty());
}

SWITCHYARD_TEST(MainWindowTest)
#include "tst_mainwindow.moc"
