#include "core/routing/rulewords.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "tests/support/testunit.h"
#include "tests/ui/routes/routesfixture.h"
#include "ui/routes/routeterms.h"
#include "ui/routes/ruleinspector.h"
#include "ui/widgets/flatbutton.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTimeEdit>
#include <QVBoxLayout>

using namespace core;
using ui::FlatButton;

/// Everything about one rule, read and changed beside its picture.
class RuleInspectorTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aConditionIsBuiltByKeyboard();
    void tabGoesThroughARowInReadingOrder();
    void aConditionIsBuiltByMouse();
    void anotherSubjectBringsItsOwnFields_data();
    void anotherSubjectBringsItsOwnFields();
    void aWordBetweenConditionsTurnsTheGroup();
    void groupsNestAndSayHowManyMustHold();
    void aConditionIsTurnedIntoItsContrary();
    void conditionsMoveAreCopiedAndRemoved();
    void figuresTimesAndDaysAreEntered();
    void valuesAreCompletedFromWhatIsKnown();
    void typingIsOneStepAndComesBackByUndo();
    void fieldsLeaveUndoToThePage();
    void aProblemStandsAtItsCondition();
    void aProblemStandsAtItsTarget();
    void targetsArePickedMovedAndRemoved();
    void targetsAreMovedByKey();
    void weightsShowTheirShare();
    void everyOrderHasItsOwnOptions();
    void parametersAreTakenAsJson();
    void aFallbackSaysWhenItIsAsked();
    void limitsAreSecondsAndAttempts();
    void theDefaultHasNoCondition();
    void anEmptyNameIsNotTaken();
    void notesAndEvidenceAreShown();
    void aPresetSaysWhyInSentences();
    void whatHasTheFocusIsSelected();
    void typingDoesNotScrollToTheSelectedTarget();
    void aRemovedTargetHandsTheFocusOn();
    void whatWasNotTakenStaysWithItsTarget();
    void aLimitShowsWhatItIs_data();
    void aLimitShowsWhatItIs();

private:
    void open(const RuleSet &rules, qsizetype rule);
    const Rule &rule() const { return m_editor->rule(m_editor->selection().rule); }
    void choose(const QString &combo, int data);
    void trigger(const QString &button, const QString &action);
    static RuleSet oneRule(const Condition &when = {});

    std::unique_ptr<RoutesFixture> m_fixture;
    std::unique_ptr<ui::RuleEditor> m_editor;
    std::unique_ptr<ui::RouteTerms> m_terms;
    ui::RuleInspector *m_inspector = nullptr;
};

void RuleInspectorTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<RoutesFixture>();
}

void RuleInspectorTest::cleanup()
{
    m_fixture->closeWindow();
    m_terms.reset();
    m_editor.reset();
    m_fixture.reset();
}

RuleSet RuleInspectorTest::oneRule(const Condition &when)
{
    RuleSet rules;
    rules.name = QStringLiteral("mine");
    rules.rules = {Rule{.name = QStringLiteral("only"), .when = when}};
    rules.rules.first().chain.targets = {RoutesFixture::target(QStringLiteral("demo/swift"))};
    rules.otherwise.chain.targets = {RoutesFixture::target(QStringLiteral("demo/scholar"))};
    return rules;
}

void RuleInspectorTest::open(const RuleSet &rules, qsizetype place)
{
    m_fixture->saveDraft(rules);
    const ui::RoutesContext context = m_fixture->context();
    m_editor = std::make_unique<ui::RuleEditor>(m_fixture->store(), m_fixture->services().targetBook());
    m_terms = std::make_unique<ui::RouteTerms>(context, nullptr);
    m_inspector = new ui::RuleInspector(*m_editor, *m_terms, context, &m_fixture->window());
    m_fixture->window().layout()->addWidget(m_inspector);
    m_fixture->window().resize(360, 800);
    m_inspector->show();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    QVERIFY(m_editor->open(rules.name));
    m_editor->select({place, -1});
}

void RuleInspectorTest::choose(const QString &name, int data)
{
    auto *const combo = m_fixture->child<QComboBox>(name);
    combo->setCurrentIndex(combo->findData(data));
}

void RuleInspectorTest::trigger(const QString &button, const QString &action)
{
    QMenu *const menu = m_fixture->child<FlatButton>(button)->menu();
    emit menu->aboutToShow();
    for (QAction *each : menu->actions()) {
        if (each->text().remove(QLatin1Char('&')) == action)
            return each->trigger();
    }
    QFAIL(qPrintable(QStringLiteral("%1 has no %2").arg(button, action)));
}

