#include "core/accounts/accountstore.h"
#include "core/catalog/modellisting.h"
#include "core/catalog/pricebook.h"
#include "tests/core/accounts/ledgerfixture.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;

namespace {

// 2026-11-22 12:00 UTC, a Sunday.
constexpr qint64 kNoon = 1'795'348'800'000;

QString inputPerMillion(const std::optional<PriceList> &list)
{
    return list && list->base.input ? (*list->base.input * 1'000'000).toDecimal() : QStringLiteral("unknown");
}

} // namespace

/// Imported price lists and rates over a real ledger, beside the real catalogue and the real presets.
class ImportedPricesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theNewerOfBundledAndImportedCounts_data();
    void theNewerOfBundledAndImportedCounts();
    void anImportedListKnowsModelsOfResellersToo_data();
    void anImportedListKnowsModelsOfResellersToo();
    void pricesInAnotherCurrencyAreNoConvertedOnes();
    void aSnapshotPricesWhatTheBookDoes();
    void listsAreAppliedAndTakenAway();
    void ratesThatMakeNoSenseAreRefused_data();
    void ratesThatMakeNoSenseAreRefused();
    void aRateIsOfADayThatHasBegunSomewhere();

private:
    Account account(const char *preset, qint64 id = 1) const;
    /// Takes a list of one price for the input.
    void takeList(const char *seller, const char *model, const char *input, const QDate &date,
                  const char *currency = "USD");
    PriceBook book() const { return {m_catalog, m_presets, *m_overrides, m_imported.get(), m_rates.get()}; }

    const Presets m_presets = Presets::load();
    const ModelCatalog m_catalog = *ModelCatalog::load();
    test::FakeClock m_clock{kNoon};
    std::unique_ptr<test::TemporaryLedger> m_ledger;
    std::unique_ptr<PriceOverrideStore> m_overrides;
    std::unique_ptr<ImportedPriceStore> m_imported;
    std::unique_ptr<ExchangeRateStore> m_rates;
    std::unique_ptr<ModelListStore> m_lists;
};

void ImportedPricesTest::init()
{
    m_lists.reset();
    m_rates.reset();
    m_imported.reset();
    m_overrides.reset();
    m_ledger = std::make_unique<test::TemporaryLedger>();
    m_overrides = std::make_unique<PriceOverrideStore>(m_ledger->database(), m_clock);
    m_imported = std::make_unique<ImportedPriceStore>(m_ledger->database(), m_clock);
    m_rates = std::make_unique<ExchangeRateStore>(m_ledger->database(), m_clock);
    m_lists = std::make_unique<ModelListStore>(m_ledger->database(), m_clock);
    AccountStore accounts(m_ledger->database());
    for (const char *name : {"first", "second"}) {
        Account stored = account("custom");
        stored.name = QString::fromLatin1(name);
        QVERIFY(await(accounts.add(stored)));
    }
}

Account ImportedPricesTest::account(const char *preset, qint64 id) const
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

void ImportedPricesTest::takeList(const char *seller, const char *model, const char *input, const QDate &date,
                                  const char *currency)
{
    PriceEntry entry;
    entry.seller = QString::fromLatin1(seller);
    entry.model = QString::fromLatin1(model);
    entry.match = PriceMatch::Dated;
    entry.currency = QString::fromLatin1(currency);
    entry.prices.input = Money::fromDecimal(QString::fromLatin1(input))->scaled(1, 1'000'000);
    entry.sourceDate = date;
    PriceListUpdate update;
    update.list.name = QStringLiteral("litellm");
    update.list.sourceDate = date;
    update.list.models = 1;
    update.added = {entry};
    QVERIFY(await(m_imported->apply(update)));
}

void ImportedPricesTest::theNewerOfBundledAndImportedCounts_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a list from before the bundled one") << QDate(2026, 8, 1) << QStringLiteral("2.5");
    QTest::newRow("a list from after it") << QDate(2026, 11, 20) << QStringLiteral("2");
}

void ImportedPricesTest::theNewerOfBundledAndImportedCounts()
{
    QFETCH(QDate, date);
    takeList("openai", "gpt-4o", "2", date);
    const std::optional<PriceList> list =
        book().priceOf(account("openai"), QStringLiteral("gpt-4o"), {}, kNoon);
    QTEST(inputPerMillion(list), "expected");
}

