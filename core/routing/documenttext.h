#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace core {

/// A text of more bytes is no document of rules that anybody wrote.
constexpr qsizetype kLargestDocument = qsizetype(4) * 1024 * 1024;

/// The object that a JSON text holds. Errors (invalid_request) name line and column: a text that is too
/// large, a syntax error, no object, a member given twice, of which a parser would silently keep the last.
Result<QJsonObject> parseDocument(const QByteArray &text);

} // namespace core
