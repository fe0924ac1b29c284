#include "tests/support/testunit.h"
#include "ui/routes/routescontext.h"
#include "ui/routes/trackdrop.h"
#include "ui/routes/trackwalk.h"

#include <QMimeData>
#include <QRandomGenerator>
#include <QTest>

using namespace ui;

namespace {

core::Chain chainOf(qsizetype targets, qsizetype fallbacks)
{
    core::Chain chain;
    chain.targets.resize(targets);
    chain.fallbacks.resize(fallbacks);
    return chain;
}

core::RuleSet rulesOf(const QList<TrackShape> &shapes)
{
    core::RuleSet rules;
    for (const TrackShape &shape : shapes) {
        core::Rule rule;
        rule.chain = chainOf(shape.targets, shape.fallbacks);
        if (shape.isDefault)
            rules.otherwise = rule;
        else
            rules.rules.append(rule);
    }
    return rules;
}

QList<TrackShape> randomShapes(quint32 seed)
{
    QRandomGenerator random(seed);
    QList<TrackShape> shapes;
    const int rules = random.bounded(0, 40);
    for (int rule = 0; rule <= rules; ++rule)
        shapes.append({random.bounded(0, 6), random.bounded(0, 4), rule == rules});
    return shapes;
}

TrackPlan planOf(const QList<TrackShape> &shapes, const TrackMeasures &measures = {})
{
    TrackPlan plan;
    plan.measures = measures;
    for (const TrackShape &shape : shapes)
        plan.tracks.append(trackGeometry(shape, measures));
    plan.arrange();
    return plan;
}

/// Everything that is drawn as a box, in scene units, with a name for the report.
QList<std::pair<QString, QRect>> boxesOf(const TrackPlan &plan)
{
    QList<std::pair<QString, QRect>> boxes{{QStringLiteral("prompt"), plan.prompt},
                                           {QStringLiteral("add rule"), plan.addRule}};
    for (qsizetype rule = 0; rule < plan.tracks.size(); ++rule) {
        const TrackGeometry &track = plan.tracks.at(rule);
        const auto add = [&](const QString &what, const QRect &rect) {
            if (!rect.isNull())
                boxes.append(
                    {QStringLiteral("%1 of %2").arg(what).arg(rule), rect.translated(0, plan.tops.at(rule))});
        };
        add(QStringLiteral("rule"), track.rule);
        add(QStringLiteral("empty"), track.empty);
        add(QStringLiteral("add fallback"), track.addFallback);
        if (track.empty.isNull())
            add(QStringLiteral("add target"), track.addTarget);
        for (qsizetype place = 0; place < track.places.size(); ++place)
            add(QStringLiteral("place %1").arg(place), track.places.at(place));
    }
    return boxes;
}

/// A target, a rule with two and one fallback, one with nothing, and a default.
QList<TrackShape> someShapes()
{
    return {{1, 0, false}, {2, 1, false}, {0, 0, false}, {1, 2, true}};
}

QPoint middleOf(const TrackPlan &plan, const RulePlace &place)
{
    return plan.rectOf(place).center();
}

/// Unlike QRectF::contains(), says yes for a straight line, whose rectangle is flat.
bool encloses(const QRectF &band, const QRectF &line)
{
    return line.left() >= band.left() && line.right() <= band.right() && line.top() >= band.top()
        && line.bottom() <= band.bottom();
}

} // namespace

/// Where tracks and everything on them stand, what is at a point, where a drop goes and where keys lead.
class TrackLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingStandsOnAnything_data();
    void nothingStandsOnAnything();
    void tracksFollowOneAnother();
    void nothingIsPlannedForNothing();
    void whatIsDrawnIsHit_data();
    void whatIsDrawnIsHit();
    void thePromptIsLevelWithARule();
    void linesLeadFromNodeToNode_data();
    void linesLeadFromNodeToNode();
    void theTrunkRunsThroughAllTracks_data();
    void theTrunkRunsThroughAllTracks();
    void labelsStandBeforeTheirNodes();
    void rulesAreDroppedBetweenOthers();
    void targetsAreDroppedIntoChains();
    void aDropWhereItWasShowsNoMark();
    void loadsAreReadAsTheyWereWritten();
    void arrowsLeadEverywhere_data();
    void arrowsLeadEverywhere();
    void arrowsGoAsTheTracksStand();
    void movesStayInTheSet_data();
    void movesStayInTheSet();
    void movesGoFromListToList();
};