void ImportedPricesTest::anImportedListKnowsModelsOfResellersToo_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("source");
    const auto row = [](const char *name, const char *preset, const char *model, const char *expected,
                        const char *source) {
        QTest::newRow(name) << QString::fromLatin1(preset) << QString::fromLatin1(model)
                            << QString::fromLatin1(expected) << QString::fromLatin1(source);
    };
    row("at its vendor", "openai", "gpt-7", "3", "OpenAI list price (litellm)");
    row("a dated id of it", "openai", "gpt-7-2026-11-01", "3", "OpenAI list price (litellm)");
    row("resold by its plain id", "tokenbay", "gpt-7", "3", "OpenAI list price via TokenBay (litellm)");
    row("resold with its vendor before it", "openrouter", "openai/gpt-7", "3",
        "OpenAI list price via OpenRouter (litellm)");
    row("a variant has a price of its own", "openrouter", "openai/gpt-7:free", "unknown", "");
    row("at another vendor", "anthropic", "gpt-7", "unknown", "");
    row("another model", "openai", "gpt-70", "unknown", "");
}

void ImportedPricesTest::anImportedListKnowsModelsOfResellersToo()
{
    QFETCH(QString, preset);
    QFETCH(QString, model);
    takeList("openai", "gpt-7", "3", QDate(2026, 11, 20));
    const std::optional<PriceList> list =
        book().priceOf(account(preset.toLatin1().constData()), model, {}, kNoon);
    QTEST(inputPerMillion(list), "expected");
    QTEST(list ? list->sourceText : QString(), "source");
    if (list)
        QCOMPARE(list->id, QStringLiteral("list:1"));
}

void ImportedPricesTest::pricesInAnotherCurrencyAreNoConvertedOnes()
{
    takeList("mistral", "mistral-small-latest", "0.13", QDate(2026, 11, 20), "EUR");
    Account mistral = account("mistral");
    const QString model = QStringLiteral("mistral-small-latest");
    const std::optional<PriceList> dollars = book().priceOf(mistral, model, {}, kNoon);
    QCOMPARE(dollars->currency, QStringLiteral("USD"));
    QCOMPARE(inputPerMillion(dollars), QStringLiteral("0.15"));
    mistral.currency = QStringLiteral("EUR");
    const std::optional<PriceList> euros = book().priceOf(mistral, model, {}, kNoon);
    QCOMPARE(euros->currency, QStringLiteral("EUR"));
    QCOMPARE(inputPerMillion(euros), QStringLiteral("0.13"));
    QVERIFY(!euros->rate);
    const ExchangeRate rate{QStringLiteral("EUR"), *Money::fromDecimal(u"1.08"), QDate(2026, 11, 1)};
    QVERIFY(await(m_rates->set(rate)));
    QCOMPARE(book().priceOf(mistral, model, {}, kNoon)->rate, std::optional(rate));
    mistral.currency = QStringLiteral("CNY");
    QVERIFY(!book().priceOf(mistral, model, {}, kNoon));
    ExchangeRateStore next(m_ledger->database(), m_clock);
    QVERIFY(next.load());
    QCOMPARE(next.all(), QList<ExchangeRate>{rate});
    const ExchangeRate yuan{QStringLiteral("CNY"), *Money::fromDecimal(u"0.14"), QDate(2026, 11, 1)};
    QVERIFY(await(m_rates->set(yuan)));
    QCOMPARE(m_rates->all(), (QList<ExchangeRate>{yuan, rate}));
}

