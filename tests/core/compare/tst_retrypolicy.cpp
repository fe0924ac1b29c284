#include "core/compare/retrypolicy.h"

#include <QTest>

using namespace core;
using namespace std::chrono_literals;
using Wait = std::optional<std::chrono::milliseconds>;
Q_DECLARE_METATYPE(Wait)

class RetryPolicyTest : public QObject
{
    Q_OBJECT

private slots:
    void decides_data();
    void decides();
    void onlyFailuresAreRetried();
};

void RetryPolicyTest::decides_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<Wait>("asked");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<Wait>("left");
    QTest::addColumn<Wait>("wait");
    const int limited = int(ErrorKind::RateLimited);
    QTest::newRow("a rate limit that says when") << limited << Wait(2s) << 1 << Wait() << Wait(2s);
    QTest::newRow("a rate limit that does not") << limited << Wait() << 1 << Wait() << Wait();
    QTest::newRow("longer than a person waits") << limited << Wait(61s) << 1 << Wait() << Wait();
    QTest::newRow("the budget of attempts is spent")
        << limited << Wait(2s) << kAttemptsPerLane << Wait() << Wait();
    QTest::newRow("the time left is shorter") << limited << Wait(2s) << 1 << Wait(1s) << Wait();
    QTest::newRow("the time left is enough") << limited << Wait(2s) << 1 << Wait(9s) << Wait(2s);
    QTest::newRow("a spent quota never") << int(ErrorKind::Quota) << Wait(2s) << 1 << Wait() << Wait();
    QTest::newRow("a server's error is the user's to retry")
        << int(ErrorKind::Server) << Wait(2s) << 1 << Wait() << Wait();
}

void RetryPolicyTest::decides()
{
    QFETCH(int, kind);
    QFETCH(Wait, asked);
    QFETCH(int, attempts);
    QFETCH(Wait, left);
    QFETCH(Wait, wait);
    AttemptEnd end;
    end.completion.status = LaneStatus::Failed;
    end.completion.error = Error{ErrorKind(kind), QStringLiteral("x"), 429, asked};
    QCOMPARE(retryAfter(end, attempts, left), wait);
}

void RetryPolicyTest::onlyFailuresAreRetried()
{
    AttemptEnd end;
    end.completion.status = LaneStatus::Interrupted;
    end.completion.error = Error{ErrorKind::RateLimited, QStringLiteral("x"), 429, 1s};
    QVERIFY(!retryAfter(end, 1, {}));
    end.completion.status = LaneStatus::Failed;
    end.completion.error->kind = ErrorKind::Network;
    QVERIFY(!retryAfter(end, 1, {}));
    end.lostWarmConnection = true;
    QCOMPARE(retryAfter(end, 1, {}), Wait(0ms));
}

QTEST_APPLESS_MAIN(RetryPolicyTest)
#include "tst_retrypolicy.moc"
