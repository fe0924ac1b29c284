#include "core/chat/retryafter.h"
#include "tests/support/testunit.h"

#include <QTest>

namespace {

using Headers = QList<std::pair<QByteArray, QByteArray>>;
// 1994-11-06 08:49:07 UTC: half a minute before the date of the standard's examples.
constexpr qint64 kNow = 784111747000;

qint64 msOf(const std::optional<std::chrono::milliseconds> &wait)
{
    return wait ? wait->count() : -1;
}

} // namespace

class RetryAfterTest : public QObject
{
    Q_OBJECT

private slots:
    void readsGoDurations_data();
    void readsGoDurations();
    void readsHowLongToWait_data();
    void readsHowLongToWait();
    void readsWhenTheLimitResets_data();
    void readsWhenTheLimitResets();
};

void RetryAfterTest::readsGoDurations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("milliseconds") << QByteArray("12ms") << qint64(12);
    QTest::newRow("minutes and seconds") << QByteArray("6m0s") << qint64(360'000);
    QTest::newRow("hours, minutes, fractions") << QByteArray("1h2m3.5s") << qint64(3'723'500);
    QTest::newRow("seconds as Google sends them") << QByteArray("34.074824224s") << qint64(34'075);
    QTest::newRow("microseconds round up") << QByteArray("1us") << qint64(1);
    QTest::newRow("without a unit") << QByteArray("12") << qint64(-1);
    QTest::newRow("without a number") << QByteArray("ms") << qint64(-1);
    QTest::newRow("negative") << QByteArray("-5s") << qint64(-1);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
    QTest::newRow("absurd waits end at a week") << QByteArray("999999999h") << qint64(604'800'000);
}

void RetryAfterTest::readsGoDurations()
{
    QFETCH(QByteArray, text);
    QTEST(msOf(core::parseGoDuration(text)), "ms");
}

void RetryAfterTest::readsHowLongToWait_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("seconds") << Headers{{"Retry-After", "20"}} << qint64(20'000);
    QTest::newRow("part of a second") << Headers{{"retry-after", " 0.5 "}} << qint64(500);
    QTest::newRow("a date") << Headers{{"Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"}} << qint64(30'000);
    QTest::newRow("a date of the old form")
        << Headers{{"Retry-After", "Sun Nov  6 08:49:37 1994"}} << qint64(30'000);
    QTest::newRow("a date gone by") << Headers{{"Retry-After", "Sun, 06 Nov 1994 08:00:00 GMT"}} << qint64(0);
    QTest::newRow("milliseconds are more precise")
        << Headers{{"retry-after", "2"}, {"retry-after-ms", "1234"}} << qint64(1'234);
    QTest::newRow("not a wait") << Headers{{"Retry-After", "soon"}} << qint64(-1);
    QTest::newRow("negative") << Headers{{"Retry-After", "-1"}} << qint64(-1);
    QTest::newRow("infinite") << Headers{{"Retry-After", "inf"}} << qint64(-1);
    QTest::newRow("none") << Headers{{"Server", "x"}} << qint64(-1);
}

void RetryAfterTest::readsHowLongToWait()
{
    QFETCH(Headers, headers);
    QTEST(msOf(core::readRetryAfter(headers, kNow)), "ms");
}

void RetryAfterTest::readsWhenTheLimitResets_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("the exhausted limit counts") << Headers{{"x-ratelimit-remaining-requests", "0"},
                                                           {"x-ratelimit-reset-requests", "1s"},
                                                           {"x-ratelimit-remaining-tokens", "900"},
                                                           {"x-ratelimit-reset-tokens", "6m0s"}}
                                                << qint64(1'000);
    QTest::newRow("the longest where none is exhausted")
        << Headers{{"X-RateLimit-Reset-Requests", "120ms"}, {"X-RateLimit-Reset-Tokens", "2.5s"}}
        << qint64(2'500);
    QTest::newRow("plain seconds") << Headers{{"x-ratelimit-reset", "7"}} << qint64(7'000);
    QTest::newRow("a point in time in milliseconds")
        << Headers{{"x-ratelimit-reset", QByteArray::number(1'800'000'000'000 + 1)}} << qint64(604'800'000);
    QTest::newRow("a point in time in seconds")
        << Headers{{"x-ratelimit-reset", "1000000000"}} << qint64(604'800'000);
    QTest::newRow("unreadable") << Headers{{"x-ratelimit-reset-tokens", "later"}} << qint64(-1);
}

void RetryAfterTest::readsWhenTheLimitResets()
{
    QFETCH(Headers, headers);
    QTEST(msOf(core::readRateLimitReset(headers, kNow)), "ms");
}

SWITCHYARD_TEST(RetryAfterTest)
#include "tst_retryafter.moc"
