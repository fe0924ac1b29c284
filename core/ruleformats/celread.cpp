#include "core/ruleformats/celcondition.h"

#include <QRegularExpression>

namespace core {

namespace {

enum class CelKind { End, Name, Text, Number, Mark, Broken };

struct CelToken
{
    CelKind kind = CelKind::End;
    QString text;
    qsizetype at = 0;
};

/// What is compared: a label of the call.
struct CelSubject
{
    Field field = Field::RequestedModel;
    QString key = {};
};

class CelReader
{
public:
    explicit CelReader(const QString &expression) : m_expression(expression) { advance(); }

    Result<Condition> read();

private:
    void advance();
    bool take(QStringView mark);
    void fail();
    Condition readAny(int depth);
    Condition readAll(int depth);
    Condition readNot(int depth);
    Condition readPlain(int depth);
    Condition readSubject();
    Condition readMethod(const CelSubject &subject);
    Condition readList(const CelSubject &subject);
    QString readText();
    CelSubject subject();
    static CelToken textToken(const QString &expression, qsizetype at, qsizetype *end);

    const QString m_expression;
    CelToken m_token;
    qsizetype m_next = 0;
    std::optional<Error> m_error;
};

Test celTest(const CelSubject &subject, Operator op, const QStringList &values)
{
    return Test{subject.field, op, subject.key, values};
}

Result<Condition> CelReader::read()
{
    const Condition condition = readAny(0);
    if (m_token.kind != CelKind::End)
        fail();
    if (m_error)
        return *m_error;
    return condition;
}

CelToken CelReader::textToken(const QString &expression, qsizetype at, qsizetype *end)
{
    const QChar quote = expression.at(at);
    CelToken token{CelKind::Text, {}, at};
    qsizetype place = at + 1;
    for (; place < expression.size() && expression.at(place) != quote; ++place) {
        QChar character = expression.at(place);
        if (character == u'\\' && place + 1 < expression.size()) {
            character = expression.at(++place);
            if (character == u'n')
                character = u'\n';
            else if (character == u't')
                character = u'\t';
            else if (!QStringView(u"\\\"'`?").contains(character))
                token.kind = CelKind::Broken; // an escape that is not read here
        }
        token.text += character;
    }
    if (place >= expression.size())
        token.kind = CelKind::Broken;
    *end = place + 1;
    return token;
}

void CelReader::advance()
{
    while (m_next < m_expression.size() && m_expression.at(m_next).isSpace())
        ++m_next;
    m_token = {CelKind::End, {}, m_next};
    if (m_next >= m_expression.size())
        return;
    const QChar first = m_expression.at(m_next);
    if (first == u'"' || first == u'\'') {
        m_token = textToken(m_expression, m_next, &m_next);
        return;
    }
    static const QRegularExpression word(QStringLiteral("[A-Za-z_][A-Za-z0-9_]*|[0-9]+(?:\\.[0-9]+)?"));
    const QRegularExpressionMatch match = word.match(m_expression, m_next, QRegularExpression::NormalMatch,
                                                     QRegularExpression::AnchorAtOffsetMatchOption);
    if (match.hasMatch()) {
        m_token.kind = first.isDigit() ? CelKind::Number : CelKind::Name;
        m_token.text = match.captured();
    } else {
        m_token.kind = CelKind::Mark;
        const QString two = m_expression.mid(m_next, 2);
        static const QStringList pairs{QStringLiteral("&&"), QStringLiteral("||"), QStringLiteral("=="),
                                       QStringLiteral("!="), QStringLiteral(">="), QStringLiteral("<=")};
        m_token.text = pairs.contains(two) ? two : QString(first);
    }
    m_next += m_token.text.size();
}

bool CelReader::take(QStringView mark)
{
    const bool isIt =
        (m_token.kind == CelKind::Mark || m_token.kind == CelKind::Name) && m_token.text == mark;
    if (isIt)
        advance();
    return isIt;
}

void CelReader::fail()
{
    if (m_error)
        return;
    const QString what =
        m_token.kind == CelKind::End ? RuleFormatWords::tr("the end") : m_expression.mid(m_token.at, 20);
    m_error = Error{ErrorKind::InvalidRequest,
                    RuleFormatWords::tr("Column %1: rules here do not know what begins with “%2”.")
                        .arg(QString::number(m_token.at + 1), what)};
    m_token = {CelKind::End, {}, m_expression.size()};
    m_next = m_expression.size();
}

Condition CelReader::readAny(int depth)
{
    QList<Condition> parts{readAll(depth)};
    while (take(u"||"))
        parts.append(readAll(depth));
    return parts.size() == 1 ? parts.first() : anyOf(parts);
}

Condition CelReader::readAll(int depth)
{
    QList<Condition> parts{readNot(depth)};
    while (take(u"&&"))
        parts.append(readNot(depth));
    return parts.size() == 1 ? parts.first() : allOf(parts);
}

Condition CelReader::readNot(int depth)
{
    if (depth > kDeepestCondition - 4) {
        fail();
        return {};
    }
    if (take(u"!"))
        return notOf(readNot(depth + 1));
    return readPlain(depth);
}

Condition CelReader::readPlain(int depth)
{
    if (take(u"(")) {
        const Condition inner = readAny(depth + 2);
        if (!take(u")"))
            fail();
        return inner;
    }
    if (take(u"true"))
        return {};
    if (take(u"false"))
        return anyOf({});
    if (m_token.kind == CelKind::Text) {
        // "name" in headers
        const QString key = readText();
        if (!take(u"in") || !take(u"headers"))
            fail();
        return testCondition(Test{Field::Tag, Operator::Present, key});
    }
    return readSubject();
}

CelSubject CelReader::subject()
{
    if (take(u"model"))
        return {};
    if (!take(u"headers")) {
        fail();
        return {};
    }
    CelSubject subject{Field::Tag};
    if (take(u"[")) {
        subject.key = readText();
        if (!take(u"]"))
            fail();
        return subject;
    }
    if (!take(u".") || m_token.kind != CelKind::Name)
        fail();
    subject.key = m_token.text;
    advance();
    return subject;
}

QString CelReader::readText()
{
    if (m_token.kind != CelKind::Text)
        fail();
    const QString text = m_token.text;
    advance();
    return text;
}

Condition CelReader::readSubject()
{
    const CelSubject compared = subject();
    if (take(u"=="))
        return testCondition(celTest(compared, Operator::Is, {readText()}));
    if (take(u"!="))
        return testCondition(celTest(compared, Operator::IsNot, {readText()}));
    if (take(u"in"))
        return readList(compared);
    if (take(u"."))
        return readMethod(compared);
    fail();
    return {};
}

Condition CelReader::readList(const CelSubject &compared)
{
    QStringList values;
    if (!take(u"["))
        fail();
    while (!m_error && !take(u"]")) {
        values.append(readText());
        if (take(u"]"))
            break;
        if (!take(u","))
            fail();
    }
    return testCondition(celTest(compared, Operator::Is, values));
}

Condition CelReader::readMethod(const CelSubject &compared)
{
    const QString method = m_token.text;
    if (m_token.kind != CelKind::Name)
        fail();
    advance();
    if (!take(u"("))
        fail();
    if (method == QLatin1StringView("size")) {
        const bool isPresence = take(u")") && take(u">") && m_token.text == QLatin1StringView("0");
        if (!isPresence)
            fail();
        advance();
        return testCondition(celTest(compared, Operator::Present, {}));
    }
    const QString text = readText();
    if (!take(u")"))
        fail();
    if (method == QLatin1StringView("contains"))
        return testCondition(celTest(compared, Operator::Contains, {text}));
    if (method == QLatin1StringView("matches"))
        return testCondition(celTest(compared, Operator::Matches, {text}));
    const QString escaped = QRegularExpression::escape(text);
    if (method == QLatin1StringView("startsWith"))
        return testCondition(celTest(compared, Operator::Matches, {QString(u'^' + escaped)}));
    if (method == QLatin1StringView("endsWith"))
        return testCondition(celTest(compared, Operator::Matches, {QString(escaped + u'$')}));
    fail();
    return {};
}

} // namespace

Result<Condition> readCel(const QString &expression)
{
    if (expression.trimmed().isEmpty())
        return Condition();
    return CelReader(expression).read();
}

} // namespace core
