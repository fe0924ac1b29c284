#include "core/yaml/yamlwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace core {

namespace {

QString jsonText(const QJsonValue &value)
{
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.sliced(1, json.size() - 2));
}

/// Words that some reader of YAML takes for something else than a text.
bool isTakenWord(const QString &text)
{
    static const QRegularExpression taken(QStringLiteral("^(null|true|false|yes|no|on|off|y|n)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    return taken.match(text).hasMatch();
}

QString yamlScalar(const QJsonValue &value)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_./-]*$"));
    const QString text = value.toString();
    if (value.isString() && plain.match(text).hasMatch() && !isTakenWord(text))
        return text;
    return jsonText(value);
}

QStringList orderedNames(const QJsonObject &object, const QStringList &front)
{
    QStringList names;
    for (const QString &name : front) {
        if (object.contains(name))
            names.append(name);
    }
    for (const QString &name : object.keys()) {
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

bool isBlock(const QJsonValue &value)
{
    return (value.isArray() && !value.toArray().isEmpty())
        || (value.isObject() && !value.toObject().isEmpty());
}

void writeYaml(const QJsonValue &value, const QStringList &front, int depth, QString &yaml);

/// Each item behind a dash, its further lines below its first.
void writeYamlList(const QJsonArray &list, const QStringList &front, int depth, QString &yaml)
{
    const QString indent(depth * 2, QLatin1Char(' '));
    for (const QJsonValue &item : list) {
        QString inner;
        writeYaml(item, front, depth + 1, inner);
        yaml += indent + QStringLiteral("- ") + (isBlock(item) ? inner.sliced((depth + 1) * 2) : inner);
    }
}

void writeYaml(const QJsonValue &value, const QStringList &front, int depth, QString &yaml)
{
    if (!isBlock(value)) {
        yaml += yamlScalar(value) + QLatin1Char('\n');
        return;
    }
    if (value.isArray()) {
        writeYamlList(value.toArray(), front, depth, yaml);
        return;
    }
    const QJsonObject object = value.toObject();
    const QString indent(depth * 2, QLatin1Char(' '));
    for (const QString &name : orderedNames(object, front)) {
        const QJsonValue member = object.value(name);
        yaml += indent + yamlScalar(name) + QLatin1Char(':');
        yaml += isBlock(member) ? QLatin1Char('\n') : QLatin1Char(' ');
        writeYaml(member, front, depth + 1, yaml);
    }
}

} // namespace

QByteArray jsonToYaml(const QJsonValue &value, const QStringList &front)
{
    QString yaml;
    writeYaml(value, front, 0, yaml);
    return yaml.toUtf8();
}

} // namespace core