void TrackLayoutTest::nothingStandsOnAnything_data()
{
    QTest::addColumn<QList<TrackShape>>("shapes");
    QTest::newRow("only a default without a target") << QList<TrackShape>{{0, 0, true}};
    QTest::newRow("some rules") << someShapes();
    for (quint32 seed = 1; seed <= 30; ++seed)
        QTest::addRow("random rules %u", seed) << randomShapes(seed);
}

void TrackLayoutTest::nothingStandsOnAnything()
{
    QFETCH(QList<TrackShape>, shapes);
    for (const int times : {1, 2}) {
        TrackMeasures measures;
        measures.nodeHeight *= times;
        measures.trackGap *= times;
        measures.pillHeight *= times;
        const TrackPlan plan = planOf(shapes, measures);
        const auto boxes = boxesOf(plan);
        const QRect all(QPoint(0, 0), plan.size);
        for (qsizetype one = 0; one < boxes.size(); ++one) {
            QVERIFY2(all.contains(boxes.at(one).second), qPrintable(boxes.at(one).first));
            for (qsizetype other = one + 1; other < boxes.size(); ++other)
                QVERIFY2(!boxes.at(one).second.intersects(boxes.at(other).second),
                         qPrintable(boxes.at(one).first + u" on " + boxes.at(other).first));
        }
    }
}

void TrackLayoutTest::tracksFollowOneAnother()
{
    const TrackPlan plan = planOf(someShapes());
    QCOMPARE(plan.tops.size(), 4);
    for (qsizetype track = 1; track < 4; ++track)
        QCOMPARE(plan.tops.at(track), plan.tops.at(track - 1) + plan.tracks.at(track - 1).height);
    const TrackMeasures &measures = plan.measures;
    const auto between = [&plan](qsizetype upper) {
        const QRect above = plan.rectOf(RulePlace{upper, -1});
        const QRect below = plan.rectOf(RulePlace{upper + 1, -1});
        return below.top() - above.top() - above.height();
    };
    // The second stacks two targets, each half of that further from its rule.
    QCOMPARE(between(0), measures.trackGap + (measures.nodeHeight + measures.stackGap) / 2);
    QCOMPARE(between(2), measures.trackGap + measures.defaultGap);
    const QRect first = plan.rectOf(RulePlace{1, 0});
    const QRect second = plan.rectOf(RulePlace{1, 1});
    QCOMPARE(second.top() - first.top() - first.height(), measures.stackGap);
    QCOMPARE(plan.rectOf(RulePlace{1, 2}).top(), plan.rectOf(RulePlace{1, -1}).top());
}

void TrackLayoutTest::nothingIsPlannedForNothing()
{
    const TrackPlan plan = planOf({});
    QVERIFY(plan.size.isEmpty());
    QCOMPARE(plan.hitAt({10, 10}), TrackHit());
    QVERIFY(plan.rectOf(RulePlace{0, -1}).isNull());
    QCOMPARE(trackDropAt(plan, {.rule = 0}, {10, 10}), TrackDrop());
}

void TrackLayoutTest::whatIsDrawnIsHit_data()
{
    nothingStandsOnAnything_data();
}

void TrackLayoutTest::whatIsDrawnIsHit()
{
    QFETCH(QList<TrackShape>, shapes);
    const TrackPlan plan = planOf(shapes);
    QCOMPARE(plan.hitAt(plan.prompt.center()).spot, TrackSpot::Prompt);
    QCOMPARE(plan.hitAt(plan.addRule.center()).spot, TrackSpot::AddRule);
    for (qsizetype rule = 0; rule < shapes.size(); ++rule) {
        QCOMPARE(plan.hitAt(middleOf(plan, {rule, -1})), TrackHit({TrackSpot::Rule, {rule, -1}}));
        const qsizetype places = shapes.at(rule).targets + shapes.at(rule).fallbacks;
        for (qsizetype place = 0; place < places; ++place)
            QCOMPARE(plan.hitAt(middleOf(plan, {rule, place})), TrackHit({TrackSpot::Target, {rule, place}}));
        QVERIFY(plan.rectOf(RulePlace{rule, places}).isNull());
        for (const TrackSpot spot : {TrackSpot::AddTarget, TrackSpot::AddFallback}) {
            const TrackHit hit{spot, {rule, -1}};
            QCOMPARE(plan.hitAt(plan.rectOf(hit).center()), hit);
        }
    }
    QCOMPARE(plan.hitAt({plan.measures.margin / 2, plan.size.height() - 1}), TrackHit());
}

