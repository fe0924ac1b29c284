#include "core/exports/attemptscsv.h"
#include "core/exports/attemptsjsonl.h"
#include "core/exports/focuscsv.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace core;

/// One attempt in each format, its figures worked out by hand.
class ExportFormatsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyColumnOfTheCsvHasItsCell();
    void theCsvHasTheClassesOfTokensWithoutOverlap();
    void namesThatAreFormulasAreGuarded_data();
    void namesThatAreFormulasAreGuarded();
    void aLineOfJsonHasTheConventionsNames();
    void aLineOfJsonLeavesOutWhatNobodyKnows();
    void providersAreNamedAsTheConventionsDo_data();
    void providersAreNamedAsTheConventionsDo();
    void focusHasItsMandatoryColumns();
    void aChargeIsThatOfItsMonthAndSeconds();
    void anUnknownChargeIsEmptyAndNotZero();
    void aPriceHasOneSkuWhateverTheAnswerIsCalled();
    void anAccountWithoutARowIsKnownByItsName_data();
    void anAccountWithoutARowIsKnownByItsName();
    void anUnknownQuantityHasNoUnit();
    void aPriceInAnotherCurrencyIsBilledInIt();
    void aCostThatWasReportedIsInDollars();
    void whatCostNothingIsNoCharge_data();
    void whatCostNothingIsNoCharge();
    void noFormatTellsTexts();
};

