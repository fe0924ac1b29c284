#include "core/catalog/modelcatalog.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

QString picosText(const std::optional<Money> &price)
{
    return price ? (*price * 1'000'000).toDecimal() : QStringLiteral("unset");
}

qint64 utc(int year, int month, int day, int hour = 12)
{
    return QDateTime(QDate(year, month, day), QTime(hour, 0), Qt::UTC).toMSecsSinceEpoch();
}

} // namespace

class ModelCatalogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void saysWhereItsDataComesFrom();
    void everyPriceIsAWholeUnitAndSane();
    void theFixturesArePriced_data();
    void theFixturesArePriced();
    void findsModelsUnderTheirManyNames_data();
    void findsModelsUnderTheirManyNames();
    void retiredModelsNameTheirSuccessor();
    void datedPricesHoldFromTheirDay();
    void peakHoursCostMore_data();
    void peakHoursCostMore();
    void whatIsOnlyPublishedForTodayIsLeftUnsetAtOtherTimes();
    void tiersKnowWhichSideTheirThresholdIsOn();
    void namesVendors_data();
    void namesVendors();
    void brokenDataIsRefused_data();
    void brokenDataIsRefused();

private:
    std::optional<ModelCatalog> m_catalog;
};

void ModelCatalogTest::initTestCase()
{
    Result<ModelCatalog> catalog = ModelCatalog::load();
    QVERIFY2(catalog, catalog ? "" : qPrintable(catalog.error().message));
    m_catalog = *std::move(catalog);
}

void ModelCatalogTest::saysWhereItsDataComesFrom()
{
    QCOMPARE(m_catalog->version(), QStringLiteral("2026-09-23"));
    QVERIFY(m_catalog->sources().size() >= 5);
    QVERIFY(m_catalog->size() > 300);
}

void ModelCatalogTest::everyPriceIsAWholeUnitAndSane()
{
    const Money dearest = Money::fromPicos(Money::kPicosPerUsd / 1000); // 1,000 USD per million tokens
    qsizetype priced = 0;
    for (const char *seller :
         {"openai", "anthropic", "google", "alibaba", "deepseek", "mistral", "xai", "groq"}) {
        const QList<const CatalogEntry *> entries = m_catalog->entriesOf(QString::fromLatin1(seller));
        QVERIFY2(!entries.isEmpty(), seller);
        for (const CatalogEntry *entry : entries) {
            QCOMPARE(entry->seller, QString::fromLatin1(seller));
            if (!entry->prices.input)
                continue;
            ++priced;
            QVERIFY2(*entry->prices.input > Money() && *entry->prices.input < dearest,
                     qPrintable(entry->info.id));
            QCOMPARE(m_catalog->find(entry->seller, entry->info.id), entry);
        }
    }
    QVERIFY(priced > 150);
}

void ModelCatalogTest::theFixturesArePriced_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("output");
    QTest::addColumn<ModelStatus>("status");
    const auto row = [](const char *id, const char *vendor, const char *input, const char *output,
                        ModelStatus status) {
        QTest::newRow(id) << QString::fromLatin1(id) << QString::fromLatin1(vendor)
                          << QString::fromLatin1(input) << QString::fromLatin1(output) << status;
    };
    row("gpt-4o-mini", "openai", "0.15", "0.6", ModelStatus::Active);
    row("gpt-4o", "openai", "2.5", "10", ModelStatus::Active);
    row("qwen-plus", "alibaba", "0.4", "1.2", ModelStatus::Active);
    row("claude-3-5-sonnet", "anthropic", "3", "15", ModelStatus::Deprecated);
    row("gemini-1.5-flash", "google", "0.075", "0.3", ModelStatus::Retired);
}

void ModelCatalogTest::theFixturesArePriced()
{
    QFETCH(QString, id);
    QFETCH(QString, vendor);
    QFETCH(QString, input);
    QFETCH(QString, output);
    QFETCH(ModelStatus, status);
    const CatalogEntry *const entry = m_catalog->find({}, id);
    QVERIFY(entry);
    QCOMPARE(m_catalog->find(vendor, id), entry);
    const std::optional<PriceList> price = m_catalog->priceAt(*entry, utc(2026, 11, 22));
    QVERIFY(price);
    QCOMPARE(picosText(price->base.input), input);
    QCOMPARE(picosText(price->base.output), output);
    QCOMPARE(price->version, QStringLiteral("2026-09-23"));
    QCOMPARE(entry->info.status, status);
    QCOMPARE(entry->info.successor.isEmpty(), status == ModelStatus::Active);
}