void TrackLayoutTest::thePromptIsLevelWithARule()
{
    for (const int rules : {1, 3, 4, 60}) {
        const TrackPlan plan = planOf(QList<TrackShape>(rules, TrackShape{1, 0, false}));
        QCOMPARE(plan.prompt.center().y(), middleOf(plan, {plan.level, -1}).y());
        QVERIFY(plan.prompt.bottom() < plan.measures.lowestPrompt + 2 * plan.measures.trackGap);
    }
    QCOMPARE(planOf(QList<TrackShape>(3, TrackShape{1, 0, false})).level, 1);
    // In view beside the first of many.
    QVERIFY(planOf(QList<TrackShape>(60, TrackShape{1, 0, false})).level < 4);
}

void TrackLayoutTest::linesLeadFromNodeToNode_data()
{
    nothingStandsOnAnything_data();
}

void TrackLayoutTest::linesLeadFromNodeToNode()
{
    QFETCH(QList<TrackShape>, shapes);
    const TrackPlan plan = planOf(shapes);
    for (qsizetype rule = 0; rule < shapes.size(); ++rule) {
        const TrackGeometry &track = plan.tracks.at(rule);
        const TrackLines lines = trackLines(track, plan.measures, plan.courseOf(rule));
        const QRectF band(0, 0, plan.size.width(), track.height);
        QCOMPARE(lines.branch.currentPosition(), QPointF(track.rule.left(), track.centre + 0.5));
        QCOMPARE(lines.fork.size(), std::max<qsizetype>(1, track.targets));
        for (qsizetype at = 0; at < lines.fork.size(); ++at) {
            const QRect &to = track.targets > 0 ? track.places.at(at) : track.empty;
            QCOMPARE(lines.fork.at(at).currentPosition(),
                     QPointF(to.left(), to.top() + to.height() / 2 + 0.5));
            QVERIFY(encloses(band, lines.fork.at(at).boundingRect()));
            QCOMPARE(lines.fork.at(at).elementAt(0).x, qreal(track.rule.left() + track.rule.width()));
        }
        QCOMPARE(lines.fallbacks.isEmpty(), track.fallbacks() == 0);
        if (track.fallbacks() == 0)
            continue;
        QVERIFY(encloses(band, lines.fallbacks.boundingRect()));
        QCOMPARE(lines.fallbacks.boundingRect().right(), qreal(track.places.constLast().left()));
        QCOMPARE(lines.fallbacks.boundingRect().left(), qreal(plan.measures.targetRight()));
    }
}

void TrackLayoutTest::theTrunkRunsThroughAllTracks_data()
{
    nothingStandsOnAnything_data();
}

void TrackLayoutTest::theTrunkRunsThroughAllTracks()
{
    QFETCH(QList<TrackShape>, shapes);
    const TrackPlan plan = planOf(shapes);
    const qreal trunk = plan.measures.trunk() + 0.5;
    for (qsizetype rule = 0; rule < shapes.size(); ++rule) {
        const TrackCourse course = plan.courseOf(rule);
        const TrackLines lines = trackLines(plan.tracks.at(rule), plan.measures, course);
        const qreal bottom = plan.tracks.at(rule).height;
        QCOMPARE(lines.up.isEmpty(), !(rule > 0 && rule <= plan.level));
        QCOMPARE(lines.down.isEmpty(), !(rule < shapes.size() - 1 && rule >= plan.level));
        if (!lines.up.isEmpty())
            QCOMPARE(lines.up.currentPosition(), QPointF(trunk, 0));
        if (!lines.down.isEmpty())
            QCOMPARE(lines.down.currentPosition(), QPointF(trunk, bottom));
        const QPainterPath::Element begin = lines.branch.elementAt(0);
        if (rule == plan.level)
            QCOMPARE(begin.x, qreal(plan.prompt.left() + plan.prompt.width()));
        else
            QCOMPARE(QPointF(begin.x, begin.y), QPointF(trunk, rule < plan.level ? bottom : 0.0));
    }
}

