#include "core/routing/router.h"
#include "tests/core/routing/fakebook.h"
#include "tests/core/ruleformats/formatsamples.h"
#include "tests/support/testunit.h"

#include <QJsonDocument>
#include <QTest>

using namespace core;
using namespace samples;

/// LiteLLM, Portkey, OpenRouter, Cloudflare and Bifrost: what their files come to, what is lost and what
/// comes back.
class OtherFormatsTest : public QObject
{
    Q_OBJECT

private slots:
    void groupsOfLiteLlmBecomeRules();
    void keysInAFileAreDroppedAndSaid_data();
    void keysInAFileAreDroppedAndSaid();
    void conditionsOfPortkeyBecomeRules();
    void bothSpellingsOfPortkeyAreRead_data();
    void bothSpellingsOfPortkeyAreRead();
    void openRoutersModelsAreAChain();
    void waysThroughACloudflareRouteBecomeRules();
    void bifrostRulesAreOrderedByPriority();
    void celIsReadAsFarAsRulesGo_data();
    void celIsReadAsFarAsRulesGo();
    void badFilesNameThePlace_data();
    void badFilesNameThePlace();
    void whatIsWrittenComesBack_data();
    void whatIsWrittenComesBack();
    void whatCannotBeSaidIsListed_data();
    void whatCannotBeSaidIsListed();
    void aConditionOnABudgetIsALoss_data();
    void aConditionOnABudgetIsALoss();
    void anAccountThatIsNotThereEndsTheExport_data();
    void anAccountThatIsNotThereEndsTheExport();
};

