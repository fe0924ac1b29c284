#include "core/compare/recordingfile.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace core;

namespace {

Recording sample()
{
    Recording recording;
    recording.url = QStringLiteral("https://api.example.org/v1/chat/completions");
    recording.requestHeaders = {{"Accept", "text/event-stream"}, {"Authorization", "[redacted]"}};
    recording.request = R"({"model":"m"})";
    recording.requestSize = recording.request.size();
    recording.status = 200;
    recording.headers = {{"Content-Type", "text/event-stream"}};
    recording.response = "data: Gr\xc3\xbc\xc3\x9f"
                         "e\n\n";
    recording.chunks = {{12.5, 4}, {13.25, recording.response.size() - 4}};
    recording.responseSize = recording.response.size();
    recording.timing = {1.5, 2.0, 3.0, std::nullopt, 12.5, 13.25};
    recording.own = {0.25, 0.125, 0.5};
    recording.dialect.maxTokensField = QStringLiteral("max_completion_tokens");
    recording.dialect.inputExcludesCache = true;
    recording.endedAtMs = 1'700'000'000'123;
    recording.endMs = 14.5;
    recording.end = ResponseEnd::Stalled;
    recording.error = Error{ErrorKind::Timeout, QStringLiteral("stalled")};
    recording.ended = true;
    return recording;
}

AttemptRecording recordedAttempt(qint64 lane, int number, const Recording &recording)
{
    return {lane * 10 + number,
            lane,
            number,
            QStringLiteral("acme"),
            QStringLiteral("m/%1").arg(lane),
            std::make_shared<const Recording>(recording)};
}

QByteArray changed(const std::function<void(QJsonObject &)> &change)
{
    QJsonObject file = QJsonDocument::fromJson(recordingFile({recordedAttempt(1, 1, sample())})).object();
    change(file);
    return QJsonDocument(file).toJson();
}

QJsonObject firstAttempt(const QJsonObject &file)
{
    return file[QStringLiteral("lanes")][0][QStringLiteral("attempts")][0].toObject();
}

} // namespace

class RecordingFileTest : public QObject
{
    Q_OBJECT

private slots:
    void aFileHoldsWhatWasRecorded();
    void lanesKeepTheirOrderAndAttempts();
    void bytesThatAreNoTextComeBackToo();
    void whateverLooksLikeAKeyOrAnOwnerIsMasked();
    void aKeyBehindAnEscapeIsMasked_data();
    void aKeyBehindAnEscapeIsMasked();
    void attemptsUnderWayAreLeftOut();
    void theEndIsNotBeforeWhatComesLast();
    void brokenFilesAreRefusedWithThePlace_data();
    void brokenFilesAreRefusedWithThePlace();
};

void RecordingFileTest::aFileHoldsWhatWasRecorded()
{
    const Result<QList<AttemptRecording>> read =
        readRecordingFile(recordingFile({recordedAttempt(1, 1, sample())}));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->size(), 1);
    QCOMPARE(*read->constFirst().recording, sample());
    QCOMPARE(read->constFirst().account, QStringLiteral("acme"));
    QCOMPARE(read->constFirst().model, QStringLiteral("m/1"));
}

void RecordingFileTest::lanesKeepTheirOrderAndAttempts()
{
    const Result<QList<AttemptRecording>> read = readRecordingFile(recordingFile(
        {recordedAttempt(9, 1, sample()), recordedAttempt(9, 2, sample()), recordedAttempt(4, 1, sample())}));
    QVERIFY(read);
    QCOMPARE(read->size(), 3);
    QCOMPARE(read->at(0).laneId, 1);
    QCOMPARE(read->at(1).laneId, 1);
    QCOMPARE(read->at(1).number, 2);
    QCOMPARE(read->at(2).laneId, 2);
    QCOMPARE(read->at(2).model, QStringLiteral("m/4"));
}

void RecordingFileTest::bytesThatAreNoTextComeBackToo()
{
    Recording recording = sample();
    recording.response = QByteArray("\xff\xfe\0x", 4);
    recording.chunks = {{1.0, 4}};
    recording.responseSize = 4;
    const Result<QList<AttemptRecording>> read =
        readRecordingFile(recordingFile({recordedAttempt(1, 1, recording)}));
    QVERIFY(read);
    QCOMPARE(read->constFirst().recording->response, recording.response);
}

