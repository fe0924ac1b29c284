#include "tests/support/testunit.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/popup.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/searchfield.h"

#include <QAccessible>
#include <QDialog>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using ui::FlatButton;
using ui::Icon;
using ui::Theme;

class ButtonsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void anIconButtonHasANameForEveryone();
    void theKeyboardReachesAndPressesAButton_data();
    void theKeyboardReachesAndPressesAButton();
    void assistiveTechnologyNamesAndPressesAButton_data();
    void assistiveTechnologyNamesAndPressesAButton();
    void assistiveTechnologyCannotPressWhatIsDisabled();
    void assistiveTechnologyOpensAMenu();
    void aButtonIsLeftWhenItsPopupCloses_data();
    void aButtonIsLeftWhenItsPopupCloses();
    void theIconsOfASearchHaveNames();
    void aLongTextIsCutToItsLimit();
    void anElidableButtonFitsWhereThereIsLittleRoom();
    void aMenuButtonMakesRoomForItsArrow();
    void aButtonGrowsWithTheZoom();
    void escapeEmptiesTheSearchFirst();
    void arrowKeysInTheSearchMoveItsResults();

private:
    Theme m_theme;
};

void ButtonsTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_theme.setZoom(1.0);
}

void ButtonsTest::anIconButtonHasANameForEveryone()
{
    const FlatButton button(m_theme, Icon::Copy, QStringLiteral("Copy answer"));
    QCOMPARE(button.accessibleName(), QStringLiteral("Copy answer"));
    QCOMPARE(button.toolTip(), QStringLiteral("Copy answer"));
    QVERIFY(!button.icon().isNull());
}

void ButtonsTest::theKeyboardReachesAndPressesAButton_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("flat") << 0;
    QTest::newRow("icon only") << 1;
    QTest::newRow("primary") << 2;
}

void ButtonsTest::theKeyboardReachesAndPressesAButton()
{
    QFETCH(int, kind);
    QWidget window;
    auto *const column = new QVBoxLayout(&window);
    auto *const before = new QLineEdit(&window);
    QAbstractButton *button = nullptr;
    if (kind == 0)
        button = new FlatButton(m_theme, QStringLiteral("Retry"), FlatButton::Look::Outlined, &window);
    else if (kind == 1)
        button = new FlatButton(m_theme, Icon::Retry, QStringLiteral("Retry"), &window);
    else
        button = new ui::PrimaryButton(m_theme, QStringLiteral("Send"), &window);
    column->addWidget(before);
    column->addWidget(button);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before->setFocus();
    const QImage without = button->grab().toImage();
    QTest::keyClick(before, Qt::Key_Tab);
    QVERIFY(button->hasFocus());
    QVERIFY2(button->grab().toImage() != without, "the focus can be seen");
    const QSignalSpy clicked(button, &QAbstractButton::clicked);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(clicked.size(), 1);
}

void ButtonsTest::assistiveTechnologyNamesAndPressesAButton_data()
{
    QTest::addColumn<bool>("icon");
    QTest::addColumn<bool>("checkable");
    QTest::addColumn<QAccessible::Role>("role");
    QTest::newRow("a text") << false << false << QAccessible::PushButton;
    QTest::newRow("an icon") << true << false << QAccessible::PushButton;
    QTest::newRow("a switch") << false << true << QAccessible::CheckBox;
}

