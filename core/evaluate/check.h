#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QList>
#include <QString>

#include <optional>

namespace core {

/// What can be asked of an answer; the names are those of `--check KIND:VALUE`.
enum class CheckKind {
    Contains,
    NotContains,
    Equals,
    Regex,
    JsonSchema,
    MaxChars,
    MaxMs,
    MaxUsd,
    Number,
    Judge,
};

/// All kinds in the order of the documentation.
QList<CheckKind> allCheckKinds();
/// Such as `not-contains`.
QString checkKindName(CheckKind kind);
std::optional<CheckKind> checkKindFromName(QStringView name);
/// Whether the value names a file: a schema or a rubric.
bool wantsFile(CheckKind kind);

/// One check as it is written. `value` may hold `{{column}}`, which each case fills in.
struct Check
{
    CheckKind kind = CheckKind::Contains;
    QString value;
    /// What the files that `value` names hold, by their names as expanded; read once, so that a matrix that
    /// is resumed later judges by the same words. See readCheckFiles().
    QHash<QString, QString> files = {};

    /// `contains:Paris`
    QString toString() const { return checkKindName(kind) + QLatin1Char(':') + value; }
    bool operator==(const Check &) const = default;
};

/// Whether it names a file that is still to be read; a name with `{{column}}` is each case's own.
bool hasUnreadFile(const Check &check);

/// What a check said of one answer. `passed` is unset when there is no verdict: a judge that answered
/// nonsense, a cost nobody knows, no answer to check.
struct CheckResult
{
    QString check;
    std::optional<bool> passed;
    QString detail;

    bool operator==(const CheckResult &) const = default;
};

/// Reads `KIND:VALUE`. InvalidRequest names what is wrong: an unknown kind, a missing or impossible value.
Result<Check> parseCheck(const QString &text);

/// What parseCheck() asks of a value, for one that has no `{{column}}` in it; other values are examined when
/// a case fills them in.
Result<void> validateCheck(const Check &check);

/// `value+-tolerance` as the check `number` wants it; the tolerance is 0 when left out, and may end in `%`.
struct NumberRange
{
    double value = 0.0;
    double tolerance = 0.0;
};
std::optional<NumberRange> parseNumberRange(QStringView text);

/// As stored: `[{"kind", "value", "files"}]`.
QJsonArray checksToJson(const QList<Check> &checks);
QList<Check> checksFromJson(const QJsonArray &json);

/// As stored and as `compare --set --json` prints them: `[{"check", "passed", "detail"}]`.
QJsonArray checkResultsToJson(const QList<CheckResult> &results);
QList<CheckResult> checkResultsFromJson(const QJsonArray &json);

} // namespace core
