#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "tests/support/testunit.h"
#include "tests/ui/routes/routesfixture.h"
#include "ui/routes/carriedplace.h"
#include "ui/routes/routeterms.h"
#include "ui/routes/rulelist.h"
#include "ui/routes/rulelistmodel.h"
#include "ui/widgets/flatbutton.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace core;
using ui::RuleListModel;
using ui::RulePlace;

/// The rules in order: moved, added, renamed, switched, by key and by drop; their problems; the models.
class RuleListTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theModelFollowsEveryChange();
    void aRowSaysWhatItIs();
    void keysMoveTheRule();
    void insertAddsARuleAndAsksForItsName();
    void f2RenamesWhereItStands();
    void keysDuplicateSwitchAndRemove();
    void theDefaultIsNeitherMovedNorRemoved();
    void theListFollowsTheSelection();
    void enterLeadsToTheInspector();
    void aDroppedRuleMoves_data();
    void aDroppedRuleMoves();
    void aDroppedModelBecomesATarget();
    void aDroppedTargetChangesItsRule();
    void strangersAreNotDropped();
    void aDragOfRulesThatChangedIsRefused();
    void problemsAreListedAndLeadToTheirPlace();
    void modelsAreFoundAndAdded();
    void everyActionIsInThePalette();

private:
    QStringList names() const;
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    std::unique_ptr<RoutesFixture> m_fixture;
    std::unique_ptr<ui::RuleEditor> m_editor;
    std::unique_ptr<ui::RouteTerms> m_terms;
    ui::RuleList *m_list = nullptr;
    ui::RuleView *m_view = nullptr;
};

void RuleListTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<RoutesFixture>();
    m_fixture->saveDraft(RoutesFixture::threeBuckets());
    const ui::RoutesContext context = m_fixture->context();
    m_editor = std::make_unique<ui::RuleEditor>(m_fixture->store(), m_fixture->services().targetBook());
    m_terms = std::make_unique<ui::RouteTerms>(context, nullptr);
    m_list = new ui::RuleList(*m_editor, *m_terms, context, &m_fixture->window());
    m_fixture->window().layout()->addWidget(m_list);
    m_fixture->window().resize(240, 800);
    m_list->show();
    m_view = m_fixture->child<ui::RuleView>(QStringLiteral("rules.list"));
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    QVERIFY(m_editor->open(QStringLiteral("three buckets")));
    m_list->takeFocus();
}

void RuleListTest::cleanup()
{
    m_fixture->closeWindow();
    m_terms.reset();
    m_editor.reset();
    m_fixture.reset();
}

QStringList RuleListTest::names() const
{
    QStringList names;
    for (int row = 0; row < m_view->model()->rowCount(); ++row)
        names.append(m_view->model()->index(row, 0).data().toString());
    return names;
}

void RuleListTest::key(Qt::Key code, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_view, code, modifiers);
}

