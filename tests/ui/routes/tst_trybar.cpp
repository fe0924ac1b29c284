#include "core/routing/targethealth.h"
#include "tests/support/testunit.h"
#include "tests/ui/routes/routetoolsfixture.h"
#include "ui/routes/rehearsalpanel.h"
#include "ui/routes/rehearsaltimeline.h"
#include "ui/routes/routesfoot.h"
#include "ui/routes/rulelistmodel.h"
#include "ui/routes/trackcanvas.h"
#include "ui/routes/trackscene.h"
#include "ui/routes/trafficdialog.h"
#include "ui/routes/trybar.h"
#include "ui/routes/tryfield.h"
#include "ui/routes/tryoptions.h"
#include "ui/routes/wordcombo.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace core;
using ui::TryBar;

/// A prompt that is tried on the edited rules, and rehearsals of their failures.
class TryBarTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aPromptShowsWhichRuleTakesIt();
    void theResultFitsIntoTheWindow();
    void oneModelHasOneEstimate();
    void withoutAPromptNothingIsSaid();
    void everyRuleUpToTheMatchSaysWhy();
    void aTargetThatCoolsDownIsPassedOver();
    void aLineOfTheTraceLeadsToItsRule();
    void aChangeOfTheRulesDecidesAgain();
    void tagsCount();
    void parametersAndPicturesCount();
    void whatGoesBeforeThePromptCounts();
    void aPastRunComesWithTheTurnsBeforeIt();
    void tagsAreRead_data();
    void tagsAreRead();
    void whatIsTriedCanBeCleared();
    void aSecondLineUnfoldsTheField();
    void aPromptOfTheHistoryComesWithTaskAndTags();
    void theKeyLeadsToTheField();
    void atFirstTheFirstTargetIsSilent();
    void anotherFaultIsRehearsedAtOnce();
    void withoutAPromptTheSelectedRuleIsRehearsed();
    void whoBreaksOffInViewIsNotReplaced();
    void everythingHasAName();

private:
    TryBar &bar() { return m_fixture->tools().foot().tryBar(); }
    QString result() { return m_fixture->child<ui::ElidedLabel>(QStringLiteral("try.result"))->fullText(); }
    void tryPrompt(const QString &prompt, const QString &task);
    const Rehearsal &rehearsal() { return m_fixture->tools().foot().rehearsal().rehearsal(); }
    void chooseFault(int row, RehearsedFault fault);

    std::unique_ptr<RouteToolsFixture> m_fixture;
};

void TryBarTest::init()
{
    m_fixture = std::make_unique<RouteToolsFixture>();
    m_fixture->activate(RoutesFixture::threeBuckets());
    m_fixture->makeTools();
}

void TryBarTest::cleanup()
{
    m_fixture.reset();
}

void TryBarTest::tryPrompt(const QString &prompt, const QString &task)
{
    bar().setPrompt(prompt);
    bar().setTask(task);
    bar().decide();
}

void TryBarTest::chooseFault(int row, RehearsedFault fault)
{
    auto *const combo = m_fixture->child<ui::WordCombo>(QStringLiteral("rehearsal.fault%1").arg(row));
    combo->setCurrentIndex(combo->findData(static_cast<int>(fault)));
}

void TryBarTest::aPromptShowsWhichRuleTakesIt()
{
    QSignalSpy decided(&bar(), &TryBar::decided);
    QTest::keyClicks(m_fixture->child<ui::TryField>(QStringLiteral("try.prompt")),
                     QStringLiteral("Short it"));
    bar().setTask(QStringLiteral("summarize"));
    QTRY_VERIFY(bar().decision() && bar().decision()->place == 1);
    QVERIFY(!decided.isEmpty());
    QCOMPARE(bar().decision()->targets.first().name.toString(), QStringLiteral("demo/swift"));
    QVERIFY2(result().startsWith(QStringLiteral("rule 2 matched · swift · ")), qPrintable(result()));
    QVERIFY2(result().contains(QStringLiteral("rule 1: ")), qPrintable(result()));
    const QAbstractItemModel *const rules =
        m_fixture->child<QListView>(QStringLiteral("rules.list"))->model();
    for (int row = 0; row < rules->rowCount(); ++row)
        QCOMPARE(rules->index(row, 0).data(ui::RuleListModel::MatchedRole).toBool(), row == 1);
}

