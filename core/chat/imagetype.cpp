#include "core/chat/imagetype.h"

namespace core {

QString imageTypeOf(QByteArrayView data)
{
    if (data.startsWith("\x89PNG\r\n\x1a\n"))
        return QStringLiteral("image/png");
    if (data.startsWith("\xff\xd8\xff"))
        return QStringLiteral("image/jpeg");
    if (data.startsWith("GIF87a") || data.startsWith("GIF89a"))
        return QStringLiteral("image/gif");
    // RIFF, the length in four bytes, then the kind.
    if (data.startsWith("RIFF") && data.size() >= 14 && data.sliced(8).startsWith("WEBPVP"))
        return QStringLiteral("image/webp");
    return {};
}

} // namespace core