void ModelCatalogTest::findsModelsUnderTheirManyNames_data()
{
    QTest::addColumn<QString>("seller");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *seller, const char *id, const char *found) {
        QTest::newRow(name) << QString::fromLatin1(seller) << QString::fromLatin1(id)
                            << QString::fromLatin1(found);
    };
    row("the id itself", "openai", "gpt-4o", "openai:gpt-4o");
    row("the id in capitals", "openai", "GPT-4o", "openai:gpt-4o");
    row("by vendor when no seller is known", "", "gpt-4o", "openai:gpt-4o");
    row("with the vendor before it", "", "openai/gpt-4o", "openai:gpt-4o");
    row("with OpenRouter's name of the vendor", "", "x-ai/grok-4.5", "xai:grok-4.5");
    row("with a dot for a dash", "", "anthropic/claude-3.5-sonnet", "anthropic:claude-3-5-sonnet-20241022");
    row("as Google lists it", "google", "models/gemini-2.5-flash", "google:gemini-2.5-flash");
    row("with a variant", "", "openai/gpt-4o:extended", "openai:gpt-4o");
    row("an alias", "anthropic", "claude-3-5-sonnet-latest", "anthropic:claude-3-5-sonnet-20241022");
    row("a date that is listed", "openai", "gpt-4o-2024-05-13", "openai:gpt-4o-2024-05-13");
    row("a date that is not listed", "openai", "gpt-4o-mini-2024-07-18", "openai:gpt-4o-mini");
    row("a revision that is not listed", "google", "gemini-1.5-flash-002", "google:gemini-1.5-flash");
    row("without the date", "anthropic", "claude-3-7-sonnet", "anthropic:claude-3-7-sonnet-20250219");
    row("another date of it", "anthropic", "claude-3-7-sonnet-20991231",
        "anthropic:claude-3-7-sonnet-20250219");
    row("Vertex's way to write a date", "", "claude-3-5-sonnet@20240620",
        "anthropic:claude-3-5-sonnet-20240620");
    row("the longest name wins", "openai", "gpt-4o-mini", "openai:gpt-4o-mini");
    row("a longer name is another model", "openai", "gpt-4o-mini-tts", "");
    row("a reseller's own price", "groq", "openai/gpt-oss-120b", "groq:openai/gpt-oss-120b");
    row("another vendor's model at this seller", "openai", "claude-sonnet-5", "");
    row("a vendor prefix that does not fit", "", "google/gpt-4o", "");
    row("a model that only resellers have", "", "gpt-oss-120b", "");
    row("an unknown model", "", "nobody-9b", "");
    row("nothing", "", "", "");
}

void ModelCatalogTest::findsModelsUnderTheirManyNames()
{
    QFETCH(QString, seller);
    QFETCH(QString, id);
    QFETCH(QString, found);
    const CatalogEntry *const entry = m_catalog->find(seller, id);
    QCOMPARE(entry ? QString(entry->seller + u':' + entry->info.id) : QString(), found);
}

void ModelCatalogTest::retiredModelsNameTheirSuccessor()
{
    QCOMPARE(m_catalog->find({}, u"gemini-1.5-flash")->info.successor, QStringLiteral("gemini-2.5-flash"));
    const QString next = m_catalog->find({}, u"claude-3-5-sonnet")->info.successor;
    QVERIFY(m_catalog->find({}, next));
    QCOMPARE(m_catalog->find({}, next)->info.status, ModelStatus::Active);
}

void ModelCatalogTest::datedPricesHoldFromTheirDay()
{
    const CatalogEntry *const o3 = m_catalog->find(u"openai", u"o3");
    QCOMPARE(picosText(m_catalog->priceAt(*o3, utc(2025, 6, 9))->base.input), QStringLiteral("10"));
    QCOMPARE(picosText(m_catalog->priceAt(*o3, utc(2025, 6, 10, 0))->base.input), QStringLiteral("2"));
    const CatalogEntry *const flash = m_catalog->find(u"google", u"gemini-3.8-flash");
    QCOMPARE(picosText(m_catalog->priceAt(*flash, utc(2026, 12, 31, 23))->base.output),
             QStringLiteral("3.75"));
    QCOMPARE(picosText(m_catalog->priceAt(*flash, utc(2027, 1, 1, 0))->base.output), QStringLiteral("7.5"));
}

