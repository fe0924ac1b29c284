#include "core/evaluate/jsonschema.h"
#include "core/routing/rulesetjson.h"
#include "tests/core/routing/randomrules.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace core;

/// The document of a rule set: lossless, as its published schema says, and with an error that names the
/// place.
class TestRuleSetJson : public QObject
{
    Q_OBJECT

private slots:
    void everyPartIsRead();
    void whatIsUsualIsLeftOut();
    void whatIsWrittenIsReadBack();
    void theSchemaTakesWhatIsWritten();
    void theSchemaAndTheReaderAgree();
    void aWrongDocumentNamesThePlace_data();
    void aWrongDocumentNamesThePlace();
    void aTextThatIsNoDocumentIsRefused_data();
    void aTextThatIsNoDocumentIsRefused();
    void absurdSizesAreRefused();
    void conditionsNestSixteenDeep();
    void unknownMembersAreKeptAndNamed();
    void unknownMembersOfChainsAreKeptAndNamed();
    void theLinkToASchemaIsKept();
    void partsAreReadByThemselves();
    void aLargeSetStaysReadable();
};

namespace {

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// A document with this `rules` and a default that is right.
QByteArray withRules(const QByteArray &rules)
{
    return R"({"schema": 1, "name": "x", "rules": )" + rules
        + R"(, "default": {"chain": {"targets": [{"target": "a/b"}]}}})";
}

QByteArray withRule(const QByteArray &members)
{
    return withRules(R"([{"name": "r", "chain": {"targets": [{"target": "a/b"}]})"
                     + QByteArray(members.isEmpty() ? "" : ", ") + members + "}]");
}

QByteArray withWhen(const QByteArray &condition)
{
    return withRule(R"("when": )" + condition);
}

QByteArray withChain(const QByteArray &chain)
{
    return withRules(R"([{"name": "r", "chain": )" + chain + "}]");
}

QString errorOf(const QByteArray &document)
{
    const Result<RuleSet> read = readRuleSet(document);
    if (read)
        return {};
    return read.error().kind == ErrorKind::InvalidRequest ? read.error().message
                                                          : QStringLiteral("another kind");
}

const JsonSchema &publishedSchema()
{
    static const Result<JsonSchema> schema = JsonSchema::fromJson(ruleSetSchema());
    if (!schema)
        qFatal("%s", qPrintable(schema.error().message));
    return *schema;
}

/// `json` with one value, at a place that `random` chooses, left out or replaced by something else.
QJsonValue mutated(const QJsonValue &json, QRandomGenerator &random)
{
    static const QJsonArray others{QJsonValue(), true,          1, 1.5, QStringLiteral("x"),
                                   QJsonArray(), QJsonObject(), -1};
    const bool here = random.bounded(4) == 0;
    if (json.isObject() && !json.toObject().isEmpty() && !here) {
        QJsonObject object = json.toObject();
        const QStringList keys = object.keys();
        const QString key = keys.at(random.bounded(static_cast<int>(keys.size())));
        if (random.bounded(8) == 0)
            object.remove(key);
        else
            object.insert(key, mutated(object.value(key), random));
        return object;
    }
    if (json.isArray() && !json.toArray().isEmpty() && !here) {
        QJsonArray array = json.toArray();
        const int at = random.bounded(static_cast<int>(array.size()));
        array.replace(at, mutated(array.at(at), random));
        return array;
    }
    return others.at(random.bounded(static_cast<int>(others.size())));
}

QString jsonText(const QJsonValue &json)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact));
}

} // namespace

