#include "core/ledger/usagetemplates.h"

#include "core/storage/statement.h"

namespace core {

namespace {

constexpr char kPlace = '\x01';
/// Providers whose objects hold texts of their own, such as ids, would fill the table without end.
constexpr qint64 kMostTemplates = 2'000;

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Null when there is none and there may be no more.
Result<std::optional<qint64>> templateId(Connection &connection, const QByteArray &text)
{
    std::optional<qint64> id;
    const Result<bool> found =
        Statement(connection, QStringLiteral("SELECT id FROM usage_templates WHERE template = :text"))
            .bindUtf8(":text", text)
            .first([&id](const Statement &row) { id = row.integer(0); });
    if (!found)
        return found.error();
    if (id)
        return id;
    const Result<qint64> newest =
        connection.integer(QStringLiteral("SELECT ifnull(max(id), 0) FROM usage_templates"));
    if (!newest)
        return newest.error();
    if (*newest >= kMostTemplates)
        return id;
    const Result<qint64> added =
        Statement(connection, QStringLiteral("INSERT INTO usage_templates (template) VALUES (:text)"))
            .bindUtf8(":text", text)
            .insert();
    if (!added)
        return added.error();
    return std::optional(*added);
}

} // namespace

std::optional<UsageTemplate> usageTemplate(const QByteArray &json)
{
    if (json.contains(kPlace))
        return std::nullopt;
    UsageTemplate parts;
    bool inString = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json.at(at);
        if (inString || !isDigit(c)) {
            parts.text.append(c);
            if (c == '"')
                inString = !inString;
            else if (inString && c == '\\' && at + 1 < json.size())
                parts.text.append(json.at(++at));
            continue;
        }
        qsizetype end = at;
        while (end < json.size() && isDigit(json.at(end)))
            ++end;
        if (!parts.numbers.isEmpty())
            parts.numbers.append(',');
        parts.text.append(kPlace);
        parts.numbers.append(json.mid(at, end - at));
        at = end - 1;
    }
    return parts;
}

Result<void> writeUsageJson(Connection &connection, qint64 attempt, const QByteArray &json)
{
    if (json.isEmpty())
        return {};
    // Text, whatever the provider sent.
    const QByteArray text = QString::fromUtf8(json).toUtf8();
    const std::optional<UsageTemplate> parts = usageTemplate(text);
    std::optional<qint64> id;
    if (parts) {
        const Result<std::optional<qint64>> known = templateId(connection, parts->text);
        if (!known)
            return known.error();
        id = *known;
    }
    if (!id)
        return Statement(connection,
                         QStringLiteral("UPDATE attempts SET usage_json = :json WHERE id = :attempt"))
            .bindUtf8(":json", text)
            .bind(":attempt", attempt)
            .run();
    return Statement(connection,
                     QStringLiteral("UPDATE attempts SET usage_json = NULL, usage_template = :template, "
                                    "usage_numbers = :numbers WHERE id = :attempt"))
        .bind(":template", *id)
        .bindUtf8(":numbers", parts->numbers)
        .bind(":attempt", attempt)
        .run();
}

QString usageJsonOfAttempt()
{
    return QStringLiteral(
        "CASE WHEN a.usage_template IS NULL THEN a.usage_json ELSE (WITH RECURSIVE filled (text, numbers) AS "
        "("
        "SELECT t.template, a.usage_numbers || ',' FROM usage_templates t WHERE t.id = a.usage_template "
        "UNION ALL SELECT substr(text, 1, instr(text, char(1)) - 1) || substr(numbers, 1, instr(numbers, "
        "',') "
        "- 1) || substr(text, instr(text, char(1)) + 1), substr(numbers, instr(numbers, ',') + 1) FROM "
        "filled "
        "WHERE instr(text, char(1)) > 0) SELECT text FROM filled WHERE instr(text, char(1)) = 0) END");
}

} // namespace core
