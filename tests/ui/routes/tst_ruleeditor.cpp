#include "core/routing/rulesetstore.h"
#include "core/routing/targetfacts.h"
#include "core/storage/statement.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/temporaryledger.h"
#include "tests/support/testunit.h"
#include "ui/routes/carriedplace.h"
#include "ui/routes/ruleeditor.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::await;
using ui::ChainPlace;
using ui::RuleEditor;
using ui::RulePlace;

namespace {

/// Knows every model.
class OpenBook : public TargetBook
{
public:
    TargetFacts factsOf(const TargetName &target, const QString &) const override
    {
        TargetFacts facts;
        facts.model.id = target.model;
        return facts;
    }
};

ChainTarget named(const QString &model)
{
    ChainTarget target;
    target.name = {QStringLiteral("lab"), model};
    return target;
}

Rule rule(const QString &name, const QStringList &models, const QStringList &fallbacks = {})
{
    Rule made;
    made.name = name;
    Test task;
    task.values = {name};
    made.when = testCondition(task);
    for (const QString &model : models)
        made.chain.targets.append(named(model));
    for (const QString &model : fallbacks)
        made.chain.fallbacks.append({named(model)});
    return made;
}

RuleSet someRules()
{
    RuleSet rules;
    rules.name = QStringLiteral("mine");
    rules.rules = {
        rule(QStringLiteral("one"), {QStringLiteral("a"), QStringLiteral("b")}, {QStringLiteral("c")}),
        rule(QStringLiteral("two"), {QStringLiteral("d")})};
    rules.otherwise.chain.targets = {named(QStringLiteral("z"))};
    return rules;
}

QStringList namesOf(const RuleSet &rules)
{
    QStringList names;
    for (const Rule &each : rules.rules)
        names.append(each.name);
    return names;
}

QStringList modelsOf(const Rule &rule)
{
    QStringList models;
    for (const ChainTarget &target : rule.chain.targets)
        models.append(target.name.model);
    models.append(QStringLiteral("|"));
    for (const Fallback &fallback : rule.chain.fallbacks)
        models.append(fallback.target.name.model);
    return models;
}

/// Does something to the editor, often something senseless.
class Monkey
{
public:
    Monkey(RuleEditor &editor, quint32 seed) : m_editor(editor), m_random(seed) { }

    void act()
    {
        switch (below(19)) {
        case 0:
            return m_editor.insertRule(place(), rule(word(), {word()}, {word()}));
        case 1:
            return m_editor.removeRule(place());
        case 2:
            return m_editor.moveRule(place(), place());
        case 3:
            return m_editor.duplicateRule(place());
        case 4:
            return m_editor.renameRule(place(), word());
        case 5:
            return m_editor.setRuleOn(place(), below(2) == 0);
        case 6:
            return m_editor.setCondition(place(), condition(3), below(3));
        case 7:
        case 8:
            return m_editor.insertTarget(chainPlace(), named(word()));
        case 9:
            return m_editor.removeTarget(chainPlace());
        case 10:
        case 11:
        case 12:
            return m_editor.moveTarget(chainPlace(), chainPlace());
        case 13:
            return m_editor.setWeight(chainPlace(), below(4), 7);
        case 14:
            return m_editor.setNote(word(), below(2));
        case 15:
            return changeChain();
        case 16:
            return changeTarget();
        case 17:
            return m_editor.select({place(), below(5) - 1});
        default:
            if (below(10) == 0)
                m_editor.replaceAll(someRules(), QStringLiteral("start over"));
        }
    }

private:
    int below(int limit) { return m_random.bounded(limit); }
    qsizetype place() { return below(static_cast<int>(m_editor.rules().rules.size()) + 4) - 1; }
    ChainPlace chainPlace() { return {place(), below(2) == 0, below(5) - 1}; }
    QString word() { return QString(QLatin1Char(static_cast<char>('a' + below(6)))); }

    Condition condition(int depth)
    {
        const int kind = depth == 0 ? 3 : below(5);
        if (kind == 0)
            return allOf({condition(depth - 1), condition(depth - 1)});
        if (kind == 1)
            return anyOf({condition(depth - 1)});
        if (kind == 2)
            return notOf(condition(depth - 1));
        Test task;
        task.values = {word()};
        return testCondition(task);
    }