void TrackLayoutTest::labelsStandBeforeTheirNodes()
{
    const TrackMeasures measures;
    for (const TrackShape &shape : {TrackShape{1, 1}, TrackShape{3, 2}, TrackShape{0, 2}}) {
        const TrackGeometry track = trackGeometry(shape, measures);
        for (qsizetype place = 0; place < track.places.size(); ++place) {
            const QRect label = trackLabelRect(track, measures, place);
            QVERIFY(label.width() >= 36);
            QVERIFY(label.right() < track.places.at(place).left());
            // Over the line, which is in the middle of the node.
            QVERIFY(label.bottom() < track.places.at(place).center().y());
            for (const QRect &node : track.places)
                QVERIFY(!label.intersects(node));
            QVERIFY(!label.intersects(track.rule));
        }
    }
}

void TrackLayoutTest::rulesAreDroppedBetweenOthers()
{
    const TrackPlan plan = planOf(QList<TrackShape>{{1}, {2}, {1}, {1}, {1, 0, true}});
    const TrackLoad second{.rule = 1};
    const auto dropAt = [&](int y) { return trackDropAt(plan, second, {300, y}); };
    QCOMPARE(dropAt(-500).rule, 0);
    QVERIFY(!dropAt(-500).mark.isNull());
    QCOMPARE(dropAt(middleOf(plan, {2, -1}).y() - 2).rule, 2);
    QCOMPARE(dropAt(middleOf(plan, {2, -1}).y() + 2).rule, 3);
    QCOMPARE(dropAt(middleOf(plan, {2, -1}).y() + 2).mark.y1(), plan.tops.at(3));
    // The default stays last.
    QCOMPARE(dropAt(plan.size.height() + 500).rule, 4);
    QCOMPARE(dropAt(plan.size.height() + 500).mark.y1(), plan.tops.at(4));
    for (const TrackDrop &drop : {dropAt(0), dropAt(plan.size.height())})
        QCOMPARE(drop.mark.y1(), drop.mark.y2());
}

void TrackLayoutTest::targetsAreDroppedIntoChains()
{
    const TrackPlan plan = planOf(QList<TrackShape>{{3, 2}, {0, 0}, {1, 0, true}});
    const TrackLoad model{.model = core::TargetName{QStringLiteral("lab"), QStringLiteral("new")}};
    const auto chainAt = [&](const QPoint &point) { return trackDropAt(plan, model, point).chain; };
    for (qsizetype target = 0; target < 3; ++target) {
        const QPoint middle = middleOf(plan, {0, target});
        QCOMPARE(chainAt(middle - QPoint(0, 4)), ChainPlace({0, false, target}));
        QCOMPARE(chainAt(middle + QPoint(0, 4)), ChainPlace({0, false, target + 1}));
    }
    for (qsizetype fallback = 0; fallback < 2; ++fallback) {
        const QPoint middle = middleOf(plan, {0, 3 + fallback});
        QCOMPARE(chainAt(middle - QPoint(4, 0)), ChainPlace({0, true, fallback}));
        QCOMPARE(chainAt(middle + QPoint(4, 0)), ChainPlace({0, true, fallback + 1}));
    }
    QCOMPARE(chainAt(middleOf(plan, {0, -1})), ChainPlace({0, false, 3}));
    QCOMPARE(chainAt(middleOf(plan, {1, -1})), ChainPlace({1, false, 0}));
    const int beyond = plan.measures.targetRight() + plan.measures.fallbackGap;
    QCOMPARE(chainAt({beyond, middleOf(plan, {2, -1}).y()}), ChainPlace({2, true, 0}));
    // Marks of targets lie across, those of fallbacks stand upright.
    const QLine across = trackDropAt(plan, model, middleOf(plan, {0, 1})).mark;
    QCOMPARE(across.y1(), across.y2());
    QVERIFY(across.y1() > middleOf(plan, {0, 0}).y() && across.y1() < middleOf(plan, {0, 2}).y());
    const QLine upright = trackDropAt(plan, model, middleOf(plan, {0, 4})).mark;
    QCOMPARE(upright.x1(), upright.x2());
    QVERIFY(upright.x1() > middleOf(plan, {0, 3}).x());
}

