#include "core/catalog/priceentry.h"
#include "core/catalog/pricetable.h"
#include "tests/support/testunit.h"

#include <QTest>

#include <functional>

using namespace core;

namespace {

PriceEntry entryOf(const char *model, const char *input, PriceMatch match = PriceMatch::Exact)
{
    PriceEntry entry;
    entry.id = QString::fromLatin1(input);
    entry.seller = QStringLiteral("openai");
    entry.model = QString::fromLatin1(model);
    entry.match = match;
    entry.prices.input = Money::fromDecimal(QString::fromLatin1(input))->scaled(1, 1'000'000);
    return entry;
}

qint64 utc(const char *moment)
{
    return QDateTime::fromString(QString::fromLatin1(moment), Qt::ISODate).toMSecsSinceEpoch();
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(core::PriceEntry &)>)

class PriceEntryTest : public QObject
{
    Q_OBJECT

private slots:
    void theBestMatchCounts_data();
    void theBestMatchCounts();
    void entriesHoldFromTheirBeginningToTheirEnd_data();
    void entriesHoldFromTheirBeginningToTheirEnd();
    void hoursGoBeforeTheWholeWeek_data();
    void hoursGoBeforeTheWholeWeek();
    void serviceTiersBecomePartOfTheList();
    void whatMakesNoSenseIsRefused_data();
    void whatMakesNoSenseIsRefused();
    void aTableFindsBySellerModelAndCurrency();
};

void PriceEntryTest::theBestMatchCounts_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *model, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(model) << QString::fromLatin1(expected);
    };
    row("the very id", "gpt-4o", "1");
    row("in other letters", "models/GPT-4O", "1");
    row("the very dated id", "gpt-4o-2024-05-13", "2");
    row("a date without an entry is that of the plain id", "gpt-4o-2024-11-20", "1");
    row("a prefix", "gpt-4o-audio", "3");
    row("the longest prefix", "gpt-4o-audio-preview-x", "4");
    row("no entry", "o3", "none");
}

void PriceEntryTest::theBestMatchCounts()
{
    QFETCH(QString, model);
    const QList<PriceEntry> entries{
        entryOf("gpt-4o", "1", PriceMatch::Dated), entryOf("gpt-4o-2024-05-13", "2", PriceMatch::Dated),
        entryOf("gpt-", "3", PriceMatch::Prefix), entryOf("gpt-4o-audio-preview", "4", PriceMatch::Prefix)};
    const std::optional<PriceList> list = priceListAt(entries, model, 0);
    QTEST(list ? list->id : QStringLiteral("none"), "expected");
    const PriceTable table(entries);
    QCOMPARE(table.find(QStringLiteral("openai"), model, kUsd, 0), list);
}

void PriceEntryTest::entriesHoldFromTheirBeginningToTheirEnd_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *at, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(at) << QString::fromLatin1(expected);
    };
    row("before all dates", "2020-01-01T00:00:00Z", "1");
    row("a millisecond early would still be the old one", "2026-08-20T23:59:59Z", "1");
    row("from its first moment", "2026-08-21T00:00:00Z", "2");
    row("in the future", "2027-01-01T00:00:00Z", "3");
    row("after the end of the last one the one before counts", "2028-01-01T00:00:00Z", "2");
}

void PriceEntryTest::entriesHoldFromTheirBeginningToTheirEnd()
{
    QFETCH(QString, at);
    PriceEntry cut = entryOf("m", "2");
    cut.validFromMs = utc("2026-08-21T00:00:00Z");
    PriceEntry promised = entryOf("m", "3");
    promised.validFromMs = utc("2027-01-01T00:00:00Z");
    promised.validToMs = utc("2028-01-01T00:00:00Z");
    const std::optional<PriceList> list =
        priceListAt({promised, entryOf("m", "1"), cut}, u"m", utc(at.toLatin1().constData()));
    QTEST(list ? list->id : QString(), "expected");
}

void PriceEntryTest::hoursGoBeforeTheWholeWeek_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *at, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(at) << QString::fromLatin1(expected);
    };
    row("a Monday in the hours", "2026-11-23T01:00:00Z", "2");
    row("at their end", "2026-11-23T04:00:00Z", "1");
    row("a Sunday in the hours", "2026-11-22T02:00:00Z", "1");
    row("up to midnight", "2026-11-27T23:59:59Z", "3");
    row("after midnight", "2026-11-28T00:00:00Z", "1");
}

void PriceEntryTest::hoursGoBeforeTheWholeWeek()
{
    QFETCH(QString, at);
    PriceEntry peak = entryOf("m", "2");
    peak.windows = {PeakWindow{{1, 2, 3, 4, 5}, QTime(1, 0), QTime(4, 0)}};
    PriceEntry late = entryOf("m", "3");
    late.windows = {PeakWindow{{5}, QTime(22, 0), QTime(0, 0)}};
    const std::optional<PriceList> list =
        priceListAt({entryOf("m", "1"), peak, late}, u"m", utc(at.toLatin1().constData()));
    QTEST(list ? list->id : QString(), "expected");
}

