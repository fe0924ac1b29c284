#include "core/chat/tokenestimate.h"

namespace core {

namespace {

constexpr qint64 kQuartersPerToken = 4;

qint64 quarterTokens(char16_t unit)
{
    if (unit < 0x0250) // Latin with its accents, digits, punctuation
        return 1;
    if (QChar::isSurrogate(unit)) // emoji and rare characters: two units each
        return 4;
    const bool cjk = (unit >= 0x2E80 && unit <= 0x9FFF) || (unit >= 0xAC00 && unit <= 0xD7AF)
        || (unit >= 0xF900 && unit <= 0xFAFF) || (unit >= 0xFF00 && unit <= 0xFFEF);
    return cjk ? 5 : 2;
}

} // namespace

qint64 estimateTokens(QStringView text)
{
    qint64 quarters = 0;
    for (const QChar c : text)
        quarters += quarterTokens(c.unicode());
    return (quarters + kQuartersPerToken - 1) / kQuartersPerToken;
}

} // namespace core
