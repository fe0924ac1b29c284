#include "core/accounts/accountstore.h"
#include "core/routing/rulewords.h"
#include "tests/support/testunit.h"
#include "tests/ui/routes/routesfixture.h"
#include "ui/routes/canvasframe.h"
#include "ui/routes/trackcanvas.h"
#include "ui/routes/trackscene.h"
#include "ui/routes/tracktexts.h"

#include <QAccessible>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace core;
using ui::ChainPlace;
using ui::RuleEditor;
using ui::RulePlace;
using ui::Theme;
using ui::TrackHit;
using ui::TrackSpot;

namespace {

QStringList ruleNames(const RuleSet &rules)
{
    QStringList names;
    for (const Rule &rule : rules.rules)
        names.append(rule.name);
    return names;
}

QStringList modelNames(const Rule &rule)
{
    QStringList names;
    for (const ChainTarget &target : rule.chain.targets)
        names.append(target.name.model);
    names.append(QStringLiteral("|"));
    for (const Fallback &fallback : rule.chain.fallbacks)
        names.append(fallback.target.name.model);
    return names;
}

RuleSet sixtyRules()
{
    RuleSet rules = RoutesFixture::threeBuckets();
    const QList<Rule> three = rules.rules;
    while (rules.rules.size() < 60) {
        Rule rule = three.at(rules.rules.size() % 3);
        rule.name = QStringLiteral("%1 %2").arg(rule.name).arg(rules.rules.size());
        rules.rules.append(rule);
    }
    return rules;
}

Decision decisionFor(const RuleSet &rules, qsizetype place, const QString &target, bool fallback = false)
{
    Decision decision;
    decision.rule = ruleAt(rules, place).name;
    decision.place = place;
    for (qsizetype rule = 0; rule < place; ++rule)
        decision.trace.append(
            {rules.rules.at(rule).name, RuleVerdict::NotMatched, QStringLiteral("it is another task")});
    decision.trace.append({decision.rule, RuleVerdict::Matched, QStringLiteral("it is the task")});
    PlannedTarget planned;
    planned.name = parseTargetName(target).value();
    planned.isFallback = fallback;
    decision.targets = {planned};
    return decision;
}

} // namespace

/// The canvas as a person has it before them: what it shows, and what mouse and keys do with it.
class TrackCanvasTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void itShowsTheRulesInOrder();
    void nothingIsShownOfNothing();
    void wordsSayWhatARuleDoes();
    void numbersAreNotCut();
    void sharesAndConditionsStandOnTheLines();
    void problemsAreShownInWords();
    void onlyWhatChangedIsLaidOutAgain();
    void everyChangeOfTheEditorIsFollowed();
    void aDecisionLightsItsPath_data();
    void aDecisionLightsItsPath();
    void aStaleDecisionLightsNothing();
    void rulesBeforeTheMatchSayWhy();
    void thePathIsSeenInItsColour();
    void aRuleThatIsOffLeavesTheTrunkWhole();
    void aClickSelects();
    void aDoubleClickActivates();
    void aDraggedTrackIsOneStep();
    void theDefaultStaysWhereItIs();
    void aDraggedTargetIsOneStep_data();
    void aDraggedTargetIsOneStep();
    void escapeGivesADragUp();
    void aShortPullIsNoDrag();
    void itScrollsAtItsEdges();
    void modelsAreDroppedOntoChains();
    void foreignDataIsRefused();
    void pillsAskForMore();
    void keysWalkAndMove();
    void keysAddRemoveAndActivate();
    void everythingCanBeBuiltByKeys();
    void keysZoom();
    void theWheelZoomsAtTheMouse();
    void allOfItFits();
    void itIsPannedByHand();
    void theSelectionComesIntoView();
    void whatIsSelectedBeforeItIsShownComesIntoView();
    void theButtonsOfTheZoomStandOverIt();
    void tipsArePlainText();
    void assistiveTechnologyIsToldOfEveryNode();
    void theThemeIsFollowed();
    void itIsPaintedAtEveryZoom_data();
    void itIsPaintedAtEveryZoom();

private:
    void open(const RuleSet &rules);
    const ui::TrackScene &scene() const { return *static_cast<ui::TrackScene *>(m_canvas->scene()); }
    QPoint at(const RulePlace &place) const;
    QPoint at(const TrackHit &hit) const;
    QString said(const RulePlace &place) const { return scene().spoken(place); }
    void press(const QPoint &point);
    void drag(const QPoint &from, const QPoint &to);
    void key(int key, Qt::KeyboardModifiers held = Qt::NoModifier)
    {
        QTest::keyClick(m_canvas, static_cast<Qt::Key>(key), held);
    }
    int steps() const { return m_editor->undoStack().count(); }
    bool isSeen(const RulePlace &place) const
    {
        const QRect rect = m_canvas->mapFromScene(QRectF(scene().plan().rectOf(place))).boundingRect();
        return m_canvas->viewport()->rect().contains(rect.adjusted(2, 2, -2, -2));
    }
    QColor colourAt(const QPoint &point) const { return m_canvas->grab().toImage().pixelColor(point); }

    std::unique_ptr<RoutesFixture> m_fixture;
    RuleEditor *m_editor = nullptr;
    ui::TrackCanvas *m_canvas = nullptr;
};

void TrackCanvasTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<RoutesFixture>();
}

void TrackCanvasTest::cleanup()
{
    delete std::exchange(m_canvas, nullptr);
    delete std::exchange(m_editor, nullptr);
    m_fixture.reset();
}

void TrackCanvasTest::open(const RuleSet &rules)
{
    m_fixture->saveDraft(rules);
    const ui::RoutesContext context = m_fixture->context();
    m_editor = new RuleEditor(context.ruleSets, context.book);
    QVERIFY(m_editor->open(rules.name));
    m_canvas = new ui::TrackCanvas(*m_editor, context, &m_fixture->window());
    m_fixture->window().layout()->addWidget(m_canvas);
    m_fixture->window().resize(1280, 800);
    m_canvas->show();
    m_canvas->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
}

QPoint TrackCanvasTest::at(const RulePlace &place) const
{
    return m_canvas->mapFromScene(QRectF(scene().plan().rectOf(place)).center());
}

