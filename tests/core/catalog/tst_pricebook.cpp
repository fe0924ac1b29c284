#include "core/accounts/accountstore.h"
#include "core/catalog/modeldirectory.h"
#include "core/catalog/modellisting.h"
#include "core/catalog/pricebook.h"
#include "tests/core/accounts/ledgerfixture.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testunit.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::await;

namespace {

// 2026-11-22 12:00 UTC, a Sunday.
constexpr qint64 kNow = 1'795'348'800'000;

QString usdPerMillion(const std::optional<PriceList> &list)
{
    return list && list->base.input ? (*list->base.input * 1'000'000).toDecimal() : QStringLiteral("unknown");
}

AccountModel listed(const char *json)
{
    return readModelListing(QByteArray("[") + json + ']').value().first();
}

} // namespace

/// The price book and the directory over a real ledger, the real catalogue and the real presets.
class PriceBookTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void pricesComeFromTheFirstThatKnows_data();
    void pricesComeFromTheFirstThatKnows();
    void theMultiplierHoldsForEveryPartOfAListPrice();
    void aCustomAccountWaitsForConsent();
    void overridesWinAndSurvive();
    void overridesOfAnAccountBeatThoseForAll();
    void overridesThatMakeNoSenseAreRefused();
    void removingTheAccountRemovesItsOverrides();
    void aListingIsCompletedFromTheCatalogue();
    void withoutAListingTheCatalogueIsOffered_data();
    void withoutAListingTheCatalogueIsOffered();
    void theFixturesSayWhatBecameOfThem_data();
    void theFixturesSayWhatBecameOfThem();
    void typedModelsArePartOfTheDirectory();
    void theSimulatorIsNeverTakenForAVendor();
    void ownPricesHoldInTheirTimeAndTier();

private:
    qint64 numberOf(const char *sql) const;
    Account account(const char *preset, qint64 id = 1) const;
    PriceOverride price(std::optional<qint64> accountId, const char *input) const;

    const Presets m_presets = Presets::load();
    const ModelCatalog m_catalog = *ModelCatalog::load();
    test::FakeClock m_clock{kNow};
    std::unique_ptr<test::TemporaryLedger> m_ledger;
    std::unique_ptr<PriceOverrideStore> m_overrides;
    std::unique_ptr<PriceBook> m_book;
    std::unique_ptr<ModelListStore> m_lists;
    std::unique_ptr<ModelDirectory> m_directory;
};

void PriceBookTest::init()
{
    m_directory.reset();
    m_lists.reset();
    m_book.reset();
    m_overrides.reset();
    m_ledger = std::make_unique<test::TemporaryLedger>();
    m_overrides = std::make_unique<PriceOverrideStore>(m_ledger->database(), m_clock);
    m_book = std::make_unique<PriceBook>(m_catalog, m_presets, *m_overrides);
    m_lists = std::make_unique<ModelListStore>(m_ledger->database(), m_clock);
    m_directory = std::make_unique<ModelDirectory>(*m_lists, m_catalog, m_presets, *m_book, m_clock);
    // Two accounts that overrides and lists can belong to.
    AccountStore accounts(m_ledger->database());
    for (const char *name : {"first", "second"}) {
        Account stored = account("custom");
        stored.name = QString::fromLatin1(name);
        QVERIFY(await(accounts.add(stored)));
    }
}

Account PriceBookTest::account(const char *preset, qint64 id) const
{
    Account account;
    account.id = id;
    account.name = QStringLiteral("mine");
    account.presetId = QString::fromLatin1(preset);
    const Preset *const known = m_presets.find(account.presetId);
    account.baseUrl = known && !known->baseUrl.isEmpty() ? known->baseUrl
                                                         : QUrl(QStringLiteral("https://llm.example.com/v1"));
    return account;
}

PriceOverride PriceBookTest::price(std::optional<qint64> accountId, const char *input) const
{
    PriceOverride override;
    override.accountId = accountId;
    override.model = QStringLiteral("gpt-4o");
    override.prices.input = Money::fromDecimal(QString::fromLatin1(input))->scaled(1, 1'000'000);
    return override;
}

