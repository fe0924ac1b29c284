#pragma once

#include <QString>

namespace core {

/// What stands where an answer named its own model or maker.
inline constexpr QStringView kMaskedName{u"█████"};

/// Text without what models say of themselves ("As ChatGPT", "I'm Claude", "made by Anthropic", "Ich bin
/// Gemini", "我是通义千问"): best effort by a list of names and the phrases around them, in English, German
/// and Chinese. A name that an answer is merely about stays.
QString maskSelfNaming(const QString &text);

/// The same for a text that arrives in parts: whatever the parts, what take() and finish() give, put
/// together, is maskSelfNaming() of the whole. Text is held back until its sentence or line has ended, or is
/// too long for that to be waited for. A value.
class SelfNamingMask
{
public:
    /// What can be shown now that `part` has arrived.
    QString take(const QString &part);
    /// The rest.
    QString finish();

private:
    QString m_held;
};

} // namespace core