void RuleListTest::theModelFollowsEveryChange()
{
    const QAbstractItemModelTester tester(m_view->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto expected = [this] {
        QStringList rules;
        for (const Rule &rule : m_editor->rules().rules)
            rules.append(rule.name);
        rules.append(m_editor->rules().otherwise.name);
        return rules;
    };
    m_editor->insertRule(1, {});
    QCOMPARE(names(), expected());
    m_editor->moveRule(0, 3);
    QCOMPARE(names(), expected());
    m_editor->moveRule(3, 1);
    QCOMPARE(names(), expected());
    m_editor->removeRule(0);
    QCOMPARE(names(), expected());
    m_editor->renameRule(3, QStringLiteral("rest"));
    QCOMPARE(names(), expected());
    while (m_editor->undoStack().canUndo()) {
        m_editor->undoStack().undo();
        QCOMPARE(names(), expected());
    }
    m_editor->close();
    QVERIFY(names().isEmpty());
}

void RuleListTest::aRowSaysWhatItIs()
{
    const QModelIndex second = m_view->model()->index(1, 0);
    QCOMPARE(second.data(RuleListModel::NumberRole).toString(), QStringLiteral("2"));
    QVERIFY(second.data(RuleListModel::SummaryRole).toString().contains(QLatin1String("summarize")));
    m_editor->setRuleOn(1, false);
    QVERIFY(!second.data(RuleListModel::OnRole).toBool());
    QVERIFY(second.data(Qt::AccessibleTextRole).toString().contains(QLatin1String(", off")));
    const QModelIndex last = m_view->model()->index(3, 0);
    QVERIFY(last.data(RuleListModel::NumberRole).toString().isEmpty());
    QCOMPARE(last.data(RuleListModel::SummaryRole).toString(), QStringLiteral("everything else"));
}

void RuleListTest::keysMoveTheRule()
{
    key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names().first(), QStringLiteral("Summaries and tags"));
    QCOMPARE(m_view->currentIndex().row(), 1);
    key(Qt::Key_Down, Qt::AltModifier);
    key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names().at(2), QStringLiteral("Reasoning"));
    key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names().at(1), QStringLiteral("Reasoning"));
    QCOMPARE(m_editor->selection(), RulePlace({1, -1}));
}