namespace {

RuleImport imported(const QByteArray &text)
{
    const Result<RuleImport> read = importRules(text, QStringLiteral("a set"));
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

void formatColumns()
{
    QTest::addColumn<int>("format");
    for (const RuleFormat format : {RuleFormat::LiteLlm, RuleFormat::Portkey, RuleFormat::OpenRouter,
                                    RuleFormat::Cloudflare, RuleFormat::Bifrost})
        QTest::newRow(qPrintable(ruleFormatName(format))) << static_cast<int>(format);
}

/// What every one of the formats but OpenRouter's can say.
RuleSet plainSet()
{
    RuleSet rules;
    rules.name = QStringLiteral("a set");
    Rule rule;
    rule.name = QStringLiteral("fast");
    rule.when = is(Field::RequestedModel, {QStringLiteral("fast")});
    rule.chain.targets = {model("openai/gpt-x", 0.75), model("mistral/small", 0.25)};
    rule.chain.pick = PickOrder::Weighted;
    rule.chain.fallbacks = {Fallback{model("anthropic/claude-x")}};
    rule.chain.limits.fallbackOnRefusal = true;
    rules.rules = {rule};
    rules.otherwise.chain.targets = {model("openai/gpt-x")};
    rules.otherwise.chain.fallbacks = {Fallback{model("deepseek/chat")}};
    rules.otherwise.chain.limits.fallbackOnRefusal = true;
    return rules;
}

} // namespace

void OtherFormatsTest::groupsOfLiteLlmBecomeRules()
{
    const RuleImport read = imported(R"(model_list:
  - model_name: fast
    litellm_params: {model: openai/gpt-x, api_key: os.environ/MY_KEY, weight: 3, temperature: 0.5}
  - model_name: fast
    litellm_params: {model: groq/llama, weight: 1, rpm: 60}
  - model_name: fast
    litellm_params: {model: mistral/small, order: 2}
  - model_name: long
    litellm_params: {model: gemini/pro, stream_timeout: 30}
  - model_name: default
    litellm_params: {model: custom/x, api_base: "https://llm.example.org/v1"}
router_settings:
  routing_strategy: simple-shuffle
  num_retries: 2
  cooldown_time: 30
  fallbacks: [{fast: [default]}]
  context_window_fallbacks: [{"fast": ["long"]}]
  new_setting: 7
general_settings: {port: 4000}
)");
    QVERIFY(read.format == RuleFormat::LiteLlm);
    QCOMPARE(read.rules.rules.size(), 2);
    const Rule &fast = read.rules.rules.at(0);
    QVERIFY(fast.when == is(Field::RequestedModel, {QStringLiteral("fast")}));
    // Lowest order first; then larger windows, then the usual fallbacks.
    QCOMPARE(targetsOf(fast.chain),
             (QStringList{QStringLiteral("openai/gpt-x"), QStringLiteral("groq/llama"),
                          QStringLiteral("+mistral/small"), QStringLiteral("+google/pro"),
                          QStringLiteral("+llm.example.org/x")}));
    QVERIFY(fast.chain.pick == PickOrder::Weighted);
    QCOMPARE(fast.chain.targets.at(0).weight, 3.0);
    QCOMPARE(fast.chain.targets.at(0).parameters.temperature, std::optional(0.5));
    QVERIFY(fast.chain.fallbacks.at(1).onlyLargerContext);
    QCOMPARE(fast.chain.limits.retries, 2);
    QCOMPARE(read.rules.rules.at(1).chain.limits.firstToken.count(), 30'000);
    QCOMPARE(targetsOf(read.rules.otherwise.chain), QStringList{QStringLiteral("llm.example.org/x")});
    QCOMPARE(read.accounts.at(0),
             (RuleAccount{QStringLiteral("openai"), QStringLiteral("openai"), {}, QStringLiteral("MY_KEY")}));
    QVERIFY(lossPaths(read.losses).contains(QStringLiteral("model_list[1].litellm_params.rpm")));
    QVERIFY(lossPaths(read.losses).contains(QStringLiteral("router_settings.cooldown_time")));
    QVERIFY(read.unknown.contains(QStringLiteral("router_settings.new_setting")));
    QVERIFY(read.unknown.contains(QStringLiteral("general_settings")));
    // Written back.
    ExportContext context = presetAccounts();
    const auto named = context.account;
    context.account = [named](const QString &name) {
        return name == QLatin1StringView("llm.example.org") ? std::optional(ExportAccount{
                   name, QStringLiteral("custom"), QUrl(QStringLiteral("https://llm.example.org/v1"))})
                                                            : named(name);
    };
    const Result<RuleExport> written = exportRules(read.rules, RuleFormat::LiteLlm, context);
    QVERIFY(written);
    QVERIFY(written->text.contains("new_setting: 7"));
    QVERIFY(written->text.contains("port: 4000"));
}

void OtherFormatsTest::keysInAFileAreDroppedAndSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    QTest::newRow("LiteLLM") << QByteArray(
        "model_list:\n- model_name: a\n  litellm_params: {model: openai/m, api_key: sk-secret-0001}\n")
                             << QStringLiteral("model_list[0].litellm_params.api_key");
    QTest::newRow("LiteLLM's own key")
        << QByteArray("model_list:\n- model_name: a\n  litellm_params: {model: openai/m}\n"
                      "general_settings: {master_key: secret-0001-master}\n")
        << QStringLiteral("general_settings.master_key");
    QTest::newRow("Portkey") << QByteArray(R"({"targets": [{"provider": "openai", "api_key": "secret-0001",
        "override_params": {"model": "m"}}]})")
                             << QStringLiteral("targets[0].api_key");
    QTest::newRow("OpenRouter") << QByteArray(R"({"models": ["a/b"], "api_key": "secret-0001"})")
                                << QStringLiteral("api_key");
}

void OtherFormatsTest::keysInAFileAreDroppedAndSaid()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, path);
    const RuleImport read = imported(text);
    QVERIFY2(lossPaths(read.losses).contains(path), qPrintable(lossPaths(read.losses).join(u' ')));
    const Result<RuleExport> written = exportRules(read.rules, RuleFormat::Json, {});
    QVERIFY(written);
    QVERIFY(!written->text.contains("0001"));
    for (const RuleAccount &account : read.accounts)
        QVERIFY(!account.keyVariable.contains(QStringLiteral("0001")));
}