    void changeChain()
    {
        const qsizetype at = place();
        Chain chain = m_editor.rule(at).chain;
        chain.pick = below(2) == 0 ? PickOrder::Weighted : PickOrder::Cheapest;
        chain.limits.attempts = 1 + below(3);
        if (below(2) == 0)
            m_editor.setChain(at, chain, QStringLiteral("chain"), below(2));
        else
            m_editor.setLimits(at, chain.limits, below(2));
    }

    void changeTarget()
    {
        const ChainPlace at = chainPlace();
        if (const ChainTarget *const known = m_editor.target(at)) {
            ChainTarget changed = *known;
            changed.parameters.temperature = below(3);
            m_editor.setTarget(at, changed, QStringLiteral("parameters"), below(2));
        }
    }

    RuleEditor &m_editor;
    QRandomGenerator m_random;
};

bool isThere(const RuleSet &rules, const RulePlace &place)
{
    if (place.rule < 0)
        return place.target < 0;
    if (place.rule > rules.rules.size())
        return false;
    const Chain &chain = ruleAt(rules, place.rule).chain;
    return place.target >= -1 && place.target < chain.targets.size() + chain.fallbacks.size();
}

} // namespace

/// A rule set that is edited: every change, its way back, what is selected, and the draft.
class RuleEditorTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void anUnknownSetIsNotOpened();
    void theDraftIsOpenedBeforeTheActiveVersion();
    void everyMutationUndoneGivesTheEqualValue_data();
    void everyMutationUndoneGivesTheEqualValue();
    void rulesMoveAndTheDefaultStaysLast();
    void aNewRuleGetsAFreeName();
    void aCopyStandsBehindItsOriginal();
    void theDefaultHoldsAlways();
    void targetsMoveBetweenListsAndRules_data();
    void targetsMoveBetweenListsAndRules();
    void aTargetThatBecomesOneLosesItsConditions();
    void typingIsOneStep();
    void typingThatEndsWhereItBeganIsNoStep();
    void theSelectionComesBackWithTheStep();
    void problemsFollowAChangeOnce();
    void theDraftOutlivesTheProgram();
    void aDraftLikeTheActiveVersionIsDropped();
    void activationMakesAVersion();
    void whatIsEditedDuringAnActivationIsKept();
    void anActivationThatFailsLeavesTheDraft();
    void activationRecordsWhetherARulesWereChecked();
    void changesAreCountedAgainstTheActiveVersion();
    void revertIsAStep();
    void aRenamedSetStaysOpen();
    void aRemovedSetIsClosed();
    void aDraggedPlaceReadsBack();
    void theStampIsOfTheseRulesOnly();
    void aNewRuleAndItsNameAreOneStep();

private:
    void restart();
    void start(const RuleSet &rules = someRules());

    OpenBook m_book;
    test::FakeClock m_clock;
    std::unique_ptr<test::TemporaryLedger> m_ledger;
    std::unique_ptr<RuleSetStore> m_store;
    std::unique_ptr<RuleEditor> m_editor;
};

void RuleEditorTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_ledger = std::make_unique<test::TemporaryLedger>();
    QVERIFY2(m_ledger->isOpen(), qPrintable(m_ledger->problem()));
    m_store = std::make_unique<RuleSetStore>(m_ledger->database(), m_clock);
    QVERIFY(m_store->load());
    m_editor = std::make_unique<RuleEditor>(*m_store, m_book);
}

void RuleEditorTest::cleanup()
{
    m_editor.reset();
    m_store.reset();
    m_ledger.reset();
}

void RuleEditorTest::restart()
{
    m_editor.reset();
    m_store.reset();
    m_ledger->reopen();
    m_store = std::make_unique<RuleSetStore>(m_ledger->database(), m_clock);
    QVERIFY(m_store->load());
    m_editor = std::make_unique<RuleEditor>(*m_store, m_book);
}

void RuleEditorTest::start(const RuleSet &rules)
{
    QVERIFY(await(m_store->saveDraft(rules.name, rules)));
    QVERIFY(m_editor->open(rules.name));
}