void ModelCatalogTest::peakHoursCostMore_data()
{
    QTest::addColumn<qint64>("at");
    QTest::addColumn<QString>("input");
    // 2026-11-20 is a Friday.
    QTest::newRow("before the window") << utc(2026, 11, 20, 0) << QStringLiteral("0.15");
    QTest::newRow("its first moment") << utc(2026, 11, 20, 1) << QStringLiteral("0.3");
    QTest::newRow("its last second") << utc(2026, 11, 20, 4) - 1000 << QStringLiteral("0.3");
    QTest::newRow("its end") << utc(2026, 11, 20, 4) << QStringLiteral("0.15");
    QTest::newRow("the second window") << utc(2026, 11, 20, 9) << QStringLiteral("0.3");
    QTest::newRow("a Saturday") << utc(2026, 11, 21, 9) << QStringLiteral("0.15");
}

void ModelCatalogTest::peakHoursCostMore()
{
    QFETCH(qint64, at);
    QFETCH(QString, input);
    const CatalogEntry *const flash = m_catalog->find(u"deepseek", u"deepseek-flash");
    QCOMPARE(picosText(m_catalog->priceAt(*flash, at)->base.input), input);
}

void ModelCatalogTest::whatIsOnlyPublishedForTodayIsLeftUnsetAtOtherTimes()
{
    const CatalogEntry *const entry = m_catalog->find(u"openai", u"gpt-5.6");
    const PriceList now = *m_catalog->priceAt(*entry, utc(2026, 11, 22));
    QCOMPARE(picosText(now.base.cacheWrite), QStringLiteral("5"));
    QCOMPARE(picosText(now.tiers.first().prices.input), QStringLiteral("8"));
    const PriceList before = *m_catalog->priceAt(*entry, utc(2026, 8, 1));
    QCOMPARE(picosText(before.base.input), QStringLiteral("5"));
    QCOMPARE(picosText(before.base.cacheWrite), QStringLiteral("unset"));
    QCOMPARE(before.tiers.size(), now.tiers.size());
    QCOMPARE(picosText(before.tiers.first().prices.input), QStringLiteral("unset"));
}

void ModelCatalogTest::tiersKnowWhichSideTheirThresholdIsOn()
{
    QVERIFY(m_catalog->find(u"xai", u"grok-4.5")->tiers.first().inclusive);
    QVERIFY(!m_catalog->find(u"openai", u"gpt-5.6")->tiers.first().inclusive);
}

void ModelCatalogTest::namesVendors_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("vendor");
    QTest::newRow("a vendor's own model") << QStringLiteral("gpt-4o") << QStringLiteral("openai");
    QTest::newRow("an unknown model with a known prefix")
        << QStringLiteral("mistralai/next-9") << QStringLiteral("mistral");
    QTest::newRow("a model that only resellers have")
        << QStringLiteral("llama-3.1-8b-instant") << QStringLiteral("meta");
    QTest::newRow("an unknown model") << QStringLiteral("nobody-9b") << QString();
}

void ModelCatalogTest::namesVendors()
{
    QFETCH(QString, model);
    QFETCH(QString, vendor);
    QCOMPARE(m_catalog->vendorOf(model), vendor);
    QCOMPARE(m_catalog->vendorName(u"alibaba"), QStringLiteral("Qwen"));
    QCOMPARE(m_catalog->vendorName(u"nobody"), QStringLiteral("nobody"));
}

void ModelCatalogTest::brokenDataIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a document") << QByteArray(R"({"date": "2026-01-01", "models": [)");
    QTest::newRow("no models") << QByteArray(R"({"date": "2026-01-01", "models": []})");
    QTest::newRow("no date") << QByteArray(R"({"models": [{"seller": "a", "id": "b"}]})");
}

void ModelCatalogTest::brokenDataIsRefused()
{
    QFETCH(QByteArray, json);
    QVERIFY(!ModelCatalog::fromJson(json));
}

SWITCHYARD_TEST(ModelCatalogTest)

#include "tst_modelcatalog.moc"
