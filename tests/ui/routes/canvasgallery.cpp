#include "tests/ui/routes/routesfixture.h"
#include "ui/routes/trackcanvas.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTranslator>
#include <QVBoxLayout>

using namespace core;

namespace {

/// Every sentence a third longer, as German often is.
class LongWords : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int n) const override
    {
        QString words = QString::fromUtf8(text);
        if (words.size() > 3 && words.front().isLetter())
            words.append(QStringLiteral("nungsweisen").left(words.size() / 3 + 1));
        return n >= 0 ? words.replace(QLatin1String("%n"), QString::number(n)) : words;
    }
};

void settle(int ms = 250)
{
    QElapsedTimer clock;
    clock.start();
    [[maybe_unused]] const bool passed =
        QTest::qWaitFor([&clock, ms] { return clock.hasExpired(ms); }, ms + 1000);
}

RuleSet manyRules(int count)
{
    RuleSet rules = RoutesFixture::threeBuckets();
    rules.name = QStringLiteral("a large department");
    const QList<Rule> kinds = rules.rules;
    while (rules.rules.size() < count) {
        const qsizetype number = rules.rules.size();
        Rule rule = kinds.at(number % kinds.size());
        rule.name = QStringLiteral("%1 %2").arg(rule.name).arg(number + 1);
        rule.when = allOf({RoutesFixture::taskIs({QStringLiteral("task-%1").arg(number)})});
        rule.on = number % 11 != 10;
        rules.rules.append(rule);
    }
    return rules;
}

RuleSet troubledRules()
{
    RuleSet rules = RoutesFixture::threeBuckets();
    rules.name = QStringLiteral("troubled");
    rules.rules[0].chain.targets[0] = RoutesFixture::target(
        QStringLiteral("openrouter/meta-llama/llama-4-maverick-17b-128e-instruct-with-a-long-name:free"));
    rules.rules[0].chain.fallbacks.append(
        {.target = RoutesFixture::target(QStringLiteral("demo/thinker")), .onlyLargerContext = true});
    rules.rules[1].when = {};
    rules.rules[1].chain.targets.append(RoutesFixture::target(QStringLiteral("route/troubled"), 0.1));
    rules.rules[1].chain.fallbacks[0].onlyAfter = {ErrorKind::Timeout, ErrorKind::Server};
    rules.rules[2].chain.targets.clear();
    rules.rules[2].on = false;
    Rule cheapest = RoutesFixture::threeBuckets().rules.at(1);
    cheapest.name = QStringLiteral("The cheapest that is there, whatever it takes and whoever asks for it");
    cheapest.chain.pick = PickOrder::Cheapest;
    cheapest.chain.targets.append(RoutesFixture::target(QStringLiteral("openai/gpt-5")));
    cheapest.chain.targets.append(RoutesFixture::target(QStringLiteral("demo/thinker")));
    rules.rules.append(cheapest);
    return rules;
}

Decision decisionAt(const RuleSet &rules, qsizetype place)
{
    Decision decision;
    decision.place = place;
    decision.rule = rules.rules.at(place).name;
    for (qsizetype rule = 0; rule <= place; ++rule)
        decision.trace.append({rules.rules.at(rule).name,
                               rule == place ? RuleVerdict::Matched : RuleVerdict::NotMatched,
                               QStringLiteral("the task is summarize")});
    decision.targets.append({.name = rules.rules.at(place).chain.targets.constFirst().name});
    return decision;
}

/// Takes the canvas alone, as large as in a window of the usual size.
class Pictures
{
public:
    Pictures(RoutesFixture &fixture, const QDir &folder)
        : m_fixture(fixture)
        , m_folder(folder)
        , m_context(fixture.context())
        , m_editor(m_context.ruleSets, m_context.book)
        , m_canvas(m_editor, m_context)
    {
        fixture.window().layout()->addWidget(&m_canvas);
        fixture.window().resize(984, 780);
    }
    ~Pictures() { m_canvas.setParent(nullptr); }

    ui::RuleEditor &editor() { return m_editor; }
    ui::TrackCanvas &canvas() { return m_canvas; }

    void open(const RuleSet &rules)
    {
        m_fixture.saveDraft(rules);
        m_editor.open(rules.name);
        m_canvas.setDecision(std::nullopt);
        m_canvas.setPrompt({});
        m_canvas.setZoomFactor(1.0);
    }

    void take(const QString &name)
    {
        for (const bool dark : {false, true}) {
            m_fixture.theme().setScheme(dark ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::Light);
            settle();
            m_canvas.grab().save(m_folder.filePath(
                name + (dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png"))));
        }
    }

    void hover(const QPoint &at)
    {
        QTest::mouseMove(m_canvas.viewport(), at);
        settle();
    }

private:
    RoutesFixture &m_fixture;
    const QDir m_folder;
    const ui::RoutesContext m_context;
    ui::RuleEditor m_editor;
    ui::TrackCanvas m_canvas;
};

void takeAll(Pictures &pictures)
{
    RuleSet empty;
    empty.name = QStringLiteral("empty");
    pictures.open(empty);
    pictures.take(QStringLiteral("empty"));
    const RuleSet three = RoutesFixture::threeBuckets();
    pictures.open(three);
    pictures.take(QStringLiteral("three"));
    pictures.canvas().setPrompt({.tokens = 412});
    pictures.canvas().setDecision(decisionAt(three, 1));
    pictures.editor().select({1, -1});
    pictures.take(QStringLiteral("three-lit"));
    pictures.canvas().setFocus();
    pictures.editor().select({1, 1});
    pictures.hover(QPoint(500, 120));
    pictures.take(QStringLiteral("three-focus"));
    QTest::mousePress(pictures.canvas().viewport(), Qt::LeftButton, {}, QPoint(260, 80));
    QTest::mouseMove(pictures.canvas().viewport(), QPoint(300, 200));
    QTest::mouseMove(pictures.canvas().viewport(), QPoint(310, 290));
    pictures.take(QStringLiteral("three-drag"));
    QTest::keyClick(&pictures.canvas(), Qt::Key_Escape);
    QTest::mouseRelease(pictures.canvas().viewport(), Qt::LeftButton, {}, QPoint(310, 290));
    pictures.open(troubledRules());
    pictures.editor().checkNow();
    pictures.take(QStringLiteral("troubled"));
    const RuleSet many = manyRules(60);
    pictures.open(many);
    pictures.canvas().setDecision(decisionAt(many, 34));
    pictures.take(QStringLiteral("sixty"));
    for (const int percent : {50, 35, 20}) {
        pictures.canvas().setZoomFactor(percent / 100.0);
        pictures.take(QStringLiteral("sixty-%1").arg(percent));
    }
    pictures.canvas().zoomFit();
    pictures.take(QStringLiteral("sixty-fit"));
    pictures.canvas().setZoomFactor(2.0);
    pictures.take(QStringLiteral("sixty-200"));
}

} // namespace

/// Not a test: saves pictures of the canvas in many states. `--long`: with words as long as in German.
int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QDir folder(arguments.value(1, QStringLiteral(".")));
    folder.mkpath(QStringLiteral("."));
    LongWords longWords;
    if (arguments.contains(QStringLiteral("--long")))
        QApplication::installTranslator(&longWords);
    RoutesFixture fixture;
    Pictures pictures(fixture, folder);
    takeAll(pictures);
    return 0;
}
