#include "core/ruleformats/exportcontext.h"

#include "core/routing/rulesetjson.h"
#include "core/ruleformats/formattable.h"
#include "tests/core/ruleformats/formatsamples.h"
#include "tests/support/testunit.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace core;

/// Formats of rules: how they are told apart, and the own document, which loses nothing.
class RuleFormatsTest : public QObject
{
    Q_OBJECT

private slots:
    void namesAreThePublicOnes();
    void whatCanBeReadCanBeRecognised();
    void theOwnDocumentComesBackAsItWas();
    void aByteOrderMarkIsNoPartOfTheDocument();
    void theNameIsThatOfTheDocumentElseTheSuggestedOne();
    void unknownFieldsAreKeptAndListed();
    void whatIsNoRuleSetIsRefused_data();
    void whatIsNoRuleSetIsRefused();
    void filesGiveNames_data();
    void filesGiveNames();
    void accountsAreExportedWithTheVariableOfTheirKey_data();
    void accountsAreExportedWithTheVariableOfTheirKey();
    void anAccountThatIsNotThereIsNothing();
    void programsNameAllThatTheyCannotSay_data();
    void programsNameAllThatTheyCannotSay();
    void timesLeftToTheAccountAreThoseOfTheAccount();
};

namespace {

RuleSet sample()
{
    RuleSet rules;
    rules.name = QStringLiteral("three buckets");
    rules.note = QStringLiteral("What it is for.");
    Rule rule;
    rule.name = QStringLiteral("summaries");
    rule.when = allOf({testCondition({Field::Task, Operator::Is, {}, {QStringLiteral("summarize")}}),
                       notOf(testCondition({Field::Tag, Operator::Present, QStringLiteral("tier")}))});
    rule.chain.targets = {ChainTarget{{QStringLiteral("a"), QStringLiteral("m/with/slashes")}, {}, 0.25}};
    rule.chain.pick = PickOrder::Weighted;
    rule.chain.fallbacks = {
        Fallback{{{QStringLiteral("b"), QStringLiteral("n")}}, true, {ErrorKind::ContextLength}}};
    rule.chain.limits.attempts = 2;
    rule.unknown.insert(QStringLiteral("owner"), QStringLiteral("me"));
    rules.rules = {rule};
    rules.otherwise.chain.targets = {ChainTarget{{QStringLiteral("b"), QStringLiteral("n")}}};
    return rules;
}

QByteArray exported(const RuleSet &rules)
{
    const Result<RuleExport> written = exportRules(rules, RuleFormat::Json, {});
    return written ? written->text : written.error().message.toUtf8();
}

} // namespace

void RuleFormatsTest::namesAreThePublicOnes()
{
    // Those of `rules export --format`.
    const QStringList names{QStringLiteral("json"),       QStringLiteral("litellm"),
                            QStringLiteral("portkey"),    QStringLiteral("openrouter"),
                            QStringLiteral("cloudflare"), QStringLiteral("bifrost"),
                            QStringLiteral("typescript"), QStringLiteral("javascript"),
                            QStringLiteral("python"),     QStringLiteral("curl")};
    QSet<int> formats;
    for (const QString &name : names) {
        const std::optional<RuleFormat> format = ruleFormatFromName(name);
        QVERIFY2(format, qPrintable(name));
        QCOMPARE(ruleFormatName(*format), name);
        formats.insert(static_cast<int>(*format));
    }
    QCOMPARE(formats.size(), names.size());
    QCOMPARE(ruleFormatTable().size(), names.size());
    QVERIFY(!ruleFormatFromName(u"JSON"));
    QVERIFY(!ruleFormatFromName(u""));
    QCOMPARE(exportRuleFormats().size(), exportRuleFormatNames().size());
    QVERIFY(exportRuleFormatNames().contains(QStringLiteral("json")));
}

void RuleFormatsTest::whatCanBeReadCanBeRecognised()
{
    for (const RuleFormatEntry &entry : ruleFormatTable())
        QCOMPARE(entry.read != nullptr, entry.recognises != nullptr);
}

