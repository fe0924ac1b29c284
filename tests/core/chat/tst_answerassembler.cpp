#include "core/chat/answerassembler.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

const QList<std::pair<QByteArray, QByteArray>> kStream{{"Content-Type", "text/event-stream"}};
const QByteArray kAnswer =
    "data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}\n\n"
    "data: {\"choices\":[{\"delta\":{\"content\":\"lo\"},\"finish_reason\":\"stop\"}]}\n\n"
    "data: [DONE]\n\n";

/// What an answer in pieces of `size` bytes comes to.
struct Assembled
{
    QString text;
    Completion completion;
};

Assembled assembled(const QList<std::pair<QByteArray, QByteArray>> &headers, int status,
                    const QByteArray &bytes, qsizetype size, const std::optional<Error> &error = std::nullopt)
{
    AnswerAssembler assembler({}, QStringLiteral("host:1"));
    Assembled result;
    const AnswerAssembler::Take take = [&result](const ChatDelta &delta) { result.text += delta.text; };
    assembler.setHead(status, headers);
    std::optional<AnswerEnd> end;
    for (qsizetype at = 0; at < bytes.size() && !end; at += size)
        end = assembler.feed(bytes.mid(at, size), take);
    result.completion = assembler.finish(end ? *end : assembler.close(error, 0, take));
    return result;
}

} // namespace

class AnswerAssemblerTest : public QObject
{
    Q_OBJECT

private slots:
    void splitsChangeNothing();
    void aStreamNeedsNoContentTypeThatSaysSo();
    void aWholeDocumentIsRead();
    void anErrorStatusKeepsTheProvidersWords();
    void aWebPageIsNoAnswerAndNamesTheHost();
    void aBrokenTransportInterrupts();
    void aStreamWithoutItsLastLineEndIsReadToItsEnd();
};

void AnswerAssemblerTest::splitsChangeNothing()
{
    for (qsizetype size = 1; size <= kAnswer.size(); ++size) {
        const Assembled result = assembled(kStream, 200, kAnswer, size);
        QCOMPARE(result.text, QStringLiteral("Hello"));
        QCOMPARE(result.completion.text, QStringLiteral("Hello"));
        QCOMPARE(result.completion.status, LaneStatus::Complete);
    }
}

void AnswerAssemblerTest::aStreamNeedsNoContentTypeThatSaysSo()
{
    QCOMPARE(assembled({}, 200, kAnswer, 40).completion.text, QStringLiteral("Hello"));
}

void AnswerAssemblerTest::aWholeDocumentIsRead()
{
    const Assembled result =
        assembled({{"content-type", "application/json"}}, 200,
                  R"({"choices":[{"message":{"content":"whole"},"finish_reason":"stop"}]})", 5);
    QCOMPARE(result.text, QStringLiteral("whole"));
    QCOMPARE(result.completion.status, LaneStatus::Complete);
}

void AnswerAssemblerTest::anErrorStatusKeepsTheProvidersWords()
{
    const Completion completion =
        assembled({{"Content-Type", "application/json"}}, 429, R"({"error":{"message":"slow down"}})", 100)
            .completion;
    QCOMPARE(completion.status, LaneStatus::Failed);
    QVERIFY(completion.error);
    QCOMPARE(completion.error->message, QStringLiteral("slow down"));
    QCOMPARE(completion.error->httpStatus, 429);
}

void AnswerAssemblerTest::aWebPageIsNoAnswerAndNamesTheHost()
{
    const Completion completion =
        assembled({{"Content-Type", "text/html"}}, 200, "<html>hi</html>", 100).completion;
    QCOMPARE(completion.status, LaneStatus::Failed);
    QVERIFY(completion.error && completion.error->message.contains(QStringLiteral("host:1")));
}

void AnswerAssemblerTest::aBrokenTransportInterrupts()
{
    const Error gone{ErrorKind::Network, QStringLiteral("gone")};
    const Completion completion = assembled(kStream, 200, kAnswer.first(60), 100, gone).completion;
    QCOMPARE(completion.status, LaneStatus::Interrupted);
    QCOMPARE(completion.text, QStringLiteral("Hel"));
}

void AnswerAssemblerTest::aStreamWithoutItsLastLineEndIsReadToItsEnd()
{
    const Completion completion = assembled(kStream, 200, kAnswer.chopped(2), 100).completion;
    QCOMPARE(completion.status, LaneStatus::Complete);
}

SWITCHYARD_TEST(AnswerAssemblerTest)
#include "tst_answerassembler.moc"
