#include "core/accounts/modelliststore.h"
#include "core/settings/lineupstore.h"
#include "tests/support/testunit.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/lineuppicker.h"
#include "ui/compare/modelchooser.h"
#include "ui/compare/modeldelegate.h"
#include "ui/widgets/toastarea.h"

#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace core;
using namespace ui;

class TestPickers : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void typingFiltersAndEnterAddsALane();
    void arrowsMoveWithoutLeavingTheSearch();
    void escapeClosesAndChangesNothing();
    void aStarStaysAndComesFirst();
    void anIdTypedByHandIsKept();
    void theLineUpTogglesModels();
    void lineUpsAreSavedAppliedRenamedAndRemoved();
    void aRemovedLineUpComesBackToItsPlace();
    void anyLineUpIsRenamedAndRemovedWithoutBeingApplied();
    void keysRenameAndRemoveAnyLineUp();
    void aLongNameIsElidedInTheList();
    void swappingAnIdleLaneWaitsForTheNextSend();
    void theSecondLineSaysWhatMatters();

private:
    void saveLineUps(const QList<const char *> &names);
    void open(const char *action) { m_fixture->actions().find(QString::fromUtf8(action))->trigger(); }
    template <typename T>
    T *part(const char *owner, const char *name) const
    {
        return m_fixture->page()
            .findChild<QWidget *>(QString::fromUtf8(owner))
            ->findChild<T *>(QString::fromUtf8(name));
    }
    QStringList lanes() const
    {
        QStringList names;
        for (const Target &target : m_fixture->page().targets())
            names.append(target.name.toString());
        return names;
    }

    std::unique_ptr<CompareFixture> m_fixture;
};

void TestPickers::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<CompareFixture>();
    m_fixture->makePage();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->page()));
}

void TestPickers::cleanup()
{
    m_fixture.reset();
}

void TestPickers::typingFiltersAndEnterAddsALane()
{
    open("compare.addLane");
    auto *const search = part<QLineEdit>("modelPicker", "modelSearch");
    auto *const list = part<QListView>("modelPicker", "modelList");
    const int all = list->model()->rowCount();
    QVERIFY(all > 20);
    QTest::keyClicks(search, QStringLiteral("schol"));
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(lanes(), QStringList{QStringLiteral("demo/scholar")});
    QVERIFY(!part<QLineEdit>("modelPicker", "modelSearch")->isVisible());
    open("compare.addLane");
    QCOMPARE(list->model()->rowCount(), all); // the next search starts anew
}

void TestPickers::arrowsMoveWithoutLeavingTheSearch()
{
    open("compare.addLane");
    auto *const search = part<QLineEdit>("modelPicker", "modelSearch");
    auto *const list = part<QListView>("modelPicker", "modelList");
    QCOMPARE(list->currentIndex().row(), 0);
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 2);
    const QString third = list->currentIndex().data().toString();
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(lanes(), QStringList{third});
}

void TestPickers::escapeClosesAndChangesNothing()
{
    open("compare.addLane");
    auto *const search = part<QLineEdit>("modelPicker", "modelSearch");
    QVERIFY(search->isVisible());
    QTest::keyClicks(search, QStringLiteral("swift"));
    QTest::keyClick(search, Qt::Key_Escape); // empties the search first
    QVERIFY(search->isVisible() && search->text().isEmpty());
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(!search->isVisible());
    QVERIFY(lanes().isEmpty());
}

