#include "core/reconcile/usagejson.h"

#include "core/reconcile/reconcilewords.h"
#include "core/reconcile/usagevalues.h"

namespace core {

namespace {

Error wrongJson(const QString &path, const QString &what)
{
    return {ErrorKind::InvalidRequest, path.isEmpty() ? what : QString(path + QStringLiteral(": ") + what)};
}

Result<QList<UsageItem>> itemsOfArray(const QJsonArray &array, const QString &path)
{
    QList<UsageItem> items;
    for (qsizetype at = 0; at < array.size(); ++at) {
        const QString place = QStringLiteral("%1[%2]").arg(path, QString::number(at));
        if (!array.at(at).isObject())
            return wrongJson(place, ReconcileWords::tr("it is no object."));
        items.append({array.at(at).toObject(), place});
    }
    return items;
}

/// The array of a page: `data`, or the `items` within it.
std::optional<std::pair<QJsonArray, QString>> arrayOfPage(const QJsonObject &page)
{
    const QJsonValue data = page[QLatin1StringView("data")];
    if (data.isArray())
        return std::pair(data.toArray(), QStringLiteral("data"));
    const QJsonValue items = data[QLatin1StringView("items")];
    if (items.isArray())
        return std::pair(items.toArray(), QStringLiteral("data.items"));
    return std::nullopt;
}

} // namespace

bool UsageItem::has(const QString &member) const
{
    const QJsonValue value = object.value(member);
    return !value.isUndefined() && !value.isNull();
}

QString UsageItem::text(const QString &member) const
{
    const QJsonValue value = object.value(member);
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.toString().trimmed();
}

Result<std::optional<qint64>> UsageItem::count(const QString &member) const
{
    if (!has(member))
        return std::optional<qint64>();
    const std::optional<qint64> value = usageCount(object.value(member));
    if (!value)
        return wrong(member, notUsageCount(text(member), {}));
    return value;
}

Result<std::optional<Money>> UsageItem::money(const QString &member) const
{
    if (!has(member))
        return std::optional<Money>();
    const std::optional<Money> value = usageMoney(object.value(member));
    if (!value)
        return wrong(member, notUsageMoney(text(member), {}));
    return value;
}

Result<qint64> UsageItem::moment(const QString &member) const
{
    const std::optional<qint64> value = usageMoment(object.value(member));
    if (!value)
        return wrong(member, ReconcileWords::tr("it is no time."));
    return *value;
}

Error UsageItem::wrong(const QString &member, const QString &what) const
{
    return wrongJson(path + u'.' + member, what);
}

QJsonObject objectIn(const QJsonValue &value)
{
    return value.isString() ? QJsonDocument::fromJson(value.toString().toUtf8()).object() : value.toObject();
}

QJsonArray arrayIn(const QJsonValue &value)
{
    return value.isString() ? QJsonDocument::fromJson(value.toString().toUtf8()).array() : value.toArray();
}

Result<QJsonDocument> parseUsageJson(const QByteArray &bytes)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error == QJsonParseError::NoError)
        return document;
    const QByteArray before = bytes.left(problem.offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf('\n');
    return Error{ErrorKind::InvalidRequest,
                 ReconcileWords::tr("Line %1, column %2: %3")
                     .arg(QString::number(line), QString::number(column), problem.errorString())};
}

Result<QList<UsageItem>> usageItems(const QJsonDocument &document)
{
    if (document.isObject()) {
        if (const auto page = arrayOfPage(document.object()))
            return itemsOfArray(page->first, page->second);
        return wrongJson({}, ReconcileWords::tr("it has no array \"data\"."));
    }
    const Result<QList<UsageItem>> elements = itemsOfArray(document.array(), QString());
    if (!elements)
        return elements;
    QList<UsageItem> items;
    for (const UsageItem &element : *elements) {
        const auto page = arrayOfPage(element.object);
        if (!page) {
            items.append(element);
            continue;
        }
        const Result<QList<UsageItem>> inner = itemsOfArray(page->first, element.path + u'.' + page->second);
        if (!inner)
            return inner;
        items.append(*inner);
    }
    return items;
}

bool lacksPages(const QJsonDocument &document)
{
    const QJsonObject last = document.isObject() ? document.object() : document.array().last().toObject();
    return arrayOfPage(last) && last.value(QLatin1StringView("has_more")).toBool();
}

Result<QList<UsageItem>> usageResults(const UsageItem &bucket)
{
    const QString member = QStringLiteral("results");
    if (!bucket.object.value(member).isArray())
        return bucket.wrong(member, ReconcileWords::tr("it is no array."));
    return itemsOfArray(bucket.object.value(member).toArray(), bucket.path + u'.' + member);
}

} // namespace core