void OtherFormatsTest::conditionsOfPortkeyBecomeRules()
{
    const RuleImport read = imported(R"({
        "strategy": {"mode": "conditional", "default": "usual", "conditions": [
            {"query": {"$and": [{"metadata.plan": {"$in": ["gold", "silver"]}}, {"params.max_tokens": {"$gt": 100}}]},
             "then": "balanced"},
            {"query": {"url.pathname": "/x"}, "then": "usual"}]},
        "targets": [
            {"name": "balanced", "strategy": {"mode": "loadbalance"}, "retry": {"attempts": 3}, "targets": [
                {"provider": "openai", "weight": 0.9, "override_params": {"model": "a", "temperature": 0}},
                {"provider": "@team", "weight": 0.1, "override_params": {"model": "b"}}]},
            {"name": "usual", "strategy": {"mode": "fallback", "on_status_codes": [429, 503]}, "targets": [
                {"provider": "openai", "override_params": {"model": "a"}, "request_timeout": 5000},
                {"provider": "groq", "override_params": {"model": "c"}, "cache": {"mode": "simple"}}]}]})");
    QVERIFY(read.format == RuleFormat::Portkey);
    QCOMPARE(read.rules.rules.size(), 2);
    const Rule &balanced = read.rules.rules.at(0);
    Test limit{Field::MaxTokens, Operator::MoreThan};
    limit.number = 100;
    QVERIFY(
        balanced.when
        == allOf({is(Field::Tag, {QStringLiteral("gold"), QStringLiteral("silver")}, QStringLiteral("plan")),
                  testCondition(limit)}));
    QVERIFY(balanced.chain.pick == PickOrder::Weighted);
    QCOMPARE(targetsOf(balanced.chain), (QStringList{QStringLiteral("openai/a"), QStringLiteral("team/b")}));
    QCOMPARE(balanced.chain.targets.at(1).weight, 0.1);
    QCOMPARE(balanced.chain.limits.retries, 3);
    QVERIFY(!read.rules.rules.at(1).on);
    const Chain &usual = read.rules.otherwise.chain;
    QCOMPARE(targetsOf(usual), (QStringList{QStringLiteral("openai/a"), QStringLiteral("+groq/c")}));
    QCOMPARE(usual.fallbacks.at(0).onlyAfter, (QList<ErrorKind>{ErrorKind::RateLimited, ErrorKind::Server}));
    QCOMPARE(usual.limits.retries, 0);
    QCOMPARE(usual.limits.firstToken.count(), 5000);
    QVERIFY(std::any_of(read.losses.cbegin(), read.losses.cend(), [](const FormatLoss &loss) {
        return loss.path == QLatin1StringView("targets[1].targets[1].cache");
    }));
}

void OtherFormatsTest::bothSpellingsOfPortkeyAreRead_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::newRow("of the gateway") << QByteArray("use_retry_after_header");
    QTest::newRow("of the documentation") << QByteArray("use_retry_after_headers");
}

void OtherFormatsTest::bothSpellingsOfPortkeyAreRead()
{
    QFETCH(QByteArray, member);
    const RuleImport read =
        imported(R"({"provider": "openai", "override_params": {"model": "m"}, "retry": {"attempts": 2, ")"
                 + member + R"(": true}})");
    QCOMPARE(read.rules.otherwise.chain.limits.longestWait.count(), 60'000);
    QCOMPARE(read.rules.otherwise.chain.limits.retries, 2);
    QVERIFY(read.losses.isEmpty());
}

void OtherFormatsTest::openRoutersModelsAreAChain()
{
    const QByteArray body = R"({"models": ["a/one", "b/two"], "temperature": 0.5,
        "provider": {"sort": "price", "allow_fallbacks": false}, "messages": []})";
    const RuleImport read = imported(body);
    QVERIFY(read.format == RuleFormat::OpenRouter);
    const Chain &chain = read.rules.otherwise.chain;
    QCOMPARE(targetsOf(chain),
             (QStringList{QStringLiteral("openrouter/a/one"), QStringLiteral("+openrouter/b/two")}));
    QCOMPARE(chain.targets.at(0).parameters.temperature, std::optional(0.5));
    QCOMPARE(lossPaths(read.losses), QStringList{QStringLiteral("messages")});
    const Result<RuleExport> written = exportRules(read.rules, RuleFormat::OpenRouter, presetAccounts());
    QVERIFY(written);
    QJsonObject expected = QJsonDocument::fromJson(body).object();
    expected.remove(QLatin1StringView("messages"));
    QCOMPARE(QJsonDocument::fromJson(written->text).object(), expected);
    QVERIFY2(written->losses.isEmpty(), qPrintable(lossPaths(written->losses).join(u' ')));
}

