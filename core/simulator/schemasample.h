#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace core {

/// A value that a JSON Schema allows, so that simulated answers fit the format asked for: constants, enums,
/// types, required properties, local references. Keywords that restrict further (patterns) are not followed.
QJsonValue sampleForSchema(const QJsonObject &schema, const QString &name);

} // namespace core