void ImportedPricesTest::aSnapshotPricesWhatTheBookDoes()
{
    PriceOverride own;
    own.model = QStringLiteral("gpt-4o");
    own.prices.input = Money::fromPicos(7'000'000);
    QVERIFY(await(m_overrides->set(own)));
    Account router = account("openrouter", 2);
    const QByteArray listing = R"([{"id": "m", "pricing": {"prompt": "0.000002", "completion": "0"}}])";
    QVERIFY(await(m_lists->replaceListed(2, readModelListing(listing).value())));
    const PriceSnapshot snapshot = book().snapshot({account("openai"), router}, *m_lists);
    QCOMPARE(inputPerMillion(snapshot.priceOf(1, QStringLiteral("gpt-4o-mini"), kNoon)),
             QStringLiteral("0.15"));
    QCOMPARE(inputPerMillion(snapshot.priceOf(2, QStringLiteral("m"), kNoon)), QStringLiteral("2"));
    // An account that is gone has what holds for all.
    QCOMPARE(inputPerMillion(snapshot.priceOf(77, QStringLiteral("gpt-4o"), kNoon)), QStringLiteral("7"));
    QVERIFY(!snapshot.priceOf(77, QStringLiteral("gpt-4o-mini"), kNoon));
    // What another price would be, without setting it.
    own.prices.input = Money::fromPicos(8'000'000);
    QCOMPARE(inputPerMillion(snapshot.with(own).priceOf(77, QStringLiteral("gpt-4o"), kNoon)),
             QStringLiteral("8"));
    QCOMPARE(inputPerMillion(snapshot.priceOf(77, QStringLiteral("gpt-4o"), kNoon)), QStringLiteral("7"));
}

void ImportedPricesTest::listsAreAppliedAndTakenAway()
{
    takeList("openai", "gpt-7", "3", QDate(2026, 11, 1));
    PriceListUpdate update;
    update.list = *m_imported->find(u"litellm");
    update.list.sourceDate = QDate(2026, 11, 20);
    update.ended = {QStringLiteral("list:1")};
    update.endsAtMs = update.list.sourceDate.startOfDay(Qt::UTC).toMSecsSinceEpoch();
    PriceEntry dearer = m_imported->table()->entries().first();
    dearer.prices.input = *dearer.prices.input * 2;
    dearer.validFromMs = update.endsAtMs;
    update.added = {dearer};
    QVERIFY(await(m_imported->apply(update)));
    ImportedPriceStore next(m_ledger->database(), m_clock);
    QVERIFY(next.load());
    QCOMPARE(next.lists(), m_imported->lists());
    QCOMPARE(next.lists().first().importedAtMs, kNoon);
    const auto inputAt = [&next](qint64 atMs) {
        return inputPerMillion(next.table()->find(QStringLiteral("openai"), u"gpt-7", kUsd, atMs));
    };
    QCOMPARE(inputAt(update.endsAtMs - 1), QStringLiteral("3"));
    QCOMPARE(inputAt(update.endsAtMs), QStringLiteral("6"));
    QVERIFY(await(next.remove(QStringLiteral("litellm"))));
    QVERIFY(next.lists().isEmpty());
    QCOMPARE(inputAt(kNoon), QStringLiteral("unknown"));
}

void ImportedPricesTest::ratesThatMakeNoSenseAreRefused_data()
{
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("picos");
    QTest::addColumn<QDate>("date");
    const QDate day(2026, 11, 1);
    QTest::newRow("small letters") << QStringLiteral("eur") << qint64(1) << day;
    QTest::newRow("dollars") << QStringLiteral("USD") << qint64(1) << day;
    QTest::newRow("nothing for it") << QStringLiteral("EUR") << qint64(0) << day;
    QTest::newRow("no day") << QStringLiteral("EUR") << qint64(1) << QDate();
    QTest::newRow("a day to come") << QStringLiteral("EUR") << qint64(1) << QDate(2027, 11, 1);
}

void ImportedPricesTest::ratesThatMakeNoSenseAreRefused()
{
    QFETCH(QString, currency);
    QFETCH(qint64, picos);
    QFETCH(QDate, date);
    QCOMPARE(await(m_rates->set({currency, Money::fromPicos(picos), date})).error().kind,
             ErrorKind::InvalidRequest);
    QVERIFY(m_rates->all().isEmpty());
}

/// Noon in UTC is the next day in the east.
void ImportedPricesTest::aRateIsOfADayThatHasBegunSomewhere()
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(kNoon, Qt::UTC).date();
    ExchangeRate rate{QStringLiteral("EUR"), *Money::fromDecimal(u"1.1"), today.addDays(2)};
    const Result<void> refused = await(m_rates->set(rate));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(rate.date.toString(Qt::ISODate)),
             qPrintable(refused.error().message));
    rate.date = today.addDays(1);
    QVERIFY(await(m_rates->set(rate)));
}

SWITCHYARD_TEST(ImportedPricesTest)

#include "tst_importedprices.moc"
