#include "core/yaml/yamljson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

namespace core {

namespace {

/// Anchors may repeat what they name exponentially often.
constexpr int kMostNodes = 1'000'000;
constexpr int kDeepest = 200;

QJsonValue scalar(const YAML::Node &node)
{
    const QString text = QString::fromStdString(node.Scalar());
    if (node.Tag() == "!")
        return text;
    static const QRegularExpression null(QStringLiteral("^(?:null|Null|NULL|~|)$"));
    static const QRegularExpression truth(QStringLiteral("^(?:true|True|TRUE)$"));
    static const QRegularExpression falsehood(QStringLiteral("^(?:false|False|FALSE)$"));
    static const QRegularExpression number(
        QStringLiteral(R"(^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$)"));
    if (null.match(text).hasMatch())
        return {};
    if (truth.match(text).hasMatch())
        return true;
    if (falsehood.match(text).hasMatch())
        return false;
    if (!number.match(text).hasMatch())
        return text;
    bool whole = false;
    const qint64 integer = text.toLongLong(&whole);
    return whole ? QJsonValue(integer) : QJsonValue(text.toDouble());
}

class Converter
{
public:
    /// Nothing when the limits are passed.
    std::optional<QJsonValue> convert(const YAML::Node &node, int depth = 0)
    {
        if (++m_nodes > kMostNodes || depth > kDeepest)
            return std::nullopt;
        if (node.IsScalar())
            return scalar(node);
        if (node.IsSequence())
            return sequence(node, depth);
        return node.IsMap() ? map(node, depth) : std::optional(QJsonValue());
    }

private:
    std::optional<QJsonValue> sequence(const YAML::Node &node, int depth)
    {
        QJsonArray array;
        for (const YAML::Node &each : node) {
            const std::optional<QJsonValue> value = convert(each, depth + 1);
            if (!value)
                return std::nullopt;
            array.append(*value);
        }
        return array;
    }

    std::optional<QJsonValue> map(const YAML::Node &node, int depth)
    {
        QJsonObject object;
        for (const auto &entry : node) {
            const std::optional<QJsonValue> value = convert(entry.second, depth + 1);
            if (!value)
                return std::nullopt;
            const QString key =
                entry.first.IsScalar() ? QString::fromStdString(entry.first.Scalar()) : QString();
            object.insert(key, *value);
        }
        return object;
    }

    int m_nodes = 0;
};

} // namespace

Result<QJsonValue> yamlToJson(const QByteArray &yaml)
{
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        const std::optional<QJsonValue> json = Converter().convert(root);
        if (json)
            return *json;
        return Error{ErrorKind::InvalidRequest,
                     QCoreApplication::translate(
                         "Yaml", "The YAML is too deep or too large once its anchors are followed.")};
    } catch (const YAML::Exception &problem) {
        return Error{ErrorKind::InvalidRequest,
                     QCoreApplication::translate("Yaml", "Line %1, column %2: this is no YAML: %3.")
                         .arg(problem.mark.line + 1)
                         .arg(problem.mark.column + 1)
                         .arg(QString::fromStdString(problem.msg))};
    } catch (const std::exception &problem) {
        return Error{ErrorKind::InvalidRequest,
                     QCoreApplication::translate("Yaml", "This is no YAML: %1.")
                         .arg(QString::fromUtf8(problem.what()))};
    }
}

} // namespace core