void TestRuleSetJson::everyPartIsRead()
{
    const QByteArray document = R"({"schema": 1, "name": "three buckets", "note": "as agreed",
 "rules": [{"name": "summaries", "on": false, "note": "cheap",
   "when": {"all": [{"field": "task", "op": "is", "values": ["summarize", "extract"]},
                    {"any": [{"field": "prompt_tokens", "op": "less_than", "number": 4000},
                             {"not": {"field": "tag", "key": "tier", "op": "is", "values": ["gold"]}}]},
                    {"field": "weekday", "op": "is", "values": ["mon"], "zone": "Europe/Berlin"}]},
   "chain": {"pick": "weighted", "sticky_tag": "user", "price_ceiling_usd": "0.01",
     "targets": [{"target": "openai/gpt-5-mini", "weight": 0.8, "parameters": {"temperature": 0.2, "stop": ["END"]}},
                 {"target": "router/qwen/qwen-plus:free"}],
     "fallbacks": [{"target": "google/gemini-2.5-flash", "only_larger_context": true,
                    "only_after": ["context_length", "server"]}],
     "limits": {"attempts": 3, "retries": 0, "budget_ms": 40000, "longest_wait_ms": 5000, "connect_ms": 1000,
                "first_token_ms": 30000, "idle_ms": 2000, "commit": "tokens", "commit_tokens": 64,
                "fallback_on_refusal": true}},
   "evidence": {"wins": 61}}],
 "default": {"name": "everything else", "chain": {"targets": [{"target": "route/others"}]}}})";
    const Result<RuleSet> read = readRuleSet(document);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    RuleSet expected;
    expected.name = QStringLiteral("three buckets");
    expected.note = QStringLiteral("as agreed");
    Rule rule;
    rule.name = QStringLiteral("summaries");
    rule.on = false;
    rule.note = QStringLiteral("cheap");
    rule.when = allOf(
        {testCondition({.field = Field::Task,
                        .op = Operator::Is,
                        .values = {QStringLiteral("summarize"), QStringLiteral("extract")}}),
         anyOf({testCondition({.field = Field::PromptTokens, .op = Operator::LessThan, .number = 4000.0}),
                notOf(testCondition({.field = Field::Tag,
                                     .op = Operator::Is,
                                     .key = QStringLiteral("tier"),
                                     .values = {QStringLiteral("gold")}}))}),
         testCondition({.field = Field::Weekday,
                        .op = Operator::Is,
                        .values = {QStringLiteral("mon")},
                        .zone = QStringLiteral("Europe/Berlin")})});
    rule.chain.pick = PickOrder::Weighted;
    rule.chain.stickyTag = QStringLiteral("user");
    rule.chain.priceCeiling = Money::fromPicos(10'000'000'000);
    ChatParameters parameters;
    parameters.temperature = 0.2;
    parameters.stop = QStringList{QStringLiteral("END")};
    rule.chain.targets = {
        ChainTarget{{QStringLiteral("openai"), QStringLiteral("gpt-5-mini")}, parameters, 0.8},
        ChainTarget{{QStringLiteral("router"), QStringLiteral("qwen/qwen-plus:free")}, {}, 1.0}};
    Fallback fallback;
    fallback.target.name = {QStringLiteral("google"), QStringLiteral("gemini-2.5-flash")};
    fallback.onlyLargerContext = true;
    fallback.onlyAfter = {ErrorKind::ContextLength, ErrorKind::Server};
    rule.chain.fallbacks = {fallback};
    using std::chrono::milliseconds;
    rule.chain.limits = {.attempts = 3,
                         .retries = 0,
                         .budget = milliseconds(40'000),
                         .longestWait = milliseconds(5'000),
                         .connect = milliseconds(1'000),
                         .firstToken = milliseconds(30'000),
                         .idle = milliseconds(2'000),
                         .commit = Commit::Tokens,
                         .commitTokens = 64,
                         .fallbackOnRefusal = true};
    rule.evidence = objectOf(R"({"wins": 61})");
    expected.rules = {rule};
    expected.otherwise.name = QStringLiteral("everything else");
    expected.otherwise.chain.targets = {
        ChainTarget{{QStringLiteral("route"), QStringLiteral("others")}, {}, 1.0}};
    QCOMPARE(read->rules.size(), 1);
    QVERIFY(read->rules.first().when == rule.when);
    QVERIFY(read->rules.first().chain == rule.chain);
    QVERIFY(*read == expected);
}

void TestRuleSetJson::whatIsUsualIsLeftOut()
{
    RuleSet rules;
    rules.name = QStringLiteral("x");
    Rule rule;
    rule.name = QStringLiteral("all");
    rule.chain.targets = {ChainTarget{{QStringLiteral("a"), QStringLiteral("b")}, {}, 1.0}};
    rules.rules = {rule};
    rules.otherwise.chain = rule.chain;
    QCOMPARE(ruleSetToJson(rules), objectOf(R"({"schema": 1, "name": "x",
        "rules": [{"name": "all", "chain": {"targets": [{"target": "a/b"}]}}],
        "default": {"name": "default", "chain": {"targets": [{"target": "a/b"}]}}})"));
    const QByteArray text = writeRuleSet(rules);
    QVERIFY(text.endsWith("}\n"));
    QVERIFY(text.contains("\n    \"rules\": ["));
}

void TestRuleSetJson::whatIsWrittenIsReadBack()
{
    for (quint32 seed = 1; seed <= 300; ++seed) {
        const RuleSet rules = RandomRules(seed).ruleSet();
        const QByteArray text = writeRuleSet(rules);
        const Result<RuleSet> read = readRuleSet(text);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QVERIFY2(*read == rules, text.constData());
        QCOMPARE(writeRuleSet(*read), text);
    }
}

void TestRuleSetJson::theSchemaTakesWhatIsWritten()
{
    for (quint32 seed = 1; seed <= 150; ++seed) {
        const QJsonObject json = ruleSetToJson(RandomRules(seed).ruleSet());
        const std::optional<QString> violation = publishedSchema().violation(json);
        QVERIFY2(!violation,
                 qPrintable(violation.value_or(QString()) + QStringLiteral(" in ") + jsonText(json)));
    }
}

void TestRuleSetJson::theSchemaAndTheReaderAgree()
{
    int refused = 0;
    int taken = 0;
    for (quint32 seed = 1; seed <= 600; ++seed) {
        QRandomGenerator random(seed);
        QJsonValue json = ruleSetToJson(RandomRules(seed).ruleSet());
        json = mutated(json, random);
        const bool isRead = json.isObject() && ruleSetFromJson(json.toObject()).hasValue();
        const std::optional<QString> violation = publishedSchema().violation(json);
        const QString error =
            !json.isObject() || isRead ? QString() : ruleSetFromJson(json.toObject()).error().message;
        QVERIFY2(isRead == !violation,
                 qPrintable(error + QStringLiteral(" / ") + violation.value_or(QString())
                            + QStringLiteral(" / ") + jsonText(json)));
        isRead ? ++taken : ++refused;
    }
    // Both happened, or nothing was shown.
    QVERIFY(refused > 20);
    QVERIFY(taken > 20);
}

void TestRuleSetJson::aWrongDocumentNamesThePlace_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<bool>("breaksSchema");
    const auto row = [](const char *name, const QByteArray &document, const char *sentence,
                        bool breaksSchema = true) {
        QTest::newRow(name) << document << QString::fromUtf8(sentence) << breaksSchema;
    };
    row("no schema", R"({"default": {"chain": {}}})", "schema: expected the number 1");
    row("a later schema", R"({"schema": 2, "default": {"chain": {}}})",
        "schema: expected at most 1; the document is of a newer version of Switchyard");
    row("a schema that is a text", R"({"schema": "1", "default": {"chain": {}}})",
        "schema: expected a whole number from 0 to 2147483647");
    row("no default", R"({"schema": 1, "rules": []})", "default: expected an object");
    row("a default without a chain", R"({"schema": 1, "default": {}})", "default.chain: expected an object");
    row("a name with a slash", R"({"schema": 1, "name": "a/b", "default": {"chain": {}}})",
        "name: expected at most 60 letters, digits, dots, spaces, - and _, with no space at the ends", false);
    row("rules that are no list", withRules("{}"), "rules: expected a list");
    row("a rule that is no object", withRules("[[]]"), "rules[0]: expected an object");
    row("a rule without a name", withRules(R"([{"chain": {}}])"), "rules[0].name: expected a text");
    row("a rule without a chain", withRules(R"([{"name": "r"}])"), "rules[0].chain: expected an object");
    row("an on that is a number", withRule(R"("on": 1)"), "rules[0].on: expected true or false");
    row("a note that is null", withRule(R"("note": null)"), "rules[0].note: expected a text");
    row("evidence that is a list", withRule(R"("evidence": [])"), "rules[0].evidence: expected an object");
    row("a condition that is a list", withWhen("[]"), "rules[0].when: expected an object");
    row("a condition of no known shape", withWhen(R"({"every": []})"),
        "rules[0].when: expected one of all, any, not, field");
    row("two shapes at once", withWhen(R"({"all": [], "any": []})"),
        "rules[0].when.any: not expected; there may only be all");
    row("an empty condition inside another", withWhen(R"({"any": [{}]})"),
        "rules[0].when.any[0]: expected one of all, any, not, field");
    row("a test beside a group", withWhen(R"({"not": {"all": []}, "number": 1})"),
        "rules[0].when.number: not expected; there may only be not");
    row("an unknown field", withWhen(R"({"all": [{"field": "mood", "op": "is"}]})"),
        "rules[0].when.all[0].field: expected one of task, prompt_tokens, prompt_length, turns, text, "
        "language, "
        "has_code, has_image, has_attachment, max_tokens, has_tools, json_mode, temperature, tag, "
        "requested_model, source, time_of_day, weekday, error_rate, first_token_p95, cooling_down, budget");
    row("an unknown operator",
        withRules(R"([{"name": "a", "chain": {}}, {"name": "b", "chain": {}}, {"name": "c", "chain": {},
                     "when": {"any": [{"field": "source", "op": "equals", "values": ["cli"]}]}}])"),
        "rules[2].when.any[0].op: expected one of is, is_not");
    row("an operator of another field", withWhen(R"({"field": "has_code", "op": "is", "values": ["x"]})"),
        "rules[0].when.op: expected one of present");
    row("no operator", withWhen(R"({"field": "source"})"), "rules[0].when.op: expected one of is, is_not");
    row("values that are one text", withWhen(R"({"field": "task", "op": "is", "values": "x"})"),
        "rules[0].when.values: expected a list");
    row("a value that is a number", withWhen(R"({"field": "task", "op": "is", "values": ["x", 2]})"),
        "rules[0].when.values[1]: expected a text");
    row("a number that is a text", withWhen(R"({"field": "turns", "op": "at_least", "number": "2"})"),
        "rules[0].when.number: expected a number");
    row("a member that a test has not",
        withWhen(R"({"not": {"field": "turns", "op": "at_least", "value": 2}})"),
        "rules[0].when.not.value: not expected; there may only be field, op, key, values, number, zone");
    row("a target without a slash", withChain(R"({"targets": [{"target": "gpt-5"}]})"),
        "rules[0].chain.targets[0].target: expected account/model or route/NAME");
    row("a fallback without a target", withChain(R"({"fallbacks": [{"only_larger_context": true}]})"),
        "rules[0].chain.fallbacks[0].target: expected account/model or route/NAME");
    row("a weight that is a text", withChain(R"({"targets": [{"target": "a/b", "weight": "80 %"}]})"),
        "rules[0].chain.targets[0].weight: expected a number");
    row("an unknown order", withChain(R"({"pick": "random"})"),
        "rules[0].chain.pick: expected one of listed, weighted, cheapest, fastest, best_rated");
    row("a ceiling that is a number", withChain(R"({"price_ceiling_usd": 0.01})"),
        "rules[0].chain.price_ceiling_usd: expected a text");
    row("a ceiling below nothing", withChain(R"({"price_ceiling_usd": "-1"})"),
        "rules[0].chain.price_ceiling_usd: expected an amount in US dollars such as \"0.01\"");
    row("a ceiling beyond all money", withChain(R"({"price_ceiling_usd": "9999999"})"),
        "rules[0].chain.price_ceiling_usd: expected an amount in US dollars such as \"0.01\"", false);
    row("an unknown error",
        withChain(R"({"fallbacks": [{"target": "a/b", "only_after": ["server", "oops"]}]})"),
        "rules[0].chain.fallbacks[0].only_after[1]: expected one of network, timeout, auth, rate_limited, "
        "quota, "
        "invalid_request, context_length, content_filter, not_found, server, protocol, storage, budget");
    row("attempts with a fraction", withChain(R"({"limits": {"attempts": 1.5}})"),
        "rules[0].chain.limits.attempts: expected a whole number from 0 to 2147483647");
    row("a time below nothing", withChain(R"({"limits": {"budget_ms": -1}})"),
        "rules[0].chain.limits.budget_ms: expected a whole number from 0 to 2147483647");
    row("a time of a month", withChain(R"({"limits": {"idle_ms": 2147483648}})"),
        "rules[0].chain.limits.idle_ms: expected a whole number from 0 to 2147483647");
    row("an unknown commit", withChain(R"({"limits": {"commit": "never"}})"),
        "rules[0].chain.limits.commit: expected one of first_token, tokens, complete");
    row("a parameter of another type",
        withChain(R"({"targets": [{"target": "a/b", "parameters": {"temperature": "hot"}}]})"),
        "rules[0].chain.targets[0].parameters.temperature: expected a number");
    row("tokens with a fraction",
        withChain(R"({"targets": [{"target": "a/b", "parameters": {"max_tokens": 1.5}}]})"),
        "rules[0].chain.targets[0].parameters.max_tokens: expected a whole number");
    row("an unknown parameter", withChain(R"({"targets": [{"target": "a/b", "parameters": {"top_k": 4}}]})"),
        "rules[0].chain.targets[0].parameters.top_k: not expected; there may only be reasoning_effort, stop, "
        "tools, "
        "temperature, top_p, frequency_penalty, presence_penalty, max_tokens, seed, response_format, extra");
}

void TestRuleSetJson::aWrongDocumentNamesThePlace()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, sentence);
    QFETCH(bool, breaksSchema);
    QCOMPARE(errorOf(document), sentence);
    QCOMPARE(publishedSchema().violation(objectOf(document)).has_value(), breaksSchema);
}

