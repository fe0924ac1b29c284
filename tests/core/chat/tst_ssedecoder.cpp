#include "core/chat/ssedecoder.h"
#include "tests/support/testunit.h"

#include <QTest>

using core::SseDecoder;
using core::SseEvent;

namespace {

using Events = QList<SseEvent>;

Events decodeInPieces(const QByteArray &bytes, const QList<qsizetype> &sizes)
{
    SseDecoder decoder;
    Events events;
    qsizetype at = 0;
    for (const qsizetype size : sizes) {
        events += decoder.feed(QByteArrayView(bytes).sliced(at, size));
        at += size;
    }
    events += decoder.feed(QByteArrayView(bytes).sliced(at));
    if (auto last = decoder.finish())
        events.append(*last);
    return events;
}

SseEvent messageEvent(const QByteArray &data)
{
    return {{}, data, {}};
}

} // namespace

class SseDecoderTest : public QObject
{
    Q_OBJECT

private slots:
    void readsEventsHoweverTheyAreCut_data();
    void readsEventsHoweverTheyAreCut();
    void deliversAnEventAsSoonAsItsBlankLineIsThere();
    void keepsTheLastEventThatNoBlankLineFollowed();
    void finishingTwiceGivesNothingNew();
    void aMegabyteLineInSmallPiecesStaysWhole();
    void stopsAtAnEventLargerThanAllowed_data();
    void stopsAtAnEventLargerThanAllowed();
};

void SseDecoderTest::readsEventsHoweverTheyAreCut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Events>("expected");
    const QByteArray bom("\xEF\xBB\xBF");
    QTest::newRow("nothing") << QByteArray() << Events{};
    QTest::newRow("line feeds") << QByteArray("data: a\n\ndata: b\n\n")
                                << Events{messageEvent("a"), messageEvent("b")};
    QTest::newRow("carriage return and line feed")
        << QByteArray("data: a\r\n\r\ndata: b\r\n\r\n") << Events{messageEvent("a"), messageEvent("b")};
    QTest::newRow("carriage returns alone")
        << QByteArray("data: a\r\rdata: b\r\r") << Events{messageEvent("a"), messageEvent("b")};
    QTest::newRow("mixed line ends") << QByteArray("data: a\r\n\ndata: b\n\rdata: c\r\r\n")
                                     << Events{messageEvent("a"), messageEvent("b"), messageEvent("c")};
    QTest::newRow("a byte order mark at the start") << bom + "data: a\n\n" << Events{messageEvent("a")};
    QTest::newRow("a second byte order mark belongs to the name") << bom + bom + "data: a\n\ndata: b\n\n"
                                                                  << Events{messageEvent("b")};
    QTest::newRow("a byte order mark later belongs to the line") << "data: a\n" + bom + "data: b\n\n"
                                                                 << Events{messageEvent("a")};
    QTest::newRow("comments, as keep-alives send them")
        << QByteArray(": OPENROUTER PROCESSING\n\n:\n\ndata: a\n:x\ndata: b\n\n")
        << Events{messageEvent("a\nb")};
    QTest::newRow("data over several lines")
        << QByteArray("data: a\ndata: b\ndata:\ndata: c\n\n") << Events{messageEvent("a\nb\n\nc")};
    QTest::newRow("data over several lines that end in two characters")
        << QByteArray("event: x\r\ndata: a\r\ndata: b\r\n\r\n") << Events{{"x", "a\nb", {}}};
    QTest::newRow("no space after the colon") << QByteArray("data:a\n\n") << Events{messageEvent("a")};
    QTest::newRow("only the first space is taken")
        << QByteArray("data:  a \n\n") << Events{messageEvent(" a ")};
    QTest::newRow("a field without a colon") << QByteArray("data\ndata\n\n") << Events{messageEvent("\n")};
    QTest::newRow("empty data is an event") << QByteArray("data:\n\n") << Events{messageEvent("")};
    QTest::newRow("event names hold for one event") << QByteArray("event: error\ndata: a\n\ndata: b\n\n")
                                                    << Events{{"error", "a", {}}, messageEvent("b")};
    QTest::newRow("an event without data is dropped with its name")
        << QByteArray("event: ping\n\ndata: a\n\n") << Events{messageEvent("a")};
    QTest::newRow("the last id stays") << QByteArray("id: 7\ndata: a\n\ndata: b\n\nid\ndata: c\n\n")
                                       << Events{{{}, "a", "7"}, {{}, "b", "7"}, messageEvent("c")};
    QTest::newRow("an id with a null byte is ignored")
        << QByteArray("id: 7\nid: 8\0\ndata: a\n\n", 22) << Events{{{}, "a", "7"}};
    QTest::newRow("retry and unknown fields are ignored")
        << QByteArray("retry: 100\nfoo: bar\nDATA: no\ndata: a\n\n") << Events{messageEvent("a")};
    QTest::newRow("characters of several bytes") << QByteArray("data: \xE4\xBD\xA0\xF0\x9F\x9A\x82\n\n")
                                                 << Events{messageEvent("\xE4\xBD\xA0\xF0\x9F\x9A\x82")};
    QTest::newRow("unterminated last event")
        << QByteArray("data: a\n\ndata: b") << Events{messageEvent("a"), messageEvent("b")};
    QTest::newRow("blank lines alone") << QByteArray("\n\n\r\n\r\r") << Events{};
}

