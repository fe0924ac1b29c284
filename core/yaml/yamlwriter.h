#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QStringList>

namespace core {

/// A JSON value as a YAML document in block style, which yamlToJson() reads as the same value. Members named
/// in `front` come first, in that order; others follow by name.
QByteArray jsonToYaml(const QJsonValue &value, const QStringList &front = {});

} // namespace core
