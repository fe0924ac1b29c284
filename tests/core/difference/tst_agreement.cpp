#include "core/difference/agreement.h"
#include "tests/support/testunit.h"

#include <QRandomGenerator>
#include <QTest>

using namespace core;

namespace {

QList<BlockedText> answers(const QStringList &texts)
{
    QList<BlockedText> result;
    for (const QString &text : texts)
        result.append(blocksOfMarkdown(text));
    return result;
}

Agreement agreement(const QStringList &texts)
{
    return agreementOf(answers(texts)).value_or(Agreement());
}

/// How many lanes say each sentence of an answer.
QList<int> counts(const Agreement &agreement, int answer)
{
    QList<int> result;
    for (const AgreementPart &part : agreement.answers.at(answer))
        result.append(part.agreeing());
    return result;
}

} // namespace

class TestAgreement : public QObject
{
    Q_OBJECT

private slots:
    void pairsOfSentences_data();
    void pairsOfSentences();
    void everySentenceCountsItsLanes();
    void aLongerSentenceSaysTheShorterOne();
    void codeIsComparedByLine();
    void betweenTwoAnswers();
    void orderOfLanesChangesNoCount();
    void aCheckStopsTheWork();
    void emptyAnswersSayNothing();
};

void TestAgreement::pairsOfSentences_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("agree");
    const auto row = [](const char *name, const char *a, const char *b, bool agree) {
        QTest::newRow(name) << QString::fromUtf8(a) << QString::fromUtf8(b) << agree;
    };
    row("the same words", "Use a token bucket.", "Use a token bucket.", true);
    row("other case, marks and emphasis", "Use a **token bucket**!", "use a Token Bucket.", true);
    row("the same in other words around it",
        "Use a token bucket: it allows short bursts and keeps the average rate.",
        "A token bucket allows bursts while keeping the average rate.", true);
    row("other endings of words", "The limiter refills buckets lazily.",
        "A limiter refilled its bucket lazily.", true);
    row("another subject", "Use a token bucket for the public API.",
        "Store the counter in a shared database.", false);
    row("another number", "The limit is 100 requests per minute.", "The limit is 500 requests per minute.",
        false);
    row("another long number", "The table holds 1000000 rows today.", "The table holds 1000001 rows today.",
        false);
    row("a number more is no contradiction of the sentence without it",
        "Answer with Retry-After when it is empty.", "Answer 429 with Retry-After when it is empty.", true);
    row("the opposite", "The sky is blue at noon today.", "The sky is not blue at noon today.", false);
    row("the opposite in German", "Das Verfahren eignet sich gut.", "Das Verfahren eignet sich nicht gut.",
        false);
    row("German, other endings", "Der Eimer wird langsam aufgefüllt.", "Die Eimer werden langsam aufgefüllt.",
        true);
    row("Chinese, one word more", "令牌桶算法允许短时间的突发流量。", "令牌桶算法允许短时间内的突发流量。",
        true);
    row("Chinese, another subject", "令牌桶算法允许短时间的突发流量。", "请把计数器存放在共享的数据库里。",
        false);
    row("Chinese, the opposite", "令牌桶算法允许突发流量。", "令牌桶算法不允许突发流量。", false);
    row("full-width letters", "Ｔｏｋｅｎ ｂｕｃｋｅｔ works fine.", "Token bucket works fine.", true);
    row("short sentences need to be the same", "Yes, sure.", "Yes, maybe.", false);
    row("only small words in common", "It is on the way to us.", "It is in the bag of him.", false);
}

void TestAgreement::pairsOfSentences()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, agree);
    const Agreement found = agreement({a, b});
    QCOMPARE(found.answers.at(0).size(), 1);
    QCOMPARE(found.answers.at(0).constFirst().agreeing(), agree ? 2 : 1);
}