void RuleEditorTest::anUnknownSetIsNotOpened()
{
    QVERIFY(!m_editor->open(QStringLiteral("nowhere")));
    QVERIFY(!m_editor->isOpen());
    QCOMPARE(m_editor->selection(), RulePlace());
    m_editor->insertRule(0, {});
    m_editor->removeRule(0);
    m_editor->setNote(QStringLiteral("lost"));
    m_editor->activate({});
    QVERIFY(!m_editor->undoStack().canUndo());
    QCOMPARE(m_editor->rules(), RuleSet());
}

void RuleEditorTest::theDraftIsOpenedBeforeTheActiveVersion()
{
    QVERIFY(await(m_store->activate(QStringLiteral("mine"), someRules(), {}, false)));
    QVERIFY(m_editor->open(QStringLiteral("mine")));
    QCOMPARE(m_editor->rules(), someRules());
    QVERIFY(!m_editor->isChanged());
    RuleSet draft = someRules();
    draft.note = QStringLiteral("another");
    QVERIFY(await(m_store->saveDraft(draft.name, draft)));
    QVERIFY(m_editor->open(QStringLiteral("mine")));
    QCOMPARE(m_editor->rules(), draft);
    QVERIFY(m_editor->isChanged());
}

void RuleEditorTest::everyMutationUndoneGivesTheEqualValue_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 30; ++seed)
        QTest::addRow("edits of seed %u", seed) << seed;
}

void RuleEditorTest::everyMutationUndoneGivesTheEqualValue()
{
    QFETCH(quint32, seed);
    start();
    QUndoStack &history = m_editor->undoStack();
    Monkey monkey(*m_editor, seed);
    QRandomGenerator random(seed + 1000);
    QList<RuleSet> values{m_editor->rules()};
    for (int step = 0; step < 250; ++step) {
        if (random.bounded(8) == 0) {
            history.setIndex(std::clamp(history.index() + random.bounded(7) - 3, 0, history.count()));
            QCOMPARE(m_editor->rules(), values.at(history.index()));
        }
        const int before = history.index();
        const RuleSet value = m_editor->rules();
        monkey.act();
        const int after = history.index();
        QVERIFY(isThere(m_editor->rules(), m_editor->selection()));
        if (after == before && m_editor->rules() == value)
            continue;
        if (after < before) { // typing that came back to where it began
            QCOMPARE(m_editor->rules(), values.at(after));
            values = values.first(after + 1);
        } else {
            values = values.first(after);
            values.append(m_editor->rules());
        }
    }
    QCOMPARE(history.count(), values.size() - 1);
    QVERIFY(values.size() > 40);
    for (int at = history.index(); at >= 0; --at) {
        history.setIndex(at);
        QCOMPARE(m_editor->rules(), values.at(at));
        QVERIFY(isThere(m_editor->rules(), m_editor->selection()));
    }
    for (int at = 0; at < values.size(); ++at) {
        history.setIndex(at);
        QCOMPARE(m_editor->rules(), values.at(at));
    }
}

void RuleEditorTest::rulesMoveAndTheDefaultStaysLast()
{
    start();
    const QSignalSpy moved(m_editor.get(), &RuleEditor::ruleMoved);
    m_editor->moveRule(0, 1);
    QCOMPARE(namesOf(m_editor->rules()), QStringList({QStringLiteral("two"), QStringLiteral("one")}));
    QCOMPARE(moved.size(), 1);
    m_editor->moveRule(1, 7);
    m_editor->moveRule(2, 0);
    m_editor->removeRule(2);
    QCOMPARE(namesOf(m_editor->rules()), QStringList({QStringLiteral("two"), QStringLiteral("one")}));
    QCOMPARE(m_editor->undoStack().count(), 1);
}

void RuleEditorTest::aNewRuleGetsAFreeName()
{
    start();
    m_editor->insertRule(0, rule(QStringLiteral("two"), {}));
    m_editor->insertRule(99, {});
    m_editor->insertRule(99, rule(QStringLiteral("Default"), {}));
    QCOMPARE(namesOf(m_editor->rules()),
             QStringList({QStringLiteral("two 2"), QStringLiteral("one"), QStringLiteral("two"),
                          QStringLiteral("new rule"), QStringLiteral("Default 2")}));
    QCOMPARE(m_editor->selection(), RulePlace({4, -1}));
}