void SseDecoderTest::readsEventsHoweverTheyAreCut()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Events, expected);
    QCOMPARE(decodeInPieces(bytes, {}), expected);
    QCOMPARE(decodeInPieces(bytes, QList<qsizetype>(bytes.size(), 1)), expected);
    for (qsizetype first = 0; first <= bytes.size(); ++first) {
        QCOMPARE(decodeInPieces(bytes, {first}), expected);
        for (qsizetype second = 0; first + second <= bytes.size(); ++second)
            QCOMPARE(decodeInPieces(bytes, {first, second}), expected);
    }
}

void SseDecoderTest::deliversAnEventAsSoonAsItsBlankLineIsThere()
{
    SseDecoder decoder;
    QCOMPARE(decoder.feed("data: a\n"), Events{});
    QCOMPARE(decoder.feed("\n"), Events{messageEvent("a")});
    QCOMPARE(decoder.feed("data: b\r\n\r"), Events{messageEvent("b")});
    QCOMPARE(decoder.feed("\n"), Events{});
}

void SseDecoderTest::keepsTheLastEventThatNoBlankLineFollowed()
{
    SseDecoder decoder;
    decoder.feed("data: [DONE]\n");
    const auto last = decoder.finish();
    QVERIFY(last.has_value());
    QCOMPARE(last->data, QByteArray("[DONE]"));
}

void SseDecoderTest::finishingTwiceGivesNothingNew()
{
    SseDecoder decoder;
    decoder.feed("data: a");
    QVERIFY(decoder.finish().has_value());
    QVERIFY(!decoder.finish().has_value());
}

void SseDecoderTest::aMegabyteLineInSmallPiecesStaysWhole()
{
    const QByteArray text(1024 * 1024, 'x');
    SseDecoder decoder;
    decoder.feed("data: ");
    for (qsizetype at = 0; at < text.size(); at += 64)
        QVERIFY(decoder.feed(QByteArrayView(text).sliced(at, 64)).isEmpty());
    QCOMPARE(decoder.feed("\n\n"), Events{messageEvent(text)});
}

void SseDecoderTest::stopsAtAnEventLargerThanAllowed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("one long line") << QByteArray("data: 0123456789012345678901234567890123456789\n\n");
    QTest::newRow("many short lines") << QByteArray("data: 0123456789\n").repeated(5) + "\n";
    QTest::newRow("a line that never ends") << QByteArray(100, ':');
}

void SseDecoderTest::stopsAtAnEventLargerThanAllowed()
{
    QFETCH(QByteArray, bytes);
    SseDecoder decoder(32);
    QCOMPARE(decoder.feed("data: a\n\n"), Events{messageEvent("a")});
    QVERIFY(decoder.feed(bytes).isEmpty());
    QVERIFY(decoder.overflowed());
    QVERIFY(decoder.feed("data: b\n\n").isEmpty());
    QVERIFY(!decoder.finish().has_value());
}

SWITCHYARD_TEST(SseDecoderTest)
#include "tst_ssedecoder.moc"
