#include "ui/widgets/commandpalette.h"

#include "tests/support/testunit.h"
#include "ui/actions.h"
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using ui::CommandPalette;
using ui::Theme;

class CommandPaletteTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void itListsWhatCanBeDoneNow();
    void aFewLettersFindAnActionAndReturnStartsIt();
    void theCategoryIsSearchedToo();
    void arrowKeysInTheFieldMoveTheSelection();
    void aClickStartsAnAction();
    void escapeClosesAndGivesTheFocusBack();
    void nothingFoundStartsNothing();
    void shortcutsOfThePageAreSilent();
    void anActionGoneMeanwhileIsNotStarted();
    void itStaysInsideASmallWindow();

private:
    QString shown(int row) const { return list()->model()->index(row, 0).data().toString(); }
    QListView *list() const { return m_palette->findChild<QListView *>(); }
    QLineEdit *field() const { return m_palette->findChild<QLineEdit *>(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_other = nullptr;
    CommandPalette *m_palette = nullptr;
    QAction *m_send = nullptr;
    QAction *m_copy = nullptr;
};

void CommandPaletteTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_theme = std::make_unique<Theme>();
    m_actions = std::make_unique<ui::Actions>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 600);
    m_other = new QLineEdit(m_window.get());
    m_send = m_actions->add({QStringLiteral("send"),
                             QStringLiteral("&Send prompt"),
                             QStringLiteral("Compare"),
                             {QKeySequence(Qt::CTRL | Qt::Key_Return)}},
                            m_window.get());
    m_copy =
        m_actions->add({QStringLiteral("copy"), QStringLiteral("Copy answer"), QStringLiteral("Compare"), {}},
                       m_window.get());
    m_actions->add({QStringLiteral("zoom"), QStringLiteral("Zoom in"), QStringLiteral("View"), {}},
                   m_window.get());
    m_actions
        ->add({QStringLiteral("off"), QStringLiteral("Stop lanes"), QStringLiteral("Compare"), {}},
              m_window.get())
        ->setEnabled(false);
    m_palette = new CommandPalette(*m_theme, *m_actions, m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_other->setFocus();
    m_palette->open();
    QVERIFY(field()->hasFocus());
}

void CommandPaletteTest::cleanup()
{
    m_window.reset();
    m_actions.reset();
    m_theme.reset();
}

void CommandPaletteTest::itListsWhatCanBeDoneNow()
{
    QCOMPARE(m_palette->shownActions(), 3);
    QCOMPARE(shown(0), QStringLiteral("Send prompt"));
}

void CommandPaletteTest::aFewLettersFindAnActionAndReturnStartsIt()
{
    const QSignalSpy triggered(m_copy, &QAction::triggered);
    QTest::keyClicks(field(), QStringLiteral("cpan"));
    QCOMPARE(shown(0), QStringLiteral("Copy answer"));
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(triggered.size(), 1);
    QVERIFY(m_palette->isHidden());
    QVERIFY(m_other->hasFocus());
}

void CommandPaletteTest::theCategoryIsSearchedToo()
{
    QTest::keyClicks(field(), QStringLiteral("view zoom"));
    QCOMPARE(m_palette->shownActions(), 1);
    QCOMPARE(shown(0), QStringLiteral("Zoom in"));
}

void CommandPaletteTest::arrowKeysInTheFieldMoveTheSelection()
{
    const QSignalSpy triggered(m_copy, &QAction::triggered);
    QTest::keyClick(field(), Qt::Key_Down);
    QVERIFY(field()->hasFocus());
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(triggered.size(), 1);
}

void CommandPaletteTest::aClickStartsAnAction()
{
    const QSignalSpy triggered(m_copy, &QAction::triggered);
    const QRect row = list()->visualRect(list()->model()->index(1, 0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(triggered.size(), 1);
    QVERIFY(m_palette->isHidden());
}

void CommandPaletteTest::escapeClosesAndGivesTheFocusBack()
{
    QTest::keyClicks(field(), QStringLiteral("send"));
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(m_palette->isHidden());
    QVERIFY(m_other->hasFocus());
    m_palette->open();
    QVERIFY2(field()->text().isEmpty(), "it opens fresh");
    QCOMPARE(m_palette->shownActions(), 3);
}

void CommandPaletteTest::nothingFoundStartsNothing()
{
    const QSignalSpy triggered(m_send, &QAction::triggered);
    QTest::keyClicks(field(), QStringLiteral("qqq"));
    QCOMPARE(m_palette->shownActions(), 0);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(triggered.size(), 0);
    QVERIFY(!m_palette->isHidden());
}

void CommandPaletteTest::shortcutsOfThePageAreSilent()
{
    m_copy->setShortcut(Qt::CTRL | Qt::Key_W);
    const QSignalSpy triggered(m_copy, &QAction::triggered);
    QTest::keyClicks(field(), QStringLiteral("se"));
    QTest::keyClick(field(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(triggered.size(), 0);
    QVERIFY(!m_palette->isHidden());
    m_palette->dismiss();
    QTest::keyClick(m_other, Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(triggered.size(), 1);
}

void CommandPaletteTest::anActionGoneMeanwhileIsNotStarted()
{
    delete m_send;
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(m_actions->find(QStringLiteral("send")), nullptr);
}

void CommandPaletteTest::itStaysInsideASmallWindow()
{
    m_window->resize(300, 200);
    QTRY_VERIFY(m_window->rect().contains(m_palette->geometry()));
}

SWITCHYARD_TEST(CommandPaletteTest)
#include "tst_commandpalette.moc"