void RuleEditorTest::aCopyStandsBehindItsOriginal()
{
    start();
    m_editor->duplicateRule(0);
    m_editor->duplicateRule(3);
    QCOMPARE(namesOf(m_editor->rules()),
             QStringList({QStringLiteral("one"), QStringLiteral("one 2"), QStringLiteral("two"),
                          QStringLiteral("default 2")}));
    QCOMPARE(m_editor->rule(1).chain, m_editor->rule(0).chain);
    QCOMPARE(m_editor->rule(3).chain, m_editor->rules().otherwise.chain);
}

void RuleEditorTest::theDefaultHoldsAlways()
{
    start();
    m_editor->setCondition(2, someRules().rules.first().when);
    m_editor->setRuleOn(2, false);
    QCOMPARE(m_editor->rules(), someRules());
    m_editor->renameRule(2, QStringLiteral("all else"));
    QCOMPARE(m_editor->rules().otherwise.name, QStringLiteral("all else"));
    QVERIFY(m_editor->rules().otherwise.when.isAlways());
}

void RuleEditorTest::targetsMoveBetweenListsAndRules_data()
{
    QTest::addColumn<ChainPlace>("from");
    QTest::addColumn<ChainPlace>("to");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("two");
    QTest::addColumn<RulePlace>("selected");
    const auto row = [](const char *name, const ChainPlace &from, const ChainPlace &to, const char *one,
                        const char *two, const RulePlace &selected) {
        QTest::newRow(name) << from << to << QString::fromLatin1(one) << QString::fromLatin1(two) << selected;
    };
    row("down in its list", {0, false, 0}, {0, false, 1}, "b a | c", "d |", {0, 1});
    row("to the fallbacks", {0, false, 0}, {0, true, 1}, "b | c a", "d |", {0, 2});
    row("before the fallback", {0, false, 1}, {0, true, 0}, "a | b c", "d |", {0, 1});
    row("a fallback to the targets", {0, true, 0}, {0, false, 0}, "c a b |", "d |", {0, 0});
    row("to another rule", {0, false, 1}, {1, false, 0}, "a | c", "b d |", {1, 0});
    row("to the default's fallbacks", {1, false, 0}, {2, true, 0}, "a b | c", "|", {2, 1});
    row("beyond the end of its list: nowhere", {0, false, 0}, {0, false, 2}, "a b | c", "d |", {0, -1});
    row("beyond the end of another: nowhere", {0, false, 0}, {1, true, 1}, "a b | c", "d |", {0, -1});
    row("from nowhere", {0, true, 1}, {1, true, 0}, "a b | c", "d |", {0, -1});
    row("to itself", {0, false, 1}, {0, false, 1}, "a b | c", "d |", {0, -1});
}

void RuleEditorTest::targetsMoveBetweenListsAndRules()
{
    QFETCH(ChainPlace, from);
    QFETCH(ChainPlace, to);
    QFETCH(QString, one);
    QFETCH(QString, two);
    QFETCH(RulePlace, selected);
    start();
    m_editor->moveTarget(from, to);
    QCOMPARE(modelsOf(m_editor->rule(0)).join(QLatin1Char(' ')), one);
    QCOMPARE(modelsOf(m_editor->rule(1)).join(QLatin1Char(' ')), two);
    QCOMPARE(m_editor->selection(), selected);
    m_editor->undoStack().setIndex(0);
    QCOMPARE(m_editor->rules(), someRules());
}

void RuleEditorTest::aTargetThatBecomesOneLosesItsConditions()
{
    RuleSet rules = someRules();
    rules.rules.first().chain.fallbacks.first().onlyLargerContext = true;
    start(rules);
    m_editor->moveTarget({0, true, 0}, {0, false, 0});
    m_editor->moveTarget({0, false, 0}, {0, true, 0});
    QVERIFY(!m_editor->rule(0).chain.fallbacks.first().onlyLargerContext);
    m_editor->undoStack().setIndex(0);
    QVERIFY(m_editor->rule(0).chain.fallbacks.first().onlyLargerContext);
}