void TestRuleSetJson::aTextThatIsNoDocumentIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("begin");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("Line 1, column ");
    QTest::newRow("prose") << QByteArray("Use the cheap one.") << QStringLiteral("Line 1, column ");
    QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("the document: expected an object");
    QTest::newRow("cut off in the third line")
        << QByteArray("{\n \"schema\": 1,\n \"rules\": [") << QStringLiteral("Line 3, column ");
    QTest::newRow("a member twice") << QByteArray("{\"schema\": 1,\n  \"note\": \"\", \"schema\": 1}")
                                    << QStringLiteral("Line 2, column 15: expected schema only once");
    QTest::newRow("a member twice, once in escapes")
        << withRule(R"("note": "a", "n\u006fte": "b")") << QStringLiteral("Line 1, column ");
    QTest::newRow("a member twice inside a condition")
        << QByteArray("{\"schema\": 1, \"rules\": [\n"
                      R"({"name": "r", "when": {"all": [1, {"op": 1, "op": 2}]}})"
                      "]}")
        << QStringLiteral("Line 2, column 45: expected rules[0].when.all[1].op only once");
    QTest::newRow("half a character")
        << QByteArray("{\"schema\": 1, \"note\": \"\xC3\"}") << QStringLiteral("Line 1, column ");
    QTest::newRow("nested a thousand times") << QByteArray(5000, '[') << QStringLiteral("Line 1, column ");
}

