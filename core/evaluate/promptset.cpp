#include "core/evaluate/promptset.h"

#include "core/evaluate/casetext.h"
#include "core/evaluate/evaluatewords.h"
#include "core/evaluate/jsonschema.h"
#include "core/prompts/prompttemplate.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace core {

namespace {

constexpr qint64 kLargestCheckFile = qint64(4) * 1024 * 1024;
/// So that a cell's counts of verdicts cannot overflow, with room for nobody's needs.
constexpr qsizetype kMostChecks = 1'000;

/// Whether `text` uses columns only; `where` says what it is.
Result<void> checkColumns(const QString &text, const QStringList &columns, const QString &where)
{
    for (const QString &name : variablesOf(text)) {
        if (!columns.contains(name))
            return invalidRequest(
                EvaluateWords::tr("%1 uses {{%2}}, but there is no column of that name; there are: %3.")
                    .arg(where, name, columns.join(QStringLiteral(", "))));
    }
    return {};
}

Result<void> checkUses(const PromptSetDraft &draft)
{
    const QStringList &columns = draft.table.columns;
    if (draft.prompt.isEmpty() && !columns.contains(kPromptColumn))
        return invalidRequest(
            EvaluateWords::tr(
                "There is no prompt: give a template, or name a column \"prompt\"; there are: %1.")
                .arg(columns.join(QStringLiteral(", "))));
    if (const Result<void> good = checkColumns(draft.prompt, columns, EvaluateWords::tr("The prompt")); !good)
        return good;
    if (const Result<void> good = checkColumns(draft.system, columns, EvaluateWords::tr("The system prompt"));
        !good)
        return good;
    for (const Check &check : draft.checks) {
        if (const Result<void> good =
                checkColumns(check.value, columns, EvaluateWords::tr("The check %1").arg(check.toString()));
            !good)
            return good;
    }
    return {};
}

/// The names that every case needs a value for.
QStringList namesUsed(const PromptSetDraft &draft)
{
    QStringList names = draft.prompt.isEmpty() ? QStringList(kPromptColumn) : variablesOf(draft.prompt);
    names += variablesOf(draft.system);
    for (const Check &check : draft.checks)
        names += variablesOf(check.value);
    names.removeDuplicates();
    return names;
}

Result<QString> readText(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return invalidRequest(
            EvaluateWords::tr("The file %1 cannot be read: %2.").arg(path, file.errorString()));
    const QByteArray bytes = file.read(kLargestCheckFile + 1);
    if (bytes.size() > kLargestCheckFile)
        return invalidRequest(EvaluateWords::tr("The file %1 is larger than %2 MiB.")
                                  .arg(path, QString::number(kLargestCheckFile / 1024 / 1024)));
    const Result<QString> text = decodeCaseText(bytes);
    return text ? text : Result<QString>(invalidRequest(path + QStringLiteral(": ") + text.error().message));
}

Result<void> readFile(Check *check, const QString &name, const QStringList &columns, const QDir &folder)
{
    if (check->files.contains(name))
        return {};
    const QString path = folder.filePath(name);
    const Result<QString> text = readText(path);
    if (!text)
        return text.error();
    if (check->kind == CheckKind::JsonSchema) {
        const Result<JsonSchema> schema = JsonSchema::fromJson(text->toUtf8());
        if (!schema)
            return invalidRequest(path + QStringLiteral(": ") + schema.error().message);
    } else if (const Result<void> good =
                   checkColumns(*text, columns, EvaluateWords::tr("The rubric %1").arg(path));
               !good) {
        return good;
    }
    check->files.insert(name, *text);
    return {};
}

Result<void> readFilesOf(Check *check, const QStringList &columns, const QList<PromptCase> &cases,
                         const QDir &folder)
{
    if (!wantsFile(check->kind))
        return {};
    if (variablesOf(check->value).isEmpty())
        return readFile(check, check->value, columns, folder);
    for (const PromptCase &values : cases) {
        const Result<QString> name = expandTemplate(check->value, variablesOfCase(columns, values));
        if (!name)
            return name.error();
        if (const Result<void> read = readFile(check, *name, columns, folder); !read)
            return read;
    }
    return {};
}

} // namespace

Result<void> validateDraft(const PromptSetDraft &draft)
{
    const QStringList &columns = draft.table.columns;
    if (draft.table.cases.isEmpty())
        return invalidRequest(EvaluateWords::tr("The prompt set has no case."));
    if (draft.checks.size() > kMostChecks)
        return invalidRequest(EvaluateWords::tr("A prompt set has at most %1 checks.").arg(kMostChecks));
    if (const Result<void> good = checkUses(draft); !good)
        return good;
    const QStringList names = namesUsed(draft);
    for (qsizetype row = 0; row < draft.table.cases.size(); ++row) {
        const PromptCase &each = draft.table.cases.at(row);
        QStringList needed = names;
        for (const Check &check : each.checks) {
            if (const Result<void> good = checkColumns(check.value, columns,
                                                       EvaluateWords::tr("The check %1 of case %2")
                                                           .arg(check.toString(), QString::number(row + 1)));
                !good)
                return good;
            needed += variablesOf(check.value);
        }
        for (const QString &name : std::as_const(needed)) {
            if (each.values.value(columns.indexOf(name)).isNull())
                return invalidRequest(
                    EvaluateWords::tr("Case %1 has no value for {{%2}}.").arg(row + 1).arg(name));
        }
        if (draft.prompt.isEmpty() && each.values.value(columns.indexOf(kPromptColumn)).trimmed().isEmpty())
            return invalidRequest(EvaluateWords::tr("Case %1 has an empty prompt.").arg(row + 1));
    }
    return {};
}

QHash<QString, QString> variablesOfCase(const QStringList &columns, const PromptCase &values)
{
    QHash<QString, QString> variables;
    for (qsizetype at = 0; at < columns.size(); ++at) {
        const QString value = values.values.value(at);
        if (!value.isNull())
            variables.insert(columns.at(at), value);
    }
    return variables;
}

bool wantsJudge(const PromptSet &set)
{
    return set.casesJudged || std::any_of(set.checks.cbegin(), set.checks.cend(), [](const Check &check) {
               return check.kind == CheckKind::Judge;
           });
}

Result<CasePrompt> promptOfCase(const PromptSet &set, const PromptCase &values)
{
    const QHash<QString, QString> variables = variablesOfCase(set.columns, values);
    const QString own = QStringLiteral("{{%1}}").arg(kPromptColumn);
    Result<QString> prompt = expandTemplate(set.prompt.isEmpty() ? own : set.prompt, variables);
    if (!prompt)
        return prompt.error();
    Result<QString> system = expandTemplate(set.system, variables);
    if (!system)
        return system.error();
    return CasePrompt{std::move(prompt).value(), std::move(system).value()};
}

Result<void> readCheckFiles(PromptSetDraft *draft, const QString &folder)
{
    const QDir dir(folder);
    const QStringList &columns = draft->table.columns;
    for (Check &check : draft->checks) {
        if (const Result<void> read = readFilesOf(&check, columns, draft->table.cases, dir); !read)
            return read;
    }
    for (PromptCase &each : draft->table.cases) {
        for (Check &check : each.checks) {
            if (const Result<void> read = readFilesOf(&check, columns, {each}, dir); !read)
                return read;
        }
    }
    return {};
}

} // namespace core
