#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace core {

/// An object of a JSON document of usage with where it stands: `data[3].results[0]`. Errors are
/// InvalidRequest and name that place.
struct UsageItem
{
    QJsonObject object;
    QString path;

    bool has(const QString &member) const;
    QString text(const QString &member) const;
    /// Unset for a missing or null member.
    Result<std::optional<qint64>> count(const QString &member) const;
    Result<std::optional<Money>> money(const QString &member) const;
    Result<qint64> moment(const QString &member) const;
    Error wrong(const QString &member, const QString &what) const;
};

/// An object or an array, also one that a program wrote as text; empty for anything else.
QJsonObject objectIn(const QJsonValue &value);
QJsonArray arrayIn(const QJsonValue &value);

/// The document; the error names line and column.
Result<QJsonDocument> parseUsageJson(const QByteArray &bytes);

/// The items of a document: an array of them, the `data` of a page or its `items`, or an array of such pages.
Result<QList<UsageItem>> usageItems(const QJsonDocument &document);

/// Whether the last page of a document says that there are more.
bool lacksPages(const QJsonDocument &document);

/// The elements of the member `results` of a bucket; each must be an object.
Result<QList<UsageItem>> usageResults(const UsageItem &bucket);

} // namespace core
