#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace core {

/// Text of a file and the encoding it was in: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `UTF-32LE`, `UTF-32BE` or
/// `Windows-1252`.
struct DecodedText
{
    QString text;
    QString encoding;

    bool operator==(const DecodedText &) const = default;
};

/// The encoding is told by a byte order mark, else UTF-8 when the bytes are valid as such, else UTF-16
/// without a mark when every other byte of mostly Latin text is zero, else Windows-1252, which holds Latin-1.
/// Nothing for binary data: bytes that are wrong in the encoding that the mark names, or control characters
/// no text has. Line breaks become `\n`.
std::optional<DecodedText> decodeText(const QByteArray &data);

} // namespace core