void PriceEntryTest::serviceTiersBecomePartOfTheList()
{
    PriceEntry flex = entryOf("m", "0.5");
    flex.serviceTier = QStringLiteral("flex");
    PriceEntry euros = entryOf("m", "0.4");
    euros.serviceTier = QStringLiteral("priority");
    euros.currency = QStringLiteral("EUR");
    const std::optional<PriceList> list = priceListAt({flex, euros, entryOf("m", "1")}, u"m", 0);
    QVERIFY(list);
    QCOMPARE(list->services, (QList<ServicePrices>{{QStringLiteral("flex"), flex.prices}}));
    QVERIFY(!priceListAt({flex}, u"m", 0));
}

void PriceEntryTest::whatMakesNoSenseIsRefused_data()
{
    using Change = std::function<void(PriceEntry &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("fine");
    const auto row = [](const char *name, const Change &change, bool fine) {
        QTest::newRow(name) << change << fine;
    };
    row(
        "as it is", [](PriceEntry &) {}, true);
    row(
        "free", [](PriceEntry &entry) { entry.prices.input = Money(); }, true);
    row(
        "no model", [](PriceEntry &entry) { entry.model = QStringLiteral(" "); }, false);
    row(
        "no price", [](PriceEntry &entry) { entry.prices = {}; }, false);
    row(
        "a fee alone",
        [](PriceEntry &entry) {
            entry.prices = {};
            entry.perRequest = Money::fromPicos(1);
        },
        true);
    row(
        "below zero", [](PriceEntry &entry) { entry.prices.cacheRead = Money::fromPicos(-1); }, false);
    row(
        "a price for a million taken for one of a token",
        [](PriceEntry &entry) { entry.prices.input = Money::fromDecimal(u"2.5"); }, false);
    row(
        "a currency in words", [](PriceEntry &entry) { entry.currency = QStringLiteral("euro"); }, false);
    row(
        "a tier from nothing on",
        [](PriceEntry &entry) {
            entry.tiers = {PriceTier{0, false, entry.prices}};
        },
        false);
    row(
        "an empty tier", [](PriceEntry &entry) { entry.tiers = {PriceTier{10}}; }, false);
    row(
        "an end before its beginning",
        [](PriceEntry &entry) {
            entry.validFromMs = 10;
            entry.validToMs = 10;
        },
        false);
    const auto tiers = [](const PriceTier &one, const PriceTier &other) {
        return [one, other](PriceEntry &entry) {
            entry.tiers = {one, other};
            for (PriceTier &tier : entry.tiers)
                tier.prices = entry.prices;
        };
    };
    row("two limits", tiers({500, false, {}}, {501, false, {}}), true);
    row("a limit given twice", tiers({500, false, {}}, {500, false, {}}), false);
    row("a limit given with and without itself", tiers({500, false, {}}, {500, true, {}}), false);
    row("a limit given in two ways", tiers({500, false, {}}, {501, true, {}}), false);
    row(
        "hours that end before they begin",
        [](PriceEntry &entry) {
            entry.windows = {PeakWindow{{1}, QTime(4, 0), QTime(1, 0)}};
        },
        false);
    row(
        "hours until midnight",
        [](PriceEntry &entry) {
            entry.windows = {PeakWindow{{1}, QTime(4, 0), QTime(0, 0)}};
        },
        true);
    row(
        "an eighth day of the week",
        [](PriceEntry &entry) {
            entry.windows = {PeakWindow{{8}, QTime(1, 0), QTime(4, 0)}};
        },
        false);
}

void PriceEntryTest::whatMakesNoSenseIsRefused()
{
    QFETCH(std::function<void(PriceEntry &)>, change);
    QFETCH(bool, fine);
    PriceEntry entry = entryOf("m", "1");
    change(entry);
    const Result<void> valid = validatePrice(entry);
    QCOMPARE(valid.hasValue(), fine);
    if (!fine)
        QCOMPARE(valid.error().kind, ErrorKind::InvalidRequest);
}

void PriceEntryTest::aTableFindsBySellerModelAndCurrency()
{
    PriceEntry euros = entryOf("m", "2");
    euros.currency = QStringLiteral("EUR");
    PriceEntry elsewhere = entryOf("m", "3");
    elsewhere.seller = QStringLiteral("mistral");
    const PriceTable table({entryOf("m", "1"), euros, elsewhere});
    const auto idOf = [&table](const char *seller, const char *currency) {
        const std::optional<PriceList> list =
            table.find(QString::fromLatin1(seller), u"m", QString::fromLatin1(currency), 0);
        return list ? list->id : QString();
    };
    QCOMPARE(idOf("openai", "USD"), QStringLiteral("1"));
    QCOMPARE(idOf("openai", "EUR"), QStringLiteral("2"));
    QCOMPARE(idOf("mistral", "USD"), QStringLiteral("3"));
    QCOMPARE(idOf("mistral", "EUR"), QString());
    QCOMPARE(table.entriesFor({}, u"m").size(), 3);
    QCOMPARE(table.entriesFor(QStringLiteral("openai"), u"m").size(), 2);
}

SWITCHYARD_TEST(PriceEntryTest)

#include "tst_priceentry.moc"
