#include "core/compare/attemptparts.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

/// What is said of an attempt whose provider reported no usage.
class AttemptPartsTest : public QObject
{
    Q_OBJECT

private slots:
    void aReportedUsageIsLeftAlone();
    void nothingReceivedIsNothingEstimated();
    void withoutAnOwnRatioTheGeneralEstimateCounts();
    void anOwnRatioGivesBounds();

private:
    static Completion stopped()
    {
        Completion completion;
        completion.status = LaneStatus::Cancelled;
        completion.text = QString(400, u'x');
        completion.reasoning = QString(80, u'y');
        return completion;
    }
    const QList<Message> m_messages{{Role::User, QString(200, u'z')}};
};

void AttemptPartsTest::aReportedUsageIsLeftAlone()
{
    Completion completion = stopped();
    completion.usage.output = 7;
    completion.usage.basis = UsageBasis::Reported;
    QCOMPARE(withEstimatedUsage(completion, m_messages, TokenRatio{1, 2, 3, 20}).usage, completion.usage);
}

void AttemptPartsTest::nothingReceivedIsNothingEstimated()
{
    Completion failed;
    failed.status = LaneStatus::Failed;
    QCOMPARE(withEstimatedUsage(failed, m_messages).usage.basis, UsageBasis::Missing);
}

void AttemptPartsTest::withoutAnOwnRatioTheGeneralEstimateCounts()
{
    const Usage usage = withEstimatedUsage(stopped(), m_messages).usage;
    QCOMPARE(usage.basis, UsageBasis::Estimated);
    QCOMPARE(usage.input, std::optional<qint64>(50));
    QCOMPARE(usage.output, std::optional<qint64>(120));
    QCOMPARE(usage.reasoning, std::optional<qint64>(20));
    QVERIFY(!usage.outputLow && !usage.outputHigh);
}

void AttemptPartsTest::anOwnRatioGivesBounds()
{
    const Usage usage = withEstimatedUsage(stopped(), m_messages, TokenRatio{1.5, 2.0, 2.5, 20}).usage;
    QCOMPARE(usage.input, std::optional<qint64>(100));
    QCOMPARE(usage.output, std::optional<qint64>(240));
    QCOMPARE(usage.reasoning, std::optional<qint64>(40));
    QCOMPARE(usage.outputLow, std::optional<qint64>(180));
    QCOMPARE(usage.outputHigh, std::optional<qint64>(300));
}

SWITCHYARD_TEST(AttemptPartsTest)
#include "tst_attemptparts.moc"
