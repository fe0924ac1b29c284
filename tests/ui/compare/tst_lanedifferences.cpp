#include "tests/support/testunit.h"
#include "tests/ui/compare/comparefixture.h"
#include "tests/ui/compare/storedrun.h"
#include "ui/compare/diffview.h"
#include "ui/compare/lanedifferences.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/markdown/markdownview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/toastarea.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTextTable>
#include <QToolButton>

using namespace core;
using namespace ui;

namespace {

const QString kFirst = QStringLiteral("Use a token bucket.\n\nKeep two numbers.");
const QString kSecond = QStringLiteral("Use a leaky bucket.\n\nKeep two numbers.");

} // namespace

class TestLaneDifferences : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aDifferenceIsWrittenWithSigns();
    void identicalAnswersSaySo_data();
    void identicalAnswersSaySo();
    void theUnitChangesAllLanes();
    void sideBySideNeedsRoom();
    void theThemeRepaintsADifference();
    void theFirstAnswerIsTheBaseUntilOneIsChosen();
    void theBaseShowsAllOthers();
    void aRetriedLaneComesBackWithItsDifference();
    void aMatchBringsTheAnswerBack();
    void oneLaneHasNothingToCompareWith();
    void theFooterFitsTheNarrowestLane();
    void closingKeepsTheFocusInTheLane();
    void changesAreSteppedThrough();
    void aBlindRunKeepsNoTraces();

private:
    void show(const QStringList &answers);
    void trigger(const char *action) { m_fixture->actions().find(QString::fromUtf8(action))->trigger(); }
    LaneStrip &strip() const { return *m_fixture->page().findChild<LaneStrip *>(); }
    LaneView &lane(int index) const { return *strip().lane(index); }
    DiffView *diff(int index) const { return qobject_cast<DiffView *>(lane(index).standIn()); }
    void press(int index, const char *button)
    {
        auto *const found = lane(index).findChild<QToolButton *>(QString::fromUtf8(button));
        QVERIFY2(found && found->isVisible(), button);
        found->click();
    }
    bool compared(int index)
    {
        return QTest::qWaitFor([this, index] { return diff(index) && !text(index).isEmpty(); });
    }
    QString text(int index) const { return diff(index)->text().toPlainText(); }
    QString summary(int index) const
    {
        return diff(index)->findChild<ElidedLabel *>(QStringLiteral("diffSummary"))->fullText();
    }
    QString base(int index) const
    {
        return lane(index).findChild<Pill *>(QStringLiteral("basePill"))->text();
    }

    std::unique_ptr<CompareFixture> m_fixture;
};

void TestLaneDifferences::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<CompareFixture>();
    m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->page()));
}

void TestLaneDifferences::cleanup()
{
    m_fixture.reset();
}

void TestLaneDifferences::show(const QStringList &answers)
{
    m_fixture->page().showRun(storedRun(answers));
}

void TestLaneDifferences::aDifferenceIsWrittenWithSigns()
{
    show({kFirst, kSecond});
    press(1, "laneDiff");
    QVERIFY(compared(1));
    QCOMPARE(text(1), QStringLiteral("Use a −token +leaky bucket.\n\nKeep two numbers."));
    QCOMPARE(summary(1), QStringLiteral("Words: 1 removed, 1 added"));
    QVERIFY(!lane(1).answerView().isVisible());
    const QTextCursor removed = diff(1)->text().document()->find(QStringLiteral("token"));
    QVERIFY(removed.charFormat().fontStrikeOut());
    const QTextCursor added = diff(1)->text().document()->find(QStringLiteral("leaky"));
    QVERIFY(added.charFormat().fontUnderline());
    QVERIFY(added.charFormat().background().color() != removed.charFormat().background().color());
    press(1, "laneDiff");
    QVERIFY(!diff(1));
    QVERIFY(lane(1).answerView().isVisible());
}

void TestLaneDifferences::identicalAnswersSaySo_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("words");
    QTest::newRow("the same text") << kFirst << QStringLiteral("The answers are identical.");
    QTest::newRow("other spaces") << QStringLiteral("Use a token  bucket.\n\n\nKeep\ntwo numbers.")
                                  << QStringLiteral("Identical but for spaces and line ends.");
}

void TestLaneDifferences::identicalAnswersSaySo()
{
    QFETCH(QString, other);
    QFETCH(QString, words);
    show({kFirst, other});
    press(1, "laneDiff");
    QVERIFY(compared(1));
    QCOMPARE(summary(1), words);
    QVERIFY(!text(1).contains(QStringLiteral("−")));
}

