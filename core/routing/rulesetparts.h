#pragma once

#include "core/routing/documentobject.h"
#include "core/routing/ruleset.h"

namespace core {

// Readers of the parts of a document. What they return means nothing once the reading has failed.

/// `depth` counts the conditions around it; kDeepestCondition of them are the most.
Condition readCondition(const QJsonValue &json, const QString &path, int depth, DocumentReading &reading);
/// One whose object may be empty, which is always true.
Condition readWhen(const QJsonObject &json, const QString &path, DocumentReading &reading);
/// The object with the members that were not known when it was read; what is known wins.
QJsonObject withUnknown(QJsonObject json, const QJsonObject &unknown);
Chain readChain(const QJsonValue &json, const QString &path, DocumentReading &reading);

} // namespace core
