#include "core/evaluate/casetext.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace core {

namespace {

/// Line and column behind `text`, counted from 1; a carriage return and a line feed are one line end.
std::pair<qsizetype, qsizetype> placeBehind(QStringView text)
{
    qsizetype line = 1;
    qsizetype column = 1;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar character = text.at(at);
        const bool second = character == u'\n' && at > 0 && text.at(at - 1) == u'\r';
        if (character == u'\r' || (character == u'\n' && !second)) {
            ++line;
            column = 1;
        } else if (!second && !character.isLowSurrogate()) {
            ++column;
        }
    }
    return {line, column};
}

Error undecodable(QStringView before, const QString &encoding)
{
    const auto [line, column] = placeBehind(before);
    return Error{ErrorKind::InvalidRequest,
                 QCoreApplication::translate("CaseReader", "Line %1, column %2: these bytes are no %3 text.")
                     .arg(line)
                     .arg(column)
                     .arg(encoding)};
}

/// How many bytes at `text` form one well-formed character (RFC 3629, section 4); 0: none do.
qsizetype lengthOfUtf8(const uchar *text, qsizetype left)
{
    const auto continues = [&](qsizetype at, uchar low = 0x80, uchar high = 0xBF) {
        return at < left && text[at] >= low && text[at] <= high;
    };
    const uchar first = text[0];
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF)
        return continues(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && continues(2) ? 3 : 0;
    if (first >= 0xF0 && first <= 0xF4)
        return continues(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) && continues(2)
                && continues(3)
            ? 4
            : 0;
    return 0;
}

Result<QString> decodeUtf8(const QByteArray &bytes)
{
    const auto *text = reinterpret_cast<const uchar *>(bytes.constData());
    qsizetype at = 0;
    while (at < bytes.size()) {
        const qsizetype length = lengthOfUtf8(text + at, bytes.size() - at);
        if (length == 0)
            return undecodable(QString::fromUtf8(bytes.first(at)), QStringLiteral("UTF-8"));
        at += length;
    }
    return QString::fromUtf8(bytes);
}

Result<QString> decodeUtf16(const QByteArray &bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding, QStringConverter::Flag::ConvertInitialBom);
    const QString text = decoder.decode(bytes.first(bytes.size() & ~qsizetype(1)));
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool pair =
            text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        if (text.at(at).isSurrogate() && !pair)
            return undecodable(QStringView(text).first(at), QStringLiteral("UTF-16"));
        at += pair ? 1 : 0;
    }
    if (bytes.size() % 2 != 0)
        return undecodable(text, QStringLiteral("UTF-16"));
    return text;
}

} // namespace

Result<QString> decodeCaseText(const QByteArray &bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return decodeUtf8(bytes.sliced(3));
    if (bytes.startsWith("\xFF\xFE"))
        return decodeUtf16(bytes.sliced(2), QStringConverter::Utf16LE);
    if (bytes.startsWith("\xFE\xFF"))
        return decodeUtf16(bytes.sliced(2), QStringConverter::Utf16BE);
    return decodeUtf8(bytes);
}

} // namespace core
