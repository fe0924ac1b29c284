#pragma once

#include "core/routing/ruleset.h"

#include <QRandomGenerator>

/// Rule sets of every shape that a document can hold, the same for one seed.
class RandomRules
{
public:
    explicit RandomRules(quint32 seed) : m_random(seed) { }

    core::RuleSet ruleSet()
    {
        core::RuleSet set;
        set.name = oneOf({QString(), QStringLiteral("three buckets"), QStringLiteral("Über-1.0_x")});
        set.note = text();
        for (int left = below(5); left > 0; --left)
            set.rules.append(rule(QStringLiteral("rule %1").arg(left)));
        set.otherwise = rule(oneOf({QStringLiteral("default"), QStringLiteral("everything else")}));
        set.otherwise.when = {};
        set.otherwise.on = true;
        if (chance())
            set.unknown = {{QStringLiteral("x_later"), QJsonArray{1, QStringLiteral("two"), true}}};
        return set;
    }

    core::Rule rule(const QString &name)
    {
        core::Rule rule;
        rule.name = name;
        rule.when = chance() ? core::Condition() : condition(3);
        rule.chain = chain();
        rule.note = text();
        rule.on = below(4) > 0;
        if (chance())
            rule.evidence = {{QStringLiteral("wins"), below(90)}, {QStringLiteral("n"), 90}};
        if (chance())
            rule.unknown = {{QStringLiteral("x_rule"), QJsonObject{{QStringLiteral("a"), QJsonValue()}}}};
        return rule;
    }

    core::Condition condition(int depth)
    {
        if (depth == 0 || below(3) == 0)
            return core::testCondition(test());
        QList<core::Condition> parts;
        for (int left = below(4); left > 0; --left)
            parts.append(condition(depth - 1));
        switch (below(3)) {
        case 0:
            // An empty one at the top is written as none at all, and is the same.
            return core::allOf(parts);
        case 1:
            return core::anyOf(parts);
        default:
            return core::notOf(condition(depth - 1));
        }
    }

    core::Test test()
    {
        core::Test test;
        test.field = static_cast<core::Field>(below(static_cast<int>(core::Field::Budget) + 1));
        const QList<core::Operator> operators = core::operatorsOf(test.field);
        test.op = operators.at(below(static_cast<int>(operators.size())));
        test.key = oneOf({QString(), QStringLiteral("tier"), QStringLiteral("openai/gpt-5")});
        for (int left = below(3); left > 0; --left)
            test.values.append(text());
        if (chance())
            test.number = oneOf<double>({0.0, 4000.0, 0.1, -3.5, 1e300, 123456789012.0});
        test.zone = oneOf({QString(), QStringLiteral("Europe/Berlin")});
        return test;
    }

    core::Chain chain()
    {
        core::Chain chain;
        for (int left = below(4); left > 0; --left)
            chain.targets.append(target());
        chain.pick = static_cast<core::PickOrder>(below(5));
        if (chance())
            chain.priceCeiling =
                core::Money::fromPicos(oneOf<qint64>({0, 1, 10'000'000'000, 3'141'592'653'589}));
        chain.stickyTag = oneOf({QString(), QStringLiteral("user")});
        for (int left = below(3); left > 0; --left) {
            core::Fallback fallback;
            fallback.target = target();
            fallback.onlyLargerContext = chance();
            if (chance())
                fallback.onlyAfter = {core::ErrorKind::ContextLength, core::ErrorKind::Server};
            chain.fallbacks.append(fallback);
        }
        if (chance())
            chain.limits = limits();
        return chain;
    }

private:
    int below(int end) { return static_cast<int>(m_random.bounded(end)); }
    bool chance() { return below(2) == 0; }

    template <typename T = QString>
    T oneOf(const QList<T> &values)
    {
        return values.at(below(static_cast<int>(values.size())));
    }

    QString text()
    {
        return oneOf({QString(), QStringLiteral("invoice"), QStringLiteral("“quoted” \"and\" \\back\\"),
                      QStringLiteral("two\nlines\tand \u0001"), QStringLiteral("総費用 😀 ä")});
    }

    core::ChainTarget target()
    {
        core::ChainTarget target;
        target.name =
            oneOf<core::TargetName>({{QStringLiteral("openai"), QStringLiteral("gpt-5-mini")},
                                     {QStringLiteral("router"), QStringLiteral("qwen/qwen-plus:free")},
                                     {QStringLiteral("route"), QStringLiteral("cheap")},
                                     {QString(), QString()},
                                     {QStringLiteral("openai"), QString()}});
        target.weight = oneOf<double>({1.0, 0.8, 0.0, 3.0});
        if (chance())
            target.parameters = parameters();
        return target;
    }

    core::ChatParameters parameters()
    {
        core::ChatParameters parameters;
        if (chance())
            parameters.temperature = 0.2;
        if (chance())
            parameters.maxTokens = 4096;
        if (chance())
            parameters.seed = 9'007'199'254'740'993;
        if (chance())
            parameters.stop = {QStringLiteral("END"), text()};
        if (chance())
            parameters.reasoningEffort = QStringLiteral("low");
        if (chance())
            parameters.tools = {QJsonObject{{QStringLiteral("type"), QStringLiteral("function")}}};
        if (chance())
            parameters.responseFormat = {{QStringLiteral("type"), QStringLiteral("json_object")}};
        if (chance())
            parameters.extra = {{QStringLiteral("top_k"), 40}, {QStringLiteral("min_p"), QJsonValue()}};
        return parameters;
    }

    core::CallLimits limits()
    {
        using std::chrono::milliseconds;
        core::CallLimits limits;
        limits.attempts = below(9);
        limits.retries = below(3);
        limits.budget = milliseconds(oneOf<qint64>({0, 40'000, 2'147'483'647}));
        limits.longestWait = milliseconds(oneOf<qint64>({0, 20'000, 1}));
        limits.connect = milliseconds(below(2) * 5'000);
        limits.firstToken = milliseconds(below(2) * 30'000);
        limits.idle = milliseconds(below(2) * 60'000);
        limits.commit = static_cast<core::Commit>(below(3));
        limits.commitTokens = below(100);
        limits.fallbackOnRefusal = chance();
        return limits;
    }

    QRandomGenerator m_random;
};