void OtherFormatsTest::waysThroughACloudflareRouteBecomeRules()
{
    const RuleImport read = imported(R"({"id": "7", "name": "plans", "elements": [
        {"id": "s", "type": "start", "outputs": {"next": {"elementId": "c"}}},
        {"id": "c", "type": "conditional", "properties": {"conditions": {"metadata.plan": {"$eq": "free"}}},
         "outputs": {"true": {"elementId": "p"}, "false": {"elementId": "r"}}},
        {"id": "p", "type": "percentage", "outputs": {"10%": {"elementId": "m1"}, "else": {"elementId": "m2"}}},
        {"id": "r", "type": "rate", "properties": {"key": "k", "limit": 5, "limitType": "count", "window": 60},
         "outputs": {"success": {"elementId": "m1"}, "fallback": {"elementId": "e"}}},
        {"id": "m1", "type": "model", "properties": {"provider": "openai", "model": "a", "retries": 2, "timeout": 3000},
         "outputs": {"success": {"elementId": "e"}, "fallback": {"elementId": "m3"}}},
        {"id": "m2", "type": "model", "properties": {"provider": "groq", "model": "b", "retries": 0, "timeout": 0},
         "outputs": {"success": {"elementId": "e"}, "fallback": {"elementId": "m3"}}},
        {"id": "m3", "type": "model", "properties": {"provider": "anthropic", "model": "c", "retries": 0, "timeout": 0},
         "outputs": {"success": {"elementId": "e"}, "fallback": {"elementId": "e"}}},
        {"id": "e", "type": "end", "outputs": {}}]})");
    QCOMPARE(read.rules.name, QStringLiteral("plans"));
    QCOMPARE(read.rules.rules.size(), 1);
    const Rule &freePlan = read.rules.rules.at(0);
    QVERIFY(freePlan.when == is(Field::Tag, {QStringLiteral("free")}, QStringLiteral("plan")));
    QCOMPARE(
        targetsOf(freePlan.chain),
        (QStringList{QStringLiteral("openai/a"), QStringLiteral("groq/b"), QStringLiteral("+anthropic/c")}));
    QCOMPARE(freePlan.chain.targets.at(0).weight, 10.0);
    QCOMPARE(freePlan.chain.targets.at(1).weight, 90.0);
    QCOMPARE(targetsOf(read.rules.otherwise.chain),
             (QStringList{QStringLiteral("openai/a"), QStringLiteral("+anthropic/c")}));
    QCOMPARE(read.rules.otherwise.chain.limits.retries, 2);
    QCOMPARE(read.rules.otherwise.chain.limits.firstToken.count(), 3000);
    QVERIFY(lossPaths(read.losses).contains(QStringLiteral("elements[3]")));
}

void OtherFormatsTest::bifrostRulesAreOrderedByPriority()
{
    const RuleImport read = imported(R"x({"governance": {"routing_rules": [
        {"name": "rest", "priority": 9, "cel_expression": "", "targets": [{"provider": "openai", "model": "a", "weight": 1}]},
        {"name": "second", "priority": 2, "cel_expression": "budget_used > 80", "targets": [{"provider": "groq", "model": "b"}]},
        {"name": "first", "id": "x1", "priority": 1, "cel_expression": "headers[\"tier\"] == \"gold\" && !model.contains(\"mini\")",
         "targets": [{"provider": "openai", "model": "a", "weight": 0.5}, {"provider": "gemini", "model": "c", "weight": 0.5}],
         "fallbacks": ["anthropic/d"]}]
}
})x");
    QCOMPARE(read.rules.rules.size(), 2);
    const Rule &first = read.rules.rules.at(0);
    QCOMPARE(first.name, QStringLiteral("first"));
    QVERIFY(first.when
            == allOf({is(Field::Tag, {QStringLiteral("gold")}, QStringLiteral("tier")),
                      notOf(testCondition(
                          {Field::RequestedModel, Operator::Contains, {}, {QStringLiteral("mini")}}))}));
    QCOMPARE(targetsOf(first.chain),
             (QStringList{QStringLiteral("openai/a"), QStringLiteral("google/c"),
                          QStringLiteral("+anthropic/d")}));
    QVERIFY(!read.rules.rules.at(1).on);
    QVERIFY(read.rules.rules.at(1).note.contains(QStringLiteral("budget_used > 80")));
    QCOMPARE(targetsOf(read.rules.otherwise.chain), QStringList{QStringLiteral("openai/a")});
    QCOMPARE(lossPaths(read.losses),
             QStringList{QStringLiteral("governance.routing_rules[1].cel_expression")});
}

void OtherFormatsTest::celIsReadAsFarAsRulesGo_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("known");
    const auto row = [](const char *expression, bool known) {
        QTest::newRow(expression) << QString::fromLatin1(expression) << known;
    };
    row("model == 'a'", true);
    row("model in [\"a\", \"b\"] || (model != \"c\" && true)", true);
    row("headers['x'].startsWith('a') && headers.y.endsWith('b')", true);
    row("\"x\" in headers && headers[\"x\"].matches(\"^a+$\")", true);
    row("!(model == \"a\")", true);
    row("headers[\"x\"].size() > 0", true);
    row("model", false);
    row("model ==", false);
    row("complexity_tier == \"SIMPLE\"", false);
    row("request.x > 3", false);
    row("model == \"a\" ? true : false", false);
    row("(model == \"a\"", false);
    row("model == \"a", false);
    row("model.size() > 3", false);
}

