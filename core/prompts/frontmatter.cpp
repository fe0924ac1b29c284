#include "core/prompts/frontmatter.h"

#include "core/base/textdecoding.h"
#include "core/prompts/prompttemplate.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

namespace core {

namespace {

constexpr qsizetype kMostFrontMatter = 64 * 1024;
/// Aliases make a small file stand for a large tree.
constexpr int kMostNodes = 10'000;

const QString kName = QStringLiteral("name");
const QString kFolder = QStringLiteral("folder");
const QString kKind = QStringLiteral("kind");
const QString kVariables = QStringLiteral("variables");

Error problem(const QString &fileName, const QString &what)
{
    return Error{ErrorKind::InvalidRequest, QStringLiteral("%1: %2").arg(fileName, what)};
}

struct Parts
{
    QString frontMatter;
    QString text;
};

/// Without a closing line there is no front matter: a text may begin with a rule.
Parts split(const QString &text)
{
    static const QRegularExpression kFence(
        QStringLiteral("\\A---[ \\t]*\\n(.*?)^(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)"),
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = kFence.match(text);
    Parts parts;
    parts.frontMatter = match.captured(1);
    parts.text = match.hasMatch() ? text.sliced(match.capturedEnd()) : text;
    if (match.hasMatch() && parts.text.startsWith(u'\n'))
        parts.text.remove(0, 1);
    if (parts.text.endsWith(u'\n'))
        parts.text.chop(1);
    return parts;
}

QString scalar(const YAML::Node &node)
{
    return QString::fromStdString(node.Scalar());
}

QJsonValue plainValue(const YAML::Node &node)
{
    // A quoted scalar has the tag "!".
    if (node.Tag() == "!")
        return scalar(node);
    bool flag = false;
    if (YAML::convert<bool>::decode(node, flag))
        return flag;
    qint64 whole = 0;
    if (YAML::convert<qint64>::decode(node, whole))
        return whole;
    double number = 0.0;
    if (YAML::convert<double>::decode(node, number))
        return number;
    return scalar(node);
}

/// Nothing when the tree is too large.
std::optional<QJsonValue> toJson(const YAML::Node &node, int *nodes)
{
    if (++*nodes > kMostNodes)
        return std::nullopt;
    if (node.IsScalar())
        return plainValue(node);
    if (node.IsSequence()) {
        QJsonArray array;
        for (const YAML::Node &element : node) {
            const std::optional<QJsonValue> value = toJson(element, nodes);
            if (!value)
                return std::nullopt;
            array.append(*value);
        }
        return array;
    }
    if (node.IsMap()) {
        QJsonObject object;
        for (const auto &member : node) {
            const std::optional<QJsonValue> value = toJson(member.second, nodes);
            if (!value)
                return std::nullopt;
            object.insert(scalar(member.first), *value);
        }
        return object;
    }
    return QJsonValue();
}

/// An error in words, empty when all is well.
QString readVariables(const YAML::Node &node, PromptTemplate *entry)
{
    const QString wrong = QStringLiteral("`variables` is neither a list of names nor names with values");
    if (node.IsNull() || !node.IsDefined())
        return {};
    if (node.IsSequence()) {
        for (const YAML::Node &name : node) {
            if (!name.IsScalar())
                return wrong;
        }
        return {};
    }
    if (!node.IsMap())
        return wrong;
    for (const auto &variable : node) {
        if (!variable.first.IsScalar() || !(variable.second.IsScalar() || variable.second.IsNull()))
            return wrong;
        if (variable.second.IsScalar())
            entry->lastValues.insert(scalar(variable.first), scalar(variable.second));
    }
    return {};
}

QString readField(const QString &key, const YAML::Node &value, TemplateFile *file)
{
    if (key == kVariables)
        return readVariables(value, &file->entry);
    if (key == kName || key == kFolder || key == kKind) {
        if (!value.IsScalar())
            return QStringLiteral("`%1` is not a text").arg(key);
        if (key == kName)
            file->entry.name = scalar(value);
        else if (key == kFolder)
            file->entry.folder = scalar(value);
        else if (const std::optional<TemplateKind> kind = templateKindFromName(scalar(value)))
            file->entry.kind = *kind;
        else
            return QStringLiteral("`kind` is neither prompt nor system: \"%1\"").arg(scalar(value));
        return {};
    }
    int nodes = 0;
    const std::optional<QJsonValue> json = toJson(value, &nodes);
    if (!json)
        return QStringLiteral("`%1` has more than %2 parts").arg(key, QString::number(kMostNodes));
    file->entry.extra.insert(key, *json);
    file->unknown.append(key);
    return {};
}

/// An error in words, empty when all is well.
QString readFrontMatter(const QString &yaml, TemplateFile *file)
{
    if (yaml.size() > kMostFrontMatter)
        return QStringLiteral("the front matter is larger than 64 KiB");
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        if (root.IsNull())
            return {};
        if (!root.IsMap())
            return QStringLiteral("the front matter is no list of fields");
        for (const auto &member : root) {
            const QString wrong = readField(scalar(member.first), member.second, file);
            if (!wrong.isEmpty())
                return wrong;
        }
    } catch (const YAML::Exception &exception) {
        // The first line of the file is the fence.
        return QStringLiteral("the front matter is no YAML: %1, line %2")
            .arg(QString::fromStdString(exception.msg), QString::number(exception.mark.line + 2));
    }
    return {};
}

void emitValue(YAML::Emitter &out, const QJsonValue &value)
{
    if (value.isArray()) {
        out << YAML::BeginSeq;
        for (const QJsonValue &element : value.toArray())
            emitValue(out, element);
        out << YAML::EndSeq;
    } else if (value.isObject()) {
        out << YAML::BeginMap;
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            out << YAML::Key << YAML::DoubleQuoted << member.key().toStdString() << YAML::Value;
            emitValue(out, member.value());
        }
        out << YAML::EndMap;
    } else if (value.isBool()) {
        out << value.toBool();
    } else if (value.isDouble()) {
        out << QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest).toStdString();
    } else if (value.isString()) {
        out << YAML::DoubleQuoted << value.toString().toStdString();
    } else {
        out << YAML::Null;
    }
}

