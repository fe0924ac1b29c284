#include "core/judging/offers.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

PriceList price(const char *input, const char *output)
{
    PriceList prices;
    prices.base.input = Money::fromDecimal(QString::fromLatin1(input));
    prices.base.output = Money::fromDecimal(QString::fromLatin1(output));
    return prices;
}

} // namespace

class TestOffers : public QObject
{
    Q_OBJECT

private slots:
    void news_data();
    void news();
    void aPriceHasOneMark();
    void offersSurviveBeingStored();
};

void TestOffers::news_data()
{
    QTest::addColumn<Offers>("before");
    QTest::addColumn<Offers>("now");
    QTest::addColumn<QStringList>("found");
    const QString a = QStringLiteral("x/a");
    const QString b = QStringLiteral("x/b");
    const QString other = QStringLiteral("y/a");
    QTest::newRow("the first look") << Offers{} << Offers{{a, {}}, {b, {}}} << QStringList{};
    QTest::newRow("nothing changed") << Offers{{a, QStringLiteral("1")}} << Offers{{a, QStringLiteral("1")}}
                                     << QStringList{};
    QTest::newRow("a new model") << Offers{{a, {}}} << Offers{{a, {}}, {b, QStringLiteral("1")}}
                                 << QStringList{QStringLiteral("new x/b")};
    QTest::newRow("a new account is no news")
        << Offers{{a, {}}} << Offers{{a, {}}, {other, {}}} << QStringList{};
    QTest::newRow("another price") << Offers{{a, QStringLiteral("1")}} << Offers{{a, QStringLiteral("2")}}
                                   << QStringList{QStringLiteral("price x/a")};
    QTest::newRow("a price became known")
        << Offers{{a, {}}} << Offers{{a, QStringLiteral("2")}} << QStringList{};
    QTest::newRow("a price is gone") << Offers{{a, QStringLiteral("1")}} << Offers{{a, {}}} << QStringList{};
    QTest::newRow("a model is gone") << Offers{{a, {}}, {b, {}}} << Offers{{a, {}}} << QStringList{};
    QTest::newRow("slashes in the id")
        << Offers{{QStringLiteral("x/a/1"), {}}}
        << Offers{{QStringLiteral("x/a/1"), {}}, {QStringLiteral("x/a/2:free"), {}}}
        << QStringList{QStringLiteral("new x/a/2:free")};
}

void TestOffers::news()
{
    QFETCH(Offers, before);
    QFETCH(Offers, now);
    QStringList found;
    for (const OfferNews &one : newsOf(before, now))
        found += (one.priceChanged ? QStringLiteral("price ") : QStringLiteral("new ")) + one.target;
    QTEST(found, "found");
}

void TestOffers::aPriceHasOneMark()
{
    QCOMPARE(priceMark(std::nullopt), QString());
    QCOMPARE(priceMark(PriceList()), QString());
    PriceList same = price("0.000001", "0.000002");
    same.version = QStringLiteral("2026-10-01");
    same.sourceText = QStringLiteral("elsewhere");
    QCOMPARE(priceMark(same), priceMark(price("0.000001", "0.000002")));
    QVERIFY(priceMark(same) != priceMark(price("0.000001", "0.000003")));
    PriceList tiered = same;
    tiered.tiers.append({200'000, false, same.base});
    QVERIFY(priceMark(tiered) != priceMark(same));
}

void TestOffers::offersSurviveBeingStored()
{
    const Offers offers{{QStringLiteral("x/a/b"), priceMark(price("0.000001", "0.000002"))},
                        {QStringLiteral("y/c"), {}}};
    QCOMPARE(offersFromJson(offersToJson(offers)), offers);
    QVERIFY(offersFromJson({}).isEmpty());
}

SWITCHYARD_TEST(TestOffers)
#include "tst_offers.moc"
