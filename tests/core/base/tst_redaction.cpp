#include "core/base/redaction.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class RedactionTest : public QObject
{
    Q_OBJECT

private slots:
    void hidesKnownSecretsEverywhere();
    void hidesWhatLooksLikeAKey_data();
    void hidesWhatLooksLikeAKey();
    void leavesOrdinaryTextAlone();
    void tooShortASecretIsNoSecret();
    void namesHeadersThatCarryCredentials_data();
    void namesHeadersThatCarryCredentials();
};

void RedactionTest::hidesKnownSecretsEverywhere()
{
    const QString text =
        redacted(QStringLiteral("key topsecret, again topsecret."), {QStringLiteral("topsecret")});
    QCOMPARE(text, QStringLiteral("key [redacted], again [redacted]."));
}

void RedactionTest::hidesWhatLooksLikeAKey_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("an OpenAI key") << QStringLiteral("Incorrect API key provided: sk-abcdefgh12345678");
    QTest::newRow("a project key") << QStringLiteral("sk-proj-abc_DEF-123456");
    QTest::newRow("a Groq key") << QStringLiteral("bad gsk_abcdefgh12345678");
    QTest::newRow("a Google key") << QStringLiteral("?key=AIzaSyA1234567890abcdef");
    QTest::newRow("a bearer header") << QStringLiteral("Authorization: Bearer whatever.this-is");
    QTest::newRow("a bearer in small letters") << QStringLiteral("authorization: bearer whatever.this-is");
}

void RedactionTest::hidesWhatLooksLikeAKey()
{
    QFETCH(QString, text);
    const QString safe = redacted(text);
    QVERIFY2(safe.contains(QLatin1StringView("[redacted]")), qPrintable(safe));
    for (const char *part : {"abcdefgh12345678", "abc_DEF-123456", "SyA1234567890", "whatever"})
        QVERIFY2(!safe.contains(QLatin1StringView(part)), qPrintable(safe));
}

void RedactionTest::leavesOrdinaryTextAlone()
{
    const QString text = QStringLiteral("The task is a risk-averse desk-check of 16k tokens; ask again.");
    QCOMPARE(redacted(text), text);
}

void RedactionTest::tooShortASecretIsNoSecret()
{
    QCOMPARE(redacted(QStringLiteral("a cat"), {QStringLiteral("a"), QString()}), QStringLiteral("a cat"));
}

void RedactionTest::namesHeadersThatCarryCredentials_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("secret");
    QTest::newRow("the usual one") << QByteArray("Authorization") << true;
    QTest::newRow("Anthropic's") << QByteArray("x-api-key") << true;
    QTest::newRow("Azure's") << QByteArray("api-key") << true;
    QTest::newRow("a proxy's") << QByteArray("Proxy-Authorization") << true;
    QTest::newRow("cookies") << QByteArray("Cookie") << true;
    QTest::newRow("a title") << QByteArray("X-Title") << false;
    QTest::newRow("an organisation") << QByteArray("OpenAI-Organization") << false;
    QTest::newRow("a version") << QByteArray("anthropic-version") << false;
}

void RedactionTest::namesHeadersThatCarryCredentials()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, secret);
    QCOMPARE(isSecretHeader(name), secret);
}

SWITCHYARD_TEST(RedactionTest)
#include "tst_redaction.moc"
