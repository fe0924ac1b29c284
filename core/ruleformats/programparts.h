#pragma once

#include "core/ruleformats/formatparts.h"

namespace core {

/// In what rules are written as a program; the last is a POSIX shell with curl and jq.
enum class ProgramLanguage { TypeScript, JavaScript, Python, Shell };

/// A value as a literal of the language, broken into lines where it would be long. `indent` spaces stand
/// before its last line.
QString programLiteral(const QJsonValue &value, ProgramLanguage language, int indent);
/// A text as a literal that holds no character that ends lines or turns text around.
QString programText(const QString &text, ProgramLanguage language);
/// A member's name as the language's programs have it, from `camelCase`.
QString programName(const QString &name, ProgramLanguage language);

/// A regular expression of PCRE2 in the language's own syntax.
struct PortablePattern
{
    QString pattern;
    bool ignoresCase = false;
    bool isMultiLine = false;
    bool dotIsAll = false;
};
/// Nothing for what the language cannot say or reads in another way.
std::optional<PortablePattern> portablePattern(const QString &pattern, ProgramLanguage language);

/// A condition as an expression over `call`. Nothing, with a loss, for what a program cannot know; health is
/// taken as unknown, and with it a comparison as not met.
std::optional<QString> programCondition(const Condition &condition, const QString &path,
                                        ProgramLanguage language, LossReport &losses);

} // namespace core
