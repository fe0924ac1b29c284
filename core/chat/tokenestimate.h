#pragma once

#include <QString>

namespace core {

/// A guess at the tokens of `text`, within perhaps 30 % for common tokenizers: a quarter token a Latin
/// character, half a token a character of other alphabets, 1.25 a Chinese, Japanese or Korean one, two an
/// emoji. Only for estimates that are marked as such, never for a bill.
qint64 estimateTokens(QStringView text);

} // namespace core
