#include "core/base/error.h"
#include "core/chat/completion.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class CompletionTest : public QObject
{
    Q_OBJECT

private slots:
    void everyStatusHasItsPublicName();
    void everyErrorKindHasItsPublicName();
    void rateLeavesTheFirstTokenOut();
    void rateCountsFromTheReasoning();
    void rateIsUnknownWhereItWouldMeanNothing_data();
    void rateIsUnknownWhereItWouldMeanNothing();
};

void CompletionTest::everyStatusHasItsPublicName()
{
    const QStringList names{QStringLiteral("queued"),      QStringLiteral("running"),
                            QStringLiteral("complete"),    QStringLiteral("truncated"),
                            QStringLiteral("interrupted"), QStringLiteral("cancelled"),
                            QStringLiteral("refused"),     QStringLiteral("failed")};
    for (const QString &name : names) {
        const std::optional<LaneStatus> status = laneStatusFromName(name);
        QVERIFY2(status.has_value(), qPrintable(name));
        QCOMPARE(laneStatusName(*status), name);
        QCOMPARE(isSettled(*status), name != names[0] && name != names[1]);
        QCOMPARE(isSuccess(*status), name == names[2] || name == names[3]);
    }
    QVERIFY(!laneStatusFromName(u"done"));
}

void CompletionTest::everyErrorKindHasItsPublicName()
{
    for (const char *name :
         {"network", "timeout", "auth", "rate_limited", "quota", "invalid_request", "context_length",
          "content_filter", "not_found", "server", "protocol", "storage", "budget"}) {
        const QString text = QString::fromLatin1(name);
        const std::optional<ErrorKind> kind = errorKindFromName(text);
        QVERIFY2(kind.has_value(), name);
        QCOMPARE(errorKindName(*kind), text);
    }
}

void CompletionTest::rateLeavesTheFirstTokenOut()
{
    Completion completion;
    completion.usage.output = 101;
    completion.timing.firstText = 500.0;
    completion.timing.last = 1500.0;
    QCOMPARE(tokensPerSecond(completion), 100.0);
}

void CompletionTest::rateCountsFromTheReasoning()
{
    Completion completion;
    completion.usage.output = 201;
    completion.timing.firstReasoning = 500.0;
    completion.timing.firstText = 1500.0;
    completion.timing.last = 2500.0;
    QCOMPARE(tokensPerSecond(completion), 100.0);
}

void CompletionTest::rateIsUnknownWhereItWouldMeanNothing_data()
{
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("last");
    QTest::newRow("too few tokens") << qint64(4) << 100.0 << 900.0;
    QTest::newRow("too short a time") << qint64(400) << 100.0 << 149.0;
    QTest::newRow("all at once") << qint64(400) << 100.0 << 100.0;
}

void CompletionTest::rateIsUnknownWhereItWouldMeanNothing()
{
    QFETCH(qint64, tokens);
    QFETCH(double, first);
    QFETCH(double, last);
    Completion completion;
    completion.usage.output = tokens;
    completion.timing.firstText = first;
    completion.timing.last = last;
    QVERIFY(!tokensPerSecond(completion).has_value());
    completion.usage.output.reset();
    QVERIFY(!tokensPerSecond(completion).has_value());
}

SWITCHYARD_TEST(CompletionTest)
#include "tst_completion.moc"