void PriceBookTest::pricesComeFromTheFirstThatKnows_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("listing");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("source");
    const auto row = [](const char *name, const char *preset, const char *model, const char *listing,
                        const char *expected, const char *source) {
        QTest::newRow(name) << QString::fromLatin1(preset) << QString::fromLatin1(model)
                            << QString::fromLatin1(listing) << QString::fromLatin1(expected)
                            << QString::fromLatin1(source);
    };
    row("a vendor's own account", "openai", "gpt-4o", "", "2.5", "OpenAI list price");
    row("a dated id", "openai", "gpt-4o-mini-2024-07-18", "", "0.15", "OpenAI list price");
    row("a reseller with a price list of its own", "groq", "openai/gpt-oss-120b", "", "0.15",
        "Groq list price");
    row("another vendor's model at a vendor", "openai", "qwen-plus", "", "unknown", "");
    row("a resold model by its plain id", "tokenbay", "gpt-4o", "", "2.5", "OpenAI list price via TokenBay");
    row("a resold model of Qwen", "tokenbay", "qwen-plus", "", "0.4", "Qwen list price via TokenBay");
    row("a resold model with its vendor before it", "openrouter", "openai/gpt-4o", "", "2.5",
        "OpenAI list price via OpenRouter");
    row("the account's own listing", "openrouter", "openai/gpt-4o",
        R"({"prompt": "0.000002", "completion": "0.000008"})", "2", "Model list of mine");
    row("a free variant has no list price", "openrouter", "openai/gpt-4o:free", "", "unknown", "");
    row("a free variant by the account's listing", "openrouter", "openai/gpt-4o:free",
        R"({"prompt": "0", "completion": "0"})", "0", "Model list of mine");
    row("a listing without a price", "tokenbay", "gpt-4o", R"({"prompt": "-1", "completion": "-1"})", "2.5",
        "OpenAI list price via TokenBay");
    row("a local server", "ollama", "llama3.2:3b", "", "0", "Free of charge on your own machine");
    row("a custom account", "custom", "gpt-4o", "", "unknown", "");
    row("a custom account that lists prices", "custom", "gpt-4o",
        R"({"prompt": "0.000002", "completion": "0.000008"})", "2", "Model list of mine");
    row("an unknown preset", "nobody", "gpt-4o", "", "unknown", "");
    row("an unknown model", "tokenbay", "nobody-9b", "", "unknown", "");
}

void PriceBookTest::pricesComeFromTheFirstThatKnows()
{
    QFETCH(QString, preset);
    QFETCH(QString, model);
    QFETCH(QString, listing);
    QFETCH(QString, expected);
    QFETCH(QString, source);
    std::optional<ModelInfo> info;
    if (!listing.isEmpty())
        info = modelInfoFromListing(
            listed(QByteArray("{\"id\": \"x\", \"pricing\": " + listing.toUtf8() + "}").constData()));
    const std::optional<PriceList> price =
        m_book->priceOf(account(preset.toLatin1().constData()), model, info, kNow);
    QCOMPARE(usdPerMillion(price), expected);
    QCOMPARE(price ? price->sourceText : QString(), source);
    if (price)
        QVERIFY(QDate::fromString(price->version, Qt::ISODate).isValid());
}

