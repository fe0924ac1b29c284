#include "core/imports/jsonelements.h"
#include "tests/support/testunit.h"

#include <QBuffer>
#include <QTest>

using namespace core;

namespace {

/// Gives one byte at a time, as a slow disk might.
class Dripping : public QBuffer
{
public:
    using QBuffer::QBuffer;

protected:
    qint64 readData(char *data, qint64 longest) override
    {
        return QBuffer::readData(data, std::min<qint64>(longest, 1));
    }
};

} // namespace

class JsonElementsTest : public QObject
{
    Q_OBJECT

private slots:
    void objectsAreCutOut_data();
    void objectsAreCutOut();
    void whatIsBrokenIsNamedByItsPlace_data();
    void whatIsBrokenIsNamedByItsPlace();
    void aLongArrayIsNeverWhole();

private:
    /// The names of all elements, or the error's words.
    static QString read(QIODevice &device)
    {
        JsonElements elements(device);
        QStringList names;
        while (true) {
            const Result<std::optional<QJsonObject>> element = elements.next();
            if (!element)
                return element.error().message;
            if (!element->has_value())
                return names.join(u' ');
            names.append((**element)[u"n"].toString());
        }
    }
};

void JsonElementsTest::objectsAreCutOut_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("names");
    QTest::newRow("an empty array") << QByteArray(" [ ] ") << QString();
    QTest::newRow("some objects") << QByteArray(R"([{"n":"a"}, {"n":"b"},{"n":"c"}])")
                                  << QStringLiteral("a b c");
    QTest::newRow("one object") << QByteArray("\n{\"n\":\"a\"}\n") << QStringLiteral("a");
    QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF[{\"n\":\"a\"}]") << QStringLiteral("a");
    QTest::newRow("brackets and quotes in texts")
        << QByteArray(R"([{"n":"}]\"{["}, {"x":[{"y":"\\"}],"n":"b"}])") << QStringLiteral("}]\"{[ b");
}

void JsonElementsTest::objectsAreCutOut()
{
    QFETCH(QByteArray, json);
    QBuffer whole(&json);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QTEST(read(whole), "names");
    Dripping dripping(&json);
    QVERIFY(dripping.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    QTEST(read(dripping), "names");
}

void JsonElementsTest::whatIsBrokenIsNamedByItsPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QByteArray &json, const char *error) {
        QTest::newRow(name) << json << QString::fromUtf8(error);
    };
    row("nothing", "  ", "Line 1, column 3: the file is empty");
    row("no JSON", "hello", "Line 1, column 1: this is no JSON array or object");
    row("cut off in an element",
        "[{\"n\":\"a\"},\n {\"n\":", "Line 2, column 7: the file ends in the middle of element 2");
    row("cut off after an element", "[{\"n\":\"a\"}\n",
        "Line 2, column 1: the file ends before the array does");
    row("no comma", "[{} {}]", "Line 1, column 5: a comma or the end of the array is missing");
    row("a number", "[{}, 5]", "Line 1, column 6: element 2 is no object");
    row("something behind", "[{}] x",
        "Line 1, column 6: there is something after the end of the JSON document");
    row("a broken element", "[{},\n{\"n\":\n  tru}]",
        "Line 3, column 3: element 2 is no JSON: illegal value");
}

void JsonElementsTest::whatIsBrokenIsNamedByItsPlace()
{
    QFETCH(QByteArray, json);
    QBuffer device(&json);
    QVERIFY(device.open(QIODevice::ReadOnly));
    const QString message = read(device);
    QFETCH(QString, error);
    // Qt says where it noticed, a byte or two later or earlier.
    if (error.contains(QLatin1StringView("no JSON: ")))
        QVERIFY2(message.startsWith(QStringLiteral("Line 3, column "))
                     && message.endsWith(error.section(QStringLiteral(": "), 1)),
                 qPrintable(message));
    else
        QCOMPARE(message, error);
}

void JsonElementsTest::aLongArrayIsNeverWhole()
{
    QByteArray json("[");
    for (int at = 0; at < 50'000; ++at)
        json += (at > 0 ? "," : "") + QByteArray("{\"n\":\"") + QByteArray::number(at) + "\"}";
    json += ']';
    QBuffer device(&json);
    QVERIFY(device.open(QIODevice::ReadOnly));
    JsonElements elements(device);
    for (int at = 0; at < 100; ++at)
        QVERIFY(elements.next());
    QCOMPARE(elements.count(), 100);
    // Not much more than what was given has been taken from the file.
    QVERIFY(device.pos() < json.size() / 2);
    QCOMPARE(elements.position(), qint64(1 + 10 * 9 + 90 * 10 + 99));
}

SWITCHYARD_TEST(JsonElementsTest)
#include "tst_jsonelements.moc"
