#include "core/evaluate/checkrunner.h"

#include "core/base/formatting.h"
#include "core/evaluate/evaluatewords.h"
#include "core/evaluate/jsonschema.h"
#include "core/prompts/prompttemplate.h"

#include <QCache>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QtEndian>

#include <cmath>

namespace core {

namespace {

constexpr qsizetype kShownCharacters = 80;

/// The beginning of a text in quotes.
QString quoted(const QString &text)
{
    const QString line = text.simplified();
    return QLatin1Char('"')
        + (line.size() > kShownCharacters ? QString(line.first(kShownCharacters) + QStringLiteral("..."))
                                          : line)
        + QLatin1Char('"');
}

struct Verdict
{
    std::optional<bool> passed;
    QString detail;
};

Verdict ofContains(const QString &text, const QString &value, bool wanted)
{
    const bool there = text.contains(value);
    return {there == wanted,
            there ? EvaluateWords::tr("The answer contains %1.").arg(quoted(value))
                  : EvaluateWords::tr("The answer does not contain %1.").arg(quoted(value))};
}

Verdict ofEquals(const QString &text, const QString &value)
{
    // Models and spreadsheets add line ends that nobody means.
    if (text.trimmed() == value.trimmed())
        return {true, EvaluateWords::tr("The answer is %1.").arg(quoted(value))};
    return {false, EvaluateWords::tr("The answer is %1, not %2.").arg(quoted(text), quoted(value))};
}

Verdict ofRegex(const QString &text, const QString &value)
{
    const QRegularExpression pattern(value, QRegularExpression::UseUnicodePropertiesOption);
    if (!pattern.isValid())
        return {
            std::nullopt,
            EvaluateWords::tr("%1 is no regular expression: %2.").arg(quoted(value), pattern.errorString())};
    const QRegularExpressionMatch match = pattern.match(text);
    return match.hasMatch()
        ? Verdict{true, EvaluateWords::tr("The answer matches at %1.").arg(quoted(match.captured()))}
        : Verdict{false, EvaluateWords::tr("The answer does not match %1.").arg(quoted(value))};
}

/// Schemas by their text; a matrix asks the same one thousands of times.
const Result<JsonSchema> &schemaOf(const QString &text)
{
    thread_local QCache<QString, Result<JsonSchema>> cache(8);
    if (const Result<JsonSchema> *known = cache.object(text))
        return *known;
    auto *fresh = new Result<JsonSchema>(JsonSchema::fromJson(text.toUtf8()));
    cache.insert(text, fresh);
    return *fresh;
}

Verdict ofSchema(const QString &text, const Check &check, const QString &file)
{
    const auto content = check.files.constFind(file);
    if (content == check.files.constEnd())
        return {std::nullopt, EvaluateWords::tr("The schema %1 was not read.").arg(file)};
    const Result<JsonSchema> &schema = schemaOf(*content);
    if (!schema)
        return {std::nullopt, schema.error().message};
    QJsonParseError parse;
    const QJsonArray wrapped = QJsonDocument::fromJson(QByteArray("[" + text.toUtf8() + "]"), &parse).array();
    if (parse.error != QJsonParseError::NoError || wrapped.size() != 1) {
        return {false,
                text.trimmed().startsWith(QLatin1StringView("```"))
                    ? EvaluateWords::tr("The answer is no JSON: it is wrapped in a code block.")
                    : EvaluateWords::tr("The answer is no JSON: %1.").arg(quoted(text))};
    }
    const std::optional<QString> violation = schema->violation(wrapped.first());
    return violation ? Verdict{false, EvaluateWords::tr("The answer breaks the schema: %1.").arg(*violation)}
                     : Verdict{true, EvaluateWords::tr("The answer fits the schema.")};
}

Verdict ofLength(const QString &text, const QString &value)
{
    const auto characters =
        std::count_if(text.begin(), text.end(), [](QChar each) { return !each.isLowSurrogate(); });
    return {characters <= value.trimmed().toLongLong(),
            EvaluateWords::tr("The answer has %1 characters of at most %2.")
                .arg(formatCount(characters), formatCount(value.trimmed().toLongLong()))};
}

Verdict ofTime(const Timing &timing, const QString &value)
{
    if (!timing.last)
        return {std::nullopt, EvaluateWords::tr("The time of the answer is not known.")};
    const double limit = value.trimmed().toDouble();
    return {*timing.last <= limit,
            EvaluateWords::tr("The answer took %1 of at most %2.")
                .arg(formatDuration(*timing.last), formatDuration(limit))};
}

Verdict ofCost(const Cost &cost, const QString &value)
{
    if (!cost.amount)
        return {std::nullopt, EvaluateWords::tr("The cost of the answer is not known.")};
    const Money limit = Money::fromDecimal(value.trimmed()).value_or(Money());
    return {*cost.amount <= limit,
            EvaluateWords::tr("The answer cost %1 of at most %2.")
                .arg(formatMoney(*cost.amount), formatMoney(limit))};
}

/// The last number of a text: where an answer that thinks aloud states its result. Groups of three digits may
/// be set apart by commas.
std::optional<double> lastNumber(const QString &text)
{
    static const QRegularExpression number(QStringLiteral(
        R"((?<![\d.])[-+\x{2212}]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?|[-+\x{2212}]?(?<!\d)\.\d+)"));
    std::optional<double> found;
    auto matches = number.globalMatch(text);
    while (matches.hasNext()) {
        QString digits = matches.next().captured();
        digits.remove(u',').replace(QChar(0x2212), u'-');
        bool ok = false;
        const double value = digits.toDouble(&ok);
        if (ok && std::isfinite(value))
            found = value;
    }
    return found;
}

Verdict ofNumber(const QString &text, const QString &value)
{
    const NumberRange range = parseNumberRange(value).value_or(NumberRange{});
    const std::optional<double> found = lastNumber(text);
    if (!found)
        return {false, EvaluateWords::tr("The answer has no number in it.")};
    // The bounds are decimals, which a double holds only nearly.
    const double slack = 1e-12 * std::max({1.0, std::abs(range.value), std::abs(*found)});
    return {std::abs(*found - range.value) <= range.tolerance + slack,
            EvaluateWords::tr("The answer's last number is %1; wanted is %2.")
                .arg(QString::number(*found, 'g', 15), value)};
}

Verdict verdictOf(const Check &check, const QString &value, const CheckedAnswer &answer)
{
    const QString &text = answer.completion.text;
    switch (check.kind) {
    case CheckKind::Contains:
        return ofContains(text, value, true);
    case CheckKind::NotContains:
        return ofContains(text, value, false);
    case CheckKind::Equals:
        return ofEquals(text, value);
    case CheckKind::Regex:
        return ofRegex(text, value);
    case CheckKind::JsonSchema:
        return ofSchema(text, check, value);
    case CheckKind::MaxChars:
        return ofLength(text, value);
    case CheckKind::MaxMs:
        return ofTime(answer.completion.timing, value);
    case CheckKind::MaxUsd:
        return ofCost(answer.cost, value);
    case CheckKind::Number:
        return ofNumber(text, value);
    case CheckKind::Judge:
        break;
    }
    return {std::nullopt, EvaluateWords::tr("No judge was asked.")};
}

} // namespace

CheckResult undecided(const Check &check, const QString &why)
{
    return {check.toString(), std::nullopt, why};
}

CheckResult runCheck(const Check &check, const QHash<QString, QString> &values, const CheckedAnswer &answer)
{
    if (!isSuccess(answer.completion.status))
        return undecided(check, EvaluateWords::tr("There is no whole answer to check."));
    const Result<QString> value = expandTemplate(check.value, values);
    if (!value)
        return undecided(check, value.error().message);
    const Check filledIn{check.kind, *value, check.files};
    if (const Result<void> valid = validateCheck(filledIn); !valid)
        return undecided(filledIn, valid.error().message);
    const Verdict verdict = verdictOf(filledIn, *value, answer);
    return {filledIn.toString(), verdict.passed, verdict.detail};
}

Result<QString> rubricOf(const Check &check, const QHash<QString, QString> &values)
{
    const Result<QString> file = expandTemplate(check.value, values);
    if (!file)
        return file.error();
    const auto content = check.files.constFind(*file);
    if (content == check.files.constEnd())
        return Error{ErrorKind::InvalidRequest, EvaluateWords::tr("The rubric %1 was not read.").arg(*file)};
    return expandTemplate(*content, values);
}

quint64 answerMarkOf(const QString &text)
{
    const QString plain = text.simplified();
    if (plain.isEmpty())
        return 0;
    const QByteArray hash = QCryptographicHash::hash(plain.toUtf8(), QCryptographicHash::Sha1);
    // 63 bits, so that SQLite's integers hold it without a sign.
    return std::max<quint64>(qFromBigEndian<quint64>(hash.constData()) >> 1, 1);
}

} // namespace core