void PriceBookTest::theMultiplierHoldsForEveryPartOfAListPrice()
{
    Account bay = account("tokenbay");
    bay.priceMultiplierMillionths = 800'000;
    const QString model = QStringLiteral("gemini-1.5-flash");
    const std::optional<PriceList> price = m_book->priceOf(bay, model, {}, kNow);
    QVERIFY(price);
    QCOMPARE(usdPerMillion(price), QStringLiteral("0.06"));
    QCOMPARE(price->tiers.first().prices.output,
             std::optional(Money::fromDecimal(u"0.6")->scaled(800'000, 1'000'000).scaled(1, 1'000'000)));
    QCOMPARE(price->sourceText, QStringLiteral("Google list price via TokenBay × 0.8"));
    // The account's own listing already is what it costs.
    const ModelInfo own =
        modelInfoFromListing(listed(R"({"id": "m", "pricing": {"prompt": "0.000001", "completion": "0"}})"));
    QCOMPARE(usdPerMillion(m_book->priceOf(bay, model, own, kNow)), QStringLiteral("1"));
}

void PriceBookTest::aCustomAccountWaitsForConsent()
{
    Account custom = account("custom");
    const QString model = QStringLiteral("gpt-4o");
    QVERIFY(!m_book->priceOf(custom, model, {}, kNow));
    const std::optional<PriceList> offer = m_book->offeredListPrice(custom, model, kNow);
    QCOMPARE(usdPerMillion(offer), QStringLiteral("2.5"));
    custom.acceptsListPrices = true;
    QCOMPARE(m_book->priceOf(custom, model, {}, kNow), offer);
    QCOMPARE(offer->sourceText, QStringLiteral("OpenAI list price via mine"));
    QVERIFY(!m_book->offeredListPrice(account("tokenbay"), model, kNow));
}

void PriceBookTest::overridesWinAndSurvive()
{
    PriceOverride own = price(1, "1.25");
    own.tiers = {PriceTier{128'000, true, own.prices}};
    own.prices.cacheWrite1h = Money::fromDecimal(u"0.000000000001");
    own.perRequest = Money::fromDecimal(u"0.002");
    const QSignalSpy changed(m_overrides.get(), &PriceOverrideStore::changed);
    QVERIFY(await(m_overrides->set(price(1, "9"))));
    QVERIFY(await(m_overrides->set(own)));
    QCOMPARE(changed.size(), 2);
    own.setAtMs = kNow;
    own.sourceDate = QDate(2026, 11, 22);
    own.id = QStringLiteral("own:2");
    QCOMPARE(m_overrides->all(), QList<PriceOverride>{own});

    PriceOverrideStore next(m_ledger->database(), m_clock);
    QVERIFY(next.load());
    QCOMPARE(next.all(), QList<PriceOverride>{own});
    const std::optional<PriceList> list =
        PriceBook(m_catalog, m_presets, next).priceOf(account("openai"), QStringLiteral("gpt-4o"), {}, kNow);
    QCOMPARE(usdPerMillion(list), QStringLiteral("1.25"));
    QCOMPARE(list->source, PriceSource::Override);
    QCOMPARE(list->version, QStringLiteral("2026-11-22"));
    QCOMPARE(list->tiers, own.tiers);
    QCOMPARE(list->id, own.id);
    // What it replaced stays, because attempts may name it.
    QCOMPARE(numberOf("SELECT count(*) FROM price_overrides WHERE replaced_at IS NOT NULL"), 1);

    QVERIFY(await(next.remove(1, QStringLiteral("gpt-4o"))));
    QVERIFY(next.all().isEmpty());
    QVERIFY(m_overrides->load());
    QVERIFY(m_overrides->all().isEmpty());
}

void PriceBookTest::overridesOfAnAccountBeatThoseForAll()
{
    QVERIFY(await(m_overrides->set(price(std::nullopt, "7"))));
    QVERIFY(await(m_overrides->set(price(2, "8"))));
    const QString model = QStringLiteral("gpt-4o");
    QCOMPARE(usdPerMillion(m_book->priceOf(account("openai", 1), model, {}, kNow)), QStringLiteral("7"));
    QCOMPARE(usdPerMillion(m_book->priceOf(account("openai", 2), model, {}, kNow)), QStringLiteral("8"));
    QVERIFY(await(m_overrides->set(price(std::nullopt, "6"))));
    QVERIFY(m_overrides->load());
    QCOMPARE(m_overrides->all().size(), 2);
    QVERIFY(await(m_overrides->remove(std::nullopt, model)));
    QCOMPARE(m_overrides->all().size(), 1);
}

void PriceBookTest::overridesThatMakeNoSenseAreRefused()
{
    PriceOverride empty;
    empty.model = QStringLiteral("gpt-4o");
    QCOMPARE(await(m_overrides->set(empty)).error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(await(m_overrides->set(price(1, "-1"))).error().kind, ErrorKind::InvalidRequest);
    PriceOverride nameless = price(1, "1");
    nameless.model.clear();
    QCOMPARE(await(m_overrides->set(nameless)).error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(await(m_overrides->set(price(99, "1"))).error().kind, ErrorKind::Storage);
    QVERIFY(m_overrides->all().isEmpty());
}

void PriceBookTest::removingTheAccountRemovesItsOverrides()
{
    QVERIFY(await(m_overrides->set(price(1, "1"))));
    AccountStore accounts(m_ledger->database());
    QVERIFY(accounts.load());
    QVERIFY(await(accounts.remove(1)));
    QVERIFY(m_overrides->load());
    QVERIFY(m_overrides->all().isEmpty());
}

void PriceBookTest::aListingIsCompletedFromTheCatalogue()
{
    QVERIFY(await(m_lists->replaceListed(
        1,
        readModelListing(
            R"([{"id": "gpt-4o"}, {"id": "nobody-9b"}, {"id": "gemini-1.5-flash", "context_length": 5}])")
            .value())));
    const QList<ModelInfo> models = m_directory->modelsOf(account("tokenbay"));
    QCOMPARE(models.size(), 3);
    QCOMPARE(models[0].displayName, QStringLiteral("GPT-4o"));
    QCOMPARE(models[0].vendor, QStringLiteral("openai"));
    QCOMPARE(models[0].contextWindow, std::optional<qint64>(128'000));
    QCOMPARE(models[0].takesImages, std::optional(true));
    QCOMPARE(usdPerMillion(models[0].prices), QStringLiteral("2.5"));
    QCOMPARE(models[1].id, QStringLiteral("nobody-9b"));
    QCOMPARE(models[1].status, ModelStatus::Unknown);
    QVERIFY(!models[1].prices);
    QCOMPARE(models[2].contextWindow, std::optional<qint64>(5));
    QCOMPARE(models[2].status, ModelStatus::Retired);
    QCOMPARE(m_directory->info(account("tokenbay"), QStringLiteral("gemini-1.5-flash")),
             std::optional(models[2]));
}

void PriceBookTest::withoutAListingTheCatalogueIsOffered_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("offered");
    QTest::newRow("a vendor's own models")
        << QStringLiteral("anthropic") << QStringLiteral("claude-sonnet-5") << true;
    QTest::newRow("not those of others") << QStringLiteral("anthropic") << QStringLiteral("gpt-4o") << false;
    QTest::newRow("an aggregator with plain ids")
        << QStringLiteral("tokenbay") << QStringLiteral("gpt-4o") << true;
    QTest::newRow("an aggregator whose ids are its own")
        << QStringLiteral("openrouter") << QStringLiteral("gpt-4o") << false;
    QTest::newRow("a local server") << QStringLiteral("ollama") << QStringLiteral("gpt-4o") << false;
    QTest::newRow("a custom account") << QStringLiteral("custom") << QStringLiteral("gpt-4o") << false;
}

void PriceBookTest::withoutAListingTheCatalogueIsOffered()
{
    QFETCH(QString, preset);
    QFETCH(QString, model);
    QFETCH(bool, offered);
    const QList<ModelInfo> models = m_directory->modelsOf(account(preset.toLatin1().constData()));
    const auto isIt = [&model](const ModelInfo &info) { return info.id == model; };
    QCOMPARE(std::any_of(models.cbegin(), models.cend(), isIt), offered);
    if (!models.isEmpty())
        QCOMPARE(models.first().status, ModelStatus::Active);
    const auto retired = [](const ModelInfo &info) { return info.status == ModelStatus::Retired; };
    const auto firstRetired = std::find_if(models.cbegin(), models.cend(), retired);
    QVERIFY(std::all_of(firstRetired, models.cend(), retired));
}

void PriceBookTest::theFixturesSayWhatBecameOfThem_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<ModelStatus>("status");
    QTest::addColumn<QString>("successor");
    QTest::newRow("gpt-4o-mini") << QStringLiteral("gpt-4o-mini") << ModelStatus::Active << QString();
    QTest::newRow("gpt-4o") << QStringLiteral("gpt-4o") << ModelStatus::Active << QString();
    QTest::newRow("qwen-plus") << QStringLiteral("qwen-plus") << ModelStatus::Active << QString();
    QTest::newRow("claude-3-5-sonnet") << QStringLiteral("claude-3-5-sonnet") << ModelStatus::Deprecated
                                       << QStringLiteral("claude-sonnet-5");
    QTest::newRow("gemini-1.5-flash")
        << QStringLiteral("gemini-1.5-flash") << ModelStatus::Retired << QStringLiteral("gemini-2.5-flash");
}

void PriceBookTest::theFixturesSayWhatBecameOfThem()
{
    QFETCH(QString, model);
    QFETCH(ModelStatus, status);
    QFETCH(QString, successor);
    const std::optional<ModelInfo> info = m_directory->info(account("tokenbay"), model);
    QVERIFY(info);
    QCOMPARE(info->id, model);
    QCOMPARE(info->status, status);
    QCOMPARE(info->successor, successor);
    QVERIFY(info->prices && info->prices->base.input && info->prices->base.output);
}

void PriceBookTest::typedModelsArePartOfTheDirectory()
{
    const Account openai = account("openai");
    const qsizetype before = m_directory->modelsOf(openai).size();
    QVERIFY(await(m_lists->addTyped(1, QStringLiteral("ft:gpt-4o:me"))));
    QVERIFY(await(m_lists->addTyped(1, QStringLiteral("gpt-4o"))));
    const QList<ModelInfo> models = m_directory->modelsOf(openai);
    QCOMPARE(models.size(), before + 1);
    QCOMPARE(models.last().id, QStringLiteral("ft:gpt-4o:me"));
    QVERIFY(m_directory->info(openai, QStringLiteral("ft:gpt-4o:me")));
    QVERIFY(!m_directory->info(openai, QStringLiteral("nobody-9b")));
    QCOMPARE(m_directory->describe(openai, QStringLiteral("nobody-9b")).id, QStringLiteral("nobody-9b"));
}

void PriceBookTest::theSimulatorIsNeverTakenForAVendor()
{
    Account demo = account("custom", kDemoAccountId);
    demo.simulated = true;
    demo.acceptsListPrices = true;
    QVERIFY(await(m_lists->replaceListed(
        kDemoAccountId,
        readModelListing(
            R"([{"id": "gpt-4o"}, {"id": "swift", "pricing": {"prompt": "0.000001", "completion": "0.000002"}}])")
            .value())));
    const QList<ModelInfo> models = m_directory->modelsOf(demo);
    QCOMPARE(models[0].vendor, QString());
    QVERIFY(!models[0].prices);
    QCOMPARE(usdPerMillion(models[1].prices), QStringLiteral("1"));
}

qint64 PriceBookTest::numberOf(const char *sql) const
{
    return await(m_ledger->database().read(
                     [sql](Connection &connection) { return connection.integer(QString::fromLatin1(sql)); }))
        .valueOr(-1);
}

void PriceBookTest::ownPricesHoldInTheirTimeAndTier()
{
    PriceOverride always = price(std::nullopt, "5");
    PriceOverride winter = price(std::nullopt, "4");
    winter.validFromMs = QDate(2026, 12, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
    PriceOverride flex = price(std::nullopt, "2.5");
    flex.serviceTier = QStringLiteral("flex");
    PriceOverride family = price(std::nullopt, "9");
    family.model = QStringLiteral("gpt-");
    family.match = PriceMatch::Prefix;
    for (const PriceOverride &own : {always, winter, flex, family})
        QVERIFY(await(m_overrides->set(own)));
    QCOMPARE(m_overrides->all().size(), 4);
    QVERIFY(m_overrides->load());
    const Account first = account("openai");
    const std::optional<PriceList> now = m_book->priceOf(first, QStringLiteral("gpt-4o"), {}, kNow);
    QCOMPARE(usdPerMillion(now), QStringLiteral("5"));
    QCOMPARE(now->services.size(), 1);
    QCOMPARE(now->services.first().service, QStringLiteral("flex"));
    QCOMPARE(usdPerMillion(m_book->priceOf(first, QStringLiteral("gpt-4o"), {}, *winter.validFromMs)),
             QStringLiteral("4"));
    QCOMPARE(usdPerMillion(m_book->priceOf(first, QStringLiteral("gpt-5-mini"), {}, kNow)),
             QStringLiteral("9"));
}

SWITCHYARD_TEST(PriceBookTest)

#include "tst_pricebook.moc"
