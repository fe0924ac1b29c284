#include "core/settings/settings.h"

#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/storage/statement.h"

#include <QJsonDocument>

namespace core {

namespace {

/// One JSON value as text; QJsonDocument only writes arrays and objects.
QByteArray jsonText(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QJsonValue jsonValue(const QByteArray &text)
{
    return QJsonDocument::fromJson('[' + text + ']').array().at(0);
}

} // namespace

QJsonValue settingToJson(bool value)
{
    return value;
}

QJsonValue settingToJson(double value)
{
    return value;
}

QJsonValue settingToJson(const QString &value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

QJsonValue settingToJson(const QStringList &value)
{
    return QJsonArray::fromStringList(value);
}

QJsonValue settingToJson(const QJsonArray &value)
{
    return value;
}

QJsonValue settingToJson(const QJsonObject &value)
{
    return value;
}

QJsonValue settingToJson(const QByteArray &value)
{
    return QString::fromLatin1(value.toBase64());
}

bool settingFromJson(const QJsonValue &json, bool &value)
{
    value = json.toBool();
    return json.isBool();
}

bool settingFromJson(const QJsonValue &json, double &value)
{
    value = json.toDouble();
    return json.isDouble();
}

bool settingFromJson(const QJsonValue &json, QString &value)
{
    value = json.toString();
    return json.isString();
}

bool settingFromJson(const QJsonValue &json, QStringList &value)
{
    const QJsonArray elements = json.toArray();
    for (const QJsonValue &element : elements)
        value.append(element.toString());
    return json.isArray();
}

bool settingFromJson(const QJsonValue &json, QJsonArray &value)
{
    value = json.toArray();
    return json.isArray();
}

bool settingFromJson(const QJsonValue &json, QJsonObject &value)
{
    value = json.toObject();
    return json.isObject();
}

bool settingFromJson(const QJsonValue &json, QByteArray &value)
{
    value = QByteArray::fromBase64(json.toString().toLatin1());
    return json.isString();
}

Settings::Settings(Database &database, QObject *parent) : QObject(parent), m_database(database) { }

Result<void> Settings::load()
{
    return m_database.readNow([this](Connection &connection) {
        return Statement(connection, QStringLiteral("SELECT key, value FROM settings"))
            .each([this](const Statement &row) { m_values.insert(row.text(0), jsonValue(row.utf8(1))); });
    });
}

void Settings::reset(QLatin1StringView key)
{
    store(key, QJsonValue(QJsonValue::Undefined));
}

bool Settings::keepInMemory(const QString &key, const QJsonValue &value)
{
    if (m_values.value(key, QJsonValue(QJsonValue::Undefined)) == value)
        return false;
    if (value.isUndefined())
        m_values.remove(key);
    else
        m_values.insert(key, value);
    return true;
}

void Settings::store(const QString &key, const QJsonValue &value)
{
    if (!keepInMemory(key, value))
        return;
    const bool remove = value.isUndefined();
    const QByteArray text = remove ? QByteArray() : jsonText(value);
    continued(m_database.write([key, text, remove](Connection &connection) -> Result<void> {
        if (remove)
            return Statement(connection, QStringLiteral("DELETE FROM settings WHERE key = :key"))
                .bind(":key", key)
                .run();
        return Statement(connection,
                         QStringLiteral("INSERT INTO settings (key, value) VALUES (:key, :value) "
                                        "ON CONFLICT (key) DO UPDATE SET value = excluded.value"))
            .bind(":key", key)
            .bindUtf8(":value", text)
            .run();
    }),
              this, [this, key](const Result<void> &written) {
                  if (written)
                      return;
                  qCWarning(logStorage) << "setting" << key << "was not written:" << written.error().message;
                  emit writeFailed(written.error());
              });
    emit changed(key);
}

} // namespace core
