#include "core/ledger/tokenratios.h"
#include "tests/core/ledger/ledgerfixture.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;
using test::LedgerFixture;

class TokenRatiosTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_ledger = std::make_unique<LedgerFixture>(); }
    void cleanup() { m_ledger.reset(); }
    void theUsersOwnAnswersTeach();
    void otherAnswersDoNot_data();
    void otherAnswersDoNot();
    void reasoningThatIsCountedApartIsLeftOut();
    void aRatioIsReadAheadOfItsNeed();

private:
    /// Whole answers of 400 letters, 100 estimated tokens, that the provider counts as `output`.
    static AttemptOutcome answerOf(qint64 output)
    {
        AttemptOutcome outcome = LedgerFixture::answer(QString(400, u'x'));
        outcome.completion.usage.output = output;
        return outcome;
    }
    void tell(int count, const AttemptOutcome &outcome, const QString &target = QStringLiteral("a/m"))
    {
        for (int at = 0; at < count; ++at) {
            const RunIds ids = m_ledger->begin(QStringLiteral("?"), {target});
            m_ledger->settle(ids.attempts.first(), outcome);
        }
    }
    std::optional<TokenRatio> learned() const
    {
        return *await(m_ledger->database->read(
            [](Connection &connection) { return learnTokenRatio(connection, QStringLiteral("m")); }));
    }

    std::unique_ptr<LedgerFixture> m_ledger;
};

void TokenRatiosTest::theUsersOwnAnswersTeach()
{
    tell(19, answerOf(130));
    QVERIFY(!learned());
    tell(1, answerOf(130));
    QCOMPARE(learned()->samples, 20);
    QCOMPARE(learned()->middle, 1.3);
    tell(20, answerOf(160), QStringLiteral("a/other"));
    QCOMPARE(learned()->middle, 1.3);
}

void TokenRatiosTest::otherAnswersDoNot_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("estimated ones") << 0;
    QTest::newRow("cut ones") << 1;
    QTest::newRow("calls of tools, whose tokens are not in the text") << 2;
    QTest::newRow("ones whose counts fit nothing") << 3;
    QTest::newRow("ones without a text") << 4;
}

void TokenRatiosTest::otherAnswersDoNot()
{
    QFETCH(int, kind);
    AttemptOutcome outcome = answerOf(130);
    Completion &completion = outcome.completion;
    if (kind == 0)
        completion.usage.basis = UsageBasis::Estimated;
    else if (kind == 1)
        completion.status = LaneStatus::Interrupted;
    else if (kind == 2)
        completion.toolCalls = {{QStringLiteral("1"), QStringLiteral("f"), QStringLiteral("{}")}};
    else if (kind == 3)
        completion.usage.inconsistent = true;
    else
        completion.text.clear();
    tell(25, outcome);
    QVERIFY(!learned());
}

void TokenRatiosTest::reasoningThatIsCountedApartIsLeftOut()
{
    AttemptOutcome outcome = answerOf(1'000);
    outcome.completion.usage.reasoning = 900;
    outcome.completion.reasoning = QStringLiteral("a summary");
    tell(20, outcome);
    QCOMPARE(learned()->middle, 1.0);
}

void TokenRatiosTest::aRatioIsReadAheadOfItsNeed()
{
    tell(20, answerOf(130));
    TokenRatios ratios(*m_ledger->database);
    QSignalSpy learned(&ratios, &TokenRatios::learned);
    QVERIFY(!ratios.of(QStringLiteral("m")));
    ratios.prepare(QStringLiteral("m"));
    QVERIFY(learned.wait());
    QCOMPARE(ratios.of(QStringLiteral("m"))->middle, 1.3);
    QVERIFY(!ratios.of(QStringLiteral("n")));
    // It is not read again for every request.
    ratios.prepare(QStringLiteral("m"));
    ratios.prepare(QStringLiteral("n"));
    QVERIFY(learned.wait());
    QCOMPARE(learned.size(), 2);
    QCOMPARE(learned.last().first().toString(), QStringLiteral("n"));
}

SWITCHYARD_TEST(TokenRatiosTest)

#include "tst_tokenratios.moc"
