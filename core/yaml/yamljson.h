#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonValue>

namespace core {

/// A YAML document as JSON: plain scalars get their type by the core schema (YAML 1.2, 10.3.2), keys become
/// text, anchors are followed. InvalidRequest names line and column of what is no YAML, or says that the
/// document is too large once its anchors are followed.
Result<QJsonValue> yamlToJson(const QByteArray &yaml);

} // namespace core
