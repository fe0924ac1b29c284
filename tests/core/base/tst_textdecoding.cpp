#include "core/base/textdecoding.h"
#include "tests/support/testunit.h"

#include <QStringConverter>
#include <QTest>

using namespace core;

namespace {

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding, bool mark)
{
    QStringEncoder encoder(encoding,
                           mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder.encode(text);
}

} // namespace

class TextDecodingTest : public QObject
{
    Q_OBJECT

private slots:
    void textIsReadInItsEncoding_data();
    void textIsReadInItsEncoding();
    void binaryDataIsNoText_data();
    void binaryDataIsNoText();
};

void TextDecodingTest::textIsReadInItsEncoding_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    const QString text = QStringLiteral("Grüße, 你好\n");
    const QString latin = QStringLiteral("name,value\nGröße,1\n");
    using Encoding = QStringConverter;
    QTest::newRow("UTF-8") << text.toUtf8() << text << QStringLiteral("UTF-8");
    QTest::newRow("UTF-8 with a mark")
        << encoded(text, Encoding::Utf8, true) << text << QStringLiteral("UTF-8");
    QTest::newRow("UTF-16LE with a mark")
        << encoded(text, Encoding::Utf16LE, true) << text << QStringLiteral("UTF-16LE");
    QTest::newRow("UTF-16BE with a mark")
        << encoded(text, Encoding::Utf16BE, true) << text << QStringLiteral("UTF-16BE");
    QTest::newRow("UTF-32LE with a mark, which begins as that of UTF-16LE")
        << encoded(text, Encoding::Utf32LE, true) << text << QStringLiteral("UTF-32LE");
    QTest::newRow("UTF-32BE with a mark")
        << encoded(text, Encoding::Utf32BE, true) << text << QStringLiteral("UTF-32BE");
    QTest::newRow("UTF-16LE without a mark")
        << encoded(latin, Encoding::Utf16LE, false) << latin << QStringLiteral("UTF-16LE");
    QTest::newRow("UTF-16BE without a mark")
        << encoded(latin, Encoding::Utf16BE, false) << latin << QStringLiteral("UTF-16BE");
    QTest::newRow("Latin-1") << latin.toLatin1() << latin << QStringLiteral("Windows-1252");
    QTest::newRow("the euro sign and quotes of Windows-1252")
        << QByteArray("\x80 5 \x84quoted\x93") << QString::fromUtf8("€ 5 „quoted“")
        << QStringLiteral("Windows-1252");
    QTest::newRow("line breaks of Windows and of old Macs")
        << QByteArray("a\r\nb\rc\n") << QStringLiteral("a\nb\nc\n") << QStringLiteral("UTF-8");
    QTest::newRow("colours of a terminal") << QByteArray("\x1b[1mbold\x1b[0m")
                                           << QStringLiteral("\x1b[1mbold\x1b[0m") << QStringLiteral("UTF-8");
    QTest::newRow("nothing") << QByteArray() << QString() << QStringLiteral("UTF-8");
}

void TextDecodingTest::textIsReadInItsEncoding()
{
    QFETCH(QByteArray, data);
    const std::optional<DecodedText> decoded = decodeText(data);
    QVERIFY(decoded);
    QTEST(decoded->text, "text");
    QTEST(decoded->encoding, "encoding");
}

void TextDecodingTest::binaryDataIsNoText_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("zero bytes") << QByteArray("ELF\0\0\1\2", 7);
    QTest::newRow("zero bytes at even and odd places") << QByteArray("\0\0a\0b\0\0c\0\0", 10);
    QTest::newRow("control characters") << QByteArray("text\x01\x02 more");
    QTest::newRow("broken UTF-8 under its mark") << QByteArray("\xef\xbb\xbf\xff\xfe ok");
    QTest::newRow("half a character under the mark of UTF-16") << QByteArray("\xff\xfe"
                                                                             "a\0b",
                                                                             5);
    QTest::newRow("a byte Windows-1252 does not have") << QByteArray("a \x81 b");
    QTest::newRow("the head of a PDF's stream") << QByteArray("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x00\x11", 17);
}

void TextDecodingTest::binaryDataIsNoText()
{
    QFETCH(QByteArray, data);
    QVERIFY(!decodeText(data));
}

SWITCHYARD_TEST(TextDecodingTest)
#include "tst_textdecoding.moc"
