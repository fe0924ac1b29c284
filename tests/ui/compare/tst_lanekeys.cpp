#include "tests/support/testunit.h"
#include "tests/ui/compare/comparefixture.h"
#include "tests/ui/compare/storedrun.h"
#include "ui/compare/agreementbar.h"
#include "ui/compare/agreementmarks.h"
#include "ui/compare/blocksteps.h"
#include "ui/compare/keysoverlay.h"
#include "ui/compare/lanekeys.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/markdown/markdownview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/toastarea.h"

#include <QAction>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

using namespace core;
using namespace ui;

namespace {

QString longAnswer(const QString &word)
{
    QString text;
    for (int i = 0; i < 60; ++i)
        text += QStringLiteral(
                    "## Part %1\n\nA paragraph about %2 in part %1.\n\n```cpp\nint a = %1;\nint b;\n```\n\n")
                    .arg(i)
                    .arg(word);
    return text;
}

} // namespace

class TestLaneKeys : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void figuresGoToALane();
    void lettersStartActions_data();
    void lettersStartActions();
    void blocksAreSteppedInAllLanes();
    void blocksAreWhole();
    void textFieldsKeepTheirKeys();
    void modifiersAreRespected();
    void theOverlayListsWhatWorks();
    void theOverlayGivesTheFocusBack();
    void agreementShadesSentences();
    void agreementFollowsTheView();
    void agreementNeedsTwoAnswers();
    void agreementExplainsItself();
    void disagreementsAreSteppedInAllLanes();

private:
    void show(const QStringList &answers);
    void focusLane(int index);
    void key(const QString &text);
    QAction *action(const char *id) const { return m_fixture->actions().find(QString::fromUtf8(id)); }
    LaneStrip &strip() const { return *m_fixture->page().findChild<LaneStrip *>(); }
    LaneView &lane(int index) const { return *strip().lane(index); }
    MarkdownView &answer(int index) const { return lane(index).answerView(); }
    AgreementMarks &marks() const { return *m_fixture->page().findChild<AgreementMarks *>(); }
    bool agree();
    QStringList shaded(int index) const;

    std::unique_ptr<CompareFixture> m_fixture;
};

void TestLaneKeys::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<CompareFixture>();
    m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->page()));
}

void TestLaneKeys::cleanup()
{
    m_fixture.reset();
}

void TestLaneKeys::show(const QStringList &answers)
{
    m_fixture->page().showRun(storedRun(answers));
    focusLane(0);
}

void TestLaneKeys::focusLane(int index)
{
    strip().setCurrent(index);
    strip().focusCurrent();
}

void TestLaneKeys::key(const QString &text)
{
    for (const QChar letter : text)
        QTest::keyClick(QApplication::focusWidget(), letter.toLatin1(),
                        letter.isUpper() ? Qt::ShiftModifier : Qt::NoModifier);
}

bool TestLaneKeys::agree()
{
    QSignalSpy marked(&marks(), &AgreementMarks::marked);
    action("compare.agreement")->trigger();
    return !marked.isEmpty() || marked.wait();
}

/// The words behind each shade.
QStringList TestLaneKeys::shaded(int index) const
{
    QStringList words;
    for (const QTextEdit::ExtraSelection &selection : answer(index).extraSelections())
        words.append(selection.cursor.selectedText());
    return words;
}

void TestLaneKeys::figuresGoToALane()
{
    show({QStringLiteral("One"), QStringLiteral("Two"), QStringLiteral("Three")});
    key(QStringLiteral("3"));
    QCOMPARE(strip().current(), 2);
    QVERIFY(answer(2).hasFocus());
    key(QStringLiteral("9")); // is not there
    QCOMPARE(strip().current(), 2);
    key(QStringLiteral("1"));
    QVERIFY(answer(0).hasFocus());
}

void TestLaneKeys::lettersStartActions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    QTest::newRow("d") << QStringLiteral("d") << QStringLiteral("compare.diff");
    QTest::newRow("m") << QStringLiteral("m") << QStringLiteral("compare.maximiseLane");
    QTest::newRow("s") << QStringLiteral("s") << QStringLiteral("compare.stopLane");
    QTest::newRow("Shift+S") << QStringLiteral("S") << QStringLiteral("compare.stop");
    QTest::newRow("r") << QStringLiteral("r") << QStringLiteral("compare.retryLane");
    QTest::newRow("n") << QStringLiteral("n") << QStringLiteral("compare.nextDisagreement");
    QTest::newRow("Shift+N") << QStringLiteral("N") << QStringLiteral("compare.previousDisagreement");
    QTest::newRow("/") << QStringLiteral("/") << QStringLiteral("compare.find");
    QTest::newRow("?") << QStringLiteral("?") << QStringLiteral("compare.keys");
}