void TrackLayoutTest::aDropWhereItWasShowsNoMark()
{
    const TrackPlan plan = planOf(QList<TrackShape>{{2, 1}, {1}, {1, 0, true}});
    for (const int off : {-5, 5}) {
        QVERIFY(trackDropAt(plan, {.rule = 0}, middleOf(plan, {0, -1}) + QPoint(0, off)).mark.isNull());
        const TrackLoad target{.target = {0, false, 1}};
        QVERIFY(trackDropAt(plan, target, middleOf(plan, {0, 1}) + QPoint(0, off)).mark.isNull());
        const TrackLoad fallback{.target = {0, true, 0}};
        QVERIFY(trackDropAt(plan, fallback, middleOf(plan, {0, 2}) + QPoint(off, 0)).mark.isNull());
    }
    const TrackLoad fallback{.target = {0, true, 0}};
    QVERIFY(!trackDropAt(plan, fallback, middleOf(plan, {0, 0})).mark.isNull());
}

void TrackLayoutTest::loadsAreReadAsTheyWereWritten()
{
    QList<TrackLoad> loads(3);
    loads[0].rule = 7;
    loads[1].target = {3, true, 1};
    loads[2].model = core::TargetName{QStringLiteral("lab"), QStringLiteral("vendor/model:free")};
    const QByteArray stamp("window.4");
    for (const TrackLoad &load : std::as_const(loads)) {
        QMimeData data;
        load.write(data, stamp);
        const TrackLoad read = TrackLoad::read(data, stamp);
        QCOMPARE(read.rule, load.rule);
        QCOMPARE(read.target, load.target);
        QVERIFY(read.model == load.model);
        // A place is one of its own rules; a model is the same everywhere.
        for (const QByteArray &other : {QByteArray("window.5"), QByteArray("another.4"), QByteArray()})
            QCOMPARE(TrackLoad::read(data, other).isEmpty(), !load.model.has_value());
    }
    QMimeData foreign;
    foreign.setText(QStringLiteral("lab/model"));
    QVERIFY(TrackLoad::read(foreign, stamp).isEmpty());
    for (const char *junk : {"first", "1", "window.4", "window.4 first", "window.4 1 2"}) {
        foreign.setData(kRulePlaceMime, junk);
        QVERIFY2(TrackLoad::read(foreign, stamp).isEmpty(), junk);
    }
}

void TrackLayoutTest::arrowsLeadEverywhere_data()
{
    nothingStandsOnAnything_data();
}

/// Every rule and target can be come to from the first, and left again to the first.
void TrackLayoutTest::arrowsLeadEverywhere()
{
    QFETCH(QList<TrackShape>, shapes);
    const core::RuleSet rules = rulesOf(shapes);
    const auto cameTo = [&rules](const RulePlace &from) {
        QList<RulePlace> seen{from};
        for (qsizetype at = 0; at < seen.size(); ++at) {
            for (const int key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right}) {
                const RulePlace next = trackStep(rules, seen.at(at), key);
                if (!seen.contains(next))
                    seen.append(next);
            }
        }
        return seen;
    };
    const QList<RulePlace> seen = cameTo({0, -1});
    qsizetype nodes = 0;
    for (const TrackShape &shape : shapes)
        nodes += 1 + shape.targets + shape.fallbacks;
    QCOMPARE(seen.size(), nodes);
    const TrackPlan plan = planOf(shapes);
    for (const RulePlace &place : seen)
        QVERIFY(!plan.rectOf(place).isNull());
    QVERIFY(cameTo(seen.constLast()).contains(RulePlace{0, -1}));
}