void RuleListTest::insertAddsARuleAndAsksForItsName()
{
    key(Qt::Key_Insert);
    QVERIFY(m_view->isEditing());
    QLineEdit *const name = m_fixture->child<QLineEdit>(QStringLiteral("rules.rename"));
    QTest::keyClicks(name, QStringLiteral("Short ones"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(names().at(1), QStringLiteral("Short ones"));
    QCOMPARE(m_editor->undoStack().count(), 1);
    QCOMPARE(m_editor->selection(), RulePlace({1, -1}));
    QVERIFY2(!m_editor->rule(1).when.isAlways(), "a new rule does not take every call at once");
    m_editor->select({4, -1});
    m_fixture->click(QStringLiteral("rules.add"));
    QCOMPARE(m_editor->rules().rules.size(), 5);
    QCOMPARE(m_editor->selection(), RulePlace({4, -1}));
}

void RuleListTest::f2RenamesWhereItStands()
{
    key(Qt::Key_F2);
    QLineEdit *const name = m_fixture->child<QLineEdit>(QStringLiteral("rules.rename"));
    QCOMPARE(name->text(), QStringLiteral("Reasoning"));
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Hard questions"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(m_editor->rule(0).name, QStringLiteral("Hard questions"));
    QCOMPARE(m_editor->undoStack().count(), 1);
}

void RuleListTest::keysDuplicateSwitchAndRemove()
{
    key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(names().at(1), QStringLiteral("Reasoning 2"));
    QCOMPARE(m_view->currentIndex().row(), 1);
    key(Qt::Key_Space);
    QVERIFY(!m_editor->rule(1).on);
    key(Qt::Key_Space);
    QVERIFY(m_editor->rule(1).on);
    key(Qt::Key_Delete);
    QCOMPARE(names().at(1), QStringLiteral("Summaries and tags"));
    QCOMPARE(m_view->currentIndex().row(), 1);
    m_editor->undoStack().setIndex(0);
    QCOMPARE(m_editor->rules(), RoutesFixture::threeBuckets());
}

void RuleListTest::theDefaultIsNeitherMovedNorRemoved()
{
    m_editor->select({3, -1});
    key(Qt::Key_Up, Qt::AltModifier);
    key(Qt::Key_Delete);
    key(Qt::Key_Space);
    QCOMPARE(m_editor->rules(), RoutesFixture::threeBuckets());
    m_editor->select({2, -1});
    key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_editor->rules(), RoutesFixture::threeBuckets());
}

void RuleListTest::theListFollowsTheSelection()
{
    m_editor->select({2, 0});
    QCOMPARE(m_view->currentIndex().row(), 2);
    QCOMPARE(m_editor->selection(), RulePlace({2, 0}));
    key(Qt::Key_Up);
    QCOMPARE(m_editor->selection(), RulePlace({1, -1}));
    const QRect row = m_view->visualRect(m_view->model()->index(0, 0));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(m_editor->selection(), RulePlace({0, -1}));
}

void RuleListTest::enterLeadsToTheInspector()
{
    const QSignalSpy activated(m_list, &ui::RuleList::ruleActivated);
    key(Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
}

void RuleListTest::aDroppedRuleMoves_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("to");
    QTest::newRow("down") << 0 << 2 << 1;
    QTest::newRow("up") << 2 << 0 << 0;
    QTest::newRow("before itself") << 1 << 1 << 1;
    QTest::newRow("behind itself") << 1 << 2 << 1;
    QTest::newRow("behind the default: last of the others") << 0 << 4 << 2;
}

void RuleListTest::aDroppedRuleMoves()
{
    QFETCH(int, from);
    QFETCH(int, before);
    QFETCH(int, to);
    const QString name = names().at(from);
    const std::unique_ptr<QMimeData> data(m_view->model()->mimeData({m_view->model()->index(from, 0)}));
    QVERIFY(m_view->model()->canDropMimeData(data.get(), Qt::MoveAction, before, 0, {}));
    m_view->model()->dropMimeData(data.get(), Qt::MoveAction, before, 0, {});
    QCOMPARE(names().at(to), name);
    m_editor->undoStack().setIndex(0);
    m_view->model()->moveRows({}, from, 1, {}, before);
    QCOMPARE(names().at(to), name);
}

void RuleListTest::aDroppedModelBecomesATarget()
{
    QMimeData data;
    data.setData(ui::kTargetMime, "openai/gpt-5-mini");
    const QModelIndex on = m_view->model()->index(2, 0);
    QVERIFY(m_view->model()->canDropMimeData(&data, Qt::CopyAction, -1, -1, on));
    QVERIFY(!m_view->model()->canDropMimeData(&data, Qt::CopyAction, 1, 0, {}));
    m_view->model()->dropMimeData(&data, Qt::CopyAction, -1, -1, on);
    QCOMPARE(m_editor->rule(2).chain.targets.constLast().name.model, QStringLiteral("gpt-5-mini"));
}

void RuleListTest::aDroppedTargetChangesItsRule()
{
    QMimeData data;
    data.setData(ui::kChainPlaceMime, ui::carryTarget({1, false, 1}, m_editor->stamp()));
    data.setData(ui::kTargetMime, "demo/scholar");
    m_view->model()->dropMimeData(&data, Qt::MoveAction, -1, -1, m_view->model()->index(0, 0));
    QCOMPARE(m_editor->rule(1).chain.targets.size(), 1);
    QCOMPARE(m_editor->rule(0).chain.targets.constLast().name.model, QStringLiteral("scholar"));
    QCOMPARE(m_editor->selection(), RulePlace({0, 1}));
}

void RuleListTest::strangersAreNotDropped()
{
    QMimeData data;
    data.setText(QStringLiteral("anything"));
    QVERIFY(!m_view->model()->canDropMimeData(&data, Qt::CopyAction, -1, -1, m_view->model()->index(0, 0)));
    const QByteArray own = m_editor->stamp();
    for (const QByteArray &junk : {QByteArray("not a number"), QByteArray("2"), ui::carryRule(2, "another.1"),
                                   ui::carryRule(77, own), ui::carryRule(-1, own)}) {
        data.setData(ui::kRulePlaceMime, junk);
        m_view->model()->dropMimeData(&data, Qt::MoveAction, 0, 0, {});
        QCOMPARE(m_editor->rules(), RoutesFixture::threeBuckets());
    }
    data.setData(ui::kRulePlaceMime, ui::carryRule(2, "another.1"));
    QVERIFY(!m_view->model()->canDropMimeData(&data, Qt::MoveAction, 0, 0, {}));
}

void RuleListTest::aDragOfRulesThatChangedIsRefused()
{
    const std::unique_ptr<QMimeData> data(m_view->model()->mimeData({m_view->model()->index(2, 0)}));
    m_editor->setRuleOn(0, false);
    QVERIFY(!m_view->model()->canDropMimeData(data.get(), Qt::MoveAction, 0, 0, {}));
    const RuleSet before = m_editor->rules();
    m_view->model()->dropMimeData(data.get(), Qt::MoveAction, 0, 0, {});
    QCOMPARE(m_editor->rules(), before);
}

void RuleListTest::problemsAreListedAndLeadToTheirPlace()
{
    m_editor->removeTarget({2, false, 0});
    QMimeData data;
    data.setData(ui::kTargetMime, "nobody/no-model");
    m_view->model()->dropMimeData(&data, Qt::CopyAction, -1, -1, m_view->model()->index(0, 0));
    m_editor->checkNow();
    const qsizetype count = m_editor->problems().size();
    QVERIFY(count >= 2);
    auto *const fold = m_fixture->child<ui::FlatButton>(QStringLiteral("problems.fold"));
    QVERIFY(fold->text().startsWith(QString::number(count)));
    auto *const list = m_fixture->child<QListWidget>(QStringLiteral("problems.list"));
    QVERIFY(!list->isVisible());
    QTest::mouseClick(fold, Qt::LeftButton);
    QVERIFY(list->isVisible());
    QVERIFY(m_fixture->services().settings().get(settings::kRouteProblemsOpen));
    const QSignalSpy activated(m_list, &ui::RuleList::ruleActivated);
    for (int row = 0; row < list->count(); ++row) {
        list->setCurrentRow(row);
        emit list->itemActivated(list->currentItem());
        const RuleProblem problem = m_editor->problems().at(row);
        QCOMPARE(m_editor->selection(), RulePlace({problem.rule, problem.target}));
    }
    QCOMPARE(activated.size(), count);
    QVERIFY(m_view->model()->index(2, 0).data(RuleListModel::InvalidRole).toBool());
    m_editor->undoStack().setIndex(0);
    m_editor->checkNow();
    QVERIFY(!m_view->model()->index(2, 0).data(RuleListModel::InvalidRole).toBool());
}

void RuleListTest::modelsAreFoundAndAdded()
{
    m_list->findModel();
    auto *const search = m_fixture->child<QLineEdit>(QStringLiteral("models.search"));
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("gpt5mini"));
    auto *const models = m_fixture->child<QListView>(QStringLiteral("models.list"));
    QCOMPARE(models->model()->rowCount(), 1);
    const std::unique_ptr<QMimeData> data(models->model()->mimeData({models->model()->index(0, 0)}));
    QCOMPARE(data->data(ui::kTargetMime), QByteArray("openai/gpt-5-mini"));
    m_editor->select({2, -1});
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(m_editor->rule(2).chain.targets.constLast().name.toString(),
             QStringLiteral("openai/gpt-5-mini"));
    QCOMPARE(m_editor->selection(), RulePlace({2, 1}));
}

void RuleListTest::everyActionIsInThePalette()
{
    for (const char *id :
         {"addRule", "renameRule", "duplicateRule", "toggleRule", "moveRuleUp", "moveRuleDown", "removeRule"})
        QVERIFY2(m_fixture->actions().find(QStringLiteral("routes.") + QLatin1String(id)), id);
    m_list->hide();
    const QSignalSpy wanted(m_list, &ui::RuleList::wanted);
    m_fixture->actions().find(QStringLiteral("routes.toggleRule"))->trigger();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!m_editor->rule(0).on);
}

SWITCHYARD_TEST(RuleListTest)
#include "tst_rulelist.moc"