void TestLaneKeys::lettersStartActions()
{
    QFETCH(QString, text);
    QFETCH(QString, id);
    show({QStringLiteral("One"), QStringLiteral("Two")});
    QObject owner;
    QAction *const wanted = m_fixture->actions().find(id);
    QVERIFY(wanted);
    int started = 0;
    for (const QAction *each : m_fixture->actions().all())
        connect(each, &QAction::triggered, &owner,
                [&started, each, wanted] { started += each == wanted ? 1 : 100; });
    key(text);
    QCOMPARE(started, 1);
}

void TestLaneKeys::blocksAreSteppedInAllLanes()
{
    show({longAnswer(QStringLiteral("buckets")), QStringLiteral("Short."),
          longAnswer(QStringLiteral("windows"))});
    const auto top = [this](int index) { return answer(index).verticalScrollBar()->value(); };
    QVERIFY(top(0) <= 10); // the margin may be out of sight
    key(QStringLiteral("jj"));
    const int there = top(0);
    QVERIFY(there > 0);
    QVERIFY(top(2) > 0);
    QVERIFY(blockTops(*answer(0).document()).contains(there));
    QCOMPARE(top(1), 0);
    key(QStringLiteral("jk"));
    QCOMPARE(top(0), there);
    key(QStringLiteral("kkk"));
    QCOMPARE(top(0), 0);
}

void TestLaneKeys::blocksAreWhole()
{
    show({QStringLiteral(
              "# Title\n\nText.\n\n```py\na\nb\nc\n```\n\n| x | y |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\n"
              "- one\n- two\n\nEnd."),
          QStringLiteral("x")});
    // Title, text, code, table, two items, end.
    QCOMPARE(blockTops(*answer(0).document()).size(), 7);
}

void TestLaneKeys::textFieldsKeepTheirKeys()
{
    show({QStringLiteral("One"), QStringLiteral("Two")});
    QSignalSpy maximised(action("compare.maximiseLane"), &QAction::triggered);
    auto *const prompt = m_fixture->page().findChild<QPlainTextEdit *>(QStringLiteral("promptEditor"));
    prompt->setFocus();
    key(QStringLiteral("m2?/"));
    QCOMPARE(prompt->toPlainText(), QStringLiteral("m2?/"));
    action("compare.find")->trigger();
    auto *const field = m_fixture->page().findChild<QLineEdit *>(QStringLiteral("findField"));
    QVERIFY(field->hasFocus());
    key(QStringLiteral("sm?"));
    QCOMPARE(field->text(), QStringLiteral("sm?"));
    QVERIFY(maximised.isEmpty());
    QVERIFY(m_fixture->page().findChild<KeysOverlay *>()->isHidden());
    // A field inside a lane has its keys too, even one that does not take them.
    auto *const inside = new QLineEdit(&lane(0));
    inside->setReadOnly(true);
    inside->show();
    inside->setFocus();
    key(QStringLiteral("m"));
    QVERIFY(maximised.isEmpty());
}

void TestLaneKeys::modifiersAreRespected()
{
    show({QStringLiteral("One"), QStringLiteral("Two")});
    QSignalSpy maximised(action("compare.maximiseLane"), &QAction::triggered);
    for (const Qt::KeyboardModifier modifier : {Qt::AltModifier, Qt::MetaModifier, Qt::ControlModifier})
        QTest::sendKeyEvent(QTest::Click, &answer(0), Qt::Key_M, QStringLiteral("m"), modifier);
    QTest::sendKeyEvent(QTest::Click, &answer(0), Qt::Key_M, QStringLiteral("M"), Qt::ShiftModifier);
    QVERIFY(maximised.isEmpty());
    // Caps Lock gives the capital letter without Shift.
    QTest::sendKeyEvent(QTest::Click, &answer(0), Qt::Key_M, QStringLiteral("M"), Qt::NoModifier);
    QCOMPARE(maximised.size(), 1);
    // `/` is Shift+7 on a German keyboard.
    QTest::sendKeyEvent(QTest::Click, &answer(0), Qt::Key_Slash, QStringLiteral("/"), Qt::ShiftModifier);
    QVERIFY(m_fixture->page().findChild<QLineEdit *>(QStringLiteral("findField"))->hasFocus());
}

