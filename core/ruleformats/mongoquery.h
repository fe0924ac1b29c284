#pragma once

#include "core/routing/documentobject.h"
#include "core/ruleformats/formatparts.h"

namespace core {

/// Conditions in the manner of MongoDB's queries, as Portkey and Cloudflare have them: paths with values or
/// `$`-operators, `$and`, `$or`.
struct MongoQuery
{
    Condition condition = {};
    /// Why it cannot be said here, one sentence; empty when it can.
    QString lost = {};
};

/// What the paths of a query mean. `body` is where the parameters of the request stand: `params` or `body`.
MongoQuery readMongoQuery(const QJsonValue &query, const QString &path, const QString &body,
                          DocumentReading &reading);

/// The inverse; nothing, with a loss, for a condition that cannot be said. A query without regular
/// expressions and comparisons knows `$eq`, `$ne` and `$in` alone.
struct MongoDialect
{
    QString body;
    bool hasRegex = true;
    bool hasComparisons = true;
};
std::optional<QJsonObject> writeMongoQuery(const Condition &condition, const QString &path,
                                           const MongoDialect &dialect, LossReport &losses);

} // namespace core
