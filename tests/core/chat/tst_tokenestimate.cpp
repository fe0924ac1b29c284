#include "core/chat/tokenestimate.h"
#include "tests/support/testunit.h"

#include <QTest>

class TokenEstimateTest : public QObject
{
    Q_OBJECT

private slots:
    void staysNearWhatTokenizersCount_data();
    void staysNearWhatTokenizersCount();
    void growsWithTheText();
};

void TokenEstimateTest::staysNearWhatTokenizersCount_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("least");
    QTest::addColumn<qint64>("most");
    QTest::newRow("nothing") << QString() << qint64(0) << qint64(0);
    QTest::newRow("one letter") << QStringLiteral("a") << qint64(1) << qint64(1);
    QTest::newRow("an English sentence")
        << QStringLiteral("The quick brown fox jumps over the lazy dog.") << qint64(8) << qint64(13);
    QTest::newRow("a Chinese sentence")
        << QString::fromUtf8("今天天气很好，我们去公园散步。") << qint64(12) << qint64(22);
    QTest::newRow("a Russian word") << QString::fromUtf8("здравствуйте") << qint64(3) << qint64(8);
    QTest::newRow("an emoji") << QString::fromUtf8("\xF0\x9F\x9A\x82") << qint64(1) << qint64(3);
}

void TokenEstimateTest::staysNearWhatTokenizersCount()
{
    QFETCH(QString, text);
    QFETCH(qint64, least);
    QFETCH(qint64, most);
    const qint64 tokens = core::estimateTokens(text);
    QVERIFY2(tokens >= least && tokens <= most, qPrintable(QString::number(tokens)));
}

void TokenEstimateTest::growsWithTheText()
{
    QCOMPARE(core::estimateTokens(QString(4000, u'x')), qint64(1000));
    QCOMPARE(core::estimateTokens(QString(4001, u'x')), qint64(1001));
}

SWITCHYARD_TEST(TokenEstimateTest)
#include "tst_tokenestimate.moc"