void TryBarTest::theResultFitsIntoTheWindow()
{
    auto *const label = m_fixture->child<ui::ElidedLabel>(QStringLiteral("try.result"));
    QVERIFY(!label->isVisible());
    tryPrompt(QStringLiteral("Make it short."), QStringLiteral("summarize"));
    QVERIFY(label->isVisible());
    QTRY_VERIFY2(!label->isElided(), qPrintable(label->text()));
    m_fixture->click(QStringLiteral("try.clear"));
    QVERIFY(!label->isVisible());
}

/// Also where the call says how long its answer may be.
void TryBarTest::oneModelHasOneEstimate()
{
    const auto shown = [this] {
        const auto *const scene = static_cast<const ui::TrackScene *>(m_fixture->page().canvas().scene());
        return scene->spoken({1, 0});
    };
    const auto estimate = [](const QString &text, const QString &before) {
        static const QRegularExpression kAmount(QStringLiteral("[0-9][0-9.]*"));
        const qsizetype at = text.indexOf(before);
        return at < 0 ? QString() : kAmount.match(text, at + before.size()).captured();
    };
    QStringList estimates;
    for (const QString &parameters : {QString(), QStringLiteral("{\"max_tokens\": 20}")}) {
        m_fixture->child<QLineEdit>(QStringLiteral("try.parameters"))->setText(parameters);
        tryPrompt(QStringLiteral("Make it short."), QStringLiteral("summarize"));
        estimates.append(estimate(result(), QStringLiteral("swift · est. $")));
        QVERIFY2(!estimates.last().isEmpty(), qPrintable(result()));
        QCOMPARE(estimate(shown(), QStringLiteral("estimated for this prompt: $")), estimates.last());
    }
    QVERIFY(estimates.first() != estimates.last());
    const QString tokens = QString::number(*bar().facts().tokens);
    QVERIFY2(shown().contains(QStringLiteral("with %1 tokens in and about 20 out").arg(tokens)),
             qPrintable(shown()));
}

void TryBarTest::withoutAPromptNothingIsSaid()
{
    bar().setTask(QStringLiteral("summarize"));
    bar().setPrompt(QStringLiteral("   "));
    bar().decide();
    QVERIFY(!bar().decision());
    QVERIFY(result().isEmpty());
    QVERIFY(!m_fixture->child<ui::FlatButton>(QStringLiteral("try.why"))->isEnabled());
}

void TryBarTest::everyRuleUpToTheMatchSaysWhy()
{
    tryPrompt(QStringLiteral("Make it short."), QStringLiteral("summarize"));
    m_fixture->click(QStringLiteral("try.why"));
    auto *const trace = m_fixture->child<QListWidget>(QStringLiteral("try.trace"));
    QVERIFY(trace->isVisible());
    // Two rules, two targets, one fallback.
    QCOMPARE(trace->count(), 5);
    QVERIFY(trace->item(0)->text().startsWith(QStringLiteral("Reasoning: ")));
    QVERIFY(trace->item(1)->text().startsWith(QStringLiteral("Summaries and tags: ")));
    QVERIFY(trace->item(2)->text().contains(QStringLiteral("demo/swift")));
    QVERIFY(trace->item(4)->text().contains(QStringLiteral("if that fails: openai/gpt-5-mini")));
}

void TryBarTest::aTargetThatCoolsDownIsPassedOver()
{
    NextStep step;
    step.mark = HealthMark::CoolTarget;
    step.cooling = std::chrono::minutes(1);
    m_fixture->services().health().apply({QStringLiteral("demo"), QStringLiteral("swift")}, step);
    tryPrompt(QStringLiteral("Make it short."), QStringLiteral("summarize"));
    QVERIFY2(
        result().startsWith(QStringLiteral("rule 2 matched · swift is left alone at present · scholar · ")),
        qPrintable(result()));
}

void TryBarTest::aLineOfTheTraceLeadsToItsRule()
{
    tryPrompt(QStringLiteral("Make it short."), QStringLiteral("summarize"));
    bar().showTrace(true);
    auto *const trace = m_fixture->child<QListWidget>(QStringLiteral("try.trace"));
    emit trace->itemActivated(trace->item(1));
    QCOMPARE(m_fixture->editor().selection().rule, 1);
}

