#include "core/routing/promptfacts.h"

#include "core/chat/tokenestimate.h"

#include <array>
#include <string_view>

namespace core {

namespace {

/// So many lines that look like code are some.
constexpr int kLinesOfCode = 3;

/// Whether the text has a file in it: its name in backticks and a colon, a blank line, a fence.
bool holdsFile(QStringView text)
{
    constexpr QStringView kBeforeFence = u"`:\n\n```";
    for (qsizetype at = text.indexOf(kBeforeFence); at >= 0; at = text.indexOf(kBeforeFence, at + 1)) {
        const qsizetype line = text.left(at).lastIndexOf(u'\n') + 1;
        if (at > line + 1 && text.at(line) == u'`')
            return true;
    }
    return false;
}

bool isNameUnit(QChar unit)
{
    return unit.isLetterOrNumber() || unit == u'_';
}

/// A call or an assignment, and not a clause of a sentence.
bool endsStatement(QStringView line)
{
    const QStringView statement = line.chopped(1).trimmed();
    if (statement.contains(u'=') || statement.contains(u"++") || statement.contains(u"--"))
        return true;
    const qsizetype bracket = statement.indexOf(u'(');
    if (bracket > 0)
        return isNameUnit(statement.at(bracket - 1));
    const bool isWord = !statement.isEmpty() && std::all_of(statement.begin(), statement.end(), isNameUnit);
    return isWord || statement.startsWith(u"return ") || statement.startsWith(u"import ")
        || statement.startsWith(u"using ") || statement.startsWith(u"package ");
}

/// Some characters of ASCII, so that each line is asked for them at no cost.
class AsciiSet
{
public:
    constexpr explicit AsciiSet(std::string_view units)
    {
        for (const char unit : units)
            m_has[static_cast<unsigned char>(unit)] = true;
    }
    bool contains(QChar unit) const { return unit.unicode() < m_has.size() && m_has[unit.unicode()]; }

private:
    std::array<bool, 128> m_has = {};
};

bool endsAsCode(QStringView line)
{
    constexpr std::array<QStringView, 12> ends{u"{",  u"}",  u"},", u"});", u");", u"[",
                                               u"],", u"](", u"=>", u"->",  u"/>", u"*/"};
    static constexpr AsciiSet kLast("{},;[(>/");
    if (!kLast.contains(line.back()))
        return false; // as most lines of prose
    if (std::any_of(ends.begin(), ends.end(), [line](QStringView end) { return line.endsWith(end); }))
        return true;
    return line.endsWith(u';') && endsStatement(line);
}

/// Words that begin a line of code when it also ends with a colon, as in Python.
bool opensBlock(QStringView line)
{
    constexpr std::array<QStringView, 10> words{u"def ", u"class ", u"if ", u"elif ", u"else",
                                                u"for ", u"while ", u"try", u"with ", u"except"};
    return line.back() == u':' && std::any_of(words.begin(), words.end(), [line](QStringView word) {
               return line.startsWith(word);
           });
}

/// `name = value`, also with a type or keyword before the name.
bool assigns(QStringView line)
{
    const qsizetype sign = line.contains(u'=') ? line.indexOf(u" = ") : -1;
    if (sign <= 0)
        return false;
    const QStringView name = line.left(sign);
    return name.count(u' ') <= 2 && std::all_of(name.begin(), name.end(), [](QChar unit) {
               return isNameUnit(unit) || QStringView(u" .[]<>:*&$,").contains(unit);
           });
}

bool beginsAsStatement(QStringView line)
{
    constexpr std::array<QStringView, 12> kStarts{
        u"#include ", u"#define ", u"#!/",       u"</",      u"<?",           u"<!DOCTYPE",
        u"//",        u"/*",       u"@Override", u"SELECT ", u"INSERT INTO ", u"CREATE TABLE "};
    static constexpr AsciiSet kFirstOfStarts("#</@SIC");
    static constexpr AsciiSet kFirstOfStatements("ifratp");
    const auto begins = [line](QStringView start) {
        return line.front() == start.front() && line.startsWith(start);
    };
    if (kFirstOfStarts.contains(line.front()) && std::any_of(kStarts.begin(), kStarts.end(), begins))
        return true;
    if (!kFirstOfStatements.contains(line.front()))
        return false; // as many lines of prose
    const bool isImport =
        (begins(u"import ") && line.count(u' ') <= 3) || (begins(u"from ") && line.contains(u" import "));
    const bool isCall = (begins(u"return ") || begins(u"await ") || begins(u"throw ") || begins(u"print("))
        && (line.contains(u'(') || line.count(u' ') == 1);
    return isImport || isCall;
}

QString lastUserText(const QList<Message> &messages)
{
    for (auto message = messages.crbegin(); message != messages.crend(); ++message) {
        if (message->role == Role::User)
            return message->text;
    }
    return {};
}

} // namespace

PromptFacts factsOf(const QList<Message> &messages, const ChatParameters &parameters)
{
    PromptFacts facts;
    facts.parameters = parameters;
    facts.text = lastUserText(messages);
    facts.turns = 0;
    qint64 tokens = 0;
    for (const Message &message : messages) {
        tokens += estimateTokens(message.text) + kTokensOfAPicture * message.images.size();
        facts.hasImages = facts.hasImages || !message.images.isEmpty();
        if (message.role != Role::User)
            continue;
        ++facts.turns;
        facts.hasAttachments = facts.hasAttachments || holdsFile(message.text);
    }
    facts.hasAttachments = facts.hasAttachments || facts.hasImages;
    facts.tokens = tokens;
    return facts;
}

std::optional<qint64> outputLimitOf(const ChatParameters &parameters)
{
    if (parameters.maxTokens)
        return parameters.maxTokens;
    for (const QLatin1StringView name :
         {QLatin1StringView("max_completion_tokens"), QLatin1StringView("max_tokens")}) {
        const QJsonValue value = parameters.extra.value(name);
        if (value.isDouble())
            return value.toInteger();
    }
    return std::nullopt;
}

bool hasCode(QStringView text)
{
    const bool hasSign = text.contains(u'=');
    int lines = 0;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype lineEnd = text.indexOf(u'\n', from);
        const qsizetype end = lineEnd < 0 ? text.size() : lineEnd;
        const QStringView line = text.mid(from, end - from).trimmed();
        from = end + 1;
        if (line.isEmpty())
            continue;
        const bool mayBeFence = line.front() == u'`' || line.front() == u'~';
        if (mayBeFence && (line.startsWith(u"```") || line.startsWith(u"~~~")))
            return true;
        const bool isCode =
            endsAsCode(line) || beginsAsStatement(line) || opensBlock(line) || (hasSign && assigns(line));
        if (isCode && ++lines >= kLinesOfCode)
            return true;
    }
    return false;
}

} // namespace core