void RecordingFileTest::whateverLooksLikeAKeyOrAnOwnerIsMasked()
{
    Recording recording = sample();
    recording.request = R"({"messages":[{"content":"my other key is sk-abcdefghijklmnop"}]})";
    recording.headers = {{"openai-organization", "acme-inc"}, {"X-Note", "AIzaSyD-1234567890"}};
    const QByteArray file = recordingFile({recordedAttempt(1, 1, recording)});
    QVERIFY(!file.contains("abcdefghijklmnop"));
    QVERIFY(!file.contains("acme-inc"));
    QVERIFY(!file.contains("SyD-123"));
    const Result<QList<AttemptRecording>> read = readRecordingFile(file);
    QVERIFY(read);
    QCOMPARE(read->constFirst().recording->request.size(), recording.request.size());
}

void RecordingFileTest::aKeyBehindAnEscapeIsMasked_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("masked");
    QTest::newRow("a line feed") << QByteArray(R"(keys:\nsk-abcdefghijklmnop)") << true;
    QTest::newRow("a carriage return") << QByteArray(R"(keys:\rsk-abcdefghijklmnop)") << true;
    QTest::newRow("a tab") << QByteArray(R"(keys:\tsk-abcdefghijklmnop)") << true;
    QTest::newRow("a code point") << QByteArray(R"(keys:\u00e4sk-abcdefghijklmnop)") << true;
    QTest::newRow("the end of a word") << QByteArray(R"(task-abcdefghijklmnop)") << false;
}

void RecordingFileTest::aKeyBehindAnEscapeIsMasked()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, masked);
    Recording recording = sample();
    recording.request = R"({"messages":[{"content":")" + text + R"("}]})";
    const QByteArray file = recordingFile({recordedAttempt(1, 1, recording)});
    QCOMPARE(!file.contains("abcdefghijklmnop"), masked);
}

void RecordingFileTest::attemptsUnderWayAreLeftOut()
{
    Recording recording = sample();
    recording.ended = false;
    const QByteArray file =
        recordingFile({recordedAttempt(1, 1, recording), recordedAttempt(2, 1, sample())});
    QCOMPARE(QJsonDocument::fromJson(file)[QStringLiteral("lanes")].toArray().size(), 1);
}

void RecordingFileTest::theEndIsNotBeforeWhatComesLast()
{
    const QByteArray file = changed([](QJsonObject &json) {
        QJsonObject one = firstAttempt(json);
        one.remove(QStringLiteral("end_ms"));
        json.insert(QStringLiteral("lanes"),
                    QJsonArray{QJsonObject{{QStringLiteral("attempts"), QJsonArray{one}}}});
    });
    const Result<QList<AttemptRecording>> read = readRecordingFile(file);
    QVERIFY(read);
    QCOMPARE(read->constFirst().recording->endMs, 13.25);
}

void RecordingFileTest::brokenFilesAreRefusedWithThePlace_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("words");
    QTest::newRow("no JSON") << QByteArray("{\"format\": ") << QStringLiteral("not JSON");
    QTest::newRow("another format") << QByteArray("{}") << QStringLiteral("not a recording");
    QTest::newRow("a later version") << changed([](QJsonObject &file) {
        file.insert(QStringLiteral("version"), 2);
    }) << QStringLiteral("version 2");
    QTest::newRow("no lanes") << changed([](QJsonObject &file) { file.remove(QStringLiteral("lanes")); })
                              << QStringLiteral("no attempts");
    const auto withAttempt = [](const QString &key, const QJsonValue &value) {
        return changed([key, value](QJsonObject &file) {
            QJsonObject one = firstAttempt(file);
            one.insert(key, value);
            file.insert(QStringLiteral("lanes"),
                        QJsonArray{QJsonObject{{QStringLiteral("attempts"), QJsonArray{one}}}});
        });
    };
    QTest::newRow("chunks that do not add up")
        << withAttempt(QStringLiteral("response"), QStringLiteral("short"))
        << QStringLiteral("lanes[0].attempts[0].chunks counts 15 bytes, but the response has 5");
    QTest::newRow("chunks out of order")
        << withAttempt(QStringLiteral("chunks"), QJsonArray{QJsonArray{5, 1}, QJsonArray{4, 1}})
        << QStringLiteral("lanes[0].attempts[0].chunks is not in the order of time");
    QTest::newRow("chunks of a negative size")
        << withAttempt(QStringLiteral("chunks"), QJsonArray{QJsonArray{5, -1}})
        << QStringLiteral("lanes[0].attempts[0].chunks");
}

void RecordingFileTest::brokenFilesAreRefusedWithThePlace()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, words);
    const Result<QList<AttemptRecording>> read = readRecordingFile(file);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(words), qPrintable(read.error().message));
}

SWITCHYARD_TEST(RecordingFileTest)
#include "tst_recordingfile.moc"