void TestRuleSetJson::aTextThatIsNoDocumentIsRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, begin);
    const QString error = errorOf(text);
    QVERIFY2(error.startsWith(begin), qPrintable(error));
}

void TestRuleSetJson::absurdSizesAreRefused()
{
    const QByteArray rule = R"({"name":"r","chain":{}})";
    QByteArray rules = rule;
    for (int more = 1; more < 10'000; ++more)
        rules += "," + rule;
    QCOMPARE(errorOf(withRules("[" + rules + "]")), QString());
    QCOMPARE(errorOf(withRules("[" + rules + "," + rule + "]")),
             QStringLiteral("rules: expected a list of at most 10000"));
    const QByteArray note(4 * 1024 * 1024, 'x');
    QCOMPARE(errorOf(withRule(R"("note": ")" + note + R"(")")),
             QStringLiteral("The document is larger than 4 MiB"));
    // The same member in two objects is nothing twice.
    QCOMPARE(errorOf(withRules(R"([{"name": "name", "chain": {}}, {"name": "name", "chain": {}}])")),
             QString());
}

void TestRuleSetJson::conditionsNestSixteenDeep()
{
    const auto nested = [](int groups) -> QByteArray {
        return QByteArray("{\"not\": ").repeated(groups) + R"({"field": "has_code", "op": "present"})"
            + QByteArray("}").repeated(groups);
    };
    QCOMPARE(errorOf(withWhen(nested(15))), QString());
    const QString path = QStringLiteral("rules[0].when") + QStringLiteral(".not").repeated(16);
    QCOMPARE(errorOf(withWhen(nested(16))),
             path + QStringLiteral(": expected conditions to nest at most 16 deep"));
    QVERIFY(errorOf(withWhen(nested(900))).startsWith(path));
}

void TestRuleSetJson::unknownMembersAreKeptAndNamed()
{
    const QByteArray document = R"({"schema": 1, "name": "x", "owner": "ops", "rules": [
        {"name": "r", "priority": 3, "chain": {"targets": []}}],
        "default": {"name": "default", "colour": {"hex": "fff"}, "chain": {"targets": []}}})";
    QStringList unknown;
    const Result<RuleSet> read = readRuleSet(document, &unknown);
    QVERIFY(read);
    unknown.sort();
    QCOMPARE(unknown,
             (QStringList{QStringLiteral("default.colour"), QStringLiteral("owner"),
                          QStringLiteral("rules[0].priority")}));
    QCOMPARE(read->rules.first().unknown, objectOf(R"({"priority": 3})"));
    QCOMPARE(ruleSetToJson(*read), objectOf(document));
    QVERIFY(!publishedSchema().violation(objectOf(document)));
}