void RuleFormatsTest::theOwnDocumentComesBackAsItWas()
{
    const Result<RuleExport> written = exportRules(sample(), RuleFormat::Json, {});
    QVERIFY(written);
    QCOMPARE(written->suffix, QStringLiteral("json"));
    QVERIFY(written->losses.isEmpty());
    const Result<RuleImport> read = importRules(written->text, QStringLiteral("suggested"));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QVERIFY(read->rules == sample());
    QVERIFY(read->format == RuleFormat::Json);
    QVERIFY(read->losses.isEmpty() && read->accounts.isEmpty());
    QCOMPARE(read->unknown, QStringList{QStringLiteral("rules[0].owner")});
}

void RuleFormatsTest::aByteOrderMarkIsNoPartOfTheDocument()
{
    const Result<RuleImport> read = importRules(QByteArray("\xEF\xBB\xBF") + exported(sample()), {});
    QVERIFY(read);
    QVERIFY(read->rules == sample());
}

void RuleFormatsTest::theNameIsThatOfTheDocumentElseTheSuggestedOne()
{
    QCOMPARE(importRules(exported(sample()), QStringLiteral("suggested"))->rules.name,
             QStringLiteral("three buckets"));
    RuleSet nameless = sample();
    nameless.name.clear();
    QCOMPARE(importRules(exported(nameless), QStringLiteral("suggested"))->rules.name,
             QStringLiteral("suggested"));
}

void RuleFormatsTest::unknownFieldsAreKeptAndListed()
{
    QJsonObject json = ruleSetToJson(sample());
    json.insert(QStringLiteral("colour"), QStringLiteral("green"));
    QJsonObject otherwise = json.value(QLatin1StringView("default")).toObject();
    QJsonObject chain = otherwise.value(QLatin1StringView("chain")).toObject();
    chain.insert(QStringLiteral("speed"), 3);
    otherwise.insert(QStringLiteral("chain"), chain);
    json.insert(QStringLiteral("default"), otherwise);
    const Result<RuleImport> read = importRules(QJsonDocument(json).toJson(), {});
    QVERIFY(read);
    QVERIFY(read->unknown.contains(QStringLiteral("colour")));
    QCOMPARE(read->rules.unknown.value(QLatin1StringView("colour")).toString(), QStringLiteral("green"));
    QVERIFY(read->unknown.contains(QStringLiteral("default.chain.speed")));
    QCOMPARE(read->rules.otherwise.chain.unknown.value(QLatin1StringView("speed")).toInt(), 3);
    QCOMPARE(read->losses.size(), 0);
}

void RuleFormatsTest::whatIsNoRuleSetIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("white space") << QByteArray(" \n\t") << QStringLiteral("empty");
    QTest::newRow("prose") << QByteArray("Dear reader") << QStringLiteral("json");
    QTest::newRow("another document") << QByteArray("{\"a\": 1}") << QStringLiteral("known format");
    QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("known format");
    QTest::newRow("bytes") << QByteArray("\x00\xff\x12", 3) << QStringLiteral("known format");
    QTest::newRow("a cut document") << QByteArray("{\"schema\": 1,\n  \"rules\": [") << QStringLiteral("2");
    QTest::newRow("a wrong member") << QByteArray(R"({"schema": 1, "rules": 3, "default": {}})")
                                    << QStringLiteral("rules");
}

void RuleFormatsTest::whatIsNoRuleSetIsRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const Result<RuleImport> read = importRules(text, QStringLiteral("suggested"));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
}

void RuleFormatsTest::filesGiveNames_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *file, const char *name) {
        QTest::newRow(file) << QString::fromUtf8(file) << QString::fromUtf8(name);
    };
    row("rules.json", "rules");
    row("/some/where/my rules.json", "my rules");
    row("portkey.config.json", "portkey.config");
    row("a+b (copy).yaml", "a b copy");
    row("regeln für später.json", "regeln für später");
    row("???.json", "imported");
    row(".json", "imported");
    QTest::newRow("a long one") << QString(QString(80, u'x') + QStringLiteral(".json")) << QString(60, u'x');
}

