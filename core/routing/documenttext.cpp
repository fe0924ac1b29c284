#include "core/routing/documenttext.h"

#include "core/routing/documentobject.h"

#include <QJsonDocument>
#include <QSet>

namespace core {

namespace {

struct TextPlace
{
    qsizetype line = 1;
    qsizetype column = 1;
};

TextPlace textPlaceOf(const QByteArray &text, qsizetype offset)
{
    const QByteArray before = text.first(std::clamp(offset, qsizetype(0), text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {.line = before.count('\n') + 1, .column = QString::fromUtf8(before.sliced(lineStart)).size() + 1};
}

/// Looks through a text that is known to be JSON for an object that names a member twice.
class TwinSearch
{
public:
    explicit TwinSearch(const QByteArray &json) : m_json(json) { }

    /// Whether there is one; then path() and offset() tell where.
    bool find()
    {
        for (m_at = 0; m_at < m_json.size(); ++m_at) {
            if (takes(m_json.at(m_at)))
                return true;
        }
        return false;
    }

    qsizetype offset() const { return m_at; }

    QString path() const
    {
        QString path;
        for (const Level &level : m_levels)
            path = level.isObject ? pathInside(path, level.member) : pathInside(path, level.place);
        return path;
    }

private:
    struct Level
    {
        bool isObject = false;
        QSet<QString> members = {};
        QString member = {};
        qsizetype place = 0;
    };

    bool takes(char each)
    {
        switch (each) {
        case '{':
        case '[':
            m_levels.append(Level{.isObject = each == '{'});
            m_memberNext = each == '{';
            return false;
        case '}':
        case ']':
            m_levels.removeLast();
            m_memberNext = false;
            return false;
        case ',':
            m_memberNext = m_levels.last().isObject;
            ++m_levels.last().place;
            return false;
        case '"':
            return takesText();
        default:
            return false;
        }
    }

    /// From the opening quote to the closing one.
    bool takesText()
    {
        const qsizetype from = m_at++;
        bool escaped = false;
        for (; m_at < m_json.size() && m_json.at(m_at) != '"'; ++m_at) {
            if (m_json.at(m_at) == '\\') {
                escaped = true;
                ++m_at;
            }
        }
        if (!m_memberNext)
            return false;
        m_memberNext = false;
        const QByteArray quoted = m_json.sliced(from, std::min(m_at + 1, m_json.size()) - from);
        Level &level = m_levels.last();
        level.member = escaped ? unescaped(quoted) : QString::fromUtf8(quoted.sliced(1, quoted.size() - 2));
        if (level.members.contains(level.member)) {
            m_at = from;
            return true;
        }
        level.members.insert(level.member);
        return false;
    }

    static QString unescaped(const QByteArray &quoted)
    {
        return QJsonDocument::fromJson(QByteArray("[" + quoted + "]")).array().at(0).toString();
    }

    const QByteArray &m_json;
    qsizetype m_at = 0;
    QList<Level> m_levels = {};
    bool m_memberNext = false;
};

Error wrongText(const QString &sentence)
{
    return Error{ErrorKind::InvalidRequest, sentence};
}

} // namespace

Result<QJsonObject> parseDocument(const QByteArray &text)
{
    if (text.size() > kLargestDocument)
        return wrongText(
            RuleDocument::tr("The document is larger than %1 MiB").arg(kLargestDocument / 1024 / 1024));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const TextPlace place = textPlaceOf(text, problem.offset);
        return wrongText(
            RuleDocument::tr("Line %1, column %2: this is no JSON: %3")
                .arg(QString::number(place.line), QString::number(place.column), problem.errorString()));
    }
    if (!document.isObject())
        return wrongText(expectedObject({}));
    TwinSearch twins(text);
    if (twins.find()) {
        const TextPlace place = textPlaceOf(text, twins.offset());
        return wrongText(RuleDocument::tr("Line %1, column %2: expected %3 only once")
                             .arg(QString::number(place.line), QString::number(place.column), twins.path()));
    }
    return document.object();
}

} // namespace core