void TestRuleSetJson::unknownMembersOfChainsAreKeptAndNamed()
{
    const QByteArray document = withChain(R"({"targets": [{"target": "a/b", "region": "eu"}], "cache": true,
        "fallbacks": [{"target": "a/c", "region": "us"}], "limits": {"attempt": 9}})");
    QStringList unknown;
    const Result<RuleSet> read = readRuleSet(document, &unknown);
    QVERIFY(read);
    unknown.sort();
    QCOMPARE(unknown.join(u' '),
             QStringLiteral(
                 "rules[0].chain.cache rules[0].chain.fallbacks[0].region rules[0].chain.limits.attempt "
                 "rules[0].chain.targets[0].region"));
    QCOMPARE(read->rules.first().chain.limits.attempts, CallLimits().attempts);
    const QJsonArray rules = objectOf(document).value(QLatin1StringView("rules")).toArray();
    QCOMPARE(chainToJson(read->rules.first().chain),
             rules.first().toObject().value(QLatin1StringView("chain")).toObject());
    // What is known wins, whatever was there before.
    Chain changed = read->rules.first().chain;
    changed.unknown.insert(QStringLiteral("pick"), QStringLiteral("listed"));
    changed.pick = PickOrder::Cheapest;
    QCOMPARE(chainToJson(changed).value(QLatin1StringView("pick")).toString(), QStringLiteral("cheapest"));
}