void RuleFormatsTest::filesGiveNames()
{
    QFETCH(QString, file);
    QFETCH(QString, name);
    QCOMPARE(ruleSetNameOfFile(file), name);
    QVERIFY(isRuleSetName(ruleSetNameOfFile(file)));
}

void RuleFormatsTest::accountsAreExportedWithTheVariableOfTheirKey_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("preset");
    QTest::addColumn<int>("store");
    QTest::addColumn<QString>("variable");
    const auto row = [](const char *title, const char *name, const char *preset, KeyStore store,
                        const char *variable) {
        QTest::newRow(title) << QString::fromUtf8(name) << QString::fromLatin1(preset)
                             << static_cast<int>(store) << QString::fromLatin1(variable);
    };
    row("a variable of its own", "mine", "openai", KeyStore::Environment, "MY_OWN_KEY");
    row("a key in the keychain of a known provider", "mine", "openai", KeyStore::Keychain, "OPENAI_API_KEY");
    row("a key in the keychain of another", "My gateway (EU)", "custom", KeyStore::Keychain,
        "MY_GATEWAY_EU_API_KEY");
    row("a name that begins with a digit", "42", "custom", KeyStore::Session, "ACCOUNT_42_API_KEY");
    row("a name without plain letters", "模型", "custom", KeyStore::Keychain, "ACCOUNT_API_KEY");
    row("no key", "local", "custom", KeyStore::None, "");
}

void RuleFormatsTest::accountsAreExportedWithTheVariableOfTheirKey()
{
    QFETCH(QString, name);
    QFETCH(QString, preset);
    QFETCH(int, store);
    QFETCH(QString, variable);
    Account account;
    account.name = name;
    account.presetId = preset;
    account.baseUrl = QUrl(QStringLiteral("https://example.org/v1"));
    account.keyStore = static_cast<KeyStore>(store);
    if (account.keyStore == KeyStore::Environment)
        account.keyVariable = QStringLiteral("MY_OWN_KEY");
    account.headers = {{"X-Team", "blue"}};
    const Presets presets = Presets::load();
    const ExportContext context = exportContextOf({account}, presets);
    const std::optional<ExportAccount> known = context.account(name);
    QVERIFY(known);
    QCOMPARE(known->keyVariable, variable);
    QCOMPARE(known->baseUrl, account.baseUrl);
    QCOMPARE(known->headers, account.headers);
    QVERIFY(variable.isEmpty() || isVariableName(known->keyVariable));
    if (const Preset *facts = presets.find(preset))
        QVERIFY(known->dialect == dialectOf(*facts));
}

void RuleFormatsTest::anAccountThatIsNotThereIsNothing()
{
    const ExportContext context = exportContextOf({}, Presets::load());
    QVERIFY(!context.account(QStringLiteral("gone")));
}