void TestLaneDifferences::theUnitChangesAllLanes()
{
    show({kFirst, kSecond, kSecond});
    press(1, "laneDiff");
    press(2, "laneDiff");
    QVERIFY(compared(1) && compared(2));
    diff(1)->findChild<SegmentedControl *>(QStringLiteral("diffUnits"))->setCurrent(1);
    QTRY_COMPARE(text(2),
                 QStringLiteral("− Use a token bucket.\n\n+ Use a leaky bucket.\n\nKeep two numbers."));
    QTRY_COMPARE(summary(1), QStringLiteral("Lines: 1 removed, 1 added"));
    diff(2)->findChild<SegmentedControl *>(QStringLiteral("diffUnits"))->setCurrent(2);
    QTRY_COMPARE(summary(1), QStringLiteral("Blocks: 1 removed, 1 added"));
    press(2, "laneDiff"); // and a view made later begins with the unit chosen last
    press(2, "laneDiff");
    QTRY_VERIFY(diff(2) && diff(2)->unit() == DiffUnit::Blocks);
}

void TestLaneDifferences::sideBySideNeedsRoom()
{
    show({kFirst, kSecond, kSecond});
    press(1, "laneDiff");
    QVERIFY(compared(1));
    auto *const columns = diff(1)->findChild<QToolButton *>(QStringLiteral("diffSideBySide"));
    QVERIFY(!columns->isVisible());
    strip().setMaximised(1);
    QTRY_VERIFY(columns->isVisible());
    columns->click();
    const auto table = [this] {
        return qobject_cast<QTextTable *>(diff(1)->text().document()->rootFrame()->childFrames().value(0));
    };
    QVERIFY(table());
    QCOMPARE(table()->rows(), 3);
    const auto cell = [&](int row, int column) {
        QTextCursor cursor = table()->cellAt(row, column).firstCursorPosition();
        cursor.setPosition(table()->cellAt(row, column).lastCursorPosition().position(),
                           QTextCursor::KeepAnchor);
        return cursor.selectedText();
    };
    QCOMPARE(cell(0, 0), QStringLiteral("model-1 (base)"));
    diff(1)->compare(QStringLiteral("Answer A"), QStringLiteral("Answer B"), kFirst, kSecond);
    QCOMPARE(cell(0, 0), QStringLiteral("Answer A (base)"));
    QCOMPARE(cell(1, 0), QStringLiteral("Use a −token bucket."));
    QCOMPARE(cell(1, 1), QStringLiteral("Use a +leaky bucket."));
    QCOMPARE(cell(2, 1), QStringLiteral("Keep two numbers."));
    strip().setMaximised(-1);
    QTRY_VERIFY(!table()); // one text again where two columns cannot be read
}

void TestLaneDifferences::theThemeRepaintsADifference()
{
    show({kFirst, kSecond});
    press(1, "laneDiff");
    QVERIFY(compared(1));
    const auto ground = [this] {
        return diff(1)->text().document()->find(QStringLiteral("leaky")).charFormat().background().color();
    };
    const QColor light = ground();
    m_fixture->theme().setScheme(Theme::Scheme::Dark);
    QVERIFY(ground() != light);
    QVERIFY(ground().lightness() < 128);
}

void TestLaneDifferences::theFirstAnswerIsTheBaseUntilOneIsChosen()
{
    show({kFirst, kSecond, kFirst});
    QCOMPARE(base(0), QString()); // nothing is compared yet
    press(1, "laneDiff");
    QVERIFY(compared(1));
    QCOMPARE(base(0), QStringLiteral("base"));
    strip().setCurrent(2);
    trigger("compare.useAsBase");
    QCOMPARE(base(0), QString());
    QCOMPARE(base(2), QStringLiteral("base"));
    const auto *const title = diff(1)->findChild<ElidedLabel *>(QStringLiteral("diffTitle"));
    QCOMPARE(title->fullText(), QStringLiteral("Compared with model-3"));
    trigger("compare.useAsBase"); // again takes it back
    QCOMPARE(base(0), QStringLiteral("base"));
    QCOMPARE(base(2), QString());
}

void TestLaneDifferences::theBaseShowsAllOthers()
{
    show({kFirst, kSecond, kFirst});
    press(0, "laneDiff");
    QVERIFY(compared(1) && compared(2));
    QVERIFY(!diff(0));
    press(0, "laneDiff");
    QVERIFY(!diff(1) && !diff(2));
}