void RuleEditorTest::typingIsOneStep()
{
    start();
    for (const char *typed : {"w", "wh", "why"})
        m_editor->setNote(QString::fromLatin1(typed), 3);
    QCOMPARE(m_editor->undoStack().count(), 1);
    m_editor->endTyping();
    m_editor->setNote(QStringLiteral("why not"), 3);
    QCOMPARE(m_editor->undoStack().count(), 2);
    m_editor->undoStack().undo();
    QCOMPARE(m_editor->rules().note, QStringLiteral("why"));
    m_editor->undoStack().undo();
    QCOMPARE(m_editor->rules().note, QString());
    m_editor->setWeight({0, false, 0}, 2.0, 4);
    m_editor->select({1, -1});
    m_editor->setWeight({0, false, 0}, 3.0, 4);
    QCOMPARE(m_editor->undoStack().count(), 2);
}

void RuleEditorTest::typingThatEndsWhereItBeganIsNoStep()
{
    start();
    m_editor->setNote(QStringLiteral("x"), 3);
    m_editor->setNote(QString(), 3);
    QVERIFY(!m_editor->undoStack().canUndo());
    QCOMPARE(m_editor->rules(), someRules());
}

void RuleEditorTest::theSelectionComesBackWithTheStep()
{
    start();
    m_editor->select({0, 2});
    m_editor->removeTarget({0, true, 0});
    QCOMPARE(m_editor->selection(), RulePlace({0, 1}));
    m_editor->select({1, -1});
    m_editor->removeRule(0);
    m_editor->undoStack().undo();
    QCOMPARE(m_editor->selection(), RulePlace({1, -1}));
    m_editor->undoStack().undo();
    QCOMPARE(m_editor->selection(), RulePlace({0, 2}));
    m_editor->select({0, 9});
    QCOMPARE(m_editor->selection(), RulePlace({0, -1}));
    m_editor->select({9, 0});
    QCOMPARE(m_editor->selection(), RulePlace());
}

void RuleEditorTest::problemsFollowAChangeOnce()
{
    start();
    QVERIFY(m_editor->canRun());
    QSignalSpy found(m_editor.get(), &RuleEditor::problemsChanged);
    m_editor->removeTarget({1, false, 0});
    m_editor->renameRule(1, QStringLiteral("without"));
    QVERIFY2(found.isEmpty(), "not while it is being edited");
    QVERIFY(found.wait());
    QCOMPARE(found.size(), 1);
    QVERIFY(!m_editor->canRun());
    QCOMPARE(m_editor->problemsAt({1, -1}).size(), 1);
    QVERIFY(m_editor->problemsAt({0, -1}).isEmpty());
    m_editor->undoStack().setIndex(0);
    QVERIFY(found.wait());
    QVERIFY(m_editor->canRun());
}

void RuleEditorTest::theDraftOutlivesTheProgram()
{
    start();
    m_editor->setNote(QStringLiteral("typed just before the end"));
    const RuleSet edited = m_editor->rules();
    restart();
    QVERIFY(m_editor->open(QStringLiteral("mine")));
    QCOMPARE(m_editor->rules(), edited);
    m_editor->renameRule(0, QStringLiteral("kept without an end"));
    QTRY_COMPARE(m_store->find(QStringLiteral("mine"))->draft->rules.first().name,
                 QStringLiteral("kept without an end"));
}

void RuleEditorTest::aDraftLikeTheActiveVersionIsDropped()
{
    QVERIFY(await(m_store->activate(QStringLiteral("mine"), someRules(), {}, false)));
    QVERIFY(m_editor->open(QStringLiteral("mine")));
    m_editor->setNote(QStringLiteral("for a while"));
    m_editor->keep();
    QTRY_VERIFY(m_store->find(QStringLiteral("mine"))->draft.has_value());
    QVERIFY(m_editor->isChanged());
    m_editor->undoStack().undo();
    m_editor->keep();
    QTRY_VERIFY(!m_store->find(QStringLiteral("mine"))->draft.has_value());
    QVERIFY(!m_editor->isChanged());
    QCOMPARE(m_editor->changes(), 0);
}

