#pragma once

#include "core/settings/setting.h"
#include "core/storage/database.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QObject>
#include <QStringList>

namespace core {

// How a value looks in the table: JSON text. Nothing for JSON of another type.
QJsonValue settingToJson(bool value);
QJsonValue settingToJson(double value);
QJsonValue settingToJson(const QString &value);
QJsonValue settingToJson(const QStringList &value);
QJsonValue settingToJson(const QJsonArray &value);
QJsonValue settingToJson(const QJsonObject &value);
/// Base64.
QJsonValue settingToJson(const QByteArray &value);
bool settingFromJson(const QJsonValue &json, bool &value);
bool settingFromJson(const QJsonValue &json, double &value);
bool settingFromJson(const QJsonValue &json, QString &value);
bool settingFromJson(const QJsonValue &json, QStringList &value);
bool settingFromJson(const QJsonValue &json, QJsonArray &value);
bool settingFromJson(const QJsonValue &json, QJsonObject &value);
bool settingFromJson(const QJsonValue &json, QByteArray &value);

/// The user's choices: all in memory, written behind. Owned by Application; main thread. Keys:
/// core/settings/keys.h.
class Settings : public QObject
{
    Q_OBJECT

public:
    explicit Settings(Database &database, QObject *parent = nullptr);

    /// Reads what is stored; to be called once after construction.
    Result<void> load();

    /// The stored value; the default when there is none or it is not allowed any more.
    template <typename T>
    T get(const Setting<T> &setting) const
    {
        T value{};
        const bool usable = settingFromJson(m_values.value(setting.key), value)
            && (!setting.isValid || setting.isValid(value));
        return usable ? value : setting.defaultValue;
    }

    /// False, and nothing changes, when the value is not allowed.
    template <typename T>
    bool set(const Setting<T> &setting, const std::type_identity_t<T> &value)
    {
        if (setting.isValid && !setting.isValid(value))
            return false;
        store(setting.key, settingToJson(value));
        return true;
    }

    /// As set(), but only until the program ends: nothing is written.
    template <typename T>
    void setForProcess(const Setting<T> &setting, const std::type_identity_t<T> &value)
    {
        keepInMemory(setting.key, settingToJson(value));
    }

    /// Back to the default.
    void reset(QLatin1StringView key);

signals:
    /// After the value in memory has changed; never for setting the same value again.
    void changed(const QString &key);
    /// A value could not be written; it holds until the program ends.
    void writeFailed(const core::Error &error);

private:
    void store(const QString &key, const QJsonValue &value);
    bool keepInMemory(const QString &key, const QJsonValue &value);

    Database &m_database;
    QHash<QString, QJsonValue> m_values;
};

} // namespace core
