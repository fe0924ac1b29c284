#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace core {

/// A JSON Schema in the commonly used part of draft 2020-12
/// (https://json-schema.org/draft/2020-12/json-schema-validation): every keyword of the validation
/// vocabulary, and of the applicators all but `unevaluated*` and `dependentSchemas`. `$ref` points into the
/// same document. A keyword that is not implemented is refused by name; annotations (`title`, `format`,
/// `default` ...) and names starting with `x-` mean nothing. A value; from any thread.
class JsonSchema
{
public:
    /// InvalidRequest names what is wrong with the schema and where, as a JSON pointer.
    static Result<JsonSchema> fromJson(const QByteArray &json);

    /// The first thing about `instance` that breaks the schema, naming the place as a JSON pointer; nothing
    /// when it is valid.
    std::optional<QString> violation(const QJsonValue &instance) const;

private:
    explicit JsonSchema(QJsonValue root) : m_root(std::move(root)) { }

    QJsonValue m_root;
};

} // namespace core
