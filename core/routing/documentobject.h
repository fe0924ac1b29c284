#pragma once

#include "core/base/error.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <limits>
#include <optional>

namespace core {

/// Translates what is said of a document of rules.
struct RuleDocument
{
    Q_DECLARE_TR_FUNCTIONS(RuleDocument)
};

/// How reading a document goes: the first thing that is wrong ends it. One for each reading.
class DocumentReading
{
public:
    /// `unknown` may be null.
    explicit DocumentReading(QStringList *unknown) : m_unknown(unknown) { }

    bool failed() const { return m_error.has_value(); }
    const Error &error() const { return *m_error; }
    /// `sentence` names the path. Later failures are not told.
    void fail(const QString &sentence);
    void noteUnknown(const QString &path);

private:
    std::optional<Error> m_error = {};
    QStringList *m_unknown;
};

/// `rules[2]` and `name`: `rules[2].name`.
QString pathInside(const QString &path, QStringView member);
/// `rules` and 2: `rules[2]`.
QString pathInside(const QString &path, qsizetype place);

// Sentences for a place in a document; an empty path is the document itself.

QString expectedObject(const QString &path);
QString expectedOneOf(const QString &path, const QStringList &names);

/// The members of an object, each asked for once with the type that it must have. A member of another type
/// fails the reading; one that is missing gives the fallback.
class DocumentObject
{
public:
    DocumentObject(const QJsonValue &json, const QString &path, DocumentReading *reading);

    DocumentReading &reading() const { return *m_reading; }
    QString pathOf(QLatin1StringView member) const;

    bool has(QLatin1StringView member) const { return m_rest.contains(member); }
    /// Fails the reading when there is no such member.
    void require(QLatin1StringView member, const QString &sentence);

    QString text(QLatin1StringView member, const QString &fallback = {});
    bool flag(QLatin1StringView member, bool fallback);
    /// A whole number of at least 0 that an int holds.
    int whole(QLatin1StringView member, int fallback);
    std::optional<double> number(QLatin1StringView member);
    std::optional<qint64> integer(QLatin1StringView member);
    QStringList texts(QLatin1StringView member);
    QJsonObject object(QLatin1StringView member);
    QJsonArray list(QLatin1StringView member, qsizetype most = std::numeric_limits<int>::max());

    /// A text that `fromName` knows; `names` are all that it knows.
    template <typename T>
    T choice(QLatin1StringView member, T fallback, std::optional<T> (*fromName)(QStringView),
             const QStringList &names)
    {
        if (!has(member))
            return fallback;
        const std::optional<T> chosen = fromName(m_rest.take(member).toString());
        if (!chosen)
            m_reading->fail(expectedOneOf(pathOf(member), names));
        return chosen.value_or(fallback);
    }

    /// What nobody asked for, each noted as unknown.
    QJsonObject rest() const;
    /// Fails the reading when there is something that nobody asked for.
    void refuseRest(const QStringList &known) const;

private:
    QString m_path;
    QJsonObject m_rest;
    DocumentReading *m_reading;
};

} // namespace core