QPoint TrackCanvasTest::at(const TrackHit &hit) const
{
    return m_canvas->mapFromScene(QRectF(scene().plan().rectOf(hit)).center());
}

void TrackCanvasTest::press(const QPoint &point)
{
    QTest::mouseMove(m_canvas->viewport(), point);
    QTest::mousePress(m_canvas->viewport(), Qt::LeftButton, {}, point);
}

void TrackCanvasTest::drag(const QPoint &from, const QPoint &to)
{
    press(from);
    for (int step = 1; step <= 8; ++step)
        QTest::mouseMove(m_canvas->viewport(), from + (to - from) * step / 8);
    QTest::mouseRelease(m_canvas->viewport(), Qt::LeftButton, {}, to);
}

void TrackCanvasTest::itShowsTheRulesInOrder()
{
    open(RoutesFixture::threeBuckets());
    QCOMPARE(scene().nodes(), 4 + 8);
    for (qsizetype rule = 1; rule <= 3; ++rule)
        QVERIFY(at(RulePlace{rule, -1}).y() > at(RulePlace{rule - 1, -1}).y());
    // Prompt, rule, targets, fallback: from left to right.
    QVERIFY(at(TrackHit{TrackSpot::Prompt, {}}).x() < at(RulePlace{1, -1}).x());
    QVERIFY(at(RulePlace{1, -1}).x() < at(RulePlace{1, 0}).x());
    QCOMPARE(at(RulePlace{1, 0}).x(), at(RulePlace{1, 1}).x());
    QVERIFY(at(RulePlace{1, 1}).x() < at(RulePlace{1, 2}).x());
    QVERIFY(at(TrackHit{TrackSpot::AddRule, {}}).y() > at(RulePlace{3, -1}).y());
}

void TrackCanvasTest::nothingIsShownOfNothing()
{
    open(RoutesFixture::threeBuckets());
    m_editor->close();
    QCOMPARE(scene().nodes(), 0);
    m_canvas->setDecision(std::nullopt);
    m_canvas->zoomFit();
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, QPoint(200, 100));
    key(Qt::Key_Down);
    key(Qt::Key_Delete);
    const QSignalSpy wanted(m_canvas, &ui::TrackCanvas::ruleWanted);
    key(Qt::Key_Insert);
    QVERIFY(wanted.isEmpty());
    RuleSet empty;
    empty.name = QStringLiteral("empty");
    m_fixture->saveDraft(empty);
    QVERIFY(m_editor->open(empty.name));
    QCOMPARE(scene().nodes(), 1);
    QVERIFY(said({0, -1}).contains(QStringLiteral("everything else")));
}

void TrackCanvasTest::wordsSayWhatARuleDoes()
{
    RuleSet rules = RoutesFixture::threeBuckets();
    rules.rules[2].on = false;
    open(rules);
    QVERIFY(said({1, -1}).contains(QStringLiteral("2 Summaries and tags")));
    QVERIFY(said({1, -1}).contains(conditionInWords(rules.rules.at(1).when)));
    QVERIFY(said({2, -1}).contains(QStringLiteral("off")));
    QVERIFY(!said({1, -1}).contains(QStringLiteral("off")));
    QVERIFY(said({1, 0}).contains(QStringLiteral("demo/swift")));
    QVERIFY(said({1, 2}).contains(QStringLiteral("fallback 1")));
    m_canvas->setPrompt({.tokens = 1412});
    QVERIFY(scene().tip({TrackSpot::Prompt, {}}).contains(QStringLiteral("1,412 tokens")));
    m_canvas->setPrompt({});
    QVERIFY(!scene().tip({TrackSpot::Prompt, {}}).contains(QStringLiteral("tokens")));
}

void TrackCanvasTest::numbersAreNotCut()
{
    const QFont font = m_fixture->theme().font();
    const QFontMetrics metrics(font);
    const QString line = QStringLiteral("longer than 120,000 tokens");
    const int whole = metrics.horizontalAdvance(line);
    // A width is rounded, and may be so down.
    QCOMPARE(ui::elidedLine(line, font, whole + 1), line);
    for (int width = metrics.horizontalAdvance(u'…'); width < whole; ++width) {
        const QString shown = ui::elidedLine(line, font, width);
        QVERIFY2(metrics.horizontalAdvance(shown) <= width, qPrintable(shown));
        QVERIFY2(shown.endsWith(u'…'), qPrintable(shown));
        QVERIFY2(shown.contains(QLatin1String("120,000")) || !shown.contains(u'1'), qPrintable(shown));
    }
    // As much as there is room for.
    const QString cut = QStringLiteral("longer than 120,000…");
    QCOMPARE(ui::elidedLine(line, font, metrics.horizontalAdvance(cut) + 1), cut);
}

void TrackCanvasTest::sharesAndConditionsStandOnTheLines()
{
    RuleSet rules = RoutesFixture::threeBuckets();
    rules.rules[1].chain.targets[0].weight = 3.0;
    rules.rules[1].chain.targets[1].weight = 1.0;
    rules.rules[0].chain.fallbacks[0].onlyLargerContext = true;
    rules.otherwise.chain.fallbacks[0].onlyAfter = {ErrorKind::Timeout};
    open(rules);
    const RuleSet &shown = m_editor->rules();
    const ui::RoutesContext context = m_fixture->context();
    const ui::TrackTexts texts(*m_editor, context);
    QCOMPARE(texts.words(1, {}).places.at(0).label, QStringLiteral("75 %"));
    QCOMPARE(texts.words(1, {}).places.at(1).label, QStringLiteral("25 %"));
    QCOMPARE(texts.words(1, {}).places.at(2).label, QStringLiteral("if it fails"));
    QCOMPARE(texts.words(0, {}).places.at(1).label, QStringLiteral("only larger context"));
    QVERIFY(texts.words(3, {}).places.at(1).label.startsWith(QStringLiteral("only after")));
    QVERIFY2(texts.words(2, {}).places.at(0).label.isEmpty(), "one target has no share");
    Chain chain = shown.rules.at(1).chain;
    chain.pick = PickOrder::Cheapest;
    m_editor->setChain(1, chain, QStringLiteral("change"));
    QCOMPARE(texts.words(1, {}).order, pickOrderInWords(PickOrder::Cheapest));
    QVERIFY(texts.words(1, {}).places.at(0).label.isEmpty());
    chain.pick = PickOrder::Listed;
    m_editor->setChain(1, chain, QStringLiteral("change"));
    QCOMPARE(texts.words(1, {}).places.at(1).label, QStringLiteral("2."));
}

