#include "core/chat/chatresponsereader.h"
#include "core/chat/ssedecoder.h"
#include "tests/support/testunit.h"

#include <QTest>

using core::ChatResponseReader;
using core::Completion;
using core::Dialect;
using core::ResponseEnd;
using core::SseDecoder;

namespace {

/// Whole streams as providers send them: bytes in, settled answer out.
Completion readInPieces(const QByteArray &bytes, qsizetype first, qsizetype step)
{
    SseDecoder decoder;
    ChatResponseReader reader((Dialect()));
    const auto take = [&](QByteArrayView piece) {
        for (const core::SseEvent &event : decoder.feed(piece))
            reader.feed(event);
    };
    take(QByteArrayView(bytes).first(first));
    for (qsizetype at = first; at < bytes.size(); at += step)
        take(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at)));
    if (const auto last = decoder.finish())
        reader.feed(*last);
    return reader.finish(ResponseEnd::Closed, {});
}

QByteArray withLineEnds(QByteArray stream, const QByteArray &end)
{
    return stream.replace("\n", end);
}

} // namespace

class StreamsTest : public QObject
{
    Q_OBJECT

private slots:
    void readTheSameHoweverTheyAreCut_data();
    void readTheSameHoweverTheyAreCut();
};

void StreamsTest::readTheSameHoweverTheyAreCut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reasoning");
    QTest::addColumn<QString>("status");
    QTest::addColumn<qint64>("input");
    QTest::addColumn<qint64>("output");
    const auto row = [](const char *name, const QByteArray &bytes, const char *text, const char *reasoning,
                        const char *status, qint64 input, qint64 output) {
        QTest::newRow(name) << bytes << QString::fromUtf8(text) << QString::fromUtf8(reasoning)
                            << QString::fromLatin1(status) << input << output;
    };
    const QByteArray openAi =
        "data: "
        "{\"model\":\"gpt-4o-mini-2024-07-18\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\","
        "\"content\":\"\"},\"finish_reason\":null}],\"usage\":null}\n\n"
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Gr\xC3\xBC\xC3\x9F "
        "\"}}],\"usage\":null}\n\n"
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\xE4\xBD\xA0\xF0\x9F\x9A\x82\"}}]}\n\n"
        "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":null}\n\n"
        "data: "
        "{\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":4,\"total_tokens\":13}}\n\n"
        "data: [DONE]\n\n";
    const char *greeting = "Gr\xC3\xBC\xC3\x9F \xE4\xBD\xA0\xF0\x9F\x9A\x82";
    row("OpenAI", openAi, greeting, "", "complete", 9, 4);
    row("OpenAI with carriage returns and line feeds", withLineEnds(openAi, "\r\n"), greeting, "", "complete",
        9, 4);
    row("OpenAI with carriage returns", withLineEnds(openAi, "\r"), greeting, "", "complete", 9, 4);
    row("OpenAI after a byte order mark", "\xEF\xBB\xBF" + openAi, greeting, "", "complete", 9, 4);
    row("OpenAI, then data after the marker",
        openAi + "data: {\"choices\":[{\"delta\":{\"content\":\"x\"}}]}\n\n", greeting, "", "complete", 9, 4);
    row("closed right after the marker", openAi.chopped(2), greeting, "", "complete", 9, 4);
    row("cut inside the text", openAi.first(openAi.indexOf("\xF0\x9F") + 2), "Gr\xC3\xBC\xC3\x9F ", "",
        "interrupted", -1, -1);
    row("cut between two events", openAi.first(openAi.indexOf("data: {\"choices\":[],")), greeting, "",
        "complete", -1, -1);
    row("OpenRouter with keep-alives and an error midway",
        ": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n"
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Half\"}}]}\n\n"
        "data: "
        "{\"error\":{\"code\":502,\"message\":\"died\"},\"choices\":[{\"index\":0,\"delta\":{\"content\":"
        "\"\"},"
        "\"finish_reason\":\"error\"}]}\n\n",
        "Half", "", "interrupted", -1, -1);
    row("DeepSeek's reasoning field, no space after the colon",
        "data:{\"choices\":[{\"delta\":{\"content\":null,\"reasoning_content\":\"Hm.\"}}]}\n\n"
        "data:{\"choices\":[{\"delta\":{\"content\":\"42\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_"
        "tokens\":5,"
        "\"completion_tokens\":8,\"prompt_cache_hit_tokens\":0,\"prompt_cache_miss_tokens\":5}}\n\ndata:["
        "DONE]\n\n",
        "42", "Hm.", "complete", 5, 8);
    row("think tags cut anywhere",
        "data: {\"choices\":[{\"delta\":{\"content\":\"<th\"}}]}\n\n"
        "data: {\"choices\":[{\"delta\":{\"content\":\"ink>Hm.</thi\"}}]}\n\n"
        "data: {\"choices\":[{\"delta\":{\"content\":\"nk>\\n42\"},\"finish_reason\":\"stop\"}]}\n\n",
        "42", "Hm.", "complete", -1, -1);
    row("Moonshot's usage in the finish chunk",
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"ok\"}}]}\n\n"
        "data: "
        "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\",\"usage\":{\"prompt_tokens\":3,"
        "\"completion_tokens\":1,\"total_tokens\":4,\"cached_tokens\":1}}]}\n\ndata: [DONE]\n\n",
        "ok", "", "truncated", 3, 1);
    row("Groq's usage",
        "data: {\"choices\":[{\"delta\":{\"content\":\"ok\"},\"finish_reason\":\"stop\"}],"
        "\"x_groq\":{\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1,\"total_tokens\":4}}}\n\ndata: "
        "[DONE]\n\n",
        "ok", "", "complete", 3, 1);
    const QByteArray spread = "event: message\ndata: {\"choices\":[{\"delta\":\ndata: {\"content\":\"ok\"},\n"
                              "data: \"finish_reason\":\"stop\"}]}\n\n";
    row("an event over several data lines", spread, "ok", "", "complete", -1, -1);
    row("the same with two characters a line end", withLineEnds(spread, "\r\n"), "ok", "", "complete", -1,
        -1);
    row("an error event in plain words", "event: error\ndata: model crashed\n\n", "", "", "failed", -1, -1);
    row("pings of another protocol",
        "event: ping\ndata: pong\n\nevent: ping\ndata: {\"type\":\"ping\"}\n\n"
        "data: {\"choices\":[{\"delta\":{\"content\":\"ok\"},\"finish_reason\":\"stop\"}]}\n\n",
        "ok", "", "complete", -1, -1);
    row("an empty body", {}, "", "", "failed", -1, -1);
}

void StreamsTest::readTheSameHoweverTheyAreCut()
{
    QFETCH(QByteArray, bytes);
    const Completion whole = readInPieces(bytes, bytes.size(), 1);
    QTEST(whole.text, "text");
    QTEST(whole.reasoning, "reasoning");
    QTEST(core::laneStatusName(whole.status), "status");
    QTEST(whole.usage.input.value_or(-1), "input");
    QTEST(whole.usage.output.value_or(-1), "output");
    QCOMPARE(readInPieces(bytes, 0, 1), whole);
    QCOMPARE(readInPieces(bytes, 0, 7), whole);
    for (qsizetype at = 0; at <= bytes.size(); ++at)
        QCOMPARE(readInPieces(bytes, at, bytes.size()), whole);
}

SWITCHYARD_TEST(StreamsTest)
#include "tst_streams.moc"