void ButtonsTest::assistiveTechnologyNamesAndPressesAButton()
{
    QFETCH(bool, icon);
    QFETCH(bool, checkable);
    const QString name = QStringLiteral("Try this & that");
    const std::unique_ptr<FlatButton> button = icon
        ? std::make_unique<FlatButton>(m_theme, Icon::Retry, name)
        : std::make_unique<FlatButton>(m_theme, QStringLiteral("&Try this && that"));
    button->setCheckable(checkable);
    button->show();
    QAccessibleInterface *const access = QAccessible::queryAccessibleInterface(button.get());
    QVERIFY(access && access->actionInterface());
    QCOMPARE(access->text(QAccessible::Name), name);
    QTEST(access->role(), "role");
    QVERIFY(!access->state().checked);
    QCOMPARE(bool(access->state().checkable), checkable);
    const QSignalSpy clicked(button.get(), &QAbstractButton::clicked);
    const QString action =
        checkable ? QAccessibleActionInterface::toggleAction() : QAccessibleActionInterface::pressAction();
    QCOMPARE(access->actionInterface()->actionNames().value(0), action);
    access->actionInterface()->doAction(action);
    QTRY_COMPARE(clicked.size(), 1);
    QCOMPARE(bool(access->state().checked), checkable);
}

void ButtonsTest::assistiveTechnologyCannotPressWhatIsDisabled()
{
    FlatButton button(m_theme, QStringLiteral("Retry"));
    button.setEnabled(false);
    button.show();
    QAccessibleInterface *const access = QAccessible::queryAccessibleInterface(&button);
    QVERIFY(access && access->state().disabled);
    QVERIFY(!access->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
    access->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(!button.isDown());
}

void ButtonsTest::assistiveTechnologyOpensAMenu()
{
    FlatButton button(m_theme, QStringLiteral("Export"));
    auto *const menu = new QMenu(&button);
    menu->addAction(QStringLiteral("As CSV"));
    button.setMenu(menu);
    button.show();
    QAccessibleInterface *const access = QAccessible::queryAccessibleInterface(&button);
    QCOMPARE(access->role(), QAccessible::ButtonMenu);
    QVERIFY(access->state().hasPopup);
    bool shown = false;
    connect(menu, &QMenu::aboutToShow, this, [&shown, menu] {
        shown = true;
        QMetaObject::invokeMethod(menu, &QWidget::close, Qt::QueuedConnection);
    });
    access->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
    QVERIFY2(!shown, "the caller is answered first");
    QTRY_VERIFY(shown);
}

void ButtonsTest::aButtonIsLeftWhenItsPopupCloses_data()
{
    QTest::addColumn<bool>("menu");
    QTest::addColumn<bool>("over");
    QTest::newRow("a menu") << true << false;
    QTest::newRow("a popup") << false << false;
    QTest::newRow("a menu, with the pointer still over it") << true << true;
}

void ButtonsTest::aButtonIsLeftWhenItsPopupCloses()
{
    QFETCH(bool, menu);
    QFETCH(bool, over);
    QWidget window;
    window.resize(300, 200);
    FlatButton button(m_theme, QStringLiteral("Export"), FlatButton::Look::Flat, &window);
    QMenu choices(&button);
    choices.addAction(QStringLiteral("As CSV"));
    ui::Popup popup(m_theme, {200, 100}, &window);
    QWidget *const layer = menu ? static_cast<QWidget *>(&choices) : &popup;
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCursor::setPos(button.mapToGlobal(button.rect().center()));
    QEnterEvent enter(button.rect().center(), button.rect().center(), QCursor::pos());
    QCoreApplication::sendEvent(&button, &enter);
    QVERIFY(button.underMouse());
    layer->move(button.mapToGlobal(QPoint(0, button.height())));
    layer->show();
    QVERIFY(QTest::qWaitForWindowExposed(layer));
    // As on platforms that give all movements to the popup and do not say that the button was left.
    button.setAttribute(Qt::WA_UnderMouse);
    // As far from each other as after a choice from a menu.
    if (!over)
        button.move(150, 150);
    layer->hide();
    QCoreApplication::processEvents();
    QTRY_COMPARE(button.underMouse(), over);
}

void ButtonsTest::theIconsOfASearchHaveNames()
{
    const ui::SearchField field(m_theme, QStringLiteral("Search history"));
    const QList<QToolButton *> icons = field.findChildren<QToolButton *>();
    QCOMPARE(icons.size(), 2);
    for (QToolButton *icon : icons)
        QVERIFY(!QAccessible::queryAccessibleInterface(icon)->text(QAccessible::Name).isEmpty());
}

void ButtonsTest::aLongTextIsCutToItsLimit()
{
    FlatButton button(m_theme,
                      QStringLiteral("a line-up with a name that nobody would want to read in a bar"));
    const int whole = button.sizeHint().width();
    button.setTextLimit(100);
    QVERIFY(button.sizeHint().width() < whole);
    QVERIFY(button.sizeHint().width() <= 100 + 24);
}

void ButtonsTest::anElidableButtonFitsWhereThereIsLittleRoom()
{
    QWidget place;
    auto *const row = new QVBoxLayout(&place);
    row->setContentsMargins(0, 0, 0, 0);
    auto *const button = new FlatButton(m_theme, QStringLiteral("Cheapest that passed your votes"),
                                        FlatButton::Look::Outlined);
    button->setMenu(new QMenu(button));
    button->setElidable();
    row->addWidget(button, 0, Qt::AlignLeft);
    const int whole = button->sizeHint().width();
    place.setFixedSize(whole + 100, 60);
    place.show();
    QCOMPARE(button->width(), whole);
    const QImage uncut = button->grab().toImage();
    const int narrow = whole * 2 / 3;
    place.setFixedWidth(narrow);
    QTRY_COMPARE(button->width(), narrow);
    // The arrow of its menu, and the edge, are where they were, seen from the right.
    const QImage cut = button->grab().toImage();
    const int end = 20;
    const QRect right(QPoint(narrow - end, 0), QSize(end, cut.height()));
    QCOMPARE(cut.copy(right), uncut.copy(right.translated(whole - narrow, 0)));
}

void ButtonsTest::aMenuButtonMakesRoomForItsArrow()
{
    FlatButton button(m_theme, QStringLiteral("Daily four"), FlatButton::Look::Outlined);
    const int without = button.sizeHint().width();
    button.setMenu(new QMenu(&button));
    QVERIFY(button.sizeHint().width() > without);
    QCOMPARE(button.popupMode(), QToolButton::InstantPopup);
}

void ButtonsTest::aButtonGrowsWithTheZoom()
{
    m_theme.install();
    const FlatButton flat(m_theme, QStringLiteral("Retry"));
    const ui::PrimaryButton primary(m_theme, QStringLiteral("Send"));
    const QSize flatBefore = flat.sizeHint();
    const QSize primaryBefore = primary.sizeHint();
    m_theme.setZoom(2.0);
    QTRY_VERIFY(flat.sizeHint().width() > flatBefore.width() * 3 / 2);
    QTRY_VERIFY(primary.sizeHint().height() > primaryBefore.height() * 3 / 2);
}

void ButtonsTest::escapeEmptiesTheSearchFirst()
{
    QDialog dialog;
    ui::SearchField field(m_theme, QStringLiteral("Search history"), &dialog);
    dialog.show();
    field.setText(QStringLiteral("rate limit"));
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QVERIFY2(dialog.isVisible(), "the first Esc only empties the field");
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY2(!dialog.isVisible(), "the second one reaches the dialog");
    QCOMPARE(field.accessibleName(), QStringLiteral("Search history"));
}

void ButtonsTest::arrowKeysInTheSearchMoveItsResults()
{
    QListWidget list;
    list.addItems({QStringLiteral("one"), QStringLiteral("two")});
    list.setCurrentRow(0);
    ui::SearchField field(m_theme, QStringLiteral("Search"));
    field.setResults(&list);
    QTest::keyClick(&field, Qt::Key_Down);
    QCOMPARE(list.currentRow(), 1);
    QTest::keyClicks(&field, QStringLiteral("x"));
    QCOMPARE(field.text(), QStringLiteral("x"));
}

SWITCHYARD_TEST(ButtonsTest)
#include "tst_buttons.moc"