void RuleInspectorTest::aConditionIsBuiltByKeyboard()
{
    open(oneRule(), 0);
    auto *const add = m_fixture->child<FlatButton>(QStringLiteral("when.add"));
    add->setFocus();
    QTest::keyClick(add, Qt::Key_Space);
    QCOMPARE(qApp->focusWidget()->objectName(), QStringLiteral("when.field0"));
    auto *const value = m_fixture->child<QLineEdit>(QStringLiteral("when.value0"));
    value->setFocus();
    QTest::keyClicks(value, QStringLiteral("summarize"));
    add->setFocus();
    QTest::keyClick(add, Qt::Key_Space);
    auto *const field = m_fixture->child<QComboBox>(QStringLiteral("when.field1"));
    QVERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(m_fixture->child<QDoubleSpinBox>(QStringLiteral("when.value1"))->value(), 4000.0);
    QCOMPARE(rule().when,
             allOf({RoutesFixture::taskIs({QStringLiteral("summarize")}),
                    RoutesFixture::promptTokens(Operator::LessThan, 4000)}));
    const QString words = m_fixture->child<QLabel>(QStringLiteral("when.words"))->text();
    QCOMPARE(words, conditionInWords(rule().when));
    QVERIFY2(words.contains(QLatin1String("summarize")) && words.contains(QLatin1String("4,000")),
             qPrintable(words));
}

void RuleInspectorTest::tabGoesThroughARowInReadingOrder()
{
    open(oneRule(allOf({RoutesFixture::taskIs({QStringLiteral("summarize")})})), 0);
    auto *const value = m_fixture->child<QLineEdit>(QStringLiteral("when.value0"));
    QTRY_COMPARE(value->nextInFocusChain()->objectName(), QStringLiteral("when.more0"));
    m_fixture->child<QComboBox>(QStringLiteral("when.field0"))->setFocus();
    QStringList stops;
    for (int step = 0; step < 6; ++step) {
        stops.append(qApp->focusWidget()->objectName());
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(stops,
             QStringList({QStringLiteral("when.field0"), QStringLiteral("when.op0"),
                          QStringLiteral("when.value0"), QStringLiteral("when.more0"),
                          QStringLiteral("when.remove0"), QStringLiteral("when.add")}));
}

void RuleInspectorTest::aConditionIsBuiltByMouse()
{
    open(oneRule(), 0);
    m_fixture->click(QStringLiteral("when.add"));
    choose(QStringLiteral("when.field0"), static_cast<int>(Field::Text));
    choose(QStringLiteral("when.op0"), static_cast<int>(Operator::Matches));
    auto *const value = m_fixture->child<QLineEdit>(QStringLiteral("when.value0"));
    QTest::mouseClick(value, Qt::LeftButton);
    QTest::keyClicks(value, QStringLiteral("^a,b$"));
    Test expected;
    expected.field = Field::Text;
    expected.op = Operator::Matches;
    expected.values = {QStringLiteral("^a,b$")};
    QCOMPARE(rule().when, allOf({testCondition(expected)}));
    m_fixture->click(QStringLiteral("when.remove0"));
    QVERIFY(rule().when.isAlways());
}

void RuleInspectorTest::anotherSubjectBringsItsOwnFields_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QStringList>("fields");
    const auto row = [](const char *name, Field field, const QStringList &fields) {
        QTest::newRow(name) << static_cast<int>(field) << fields;
    };
    const QString value = QStringLiteral("when.value0");
    row("labels", Field::Source, {value});
    row("a figure", Field::Turns, {value});
    row("a flag has none", Field::HasImage, {});
    row("a tag has its key", Field::Tag, {QStringLiteral("when.key0"), value});
    row("health has its target", Field::ErrorRate, {QStringLiteral("when.key0"), value});
    row("a budget has its name", Field::Budget, {QStringLiteral("when.key0"), value});
    row("cooling down has only its target", Field::CoolingDown, {QStringLiteral("when.key0")});
    row("times have a zone", Field::TimeOfDay,
        {QStringLiteral("when.from0"), QStringLiteral("when.until0"), QStringLiteral("when.zone0")});
    row("days have a zone", Field::Weekday,
        {QStringLiteral("when.day0.0"), QStringLiteral("when.day0.6"), QStringLiteral("when.zone0")});
}

