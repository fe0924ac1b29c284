#include "core/prompts/prompttemplate.h"

#include <QRegularExpression>

namespace core {

namespace {

const QRegularExpression &places()
{
    static const QRegularExpression pattern(QStringLiteral(R"(\\\{\{|\{\{([^{}\r\n]+)\}\})"));
    return pattern;
}

} // namespace

QStringList variablesOf(const QString &text)
{
    QStringList names;
    auto matches = places().globalMatch(text);
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1).trimmed();
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

Result<QString> expandTemplate(const QString &text, const QHash<QString, QString> &values)
{
    QString expanded;
    qsizetype done = 0;
    auto matches = places().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        expanded += QStringView(text).mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        const QString name = match.captured(1).trimmed();
        if (name.isEmpty()) {
            expanded += match.hasCaptured(1) ? match.captured() : QStringLiteral("{{");
            continue;
        }
        const auto value = values.constFind(name);
        if (value == values.constEnd())
            return Error{ErrorKind::InvalidRequest,
                         QStringLiteral("The variable {{%1}} has no value.").arg(name)};
        expanded += *value;
    }
    expanded += QStringView(text).mid(done);
    return expanded;
}

QString escapedForTemplate(const QString &text)
{
    QString escaped;
    qsizetype done = 0;
    auto matches = places().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        escaped += QStringView(text).mid(done, match.capturedStart() - done);
        done = match.capturedStart();
        escaped += u'\\';
    }
    return escaped + QStringView(text).mid(done);
}

} // namespace core
