#include "tests/support/testunit.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/themedlabel.h"
#include "ui/widgets/toastarea.h"

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using ui::MessagePanel;
using ui::Theme;
using ui::ToastArea;

class MessagesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aPanelShowsOnlyThePartsItHas();
    void aPanelKeepsFromTheEdgesOfItsPage();
    void aPanelOffersWhatToDo();
    void aPanelIsClosedWhereThatIsOffered();
    void actionsCanBeReplacedFromTheirOwnHandler();
    void anEmptyStateOffersOneStep();
    void aLongSentenceIsNotCut();
    void aToastOffersToUndoOnce();
    void aNewToastTakesTheOldOnesPlace();
    void aToastStaysOverTheFootOfItsWindow();
    void aToastStandsAboveTheControlsAtTheFoot();
    void aToastStaysWithinItsPage_data();
    void aToastStaysWithinItsPage();

private:
    static QStringList visibleTexts(const QWidget &widget);

    Theme m_theme;
};

QStringList MessagesTest::visibleTexts(const QWidget &widget)
{
    QStringList texts;
    for (const ui::ThemedLabel *label : widget.findChildren<ui::ThemedLabel *>()) {
        if (!label->isHidden())
            texts.append(label->text());
    }
    return texts;
}

void MessagesTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
}

void MessagesTest::aPanelShowsOnlyThePartsItHas()
{
    MessagePanel panel(m_theme);
    QVERIFY(panel.isHidden());
    panel.setMessage(MessagePanel::Kind::Bad, QStringLiteral("The key was not accepted"),
                     QStringLiteral("OpenAI: \"<b>no</b>\"."));
    QVERIFY(!panel.isHidden());
    QCOMPARE(
        visibleTexts(panel),
        QStringList({QStringLiteral("The key was not accepted"), QStringLiteral("OpenAI: \"<b>no</b>\".")}));
    QCOMPARE(panel.accessibleName(), QStringLiteral("The key was not accepted"));
    panel.setMessage(MessagePanel::Kind::Info, QStringLiteral("Done"));
    QCOMPARE(visibleTexts(panel), QStringList({QStringLiteral("Done")}));
    QCOMPARE(panel.kind(), MessagePanel::Kind::Info);
}

void MessagesTest::aPanelKeepsFromTheEdgesOfItsPage()
{
    MessagePanel panel(m_theme);
    panel.keepFromEdges();
    panel.setMessage(MessagePanel::Kind::Bad, QStringLiteral("broken.csv was not imported"));
    panel.resize(400, 80);
    panel.setAttribute(Qt::WA_TranslucentBackground);
    const QImage shown = panel.grab().toImage();
    QCOMPARE(shown.pixelColor(8, 40).alpha(), 0);
    QCOMPARE(shown.pixelColor(24, 40), m_theme.colour(Theme::Token::Panel));
}

void MessagesTest::aPanelOffersWhatToDo()
{
    MessagePanel panel(m_theme);
    panel.setMessage(MessagePanel::Kind::Warn, QStringLiteral("Limited"));
    ui::FlatButton *const retry = panel.addAction(QStringLiteral("Try now"));
    ui::FlatButton *const swap = panel.addAction(QStringLiteral("Swap model"));
    panel.show();
    QTRY_VERIFY(retry->isVisible());
    QTRY_VERIFY(retry->x() < swap->x());
    const QSignalSpy clicked(retry, &QAbstractButton::clicked);
    QTest::mouseClick(retry, Qt::LeftButton);
    QCOMPARE(clicked.size(), 1);
}

void MessagesTest::aPanelIsClosedWhereThatIsOffered()
{
    MessagePanel panel(m_theme);
    QVERIFY(!panel.findChild<ui::FlatButton *>());
    panel.letClose();
    panel.setMessage(MessagePanel::Kind::Bad, QStringLiteral("broken.csv was not imported"));
    ui::FlatButton *const action = panel.addAction(QStringLiteral("Again"));
    auto *const close = panel.findChild<ui::FlatButton *>(QStringLiteral("message.close"));
    QVERIFY(!close->accessibleName().isEmpty());
    panel.clearActions();
    QVERIFY(action->isHidden() && !close->isHidden());
    close->click();
    QVERIFY(panel.isHidden());
    panel.setMessage(MessagePanel::Kind::Bad, QStringLiteral("Nor was this one"));
    QVERIFY(!panel.isHidden());
}

void MessagesTest::actionsCanBeReplacedFromTheirOwnHandler()
{
    MessagePanel panel(m_theme);
    panel.setMessage(MessagePanel::Kind::Warn, QStringLiteral("Limited"));
    const QPointer<ui::FlatButton> button = panel.addAction(QStringLiteral("Try now"));
    connect(button, &QAbstractButton::clicked, &panel, [&panel] {
        panel.clearActions();
        panel.addAction(QStringLiteral("Stop"));
    });
    panel.show();
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(button.isNull());
    const auto left = panel.findChildren<ui::FlatButton *>();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first()->text(), QStringLiteral("Stop"));
}

void MessagesTest::anEmptyStateOffersOneStep()
{
    ui::EmptyState state(m_theme, ui::Icon::History, QStringLiteral("No runs yet"),
                         QStringLiteral("Send one."));
    state.resize(600, 400);
    state.show();
    auto *const button = state.findChild<ui::PrimaryButton *>();
    QVERIFY(!button->isVisible());
    state.setAction(QStringLiteral("Compare models"));
    QVERIFY(button->isVisible());
    const QSignalSpy triggered(&state, &ui::EmptyState::actionTriggered);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(triggered.size(), 1);
}