void RuleEditorTest::activationMakesAVersion()
{
    start();
    QCOMPARE(m_editor->activeVersion(), 0);
    QCOMPARE(m_editor->nextVersion(), 1);
    QSignalSpy activated(m_editor.get(), &RuleEditor::activated);
    m_editor->setNote(QStringLiteral("now"));
    m_editor->activate(QStringLiteral("because"));
    QVERIFY(activated.wait());
    QCOMPARE(activated.first().first().toInt(), 1);
    QCOMPARE(m_editor->activeVersion(), 1);
    QVERIFY(!m_editor->isChanged());
    const RuleSetEntry *const entry = m_store->find(QStringLiteral("mine"));
    QVERIFY(!entry->draft);
    QCOMPARE(entry->active->note, QStringLiteral("now"));
    m_editor->undoStack().undo();
    QVERIFY2(m_editor->isChanged(), "the history goes on over an activation");
    QCOMPARE(m_editor->nextVersion(), 2);
}

void RuleEditorTest::whatIsEditedDuringAnActivationIsKept()
{
    QVERIFY(await(m_store->activate(QStringLiteral("mine"), someRules(), {}, false)));
    QVERIFY(m_editor->open(QStringLiteral("mine")));
    QSignalSpy activated(m_editor.get(), &RuleEditor::activated);
    m_editor->setNote(QStringLiteral("runs next"));
    m_editor->activate({});
    m_editor->undoStack().undo();
    m_editor->keep();
    QVERIFY(activated.wait());
    const RuleSet edited = m_editor->rules();
    QCOMPARE(edited, someRules());
    restart();
    QVERIFY(m_editor->open(QStringLiteral("mine")));
    QCOMPARE(m_store->find(QStringLiteral("mine"))->active->note, QStringLiteral("runs next"));
    QCOMPARE(m_editor->rules(), edited);
}

void RuleEditorTest::anActivationThatFailsLeavesTheDraft()
{
    RuleSet other = someRules();
    other.name = QStringLiteral("other");
    QVERIFY(await(m_store->saveDraft(other.name, other)));
    start();
    QSignalSpy failed(m_editor.get(), &RuleEditor::failed);
    QVERIFY(await(m_ledger->database().write([](Connection &connection) -> Result<void> {
        return Statement(connection,
                         QStringLiteral("CREATE TRIGGER refused BEFORE INSERT ON rule_set_versions BEGIN "
                                        "SELECT RAISE(ABORT, 'refused'); END"))
            .run();
    })));
    m_editor->setNote(QStringLiteral("typed just before"));
    m_editor->activate({});
    QVERIFY(m_editor->open(other.name));
    QVERIFY(failed.wait());
    QTRY_COMPARE(m_store->find(QStringLiteral("mine"))->draft->note, QStringLiteral("typed just before"));
}

void RuleEditorTest::activationRecordsWhetherARulesWereChecked()
{
    start();
    QSignalSpy activated(m_editor.get(), &RuleEditor::activated);
    m_editor->noteChecked();
    QVERIFY(m_editor->isChecked());
    m_editor->activate(QStringLiteral("checked"));
    QVERIFY(activated.wait());
    m_editor->setNote(QStringLiteral("changed after the check"));
    QVERIFY(!m_editor->isChecked());
    m_editor->activate(QStringLiteral("unchecked"));
    QVERIFY(activated.wait());
    const Result<QList<Activation>> activations = await(m_store->activations(QStringLiteral("mine")));
    QVERIFY(activations);
    QCOMPARE(activations->size(), 2);
    for (const Activation &each : *activations)
        QCOMPARE(each.checked, each.comment == QStringLiteral("checked"));
}

void RuleEditorTest::changesAreCountedAgainstTheActiveVersion()
{
    QVERIFY(await(m_store->activate(QStringLiteral("mine"), someRules(), {}, false)));
    QVERIFY(m_editor->open(QStringLiteral("mine")));
    QCOMPARE(m_editor->changes(), 0);
    m_editor->setWeight({0, false, 0}, 3.0);
    QCOMPARE(m_editor->changes(), 1);
    m_editor->insertRule(2, rule(QStringLiteral("three"), {QStringLiteral("a")}));
    QCOMPARE(m_editor->changes(), 2);
}

