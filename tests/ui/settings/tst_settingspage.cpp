#include "ui/settings/settingspage.h"

#include "tests/support/testunit.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
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
    void phrasesAreTakenWhenEveryLineIsAllowed_data();
    void phrasesAreTakenWhenEveryLineIsAllowed();
    void phrasesGoBackToThoseThatShip();
    void theFolderOfTheDataIsShownAndOpened();
    void everyControlHasAName();

private:
    /// Types into the field of phrases and leaves it.
    void typePhrases(const QString &text);
    QLabel *phrasesFault() { return m_page->findChild<QLabel *>(QStringLiteral("phrasesFault")); }

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
    QTest::addColumn<QStringList>("taken");
    QTest::newRow("an amount") << QStringLiteral("1.25") << QStringList{QStringLiteral("1.25")};
    QTest::newRow("with a comma") << QStringLiteral("1,25") << QStringList{QStringLiteral("1.25")};
    QTest::newRow("nothing may be spent without a question")
        << QStringLiteral("0") << QStringList{QStringLiteral("0")};
    QTest::newRow("a word") << QStringLiteral("lots") << QStringList();
    QTest::newRow("less than nothing") << QStringLiteral("-1") << QStringList();
    QTest::newRow("nothing at all") << QString() << QStringList();
    QTest::newRow("the amount that holds already") << QStringLiteral("0.50") << QStringList();
}

void SettingsPageTest::aCostLimitIsTakenWhenItIsAnAmount()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, taken);
    const QSignalSpy chosen(m_page.get(), &SettingsPage::runCostLimitChosen);
    auto *const limit = m_page->findChild<QLineEdit *>(QStringLiteral("runCostLimit"));
    limit->setFocus();
    limit->selectAll();
    QTest::keyClick(limit, Qt::Key_Delete);
    QTest::keyClicks(limit, typed);
    QTest::keyClick(limit, Qt::Key_Return);
    QStringList amounts;
    for (const auto &choice : chosen)
        amounts.append(choice.first().toString());
    QCOMPARE(amounts, taken);
}

void SettingsPageTest::typePhrases(const QString &text)
{
    auto *const edit = m_page->findChild<QPlainTextEdit *>(QStringLiteral("contextLengthPhrases"));
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (qsizetype at = 0; at < lines.size(); ++at) {
        if (at > 0)
            QTest::keyClick(edit, Qt::Key_Return);
        QTest::keyClicks(edit, lines.at(at));
    }
    QTest::keyClick(edit, Qt::Key_Tab);
    QVERIFY2(!edit->hasFocus(), "Tab leaves the field");
}

void SettingsPageTest::phrasesAreTakenWhenEveryLineIsAllowed_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("taken");
    QTest::addColumn<QString>("fault");
    const QStringList none;
    QTest::newRow("two, trimmed, without blanks and doubles")
        << QStringLiteral("  zu viel Text \n\nprompt over budget\nZU VIEL TEXT")
        << QStringList{QStringLiteral("zu viel Text"), QStringLiteral("prompt over budget")} << QString();
    QTest::newRow("one too short to tell anything")
        << QStringLiteral("prompt over budget\nbad") << none << QStringLiteral("“bad” is too short");
    QTest::newRow("one too long") << QString(201, QLatin1Char('x')) << none << QStringLiteral("is too long");
    QTest::newRow("what holds already") << QStringLiteral("too much text") << none << QString();
}

void SettingsPageTest::phrasesAreTakenWhenEveryLineIsAllowed()
{
    QFETCH(const QString, typed);
    QFETCH(const QStringList, taken);
    QFETCH(const QString, fault);
    m_page->setContextLengthPhrases({QStringLiteral("too much text")});
    const QSignalSpy chosen(m_page.get(), &SettingsPage::contextLengthPhrasesChosen);
    typePhrases(typed);
    QCOMPARE(chosen.size(), taken.isEmpty() ? 0 : 1);
    if (!taken.isEmpty())
        QCOMPARE(chosen.first().first().toStringList(), taken);
    QCOMPARE(phrasesFault()->isVisible(), !fault.isEmpty());
    QVERIFY2(phrasesFault()->text().contains(fault), qPrintable(phrasesFault()->text()));
}

void SettingsPageTest::phrasesGoBackToThoseThatShip()
{
    m_page->setContextLengthPhrases({QStringLiteral("too much text")});
    auto *const edit = m_page->findChild<QPlainTextEdit *>(QStringLiteral("contextLengthPhrases"));
    QCOMPARE(edit->toPlainText(), QStringLiteral("too much text"));
    QVERIFY(!edit->accessibleName().isEmpty());
    const QSignalSpy chosen(m_page.get(), &SettingsPage::contextLengthPhrasesChosen);
    auto *const reset = m_page->findChild<QToolButton *>(QStringLiteral("resetPhrases"));
    reset->click();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toStringList(), QStringList());
    QVERIFY(edit->toPlainText().isEmpty());
    // A faulty line goes with the rest, and nothing is chosen that holds already.
    typePhrases(QStringLiteral("bad"));
    QVERIFY(phrasesFault()->isVisible());
    reset->click();
    QVERIFY(!phrasesFault()->isVisible());
    QCOMPARE(chosen.size(), 1);
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