void TrackCanvasTest::problemsAreShownInWords()
{
    RuleSet rules = RoutesFixture::threeBuckets();
    rules.rules[0].chain.targets[0] = RoutesFixture::target(QStringLiteral("nobody/anything"));
    rules.rules[2].chain.targets.clear();
    open(rules);
    m_editor->checkNow();
    const QList<RuleProblem> ofTarget = m_editor->problemsAt({0, 0});
    const QList<RuleProblem> ofRule = m_editor->problemsAt({2, -1});
    QVERIFY(!ofTarget.isEmpty());
    QVERIFY(!ofRule.isEmpty());
    QVERIFY(said({0, 0}).contains(ofTarget.constFirst().text));
    QVERIFY(scene().tip({TrackSpot::Target, {0, 0}}).contains(ofTarget.constFirst().text));
    QVERIFY(said({2, -1}).contains(ofRule.constFirst().text));
    // Its edge, a third along, away from its corners.
    const auto edgeOf = [this](const RulePlace &place) {
        const QRect rect = scene().plan().rectOf(place);
        return m_canvas->mapFromScene(QPointF(rect.left() + rect.width() / 3.0, rect.top()));
    };
    const Theme &theme = m_fixture->theme();
    m_editor->select({3, -1});
    QCOMPARE(colourAt(edgeOf({2, -1})), theme.colour(Theme::Token::Bad));
    QVERIFY(m_editor->problemsAt({0, -1}).isEmpty());
    QCOMPARE(colourAt(edgeOf({0, -1})), theme.colour(Theme::Token::Line));
    m_editor->insertTarget({2, false, 0}, RoutesFixture::target(QStringLiteral("openai/gpt-5")));
    m_editor->select({3, -1});
    m_editor->checkNow();
    QVERIFY(!said({2, -1}).contains(ofRule.constFirst().text));
    QCOMPARE(colourAt(edgeOf({2, -1})), theme.colour(Theme::Token::Line));
}

void TrackCanvasTest::onlyWhatChangedIsLaidOutAgain()
{
    open(sixtyRules());
    const ui::TrackPlan before = scene().plan();
    m_editor->renameRule(5, QStringLiteral("Another name"));
    QVERIFY(said({5, -1}).contains(QStringLiteral("Another name")));
    QCOMPARE(scene().plan().tops, before.tops);
    m_editor->insertTarget({5, false, 0}, RoutesFixture::target(QStringLiteral("demo/swift")));
    for (qsizetype rule = 0; rule <= 60; ++rule) {
        if (rule != 5)
            QVERIFY(scene().plan().tracks.at(rule) == before.tracks.at(rule));
    }
    QCOMPARE(scene().plan().tops.at(5), before.tops.at(5));
    QVERIFY(scene().plan().tops.at(6) > before.tops.at(6));
}

void TrackCanvasTest::everyChangeOfTheEditorIsFollowed()
{
    open(RoutesFixture::threeBuckets());
    const auto agrees = [this] {
        const RuleSet &rules = m_editor->rules();
        if (scene().plan().tracks.size() != rules.rules.size() + 1)
            return false;
        for (qsizetype rule = 0; rule <= rules.rules.size(); ++rule) {
            const Chain &chain = ruleAt(rules, rule).chain;
            const ui::TrackGeometry &track = scene().plan().tracks.at(rule);
            if (track.targets != chain.targets.size() || track.fallbacks() != chain.fallbacks.size()
                || !said({rule, -1}).contains(ruleAt(rules, rule).name))
                return false;
            for (qsizetype at = 0; at < chain.targets.size(); ++at) {
                if (!said({rule, at}).contains(chain.targets.at(at).name.toString()))
                    return false;
            }
        }
        return true;
    };
    QVERIFY(agrees());
    m_editor->insertRule(1, RoutesFixture::threeBuckets().rules.at(0));
    QVERIFY(agrees());
    m_editor->moveRule(0, 3);
    QVERIFY(agrees());
    m_editor->duplicateRule(2);
    QVERIFY(agrees());
    m_editor->removeRule(1);
    QVERIFY(agrees());
    m_editor->moveTarget({0, false, 0}, {3, true, 0});
    QVERIFY(agrees());
    m_editor->replaceAll(sixtyRules(), QStringLiteral("replace"));
    QVERIFY(agrees());
    while (m_editor->undoStack().canUndo()) {
        m_editor->undoStack().undo();
        QVERIFY(agrees());
    }
    while (m_editor->undoStack().canRedo()) {
        m_editor->undoStack().redo();
        QVERIFY(agrees());
    }
}

void TrackCanvasTest::aDecisionLightsItsPath_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("fallback");
    QTest::addColumn<int>("target");
    QTest::newRow("the first rule") << 0 << QStringLiteral("demo/thinker") << false << 0;
    QTest::newRow("the second of two targets") << 1 << QStringLiteral("demo/scholar") << false << 1;
    QTest::newRow("a fallback, since the targets were left out")
        << 1 << QStringLiteral("openai/gpt-5-mini") << true << 2;
    QTest::newRow("the default") << 3 << QStringLiteral("openai/gpt-5-mini") << false << 0;
}

void TrackCanvasTest::aDecisionLightsItsPath()
{
    QFETCH(int, rule);
    QFETCH(QString, asked);
    QFETCH(bool, fallback);
    QFETCH(int, target);
    open(RoutesFixture::threeBuckets());
    m_canvas->setDecision(decisionFor(m_editor->rules(), rule, asked, fallback));
    QCOMPARE(scene().lit(), RulePlace({rule, target}));
    QVERIFY(said({rule, target}).contains(QStringLiteral("asked first")));
    QVERIFY(said({rule, -1}).contains(QStringLiteral("matched")));
    m_canvas->setDecision(std::nullopt);
    QCOMPARE(scene().lit(), RulePlace());
    QVERIFY(!said({rule, target}).contains(QStringLiteral("asked first")));
}

