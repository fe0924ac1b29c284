#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace core {

/// A name as a part of a JSON pointer (RFC 6901, section 3).
QString escapedForPointer(QString name);
/// What `#/...` points to; nothing for anything else or a place that is not there.
std::optional<QJsonValue> resolvePointer(const QJsonValue &root, const QString &reference);
/// 1.0 is a whole number.
bool isWholeNumber(const QJsonValue &value);

/// Judges an instance by a schema that JsonSchema has looked through.
class SchemaJudge
{
public:
    explicit SchemaJudge(QJsonValue root) : m_root(std::move(root)) { }

    /// The first violation below `place`; nothing when the instance is valid.
    std::optional<QString> violation(const QJsonValue &schema, const QJsonValue &instance,
                                     const QString &place);
    /// What is said when judging had to be given up, whatever violation() made of it; nothing otherwise.
    const std::optional<QString> &exhausted() const { return m_exhausted; }

private:
    std::optional<QString> ofValue(const QJsonObject &schema, const QJsonValue &instance,
                                   const QString &place) const;
    std::optional<QString> ofNumber(const QJsonObject &schema, double number, const QString &place) const;
    std::optional<QString> ofText(const QJsonObject &schema, const QString &text, const QString &place) const;
    std::optional<QString> ofArray(const QJsonObject &schema, const QJsonArray &array, const QString &place);
    std::optional<QString> ofContains(const QJsonObject &schema, const QJsonArray &array,
                                      const QString &place);
    std::optional<QString> ofObject(const QJsonObject &schema, const QJsonObject &object,
                                    const QString &place);
    std::optional<QString> ofMembers(const QJsonObject &schema, const QJsonObject &object,
                                     const QString &place);
    std::optional<QString> ofCombination(const QJsonObject &schema, const QJsonValue &instance,
                                         const QString &place);
    std::optional<QString> ofCondition(const QJsonObject &schema, const QJsonValue &instance,
                                       const QString &place);
    bool fits(const QJsonValue &schema, const QJsonValue &instance);

    QJsonValue m_root;
    int m_depth = 0;
    int m_steps = 0;
    std::optional<QString> m_exhausted;
};

} // namespace core
