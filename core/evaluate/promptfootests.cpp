#include "core/evaluate/casereader.h"
#include "core/evaluate/casetext.h"
#include "core/evaluate/evaluatewords.h"
#include "core/evaluate/promptfooparts.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

namespace core {

namespace {

constexpr qint64 kLargestFile = qint64(4) * 1024 * 1024;
/// Variables with several values multiply.
constexpr qsizetype kMostTests = 100'000;

QString withoutScheme(const QString &name)
{
    return name.startsWith(kPromptfooFile) ? name.sliced(kPromptfooFile.size()) : name;
}

/// What a template language does beyond naming a variable.
void loseLogic(const QString &text, const QString &path, PromptfooContext *context)
{
    static const QRegularExpression logic(QStringLiteral(R"(\{%|\{\{[^{}]*\|)"));
    if (logic.match(text).hasMatch())
        context->lose(
            path,
            EvaluateWords::tr("Only {{variable}} is known here; filters and statements stay as they are."));
}

/// A chat template of a system and a user message; nothing for any other JSON.
std::optional<PromptfooPrompt> chatPrompt(const QString &text)
{
    const QJsonArray messages = QJsonDocument::fromJson(text.toUtf8()).array();
    PromptfooPrompt prompt;
    int users = 0;
    for (const QJsonValue &message : messages) {
        const QString role = message[QLatin1StringView("role")].toString();
        const QString content = message[QLatin1StringView("content")].toString();
        if (role == QLatin1StringView("system"))
            prompt.system = content;
        else if (role == QLatin1StringView("user"))
            prompt.prompt = content;
        else
            return std::nullopt;
        users += role == QLatin1StringView("user") ? 1 : 0;
    }
    return users == 1 ? std::optional(prompt) : std::nullopt;
}

void addText(const QString &text, const QString &path, PromptfooContext *context,
             QList<PromptfooPrompt> *prompts)
{
    loseLogic(text, path, context);
    if (const std::optional<PromptfooPrompt> chat = chatPrompt(text)) {
        prompts->append(*chat);
        return;
    }
    if (text.trimmed().startsWith(QLatin1StringView("[")) && QJsonDocument::fromJson(text.toUtf8()).isArray())
        context->lose(path, EvaluateWords::tr("A chat with several turns is sent as one prompt."));
    prompts->append({text});
}

/// A file of prompts holds several, set apart by lines of three dashes.
Result<void> addFile(const QString &name, const QString &path, PromptfooContext *context,
                     QList<PromptfooPrompt> *prompts)
{
    static const QStringList code{QStringLiteral(".js"), QStringLiteral(".ts"), QStringLiteral(".py"),
                                  QStringLiteral(".mjs"), QStringLiteral(".cjs")};
    if (std::any_of(code.begin(), code.end(),
                    [&name](const QString &suffix) { return name.endsWith(suffix); })) {
        context->lose(path, EvaluateWords::tr("The program %1 is not run.").arg(name));
        return {};
    }
    const Result<QString> text = readPromptfooFile(name, *context);
    if (!text)
        return text.error();
    static const QRegularExpression rule(QStringLiteral(R"(^---[ \t]*\r?$)"),
                                         QRegularExpression::MultilineOption);
    for (const QString &part : text->split(rule)) {
        if (!part.trimmed().isEmpty())
            addText(part.trimmed(), path, context, prompts);
    }
    return {};
}

QString valueText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().isNull() ? QStringLiteral("") : value.toString();
    if (value.isNull())
        return QStringLiteral("");
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

/// The values of one test, each a list of what the variable is to be.
class TestReader
{
public:
    TestReader(const QJsonObject &defaults, PromptfooContext *context, QList<QJsonValue> *graders)
        : m_defaults(defaults.value(QLatin1StringView("vars")).toObject())
        , m_context(context)
        , m_graders(graders)
    {
    }

    Result<void> read(const QJsonObject &test, const QString &path)
    {
        m_context->loseUnknown(test,
                               {QStringLiteral("vars"), QStringLiteral("assert"),
                                QStringLiteral("description"), QStringLiteral("metadata")},
                               path);
        const Result<QList<Check>> checks =
            promptfooChecks(test.value(QLatin1StringView("assert")), path, m_context, m_graders);
        if (!checks)
            return checks.error();
        QJsonObject vars = m_defaults;
        const QJsonValue own = test.value(QLatin1StringView("vars"));
        if (!own.isObject() && !own.isUndefined())
            m_context->lose(path + QStringLiteral(".vars"),
                            EvaluateWords::tr("Variables are taken from objects only."));
        const QJsonObject ownVars = own.toObject();
        for (auto var = ownVars.begin(); var != ownVars.end(); ++var)
            vars.insert(var.key(), var.value());
        return add(vars, *checks);
    }

    Result<void> readTable(const QString &name, const QString &path)
    {
        const Result<CaseTable> table = readCaseFile(QDir(m_context->folder).filePath(withoutScheme(name)));
        if (!table)
            return table.error();
        for (const QString &column : table->columns) {
            if (column.startsWith(QLatin1StringView("__")))
                m_context->lose(
                    path,
                    EvaluateWords::tr("The column %1 is taken as a variable, not as what it means there.")
                        .arg(column));
        }
        for (const PromptCase &each : table->cases) {
            QJsonObject vars = m_defaults;
            const QHash<QString, QString> values = variablesOfCase(table->columns, each);
            for (auto value = values.cbegin(); value != values.cend(); ++value)
                vars.insert(value.key(), value.value());
            if (const Result<void> added = add(vars, {}); !added)
                return added;
        }
        return {};
    }

