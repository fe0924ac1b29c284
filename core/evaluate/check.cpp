#include "core/evaluate/check.h"

#include "core/evaluate/evaluatewords.h"
#include "core/prompts/prompttemplate.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace core {

namespace {

struct KindName
{
    CheckKind kind;
    QLatin1StringView name;
};

constexpr std::array<KindName, 10> kKindNames{{
    {CheckKind::Contains, QLatin1StringView("contains")},
    {CheckKind::NotContains, QLatin1StringView("not-contains")},
    {CheckKind::Equals, QLatin1StringView("equals")},
    {CheckKind::Regex, QLatin1StringView("regex")},
    {CheckKind::JsonSchema, QLatin1StringView("json-schema")},
    {CheckKind::MaxChars, QLatin1StringView("max-chars")},
    {CheckKind::MaxMs, QLatin1StringView("max-ms")},
    {CheckKind::MaxUsd, QLatin1StringView("max-usd")},
    {CheckKind::Number, QLatin1StringView("number")},
    {CheckKind::Judge, QLatin1StringView("judge")},
}};

std::optional<double> finite(QStringView text)
{
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

Result<void> validateLimit(const Check &check)
{
    bool good = false;
    if (check.kind == CheckKind::MaxUsd) {
        const std::optional<Money> limit = Money::fromDecimal(check.value.trimmed());
        good = limit && *limit >= Money();
    } else if (check.kind == CheckKind::MaxChars) {
        good = check.value.trimmed().toLongLong(&good) >= 0 && good;
    } else {
        const std::optional<double> limit = finite(check.value);
        good = limit && *limit >= 0.0;
    }
    if (good)
        return {};
    return invalidRequest(EvaluateWords::tr("The check %1 wants a number that is not negative, not \"%2\".")
                              .arg(checkKindName(check.kind), check.value));
}

} // namespace

QList<CheckKind> allCheckKinds()
{
    QList<CheckKind> kinds;
    for (const KindName &entry : kKindNames)
        kinds.append(entry.kind);
    return kinds;
}

QString checkKindName(CheckKind kind)
{
    const auto *const found = std::find_if(kKindNames.begin(), kKindNames.end(),
                                           [kind](const KindName &entry) { return entry.kind == kind; });
    return found == kKindNames.end() ? QString() : QString(found->name);
}

std::optional<CheckKind> checkKindFromName(QStringView name)
{
    const auto *const found = std::find_if(kKindNames.begin(), kKindNames.end(),
                                           [name](const KindName &entry) { return name == entry.name; });
    return found == kKindNames.end() ? std::nullopt : std::optional(found->kind);
}

bool wantsFile(CheckKind kind)
{
    return kind == CheckKind::JsonSchema || kind == CheckKind::Judge;
}

bool hasUnreadFile(const Check &check)
{
    return wantsFile(check.kind) && variablesOf(check.value).isEmpty() && !check.files.contains(check.value);
}

Result<Check> parseCheck(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const std::optional<CheckKind> kind =
        checkKindFromName(QStringView(text).left(std::max<qsizetype>(colon, 0)));
    if (!kind) {
        QStringList names;
        for (const KindName &entry : kKindNames)
            names.append(entry.name);
        return invalidRequest(
            EvaluateWords::tr("A check is written KIND:VALUE with KIND one of %1, not \"%2\".")
                .arg(names.join(QStringLiteral(", ")), text));
    }
    const Check check{*kind, text.mid(colon + 1)};
    if (check.value.isEmpty() && *kind != CheckKind::Equals)
        return invalidRequest(
            EvaluateWords::tr("The check %1 wants a value behind its colon.").arg(checkKindName(*kind)));
    if (variablesOf(check.value).isEmpty()) {
        if (const Result<void> valid = validateCheck(check); !valid)
            return valid.error();
    }
    return check;
}

Result<void> validateCheck(const Check &check)
{
    switch (check.kind) {
    case CheckKind::MaxChars:
    case CheckKind::MaxMs:
    case CheckKind::MaxUsd:
        return validateLimit(check);
    case CheckKind::Number:
        if (!parseNumberRange(check.value))
            return invalidRequest(
                EvaluateWords::tr("The check number wants VALUE+-TOLERANCE such as 3.14+-0.01, not \"%1\".")
                    .arg(check.value));
        return {};
    case CheckKind::Regex: {
        const QRegularExpression pattern(check.value);
        if (!pattern.isValid())
            return invalidRequest(EvaluateWords::tr("The check regex cannot use \"%1\": %2 at character %3.")
                                      .arg(check.value, pattern.errorString(),
                                           QString::number(pattern.patternErrorOffset() + 1)));
        return {};
    }
    default:
        return {};
    }
}

std::optional<NumberRange> parseNumberRange(QStringView text)
{
    qsizetype split = text.indexOf(QLatin1StringView("+-"));
    qsizetype width = 2;
    if (split < 0) {
        split = text.indexOf(u'±');
        width = 1;
    }
    const std::optional<double> value = finite(split < 0 ? text : text.left(split));
    if (!value)
        return std::nullopt;
    if (split < 0)
        return NumberRange{*value, 0.0};
    QStringView tolerance = text.mid(split + width).trimmed();
    const bool percent = tolerance.endsWith(u'%');
    if (percent)
        tolerance.chop(1);
    const std::optional<double> amount = finite(tolerance);
    if (!amount || *amount < 0.0)
        return std::nullopt;
    return NumberRange{*value, percent ? std::abs(*value) * *amount / 100.0 : *amount};
}

QJsonArray checksToJson(const QList<Check> &checks)
{
    QJsonArray array;
    for (const Check &check : checks) {
        QJsonObject object{{QStringLiteral("kind"), checkKindName(check.kind)},
                           {QStringLiteral("value"), check.value}};
        QJsonObject files;
        for (auto file = check.files.cbegin(); file != check.files.cend(); ++file)
            files.insert(file.key(), file.value());
        if (!files.isEmpty())
            object.insert(QStringLiteral("files"), files);
        array.append(object);
    }
    return array;
}

QList<Check> checksFromJson(const QJsonArray &json)
{
    QList<Check> checks;
    for (const QJsonValue &value : json) {
        const std::optional<CheckKind> kind = checkKindFromName(value[QLatin1StringView("kind")].toString());
        if (!kind)
            continue;
        Check check{*kind, value[QLatin1StringView("value")].toString()};
        const QJsonObject files = value[QLatin1StringView("files")].toObject();
        for (auto file = files.begin(); file != files.end(); ++file)
            check.files.insert(file.key(), file.value().toString());
        checks.append(check);
    }
    return checks;
}

QJsonArray checkResultsToJson(const QList<CheckResult> &results)
{
    QJsonArray array;
    for (const CheckResult &result : results)
        array.append(
            QJsonObject{{QStringLiteral("check"), result.check},
                        {QStringLiteral("passed"), result.passed ? QJsonValue(*result.passed) : QJsonValue()},
                        {QStringLiteral("detail"), result.detail}});
    return array;
}

QList<CheckResult> checkResultsFromJson(const QJsonArray &json)
{
    QList<CheckResult> results;
    for (const QJsonValue &value : json) {
        const QJsonValue passed = value[QLatin1StringView("passed")];
        results.append({value[QLatin1StringView("check")].toString(),
                        passed.isBool() ? std::optional(passed.toBool()) : std::nullopt,
                        value[QLatin1StringView("detail")].toString()});
    }
    return results;
}

} // namespace core
