#include "ui/settings/settingspage.h"

#include "tests/support/testunit.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using ui::SettingsPage;
using ui::Theme;

class SettingsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void settingWhatHoldsIsNoChoice();
    void theSchemeIsChosen();
    void theZoomIsChosen();
    void checkBoxesAreChosen();
    void aCostLimitIsTakenWhenItIsAnAmount_data();
    void aCostLimitIsTakenWhenItIsAnAmount();
    void theFolderOfTheDataIsShownAndOpened();
    void everyControlHasAName();

private:
    Theme m_theme;
    std::unique_ptr<SettingsPage> m_page;
};

void SettingsPageTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_page = std::make_unique<SettingsPage>(m_theme);
    m_page->setRunCostLimit(QStringLiteral("0.50"));
    m_page->setVersions({{QStringLiteral("Switchyard"), QStringLiteral("0.1.0")}});
    m_page->resize(900, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void SettingsPageTest::settingWhatHoldsIsNoChoice()
{
    const QSignalSpy scheme(m_page.get(), &SettingsPage::schemeChosen);
    const QSignalSpy zoom(m_page.get(), &SettingsPage::zoomChosen);
    const QSignalSpy texts(m_page.get(), &SettingsPage::keepTextsChosen);
    const QSignalSpy simulated(m_page.get(), &SettingsPage::includeSimulatedChosen);
    const QSignalSpy limit(m_page.get(), &SettingsPage::runCostLimitChosen);
    m_page->setScheme(Theme::Scheme::Dark);
    m_page->setZoom(1.5);
    m_page->setKeepTexts(true);
    m_page->setIncludeSimulated(true);
    m_page->setRunCostLimit(QStringLiteral("2"));
    QCOMPARE(scheme.size() + zoom.size() + texts.size() + simulated.size() + limit.size(), 0);
    QCOMPARE(m_page->findChild<ui::SegmentedControl *>()->current(), 2);
    QCOMPARE(m_page->findChild<QComboBox *>()->currentData().toDouble(), 1.5);
}

void SettingsPageTest::theSchemeIsChosen()
{
    const QSignalSpy chosen(m_page.get(), &SettingsPage::schemeChosen);
    m_page->findChild<ui::SegmentedControl *>()->setCurrent(1);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<Theme::Scheme>(), Theme::Scheme::Light);
}

void SettingsPageTest::theZoomIsChosen()
{
    const QSignalSpy chosen(m_page.get(), &SettingsPage::zoomChosen);
    m_page->setZoom(1.0);
    auto *const zoom = m_page->findChild<QComboBox *>();
    zoom->setFocus();
    QTest::keyClick(zoom, Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toDouble(), 1.1);
}

void SettingsPageTest::checkBoxesAreChosen()
{
    const QSignalSpy texts(m_page.get(), &SettingsPage::keepTextsChosen);
    const QSignalSpy simulated(m_page.get(), &SettingsPage::includeSimulatedChosen);
    m_page->setKeepTexts(true);
    m_page->findChild<QCheckBox *>(QStringLiteral("keepTexts"))->click();
    m_page->findChild<QCheckBox *>(QStringLiteral("includeSimulated"))->click();
    QCOMPARE(texts.size(), 1);
    QCOMPARE(texts.first().first().toBool(), false);
    QCOMPARE(simulated.first().first().toBool(), true);
}

void SettingsPageTest::aCostLimitIsTakenWhenItIsAnAmount_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("taken");
    QTest::newRow("an amount") << QStringLiteral("1.25") << true;
    QTest::newRow("nothing may be spent without a question") << QStringLiteral("0") << true;
    QTest::newRow("a word") << QStringLiteral("lots") << false;
    QTest::newRow("less than nothing") << QStringLiteral("-1") << false;
    QTest::newRow("nothing at all") << QString() << false;
    QTest::newRow("the amount that holds already") << QStringLiteral("0.50") << false;
}

void SettingsPageTest::aCostLimitIsTakenWhenItIsAnAmount()
{
    QFETCH(QString, typed);
    QFETCH(bool, taken);
    const QSignalSpy chosen(m_page.get(), &SettingsPage::runCostLimitChosen);
    auto *const limit = m_page->findChild<QLineEdit *>(QStringLiteral("runCostLimit"));
    limit->setFocus();
    limit->selectAll();
    QTest::keyClick(limit, Qt::Key_Delete);
    QTest::keyClicks(limit, typed);
    QTest::keyClick(limit, Qt::Key_Return);
    QCOMPARE(chosen.size(), taken ? 1 : 0);
    if (taken)
        QCOMPARE(chosen.first().first().toString(), typed);
}

void SettingsPageTest::theFolderOfTheDataIsShownAndOpened()
{
    const QSignalSpy opened(m_page.get(), &SettingsPage::openFolderRequested);
    m_page->setDataFolder(QStringLiteral("/home/someone/.local/share/switchyard"));
    QCOMPARE(m_page->findChild<ui::ElidedLabel *>(QStringLiteral("dataFolder"))->fullText(),
             QStringLiteral("/home/someone/.local/share/switchyard"));
    m_page->findChild<QToolButton *>(QStringLiteral("openFolder"))->click();
    QCOMPARE(opened.size(), 1);
}

void SettingsPageTest::everyControlHasAName()
{
    QVERIFY(!m_page->findChild<QComboBox *>()->accessibleName().isEmpty());
    QVERIFY(!m_page->findChild<QLineEdit *>()->accessibleName().isEmpty());
    QVERIFY(!m_page->findChild<ui::SegmentedControl *>()->accessibleName().isEmpty());
}

SWITCHYARD_TEST(SettingsPageTest)
#include "tst_settingspage.moc"