void RuleEditorTest::revertIsAStep()
{
    QVERIFY(await(m_store->activate(QStringLiteral("mine"), someRules(), {}, false)));
    QVERIFY(m_editor->open(QStringLiteral("mine")));
    m_editor->removeRule(0);
    m_editor->revert();
    QCOMPARE(m_editor->rules(), someRules());
    m_editor->undoStack().undo();
    QCOMPARE(namesOf(m_editor->rules()), QStringList(QStringLiteral("two")));
}

void RuleEditorTest::aRenamedSetStaysOpen()
{
    start();
    m_editor->removeRule(0);
    m_editor->keep();
    QVERIFY(await(m_store->rename(QStringLiteral("mine"), QStringLiteral("yours"))));
    QCOMPARE(m_editor->name(), QStringLiteral("yours"));
    QCOMPARE(m_editor->rules().name, QStringLiteral("yours"));
    m_editor->undoStack().undo();
    QCOMPARE(m_editor->rules().rules, someRules().rules);
    m_editor->replaceAll(someRules(), QStringLiteral("all"));
    QCOMPARE(m_editor->rules().name, QStringLiteral("yours"));
}

void RuleEditorTest::aRemovedSetIsClosed()
{
    start();
    m_editor->removeRule(0);
    QVERIFY(await(m_store->remove(QStringLiteral("mine"))));
    QVERIFY(!m_editor->isOpen());
    QVERIFY(!m_editor->undoStack().canUndo());
    m_editor->keep();
    QVERIFY(m_store->entries().isEmpty());
}

void RuleEditorTest::aDraggedPlaceReadsBack()
{
    const QByteArray stamp = m_editor->stamp();
    for (const ChainPlace &place : {ChainPlace{0, false, 0}, ChainPlace{12, true, 3}})
        QCOMPARE(ui::carriedTarget(ui::carryTarget(place, stamp), stamp), place);
    QCOMPARE(ui::carriedRule(ui::carryRule(7, stamp), stamp), qsizetype(7));
    for (const QByteArray &junk :
         {QByteArray(), QByteArray(" 1"), QByteArray(" a 0 1"), QByteArray(" 1 0 1 2")})
        QCOMPARE(ui::carriedTarget(stamp + junk, stamp).rule, qsizetype(-1));
    QCOMPARE(ui::carriedTarget("1 0 1", stamp).rule, qsizetype(-1));
}

void RuleEditorTest::theStampIsOfTheseRulesOnly()
{
    start();
    const QByteArray stamp = m_editor->stamp();
    m_editor->select({1, 0});
    QCOMPARE(m_editor->stamp(), stamp);
    m_editor->setRuleOn(0, false);
    QVERIFY(m_editor->stamp() != stamp);
    const ui::RuleEditor another(*m_store, m_book);
    QVERIFY(another.stamp() != stamp);
}

void RuleEditorTest::aNewRuleAndItsNameAreOneStep()
{
    start();
    const RuleSet before = m_editor->rules();
    const int steps = m_editor->undoStack().count();
    m_editor->insertRule(1, {}, 9);
    m_editor->renameRule(1, QStringLiteral("named at once"), 9);
    QCOMPARE(m_editor->undoStack().count(), steps + 1);
    QCOMPARE(m_editor->rule(1).name, QStringLiteral("named at once"));
    m_editor->endTyping();
    m_editor->renameRule(1, QStringLiteral("named later"), 9);
    QCOMPARE(m_editor->undoStack().count(), steps + 2);
    m_editor->undoStack().undo();
    QCOMPARE(m_editor->rule(1).name, QStringLiteral("named at once"));
    m_editor->undoStack().undo();
    QCOMPARE(m_editor->rules(), before);
    m_editor->undoStack().redo();
    QCOMPARE(m_editor->rule(1).name, QStringLiteral("named at once"));
    // Two new rules are two steps.
    m_editor->insertRule(1, {}, 9);
    QCOMPARE(m_editor->undoStack().count(), steps + 2);
}

SWITCHYARD_TEST(RuleEditorTest)
#include "tst_ruleeditor.moc"
