#include "core/evaluate/promptfooimport.h"

#include "core/evaluate/evaluatewords.h"
#include "core/evaluate/promptfooparts.h"
#include "core/prompts/prompttemplate.h"
#include "core/yaml/yamljson.h"

#include <QFileInfo>
#include <QSet>

namespace core {

namespace {

/// All variables of all tests, in alphabetical order.
QStringList columnsOf(const QList<PromptfooTest> &tests)
{
    QSet<QString> names;
    for (const PromptfooTest &test : tests) {
        for (auto value = test.values.cbegin(); value != test.values.cend(); ++value)
            names.insert(value.key());
    }
    QStringList columns(names.cbegin(), names.cend());
    columns.sort();
    return columns;
}

PromptCase caseOf(const PromptfooTest &test, const QStringList &columns)
{
    PromptCase values;
    for (const QString &column : columns)
        values.values.append(test.values.value(column));
    values.checks = test.checks;
    return values;
}

/// One prompt is the set's template. Of several, each makes a case of each test, filled in.
Result<void> fillCases(const QList<PromptfooPrompt> &prompts, const QList<PromptfooTest> &tests,
                       PromptSetDraft *draft, PromptfooContext *context)
{
    draft->table.columns = columnsOf(tests);
    draft->system = prompts.constFirst().system;
    if (prompts.size() == 1) {
        draft->prompt = prompts.constFirst().prompt;
        for (const PromptfooTest &test : tests)
            draft->table.cases.append(caseOf(test, draft->table.columns));
        return {};
    }
    draft->table.columns.removeAll(kPromptColumn);
    draft->table.columns.append(kPromptColumn);
    for (qsizetype at = 1; at < prompts.size(); ++at) {
        if (prompts.at(at).system != draft->system)
            context->lose(
                QStringLiteral("prompts[%1]").arg(at),
                EvaluateWords::tr("A set has one system prompt; that of the first prompt is used."));
    }
    for (qsizetype at = 0; at < tests.size(); ++at) {
        for (const PromptfooPrompt &prompt : prompts) {
            const Result<QString> text = expandTemplate(prompt.prompt, tests.at(at).values);
            if (!text)
                return invalidRequest(EvaluateWords::tr("Test %1: %2").arg(at + 1).arg(text.error().message));
            PromptfooTest test = tests.at(at);
            test.values.insert(kPromptColumn, *text);
            draft->table.cases.append(caseOf(test, draft->table.columns));
        }
    }
    return {};
}

Result<void> readSet(const QJsonObject &root, PromptSetDraft *draft, PromptfooContext *context,
                     QList<QJsonValue> *graders)
{
    const Result<QList<PromptfooPrompt>> prompts =
        promptfooPrompts(root.value(QLatin1StringView("prompts")), context);
    if (!prompts)
        return prompts.error();
    if (prompts->isEmpty())
        return invalidRequest(EvaluateWords::tr("The file has no prompt that can be used."));
    const QJsonObject defaults = root.value(QLatin1StringView("defaultTest")).toObject();
    const Result<QList<PromptfooTest>> tests =
        promptfooTests(root.value(QLatin1StringView("tests")), defaults, context, graders);
    if (!tests)
        return tests.error();
    const Result<QList<Check>> checks = promptfooChecks(defaults.value(QLatin1StringView("assert")),
                                                        QStringLiteral("defaultTest"), context, graders);
    if (!checks)
        return checks.error();
    draft->checks = *checks;
    return fillCases(*prompts, *tests, draft, context);
}

} // namespace

bool isPromptfooFile(const QString &fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    return suffix == QLatin1StringView("yaml") || suffix == QLatin1StringView("yml");
}

Result<PromptfooImport> importPromptfoo(const QString &path, const QList<Account> &accounts,
                                        const Presets &presets)
{
    PromptfooContext context{QFileInfo(path).absolutePath()};
    const Result<QString> text = readPromptfooFile(QFileInfo(path).absoluteFilePath(), context);
    if (!text)
        return text.error();
    const Result<QJsonValue> yaml = yamlToJson(text->toUtf8());
    if (!yaml)
        return invalidRequest(path + QStringLiteral(": ") + yaml.error().message);
    if (!yaml->isObject())
        return invalidRequest(
            EvaluateWords::tr("%1: a configuration is a mapping with prompts, providers and tests.")
                .arg(path));
    const QJsonObject root = yaml->toObject();
    context.loseUnknown(root,
                        {QStringLiteral("description"), QStringLiteral("prompts"),
                         QStringLiteral("providers"), QStringLiteral("targets"), QStringLiteral("tests"),
                         QStringLiteral("defaultTest"), QStringLiteral("$schema")},
                        QString());
    const QJsonObject defaults = root.value(QLatin1StringView("defaultTest")).toObject();
    const QJsonObject options = defaults.value(QLatin1StringView("options")).toObject();
    context.loseUnknown(defaults,
                        {QStringLiteral("vars"), QStringLiteral("assert"), QStringLiteral("options")},
                        QStringLiteral("defaultTest"));
    context.loseUnknown(options, {QStringLiteral("provider")}, QStringLiteral("defaultTest.options"));
    PromptfooImport import;
    import.draft.source = path;
    import.draft.name = root.value(QLatin1StringView("description")).toString(QFileInfo(path).fileName());
    QList<QJsonValue> graders;
    if (const Result<void> read = readSet(root, &import.draft, &context, &graders); !read)
        return invalidRequest(path + QStringLiteral(": ") + read.error().message);
    const QLatin1StringView providers = root.contains(QLatin1StringView("providers"))
        ? QLatin1StringView("providers")
        : QLatin1StringView("targets");
    import.targets = promptfooTargets(root.value(providers), accounts, presets, &context);
    const QJsonValue grader = options.value(QLatin1StringView("provider"));
    if (!grader.isUndefined())
        graders.prepend(grader);
    if (!graders.isEmpty()) {
        const std::optional<Target> judge = promptfooTarget(graders.constFirst(), accounts, presets,
                                                            QStringLiteral("llm-rubric.provider"), &context);
        if (judge)
            import.judge = judge->name.toString();
    }
    import.losses = context.losses;
    return import;
}

} // namespace core