namespace {

/// 1,000 tokens in, of them 300 read from the cache, 150 written to it (50 for an hour) and 40 audio; 200
/// out, of them 60 reasoning and 10 audio.
ExportedAttempt aWholeAttempt()
{
    ExportedAttempt exported;
    AttemptRecord &attempt = exported.attempt;
    attempt.id = 7;
    attempt.callId = 5;
    attempt.runId = 3;
    attempt.number = 2;
    attempt.accountName = QStringLiteral("work");
    attempt.model = QStringLiteral("gpt-4o");
    attempt.vendor = QStringLiteral("OpenAI");
    attempt.task = QStringLiteral("extract");
    attempt.source = QStringLiteral("cli");
    attempt.startedAtMs = 1'767'225'599'123; // 2025-12-31T23:59:59.123Z
    attempt.settledAtMs = 1'767'225'601'500;
    attempt.route = {QStringLiteral("daily"), 4, QStringLiteral("short"), {}};
    attempt.completion.status = LaneStatus::Complete;
    attempt.completion.finishReason = QStringLiteral("stop");
    attempt.completion.modelAnswered = QStringLiteral("gpt-4o-2024-08-06");
    attempt.completion.text = QStringLiteral("the-answers-text");
    attempt.completion.timing = {.firstText = 412.5, .last = 2204.0};
    Usage &usage = attempt.completion.usage;
    usage = {.input = 1'000, .cachedInput = 300, .cacheWrite = 150, .cacheWrite1h = 50, .output = 200};
    usage.reasoning = 60;
    usage.audioInput = 40;
    usage.audioOutput = 10;
    usage.basis = UsageBasis::Reported;
    usage.rawJson = "{\"prompt_tokens\":1000}";
    attempt.cost.amount = Money::fromDecimal(u"0.000564600001");
    attempt.cost.basis = CostBasis::Computed;
    attempt.cost.priceId = QStringLiteral("openai/gpt-4o");
    attempt.cost.priceVersion = QStringLiteral("2026-08-21");
    exported.accountId = 9;
    exported.queuedMs = 1.5;
    exported.preset = QStringLiteral("openai");
    exported.tags = "{\"team\":\"red\"}";
    return exported;
}

/// Cells by the name of their column; the records hold at most quoted cells without line ends.
QHash<QString, QString> cellsByName(const QString &head, const QString &record)
{
    QStringList cells;
    QString cell;
    bool quoted = false;
    for (qsizetype at = 0; at < record.size(); ++at) {
        const QChar c = record.at(at);
        if (c == u'"' && quoted && record.mid(at + 1, 1) == u"\"") {
            cell += c;
            ++at;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if ((c == u',' || c == u'\r') && !quoted) {
            cells.append(cell);
            cell.clear();
        } else if (c != u'\n' || quoted) {
            cell += c;
        }
    }
    const QStringList names = head.trimmed().split(u',');
    if (names.size() != cells.size())
        qFatal("%lld names for %lld cells", static_cast<long long>(names.size()),
               static_cast<long long>(cells.size()));
    QHash<QString, QString> byName;
    for (qsizetype at = 0; at < names.size(); ++at)
        byName.insert(names.at(at), cells.at(at));
    return byName;
}

QHash<QString, QString> csvCells(const ExportedAttempt &exported)
{
    return cellsByName(attemptsCsvHead(), attemptsCsvRecord(exported));
}

QHash<QString, QString> focusCells(const ExportedAttempt &exported)
{
    return cellsByName(focusCsvHead(), focusCsvRecord(exported));
}

QJsonObject jsonOf(const ExportedAttempt &exported)
{
    const QByteArray line = attemptsJsonLine(exported);
    if (line.count('\n') != 1 || !line.endsWith('\n'))
        qFatal("not one line: %s", line.constData());
    return QJsonDocument::fromJson(line).object();
}

} // namespace

void ExportFormatsTest::everyColumnOfTheCsvHasItsCell()
{
    const QHash<QString, QString> cells = csvCells(aWholeAttempt());
    const std::pair<const char *, const char *> expected[] = {
        {"attempt_id", "7"},
        {"call_id", "5"},
        {"run_id", "3"},
        {"number", "2"},
        {"started_at", "2025-12-31T23:59:59.123Z"},
        {"settled_at", "2026-01-01T00:00:01.500Z"},
        {"account", "work"},
        {"model", "gpt-4o"},
        {"model_answered", "gpt-4o-2024-08-06"},
        {"tags", "{\"team\":\"red\"}"},
        {"rule_set", "daily"},
        {"rule_set_version", "4"},
        {"rule", "short"},
        {"status", "complete"},
        {"error_kind", ""},
        {"queued_ms", "1.5"},
        {"first_text_ms", "412.5"},
        {"connected_ms", ""},
        {"usage_basis", "reported"},
        {"cost_usd", "0.000564600001"},
        {"cost_basis", "computed"},
        {"cost_lower_usd", ""},
        {"price_id", "openai/gpt-4o"},
        {"price_version", "2026-08-21"},
    };
    for (const auto &[name, cell] : expected)
        QCOMPARE(cells.value(QString::fromLatin1(name)), QString::fromLatin1(cell));
}

void ExportFormatsTest::theCsvHasTheClassesOfTokensWithoutOverlap()
{
    const QHash<QString, QString> cells = csvCells(aWholeAttempt());
    const auto tokens = [&cells](const char *name) { return cells.value(QString::fromLatin1(name)).toInt(); };
    QCOMPARE(tokens("uncached_input_tokens"), 1'000 - 300 - 150 - 40);
    QCOMPARE(tokens("cached_input_tokens"), 300);
    QCOMPARE(tokens("cache_write_5min_tokens"), 100);
    QCOMPARE(tokens("cache_write_1h_tokens"), 50);
    QCOMPARE(tokens("audio_input_tokens"), 40);
    QCOMPARE(tokens("visible_output_tokens"), 200 - 60 - 10);
    QCOMPARE(tokens("reasoning_tokens"), 60);
    QCOMPARE(tokens("audio_output_tokens"), 10);

    ExportedAttempt unknown = aWholeAttempt();
    unknown.attempt.completion.usage = {};
    for (const char *name : {"input_tokens", "uncached_input_tokens", "visible_output_tokens"})
        QCOMPARE(csvCells(unknown).value(QString::fromLatin1(name)), QString());
}

void ExportFormatsTest::namesThatAreFormulasAreGuarded_data()
{
    QTest::addColumn<QString>("model");
    for (const char *model : {"=HYPERLINK(1)", "+1", "-1", "@SUM(A1)"})
        QTest::newRow(model) << QString::fromLatin1(model);
}

void ExportFormatsTest::namesThatAreFormulasAreGuarded()
{
    QFETCH(QString, model);
    ExportedAttempt exported = aWholeAttempt();
    exported.attempt.model = model;
    QCOMPARE(csvCells(exported).value(QStringLiteral("model")), QString(u'\'' + model));
    QCOMPARE(focusCells(exported).value(QStringLiteral("ResourceName")), QString(u'\'' + model));
}

void ExportFormatsTest::aLineOfJsonHasTheConventionsNames()
{
    const QJsonObject json = jsonOf(aWholeAttempt());
    const std::pair<const char *, QJsonValue> expected[] = {
        {"timestamp", QStringLiteral("2025-12-31T23:59:59.123Z")},
        {"gen_ai.operation.name", QStringLiteral("chat")},
        {"gen_ai.provider.name", QStringLiteral("openai")},
        {"gen_ai.request.model", QStringLiteral("gpt-4o")},
        {"gen_ai.response.model", QStringLiteral("gpt-4o-2024-08-06")},
        {"gen_ai.response.finish_reasons", QJsonArray{QStringLiteral("stop")}},
        {"gen_ai.response.time_to_first_chunk", 0.4125},
        {"gen_ai.client.operation.duration", 2.204},
        {"gen_ai.usage.input_tokens", 1'000},
        {"gen_ai.usage.cache_read.input_tokens", 300},
        {"gen_ai.usage.cache_creation.input_tokens", 150},
        {"gen_ai.usage.output_tokens", 200},
        {"gen_ai.usage.reasoning.output_tokens", 60},
        {"switchyard.attempt.id", 7},
        {"switchyard.queued_ms", 1.5},
        {"switchyard.account", QStringLiteral("work")},
        {"switchyard.rule", QStringLiteral("short")},
        {"switchyard.tags", QJsonObject{{QStringLiteral("team"), QStringLiteral("red")}}},
        {"switchyard.usage.raw", QJsonObject{{QStringLiteral("prompt_tokens"), 1'000}}},
        {"switchyard.cost.usd", QStringLiteral("0.000564600001")},
        {"switchyard.cost.basis", QStringLiteral("computed")},
    };
    for (const auto &[name, value] : expected)
        QVERIFY2(json.value(QLatin1StringView(name)) == value, name);
    QVERIFY(!json.contains(QLatin1StringView("error.type")));
}

void ExportFormatsTest::aLineOfJsonLeavesOutWhatNobodyKnows()
{
    ExportedAttempt exported = aWholeAttempt();
    exported.preset = QStringLiteral("custom");
    AttemptRecord &attempt = exported.attempt;
    attempt.cost = {};
    attempt.route = {};
    attempt.completion = {};
    attempt.completion.status = LaneStatus::Failed;
    attempt.completion.error = Error{ErrorKind::RateLimited, QStringLiteral("Slow down"), 429};
    const QJsonObject json = jsonOf(exported);
    QVERIFY(json.value(QLatin1StringView("switchyard.cost.usd")).isNull());
    QCOMPARE(json.value(QLatin1StringView("switchyard.cost.basis")).toString(), QStringLiteral("unknown"));
    QCOMPARE(json.value(QLatin1StringView("error.type")).toString(), QStringLiteral("rate_limited"));
    QCOMPARE(json.value(QLatin1StringView("http.response.status_code")).toInt(), 429);
    for (const char *name :
         {"gen_ai.provider.name", "gen_ai.usage.input_tokens", "gen_ai.response.time_to_first_chunk",
          "gen_ai.response.finish_reasons", "switchyard.rule", "switchyard.usage.raw"})
        QVERIFY2(!json.contains(QLatin1StringView(name)), name);
}

void ExportFormatsTest::providersAreNamedAsTheConventionsDo_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QString>("provider");
    const auto add = [](const char *name, const char *preset, const char *provider) {
        QTest::newRow(name) << QString::fromLatin1(preset) << QString::fromLatin1(provider);
    };
    add("one that has the same name", "anthropic", "anthropic");
    add("Gemini by its own API", "google", "gcp.gemini");
    add("Mistral", "mistral", "mistral_ai");
    add("xAI", "xai", "x_ai");
    add("Moonshot", "moonshotai", "moonshot_ai");
    add("one that the conventions do not know", "openrouter", "openrouter");
    add("an endpoint of one's own", "custom", "");
    add("an account that is gone", "", "");
}

void ExportFormatsTest::providersAreNamedAsTheConventionsDo()
{
    QFETCH(QString, preset);
    QTEST(genAiProvider(preset), "provider");
}

void ExportFormatsTest::focusHasItsMandatoryColumns()
{
    const QStringList names = focusCsvHead().trimmed().split(u',');
    for (const char *name :
         {"BilledCost",        "BillingAccountId",   "BillingAccountName", "BillingCurrency",
          "BillingPeriodEnd",  "BillingPeriodStart", "ChargeCategory",     "ChargeClass",
          "ChargeDescription", "ChargePeriodEnd",    "ChargePeriodStart",  "ContractedCost",
          "EffectiveCost",     "InvoiceIssuerName",  "ListCost",           "PricingQuantity",
          "PricingUnit",       "ProviderName",       "PublisherName",      "ServiceCategory",
          "ServiceName",       "ServiceSubcategory"})
        QVERIFY2(names.contains(QString::fromLatin1(name)), name);
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
}

void ExportFormatsTest::aChargeIsThatOfItsMonthAndSeconds()
{
    const QHash<QString, QString> cells = focusCells(aWholeAttempt());
    const std::pair<const char *, const char *> expected[] = {
        {"BilledCost", "0.000564600001"},
        {"EffectiveCost", "0.000564600001"},
        {"ListCost", "0.000564600001"},
        {"ContractedCost", "0.000564600001"},
        {"BillingCurrency", "USD"},
        {"BillingPeriodStart", "2025-12-01T00:00:00Z"},
        {"BillingPeriodEnd", "2026-01-01T00:00:00Z"},
        {"ChargePeriodStart", "2025-12-31T23:59:59Z"},
        {"ChargePeriodEnd", "2026-01-01T00:00:02Z"},
        {"ChargeCategory", "Usage"},
        {"ChargeClass", ""},
        {"ChargeFrequency", "Usage-Based"},
        {"ConsumedQuantity", "1200"},
        {"ConsumedUnit", "Tokens"},
        {"BillingAccountId", "9"},
        {"BillingAccountName", "work"},
        {"ProviderName", "openai"},
        {"PublisherName", "OpenAI"},
        {"InvoiceIssuerName", "openai"},
        {"ServiceCategory", "AI and Machine Learning"},
        {"SkuId", "gpt-4o"},
        {"SkuPriceId", "openai/gpt-4o"},
        {"ResourceId", "work/gpt-4o"},
        {"Tags", "{\"team\":\"red\"}"},
        {"x_Rule", "daily/short"},
        {"x_ModelAnswered", "gpt-4o-2024-08-06"},
        {"x_UncachedInputTokens", "510"},
        {"x_CostUsd", "0.000564600001"},
    };
    for (const auto &[name, cell] : expected)
        QCOMPARE(cells.value(QString::fromLatin1(name)), QString::fromLatin1(cell));
}

void ExportFormatsTest::anUnknownChargeIsEmptyAndNotZero()
{
    ExportedAttempt exported = aWholeAttempt();
    exported.attempt.cost = {};
    exported.unpriced = true;
    const QHash<QString, QString> cells = focusCells(exported);
    for (const char *name : {"BilledCost", "EffectiveCost", "ListCost", "ContractedCost", "x_CostUsd"})
        QCOMPARE(cells.value(QString::fromLatin1(name)), QString());
    QCOMPARE(cells.value(QStringLiteral("x_CostBasis")), QStringLiteral("unknown"));
}

void ExportFormatsTest::aPriceHasOneSkuWhateverTheAnswerIsCalled()
{
    ExportedAttempt cutOff = aWholeAttempt();
    cutOff.attempt.completion.modelAnswered.clear();
    for (const char *name : {"SkuId", "SkuPriceId"})
        QCOMPARE(focusCells(cutOff).value(QString::fromLatin1(name)),
                 focusCells(aWholeAttempt()).value(QString::fromLatin1(name)));
}

void ExportFormatsTest::anAccountWithoutARowIsKnownByItsName_data()
{
    QTest::addColumn<qint64>("id");
    QTest::addColumn<QString>("billed");
    QTest::newRow("an account") << qint64(9) << QStringLiteral("9");
    QTest::newRow("one that an import names") << qint64(0) << QStringLiteral("work");
    QTest::newRow("the simulator") << qint64(-1) << QStringLiteral("work");
}

void ExportFormatsTest::anAccountWithoutARowIsKnownByItsName()
{
    QFETCH(qint64, id);
    ExportedAttempt exported = aWholeAttempt();
    exported.accountId = id;
    QTEST(focusCells(exported).value(QStringLiteral("BillingAccountId")), "billed");
}

void ExportFormatsTest::anUnknownQuantityHasNoUnit()
{
    ExportedAttempt exported = aWholeAttempt();
    exported.attempt.completion.usage.output.reset();
    const QHash<QString, QString> cells = focusCells(exported);
    for (const char *name : {"ConsumedQuantity", "ConsumedUnit", "PricingQuantity", "PricingUnit"})
        QCOMPARE(cells.value(QString::fromLatin1(name), QStringLiteral("no column")), QString());
    QCOMPARE(cells.value(QStringLiteral("BilledCost")), QStringLiteral("0.000564600001"));
}

void ExportFormatsTest::aPriceInAnotherCurrencyIsBilledInIt()
{
    ExportedAttempt exported = aWholeAttempt();
    exported.attempt.cost.currency = QStringLiteral("EUR");
    exported.attempt.cost.ownAmount = Money::fromDecimal(u"0.26");
    const QHash<QString, QString> cells = focusCells(exported);
    QCOMPARE(cells.value(QStringLiteral("BillingCurrency")), QStringLiteral("EUR"));
    QCOMPARE(cells.value(QStringLiteral("BilledCost")), QStringLiteral("0.26"));
    QCOMPARE(cells.value(QStringLiteral("x_CostUsd")), QStringLiteral("0.000564600001"));
    // Without a rate it is unknown in dollars, and yet a charge.
    exported.attempt.cost.amount = std::nullopt;
    QCOMPARE(focusCells(exported).value(QStringLiteral("BilledCost")), QStringLiteral("0.26"));
    QCOMPARE(focusCells(exported).value(QStringLiteral("x_CostUsd")), QString());
}

void ExportFormatsTest::aCostThatWasReportedIsInDollars()
{
    ExportedAttempt exported = aWholeAttempt();
    exported.attempt.cost.basis = CostBasis::Reported;
    exported.attempt.cost.currency = QStringLiteral("EUR");
    exported.attempt.cost.ownAmount = Money::fromDecimal(u"0.26");
    const QHash<QString, QString> cells = focusCells(exported);
    QCOMPARE(cells.value(QStringLiteral("BillingCurrency")), QStringLiteral("USD"));
    QCOMPARE(cells.value(QStringLiteral("BilledCost")), QStringLiteral("0.000564600001"));
}

void ExportFormatsTest::whatCostNothingIsNoCharge_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("cost");
    QTest::addColumn<bool>("unpriced");
    QTest::addColumn<bool>("charge");
    const auto add = [](const char *name, const char *status, const char *cost, bool unpriced, bool charge) {
        QTest::newRow(name) << QString::fromLatin1(status) << QString::fromLatin1(cost) << unpriced << charge;
    };
    add("a known cost", "complete", "0.5", false, true);
    add("an unknown cost", "complete", "", true, true);
    add("a model that costs nothing", "complete", "0", false, true);
    add("one cut short that may have cost something", "failed", "", true, true);
    add("a failure that was charged", "failed", "0.5", false, true);
    add("an HTTP error", "failed", "", false, false);
    add("one that never left", "failed", "0", false, false);
    add("one that is still open", "running", "", false, false);
}

void ExportFormatsTest::whatCostNothingIsNoCharge()
{
    QFETCH(QString, status);
    QFETCH(QString, cost);
    QFETCH(bool, unpriced);
    ExportedAttempt exported = aWholeAttempt();
    exported.attempt.completion.status = *laneStatusFromName(status);
    if (!isSettled(exported.attempt.completion.status))
        exported.attempt.settledAtMs = std::nullopt;
    exported.attempt.cost = {};
    exported.attempt.cost.amount = Money::fromDecimal(cost);
    exported.unpriced = unpriced;
    QTEST(!focusCsvRecord(exported).isEmpty(), "charge");
}

void ExportFormatsTest::noFormatTellsTexts()
{
    ExportedAttempt exported = aWholeAttempt();
    exported.attempt.completion.error = Error{ErrorKind::Auth, QStringLiteral("the-errors-words"), 401};
    for (const QByteArray &written : {attemptsCsvRecord(exported).toUtf8(), attemptsJsonLine(exported),
                                      focusCsvRecord(exported).toUtf8()}) {
        QVERIFY(!written.isEmpty());
        QVERIFY(!written.contains("the-answers-text"));
        QVERIFY(!written.contains("the-errors-words"));
    }
}

SWITCHYARD_TEST(ExportFormatsTest)
#include "tst_exportformats.moc"
