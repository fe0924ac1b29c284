#include "core/chat/requestfix.h"
#include "tests/support/testunit.h"

#include <QTest>

using core::ChatRequest;
using core::Dialect;
using core::Error;
using core::ErrorKind;
using core::RequestFix;

Q_DECLARE_METATYPE(core::RequestFix)

namespace {

Error rejection(const QString &message, int status = 400)
{
    return {ErrorKind::InvalidRequest, message, status};
}

ChatRequest limited()
{
    ChatRequest request;
    request.parameters.maxTokens = 100;
    return request;
}

} // namespace

class RequestFixTest : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatARejectionAsksFor_data();
    void readsWhatARejectionAsksFor();
    void neverAsksForTheSameFixTwice();
    void doesNotSwapAFieldThatWasNotSent();
    void swapsBothWays();
};

void RequestFixTest::readsWhatARejectionAsksFor_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("status");
    QTest::addColumn<RequestFix>("fix");
    const auto row = [](const char *message, int status, RequestFix fix) {
        QTest::newRow(message) << QString::fromLatin1(message) << status << fix;
    };
    row("Unrecognized request argument supplied: stream_options", 400, RequestFix::DropIncludeUsage);
    row("body.stream_options: Extra inputs are not permitted", 422, RequestFix::DropIncludeUsage);
    row("The parameter include_usage is not valid", 400, RequestFix::DropIncludeUsage);
    row("Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' "
        "instead.",
        400, RequestFix::SwapMaxTokensField);
    row("max_tokens is too large: 100000. This model supports at most 16384 completion tokens.", 400,
        RequestFix::None);
    row("Streaming is not supported by this model", 400, RequestFix::DropStreaming);
    row("Unsupported value: 'stream' does not support true with this model.", 422, RequestFix::DropStreaming);
    row("messages: field required", 422, RequestFix::None);
    row("stream_options is unknown", 500, RequestFix::None);
    row("stream_options is unknown", 401, RequestFix::None);
}

void RequestFixTest::readsWhatARejectionAsksFor()
{
    QFETCH(QString, message);
    QFETCH(int, status);
    QTEST(core::suggestFix(rejection(message, status), limited(), Dialect{}), "fix");
}

void RequestFixTest::neverAsksForTheSameFixTwice()
{
    const Error error = rejection(QStringLiteral("stream_options: extra inputs are not permitted"));
    const Dialect fixed = core::fixedDialect(Dialect{}, RequestFix::DropIncludeUsage);
    QVERIFY(!fixed.includeUsage);
    QCOMPARE(core::suggestFix(error, limited(), fixed), RequestFix::None);

    const Error noStream = rejection(QStringLiteral("streaming is not supported"));
    const Dialect whole = core::fixedDialect(Dialect{}, RequestFix::DropStreaming);
    QVERIFY(!whole.streaming);
    QCOMPARE(core::suggestFix(noStream, limited(), whole), RequestFix::None);
}

void RequestFixTest::doesNotSwapAFieldThatWasNotSent()
{
    const Error error = rejection(QStringLiteral("max_tokens is not supported, use max_completion_tokens"));
    QCOMPARE(core::suggestFix(error, ChatRequest{}, Dialect{}), RequestFix::None);
}

void RequestFixTest::swapsBothWays()
{
    const Dialect once = core::fixedDialect(Dialect{}, RequestFix::SwapMaxTokensField);
    QCOMPARE(once.maxTokensField, QStringLiteral("max_completion_tokens"));
    const Error error =
        rejection(QStringLiteral("body.max_completion_tokens: Extra inputs are not permitted"));
    QCOMPARE(core::suggestFix(error, limited(), once), RequestFix::SwapMaxTokensField);
    QCOMPARE(core::fixedDialect(once, RequestFix::SwapMaxTokensField), Dialect{});
}

SWITCHYARD_TEST(RequestFixTest)
#include "tst_requestfix.moc"
