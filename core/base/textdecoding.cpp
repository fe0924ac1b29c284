#include "core/base/textdecoding.h"

#include <QStringConverter>

#include <array>

namespace core {

namespace {

struct Mark
{
    QByteArrayView bytes;
    QStringConverter::Encoding encoding;
    const char *name;
    /// Bytes of one unit.
    qsizetype unit;
};

// The longer marks first: that of UTF-32LE begins with that of UTF-16LE.
const std::array kMarks{
    Mark{QByteArrayView("\xff\xfe\0\0", 4), QStringConverter::Utf32LE, "UTF-32LE", 4},
    Mark{QByteArrayView("\0\0\xfe\xff", 4), QStringConverter::Utf32BE, "UTF-32BE", 4},
    Mark{QByteArrayView("\xef\xbb\xbf", 3), QStringConverter::Utf8, "UTF-8", 1},
    Mark{QByteArrayView("\xff\xfe", 2), QStringConverter::Utf16LE, "UTF-16LE", 2},
    Mark{QByteArrayView("\xfe\xff", 2), QStringConverter::Utf16BE, "UTF-16BE", 2},
};

/// What Windows-1252 has from 0x80 to 0x9F; 0 is unassigned.
/// https://encoding.spec.whatwg.org/index-windows-1252.txt
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// Control characters that text files have: backspace to carriage return, and escape for terminal colours.
bool isTextCharacter(char16_t c)
{
    return c >= 0x20 || (c >= 0x08 && c <= 0x0D) || c == 0x1B;
}

std::optional<DecodedText> checked(QString text, const char *encoding)
{
    for (const QChar c : std::as_const(text)) {
        if (!isTextCharacter(c.unicode()))
            return std::nullopt;
    }
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    return DecodedText{text, QString::fromLatin1(encoding)};
}

std::optional<DecodedText> decoded(QByteArrayView data, QStringConverter::Encoding encoding, const char *name)
{
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless);
    const QString text = decoder.decode(data);
    return decoder.hasError() ? std::nullopt : checked(text, name);
}

/// Zero bytes only at even places (big-endian) or only at odd ones (little-endian), and at most of them.
std::optional<QStringConverter::Encoding> unmarkedUtf16(QByteArrayView data)
{
    if (data.size() < 4 || data.size() % 2 != 0)
        return std::nullopt;
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype at = 0; at < data.size(); at += 2) {
        even += data[at] == '\0' ? 1 : 0;
        odd += data[at + 1] == '\0' ? 1 : 0;
    }
    const qsizetype most = data.size() / 2 * 7 / 10;
    if (even == 0 && odd >= most)
        return QStringConverter::Utf16LE;
    if (odd == 0 && even >= most)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

std::optional<DecodedText> windows1252(QByteArrayView data)
{
    QString text = QString::fromLatin1(data);
    for (QChar &c : text) {
        if (c.unicode() < 0x80 || c.unicode() > 0x9F)
            continue;
        const char16_t meant = kWindows1252.at(c.unicode() - 0x80);
        if (meant == 0)
            return std::nullopt;
        c = QChar(meant);
    }
    return checked(text, "Windows-1252");
}

} // namespace

std::optional<DecodedText> decodeText(const QByteArray &data)
{
    for (const Mark &mark : kMarks) {
        if (!data.startsWith(mark.bytes))
            continue;
        if (data.size() % mark.unit != 0)
            return std::nullopt;
        return decoded(QByteArrayView(data).sliced(mark.bytes.size()), mark.encoding, mark.name);
    }
    if (const auto utf16 = unmarkedUtf16(data))
        return decoded(data, *utf16, *utf16 == QStringConverter::Utf16LE ? "UTF-16LE" : "UTF-16BE");
    if (const std::optional<DecodedText> utf8 = decoded(data, QStringConverter::Utf8, "UTF-8"))
        return utf8;
    return windows1252(data);
}

} // namespace core
