#pragma once

#include <QString>

namespace core {

/// What stands where an answer named its own model or maker.
inline constexpr QStringView kMaskedName{u"█████"};

/// Text without what models say of themselves ("As ChatGPT", "I'm Claude", "made by Anthropic", "Ich bin
/// Gemini", "我是通义千问"): best effort by a list of names and the phrases around them, in English, German
/// and Chinese. A name that an answer is merely about stays.
QString maskSelfNaming(const QString &text);

} // namespace core