void TestLaneKeys::theOverlayListsWhatWorks()
{
    show({QStringLiteral("One"), QStringLiteral("Two")});
    const auto listed = [this] {
        QStringList words;
        for (const QLabel *label : m_fixture->page().findChildren<QLabel *>(QStringLiteral("keyText")))
            words.append(label->accessibleName());
        return words;
    };
    key(QStringLiteral("?"));
    auto *const overlay = m_fixture->page().findChild<KeysOverlay *>();
    QVERIFY(overlay->isVisible());
    QVERIFY(listed().contains(QStringLiteral("j: Next block in all lanes")));
    QVERIFY(listed().contains(QStringLiteral("Shift+S: Stop all lanes")));
    QVERIFY(listed().contains(QStringLiteral("Ctrl+T: Add a lane")));
    // Each action with a shortcut is there, also one that is added later.
    m_fixture->actions().add({QStringLiteral("compare.voteBest"),
                              QStringLiteral("Vote for the lane"),
                              QStringLiteral("Lane"),
                              {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_V)}},
                             &m_fixture->page());
    overlay->open(m_fixture->page().findChild<LaneKeys *>()->grammar());
    QVERIFY(listed().contains(QStringLiteral("v: Vote for the lane")));
    QVERIFY(listed().contains(QStringLiteral("Ctrl+Alt+V: Vote for the lane")));
    for (const QAction *each : m_fixture->actions().all()) {
        if (each->parent() == &m_fixture->page() && !each->shortcut().isEmpty())
            QVERIFY2(!listed().filter(each->text()).isEmpty(), qPrintable(each->objectName()));
    }
}

void TestLaneKeys::theOverlayGivesTheFocusBack()
{
    show({QStringLiteral("One"), QStringLiteral("Two")});
    focusLane(1);
    QSignalSpy maximised(action("compare.maximiseLane"), &QAction::triggered);
    auto *const overlay = m_fixture->page().findChild<KeysOverlay *>();
    for (const QString &closing : {QStringLiteral("?"), QStringLiteral("\033")}) {
        key(QStringLiteral("?"));
        QVERIFY(overlay->isVisible());
        key(QStringLiteral("m")); // nothing below it gets keys
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(maximised.isEmpty());
        if (closing == QStringLiteral("?"))
            key(closing);
        else
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(overlay->isHidden());
        QVERIFY(answer(1).hasFocus());
    }
    action("compare.keys")->trigger();
    answer(0).setFocus();
    QVERIFY(overlay->isHidden());
    QVERIFY(answer(0).hasFocus());
}

void TestLaneKeys::agreementShadesSentences()
{
    show({QStringLiteral("Use a **token bucket**. Keep it in Redis.\n\n```py\nlimit = 5\n```"),
          QStringLiteral("- Use a token bucket!\n- Answer with 429.\n\n```py\nlimit = 5\n```"),
          QStringLiteral("Sliding logs need memory.")});
    const QString before = answer(0).toPlainText();
    QVERIFY(agree());
    QCOMPARE(shaded(0),
             (QStringList{QStringLiteral("Use a token bucket."), QStringLiteral("Keep it in Redis."),
                          QStringLiteral("limit = 5")}));
    // The mark of a list belongs to its text here.
    QVERIFY(shaded(1).constFirst().endsWith(QStringLiteral("Use a token bucket!")));
    const auto selections = answer(0).extraSelections();
    QVERIFY(selections.at(0).format.background() != selections.at(1).format.background());
    QCOMPARE(selections.at(0).format.background(), selections.at(2).format.background());
    QCOMPARE(selections.at(1).format.underlineStyle(), QTextCharFormat::DotLine); // not by colour alone
    QCOMPARE(answer(0).toPlainText(), before);
    const QList<QLabel *> legend =
        m_fixture->page().findChildren<QLabel *>(QStringLiteral("agreementLegend"));
    QCOMPARE(legend.size(), 3);
    QCOMPARE(legend.at(0)->text(), QStringLiteral("said by all 3 lanes"));
    action("compare.agreement")->trigger();
    QVERIFY(shaded(0).isEmpty());
    QVERIFY(m_fixture->page().findChild<AgreementBar *>()->isHidden());
}

