#include "core/imports/jsonelements.h"

#include "core/imports/importwords.h"

#include <QJsonDocument>

namespace core {

namespace {

constexpr qint64 kChunk = 256 * 1024;

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace

std::optional<char> JsonElements::peek()
{
    if (m_at == m_chunk.size()) {
        m_chunk = m_device.read(kChunk);
        m_at = 0;
        if (m_chunk.isEmpty())
            return std::nullopt;
    }
    return m_chunk.at(m_at);
}

void JsonElements::take()
{
    if (m_chunk.at(m_at) == '\n') {
        ++m_line;
        m_column = 1;
    } else {
        ++m_column;
    }
    ++m_at;
    ++m_consumed;
}

std::optional<char> JsonElements::skipBlanks()
{
    std::optional<char> next = peek();
    while (next && isBlank(*next)) {
        take();
        next = peek();
    }
    return next;
}

Error JsonElements::wrongAt(qint64 line, qint64 column, const QString &what) const
{
    return unreadable(
        ImportWords::tr("Line %1, column %2: %3").arg(QString::number(line), QString::number(column), what));
}

Error JsonElements::wrong(const QString &what) const
{
    return wrongAt(m_line, m_column, what);
}

Result<std::optional<QJsonObject>> JsonElements::next()
{
    if (m_state == State::Start) {
        for (const char mark : {'\xEF', '\xBB', '\xBF'}) {
            if (peek() == mark)
                take();
        }
        m_column = 1;
        const std::optional<char> first = skipBlanks();
        if (!first)
            return wrong(ImportWords::tr("the file is empty"));
        if (*first == '{')
            return element();
        if (*first != '[')
            return wrong(ImportWords::tr("this is no JSON array or object"));
        m_array = true;
        take();
        if (skipBlanks() == ']')
            m_state = State::AfterElement;
        else
            return element();
    }
    const std::optional<char> next = skipBlanks();
    if (m_state == State::End || !m_array) {
        if (next)
            return wrong(ImportWords::tr("there is something after the end of the JSON document"));
        m_state = State::End;
        return std::optional<QJsonObject>();
    }
    if (next == ']') {
        take();
        m_state = State::End;
        return this->next();
    }
    if (next != ',')
        return wrong(next ? ImportWords::tr("a comma or the end of the array is missing")
                          : ImportWords::tr("the file ends before the array does"));
    take();
    (void)skipBlanks();
    return element();
}

/// The bytes of the object that starts here, up to the bracket that closes it.
Result<QByteArray> JsonElements::cut()
{
    QByteArray bytes;
    int depth = 0;
    bool text = false;
    bool escaped = false;
    do {
        const std::optional<char> next = peek();
        if (!next)
            return wrong(ImportWords::tr("the file ends in the middle of element %1").arg(m_count + 1));
        if (bytes.size() == kLongest)
            return wrong(
                ImportWords::tr("element %1 is longer than %2 MB").arg(m_count + 1).arg(kLongest >> 20));
        const char c = *next;
        if (escaped) {
            escaped = false;
        } else if (text) {
            escaped = c == '\\';
            text = c != '"';
        } else if (c == '"') {
            text = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        }
        bytes.append(c);
        take();
    } while (depth > 0);
    return bytes;
}

Result<std::optional<QJsonObject>> JsonElements::element()
{
    if (peek() != '{')
        return wrong(ImportWords::tr("element %1 is no object").arg(m_count + 1));
    const qint64 line = m_line;
    const qint64 column = m_column;
    const Result<QByteArray> bytes = cut();
    if (!bytes)
        return bytes.error();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const QByteArray before = bytes->left(problem.offset);
        const qsizetype lastBreak = before.lastIndexOf('\n');
        return wrongAt(line + before.count('\n'),
                       lastBreak < 0 ? column + before.size() : before.size() - lastBreak,
                       ImportWords::tr("element %1 is no JSON: %2")
                           .arg(QString::number(m_count + 1), problem.errorString()));
    }
    ++m_count;
    m_state = m_array ? State::AfterElement : State::End;
    return std::optional(document.object());
}

} // namespace core
