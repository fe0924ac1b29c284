#include "core/chat/tokenestimate.h"
#include "core/chat/tokenratio.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

/// `count` answers of 100 estimated tokens and `reported` ones.
QList<RatioSample> samplesOf(int count, qint64 reported)
{
    return QList<RatioSample>(count, RatioSample{reported, 100});
}

} // namespace

class TokenRatioTest : public QObject
{
    Q_OBJECT

private slots:
    void fewAnswersSayNothing_data();
    void fewAnswersSayNothing();
    void theMiddleAndTheTenthsAreKept();
    void theGeneralEstimateIsOffByAQuarter();
    void anOwnRatioBoundsTheGuess();
};

void TokenRatioTest::fewAnswersSayNothing_data()
{
    QTest::addColumn<QList<RatioSample>>("samples");
    QTest::addColumn<int>("counted");
    QTest::newRow("none") << QList<RatioSample>() << 0;
    QTest::newRow("one too few") << samplesOf(19, 120) << 0;
    QTest::newRow("enough") << samplesOf(20, 120) << 20;
    QTest::newRow("short answers do not count")
        << samplesOf(19, 120) + QList<RatioSample>(50, RatioSample{9, 9}) << 0;
    QTest::newRow("tokens that are not in the text do not count")
        << samplesOf(19, 120) + QList<RatioSample>(50, RatioSample{5'000, 100}) << 0;
}

void TokenRatioTest::fewAnswersSayNothing()
{
    QFETCH(QList<RatioSample>, samples);
    const std::optional<TokenRatio> ratio = tokenRatioOf(samples);
    QTEST(ratio ? ratio->samples : 0, "counted");
}

void TokenRatioTest::theMiddleAndTheTenthsAreKept()
{
    const std::optional<TokenRatio> ratio =
        tokenRatioOf(samplesOf(4, 80) + samplesOf(12, 120) + samplesOf(4, 150));
    QVERIFY(ratio);
    QCOMPARE(ratio->low, 0.8);
    QCOMPARE(ratio->middle, 1.2);
    QCOMPARE(ratio->high, 1.5);
}

void TokenRatioTest::theGeneralEstimateIsOffByAQuarter()
{
    const QString text(4'000, u'x');
    QCOMPARE(guessTokens(text, std::nullopt), (TokenGuess{750, 1'000, 1'250}));
    QCOMPARE(guessTokens(text, std::nullopt).middle, estimateTokens(text));
    QCOMPARE(guessTokens({}, std::nullopt), TokenGuess());
}

void TokenRatioTest::anOwnRatioBoundsTheGuess()
{
    const TokenRatio ratio{1.5, 2.0, 2.5, 40};
    QCOMPARE(guessTokens(QString(4'000, u'x'), ratio), (TokenGuess{1'500, 2'000, 2'500}));
}

SWITCHYARD_TEST(TokenRatioTest)

#include "tst_tokenratio.moc"
