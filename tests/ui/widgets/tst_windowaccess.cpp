#include "tests/support/testunit.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/popup.h"
#include "ui/widgets/windowaccess.h"

#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QTest>
#include <QVBoxLayout>

using ui::FlatButton;
using ui::Popup;
using ui::Theme;

/// What assistive technology finds of popups and menus.
class WindowAccessTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void anOpenPopupIsOfItsWindow();
    void anOpenMenuIsOfItsWindow();
    void aPopupIsOfNoOtherWindow();

private:
    QAccessibleInterface *access(QObject *object) { return QAccessible::queryAccessibleInterface(object); }
    QList<QObject *> children(QObject *object);

    Theme m_theme;
    std::unique_ptr<QMainWindow> m_window;
    FlatButton *m_button = nullptr;
};

void WindowAccessTest::init()
{
    m_window = std::make_unique<QMainWindow>();
    auto *const page = new QWidget;
    m_button = new FlatButton(m_theme, QStringLiteral("More"), FlatButton::Look::Flat, page);
    auto *const column = new QVBoxLayout(page);
    column->addWidget(m_button);
    m_window->setCentralWidget(page);
    m_window->resize(600, 400);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void WindowAccessTest::cleanup()
{
    m_window.reset();
}

QList<QObject *> WindowAccessTest::children(QObject *object)
{
    QList<QObject *> found;
    const QAccessibleInterface *const parent = access(object);
    for (int at = 0; at < parent->childCount(); ++at)
        found.append(parent->child(at)->object());
    return found;
}

void WindowAccessTest::anOpenPopupIsOfItsWindow()
{
    const QList<QObject *> before = children(m_window.get());
    QVERIFY(before.contains(m_window->centralWidget()));
    auto *const popup = new Popup(m_theme, {200, 100}, m_button);
    popup->setAccessibleName(QStringLiteral("About the call"));
    auto *const field = new QLineEdit(popup);
    QCOMPARE(children(m_window.get()), before);
    popup->openBelow(m_button);
    QCOMPARE(children(m_window.get()), before + QList<QObject *>{popup});
    QAccessibleInterface *const opened = access(popup);
    QCOMPARE(opened->role(), QAccessible::Dialog);
    QCOMPARE(opened->text(QAccessible::Name), QStringLiteral("About the call"));
    QCOMPARE(opened->parent()->object(), m_window.get());
    QCOMPARE(access(m_window.get())->indexOfChild(opened), static_cast<int>(before.size()));
    QVERIFY(children(popup).contains(field));
    popup->hide();
    QCOMPARE(children(m_window.get()), before);
}

void WindowAccessTest::anOpenMenuIsOfItsWindow()
{
    const QList<QObject *> before = children(m_window.get());
    auto *const menu = new QMenu(m_button);
    menu->addAction(QStringLiteral("Rename"));
    m_button->setMenu(menu);
    menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
    QCOMPARE(children(m_window.get()), before + QList<QObject *>{menu});
    menu->close();
    QCOMPARE(children(m_window.get()), before);
}

void WindowAccessTest::aPopupIsOfNoOtherWindow()
{
    QMainWindow other;
    other.show();
    const QList<QObject *> before = children(&other);
    Popup popup(m_theme, {200, 100}, m_button);
    popup.openBelow(m_button);
    QCOMPARE(children(&other), before);
}

SWITCHYARD_TEST(WindowAccessTest)
#include "tst_windowaccess.moc"