void MessagesTest::aLongSentenceIsNotCut()
{
    ui::EmptyState state(m_theme, ui::Icon::History, QStringLiteral("No runs yet"),
                         QStringLiteral("Each prompt you send is kept here. ").repeated(8));
    state.resize(700, 500);
    state.show();
    const auto labels = state.findChildren<ui::ThemedLabel *>();
    QTRY_VERIFY(labels.last()->height() >= labels.last()->heightForWidth(labels.last()->width()));
    QVERIFY(labels.last()->height() > labels.first()->height() * 2);
}

void MessagesTest::aToastOffersToUndoOnce()
{
    QWidget window;
    window.resize(600, 400);
    ToastArea toast(m_theme, &window);
    window.show();
    int undone = 0;
    toast.showMessage(QStringLiteral("Run deleted."), QStringLiteral("Undo"), [&undone] { ++undone; });
    QCOMPARE(toast.message(), QStringLiteral("Run deleted."));
    auto *const undo = toast.findChildren<ui::FlatButton *>().first();
    QCOMPARE(undo->text(), QStringLiteral("Undo"));
    undo->click();
    undo->click();
    QCOMPARE(undone, 1);
    QVERIFY(toast.message().isEmpty());
}

void MessagesTest::aNewToastTakesTheOldOnesPlace()
{
    QWidget window;
    window.resize(600, 400);
    ToastArea toast(m_theme, &window);
    window.show();
    bool undone = false;
    toast.showMessage(QStringLiteral("Run deleted."), QStringLiteral("Undo"), [&undone] { undone = true; });
    toast.showMessage(QStringLiteral("Copied."));
    auto *const action = toast.findChildren<ui::FlatButton *>().first();
    QVERIFY(action->isHidden());
    action->click();
    QVERIFY2(!undone, "an old action is gone with its message");
}

void MessagesTest::aToastStaysOverTheFootOfItsWindow()
{
    QWidget window;
    window.resize(600, 400);
    ToastArea toast(m_theme, &window);
    window.show();
    toast.showMessage(QStringLiteral("Run deleted."), QStringLiteral("Undo"));
    window.resize(800, 700);
    QTRY_VERIFY(toast.geometry().bottom() > 600);
    QVERIFY(window.rect().contains(toast.geometry()));
}

void MessagesTest::aToastStandsAboveTheControlsAtTheFoot()
{
    QWidget window;
    auto *const body = new QWidget;
    auto *const foot = new QWidget;
    foot->setFixedHeight(90);
    auto *const column = new QVBoxLayout(&window);
    column->setContentsMargins({});
    column->addWidget(body, 1);
    column->addWidget(foot);
    window.resize(600, 600);
    ToastArea toast(m_theme, &window);
    toast.keepAbove(foot);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    toast.showMessage(QStringLiteral("Run deleted."), QStringLiteral("Undo"));
    QVERIFY(toast.geometry().bottom() < foot->y());
    QVERIFY(toast.geometry().top() > 400);
    foot->setFixedHeight(200);
    QTRY_VERIFY(toast.geometry().bottom() < foot->y() && foot->height() == 200);
    QVERIFY(toast.geometry().top() > 300);
    foot->hide();
    QTRY_VERIFY(toast.geometry().bottom() > 500);
    QVERIFY(window.rect().contains(toast.geometry()));
}

void MessagesTest::aToastStaysWithinItsPage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("wrapped");
    QTest::newRow("a short one") << QStringLiteral("Copied.") << false;
    QTest::newRow("a sentence longer than the page")
        << QStringLiteral("The prices were priced again. ").repeated(8).trimmed() << true;
    QTest::newRow("a path longer than the page")
        << QStringLiteral("Saved /home/%1/usage.csv").arg(QString(200, u'x')) << true;
}

void MessagesTest::aToastStaysWithinItsPage()
{
    QFETCH(QString, text);
    QFETCH(bool, wrapped);
    QWidget window;
    auto *const rail = new QWidget;
    rail->setFixedWidth(180);
    auto *const page = new QWidget;
    auto *const row = new QHBoxLayout(&window);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(rail);
    row->addWidget(page, 1);
    window.resize(640, 400);
    ToastArea toast(m_theme, &window);
    toast.keepWithin(page);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    toast.showMessage(text, QStringLiteral("Undo"));
    QCOMPARE(toast.message(), text);
    QVERIFY(page->geometry().contains(toast.geometry()));
    QVERIFY(std::abs(toast.geometry().center().x() - page->geometry().center().x()) <= 1);
    const auto *const label = toast.findChild<ui::ThemedLabel *>();
    QTRY_VERIFY(label->width() >= label->fontMetrics().averageCharWidth() * 5);
    QCOMPARE(label->wordWrap(), wrapped);
    QVERIFY2(label->heightForWidth(label->width()) <= label->height(), "all lines are to be seen");
    for (const ui::FlatButton *const button : toast.findChildren<ui::FlatButton *>())
        QVERIFY(toast.rect().contains(button->geometry()));
    rail->setFixedWidth(260);
    QTRY_VERIFY(page->x() == 260 && page->geometry().contains(toast.geometry()));
}

SWITCHYARD_TEST(MessagesTest)
#include "tst_messages.moc"
