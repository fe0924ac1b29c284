#include "tests/support/testunit.h"
#include "ui/compare/crosscheckwindow.h"
#include "ui/compare/raceclockwindow.h"
#include "ui/compare/racetrack.h"
#include "ui/compare/recordingtexts.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace ui;

namespace {

constexpr qint64 kMs = 1'000'000;

Recording sample()
{
    Recording recording;
    recording.url = QStringLiteral("https://api.example.org/v1/chat/completions");
    recording.requestHeaders = {{"Accept", "text/event-stream"}};
    recording.request = R"({"b":1,"a":[2]})";
    recording.requestSize = recording.request.size();
    recording.status = 200;
    recording.headers = {{"Content-Type", "text/event-stream"}};
    recording.response = "data: one\n\ndata: two\n\n";
    recording.chunks = {{100.0, 11}, {150.5, 11}};
    recording.responseSize = recording.response.size();
    recording.timing.headers = 90.0;
    recording.ended = true;
    return recording;
}

LaneState lane(const QString &account, const QString &text)
{
    LaneState lane;
    lane.target.name = {account, QStringLiteral("m")};
    lane.laneId = static_cast<qint64>(qHash(account) % 1000) + 1;
    lane.attempts = 1;
    lane.queuedNs = kMs;
    lane.dispatchedNs = kMs;
    lane.completion.status = LaneStatus::Complete;
    lane.completion.text = text;
    lane.completion.timing.headers = 80.0;
    lane.completion.timing.firstText = 100.0;
    lane.completion.timing.last = 200.0;
    lane.completion.usage.input = 10;
    return lane;
}

QStringList namesOf(const QList<OwnDelayRow> &rows)
{
    QStringList names;
    for (const OwnDelayRow &row : rows)
        names += row.name;
    return names;
}

} // namespace

/// What the instruments say, without a page around them.
class TestInstrumentTexts : public QObject
{
    Q_OBJECT

private slots:
    void aRequestReadsAsHttp();
    void aResponseReadsByTimeOrAsReceived();
    void cutBodiesSaySo();
    void veryLongTextsAreShortened();
    void onlyWhatWasMeasuredIsSaid();
    void verdicts_data();
    void verdicts();
    void rowsHaveRatiosWhereBothFiguresAreKnown();
    void theTrackSaysWhatTheMousePointsAt();
};

void TestInstrumentTexts::aRequestReadsAsHttp()
{
    QCOMPARE(requestText(sample(), RequestForm::AsSent),
             QStringLiteral("POST https://api.example.org/v1/chat/completions\nAccept: text/event-stream\n\n"
                            "{\"b\":1,\"a\":[2]}"));
    QVERIFY(requestText(sample(), RequestForm::Formatted).contains(QStringLiteral("    \"b\": 1")));
    Recording cut = sample();
    cut.requestSize = 1000;
    QCOMPARE(requestBody(cut, RequestForm::Formatted), QStringLiteral("{\"b\":1,\"a\":[2]}"));
}

void TestInstrumentTexts::aResponseReadsByTimeOrAsReceived()
{
    const QString head =
        QStringLiteral("Status 200, headers after 90.0 ms\nContent-Type: text/event-stream\n\n");
    QCOMPARE(responseText(sample(), ResponseForm::AsReceived),
             head + QStringLiteral("data: one\n\ndata: two\n\n"));
    QCOMPARE(responseText(sample(), ResponseForm::ByTime),
             head
                 + QStringLiteral("    100.0 ms   +10.0 ms   11 bytes\ndata: one\n\n"
                                  "    150.5 ms   +50.5 ms   11 bytes\ndata: two\n\n"));
    Recording none = sample();
    none.status = 0;
    none.headers.clear();
    none.response.clear();
    none.chunks.clear();
    none.error = Error{ErrorKind::Network, QStringLiteral("refused")};
    QCOMPARE(responseText(none, ResponseForm::ByTime),
             QStringLiteral("No answer came.\n\n\nEnded by: refused"));
}

void TestInstrumentTexts::cutBodiesSaySo()
{
    QCOMPARE(sizeText(1204, 1204), QStringLiteral("1,204 bytes"));
    QCOMPARE(sizeText(1204, 1000), QStringLiteral("1,204 bytes, the first 1,000 kept"));
}

