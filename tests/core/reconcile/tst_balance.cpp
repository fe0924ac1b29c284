#include "core/reconcile/balance.h"

#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

Account accountAt(const QString &url)
{
    Account account;
    account.name = QStringLiteral("mine");
    account.baseUrl = QUrl(url);
    return account;
}

} // namespace

class BalanceTest : public QObject
{
    Q_OBJECT

private slots:
    void answersAreRead_data();
    void answersAreRead();
    void othersTellNone();
    void anAnswerWithoutABalanceIsAnError();
    void daysLeftFollowThePace_data();
    void daysLeftFollowThePace();
};

void BalanceTest::answersAreRead_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    QTest::newRow("OpenRouter: bought less used")
        << QStringLiteral("https://openrouter.ai/api/v1")
        << QByteArray(R"({"data": {"total_credits": 100.5, "total_usage": 25.75}})")
        << QStringLiteral("74.75") << QStringLiteral("USD");
    QTest::newRow("DeepSeek in yuan")
        << QStringLiteral("https://api.deepseek.com/v1")
        << QByteArray(R"({"is_available": true, "balance_infos": [{"currency": "CNY", "total_balance":
            "110.00", "granted_balance": "10.00", "topped_up_balance": "100.00"}]})")
        << QStringLiteral("110") << QStringLiteral("CNY");
    QTest::newRow("DeepSeek: dollars come first")
        << QStringLiteral("https://api.deepseek.com")
        << QByteArray(R"({"balance_infos": [{"currency": "CNY", "total_balance": "1.00"},
            {"currency": "USD", "total_balance": "5.25"}]})")
        << QStringLiteral("5.25") << QStringLiteral("USD");
    QTest::newRow("DeepSeek: an empty purse of dollars is not all that is left")
        << QStringLiteral("https://api.deepseek.com")
        << QByteArray(R"({"balance_infos": [{"currency": "USD", "total_balance": "0.00"},
            {"currency": "CNY", "total_balance": "20.00"}]})")
        << QStringLiteral("20") << QStringLiteral("CNY");
    QTest::newRow("DeepSeek: nothing is left")
        << QStringLiteral("https://api.deepseek.com")
        << QByteArray(R"({"is_available": false, "balance_infos": [{"currency": "USD", "total_balance":
            "0.00"}, {"currency": "CNY", "total_balance": "0.00"}]})")
        << QStringLiteral("0") << QStringLiteral("USD");
    QTest::newRow("Moonshot abroad is dollars")
        << QStringLiteral("https://api.moonshot.ai/v1")
        << QByteArray(R"({"code": 0, "data": {"available_balance": 49.58894, "voucher_balance": 46.58893,
            "cash_balance": 3.00001}, "status": true})")
        << QStringLiteral("49.58894") << QStringLiteral("USD");
    QTest::newRow("Moonshot at home is yuan")
        << QStringLiteral("https://api.moonshot.cn/v1") << QByteArray(R"({"data": {"available_balance": 3}})")
        << QStringLiteral("3") << QStringLiteral("CNY");
    QTest::newRow("SiliconFlow") << QStringLiteral("https://api.siliconflow.cn/v1")
                                 << QByteArray(R"({"code": 20000, "data": {"balance": "0.88",
            "chargeBalance": "88.00", "totalBalance": "88.88"}})")
                                 << QStringLiteral("88.88") << QStringLiteral("CNY");
}

void BalanceTest::answersAreRead()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, body);
    QFETCH(QString, amount);
    QFETCH(QString, currency);
    const std::optional<BalanceSource> source = balanceSource(accountAt(url));
    QVERIFY(source);
    const Result<Balance> balance = parseBalance(*source, QUrl(url), body);
    QVERIFY2(balance, qPrintable(balance ? QString() : balance.error().message));
    QCOMPARE(balance->amount.toDecimal(), amount);
    QCOMPARE(balance->currency, currency);
}

void BalanceTest::othersTellNone()
{
    QVERIFY(!balanceSource(accountAt(QStringLiteral("https://api.openai.com/v1"))));
    QVERIFY(!balanceSource(accountAt(QStringLiteral("https://notopenrouter.ai/v1"))));
}

void BalanceTest::anAnswerWithoutABalanceIsAnError()
{
    const Result<Balance> balance =
        parseBalance(BalanceSource::DeepSeek, QUrl(QStringLiteral("https://api.deepseek.com")), "{}");
    QVERIFY(!balance);
    QCOMPARE(balance.error().kind, ErrorKind::Protocol);
}

void BalanceTest::daysLeftFollowThePace_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("spent");
    QTest::addColumn<double>("days");
    const QString usd = QStringLiteral("USD");
    // 14 in 7 days are 2 a day; 30 last 15.
    QTest::newRow("at two a day") << QStringLiteral("30") << usd << QStringLiteral("14") << 15.0;
    QTest::newRow("nothing left") << QStringLiteral("-1") << usd << QStringLiteral("14") << 0.0;
    QTest::newRow("nothing spent") << QStringLiteral("30") << usd << QStringLiteral("0") << -1.0;
    QTest::newRow("in another currency")
        << QStringLiteral("30") << QStringLiteral("CNY") << QStringLiteral("14") << -1.0;
}

void BalanceTest::daysLeftFollowThePace()
{
    QFETCH(QString, amount);
    QFETCH(QString, currency);
    QFETCH(QString, spent);
    QFETCH(double, days);
    QCOMPARE(daysLeft({*Money::fromDecimal(amount), currency}, *Money::fromDecimal(spent), 7).value_or(-1.0),
             days);
}

SWITCHYARD_TEST(BalanceTest)
#include "tst_balance.moc"