void TrackCanvasTest::aStaleDecisionLightsNothing()
{
    open(RoutesFixture::threeBuckets());
    m_canvas->setDecision(decisionFor(m_editor->rules(), 1, QStringLiteral("demo/swift")));
    m_editor->moveRule(1, 0);
    QCOMPARE(scene().lit(), RulePlace());
    m_editor->undoStack().undo();
    QCOMPARE(scene().lit(), RulePlace({1, 0}));
    m_editor->removeRule(1);
    QCOMPARE(scene().lit(), RulePlace());
    Decision undecidable;
    undecidable.place = -1;
    m_canvas->setDecision(undecidable);
    QCOMPARE(scene().lit(), RulePlace());
}

void TrackCanvasTest::rulesBeforeTheMatchSayWhy()
{
    open(RoutesFixture::threeBuckets());
    m_canvas->setDecision(decisionFor(m_editor->rules(), 2, QStringLiteral("openai/gpt-5")));
    for (qsizetype rule = 0; rule < 2; ++rule) {
        QVERIFY(said({rule, -1}).contains(QStringLiteral("not matched")));
        QVERIFY(said({rule, -1}).contains(QStringLiteral("it is another task")));
    }
    QVERIFY(!said({2, -1}).contains(QStringLiteral("not matched")));
    QVERIFY(!said({3, -1}).contains(QStringLiteral("matched")));
}

void TrackCanvasTest::thePathIsSeenInItsColour()
{
    open(RoutesFixture::threeBuckets());
    const Theme &theme = m_fixture->theme();
    m_editor->select({3, -1});
    // Near the left edge of a node, beside its words.
    const auto insideOf = [this](const RulePlace &place) {
        const QRect rect = scene().plan().rectOf(place);
        return m_canvas->mapFromScene(QPointF(rect.left() + 5, rect.top() + rect.height() / 2.0));
    };
    QCOMPARE(colourAt(insideOf({1, 0})), theme.colour(Theme::Token::Panel));
    m_canvas->setDecision(decisionFor(m_editor->rules(), 1, QStringLiteral("demo/swift")));
    QCOMPARE(colourAt(insideOf({1, -1})), theme.colour(Theme::Token::AccentSoft));
    QCOMPARE(colourAt(insideOf({1, 0})), theme.colour(Theme::Token::AccentSoft));
    QCOMPARE(colourAt(insideOf({1, 1})), theme.colour(Theme::Token::Panel));
    QCOMPARE(colourAt(insideOf({0, -1})), theme.colour(Theme::Token::Panel));
}

void TrackCanvasTest::aRuleThatIsOffLeavesTheTrunkWhole()
{
    open(RoutesFixture::threeBuckets());
    const ui::TrackPlan &plan = scene().plan();
    QVERIFY(plan.level < 2);
    const QPoint trunk = m_canvas->mapFromScene(QPointF(plan.measures.trunk(), plan.tops.at(2) + 4));
    const QColor whole = colourAt(trunk);
    QVERIFY(whole != m_fixture->theme().colour(Theme::Token::Background));
    m_editor->setRuleOn(2, false);
    QCOMPARE(colourAt(trunk), whole);
}

void TrackCanvasTest::aClickSelects()
{
    open(RoutesFixture::threeBuckets());
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, at(RulePlace{2, -1}));
    QCOMPARE(m_editor->selection(), RulePlace({2, -1}));
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, at(RulePlace{1, 2}));
    QCOMPARE(m_editor->selection(), RulePlace({1, 2}));
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, QPoint(4, 4));
    QCOMPARE(m_editor->selection(), RulePlace({1, 2}));
    QCOMPARE(steps(), 0);
}

void TrackCanvasTest::aDoubleClickActivates()
{
    open(RoutesFixture::threeBuckets());
    QSignalSpy rule(m_canvas, &ui::TrackCanvas::ruleActivated);
    QSignalSpy target(m_canvas, &ui::TrackCanvas::targetActivated);
    QTest::mouseDClick(m_canvas->viewport(), Qt::LeftButton, {}, at(RulePlace{1, -1}));
    QCOMPARE(rule.size(), 1);
    QCOMPARE(rule.constFirst().constFirst().toLongLong(), 1);
    QTest::mouseRelease(m_canvas->viewport(), Qt::LeftButton, {}, at(RulePlace{1, -1}));
    QTest::mouseDClick(m_canvas->viewport(), Qt::LeftButton, {}, at(RulePlace{1, 1}));
    QCOMPARE(target.size(), 1);
    QCOMPARE(target.constFirst().constFirst().value<RulePlace>(), RulePlace({1, 1}));
    QCOMPARE(m_editor->selection(), RulePlace({1, 1}));
    QTest::mouseRelease(m_canvas->viewport(), Qt::LeftButton, {}, at(RulePlace{1, 1}));
}

void TrackCanvasTest::aDraggedTrackIsOneStep()
{
    open(RoutesFixture::threeBuckets());
    const QStringList before = ruleNames(m_editor->rules());
    drag(at(RulePlace{0, -1}), at(RulePlace{2, -1}) + QPoint(0, 10));
    QCOMPARE(ruleNames(m_editor->rules()), QStringList({before.at(1), before.at(2), before.at(0)}));
    QCOMPARE(steps(), 1);
    QCOMPARE(m_editor->selection(), RulePlace({2, -1}));
    m_editor->undoStack().undo();
    QCOMPARE(ruleNames(m_editor->rules()), before);
    drag(at(RulePlace{2, -1}), at(RulePlace{0, -1}) - QPoint(0, 10));
    QCOMPARE(ruleNames(m_editor->rules()), QStringList({before.at(2), before.at(0), before.at(1)}));
    QCOMPARE(steps(), 1);
}

void TrackCanvasTest::theDefaultStaysWhereItIs()
{
    open(RoutesFixture::threeBuckets());
    drag(at(RulePlace{3, -1}), at(RulePlace{0, -1}) - QPoint(0, 10));
    QCOMPARE(steps(), 0);
    const QStringList before = ruleNames(m_editor->rules());
    drag(at(RulePlace{0, -1}), at(RulePlace{3, -1}) + QPoint(0, 30));
    QCOMPARE(ruleNames(m_editor->rules()), QStringList({before.at(1), before.at(2), before.at(0)}));
}