void TestPickers::aStarStaysAndComesFirst()
{
    open("compare.addLane");
    auto *const search = part<QLineEdit>("modelPicker", "modelSearch");
    auto *const list = part<QListView>("modelPicker", "modelList");
    QTest::keyClicks(search, QStringLiteral("vision"));
    QTest::keyClick(search, Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(m_fixture->services().lineUps().favourites().contains(QStringLiteral("demo/vision")));
    search->clear();
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("demo/vision"));
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(search, Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(m_fixture->services().lineUps().favourites().isEmpty());
}

void TestPickers::anIdTypedByHandIsKept()
{
    open("compare.addLane");
    auto *const search = part<QLineEdit>("modelPicker", "modelSearch");
    QTest::keyClicks(search, QStringLiteral("demo/my/own-model"));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(lanes(), QStringList{QStringLiteral("demo/my/own-model")});
    const auto listed = [this] {
        const QList<AccountModel> models = m_fixture->services().modelLists().models(kDemoAccountId);
        return std::any_of(models.cbegin(), models.cend(), [](const AccountModel &model) {
            return model.id == QStringLiteral("my/own-model");
        });
    };
    QTRY_VERIFY(listed());
}

void TestPickers::theLineUpTogglesModels()
{
    open("compare.lineUp");
    auto *const search = part<QLineEdit>("lineUpPicker", "modelSearch");
    for (const char *model : {"demo/swift", "demo/scholar"}) {
        search->setText(QString::fromUtf8(model));
        QTest::keyClick(search, Qt::Key_Return);
    }
    QCOMPARE(lanes(), QStringList({QStringLiteral("demo/swift"), QStringLiteral("demo/scholar")}));
    QVERIFY(search->isVisible()); // several are chosen in one go
    search->setText(QStringLiteral("demo/swift"));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(lanes(), QStringList{QStringLiteral("demo/scholar")});
}

void TestPickers::lineUpsAreSavedAppliedRenamedAndRemoved()
{
    LineUpStore &store = m_fixture->services().lineUps();
    m_fixture->page().setLineUp({CompareFixture::demo("swift"), CompareFixture::demo("thinker")});
    open("compare.lineUp");
    auto *const name = part<QLineEdit>("lineUpPicker", "lineUpName");
    auto *const saved = part<QListWidget>("lineUpPicker", "savedLineUps");
    QTest::keyClicks(name, QStringLiteral("Two"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(store.lineUps().size(), 1);
    QTRY_COMPARE(saved->count(), 1);
    QVERIFY(m_fixture->page()
                .findChild<QWidget *>(QStringLiteral("lineUp"))
                ->accessibleName()
                .contains(QStringLiteral("Two")));

    saved->item(0)->setText(QStringLiteral("Pair"));
    QTRY_COMPARE(store.lineUps().constFirst().name, QStringLiteral("Pair"));
    m_fixture->page().setLineUp({CompareFixture::demo("vision")});
    QTRY_COMPARE(saved->count(), 1);
    saved->setCurrentRow(0);
    emit saved->itemActivated(saved->item(0));
    QCOMPARE(lanes(), QStringList({QStringLiteral("demo/swift"), QStringLiteral("demo/thinker")}));

    open("compare.lineUp");
    saved->setCurrentRow(0);
    QTest::keyClick(saved, Qt::Key_Delete);
    QTRY_VERIFY(store.lineUps().isEmpty());
    QTRY_COMPARE(saved->count(), 0);
}

void TestPickers::aRemovedLineUpComesBackToItsPlace()
{
    LineUpStore &store = m_fixture->services().lineUps();
    for (const char *name : {"first", "second"}) {
        store.save(QString::fromLatin1(name), {{QStringLiteral("demo/swift")}});
        QTRY_VERIFY(store.find(QString::fromLatin1(name)));
    }
    open("compare.lineUp");
    auto *const saved = part<QListWidget>("lineUpPicker", "savedLineUps");
    auto *const remove = part<QToolButton>("lineUpPicker", "removeLineUp");
    QCOMPARE(saved->count(), 2);
    QVERIFY2(!remove->isVisible(), "there is no row to have it");
    saved->setCurrentRow(0);
    emit saved->itemClicked(saved->item(0));
    // The one that was applied is the one the buttons work on.
    open("compare.lineUp");
    QCOMPARE(saved->currentRow(), 0);
    QVERIFY(remove->isVisible());
    remove->click();
    QTRY_COMPARE(store.lineUps().size(), 1);
    auto *const toasts = m_fixture->page().findChild<ui::ToastArea *>();
    QTRY_COMPARE(toasts->message(), QStringLiteral("“first” deleted."));
    for (QToolButton *button : toasts->findChildren<QToolButton *>()) {
        if (button->text() == QStringLiteral("Undo"))
            button->click();
    }
    QTRY_COMPARE(store.lineUps().size(), 2);
    QTRY_COMPARE(store.lineUps().constFirst().name, QStringLiteral("first"));
}

void TestPickers::saveLineUps(const QList<const char *> &names)
{
    LineUpStore &store = m_fixture->services().lineUps();
    for (const char *name : names) {
        store.save(QString::fromLatin1(name), {{QStringLiteral("demo/swift")}});
        QTRY_VERIFY(store.find(QString::fromLatin1(name)));
    }
}

void TestPickers::anyLineUpIsRenamedAndRemovedWithoutBeingApplied()
{
    LineUpStore &store = m_fixture->services().lineUps();
    saveLineUps({"first", "second", "third"});
    m_fixture->page().setLineUp({CompareFixture::demo("vision")});
    open("compare.lineUp");
    auto *const saved = part<QListWidget>("lineUpPicker", "savedLineUps");
    auto *const rename = part<QToolButton>("lineUpPicker", "renameLineUp");
    auto *const remove = part<QToolButton>("lineUpPicker", "removeLineUp");
    QTest::mouseMove(saved->viewport(), saved->visualItemRect(saved->item(1)).center());
    QTRY_VERIFY(rename->isVisible());
    const auto isOnRow = [saved](const QWidget *button, int row) {
        const QRect place(button->mapTo(saved->viewport(), QPoint()), button->size());
        return saved->visualItemRect(saved->item(row)).intersects(place);
    };
    QVERIFY(isOnRow(rename, 1) && !isOnRow(rename, 0));
    QTest::mouseClick(rename, Qt::LeftButton);
    auto *const editor = saved->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QVERIFY(!editor->geometry().intersects(rename->parentWidget()->geometry()));
    editor->setText(QStringLiteral("middle"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(store.lineUps().at(1).name, QStringLiteral("middle"));

    QTest::mouseMove(saved->viewport(), saved->visualItemRect(saved->item(2)).center());
    QTRY_VERIFY(isOnRow(remove, 2));
    QCOMPARE(remove->accessibleDescription(), QStringLiteral("third"));
    QTest::mouseClick(remove, Qt::LeftButton);
    QTRY_COMPARE(store.lineUps().size(), 2);
    QCOMPARE(store.lineUps().constLast().name, QStringLiteral("middle"));
    QVERIFY(saved->isVisible());
    QCOMPARE(lanes(), QStringList{QStringLiteral("demo/vision")});
}

void TestPickers::keysRenameAndRemoveAnyLineUp()
{
    LineUpStore &store = m_fixture->services().lineUps();
    saveLineUps({"first", "second"});
    m_fixture->page().setLineUp({CompareFixture::demo("vision")});
    open("compare.lineUp");
    auto *const saved = part<QListWidget>("lineUpPicker", "savedLineUps");
    saved->setFocus(Qt::TabFocusReason);
    saved->setCurrentRow(0);
    QTest::keyClick(saved, Qt::Key_Down);
    QTest::keyClick(saved, Qt::Key_F2);
    auto *const editor = saved->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(QStringLiteral("last"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(store.lineUps().at(1).name, QStringLiteral("last"));
    QTest::keyClick(saved, Qt::Key_Up);
    QTest::keyClick(saved, Qt::Key_Delete);
    QTRY_COMPARE(saved->count(), 1);
    QCOMPARE(store.lineUps().constFirst().name, QStringLiteral("last"));
    QCOMPARE(saved->currentRow(), 0); // the next can be removed at once
    QCOMPARE(lanes(), QStringList{QStringLiteral("demo/vision")});
}

void TestPickers::aLongNameIsElidedInTheList()
{
    saveLineUps({"Long context, every vendor that has a context of a million tokens or more this month"});
    open("compare.lineUp");
    const auto *const saved = part<QListWidget>("lineUpPicker", "savedLineUps");
    QTRY_COMPARE(saved->count(), 1);
    QCOMPARE(saved->visualItemRect(saved->item(0)).width(), saved->viewport()->width());
}

void TestPickers::swappingAnIdleLaneWaitsForTheNextSend()
{
    m_fixture->page().setLineUp({CompareFixture::demo("swift"), CompareFixture::demo("thinker")});
    open("compare.nextLane");
    open("compare.swapLane");
    auto *const search = part<QLineEdit>("modelPicker", "modelSearch");
    search->setText(QStringLiteral("scholar"));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(lanes(), QStringList({QStringLiteral("demo/swift"), QStringLiteral("demo/scholar")}));
    QVERIFY(!m_fixture->page().hasRunningLanes());
    QCOMPARE(m_fixture->runs(), 0);
}

void TestPickers::theSecondLineSaysWhatMatters()
{
    ModelChoice choice{{QStringLiteral("a"), QStringLiteral("old")}};
    choice.info.status = ModelStatus::Retired;
    choice.info.successor = QStringLiteral("new");
    QVERIFY(modelLine(choice).startsWith(QStringLiteral("retired · successor: new")));
    choice.typed = true;
    QVERIFY(modelLine(choice).contains(QStringLiteral("as it is typed")));
}

SWITCHYARD_TEST(TestPickers)

#include "tst_pickers.moc"