void RuleFormatsTest::programsNameAllThatTheyCannotSay_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("onlyShell");
    const auto row = [](const char *name, const char *rule, const char *path, bool onlyShell = false) {
        QTest::newRow(name) << QByteArray(rule) << QString::fromLatin1(path) << onlyShell;
    };
    row("a commit at the first token", R"("chain": {"targets": [{"target": "openai/a"}]})",
        "rules[0].chain.limits.commit");
    row("a commit after some tokens",
        R"("chain": {"targets": [{"target": "openai/a"}], "limits": {"commit": "tokens", "commit_tokens": 9}})",
        "rules[0].chain.limits.commit");
    row("a time to connect",
        R"("chain": {"targets": [{"target": "openai/a"}], "limits": {"commit": "complete", "connect_ms": 900}})",
        "rules[0].chain.limits.connect_ms");
    row("an order by price",
        R"("chain": {"pick": "cheapest", "targets": [{"target": "openai/a"}, {"target": "openai/b"}]})",
        "rules[0].chain.pick");
    row("a ceiling", R"("chain": {"price_ceiling_usd": "0.5", "targets": [{"target": "openai/a"}]})",
        "rules[0].chain.price_ceiling_usd");
    row("a rule that is off", R"("on": false, "chain": {"targets": [{"target": "openai/a"}]})", "rules[0]");
    row("a language",
        R"("when": {"field": "language", "op": "is", "values": ["de"]}, "chain": {"targets": [{"target": "openai/a"}]})",
        "rules[0].when");
    row("an error rate",
        R"("when": {"field": "error_rate", "op": "more_than", "key": "openai/a", "number": 0.5},
           "chain": {"targets": [{"target": "openai/a"}]})",
        "rules[0].when");
    row("what cools down, which a shell forgets",
        R"("when": {"field": "cooling_down", "op": "present", "key": "openai/a"},
           "chain": {"targets": [{"target": "openai/a"}]})",
        "rules[0].when", true);
    row("an expression that may run away",
        R"("when": {"field": "text", "op": "matches", "values": ["a+"]},
           "chain": {"targets": [{"target": "openai/a"}]})",
        "rules[0].when");
    row("the time and the connection of an account", R"("chain": {"targets": [{"target": "openai/a"}]})",
        "openai");
}

void RuleFormatsTest::programsNameAllThatTheyCannotSay()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const QString, path);
    QFETCH(const bool, onlyShell);
    const Result<RuleSet> rules =
        readRuleSet(R"({"schema": 1, "name": "x", "rules": [{"name": "r", )" + rule
                    + R"(}], "default": {"chain": {"targets": [{"target": "openai/a"}]}}})");
    QVERIFY2(rules, rules ? "" : qPrintable(rules.error().message));
    ExportContext context;
    context.account = [](const QString &name) {
        ExportAccount account{name};
        account.baseUrl = QUrl(QStringLiteral("https://example.org/v1"));
        account.timeouts.total = std::chrono::seconds(90);
        account.hasOwnConnection = true;
        return std::optional(account);
    };
    for (const RuleFormat format :
         {RuleFormat::TypeScript, RuleFormat::JavaScript, RuleFormat::Python, RuleFormat::Curl}) {
        const Result<RuleExport> written = exportRules(*rules, format, context);
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        const QStringList paths = samples::lossPaths(written->losses);
        const bool expected = !onlyShell || format == RuleFormat::Curl;
        QVERIFY2(paths.contains(path) == expected,
                 qPrintable(ruleFormatName(format) + QStringLiteral(": ") + paths.join(u' ')));
        // The program says it too.
        QVERIFY(!expected || QString::fromUtf8(written->text).contains(path + QStringLiteral(": ")));
    }
}

void RuleFormatsTest::timesLeftToTheAccountAreThoseOfTheAccount()
{
    Account account;
    account.name = QStringLiteral("mine");
    account.baseUrl = QUrl(QStringLiteral("https://example.org/v1"));
    account.timeouts.firstToken = std::chrono::milliseconds(41'000);
    account.timeouts.idle = std::chrono::milliseconds(42'000);
    account.caFile = QStringLiteral("/etc/own.pem");
    const ExportContext context = exportContextOf({account}, Presets::load());
    QVERIFY(context.account(account.name)->hasOwnConnection);
    RuleSet rules;
    rules.name = QStringLiteral("x");
    rules.otherwise.chain.targets = {ChainTarget{{account.name, QStringLiteral("m")}}};
    const Result<RuleExport> written = exportRules(rules, RuleFormat::JavaScript, context);
    QVERIFY(written);
    QVERIFY(written->text.contains("firstTokenMs: 41000"));
    QVERIFY(written->text.contains("idleMs: 42000"));
    QVERIFY(written->text.contains("firstTokenMs: 0"));
}

SWITCHYARD_TEST(RuleFormatsTest)
#include "tst_ruleformats.moc"