void TrackCanvasTest::aDraggedTargetIsOneStep_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("fromTarget");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("toTarget");
    QTest::addColumn<QPoint>("off");
    QTest::addColumn<QStringList>("source");
    QTest::addColumn<QStringList>("receiver");
    const auto models = [](const char *names) { return QString::fromLatin1(names).split(u' '); };
    QTest::newRow("within a chain") << 1 << 0 << 1 << 1 << QPoint(0, 10)
                                    << models("scholar swift | gpt-5-mini")
                                    << models("scholar swift | gpt-5-mini");
    QTest::newRow("into another chain, before its target")
        << 1 << 0 << 0 << 0 << QPoint(0, -10) << models("scholar | gpt-5-mini")
        << models("swift thinker | gpt-5");
    QTest::newRow("from a target to a fallback")
        << 1 << 1 << 1 << 2 << QPoint(10, 0) << models("swift | gpt-5-mini scholar")
        << models("swift | gpt-5-mini scholar");
    QTest::newRow("from a fallback to a target")
        << 0 << 1 << 0 << 0 << QPoint(0, 10) << models("thinker gpt-5 |") << models("thinker gpt-5 |");
    QTest::newRow("onto a rule, to the end of its targets")
        << 0 << 0 << 1 << -1 << QPoint(0, 0) << models("| gpt-5")
        << models("swift scholar thinker | gpt-5-mini");
    QTest::newRow("a fallback to that of the default")
        << 0 << 1 << 3 << 1 << QPoint(-10, 0) << models("thinker |") << models("gpt-5-mini | gpt-5 swift");
}

void TrackCanvasTest::aDraggedTargetIsOneStep()
{
    QFETCH(int, from);
    QFETCH(int, fromTarget);
    QFETCH(int, to);
    QFETCH(int, toTarget);
    QFETCH(QPoint, off);
    QFETCH(QStringList, source);
    QFETCH(QStringList, receiver);
    open(RoutesFixture::threeBuckets());
    const RuleSet before = m_editor->rules();
    drag(at(RulePlace{from, fromTarget}), at(RulePlace{to, toTarget}) + off);
    QCOMPARE(modelNames(m_editor->rule(from)), source);
    QCOMPARE(modelNames(m_editor->rule(to)), receiver);
    QCOMPARE(steps(), 1);
    m_editor->undoStack().undo();
    QVERIFY(m_editor->rules() == before);
}

void TrackCanvasTest::escapeGivesADragUp()
{
    open(RoutesFixture::threeBuckets());
    const RuleSet before = m_editor->rules();
    const QPoint from = at(RulePlace{0, -1});
    const QPoint to = at(RulePlace{2, -1}) + QPoint(0, 10);
    const int items = static_cast<int>(m_canvas->scene()->items().size());
    press(from);
    QTest::mouseMove(m_canvas->viewport(), to);
    QVERIFY2(m_canvas->scene()->items().size() > items, "what is dragged is drawn at the mouse");
    key(Qt::Key_Delete);
    QVERIFY2(m_editor->rules() == before, "nothing else happens during a drag");
    key(Qt::Key_Escape);
    QCOMPARE(m_canvas->scene()->items().size(), items);
    QTest::mouseRelease(m_canvas->viewport(), Qt::LeftButton, {}, to);
    QVERIFY(m_editor->rules() == before);
    QCOMPARE(steps(), 0);
}

void TrackCanvasTest::aShortPullIsNoDrag()
{
    open(RoutesFixture::threeBuckets());
    const QPoint from = at(RulePlace{1, 0});
    drag(from, from + QPoint(1, 1));
    QCOMPARE(steps(), 0);
    QCOMPARE(m_editor->selection(), RulePlace({1, 0}));
    const QPoint back = at(RulePlace{0, -1});
    press(back);
    QTest::mouseMove(m_canvas->viewport(), back + QPoint(0, 300));
    QTest::mouseMove(m_canvas->viewport(), back);
    QTest::mouseRelease(m_canvas->viewport(), Qt::LeftButton, {}, back);
    QCOMPARE(steps(), 0);
}

void TrackCanvasTest::itScrollsAtItsEdges()
{
    open(sixtyRules());
    QScrollBar *const bar = m_canvas->verticalScrollBar();
    QCOMPARE(bar->value(), 0);
    const QString dragged = m_editor->rule(0).name;
    const QPoint edge(at(RulePlace{0, -1}).x(), m_canvas->viewport()->height() - 4);
    press(at(RulePlace{0, -1}));
    QTest::mouseMove(m_canvas->viewport(), edge);
    QTRY_VERIFY(bar->value() > 600);
    const QPoint middle(edge.x(), m_canvas->viewport()->height() / 2);
    QTest::mouseMove(m_canvas->viewport(), middle);
    const qsizetype below = scene().plan().trackAt(static_cast<int>(m_canvas->mapToScene(middle).y()));
    QVERIFY(below > 5);
    QTest::mouseRelease(m_canvas->viewport(), Qt::LeftButton, {}, middle);
    QCOMPARE(steps(), 1);
    const qsizetype now = ruleNames(m_editor->rules()).indexOf(dragged);
    QVERIFY2(qAbs(now - below) <= 1, qPrintable(QString::number(now)));
}

