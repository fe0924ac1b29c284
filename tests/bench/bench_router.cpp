// How long a decision takes: 1,000 rules of which none but the default holds, so that all are asked, for
// prompts of 10 kB that differ from call to call. Regular expressions are reported apart, and so is a set of
// 60 rules. Prints JSON; times in microseconds, of the wall and of the processor.

#include "core/routing/router.h"
#include "tests/bench/measuring.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <cstdio>

using namespace core;

namespace {

constexpr int kManyRules = 1'000;
constexpr int kUsualRules = 60;
constexpr qsizetype kPromptSize = 10'000;
constexpr int kPrompts = 16;
constexpr int kCalls = 4'000;
constexpr int kExpressions = 20;

/// Targets that all are there and have prices.
class Book final : public TargetBook
{
public:
    Book()
    {
        PriceList prices;
        prices.base.input = Money::fromPicos(1'000'000);
        prices.base.output = Money::fromPicos(4'000'000);
        m_facts.model.prices = prices;
        m_facts.model.contextWindow = 200'000;
    }
    TargetFacts factsOf(const TargetName &, const QString &) const override { return m_facts; }

private:
    TargetFacts m_facts;
};

QString word(int number)
{
    static const QStringList parts{QStringLiteral("in"),  QStringLiteral("voi"),  QStringLiteral("ce"),
                                   QStringLiteral("sum"), QStringLiteral("ma"),   QStringLiteral("ry"),
                                   QStringLiteral("the"), QStringLiteral("tion"), QStringLiteral("er"),
                                   QStringLiteral("pro"), QStringLiteral("con"),  QStringLiteral("able")};
    const auto part = [](int at) { return parts.at(at % static_cast<int>(parts.size())); };
    return part(number) + part(number / 7) + part(number / 31);
}

QString prompt(quint32 seed)
{
    QRandomGenerator random(seed);
    QString text;
    while (text.size() < kPromptSize)
        text += word(random.bounded(900))
            + (random.bounded(12) == 0 ? QStringLiteral(".\n") : QStringLiteral(" "));
    return text.left(kPromptSize);
}

Condition asking(Field field, Operator op, const QStringList &values, const QString &key = {})
{
    Test test;
    test.field = field;
    test.op = op;
    test.values = values;
    test.key = key;
    return testCondition(test);
}

Condition comparing(Field field, Operator op, double number)
{
    Test test;
    test.field = field;
    test.op = op;
    test.number = number;
    return testCondition(test);
}

/// Words of the prompts, joined as no prompt has them.
Condition aboutWords(int number)
{
    const QString one = word(number) + QLatin1Char('-') + word(number + 5);
    const QString other = word(number + 11) + QLatin1Char('_') + word(3 * number);
    return asking(Field::Text, Operator::Contains, {one, other});
}

/// One that holds for no prompt here, each different.
Condition condition(int number)
{
    const QString label = QStringLiteral("label %1").arg(number);
    switch (number % 8) {
    case 0:
        return asking(Field::Task, Operator::Is, {label, label + QLatin1Char('s')});
    case 1:
        return allOf({comparing(Field::PromptTokens, Operator::LessThan, 2'000.0 + number),
                      asking(Field::Tag, Operator::Is, {label}, QStringLiteral("tier"))});
    case 2:
        return asking(Field::Tag, Operator::Is, {label}, QStringLiteral("team"));
    case 3:
        return aboutWords(number);
    case 4:
        return allOf({aboutWords(number), asking(Field::Task, Operator::IsNot, {label})});
    case 5:
        return notOf(anyOf({comparing(Field::PromptTokens, Operator::AtLeast, number),
                            asking(Field::Source, Operator::Is, {QStringLiteral("gateway")})}));
    case 6:
        return allOf(
            {asking(Field::Language, Operator::Is, {QStringLiteral("ja")}),
             asking(Field::TimeOfDay, Operator::Between, {QStringLiteral("00:00"), QStringLiteral("24:00")}),
             comparing(Field::Turns, Operator::AtMost, number)});
    default:
        return anyOf({asking(Field::RequestedModel, Operator::Is, {label}),
                      asking(Field::HasTools, Operator::Present, {}),
                      allOf({asking(Field::Task, Operator::IsNot, {label}),
                             asking(Field::HasCode, Operator::Present, {})})});
    }
}

ChainTarget target(const char *model)
{
    ChainTarget made;
    made.name = {QStringLiteral("account"), QString::fromLatin1(model)};
    return made;
}

RuleSet ruleSet(int count, int expressions)
{
    RuleSet rules;
    rules.name = QStringLiteral("bench");
    for (int number = 0; number < count; ++number) {
        Rule rule{.name = QStringLiteral("rule %1").arg(number)};
        rule.when = condition(number);
        rule.chain.targets = {target("model")};
        rules.rules.append(rule);
    }
    for (int number = 0; number < expressions; ++number)
        rules.rules[number * count / expressions].when =
            asking(Field::Text, Operator::Matches,
                   {QStringLiteral("\\b(?:%1|%2)-\\d+\\b").arg(word(number), word(number + 40))});
    Chain &chain = rules.otherwise.chain;
    chain.targets = {target("one"), target("two"), target("three")};
    chain.pick = PickOrder::Cheapest;
    return rules;
}

QList<PromptFacts> calls()
{
    QList<PromptFacts> made;
    for (quint32 number = 0; number < kPrompts; ++number) {
        PromptFacts facts;
        facts.text = prompt(number + 1);
        facts.tokens = 2'500 + static_cast<int>(number);
        facts.task = number % 2 == 0 ? QStringLiteral("summarize") : QStringLiteral("extract");
        facts.tags = {{QStringLiteral("tier"), QStringLiteral("gold")}};
        facts.atMs = 1'700'000'000'000 + number * 3'600'000;
        facts.draw = number / double(kPrompts);
        made.append(facts);
    }
    return made;
}

/// The median and the 99th percentile of what `decide` takes for one call after another. What it returns is
/// let go of outside the measured time.
template <typename Decide>
QJsonObject measured(const QList<PromptFacts> &facts, const Decide &decide)
{
    std::vector<double> wall;
    std::vector<double> cpu;
    for (int call = 0; call < kCalls; ++call) {
        const PromptFacts &each = facts.at(call % facts.size());
        const double cpuBefore = bench::threadMicroseconds();
        const bench::Clock::time_point before = bench::Clock::now();
        const auto result = decide(each);
        const bench::Clock::time_point after = bench::Clock::now();
        cpu.push_back(bench::threadMicroseconds() - cpuBefore);
        wall.push_back(1000.0 * bench::milliseconds(after - before));
        Q_UNUSED(result)
    }
    return {{QStringLiteral("median_us"), bench::rounded(bench::median(wall))},
            {QStringLiteral("p99_us"), bench::rounded(bench::percentile(wall, 0.99))},
            {QStringLiteral("cpu_median_us"), bench::rounded(bench::median(cpu))}};
}

QJsonObject against(const RuleSet &rules, const QList<PromptFacts> &facts)
{
    const Book book;
    const bench::Clock::time_point before = bench::Clock::now();
    const Router router(rules);
    const double compileMs = bench::milliseconds(bench::Clock::now() - before);
    for (const PromptFacts &each : facts) {
        if (router.match(each, book) != rules.rules.size())
            qFatal("a rule holds that should not");
    }
    return {{QStringLiteral("rules"), rules.rules.size()},
            {QStringLiteral("compile_ms"), bench::rounded(compileMs)},
            {QStringLiteral("match"),
             measured(facts, [&](const PromptFacts &each) { return router.match(each, book); })},
            {QStringLiteral("decide"),
             measured(facts, [&](const PromptFacts &each) { return router.decide(each, book); })}};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QList<PromptFacts> facts = calls();
    const QJsonObject report{
        {QStringLiteral("prompt_characters"), kPromptSize},
        {QStringLiteral("rules_1000"), against(ruleSet(kManyRules, 0), facts)},
        {QStringLiteral("rules_1000_with_20_expressions"), against(ruleSet(kManyRules, kExpressions), facts)},
        {QStringLiteral("rules_60"), against(ruleSet(kUsualRules, 0), facts)},
        {QStringLiteral("load_average"), bench::loadAverage()}};
    std::fputs(QJsonDocument(report).toJson().constData(), stdout);
    return 0;
}