void RuleInspectorTest::anotherSubjectBringsItsOwnFields()
{
    QFETCH(int, field);
    QFETCH(QStringList, fields);
    open(oneRule(allOf({RoutesFixture::taskIs({QStringLiteral("summarize")})})), 0);
    choose(QStringLiteral("when.field0"), field);
    QCOMPARE(static_cast<int>(rule().when.parts.first().test.field), field);
    for (const QString &name : fields)
        QVERIFY2(m_fixture->child<QWidget>(name)->isVisible(), qPrintable(name));
    const QList<QWidget *> all = m_inspector->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const QString name = widget->objectName();
        const bool isField = name == QLatin1String("when.key0") || name == QLatin1String("when.value0")
            || name == QLatin1String("when.from0") || name == QLatin1String("when.zone0");
        if (isField && widget->isVisible())
            QVERIFY2(fields.contains(name), qPrintable(name));
        if (isField && widget->isVisible())
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(name));
    }
}

void RuleInspectorTest::aWordBetweenConditionsTurnsTheGroup()
{
    const Condition one = RoutesFixture::taskIs({QStringLiteral("a")});
    const Condition two = RoutesFixture::taskIs({QStringLiteral("b")});
    open(oneRule(allOf({one, two})), 0);
    auto *const joint = m_fixture->child<FlatButton>(QStringLiteral("when.joint1"));
    QCOMPARE(joint->text(), QStringLiteral("and"));
    QVERIFY(m_fixture->child<FlatButton>(QStringLiteral("when.joint0"))->isHidden());
    QTest::mouseClick(joint, Qt::LeftButton);
    QCOMPARE(rule().when, anyOf({one, two}));
    QCOMPARE(m_fixture->child<FlatButton>(QStringLiteral("when.joint1"))->text(), QStringLiteral("or"));
    m_editor->undoStack().undo();
    QCOMPARE(rule().when, allOf({one, two}));
}

void RuleInspectorTest::groupsNestAndSayHowManyMustHold()
{
    const Condition one = RoutesFixture::taskIs({QStringLiteral("a")});
    open(oneRule(allOf({one})), 0);
    m_fixture->click(QStringLiteral("when.addGroup"));
    QVERIFY(m_fixture->child<QComboBox>(QStringLiteral("when.field1"))->hasFocus());
    m_fixture->click(QStringLiteral("when.addTo0"));
    const Condition fresh = RoutesFixture::taskIs({});
    QCOMPARE(rule().when, allOf({one, anyOf({fresh, fresh})}));
    auto *const kind = m_fixture->child<QComboBox>(QStringLiteral("when.group0"));
    QCOMPARE(kind->count(), 4);
    kind->setCurrentIndex(3);
    QCOMPARE(rule().when, allOf({one, notOf(anyOf({fresh, fresh}))}));
    m_fixture->child<QComboBox>(QStringLiteral("when.group0"))->setCurrentIndex(0);
    QCOMPARE(rule().when, allOf({one, allOf({fresh, fresh})}));
    m_editor->undoStack().setIndex(0);
    QCOMPARE(rule().when, allOf({one}));
}

void RuleInspectorTest::aConditionIsTurnedIntoItsContrary()
{
    const Condition one = RoutesFixture::taskIs({QStringLiteral("a")});
    open(oneRule(allOf({one})), 0);
    trigger(QStringLiteral("when.more0"), QStringLiteral("Not"));
    QCOMPARE(rule().when, allOf({notOf(one)}));
    QTRY_VERIFY(!m_fixture->child<FlatButton>(QStringLiteral("when.not0"))->isHidden());
    m_fixture->click(QStringLiteral("when.not0"));
    QCOMPARE(rule().when, allOf({one}));
}