    QList<PromptfooTest> tests() const { return m_tests; }

private:
    Result<QString> textOf(const QJsonValue &value) const
    {
        const QString text = valueText(value);
        return text.startsWith(kPromptfooFile) ? readPromptfooFile(text, *m_context) : Result<QString>(text);
    }

    /// One test for each combination of what lists offer.
    Result<void> add(const QJsonObject &vars, const QList<Check> &checks)
    {
        QList<PromptfooTest> combined{PromptfooTest{{}, checks}};
        for (auto var = vars.begin(); var != vars.end(); ++var) {
            const QJsonArray options =
                var.value().isArray() ? var.value().toArray() : QJsonArray{var.value()};
            if (!options.isEmpty() && combined.size() > (kMostTests - m_tests.size()) / options.size())
                return invalidRequest(
                    EvaluateWords::tr("The variables make more than %1 tests.").arg(kMostTests));
            QList<PromptfooTest> next;
            for (const PromptfooTest &test : std::as_const(combined)) {
                for (const QJsonValue &option : options) {
                    const Result<QString> text = textOf(option);
                    if (!text)
                        return text.error();
                    PromptfooTest one = test;
                    one.values.insert(var.key(), *text);
                    next.append(one);
                }
            }
            combined = next;
        }
        m_tests += combined;
        return {};
    }

    const QJsonObject m_defaults;
    PromptfooContext *const m_context;
    QList<QJsonValue> *const m_graders;
    QList<PromptfooTest> m_tests;
};

} // namespace

void PromptfooContext::loseUnknown(const QJsonObject &object, const QStringList &known, const QString &path)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!known.contains(member.key()))
            lose(path.isEmpty() ? member.key() : QString(path + QLatin1Char('.') + member.key()),
                 EvaluateWords::tr("The setting \"%1\" is not known here.").arg(member.key()));
    }
}

Result<QString> readPromptfooFile(const QString &name, const PromptfooContext &context)
{
    const QString path = QDir(context.folder).filePath(withoutScheme(name));
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return invalidRequest(
            EvaluateWords::tr("The file %1 cannot be read: %2.").arg(path, file.errorString()));
    const QByteArray bytes = file.read(kLargestFile + 1);
    if (bytes.size() > kLargestFile)
        return invalidRequest(EvaluateWords::tr("The file %1 is larger than %2 MiB.")
                                  .arg(path, QString::number(kLargestFile / 1024 / 1024)));
    const Result<QString> text = decodeCaseText(bytes);
    return text ? text : Result<QString>(invalidRequest(path + QStringLiteral(": ") + text.error().message));
}

Result<QList<PromptfooPrompt>> promptfooPrompts(const QJsonValue &prompts, PromptfooContext *context)
{
    QList<PromptfooPrompt> read;
    const QJsonArray list = prompts.isArray() ? prompts.toArray() : QJsonArray{prompts};
    for (qsizetype at = 0; at < list.size(); ++at) {
        const QString path = QStringLiteral("prompts[%1]").arg(at);
        const QJsonObject object = list.at(at).toObject();
        QString text = list.at(at).toString();
        if (!object.isEmpty()) {
            context->loseUnknown(
                object, {QStringLiteral("raw"), QStringLiteral("id"), QStringLiteral("label")}, path);
            text = object
                       .value(object.contains(QLatin1StringView("raw")) ? QLatin1StringView("raw")
                                                                        : QLatin1StringView("id"))
                       .toString();
        }
        if (text.trimmed().isEmpty())
            continue;
        // Names of files are also given as they are.
        const bool isFile = text.startsWith(kPromptfooFile)
            || (!text.contains(u'\n') && QFile::exists(QDir(context->folder).filePath(text)));
        if (!isFile)
            addText(text, path, context, &read);
        else if (const Result<void> added = addFile(text, path, context, &read); !added)
            return added.error();
    }
    return read;
}

Result<QList<PromptfooTest>> promptfooTests(const QJsonValue &tests, const QJsonObject &defaults,
                                            PromptfooContext *context, QList<QJsonValue> *graders)
{
    TestReader reader(defaults, context, graders);
    const QJsonArray list = tests.isArray()     ? tests.toArray()
        : tests.isUndefined() || tests.isNull() ? QJsonArray{QJsonObject()}
                                                : QJsonArray{tests};
    for (qsizetype at = 0; at < list.size(); ++at) {
        const QString path = QStringLiteral("tests[%1]").arg(at);
        const QString name = list.at(at).toString();
        if (name.endsWith(QLatin1StringView(".yaml")) || name.endsWith(QLatin1StringView(".yml"))
            || name.endsWith(QLatin1StringView(".json"))) {
            context->lose(
                path,
                EvaluateWords::tr("Tests in the file %1 are not read; CSV, TSV and JSONL are.").arg(name));
            continue;
        }
        const Result<void> read =
            name.isEmpty() ? reader.read(list.at(at).toObject(), path) : reader.readTable(name, path);
        if (!read)
            return read.error();
    }
    return reader.tests();
}

} // namespace core