QString fileSafe(QString part)
{
    static const QRegularExpression kRefused(QStringLiteral(R"([<>:"/\\|?*\x00-\x1f])"));
    part.replace(kRefused, QStringLiteral("_"));
    while (part.startsWith(u'.'))
        part[0] = u'_';
    return part.left(100).trimmed();
}

} // namespace

Result<TemplateFile> readTemplateFile(const QByteArray &data, const QString &fileName, const QString &folder)
{
    const std::optional<DecodedText> decoded = decodeText(data);
    if (!decoded)
        return problem(fileName, QStringLiteral("this is no text file"));
    const Parts parts = split(decoded->text);
    TemplateFile file;
    file.entry.name = QFileInfo(fileName).completeBaseName();
    file.entry.folder = folder;
    const QString wrong = readFrontMatter(parts.frontMatter, &file);
    if (!wrong.isEmpty())
        return problem(fileName, wrong);
    file.entry.text = parts.text;
    file.entry.folder = cleanFolder(file.entry.folder);
    file.entry.name = file.entry.name.simplified().replace(u'/', u'-');
    if (file.entry.text.trimmed().isEmpty())
        return problem(fileName, QStringLiteral("there is no text below the front matter"));
    if (file.entry.name.isEmpty())
        return problem(fileName, QStringLiteral("`name` is empty"));
    return file;
}

QByteArray writeTemplateFile(const PromptTemplate &entry)
{
    YAML::Emitter out;
    out << YAML::BeginMap;
    out << YAML::Key << kName.toStdString() << YAML::Value << YAML::DoubleQuoted << entry.name.toStdString();
    if (!entry.folder.isEmpty())
        out << YAML::Key << kFolder.toStdString() << YAML::Value << YAML::DoubleQuoted
            << entry.folder.toStdString();
    out << YAML::Key << kKind.toStdString() << YAML::Value << templateKindName(entry.kind).toStdString();
    const QStringList variables = variablesOf(entry.text);
    if (!variables.isEmpty()) {
        out << YAML::Key << kVariables.toStdString() << YAML::Value << YAML::BeginSeq;
        for (const QString &variable : variables)
            out << YAML::DoubleQuoted << variable.toStdString();
        out << YAML::EndSeq;
    }
    for (auto field = entry.extra.begin(); field != entry.extra.end(); ++field) {
        out << YAML::Key << YAML::DoubleQuoted << field.key().toStdString() << YAML::Value;
        emitValue(out, field.value());
    }
    out << YAML::EndMap;
    return QByteArray("---\n") + out.c_str() + "\n---\n\n" + entry.text.toUtf8() + '\n';
}

QString templateFilePath(const PromptTemplate &entry)
{
    QStringList parts;
    for (const QString &part : entry.folder.split(u'/', Qt::SkipEmptyParts))
        parts.append(fileSafe(part));
    parts.append(fileSafe(entry.name) + QStringLiteral(".md"));
    return parts.join(u'/');
}

} // namespace core