void TrackCanvasTest::modelsAreDroppedOntoChains()
{
    open(RoutesFixture::threeBuckets());
    QMimeData data;
    data.setData(ui::kTargetMime, "openai/gpt-5");
    const QPoint point = at(RulePlace{1, 1}) + QPoint(0, 10);
    QDragEnterEvent enter(point, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_canvas->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent move(point, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_canvas->viewport(), &move);
    QVERIFY(move.isAccepted());
    QDropEvent drop(point, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_canvas->viewport(), &drop);
    QVERIFY(drop.isAccepted());
    QTRY_COMPARE(steps(), 1);
    QCOMPARE(modelNames(m_editor->rule(1)),
             QStringList({QStringLiteral("swift"), QStringLiteral("scholar"), QStringLiteral("gpt-5"),
                          QStringLiteral("|"), QStringLiteral("gpt-5-mini")}));
    QCOMPARE(m_editor->selection(), RulePlace({1, 2}));
}

void TrackCanvasTest::foreignDataIsRefused()
{
    open(RoutesFixture::threeBuckets());
    QMimeData data;
    data.setText(QStringLiteral("openai/gpt-5"));
    QDragEnterEvent enter(at(RulePlace{1, 1}), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_canvas->viewport(), &enter);
    QVERIFY(!enter.isAccepted());
    QMimeData model;
    model.setData(ui::kTargetMime, "openai/gpt-5");
    QDragEnterEvent again(at(RulePlace{1, 1}), Qt::CopyAction, &model, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_canvas->viewport(), &again);
    QVERIFY(again.isAccepted());
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(m_canvas->viewport(), &leave);
    QCOMPARE(steps(), 0);
}

void TrackCanvasTest::pillsAskForMore()
{
    open(RoutesFixture::threeBuckets());
    QSignalSpy target(m_canvas, &ui::TrackCanvas::targetWanted);
    QSignalSpy rule(m_canvas, &ui::TrackCanvas::ruleWanted);
    const auto click = [this](const TrackHit &hit) {
        QTest::mouseMove(m_canvas->viewport(), at(hit));
        QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, at(hit));
    };
    click({TrackSpot::AddTarget, {1, -1}});
    QCOMPARE(target.size(), 1);
    QCOMPARE(target.constLast().constFirst().value<ChainPlace>(), ChainPlace({1, false, 2}));
    const QPoint below = m_canvas->viewport()->mapFromGlobal(target.constLast().at(1).toPoint());
    QVERIFY(m_canvas->viewport()->rect().contains(below));
    QVERIFY(below.y() > at(TrackHit{TrackSpot::AddTarget, {1, -1}}).y());
    click({TrackSpot::AddFallback, {2, -1}});
    QCOMPARE(target.constLast().constFirst().value<ChainPlace>(), ChainPlace({2, true, 0}));
    click({TrackSpot::AddRule, {}});
    QCOMPARE(rule.size(), 1);
    QCOMPARE(rule.constFirst().constFirst().toLongLong(), 3);
    m_editor->removeTarget({2, false, 0});
    click({TrackSpot::AddTarget, {2, -1}});
    QCOMPARE(target.constLast().constFirst().value<ChainPlace>(), ChainPlace({2, false, 0}));
    // Too small to be drawn, they cannot be hit either.
    m_canvas->setZoomFactor(0.3);
    const qsizetype asked = target.size();
    click({TrackSpot::AddTarget, {1, -1}});
    QCOMPARE(target.size(), asked);
}