void RuleInspectorTest::conditionsMoveAreCopiedAndRemoved()
{
    const Condition one = RoutesFixture::taskIs({QStringLiteral("a")});
    const Condition two = RoutesFixture::promptTokens(Operator::MoreThan, 10);
    open(oneRule(allOf({one, two})), 0);
    trigger(QStringLiteral("when.more0"), QStringLiteral("Move down"));
    QCOMPARE(rule().when, allOf({two, one}));
    QTest::keyClick(m_fixture->child<QWidget>(QStringLiteral("when.more0")), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(rule().when, allOf({one, two}));
    QTest::keyClick(m_fixture->child<QWidget>(QStringLiteral("when.more1")), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(rule().when, allOf({two, one}));
    trigger(QStringLiteral("when.more0"), QStringLiteral("Duplicate"));
    QCOMPARE(rule().when, allOf({two, two, one}));
    QTRY_COMPARE(
        m_inspector->findChildren<QComboBox *>(QRegularExpression(QStringLiteral("^when\\.field"))).size(),
        3);
    trigger(QStringLiteral("when.more2"), QStringLiteral("Put into a group"));
    QCOMPARE(rule().when, allOf({two, two, anyOf({one, RoutesFixture::taskIs({})})}));
    QTRY_COMPARE(
        m_inspector->findChildren<QComboBox *>(QRegularExpression(QStringLiteral("^when\\.field"))).size(),
        4);
    m_fixture->click(QStringLiteral("when.removeGroup0"));
    QCOMPARE(rule().when, allOf({two, two}));
}

void RuleInspectorTest::figuresTimesAndDaysAreEntered()
{
    open(oneRule(allOf({RoutesFixture::taskIs({QStringLiteral("a")})})), 0);
    choose(QStringLiteral("when.field0"), static_cast<int>(Field::ErrorRate));
    m_fixture->child<QDoubleSpinBox>(QStringLiteral("when.value0"))->setValue(12.5);
    QCOMPARE(rule().when.parts.first().test.number, std::optional<double>(0.125));
    choose(QStringLiteral("when.field0"), static_cast<int>(Field::TimeOfDay));
    QTRY_COMPARE(m_inspector->findChildren<QDoubleSpinBox *>(QStringLiteral("when.value0")).size(), 0);
    m_fixture->child<QTimeEdit>(QStringLiteral("when.from0"))->setTime(QTime(22, 30));
    m_fixture->child<QTimeEdit>(QStringLiteral("when.until0"))->setTime(QTime(6, 0));
    auto *const zone = m_fixture->child<QLineEdit>(QStringLiteral("when.zone0"));
    QTest::keyClicks(zone, QStringLiteral("Europe/Berlin"));
    QCOMPARE(rule().when.parts.first().test.values,
             QStringList({QStringLiteral("22:30"), QStringLiteral("06:00")}));
    QCOMPARE(rule().when.parts.first().test.zone, QStringLiteral("Europe/Berlin"));
    choose(QStringLiteral("when.field0"), static_cast<int>(Field::Weekday));
    m_fixture->click(QStringLiteral("when.day0.0"));
    m_fixture->click(QStringLiteral("when.day0.5"));
    QCOMPARE(rule().when.parts.first().test.values,
             QStringList({QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
                          QStringLiteral("fri"), QStringLiteral("sat")}));
    m_editor->undoStack().undo();
    QCOMPARE(rule().when.parts.first().test.values,
             QStringList({QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
                          QStringLiteral("fri")}));
}

void RuleInspectorTest::valuesAreCompletedFromWhatIsKnown()
{
    open(oneRule(allOf({RoutesFixture::taskIs({})})), 0);
    QVERIFY(m_terms->values(Field::Task, {}).contains(QStringLiteral("summarize")));
    QVERIFY(m_terms->targets().contains(QStringLiteral("openai/gpt-5-mini")));
    QVERIFY(m_terms->values(Field::RequestedModel, {}).contains(QStringLiteral("gpt-5-mini")));
    auto *const value = m_fixture->child<QLineEdit>(QStringLiteral("when.value0"));
    value->setFocus();
    QTest::keyClicks(value, QStringLiteral("extract, summ"));
    QTRY_VERIFY(qApp->activePopupWidget());
    QTest::keyClick(qApp->activePopupWidget(), Qt::Key_Down);
    QTest::keyClick(qApp->activePopupWidget(), Qt::Key_Return);
    QCOMPARE(value->text(), QStringLiteral("extract, summarize"));
    QCOMPARE(rule().when.parts.first().test.values,
             QStringList({QStringLiteral("extract"), QStringLiteral("summarize")}));
}

void RuleInspectorTest::typingIsOneStepAndComesBackByUndo()
{
    open(oneRule(allOf({RoutesFixture::taskIs({QStringLiteral("x")})})), 0);
    auto *const value = m_fixture->child<QLineEdit>(QStringLiteral("when.value0"));
    value->setFocus();
    value->end(false);
    QTest::keyClicks(value, QStringLiteral(", why"));
    QCOMPARE(m_editor->undoStack().count(), 1);
    m_editor->undoStack().undo();
    QCOMPARE(value->text(), QStringLiteral("x"));
    QVERIFY2(value->hasFocus(), "the row stays where it is");
    m_editor->undoStack().redo();
    QCOMPARE(value->text(), QStringLiteral("x, why"));
}

void RuleInspectorTest::fieldsLeaveUndoToThePage()
{
    open(RoutesFixture::threeBuckets(), 1);
    const QStringList names{QStringLiteral("rule.name"), QStringLiteral("when.value0"),
                            QStringLiteral("when.value1"), QStringLiteral("rule.note"),
                            QStringLiteral("target.weight0")};
    for (const QString &name : names) {
        QKeyEvent key(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        key.ignore();
        QApplication::sendEvent(m_fixture->child<QWidget>(name), &key);
        QVERIFY2(!key.isAccepted(), qPrintable(name));
    }
}

void RuleInspectorTest::aProblemStandsAtItsCondition()
{
    open(oneRule(allOf({RoutesFixture::taskIs({QStringLiteral("a")}), RoutesFixture::taskIs({})})), 0);
    const QWidget *const sound = m_fixture->child<QWidget>(QStringLiteral("when.row0"));
    const QWidget *const faulty = m_fixture->child<QWidget>(QStringLiteral("when.row1"));
    QTRY_VERIFY(!faulty->accessibleDescription().isEmpty());
    QVERIFY(sound->accessibleDescription().isEmpty());
    auto *const value = m_fixture->child<QLineEdit>(QStringLiteral("when.value1"));
    QTest::keyClicks(value, QStringLiteral("b"));
    // Both together cannot hold: that is said of the rule, not of a row.
    QTRY_VERIFY(faulty->accessibleDescription().isEmpty());
}

void RuleInspectorTest::aProblemStandsAtItsTarget()
{
    RuleSet rules = oneRule();
    rules.rules.first().chain.targets.append(RoutesFixture::target(QStringLiteral("nobody/no-model")));
    open(rules, 0);
    const QWidget *const unknown = m_fixture->child<QWidget>(QStringLiteral("target.row1"));
    QTRY_VERIFY(!unknown->accessibleDescription().isEmpty());
    QVERIFY(m_fixture->child<QWidget>(QStringLiteral("target.row0"))->accessibleDescription().isEmpty());
}

void RuleInspectorTest::targetsArePickedMovedAndRemoved()
{
    open(oneRule(), 0);
    m_fixture->willPick(QStringLiteral("openai/gpt-5"));
    m_fixture->click(QStringLiteral("target.add"));
    QCOMPARE(rule().chain.targets.size(), 2);
    QCOMPARE(rule().chain.targets.at(1).name.toString(), QStringLiteral("openai/gpt-5"));
    QCOMPARE(m_editor->selection(), ui::RulePlace({0, 1}));
    m_fixture->click(QStringLiteral("fallback.add"));
    QCOMPARE(rule().chain.fallbacks.size(), 1);
    m_fixture->willPick(QStringLiteral("openai/gpt-5-mini"));
    m_fixture->click(QStringLiteral("fallback.name0"));
    QCOMPARE(rule().chain.fallbacks.first().target.name.model, QStringLiteral("gpt-5-mini"));
    trigger(QStringLiteral("target.more0"), QStringLiteral("Make it a fallback"));
    QCOMPARE(rule().chain.targets.size(), 1);
    QCOMPARE(rule().chain.fallbacks.first().target.name.model, QStringLiteral("swift"));
    m_fixture->click(QStringLiteral("fallback.remove1"));
    QCOMPARE(rule().chain.fallbacks.size(), 1);
    m_editor->undoStack().setIndex(0);
    QCOMPARE(m_editor->rules(), oneRule());
}

void RuleInspectorTest::targetsAreMovedByKey()
{
    open(RoutesFixture::threeBuckets(), 1);
    QWidget *const handle = m_fixture->child<QWidget>(QStringLiteral("target.handle0"));
    handle->setFocus();
    QTest::keyClick(handle, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(rule().chain.targets.at(1).name.model, QStringLiteral("swift"));
    QCOMPARE(qApp->focusWidget()->objectName(), QStringLiteral("target.handle1"));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(rule().chain.fallbacks.first().target.name.model, QStringLiteral("swift"));
    QCOMPARE(qApp->focusWidget()->objectName(), QStringLiteral("fallback.handle0"));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(rule().chain.targets.at(1).name.model, QStringLiteral("swift"));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Delete);
    QCOMPARE(rule().chain.targets.size(), 1);
    QCOMPARE(rule().chain.targets.first().name.model, QStringLiteral("scholar"));
}

void RuleInspectorTest::weightsShowTheirShare()
{
    open(RoutesFixture::threeBuckets(), 1);
    auto *const weight = m_fixture->child<QDoubleSpinBox>(QStringLiteral("target.weight0"));
    QVERIFY(weight->isVisible());
    QCOMPARE(weight->value(), 0.8);
    weight->setValue(0.6);
    QCOMPARE(rule().chain.targets.first().weight, 0.6);
    bool said = false;
    for (const QLabel *label :
         m_fixture->child<QWidget>(QStringLiteral("target.row0"))->findChildren<QLabel *>())
        said = said || label->text() == QLatin1String("75 %");
    QVERIFY(said);
    choose(QStringLiteral("pick.order"), static_cast<int>(PickOrder::Listed));
    QVERIFY(weight->isHidden() || !weight->isVisible());
}

void RuleInspectorTest::everyOrderHasItsOwnOptions()
{
    open(RoutesFixture::threeBuckets(), 1);
    auto *const sticky = m_fixture->child<QLineEdit>(QStringLiteral("pick.sticky"));
    auto *const ceiling = m_fixture->child<QLineEdit>(QStringLiteral("pick.ceiling"));
    QVERIFY(sticky->isVisible() && !ceiling->isVisible());
    QTest::keyClicks(sticky, QStringLiteral("user"));
    QCOMPARE(rule().chain.stickyTag, QStringLiteral("user"));
    choose(QStringLiteral("pick.order"), static_cast<int>(PickOrder::BestRated));
    QVERIFY(!sticky->isVisible() && ceiling->isVisible());
    ceiling->setFocus();
    QTest::keyClicks(ceiling, QStringLiteral("0.01x"));
    QCOMPARE(rule().chain.priceCeiling, Money::fromDecimal(u"0.01"));
    QVERIFY(!ceiling->accessibleDescription().isEmpty());
    QCOMPARE(ceiling->text(), QStringLiteral("0.01x"));
    QTest::keyClick(ceiling, Qt::Key_Backspace);
    QVERIFY(ceiling->accessibleDescription().isEmpty());
    ceiling->selectAll();
    QTest::keyClick(ceiling, Qt::Key_Delete);
    QVERIFY(!rule().chain.priceCeiling);
}

void RuleInspectorTest::parametersAreTakenAsJson()
{
    open(oneRule(), 0);
    auto *const parameters = m_fixture->child<QLineEdit>(QStringLiteral("target.parameters0"));
    QVERIFY(!parameters->isVisible());
    trigger(QStringLiteral("target.more0"), QStringLiteral("Set parameters"));
    QVERIFY(parameters->hasFocus());
    QTest::keyClicks(parameters, QStringLiteral("{\"temperature\": 0.2"));
    QVERIFY(!parameters->accessibleDescription().isEmpty());
    QCOMPARE(rule().chain.targets.first().parameters, ChatParameters());
    QTest::keyClicks(parameters, QStringLiteral("}"));
    QVERIFY(parameters->accessibleDescription().isEmpty());
    QCOMPARE(rule().chain.targets.first().parameters.temperature, std::optional<double>(0.2));
    m_editor->undoStack().undo();
    QCOMPARE(rule().chain.targets.first().parameters, ChatParameters());
    QVERIFY(parameters->text().isEmpty());
}

void RuleInspectorTest::aFallbackSaysWhenItIsAsked()
{
    open(RoutesFixture::threeBuckets(), 0);
    m_fixture->child<QCheckBox>(QStringLiteral("fallback.larger0"))->click();
    QVERIFY(rule().chain.fallbacks.first().onlyLargerContext);
    QMenu *const kinds = m_fixture->child<FlatButton>(QStringLiteral("fallback.after0"))->menu();
    emit kinds->aboutToShow();
    const qsizetype count = kinds->actions().size();
    kinds->actions().at(2)->trigger();
    QCOMPARE(rule().chain.fallbacks.first().onlyAfter, QList<ErrorKind>{ErrorKind::Network});
    emit kinds->aboutToShow();
    QCOMPARE(kinds->actions().size(), count);
    kinds->actions().at(3)->trigger();
    QCOMPARE(rule().chain.fallbacks.first().onlyAfter.size(), 2);
    emit kinds->aboutToShow();
    kinds->actions().first()->trigger();
    QVERIFY(rule().chain.fallbacks.first().onlyAfter.isEmpty());
}

void RuleInspectorTest::limitsAreSecondsAndAttempts()
{
    open(RoutesFixture::threeBuckets(), 1);
    QWidget *const limits = m_fixture->child<QWidget>(QStringLiteral("limits"));
    QVERIFY(!limits->isVisible());
    const QString words = m_fixture->child<QLabel>(QStringLiteral("limits.words"))->text();
    QCOMPARE(words, limitsInWords(rule().chain.limits));
    m_fixture->click(QStringLiteral("limits.fold"));
    QVERIFY(limits->isVisible());
    QVERIFY(m_fixture->services().settings().get(settings::kRouteLimitsOpen));
    auto *const budget = m_fixture->child<QDoubleSpinBox>(QStringLiteral("limits.budget"));
    QCOMPARE(budget->value(), 40.0);
    budget->setValue(12.5);
    m_fixture->child<QSpinBox>(QStringLiteral("limits.attempts"))->setValue(2);
    QCOMPARE(rule().chain.limits.budget, std::chrono::milliseconds(12'500));
    QCOMPARE(rule().chain.limits.attempts, 2);
    auto *const tokens = m_fixture->child<QSpinBox>(QStringLiteral("limits.commitTokens"));
    QVERIFY(!tokens->isVisible());
    choose(QStringLiteral("limits.commit"), static_cast<int>(Commit::Tokens));
    QVERIFY(tokens->isVisible());
    tokens->setValue(80);
    QCOMPARE(rule().chain.limits.commitTokens, 80);
    choose(QStringLiteral("limits.commit"), static_cast<int>(Commit::Complete));
    QCOMPARE(rule().chain.limits.commit, Commit::Complete);
    QCOMPARE(rule().chain.limits.commitTokens, 0);
    m_fixture->child<QCheckBox>(QStringLiteral("limits.refusal"))->click();
    QVERIFY(rule().chain.limits.fallbackOnRefusal);
}

void RuleInspectorTest::theDefaultHasNoCondition()
{
    open(RoutesFixture::threeBuckets(), 3);
    QVERIFY(!m_fixture->child<QWidget>(QStringLiteral("when"))->isVisible());
    QVERIFY(!m_fixture->child<QWidget>(QStringLiteral("rule.on"))->isVisible());
    auto *const note = m_fixture->child<QPlainTextEdit>(QStringLiteral("set.note"));
    QVERIFY(!note->isHidden());
    note->setPlainText(QStringLiteral("for everyone"));
    QCOMPARE(m_editor->rules().note, QStringLiteral("for everyone"));
    m_editor->select({0, -1});
    QVERIFY(note->isHidden());
    QVERIFY(m_fixture->child<QWidget>(QStringLiteral("when"))->isVisible());
}

void RuleInspectorTest::anEmptyNameIsNotTaken()
{
    open(oneRule(), 0);
    auto *const name = m_fixture->child<QLineEdit>(QStringLiteral("rule.name"));
    m_inspector->editName();
    QTest::keyClick(name, Qt::Key_Backspace);
    QCOMPARE(rule().name, QStringLiteral("only"));
    QVERIFY(name->text().isEmpty());
    QTest::keyClicks(name, QStringLiteral("other one"));
    QCOMPARE(rule().name, QStringLiteral("other one"));
    QCOMPARE(m_editor->undoStack().count(), 1);
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(name->text(), QStringLiteral("other one"));
}

void RuleInspectorTest::notesAndEvidenceAreShown()
{
    RuleSet rules = oneRule();
    const QString sentence = QStringLiteral("swift wins 61 of 68 blind votes.");
    rules.rules.first().evidence = {{QStringLiteral("claim"), sentence}, {QStringLiteral("votes"), 68}};
    open(rules, 0);
    QCOMPARE(m_fixture->child<QLabel>(QStringLiteral("rule.evidence"))->text(), sentence);
    auto *const note = m_fixture->child<QPlainTextEdit>(QStringLiteral("rule.note"));
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("because"));
    QCOMPARE(rule().note, QStringLiteral("because"));
    QCOMPARE(m_editor->undoStack().count(), 1);
    m_editor->select({1, -1});
    QVERIFY(m_fixture->child<QLabel>(QStringLiteral("rule.evidence"))->isHidden());
    QVERIFY(note->toPlainText().isEmpty());
    QCOMPARE(m_editor->undoStack().count(), 1);
}

void RuleInspectorTest::aPresetSaysWhyInSentences()
{
    RuleSet rules = oneRule();
    rules.rules.first().evidence = {{QStringLiteral("kind"), QStringLiteral("preset")},
                                    {QStringLiteral("preset"), QStringLiteral("three-buckets")},
                                    {QStringLiteral("why_1"), QStringLiteral("demo/swift: the cheapest.")},
                                    {QStringLiteral("why_2"), QStringLiteral("demo/vision: another one.")}};
    open(rules, 0);
    QCOMPARE(m_fixture->child<QLabel>(QStringLiteral("rule.evidence"))->text(),
             QStringLiteral("demo/swift: the cheapest.\ndemo/vision: another one."));
}

void RuleInspectorTest::whatHasTheFocusIsSelected()
{
    open(RoutesFixture::threeBuckets(), 1);
    m_fixture->child<QWidget>(QStringLiteral("target.name1"))->setFocus();
    QCOMPARE(m_editor->selection(), ui::RulePlace({1, 1}));
    m_fixture->child<QWidget>(QStringLiteral("fallback.handle0"))->setFocus();
    QCOMPARE(m_editor->selection(), ui::RulePlace({1, 2}));
    m_editor->select({1, 0});
    m_inspector->takeFocus();
    QCOMPARE(qApp->focusWidget()->objectName(), QStringLiteral("target.handle0"));
}

void RuleInspectorTest::typingDoesNotScrollToTheSelectedTarget()
{
    open(RoutesFixture::threeBuckets(), 1);
    m_fixture->window().resize(360, 300);
    const QScrollBar *const bar = m_inspector->findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 300);
    m_editor->select({1, 0});
    QPlainTextEdit *const note = m_fixture->child<QPlainTextEdit>(QStringLiteral("rule.note"));
    note->setFocus();
    m_inspector->findChild<QScrollArea *>()->ensureWidgetVisible(note);
    QCoreApplication::processEvents();
    m_inspector->findChild<QScrollArea *>()->ensureWidgetVisible(note);
    const int before = bar->value();
    QVERIFY(before > 0);
    QTest::keyClicks(note, QStringLiteral("cheap"));
    QCoreApplication::processEvents();
    QCOMPARE(rule().note, QStringLiteral("cheap"));
    QCOMPARE(bar->value(), before);
    QCOMPARE(m_editor->selection(), ui::RulePlace({1, 0}));
}

void RuleInspectorTest::aRemovedTargetHandsTheFocusOn()
{
    open(RoutesFixture::threeBuckets(), 1);
    QWidget *const last = m_fixture->child<QWidget>(QStringLiteral("fallback.handle0"));
    last->setFocus();
    QTest::keyClick(last, Qt::Key_Delete);
    QVERIFY(rule().chain.fallbacks.isEmpty());
    QCOMPARE(m_editor->selection(), ui::RulePlace({1, 1}));
    QCOMPARE(qApp->focusWidget()->objectName(), QStringLiteral("target.handle1"));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Delete);
    QCOMPARE(qApp->focusWidget()->objectName(), QStringLiteral("target.handle0"));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Delete);
    QVERIFY(rule().chain.targets.isEmpty());
    QCOMPARE(qApp->focusWidget()->objectName(), QStringLiteral("target.add"));
}

void RuleInspectorTest::whatWasNotTakenStaysWithItsTarget()
{
    open(RoutesFixture::threeBuckets(), 1);
    trigger(QStringLiteral("target.more0"), QStringLiteral("Set parameters"));
    auto *const parameters = m_fixture->child<QLineEdit>(QStringLiteral("target.parameters0"));
    QTest::keyClicks(parameters, QStringLiteral("{\"top_p\": "));
    QVERIFY(!parameters->text().isEmpty());
    m_editor->select({0, -1});
    QVERIFY(parameters->text().isEmpty());
    QCOMPARE(m_editor->rules(), RoutesFixture::threeBuckets());
}

void RuleInspectorTest::aLimitShowsWhatItIs_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<QString>("shown");
    QTest::newRow("whole seconds have no places") << 40'000 << QStringLiteral("40 s");
    QTest::newRow("parts of a second are all there") << 250 << QStringLiteral("0.25 s");
    QTest::newRow("a few milliseconds are not no limit") << 40 << QStringLiteral("0.04 s");
    QTest::newRow("an hour has no separators") << 3'600'000 << QStringLiteral("3600 s");
}

void RuleInspectorTest::aLimitShowsWhatItIs()
{
    QFETCH(const int, milliseconds);
    QFETCH(const QString, shown);
    RuleSet rules = oneRule();
    rules.rules.first().chain.limits.budget = std::chrono::milliseconds(milliseconds);
    open(rules, 0);
    const auto *const budget = m_fixture->child<QDoubleSpinBox>(QStringLiteral("limits.budget"));
    QCOMPARE(budget->text(), shown);
    QCOMPARE(m_editor->rules(), rules);
}

SWITCHYARD_TEST(RuleInspectorTest)
#include "tst_ruleinspector.moc"