void TestLaneDifferences::aRetriedLaneComesBackWithItsDifference()
{
    m_fixture->page().setLineUp({CompareFixture::demo("swift"), CompareFixture::demo("scholar")});
    m_fixture->page().setPrompt(QStringLiteral("Why is the sky blue?"), false);
    trigger("compare.send");
    const auto settled = [this] {
        return QTest::qWaitFor([this] { return !m_fixture->page().hasRunningLanes(); }, 30'000);
    };
    QVERIFY(settled());
    strip().setCurrent(1);
    trigger("compare.diff");
    QVERIFY(compared(1));
    trigger("compare.retryLane");
    QVERIFY(m_fixture->page().hasRunningLanes());
    QTRY_VERIFY(!diff(1)); // the stream is seen meanwhile
    QVERIFY(settled());
    QVERIFY(compared(1));
    trigger("compare.newPrompt");
    QVERIFY(!diff(1));
    QCOMPARE(base(0), QString());
}

void TestLaneDifferences::aMatchBringsTheAnswerBack()
{
    show({kFirst, kSecond});
    press(1, "laneDiff");
    QVERIFY(compared(1));
    trigger("compare.find");
    auto *const field = m_fixture->page().findChild<QLineEdit *>(QStringLiteral("findField"));
    QTest::keyClicks(field, QStringLiteral("leaky"));
    QVERIFY(!diff(1));
    QCOMPARE(lane(1).answerView().textCursor().selectedText(), QStringLiteral("leaky"));
}

void TestLaneDifferences::oneLaneHasNothingToCompareWith()
{
    show({kFirst});
    QVERIFY(!lane(0).findChild<QToolButton *>(QStringLiteral("laneDiff"))->isVisible());
    trigger("compare.diff");
    QVERIFY(!diff(0));
    const auto *const toasts = m_fixture->page().findChild<ToastArea *>();
    QCOMPARE(toasts->message(), QStringLiteral("There is no other answer to compare with."));
}

void TestLaneDifferences::theFooterFitsTheNarrowestLane()
{
    m_fixture->page().resize(1'000, 600);
    show({kFirst, kSecond, kFirst, kFirst, kSecond});
    for (int i = 0; i < 5; ++i) {
        QTRY_COMPARE(lane(i).width(), m_fixture->theme().px(320));
        QWidget *const footer = lane(i).findChild<QWidget *>(QStringLiteral("laneMore"))->parentWidget();
        QVERIFY(footer->width() <= lane(i).width());
        for (const char *name : {"laneCopy", "laneDiff", "laneMore"}) {
            const auto *const button = lane(i).findChild<QToolButton *>(QString::fromUtf8(name));
            QVERIFY2(button->isVisible(), name);
            QVERIFY2(button->geometry().right() < footer->width(), name);
            QVERIFY(button->width() >= button->sizeHint().width());
        }
    }
    lane(0).openMenu();
    const auto *const menu = lane(0).findChild<QMenu *>(QStringLiteral("laneMenu"));
    QStringList entries;
    for (const QAction *action : menu->actions())
        entries.append(action->text());
    QVERIFY(entries.contains(QStringLiteral("Diff")) && entries.contains(QStringLiteral("Use as base")));
}

void TestLaneDifferences::closingKeepsTheFocusInTheLane()
{
    show({kFirst, kSecond});
    strip().setCurrent(1);
    strip().focusCurrent();
    trigger("compare.diff");
    QVERIFY(compared(1));
    QVERIFY(diff(1)->text().hasFocus());
    diff(1)->findChild<QToolButton *>(QStringLiteral("diffClose"))->click();
    QVERIFY(!diff(1));
    QVERIFY(lane(1).answerView().hasFocus());
    trigger("compare.diff");
    QVERIFY(compared(1));
    QTest::keyClick(&diff(1)->text(), Qt::Key_Escape);
    QVERIFY(!diff(1));
    QVERIFY(lane(1).answerView().hasFocus());
}

void TestLaneDifferences::changesAreSteppedThrough()
{
    QString first;
    for (int i = 0; i < 120; ++i)
        first += QStringLiteral("Line number %1 of the text.\n\n").arg(i);
    QString second = first;
    second.replace(QStringLiteral("number 40 of"), QStringLiteral("figure 40 of"));
    second.replace(QStringLiteral("number 80 of"), QStringLiteral("figure 80 of"));
    show({first, second});
    press(1, "laneDiff");
    QVERIFY(compared(1));
    QScrollBar &bar = *diff(1)->text().verticalScrollBar();
    QCOMPARE(bar.value(), 0);
    const auto onTop = [&] { return diff(1)->text().cursorForPosition(QPoint(20, 12)).block().text(); };
    trigger("compare.nextDisagreement");
    QVERIFY2(onTop().contains(QStringLiteral(" 40 ")), qPrintable(onTop()));
    trigger("compare.nextDisagreement");
    QVERIFY2(onTop().contains(QStringLiteral(" 80 ")), qPrintable(onTop()));
    trigger("compare.previousDisagreement");
    QVERIFY2(onTop().contains(QStringLiteral(" 40 ")), qPrintable(onTop()));
}

void TestLaneDifferences::aBlindRunKeepsNoTraces()
{
    show({kFirst, kSecond, kFirst});
    strip().setCurrent(2);
    strip().toggleSelected(2);
    strip().tearOff(1);
    trigger("compare.useAsBase");
    QCOMPARE(base(1), QStringLiteral("base"));
    trigger("compare.blind");
    QCOMPARE(strip().current(), 0);
    QVERIFY(strip().selected().isEmpty());
    for (int i = 0; i < strip().count(); ++i) {
        QVERIFY(!strip().isTornOff(i));
        QCOMPARE(base(i), QString());
    }
}

SWITCHYARD_TEST(TestLaneDifferences)
#include "tst_lanedifferences.moc"