void TryBarTest::aChangeOfTheRulesDecidesAgain()
{
    tryPrompt(QStringLiteral("Make it short."), QStringLiteral("summarize"));
    QCOMPARE(bar().decision()->place, 1);
    m_fixture->editor().setRuleOn(1, false);
    QTRY_COMPARE(bar().decision()->place, 3);
    QVERIFY(result().startsWith(QStringLiteral("no rule matched, so the default holds")));
    m_fixture->editor().undoStack().undo();
    QTRY_COMPARE(bar().decision()->place, 1);
}

void TryBarTest::tagsCount()
{
    Test tag;
    tag.field = Field::Tag;
    tag.key = QStringLiteral("tier");
    tag.values = {QStringLiteral("gold")};
    m_fixture->editor().setCondition(0, testCondition(tag));
    tryPrompt(QStringLiteral("Anything."), QStringLiteral("none of these"));
    QCOMPARE(bar().decision()->place, 3);
    m_fixture->child<QLineEdit>(QStringLiteral("try.tags"))->setText(QStringLiteral("tier=gold"));
    QTRY_COMPARE(bar().decision()->place, 0);
}

void TryBarTest::parametersAndPicturesCount()
{
    const auto tests = [](Field field, Operator op, std::optional<double> number = {}) {
        Test test;
        test.field = field;
        test.op = op;
        test.number = number;
        return testCondition(test);
    };
    m_fixture->editor().setCondition(
        0,
        allOf({tests(Field::HasImage, Operator::Present), tests(Field::MaxTokens, Operator::MoreThan, 500)}));
    tryPrompt(QStringLiteral("What is there to see?"), QStringLiteral("describe"));
    QVERIFY(bar().decision());
    QVERIFY(bar().decision()->place != 0);
    m_fixture->child<QSpinBox>(QStringLiteral("try.pictures"))->setValue(1);
    auto *const parameters = m_fixture->child<QLineEdit>(QStringLiteral("try.parameters"));
    parameters->setText(QStringLiteral("{\"max_tokens\": 2000"));
    QVERIFY(!parameters->accessibleDescription().isEmpty());
    bar().decide();
    QVERIFY(bar().decision()->place != 0);
    parameters->setText(QStringLiteral("{\"max_tokens\": 2000}"));
    QVERIFY(parameters->accessibleDescription().isEmpty());
    bar().decide();
    QCOMPARE(bar().decision()->place, 0);
    bar().clear();
    QVERIFY(parameters->text().isEmpty());
}

void TryBarTest::whatGoesBeforeThePromptCounts()
{
    m_fixture->editor().setCondition(0, RoutesFixture::promptTokens(Operator::MoreThan, 2000));
    tryPrompt(QStringLiteral("And why?"), QStringLiteral("none of these"));
    QCOMPARE(bar().decision()->place, 3);
    const qint64 alone = *bar().facts().tokens;
    m_fixture->child<QSpinBox>(QStringLiteral("try.before"))->setValue(1500);
    m_fixture->child<QSpinBox>(QStringLiteral("try.turns"))->setValue(2);
    m_fixture->child<QSpinBox>(QStringLiteral("try.pictures"))->setValue(1);
    QCOMPARE(*bar().facts().tokens, alone + 1500 + kTokensOfAPicture);
    QCOMPARE(bar().facts().turns, 3);
    QVERIFY(bar().facts().hasImages && bar().facts().hasAttachments);
    QTRY_COMPARE(bar().decision()->place, 0);
    bar().clear();
    QCOMPARE(bar().facts().turns, 1);
    QVERIFY(!bar().facts().hasImages);
}