void TrackCanvasTest::keysWalkAndMove()
{
    open(RoutesFixture::threeBuckets());
    QCOMPARE(m_editor->selection(), RulePlace({0, -1}));
    key(Qt::Key_Down);
    key(Qt::Key_Right);
    key(Qt::Key_Down);
    QCOMPARE(m_editor->selection(), RulePlace({1, 1}));
    key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(modelNames(m_editor->rule(1)).constFirst(), QStringLiteral("scholar"));
    QCOMPARE(m_editor->selection(), RulePlace({1, 0}));
    key(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(modelNames(m_editor->rule(1)).join(u' '), QStringLiteral("swift | scholar gpt-5-mini"));
    QCOMPARE(m_editor->selection(), RulePlace({1, 1}));
    key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(modelNames(m_editor->rule(2)).join(u' '), QStringLiteral("gpt-5 | scholar"));
    QCOMPARE(steps(), 3);
    key(Qt::Key_Left);
    key(Qt::Key_Left);
    QCOMPARE(m_editor->selection(), RulePlace({2, -1}));
    key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(ruleNames(m_editor->rules()).at(1), QStringLiteral("Long documents"));
    QCOMPARE(m_editor->selection(), RulePlace({1, -1}));
    key(Qt::Key_End);
    QCOMPARE(m_editor->selection(), RulePlace({3, -1}));
    key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(steps(), 4);
    key(Qt::Key_Home);
    QCOMPARE(m_editor->selection(), RulePlace({0, -1}));
}

void TrackCanvasTest::keysAddRemoveAndActivate()
{
    open(RoutesFixture::threeBuckets());
    QSignalSpy ruleWanted(m_canvas, &ui::TrackCanvas::ruleWanted);
    QSignalSpy targetWanted(m_canvas, &ui::TrackCanvas::targetWanted);
    QSignalSpy rule(m_canvas, &ui::TrackCanvas::ruleActivated);
    QSignalSpy target(m_canvas, &ui::TrackCanvas::targetActivated);
    key(Qt::Key_Insert);
    QCOMPARE(ruleWanted.constLast().constFirst().toLongLong(), 1);
    key(Qt::Key_Insert, Qt::ShiftModifier);
    QCOMPARE(targetWanted.constLast().constFirst().value<ChainPlace>(), ChainPlace({0, false, 1}));
    key(Qt::Key_Return);
    key(Qt::Key_F2);
    QCOMPARE(rule.size(), 2);
    key(Qt::Key_Right);
    key(Qt::Key_Insert);
    QCOMPARE(targetWanted.constLast().constFirst().value<ChainPlace>(), ChainPlace({0, false, 1}));
    key(Qt::Key_Insert, Qt::ShiftModifier);
    QCOMPARE(targetWanted.constLast().constFirst().value<ChainPlace>(), ChainPlace({0, true, 1}));
    key(Qt::Key_Enter);
    QCOMPARE(target.constLast().constFirst().value<RulePlace>(), RulePlace({0, 0}));
    key(Qt::Key_Right);
    key(Qt::Key_Delete);
    QCOMPARE(modelNames(m_editor->rule(0)).join(u' '), QStringLiteral("thinker |"));
    key(Qt::Key_Left);
    if (m_editor->selection().target >= 0)
        key(Qt::Key_Left);
    key(Qt::Key_Delete);
    QCOMPARE(m_editor->rules().rules.size(), 2);
    key(Qt::Key_End);
    key(Qt::Key_Insert);
    QCOMPARE(ruleWanted.constLast().constFirst().toLongLong(), 2);
    key(Qt::Key_Delete);
    QCOMPARE(m_editor->rules().rules.size(), 2);
    QCOMPARE(steps(), 2);
}

/// What the page answers to the signals, the canvas does by itself with every key.
void TrackCanvasTest::everythingCanBeBuiltByKeys()
{
    RuleSet empty;
    empty.name = QStringLiteral("from nothing");
    open(empty);
    connect(m_canvas, &ui::TrackCanvas::ruleWanted, m_editor,
            [this](qsizetype place) { m_editor->insertRule(place, {.name = QStringLiteral("rule")}); });
    connect(m_canvas, &ui::TrackCanvas::targetWanted, m_editor, [this](const ChainPlace &place) {
        m_editor->insertTarget(place, RoutesFixture::target(QStringLiteral("demo/swift")));
    });
    key(Qt::Key_Insert);
    key(Qt::Key_Insert, Qt::ShiftModifier);
    key(Qt::Key_Insert);
    key(Qt::Key_Insert, Qt::ShiftModifier);
    QCOMPARE(modelNames(m_editor->rule(0)).join(u' '), QStringLiteral("swift swift | swift"));
    key(Qt::Key_End);
    key(Qt::Key_Insert, Qt::ShiftModifier);
    QCOMPARE(modelNames(m_editor->rule(1)).join(u' '), QStringLiteral("swift |"));
    QCOMPARE(steps(), 5);
}

void TrackCanvasTest::keysZoom()
{
    open(sixtyRules());
    const QSignalSpy changed(m_canvas, &ui::TrackCanvas::zoomChanged);
    key(Qt::Key_Minus);
    QVERIFY(m_canvas->zoomFactor() < 1.0);
    QCOMPARE(changed.constLast().constFirst().toDouble(), m_canvas->zoomFactor());
    key(Qt::Key_Plus);
    QCOMPARE(m_canvas->zoomFactor(), 1.0);
    key(Qt::Key_Plus, Qt::ShiftModifier);
    QVERIFY(m_canvas->zoomFactor() > 1.0);
    for (int again = 0; again < 20; ++again)
        key(Qt::Key_Plus);
    QCOMPARE(m_canvas->zoomFactor(), 3.0);
    for (int again = 0; again < 40; ++again)
        key(Qt::Key_Minus);
    QCOMPARE(m_canvas->zoomFactor(), 0.1);
    key(Qt::Key_0);
    QVERIFY2(m_canvas->viewport()->rect().contains(at(RulePlace{60, -1})), "all of it fits");
    const double factor = m_canvas->zoomFactor();
    QVERIFY(factor < 0.3);
    key(Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_canvas->zoomFactor(), factor);
    key(Qt::Key_Plus);
    QVERIFY(m_canvas->zoomFactor() > factor);
}

void TrackCanvasTest::theWheelZoomsAtTheMouse()
{
    open(sixtyRules());
    m_canvas->verticalScrollBar()->setValue(1500);
    const QPoint mouse(300, 420);
    const auto turn = [&](int angle, Qt::KeyboardModifiers held) {
        QWheelEvent event(mouse, m_canvas->viewport()->mapToGlobal(mouse), {}, QPoint(0, angle), Qt::NoButton,
                          held, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_canvas->viewport(), &event);
    };
    const QPointF before = m_canvas->mapToScene(mouse);
    turn(120, Qt::ControlModifier);
    QVERIFY(m_canvas->zoomFactor() > 1.0);
    QVERIFY(qAbs(m_canvas->mapToScene(mouse).y() - before.y()) < 2.0);
    const double larger = m_canvas->zoomFactor();
    // A wheel that tells of smaller turns adds them up.
    turn(-60, Qt::ControlModifier);
    QCOMPARE(m_canvas->zoomFactor(), larger);
    turn(-60, Qt::ControlModifier);
    QCOMPARE(m_canvas->zoomFactor(), 1.0);
    const int scrolled = m_canvas->verticalScrollBar()->value();
    turn(-120, Qt::NoModifier);
    QVERIFY(m_canvas->verticalScrollBar()->value() > scrolled);
    QCOMPARE(m_canvas->zoomFactor(), 1.0);
}

void TrackCanvasTest::allOfItFits()
{
    open(RoutesFixture::threeBuckets());
    m_canvas->setZoomFactor(0.5);
    m_canvas->zoomFit();
    QCOMPARE(m_canvas->zoomFactor(), 1.0);
    m_fixture->window().resize(600, 500);
    QTRY_COMPARE(m_canvas->width(), 600);
    m_canvas->zoomFit();
    QVERIFY(m_canvas->zoomFactor() < 1.0);
    QVERIFY(!m_canvas->horizontalScrollBar()->isVisible());
    QVERIFY(!m_canvas->verticalScrollBar()->isVisible());
    const QRect seen = m_canvas->viewport()->rect();
    QVERIFY(seen.contains(at(RulePlace{3, 1})));
    QVERIFY(seen.contains(at(TrackHit{TrackSpot::AddRule, {}})));
}

void TrackCanvasTest::itIsPannedByHand()
{
    open(sixtyRules());
    const RulePlace selected = m_editor->selection();
    QScrollBar *const bar = m_canvas->verticalScrollBar();
    QWidget *const view = m_canvas->viewport();
    QTest::mousePress(view, Qt::MiddleButton, {}, QPoint(400, 600));
    QTest::mouseMove(view, QPoint(400, 350));
    QTest::mouseRelease(view, Qt::MiddleButton, {}, QPoint(400, 350));
    QCOMPARE(bar->value(), 250);
    QTest::keyPress(m_canvas, Qt::Key_Space);
    press(at(RulePlace{4, -1}));
    QTest::mouseMove(view, at(RulePlace{4, -1}) - QPoint(0, 100));
    QTest::mouseRelease(view, Qt::LeftButton, {}, QPoint(400, 300));
    QTest::keyRelease(m_canvas, Qt::Key_Space);
    QCOMPARE(bar->value(), 350);
    QCOMPARE(m_editor->selection(), selected);
    QCOMPARE(steps(), 0);
}

void TrackCanvasTest::theSelectionComesIntoView()
{
    open(sixtyRules());
    QVERIFY(!isSeen({40, -1}));
    m_editor->select({40, -1});
    QVERIFY(isSeen({40, -1}));
    key(Qt::Key_Home);
    QVERIFY(isSeen({0, -1}));
    for (int step = 0; step < 30; ++step)
        key(Qt::Key_Down);
    QVERIFY(isSeen({30, -1}));
    m_canvas->setDecision(decisionFor(m_editor->rules(), 59, QStringLiteral("openai/gpt-5")));
    QVERIFY(isSeen({59, -1}));
}

void TrackCanvasTest::whatIsSelectedBeforeItIsShownComesIntoView()
{
    open(sixtyRules());
    m_canvas->hide();
    m_fixture->window().layout()->removeWidget(m_canvas);
    m_canvas->resize(100, 30);
    m_editor->select({40, -1});
    m_fixture->window().layout()->addWidget(m_canvas);
    m_canvas->show();
    QTRY_VERIFY(isSeen({40, -1}));
    QCOMPARE(m_canvas->horizontalScrollBar()->value(), 0);
}

void TrackCanvasTest::theButtonsOfTheZoomStandOverIt()
{
    open(RoutesFixture::threeBuckets());
    auto *const frame = new ui::CanvasFrame(m_canvas, m_fixture->context(), &m_fixture->window());
    m_fixture->window().layout()->addWidget(frame);
    QTRY_COMPARE(frame->size(), m_canvas->size());
    for (const char *const name : {"canvas.zoomOut", "canvas.zoomReset", "canvas.zoomIn", "canvas.zoomFit"}) {
        QWidget *const button = m_fixture->child<QWidget>(QLatin1StringView(name));
        QTRY_COMPARE(frame->childAt(button->mapTo(frame, button->rect().center())), button);
    }
}

void TrackCanvasTest::tipsArePlainText()
{
    RuleSet rules = RoutesFixture::threeBuckets();
    rules.rules[0].name = QStringLiteral("<b>bold</b>");
    open(rules);
    QVERIFY(scene().tip({TrackSpot::Rule, {0, -1}}).contains(QStringLiteral("<b>bold</b>")));
    QVERIFY(!scene().tip({TrackSpot::AddTarget, {0, -1}}).isEmpty());
    QVERIFY(scene().tip({}).isEmpty());
}

void TrackCanvasTest::assistiveTechnologyIsToldOfEveryNode()
{
    open(RoutesFixture::threeBuckets());
    QAccessibleInterface *const canvas = QAccessible::queryAccessibleInterface(m_canvas);
    QVERIFY(canvas);
    QCOMPARE(canvas->role(), QAccessible::List);
    QVERIFY(!canvas->text(QAccessible::Name).isEmpty());
    QCOMPARE(canvas->childCount(), 12);
    for (int node = 0; node < canvas->childCount(); ++node) {
        QAccessibleInterface *const child = canvas->child(node);
        QVERIFY(child && child->isValid());
        QCOMPARE(canvas->indexOfChild(child), node);
        QCOMPARE(child->role(), QAccessible::ListItem);
        QCOMPARE(child->text(QAccessible::Name), said(scene().nodeAt(node)));
        QVERIFY(!child->text(QAccessible::Name).isEmpty());
        const QPoint middle = child->rect().center();
        QCOMPARE(canvas->childAt(middle.x(), middle.y()), child);
        QCOMPARE(scene().nodeOf(scene().nodeAt(node)), node);
    }
    m_editor->select({1, 1});
    const int node = scene().nodeOf({1, 1});
    QVERIFY(canvas->child(node)->state().selected);
    QVERIFY(canvas->child(node)->state().focused);
    QCOMPARE(canvas->focusChild(), canvas->child(node));
    QCOMPARE(m_canvas->accessibleDescription(), said({1, 1}));
    // A node is pressed as by Enter.
    QSignalSpy activated(m_canvas, &ui::TrackCanvas::ruleActivated);
    QAccessibleActionInterface *const action = canvas->child(0)->actionInterface();
    QVERIFY(action && action->actionNames().contains(QAccessibleActionInterface::pressAction()));
    action->doAction(QAccessibleActionInterface::pressAction());
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(m_editor->selection(), RulePlace({0, -1}));
    QAccessibleInterface *const last = canvas->child(11);
    m_editor->removeRule(0);
    QCOMPARE(canvas->childCount(), 9);
    QVERIFY(!last->isValid());
}

void TrackCanvasTest::theThemeIsFollowed()
{
    open(RoutesFixture::threeBuckets());
    Theme &theme = m_fixture->theme();
    const QPoint corner(m_canvas->viewport()->rect().bottomRight() - QPoint(3, 3));
    QCOMPARE(colourAt(corner), Theme::colour(Theme::Token::Background, false));
    theme.setScheme(Theme::Scheme::Dark);
    QCOMPARE(colourAt(corner), Theme::colour(Theme::Token::Background, true));
    const QRect rect = scene().plan().rectOf(RulePlace{2, 0});
    const QPoint inside = m_canvas->mapFromScene(QPointF(rect.left() + 5, rect.top() + rect.height() / 2.0));
    QCOMPARE(colourAt(inside), Theme::colour(Theme::Token::Panel, true));
    const int before = rect.height();
    theme.setZoom(2.0);
    QVERIFY(scene().plan().rectOf(RulePlace{2, 0}).height() >= 2 * before - 4);
    QCOMPARE(m_canvas->zoomFactor(), 1.0);
}

void TrackCanvasTest::itIsPaintedAtEveryZoom_data()
{
    QTest::addColumn<double>("zoom");
    for (const double zoom : {0.1, 0.25, 0.32, 0.5, 1.0, 1.7, 3.0})
        QTest::addRow("zoom %.2f", zoom) << zoom;
}

/// Whatever is left out when it is small, every node is a box of its own colour before the background.
void TrackCanvasTest::itIsPaintedAtEveryZoom()
{
    QFETCH(double, zoom);
    RuleSet rules = RoutesFixture::threeBuckets();
    rules.rules[2].on = false;
    rules.rules[2].chain.targets.clear();
    open(rules);
    m_canvas->setDecision(decisionFor(rules, 1, QStringLiteral("demo/swift")));
    m_canvas->setZoomFactor(zoom);
    m_editor->select({0, -1});
    m_canvas->horizontalScrollBar()->setValue(0);
    m_canvas->verticalScrollBar()->setValue(0);
    const QRect rect = scene().plan().rectOf(RulePlace{0, -1});
    const QPoint inside = m_canvas->mapFromScene(QPointF(rect.left() + 8, rect.top() + rect.height() / 2.0));
    if (m_canvas->viewport()->rect().contains(inside))
        QCOMPARE(colourAt(inside), m_fixture->theme().colour(Theme::Token::Panel));
}

SWITCHYARD_TEST(TrackCanvasTest)
#include "tst_trackcanvas.moc"