void OtherFormatsTest::celIsReadAsFarAsRulesGo()
{
    QFETCH(QString, expression);
    QFETCH(bool, known);
    const QJsonObject rule{{QStringLiteral("name"), QStringLiteral("r")},
                           {QStringLiteral("cel_expression"), expression},
                           {QStringLiteral("targets"),
                            QJsonArray{QJsonObject{{QStringLiteral("provider"), QStringLiteral("openai")},
                                                   {QStringLiteral("model"), QStringLiteral("m")}}}}};
    const QJsonObject document{{QStringLiteral("routing_rules"), QJsonArray{rule}}};
    const RuleImport read = imported(QJsonDocument(document).toJson());
    QCOMPARE(read.rules.rules.first().on, known);
    QCOMPARE(lossPaths(read.losses).contains(QStringLiteral("routing_rules[0].cel_expression")), !known);
}

void OtherFormatsTest::badFilesNameThePlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *text, const char *place) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(place);
    };
    row("YAML that is none", "model_list:\n  - a: [1\nb: 2\n", "Line 3");
    row("an empty list", "model_list: []\n", "model_list: ");
    row("a list that is none", "model_list: 3\n", "model_list: ");
    row("a model without parameters", "model_list:\n- model_name: a\n", "model_list[0].litellm_params");
    row("a text for a number", "model_list:\n- model_name: a\n  litellm_params: {model: m, weight: much}\n",
        "model_list[0].litellm_params.weight");
    row("fallbacks of another form",
        "model_list:\n- model_name: a\n  litellm_params: {model: m}\nrouter_settings: "
        "{fallbacks: [{a: b}]}\n",
        "router_settings.fallbacks[0].a");
    row("a mode that is unknown", R"({"strategy": {"mode": "magic"}, "targets": []})", "strategy.mode");
    row("a target that is not there",
        R"({"strategy": {"mode": "conditional", "conditions": [{"query": {}, "then": "x"}]}, "targets": []})",
        "strategy.conditions[0].then");
    row("an unknown mode of a target that a condition names",
        R"({"strategy": {"mode": "conditional", "conditions": [{"query": {}, "then": "x"}]},
            "targets": [{"name": "y"}, {"name": "x", "strategy": {"mode": "magic"}}]})",
        "targets[1].strategy.mode");
    row("models that are no list", R"({"models": [3]})", "models[0]");
    row("no start", R"({"elements": []})", "elements");
    row("a way to nowhere",
        R"({"elements": [{"id": "s", "type": "start", "outputs": {"next": {"elementId": "x"}}}]})",
        "elements[0].outputs.next");
    row("a way in a circle",
        R"({"elements": [{"id": "s", "type": "start", "outputs": {"next": {"elementId": "m"}}},
        {"id": "m", "type": "model", "properties": {"provider": "openai", "model": "a"},
         "outputs": {"fallback": {"elementId": "m"}}}]})",
        "elements[1]");
    row("a rule that is none", R"({"routing_rules": [7]})", "routing_rules[0]");
    row("no rules", R"({"governance": {"routing_rules": []}})", "governance.routing_rules");
}

void OtherFormatsTest::badFilesNameThePlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    const Result<RuleImport> read = importRules(text, QStringLiteral("a set"));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(read.error().message.startsWith(place), qPrintable(read.error().message));
}

void OtherFormatsTest::whatIsWrittenComesBack_data()
{
    formatColumns();
}