void TryBarTest::aPastRunComesWithTheTurnsBeforeIt()
{
    const auto turn = [](qint64 lane, qint64 parent, const QString &prompt, const QString &answer) {
        RunRecord run;
        run.prompt = prompt;
        LaneRecord other;
        other.laneId = lane + 100;
        other.latest.completion.text = QStringLiteral("nobody went on from here").repeated(50);
        LaneRecord own;
        own.laneId = lane;
        own.parentLane = parent;
        own.latest.completion.text = answer;
        run.lanes = lane == 3 ? QList<LaneRecord>{own, other} : QList<LaneRecord>{other, own};
        return run;
    };
    QList<RunRecord> turns{turn(1, 0, QStringLiteral("Who is it?"), QStringLiteral("Nobody.")),
                           turn(2, 1, QStringLiteral("Sure?"), QStringLiteral("Quite.")),
                           turn(3, 2, QStringLiteral("And why?"), QString())};
    turns[0].images = {ImagePart()};
    turns[2].system = QStringLiteral("Answer in one word.");
    auto *const options = m_fixture->child<ui::TryOptions>(QStringLiteral("try.options"));
    options->take(turns);
    bar().setPrompt(turns.constLast().prompt);
    const QList<Message> sent{{Role::System, turns[2].system},
                              {Role::User, turns[0].prompt},
                              {Role::Assistant, QStringLiteral("Nobody.")},
                              {Role::User, turns[1].prompt},
                              {Role::Assistant, QStringLiteral("Quite.")},
                              {Role::User, turns[2].prompt}};
    QCOMPARE(*bar().facts().tokens, *factsOf(sent, {}).tokens + kTokensOfAPicture);
    QCOMPARE(bar().facts().turns, 3);
    QVERIFY(bar().facts().hasImages);
    options->take({turn(9, 0, QStringLiteral("Alone"), QString())});
    QCOMPARE(bar().facts().turns, 1);
    QVERIFY(!bar().facts().hasImages);
}

void TryBarTest::tagsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("tags");
    QTest::addColumn<QStringList>("wrong");
    QTest::newRow("none") << QString() << 0 << QStringList();
    QTest::newRow("two") << QStringLiteral("a=1, b = two words") << 2 << QStringList();
    QTest::newRow("a value may be empty") << QStringLiteral("a=") << 1 << QStringList();
    QTest::newRow("a value may hold the sign") << QStringLiteral("a=b=c") << 1 << QStringList();
    QTest::newRow("no sign is no tag")
        << QStringLiteral("gold, a=1") << 1 << QStringList{QStringLiteral("gold")};
    QTest::newRow("no key is no tag") << QStringLiteral("=gold") << 0 << QStringList{QStringLiteral("=gold")};
}

void TryBarTest::tagsAreRead()
{
    QFETCH(QString, text);
    QFETCH(QStringList, wrong);
    QStringList found;
    QTEST(static_cast<int>(ui::readTags(text, &found).size()), "tags");
    QCOMPARE(found, wrong);
}

void TryBarTest::whatIsTriedCanBeCleared()
{
    tryPrompt(QStringLiteral("Make it short."), QStringLiteral("summarize"));
    m_fixture->child<QLineEdit>(QStringLiteral("try.tags"))->setText(QStringLiteral("tier=gold"));
    m_fixture->click(QStringLiteral("try.clear"));
    QVERIFY(bar().prompt().isEmpty());
    QVERIFY(!bar().decision());
    QVERIFY(bar().facts().tags.isEmpty());
    QVERIFY(bar().facts().task.isEmpty());
}

