#include "core/routing/decision.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "tests/ui/routes/routesfixture.h"
#include "ui/routes/routesbar.h"
#include "ui/routes/routesets.h"
#include "ui/routes/rulelist.h"
#include "ui/routes/trackcanvas.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QMenu>
#include <QTranslator>

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

void settle(int ms = 350)
{
    QElapsedTimer clock;
    clock.start();
    [[maybe_unused]] const bool passed =
        QTest::qWaitFor([&clock, ms] { return clock.hasExpired(ms); }, ms + 1000);
}

void take(RoutesFixture &fixture, const QDir &folder, const QString &name)
{
    for (const QSize size : {QSize(1364, 850), QSize(1024, 650)}) {
        for (const bool dark : {false, true}) {
            fixture.window().resize(size);
            fixture.theme().setScheme(dark ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::Light);
            settle();
            fixture.window().grab().save(
                folder.filePath(QStringLiteral("%1-%2-%3.png")
                                    .arg(name)
                                    .arg(size.width())
                                    .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"))));
        }
    }
}

RuleSet withEverything()
{
    RuleSet rules = RoutesFixture::threeBuckets();
    Rule &summaries = rules.rules[1];
    Test tag;
    tag.field = Field::Tag;
    tag.key = QStringLiteral("tier");
    tag.values = {QStringLiteral("gold")};
    Test hours;
    hours.field = Field::TimeOfDay;
    hours.op = Operator::Between;
    hours.values = {QStringLiteral("08:00"), QStringLiteral("18:00")};
    hours.zone = QStringLiteral("Europe/Berlin");
    summaries.when.parts.append(anyOf({notOf(testCondition(tag)), testCondition(hours)}));
    summaries.chain.targets.first().parameters.temperature = 0.2;
    summaries.chain.fallbacks.first().onlyLargerContext = true;
    summaries.note = QStringLiteral("Short texts are cheap and good enough with the small models.");
    summaries.evidence = {
        {QStringLiteral("claim"),
         QStringLiteral(
             "swift wins or ties 61 of 68 blind votes against gpt-5-mini (83–95 %), at 24 % of its cost.")},
        {QStringLiteral("votes"), 68}};
    rules.rules[2].on = false;
    return rules;
}

RuleSet sixtyRules()
{
    RuleSet rules = RoutesFixture::threeBuckets();
    rules.name = QStringLiteral("sixty rules of a large department");
    const QList<Rule> three = rules.rules;
    while (rules.rules.size() < 60) {
        Rule rule = three.at(rules.rules.size() % 3);
        rule.name = QStringLiteral("%1 %2").arg(rule.name).arg(rules.rules.size() + 1);
        rule.when = allOf({RoutesFixture::taskIs({QStringLiteral("task-%1").arg(rules.rules.size())})});
        rules.rules.append(rule);
    }
    return rules;
}

Decision litDecision(const RuleSet &rules)
{
    Decision decision;
    decision.ruleSet = rules.name;
    decision.rule = rules.rules.at(1).name;
    decision.place = 1;
    decision.trace = {
        {rules.rules.at(0).name, RuleVerdict::NotMatched, QStringLiteral("the task is summarize")},
        {rules.rules.at(1).name, RuleVerdict::Matched, QStringLiteral("the task is summarize")}};
    for (const ChainTarget &target : rules.rules.at(1).chain.targets)
        decision.targets.append({.name = target.name});
    decision.targets.append(
        {.name = rules.rules.at(1).chain.fallbacks.first().target.name, .isFallback = true});
    return decision;
}

void takeAll(RoutesFixture &fixture, const QDir &folder)
{
    ui::RoutesPage &first = fixture.makePage();
    first.sets().offer({QStringLiteral("Three buckets"), {}, true, [](QWidget *) {}});
    first.sets().offer({QStringLiteral("Import a rule set"), {}, false, [](QWidget *) {}});
    take(fixture, folder, QStringLiteral("empty"));
    fixture.activate(RoutesFixture::threeBuckets());
    fixture.makePage();
    take(fixture, folder, QStringLiteral("three"));
    fixture.editor().replaceAll(withEverything(), QStringLiteral("change"));
    fixture.editor().select({1, 0});
    fixture.page().canvas().setPrompt({.tokens = 412});
    fixture.page().canvas().setDecision(litDecision(fixture.editor().rules()));
    take(fixture, folder, QStringLiteral("changed"));
    fixture.services().settings().set(settings::kRouteLimitsOpen, true);
    fixture.services().settings().set(settings::kRouteProblemsOpen, true);
    fixture.makePage();
    fixture.page().bar().versionsMenu()->addAction(QStringLiteral("v1"));
    fixture.page().bar().exportMenu()->addAction(QStringLiteral("JSON"));
    fixture.page().bar().offerBackTest();
    fixture.editor().select({1, -1});
    fixture.page().list().findModel();
    fixture.editor().insertTarget({2, false, 0}, RoutesFixture::target(QStringLiteral("nobody/no-model")));
    fixture.editor().removeTarget({0, false, 0});
    take(fixture, folder, QStringLiteral("problems"));
    fixture.page().bar().setView(ui::RoutesBar::View::List);
    fixture.editor().select({1, -1});
    take(fixture, folder, QStringLiteral("list"));
    fixture.page().bar().setView(ui::RoutesBar::View::Canvas);
    fixture.page().bar().askForActivation();
    settle();
    if (QWidget *const popup = QApplication::activePopupWidget())
        popup->grab().save(folder.filePath(QStringLiteral("activation.png")));
    fixture.saveDraft(sixtyRules());
    fixture.makePage().openSet(sixtyRules().name);
    take(fixture, folder, QStringLiteral("sixty"));
}

} // namespace

/// Not a test: saves pictures of the page in many states.
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
    takeAll(fixture, folder);
    return 0;
}