void TestAgreement::everySentenceCountsItsLanes()
{
    const Agreement found = agreement({
        QStringLiteral("Use a token bucket.\n\nReject with status 429. Keep it in Redis."),
        QStringLiteral("Reject with status 429. Use a token bucket."),
        QStringLiteral("A sliding log needs much memory.\n\n- Use a token bucket"),
    });
    QCOMPARE(counts(found, 0), (QList<int>{3, 2, 1}));
    QCOMPARE(counts(found, 1), (QList<int>{2, 3}));
    QCOMPARE(counts(found, 2), (QList<int>{1, 3}));
    QCOMPARE(found.answers.at(0).at(1).lanes, (QList<int>{0, 1}));
}

void TestAgreement::aLongerSentenceSaysTheShorterOne()
{
    const Agreement found = agreement({
        QStringLiteral("Refill the bucket lazily on every read."),
        QStringLiteral(
            "Refill the bucket lazily on every read, because a timer for each of many thousand clients "
            "costs memory, wakes the processor and drifts under load."),
    });
    QCOMPARE(counts(found, 0), QList<int>{2});
    QCOMPARE(counts(found, 1), QList<int>{1}); // the first answer does not say all of that
}

void TestAgreement::codeIsComparedByLine()
{
    const Agreement found = agreement({
        QStringLiteral("```cpp\nint tokens = 0;\nreturn tokens >= 1;\n}\n```"),
        QStringLiteral("```cpp\n    int tokens=0;\n    return tokens >= 2;\n```"),
        QStringLiteral("int tokens = 0;"),
    });
    QCOMPARE(counts(found, 0), (QList<int>{2, 1})); // prose is no code, and a lone brace says nothing
    QCOMPARE(counts(found, 2), QList<int>{1});
    QVERIFY(found.answers.at(0).constFirst().range.code);
}

void TestAgreement::betweenTwoAnswers()
{
    const QString one = QStringLiteral("Use a token bucket for the public service.");
    const QString other = QStringLiteral("Store the counter inside some shared database.");
    const Agreement found =
        agreement({one, one, one + u' ' + other, QStringLiteral("Something else entirely here."), {}});
    QCOMPARE(found.between(0, 1), 1.0);
    QCOMPARE(found.between(0, 3), 0.0);
    const double half = found.between(0, 2).value_or(0.0);
    QVERIFY2(half > 0.5 && half < 0.8, qPrintable(QString::number(half)));
    QCOMPARE(found.between(0, 2), found.between(2, 0));
    QVERIFY(!found.between(4, 4));
}

void TestAgreement::orderOfLanesChangesNoCount()
{
    const QStringList pool{
        QStringLiteral("Use a token bucket for bursts."),
        QStringLiteral("A token bucket is good for bursts."),
        QStringLiteral("Keep two numbers for every client."),
        QStringLiteral("Two numbers are kept for every client."),
        QStringLiteral("Answer with status 429 and a header."),
        QStringLiteral("Sliding logs need more memory."),
    };
    QRandomGenerator random(3);
    for (int round = 0; round < 50; ++round) {
        QStringList texts;
        for (int i = 0; i < 4; ++i) {
            QStringList sentences;
            for (int k = 0; k < 4; ++k)
                sentences.append(pool.at(random.bounded(static_cast<int>(pool.size()))));
            texts.append(sentences.join(u' '));
        }
        const Agreement forwards = agreement(texts);
        QCOMPARE(agreement(texts), forwards);
        std::reverse(texts.begin(), texts.end());
        const Agreement backwards = agreement(texts);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(counts(forwards, i), counts(backwards, 3 - i));
    }
}

void TestAgreement::aCheckStopsTheWork()
{
    const QStringList texts(3, QStringLiteral("One sentence. Another sentence."));
    int asked = 0;
    QVERIFY(!agreementOf(answers(texts), [&asked] { return ++asked == 2; }));
    QCOMPARE(asked, 2);
}

void TestAgreement::emptyAnswersSayNothing()
{
    const Agreement found =
        agreement({QString(), QStringLiteral("---\n\n***"), QStringLiteral("Something.")});
    QVERIFY(found.answers.at(0).isEmpty());
    QVERIFY(found.answers.at(1).isEmpty());
    QCOMPARE(counts(found, 2), QList<int>{1});
    QVERIFY(agreement({}).answers.isEmpty());
}

SWITCHYARD_TEST(TestAgreement)
#include "tst_agreement.moc"