void TestInstrumentTexts::veryLongTextsAreShortened()
{
    const QString text(600 * 1024, QLatin1Char('x'));
    const QString shown = shortened(text);
    QVERIFY(shown.size() < text.size());
    QVERIFY(
        shown.endsWith(QStringLiteral("90,112 more characters are not shown; Copy and the saved recording "
                                      "have them.")));
    QCOMPARE(shortened(QStringLiteral("short")), QStringLiteral("short"));
}

void TestInstrumentTexts::onlyWhatWasMeasuredIsSaid()
{
    RaceFacts facts;
    facts.lanes = {lane(QStringLiteral("a"), QStringLiteral("x"))};
    facts.nowNs = 1'000 * kMs;
    QVERIFY(ownDelayRows(facts).isEmpty());
    auto recording = std::make_shared<Recording>(sample());
    recording->own = {0.25, 0.5, 0.125};
    recording->dispatchedNs = kMs;
    facts.recorded = {
        {1, facts.lanes.constFirst().laneId, 1, QStringLiteral("a"), QStringLiteral("m"), recording}};
    facts.windowDelays = {3.0, 1.0, 2.0};
    facts.preconnectMs = 12.0;
    const QList<OwnDelayRow> rows = ownDelayRows(facts);
    QCOMPARE(namesOf(rows),
             (QStringList{QStringLiteral("Connections opened first"),
                          QStringLiteral("Dispatch until the request is written"),
                          QStringLiteral("Waiting in the network thread, longest"),
                          QStringLiteral("Decoding before the stamp, longest"),
                          QStringLiteral("Until the window has the text")}));
    QCOMPARE(rows.at(0).value, QStringLiteral("12.0 ms"));
    QCOMPARE(rows.at(1).value, QStringLiteral("median 0.25 ms, longest 0.25 ms"));
    QCOMPARE(rows.at(4).value, QStringLiteral("median 2.00 ms, longest 3.00 ms"));
    for (const OwnDelayRow &row : rows)
        QVERIFY(!row.method.isEmpty());
}

void TestInstrumentTexts::verdicts_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("otherModel");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the same") << "a b"
                              << "a b" << false << "Both answered the same, character by character.";
    QTest::newRow("half") << "a b c"
                          << "a b d" << false
                          << "The texts agree to 50 % (pairs of neighbouring words both have).";
    QTest::newRow("no text") << "a b"
                             << "" << false
                             << "One of the two gave no text, so the answers cannot be compared.";
    QTest::newRow("another model")
        << "a b"
        << "a b" << true << "Another model answered than the one asked for. The texts agree to 100 %.";
}

void TestInstrumentTexts::verdicts()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, otherModel);
    QFETCH(QString, expected);
    LaneState second = lane(QStringLiteral("b"), other);
    second.otherModelAnswered = otherModel;
    QCOMPARE(crossCheckVerdict(lane(QStringLiteral("a"), one), second), expected);
}

void TestInstrumentTexts::rowsHaveRatiosWhereBothFiguresAreKnown()
{
    LaneState second = lane(QStringLiteral("b"), QStringLiteral("x"));
    second.completion.usage.input = 15;
    const QList<CrossCheckRow> rows = crossCheckRows(lane(QStringLiteral("a"), QStringLiteral("x")), second);
    const CrossCheckRow input{QStringLiteral("Input tokens"), QStringLiteral("10"), QStringLiteral("15"),
                              QString::fromUtf8("× 1.50")};
    QVERIFY(rows.contains(input));
    const CrossCheckRow price{QStringLiteral("Price"), QStringLiteral("unknown"), QStringLiteral("unknown")};
    QVERIFY(rows.contains(price));
}

void TestInstrumentTexts::theTrackSaysWhatTheMousePointsAt()
{
    Theme theme;
    RaceTrack track(theme);
    track.resize(800, 200);
    track.show();
    QVERIFY(QTest::qWaitForWindowExposed(&track));
    QSignalSpy described(&track, &RaceTrack::described);
    track.setLanes(raceLanes({lane(QStringLiteral("a"), QStringLiteral("x"))}, {}, 1'000 * kMs));
    const QPoint inText(track.width() - theme.px(60), theme.px(26 + 22));
    QTest::mouseMove(&track, inText);
    QTRY_COMPARE(track.description(), QStringLiteral("m of a: text, 100.0 ms, from 100.0 to 200.0 ms"));
    QCOMPARE(track.accessibleDescription(), track.description());
    QCOMPARE(described.size(), 1);
    QTest::mouseMove(&track, QPoint(5, 5));
    QTRY_COMPARE(track.description(), QString());
}

SWITCHYARD_TEST(TestInstrumentTexts)
#include "tst_instrumenttexts.moc"