void TestRuleSetJson::theLinkToASchemaIsKept()
{
    const QByteArray document = R"({"$schema": "ruleset.schema.json", "schema": 1, "name": "x", "rules": [],
        "default": {"name": "default", "chain": {"targets": []}}})";
    QStringList unknown;
    const Result<RuleSet> read = readRuleSet(document, &unknown);
    QVERIFY(read);
    QCOMPARE(unknown, QStringList());
    QCOMPARE(ruleSetToJson(*read), objectOf(document));
}

void TestRuleSetJson::partsAreReadByThemselves()
{
    QVERIFY(conditionFromJson({})->isAlways());
    const Condition condition = RandomRules(7).condition(3);
    const Result<Condition> again = conditionFromJson(conditionToJson(condition));
    QVERIFY(again);
    QVERIFY(*again == condition);
    QCOMPARE(
        conditionFromJson(objectOf(R"({"field": "x"})"), QStringLiteral("when")).error().message.left(11),
        QStringLiteral("when.field:"));
    QCOMPARE(conditionFromJson(objectOf(R"({"field": "x"})")).error().message.left(6),
             QStringLiteral("field:"));
    QCOMPARE(conditionFromJson(objectOf(R"({"x": 1})")).error().message,
             QStringLiteral("the document: expected one of all, any, not, field"));

    const Rule rule = RandomRules(8).rule(QStringLiteral("alone"));
    const Result<Rule> sameRule = ruleFromJson(ruleToJson(rule));
    QVERIFY(sameRule);
    QVERIFY(*sameRule == rule);
    QCOMPARE(ruleFromJson({}, QStringLiteral("rules[3]")).error().message,
             QStringLiteral("rules[3].name: expected a text"));
}

void TestRuleSetJson::aLargeSetStaysReadable()
{
    RuleSet rules;
    Rule rule;
    rule.name = QStringLiteral("r");
    QList<Condition> parts;
    for (int left = 0; left < 10; ++left)
        parts.append(testCondition({.field = Field::HasCode, .op = Operator::Present}));
    rule.when = allOf(parts);
    rules.rules = QList<Rule>(6'000, rule);
    const Result<RuleSet> read = readRuleSet(writeRuleSet(rules));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QVERIFY(*read == rules);
}

SWITCHYARD_TEST(TestRuleSetJson)
#include "tst_rulesetjson.moc"
