#include "core/evaluate/evaluatewords.h"
#include "core/evaluate/jsonschema.h"
#include "core/evaluate/promptfooparts.h"

#include <QJsonDocument>

namespace core {

namespace {

QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

/// A pattern that matches `text` itself, `{{variables}}` included once they are filled in.
QString literal(const QString &text)
{
    return QStringLiteral("\\Q%1\\E").arg(text);
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue &each : list)
        texts.append(textOf(each));
    return texts;
}

QString anyOf(const QJsonValue &value)
{
    QStringList literals;
    for (const QString &text : textsOf(value))
        literals.append(literal(text));
    return literals.join(u'|');
}

/// Reads assertions one by one.
class AssertionReader
{
public:
    AssertionReader(PromptfooContext *context, QList<QJsonValue> *graders)
        : m_context(context), m_graders(graders)
    {
    }

    Result<void> read(const QJsonValue &assertion, const QString &path)
    {
        const QJsonObject object = assertion.toObject();
        const QString type = object.value(QLatin1StringView("type")).toString();
        m_context->loseUnknown(object,
                               {QStringLiteral("type"), QStringLiteral("value"), QStringLiteral("threshold"),
                                QStringLiteral("provider"), QStringLiteral("metric")},
                               path);
        const QJsonValue value = object.value(QLatin1StringView("value"));
        if (type == QLatin1StringView("is-json"))
            return readSchema(value, path);
        if (type == QLatin1StringView("llm-rubric"))
            return readRubric(object, path);
        if (type == QLatin1StringView("latency") || type == QLatin1StringView("cost"))
            return readLimit(object, type, path);
        if (!readText(type, value) && !readLists(type, value))
            m_context->lose(path,
                            EvaluateWords::tr("There is no check like the assertion \"%1\".").arg(type));
        return {};
    }

    QList<Check> checks() const { return m_checks; }

private:
    void add(CheckKind kind, const QString &value) { m_checks.append({kind, value}); }

    bool readText(const QString &type, const QJsonValue &value)
    {
        const QString text = textOf(value);
        if (type == QLatin1StringView("contains"))
            add(CheckKind::Contains, text);
        else if (type == QLatin1StringView("not-contains"))
            add(CheckKind::NotContains, text);
        else if (type == QLatin1StringView("equals"))
            add(CheckKind::Equals, text);
        else if (type == QLatin1StringView("regex"))
            add(CheckKind::Regex, text);
        else if (type == QLatin1StringView("icontains"))
            add(CheckKind::Regex, QStringLiteral("(?i)") + literal(text));
        else if (type == QLatin1StringView("not-icontains"))
            add(CheckKind::Regex, QStringLiteral("(?is)\\A(?!.*%1)").arg(literal(text)));
        else if (type == QLatin1StringView("starts-with"))
            add(CheckKind::Regex, QStringLiteral("\\A") + literal(text));
        else
            return false;
        return true;
    }

    bool readLists(const QString &type, const QJsonValue &value)
    {
        if (type == QLatin1StringView("contains-all")) {
            for (const QString &text : textsOf(value))
                add(CheckKind::Contains, text);
        } else if (type == QLatin1StringView("icontains-all")) {
            for (const QString &text : textsOf(value))
                add(CheckKind::Regex, QStringLiteral("(?i)") + literal(text));
        } else if (type == QLatin1StringView("contains-any")) {
            add(CheckKind::Regex, anyOf(value));
        } else if (type == QLatin1StringView("icontains-any")) {
            add(CheckKind::Regex, QStringLiteral("(?i)(?:%1)").arg(anyOf(value)));
        } else {
            return false;
        }
        return true;
    }

    Result<void> readLimit(const QJsonObject &object, const QString &type, const QString &path)
    {
        const QJsonValue threshold = object.value(QLatin1StringView("threshold"));
        if (!threshold.isDouble()) {
            m_context->lose(path, EvaluateWords::tr("The assertion \"%1\" has no threshold.").arg(type));
            return {};
        }
        add(type == QLatin1StringView("latency") ? CheckKind::MaxMs : CheckKind::MaxUsd, textOf(threshold));
        return {};
    }

    /// A text that is kept with the check, under the name of its place in the file.
    void addWithText(CheckKind kind, const QString &path, const QString &text)
    {
        Check check{kind, path};
        check.files.insert(path, text);
        m_checks.append(check);
    }

    Result<void> readSchema(const QJsonValue &value, const QString &path)
    {
        QString schema = value.isUndefined() || value.isNull() ? QStringLiteral("true") : textOf(value);
        if (schema.startsWith(kPromptfooFile)) {
            const Result<QString> text = readPromptfooFile(schema, *m_context);
            if (!text)
                return text.error();
            schema = *text;
        }
        if (const Result<JsonSchema> valid = JsonSchema::fromJson(schema.toUtf8()); !valid) {
            m_context->lose(path, valid.error().message);
            return {};
        }
        addWithText(CheckKind::JsonSchema, path, schema);
        return {};
    }

    Result<void> readRubric(const QJsonObject &object, const QString &path)
    {
        QString rubric = textOf(object.value(QLatin1StringView("value")));
        if (rubric.startsWith(kPromptfooFile)) {
            const Result<QString> text = readPromptfooFile(rubric, *m_context);
            if (!text)
                return text.error();
            rubric = *text;
        }
        if (object.contains(QLatin1StringView("provider")))
            m_graders->append(object.value(QLatin1StringView("provider")));
        if (object.contains(QLatin1StringView("threshold")))
            m_context->lose(path + QStringLiteral(".threshold"),
                            EvaluateWords::tr("A judge here passes or fails, without a score."));
        addWithText(CheckKind::Judge, path, rubric);
        return {};
    }

    PromptfooContext *const m_context;
    QList<QJsonValue> *const m_graders;
    QList<Check> m_checks;
};

} // namespace

Result<QList<Check>> promptfooChecks(const QJsonValue &assertions, const QString &path,
                                     PromptfooContext *context, QList<QJsonValue> *graders)
{
    AssertionReader reader(context, graders);
    const QJsonArray list = assertions.toArray();
    for (qsizetype at = 0; at < list.size(); ++at) {
        const QString place = QStringLiteral("%1.assert[%2]").arg(path, QString::number(at));
        if (const Result<void> read = reader.read(list.at(at), place); !read)
            return read.error();
    }
    QList<Check> checks = reader.checks();
    const auto isBroken = [context, &path](const Check &check) {
        const Result<Check> parsed = parseCheck(check.toString());
        if (!parsed)
            context->lose(path, parsed.error().message);
        return !parsed;
    };
    checks.removeIf(isBroken);
    return checks;
}

} // namespace core