void TestLaneKeys::agreementFollowsTheView()
{
    show({QStringLiteral("Use a **token bucket**."), QStringLiteral("Use a token bucket.")});
    QVERIFY(agree());
    QSignalSpy marked(&marks(), &AgreementMarks::marked);
    action("compare.toggleRaw")->trigger();
    QVERIFY(marked.wait());
    QCOMPARE(shaded(0), QStringList{QStringLiteral("Use a **token bucket**.")});
    const QBrush light = answer(0).extraSelections().constFirst().format.background();
    m_fixture->theme().setScheme(Theme::Scheme::Dark);
    QTRY_VERIFY(!answer(0).extraSelections().isEmpty()
                && answer(0).extraSelections().constFirst().format.background() != light);
    QCOMPARE(shaded(0), QStringList{QStringLiteral("Use a **token bucket**.")});
    m_fixture->page().showRun(storedRun({QStringLiteral("Only this.")}));
    QTRY_VERIFY(m_fixture->page().findChild<AgreementBar *>()->isHidden());
}

void TestLaneKeys::agreementNeedsTwoAnswers()
{
    show({QStringLiteral("One")});
    action("compare.agreement")->trigger();
    QVERIFY(!marks().isActive());
    QCOMPARE(m_fixture->page().findChild<ToastArea *>()->message(),
             QStringLiteral("Agreement needs the answers of two lanes."));
    QVERIFY(!m_fixture->page().findChild<QToolButton *>(QStringLiteral("agreement"))->isVisible());
}

void TestLaneKeys::agreementExplainsItself()
{
    show({QStringLiteral("Use a token bucket."), QStringLiteral("Use a token bucket."),
          QStringLiteral("Never mind.")});
    QVERIFY(agree());
    QCOMPARE(marks().wordsAt(answer(0), 3), QStringLiteral("2 of 3 lanes say this: model-1, model-2"));
    QCOMPARE(marks().wordsAt(answer(2), 3), QStringLiteral("Only this lane says this."));
    QWidget *const viewport = answer(2).viewport();
    QHelpEvent help(QEvent::ToolTip, QPoint(30, 20), viewport->mapToGlobal(QPoint(30, 20)));
    QApplication::sendEvent(viewport, &help);
    QCOMPARE(QToolTip::text(), QStringLiteral("Only this lane says this."));
    QToolTip::hideText();
}

void TestLaneKeys::disagreementsAreSteppedInAllLanes()
{
    QString first = longAnswer(QStringLiteral("buckets"));
    QString second = first;
    first.insert(first.indexOf(QStringLiteral("## Part 20")),
                 QStringLiteral("Nobody else thinks of elephants here.\n\n"));
    first.insert(first.indexOf(QStringLiteral("## Part 40")),
                 QStringLiteral("Giraffes are remarkable animals too.\n\n"));
    second.insert(second.indexOf(QStringLiteral("## Part 30")),
                  QStringLiteral("Quietly the violins began playing.\n\n"));
    show({first, second});
    key(QStringLiteral("n")); // switches the marks on and goes to the first one
    const auto seen = [this](int index, const char *words) {
        const QTextCursor found = answer(index).document()->find(QString::fromUtf8(words));
        return answer(index).viewport()->rect().contains(answer(index).cursorRect(found));
    };
    QTRY_VERIFY(seen(0, "elephants"));
    QVERIFY(seen(1, "violins"));
    const auto *const place = m_fixture->page().findChild<ElidedLabel *>(QStringLiteral("agreementPlace"));
    QCOMPARE(place->fullText(), QStringLiteral("Alone in model-1: 1 of 2, model-2: 1 of 1"));
    key(QStringLiteral("n"));
    QVERIFY(seen(0, "Giraffes"));
    key(QStringLiteral("N"));
    QVERIFY(seen(0, "elephants"));
    answer(0).verticalScrollBar()->setValue(answer(0).verticalScrollBar()->maximum());
    key(QStringLiteral("N")); // from where the reader is now
    QVERIFY(seen(0, "Giraffes"));
}

SWITCHYARD_TEST(TestLaneKeys)
#include "tst_lanekeys.moc"