void TryBarTest::aSecondLineUnfoldsTheField()
{
    auto *const field = m_fixture->child<ui::TryField>(QStringLiteral("try.prompt"));
    const int folded = field->height();
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("one"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(field->toPlainText(), QStringLiteral("one"));
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(field, QStringLiteral("two"));
    QCOMPARE(field->toPlainText(), QStringLiteral("one\ntwo"));
    QVERIFY(field->isUnfolded());
    QTRY_VERIFY(field->height() > folded);
}

void TryBarTest::aPromptOfTheHistoryComesWithTaskAndTags()
{
    const QString file =
        m_fixture->trafficFile({QStringLiteral("Put this in a nutshell.")}, QStringLiteral("extract"));
    m_fixture->tools().importTrafficFiles({file}, &m_fixture->page());
    auto *const dialog = m_fixture->child<ui::TrafficDialog>(QStringLiteral("traffic"));
    QSignalSpy imported(dialog, &ui::TrafficDialog::imported);
    QVERIFY(imported.wait(20'000));
    dialog->close();
    m_fixture->click(QStringLiteral("try.history"));
    auto *const list = m_fixture->child<QListWidget>(QStringLiteral("try.pastList"));
    QTRY_COMPARE(list->count(), 1);
    emit list->itemActivated(list->item(0));
    QTRY_COMPARE(bar().prompt(), QStringLiteral("Put this in a nutshell."));
    QCOMPARE(bar().facts().task, QStringLiteral("extract"));
    QCOMPARE(bar().facts().tags.value(QStringLiteral("tier")), QStringLiteral("gold"));
    QCOMPARE(bar().decision()->place, 1);
}

void TryBarTest::theKeyLeadsToTheField()
{
    QAction *const action = m_fixture->actions().find(QStringLiteral("routes.try"));
    QVERIFY(action);
    QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_L));
    action->trigger();
    QTRY_VERIFY(m_fixture->child<ui::TryField>(QStringLiteral("try.prompt"))->hasFocus());
}

void TryBarTest::atFirstTheFirstTargetIsSilent()
{
    tryPrompt(QStringLiteral("Make it short."), QStringLiteral("reasoning"));
    m_fixture->click(QStringLiteral("try.rehearse"));
    QVERIFY(m_fixture->child<ui::RehearsalPanel>(QStringLiteral("rehearsal"))->isVisible());
    QCOMPARE(m_fixture->child<ui::WordCombo>(QStringLiteral("rehearsal.fault0"))->data(),
             static_cast<int>(RehearsedFault::Silent));
    QVERIFY(rehearsal().attempts.size() >= 2);
    QCOMPARE(rehearsal().attempts.constFirst().target, 0);
    QCOMPARE(rehearsal().attempts.at(1).target, 1);
    QCOMPARE(rehearsal().end, Rehearsal::End::Answered);
    QCOMPARE(m_fixture->child<QLabel>(QStringLiteral("rehearsal.summary"))->text(), rehearsal().summary);
    QCOMPARE(m_fixture->child<QListWidget>(QStringLiteral("rehearsal.steps"))->count(),
             static_cast<int>(rehearsal().attempts.size()));
}

void TryBarTest::anotherFaultIsRehearsedAtOnce()
{
    tryPrompt(QStringLiteral("Make it short."), QStringLiteral("summarize"));
    m_fixture->click(QStringLiteral("try.rehearse"));
    chooseFault(0, RehearsedFault::None);
    QCOMPARE(rehearsal().attempts.size(), 1);
    for (int row = 0; row < 3; ++row)
        chooseFault(row, RehearsedFault::BadKey);
    QCOMPARE(rehearsal().end, Rehearsal::End::Nothing);
    m_fixture->click(QStringLiteral("rehearsal.none"));
    QCOMPARE(rehearsal().end, Rehearsal::End::Answered);
    QCOMPARE(rehearsal().attempts.size(), 1);
}

void TryBarTest::withoutAPromptTheSelectedRuleIsRehearsed()
{
    m_fixture->editor().select({0, -1});
    m_fixture->tools().foot().rehearse(true);
    const auto faults = [this] {
        int rows = 0;
        for (const auto *const combo : m_fixture->window().findChildren<ui::WordCombo *>(
                 QRegularExpression(QStringLiteral("^rehearsal\\.fault"))))
            rows += combo->isVisible() ? 1 : 0;
        return rows;
    };
    QTRY_COMPARE(faults(), 2);
    m_fixture->editor().select({1, -1});
    QTRY_COMPARE(faults(), 3);
}

void TryBarTest::whoBreaksOffInViewIsNotReplaced()
{
    tryPrompt(QStringLiteral("Make it short."), QStringLiteral("summarize"));
    m_fixture->click(QStringLiteral("try.rehearse"));
    chooseFault(0, RehearsedFault::Cut);
    QCOMPARE(rehearsal().end, Rehearsal::End::BrokenOff);
    const CallLimits &limits = bar().decision()->limits;
    QCOMPARE(ui::RehearsalTimeline::commitOf(rehearsal().attempts.constFirst(), limits),
             rehearsal().attempts.constFirst().firstTokenMs);
    CallLimits whole = limits;
    whole.commit = Commit::Complete;
    m_fixture->editor().setLimits(1, whole);
    QTRY_COMPARE(rehearsal().end, Rehearsal::End::Answered);
    QVERIFY(rehearsal().attempts.size() > 1);
}

void TryBarTest::everythingHasAName()
{
    tryPrompt(QStringLiteral("Make it short."), QStringLiteral("summarize"));
    m_fixture->tools().foot().rehearse(true);
    for (const auto *const button : m_fixture->tools().foot().findChildren<ui::FlatButton *>()) {
        QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->text()));
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                 qPrintable(button->objectName()));
    }
}

SWITCHYARD_TEST(TryBarTest)
#include "tst_trybar.moc"
