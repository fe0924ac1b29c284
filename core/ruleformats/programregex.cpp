#include "core/ruleformats/programparts.h"

#include <QRegularExpression>

namespace core {

namespace {

/// Copies a pattern piece by piece into another syntax.
class PatternPort
{
public:
    PatternPort(const QString &pattern, ProgramLanguage language)
        : m_pattern(pattern)
        , m_isScript(language == ProgramLanguage::TypeScript || language == ProgramLanguage::JavaScript)
        , m_isPython(language == ProgramLanguage::Python)
    {
    }

    std::optional<PortablePattern> port();

private:
    bool takeFlags();
    bool takeEscape();
    bool takeLetter(QChar letter);
    bool takeClassStart();
    bool takeInClass(QChar character);
    bool takeGroup();
    bool takeBrace();
    bool takePlain(QChar character);
    QChar at(qsizetype place) const { return place < m_pattern.size() ? m_pattern.at(place) : QChar(); }
    bool put(const QString &text, qsizetype taken);

    const QString m_pattern;
    const bool m_isScript;
    const bool m_isPython;
    PortablePattern m_result;
    qsizetype m_at = 0;
    bool m_inClass = false;
};

std::optional<PortablePattern> PatternPort::port()
{
    if (!takeFlags())
        return std::nullopt;
    while (m_at < m_pattern.size()) {
        const QChar character = m_pattern.at(m_at);
        const bool taken = character == u'\\' ? takeEscape()
            : m_inClass                       ? takeInClass(character)
                                              : takePlain(character);
        if (!taken)
            return std::nullopt;
    }
    return m_inClass ? std::nullopt : std::optional(m_result);
}

bool PatternPort::put(const QString &text, qsizetype taken)
{
    m_result.pattern += text;
    m_at += taken;
    return true;
}

/// Those for the whole pattern, at its beginning.
bool PatternPort::takeFlags()
{
    static const QRegularExpression flags(QStringLiteral("^\\(\\?([imsx]+)\\)"));
    const QRegularExpressionMatch match = flags.match(m_pattern);
    if (!match.hasMatch())
        return true;
    const QString letters = match.captured(1);
    m_result.ignoresCase = letters.contains(u'i');
    m_result.isMultiLine = letters.contains(u'm');
    m_result.dotIsAll = letters.contains(u's');
    m_at = match.capturedEnd();
    return !letters.contains(u'x');
}

bool PatternPort::takeEscape()
{
    const QChar next = at(m_at + 1);
    if (next.isNull())
        return false;
    if (next.isLetter() || next.isDigit())
        return takeLetter(next);
    const bool isSyntax = QStringView(u"^$\\.*+?()[]{}|/").contains(next) || (m_inClass && next == u'-');
    return put(isSyntax || !m_isScript ? QString(u'\\' + next) : QString(next), 2);
}

/// Letters mean Unicode here, which they do not in JavaScript.
bool PatternPort::takeLetter(QChar letter)
{
    const QString plain = QString(u'\\' + letter);
    if (QStringView(u"ntrfsS").contains(letter) || (letter >= u'1' && letter <= u'9' && !m_inClass))
        return put(plain, 2);
    static const QRegularExpression hex(QStringLiteral("\\\\x[0-9A-Fa-f]{2}"));
    static const QRegularExpression category(QStringLiteral("\\\\[pP]\\{[A-Z][a-z]?\\}"));
    for (const QRegularExpression &wide : {hex, category}) {
        const QRegularExpressionMatch match = wide.match(m_pattern, m_at, QRegularExpression::NormalMatch,
                                                         QRegularExpression::AnchorAtOffsetMatchOption);
        if (match.hasMatch())
            return (letter == u'x' || !m_isPython) && put(match.captured(), match.capturedLength());
    }
    const bool isWordPart = QStringView(u"dDwWbB").contains(letter);
    if (!isWordPart || (m_inClass && QStringView(u"WDbB").contains(letter)))
        return false;
    if (!m_isScript)
        return put(plain, 2);
    const QString word = QStringLiteral("\\p{L}\\p{N}_");
    const QString set = QString(u'[' + word + u']');
    if (letter == u'd')
        return put(QStringLiteral("\\p{Nd}"), 2);
    if (letter == u'D')
        return put(QStringLiteral("\\P{Nd}"), 2);
    if (letter == u'w')
        return put(m_inClass ? word : set, 2);
    if (letter == u'W')
        return put(QString(QStringLiteral("[^") + word + u']'), 2);
    return letter == u'b' && put(QStringLiteral("(?:(?<=%1)(?!%1)|(?<!%1)(?=%1))").arg(set), 2);
}

bool PatternPort::takeClassStart()
{
    m_inClass = true;
    QString start = QStringLiteral("[");
    if (at(m_at + 1) == u'^')
        start += u'^';
    const QChar first = at(m_at + start.size());
    return first != u']' && put(start, start.size());
}

bool PatternPort::takeInClass(QChar character)
{
    const QChar next = at(m_at + 1);
    if (character == u']')
        m_inClass = false;
    const bool isDouble = character == next && QStringView(u"&|~-").contains(character);
    if (isDouble || (character == u'[' && QStringView(u":.=").contains(next)))
        return false;
    return put(character == u'[' ? QStringLiteral("\\[") : QString(character), 1);
}

bool PatternPort::takeGroup()
{
    static const QRegularExpression group(
        QStringLiteral("\\((?:\\?(?::|=|!|<=|<!|<[A-Za-z_][A-Za-z0-9_]*>))?(?![?*])"));
    const QRegularExpressionMatch match = group.match(m_pattern, m_at, QRegularExpression::NormalMatch,
                                                      QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch())
        return false;
    QString text = match.captured();
    if (m_isPython && text.endsWith(u'>'))
        text.insert(2, u'P');
    return put(text, match.capturedLength());
}

bool PatternPort::takeBrace()
{
    static const QRegularExpression times(QStringLiteral("\\{[0-9]+(?:,[0-9]*)?\\}"));
    const QRegularExpressionMatch match = times.match(m_pattern, m_at, QRegularExpression::NormalMatch,
                                                      QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch())
        return put(QStringLiteral("\\{"), 1);
    return at(match.capturedEnd()) != u'+' && put(match.captured(), match.capturedLength());
}

bool PatternPort::takePlain(QChar character)
{
    switch (character.unicode()) {
    case u'[':
        return takeClassStart();
    case u'(':
        return takeGroup();
    case u'{':
        return takeBrace();
    case u'}':
    case u']':
        return put(QString(u'\\' + character), 1);
    case u'*':
    case u'+':
    case u'?':
        return at(m_at + 1) != u'+' && put(QString(character), 1);
    case u'$':
        // Before a line break at the end too.
        return put(m_isPython || m_result.isMultiLine ? QStringLiteral("$") : QStringLiteral("(?=\\n?$)"), 1);
    case u'.':
        return put(m_isScript && !m_result.dotIsAll ? QStringLiteral("[^\\n]") : QStringLiteral("."), 1);
    default:
        return put(QString(character), 1);
    }
}

} // namespace

std::optional<PortablePattern> portablePattern(const QString &pattern, ProgramLanguage language)
{
    return PatternPort(pattern, language).port();
}

} // namespace core
