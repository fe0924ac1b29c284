#include "core/simulator/imagefacts.h"

namespace core {

namespace {

int byteAt(const QByteArray &file, qsizetype at)
{
    return at < file.size() ? static_cast<quint8>(file.at(at)) : 0;
}

int bigEndian16(const QByteArray &file, qsizetype at)
{
    return byteAt(file, at) << 8 | byteAt(file, at + 1);
}

int littleEndian16(const QByteArray &file, qsizetype at)
{
    return byteAt(file, at) | byteAt(file, at + 1) << 8;
}

std::optional<ImageFacts> valid(const ImageFacts &facts)
{
    return facts.width > 0 && facts.height > 0 ? std::optional(facts) : std::nullopt;
}

/// Walks the segments to the frame header (ITU T.81, B.1.1.3).
std::optional<ImageFacts> jpegFacts(const QByteArray &file)
{
    qsizetype at = 2;
    while (at + 9 < file.size() && byteAt(file, at) == 0xFF) {
        const int marker = byteAt(file, at + 1);
        const bool isFrame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (isFrame)
            return valid({QStringLiteral("JPEG"), bigEndian16(file, at + 7), bigEndian16(file, at + 5)});
        at += 2 + bigEndian16(file, at + 2);
    }
    return std::nullopt;
}

/// The three kinds of WebP: https://developers.google.com/speed/webp/docs/riff_container
std::optional<ImageFacts> webpFacts(const QByteArray &file)
{
    const QByteArray kind = file.mid(12, 4);
    ImageFacts facts{QStringLiteral("WebP")};
    if (kind == "VP8X") {
        facts.width = 1 + (littleEndian16(file, 24) | byteAt(file, 26) << 16);
        facts.height = 1 + (littleEndian16(file, 27) | byteAt(file, 29) << 16);
    } else if (kind == "VP8L") {
        const int low = littleEndian16(file, 21);
        const int high = littleEndian16(file, 23);
        facts.width = 1 + (low & 0x3FFF);
        facts.height = 1 + (low >> 14 | (high & 0xFFF) << 2);
    } else {
        facts.width = littleEndian16(file, 26) & 0x3FFF;
        facts.height = littleEndian16(file, 28) & 0x3FFF;
    }
    return valid(facts);
}

} // namespace

std::optional<ImageFacts> imageFacts(const QByteArray &file)
{
    if (file.startsWith("\x89PNG\r\n\x1a\n") && file.mid(12, 4) == "IHDR") {
        return valid({QStringLiteral("PNG"), bigEndian16(file, 16) << 16 | bigEndian16(file, 18),
                      bigEndian16(file, 20) << 16 | bigEndian16(file, 22)});
    }
    if (file.startsWith("GIF8"))
        return valid({QStringLiteral("GIF"), littleEndian16(file, 6), littleEndian16(file, 8)});
    if (file.startsWith("\xFF\xD8"))
        return jpegFacts(file);
    if (file.startsWith("RIFF") && file.mid(8, 4) == "WEBP" && file.size() >= 30)
        return webpFacts(file);
    return std::nullopt;
}

} // namespace core