void OtherFormatsTest::whatIsWrittenComesBack()
{
    QFETCH(int, format);
    const auto which = static_cast<RuleFormat>(format);
    const RuleSet rules = plainSet();
    const Result<RuleExport> written = exportRules(rules, which, presetAccounts());
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    const RuleImport read = imported(written->text);
    QVERIFY(read.format == which);
    if (which == RuleFormat::OpenRouter) {
        QVERIFY(lossPaths(written->losses).contains(QStringLiteral("rules[0]")));
        QCOMPARE(targetsOf(read.rules.otherwise.chain),
                 (QStringList{QStringLiteral("openrouter/openai/gpt-x"),
                              QStringLiteral("+openrouter/deepseek/chat")}));
        return;
    }
    QCOMPARE(read.rules.rules.size(), 1);
    const Rule &rule = read.rules.rules.first();
    QVERIFY(rule.when == rules.rules.first().when);
    QVERIFY(rule.chain.pick == PickOrder::Weighted);
    QVERIFY(rule.chain.limits.fallbackOnRefusal);
    // Bifrost has no name for DeepSeek, whose account is then named as it is.
    QCOMPARE(targetsOf(read.rules.otherwise.chain), targetsOf(rules.otherwise.chain));
    QStringList back = targetsOf(rule.chain);
    QStringList sent = targetsOf(rules.rules.first().chain);
    back.sort();
    sent.sort();
    QCOMPARE(back, sent);
    double share = 0.0;
    double all = 0.0;
    for (const ChainTarget &target : rule.chain.targets) {
        all += target.weight;
        share += target.name.account == QLatin1StringView("openai") ? target.weight : 0.0;
    }
    QCOMPARE(share / all, 0.75);
}

void OtherFormatsTest::whatCannotBeSaidIsListed_data()
{
    formatColumns();
}

void OtherFormatsTest::whatCannotBeSaidIsListed()
{
    QFETCH(int, format);
    RuleSet rules = plainSet();
    Rule longPrompt = rules.rules.first();
    longPrompt.name = QStringLiteral("long");
    Test tokens{Field::PromptTokens, Operator::MoreThan};
    tokens.number = 4000;
    longPrompt.when = testCondition(tokens);
    rules.rules.append(longPrompt);
    Rule off = rules.rules.first();
    off.on = false;
    rules.rules.append(off);
    rules.otherwise.chain.limits.commit = Commit::Complete;
    rules.otherwise.chain.limits.attempts = 2;
    const Result<RuleExport> written = exportRules(rules, static_cast<RuleFormat>(format), presetAccounts());
    QVERIFY(written);
    const QStringList paths = lossPaths(written->losses);
    QVERIFY(paths.contains(QStringLiteral("rules[1].when")) || paths.contains(QStringLiteral("rules[1]")));
    QVERIFY(paths.contains(QStringLiteral("rules[2]")));
    QVERIFY(paths.contains(QStringLiteral("default.chain.limits")));
    for (const FormatLoss &loss : written->losses)
        QVERIFY2(loss.what.endsWith(u'.') && !loss.what.contains(u'%'), qPrintable(loss.what));
}

void OtherFormatsTest::aConditionOnABudgetIsALoss_data()
{
    formatColumns();
    for (const RuleFormat format : {RuleFormat::JavaScript, RuleFormat::Python, RuleFormat::Curl})
        QTest::newRow(qPrintable(ruleFormatName(format))) << static_cast<int>(format);
}

void OtherFormatsTest::aConditionOnABudgetIsALoss()
{
    QFETCH(int, format);
    RuleSet rules = plainSet();
    const Test used{
        .field = Field::Budget, .op = Operator::AtLeast, .key = QStringLiteral("team"), .number = 80.0};
    rules.rules.first().when = testCondition(used);
    const Result<RuleExport> written = exportRules(rules, static_cast<RuleFormat>(format), presetAccounts());
    QVERIFY(written);
    const QStringList paths = lossPaths(written->losses);
    QVERIFY2(paths.contains(QStringLiteral("rules[0].when")) || paths.contains(QStringLiteral("rules[0]")),
             qPrintable(paths.join(u' ')));
}

void OtherFormatsTest::anAccountThatIsNotThereEndsTheExport_data()
{
    formatColumns();
    for (const RuleFormat format : {RuleFormat::JavaScript, RuleFormat::Python, RuleFormat::Curl})
        QTest::newRow(qPrintable(ruleFormatName(format))) << static_cast<int>(format);
}

void OtherFormatsTest::anAccountThatIsNotThereEndsTheExport()
{
    QFETCH(int, format);
    RuleSet rules = plainSet();
    rules.otherwise.chain.targets = {model("gone/m")};
    const Result<RuleExport> written = exportRules(rules, static_cast<RuleFormat>(format), presetAccounts());
    QVERIFY(!written);
    QVERIFY(written.error().message.contains(QStringLiteral("gone")));
}

SWITCHYARD_TEST(OtherFormatsTest)
#include "tst_otherformats.moc"