void TrackLayoutTest::arrowsGoAsTheTracksStand()
{
    const core::RuleSet rules = rulesOf({{1, 0}, {3, 2}, {0, 1}, {1, 1, true}});
    const auto step = [&rules](const RulePlace &from, int key) { return trackStep(rules, from, key); };
    QCOMPARE(step({1, -1}, Qt::Key_Right), RulePlace({1, 0}));
    QCOMPARE(step({1, 0}, Qt::Key_Down), RulePlace({1, 1}));
    QCOMPARE(step({1, 2}, Qt::Key_Right), RulePlace({1, 3}));
    QCOMPARE(step({1, 3}, Qt::Key_Right), RulePlace({1, 4}));
    QCOMPARE(step({1, 4}, Qt::Key_Right), RulePlace({1, 4}));
    QCOMPARE(step({1, 4}, Qt::Key_Down), RulePlace({2, 0}));
    QCOMPARE(step({2, 0}, Qt::Key_Left), RulePlace({2, -1}));
    QCOMPARE(step({1, 0}, Qt::Key_Up), RulePlace({0, 0}));
    QCOMPARE(step({0, 0}, Qt::Key_Down), RulePlace({1, 0}));
    QCOMPARE(step({0, -1}, Qt::Key_Up), RulePlace({0, -1}));
    QCOMPARE(step({3, -1}, Qt::Key_Down), RulePlace({3, -1}));
    QCOMPARE(step({1, 3}, Qt::Key_Home), RulePlace({0, -1}));
    QCOMPARE(step({1, 3}, Qt::Key_End), RulePlace({3, -1}));
    QCOMPARE(step({}, Qt::Key_Down), RulePlace({0, -1}));
}

void TrackLayoutTest::movesStayInTheSet_data()
{
    nothingStandsOnAnything_data();
}

void TrackLayoutTest::movesStayInTheSet()
{
    QFETCH(QList<TrackShape>, shapes);
    const core::RuleSet rules = rulesOf(shapes);
    for (qsizetype rule = 0; rule < shapes.size(); ++rule) {
        for (const bool fallback : {false, true}) {
            const TrackShape &shape = shapes.at(rule);
            for (qsizetype at = 0; at < (fallback ? shape.fallbacks : shape.targets); ++at) {
                const ChainPlace from{rule, fallback, at};
                for (const int key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right}) {
                    const ChainPlace to = trackMove(rules, from, key);
                    const TrackShape &there = shapes.at(to.rule);
                    const bool stays = to.rule == rule && to.fallback == fallback;
                    const qsizetype places =
                        (to.fallback ? there.fallbacks : there.targets) + (stays ? 0 : 1);
                    QVERIFY(to.at >= 0 && to.at < places);
                    QVERIFY(std::abs(to.rule - rule) <= 1);
                }
            }
        }
    }
}

void TrackLayoutTest::movesGoFromListToList()
{
    const core::RuleSet rules = rulesOf({{2, 1}, {1, 0}, {1, 2, true}});
    const auto move = [&rules](const ChainPlace &from, int key) { return trackMove(rules, from, key); };
    QCOMPARE(move({0, false, 0}, Qt::Key_Down), ChainPlace({0, false, 1}));
    QCOMPARE(move({0, false, 1}, Qt::Key_Down), ChainPlace({1, false, 0}));
    QCOMPARE(move({1, false, 0}, Qt::Key_Up), ChainPlace({0, false, 2}));
    QCOMPARE(move({0, false, 1}, Qt::Key_Right), ChainPlace({0, true, 0}));
    QCOMPARE(move({0, true, 0}, Qt::Key_Left), ChainPlace({0, false, 2}));
    QCOMPARE(move({2, true, 0}, Qt::Key_Right), ChainPlace({2, true, 1}));
    QCOMPARE(move({2, true, 1}, Qt::Key_Up), ChainPlace({1, true, 0}));
    QCOMPARE(move({0, false, 0}, Qt::Key_Up), ChainPlace({0, false, 0}));
    QCOMPARE(move({2, false, 0}, Qt::Key_Down), ChainPlace({2, false, 0}));
}

SWITCHYARD_TEST(TrackLayoutTest)
#include "tst_tracklayout.moc"
